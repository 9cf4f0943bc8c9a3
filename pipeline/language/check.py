"""All rules of language over all texts, each as heavy as the project says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Severity
from pipeline.diagnostics.codes import is_language
from pipeline.diagnostics.recalling import Findings, Recall, look_again
from pipeline.document.nodes import Document
from pipeline.language.abbreviations import abbreviations
from pipeline.language.amounts import amounts
from pipeline.language.capitals import capitals, titles
from pipeline.language.dates import dates, shortened
from pipeline.language.figures import Figures
from pipeline.language.headings import headings
from pipeline.language.ignoring import printed, without_ignored
from pipeline.language.names import names
from pipeline.language.prose import Prose, lines_of, texts_of
from pipeline.language.sentences import sentences
from pipeline.language.spaces import quotes, spaces
from pipeline.language.spelling import Speller, proposing, vouched_for, words_of

Rule = Callable[[Prose], Iterator[Diagnostic]]

LINE_RULES: tuple[Rule, ...] = (capitals, titles, dates, shortened, amounts, quotes, spaces)
"""What is looked at in each title or other line by itself."""
RULES: tuple[Rule, ...] = (*LINE_RULES, headings, sentences)
"""What is looked at in each text by itself; what needs to know the project comes after."""

CODES = frozenset(code for code in Code if is_language(code))
"""The codes that a project can weigh and a writer can ask to ignore."""

_LEVELS = {"fout": Severity.ERROR, "waarschuwing": Severity.WARNING}


def check_language(
    project: Project, documents: Iterable[Document] = (), recall: Recall = look_again
) -> Findings:
    """Return what the rules say of every text that can be read, each place once.

    ``documents`` are those without a list of abbreviations: they explain each where it is used first.
    """
    texts, lines = tuple(texts_of(project)), tuple(lines_of(project))
    found = dict.fromkeys(
        (
            *_by_file(project, texts, lines, recall),
            *names((*texts, *lines), vouched_for(project)),
            *_in_documents(project, documents, texts),
        )
    )
    kept = proposing(without_ignored(_weighed(found, project), project, CODES))
    return (*kept, *(finding for prose in texts for finding in printed(prose)))


def _by_file(
    project: Project, texts: Iterable[Prose], lines: Iterable[Prose], recall: Recall
) -> Iterator[Diagnostic]:
    """Yield what is found in each text by itself; the texts of one file are looked at together."""
    speller, figures = Speller(words_of(project)), Figures(project)
    texts_of_file, lines_of_file = _grouped(texts), _grouped(lines)
    for file in dict.fromkeys((*texts_of_file, *lines_of_file)):
        look = _Look(texts_of_file.get(file, ()), lines_of_file.get(file, ()), (speller, figures))
        yield from recall((file,), (speller.vouched, figures.known(file)), look.findings)


@dataclass(frozen=True, slots=True)
class _Look:
    """The texts and lines of one file, and the rules that know something of the project."""

    texts: Sequence[Prose]
    lines: Sequence[Prose]
    knowing: tuple[Rule, ...]

    def findings(self) -> Findings:
        """Return what each rule says of each text."""
        looked_at = (
            *((prose, rule) for prose in self.texts for rule in (*RULES, *self.knowing)),
            *((prose, rule) for prose in self.lines for rule in (*LINE_RULES, *self.knowing)),
        )
        return tuple(finding for prose, rule in looked_at for finding in rule(prose))


def _grouped(texts: Iterable[Prose]) -> Mapping[str, Sequence[Prose]]:
    by_file = dict[str, list[Prose]]()
    for prose in texts:
        by_file.setdefault(prose.source.file, []).append(prose)
    return by_file


def _in_documents(
    project: Project, documents: Iterable[Document], texts: Iterable[Prose]
) -> Iterator[Diagnostic]:
    """Yield what depends on the order in which texts are read."""
    by_value = {(prose.source.file, prose.source.path): prose for prose in texts}
    for document in documents:
        yield from abbreviations(document, project.gedeeld.afkortingen, by_value)


def _weighed(findings: Iterable[Diagnostic], project: Project) -> Iterator[Diagnostic]:
    """Give each finding the weight that ``programma.yaml`` gives its rule."""
    weights = project.programma.regels if project.programma else {}
    for finding in findings:
        weight = weights.get(finding.code.number)
        if weight is None:
            yield finding
        elif weight != "uit":
            yield replace(finding, level=_LEVELS[weight])
