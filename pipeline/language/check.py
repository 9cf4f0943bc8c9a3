"""All rules of language over all texts, each as heavy as the project says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pipeline.content.project import Project
from pipeline.diagnostics import Code, Diagnostic, Severity
from pipeline.diagnostics.codes import is_language
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
from pipeline.language.spelling import Speller, vouched_for, words_of

Rule = Callable[[Prose], Iterator[Diagnostic]]

LINE_RULES: tuple[Rule, ...] = (capitals, titles, dates, shortened, amounts, quotes, spaces)
"""What is looked at in each title or other line by itself."""
RULES: tuple[Rule, ...] = (*LINE_RULES, headings, sentences)
"""What is looked at in each text by itself; what needs to know the project comes after."""

CODES = frozenset(code for code in Code if is_language(code))
"""The codes that a project can weigh and a writer can ask to ignore."""

_LEVELS = {"fout": Severity.ERROR, "waarschuwing": Severity.WARNING}


def check_language(project: Project, documents: Iterable[Document] = ()) -> tuple[Diagnostic, ...]:
    """Return what the rules say of every text that can be read, each place once.

    ``documents`` are those without a list of abbreviations: they explain each where it is used first.
    """
    texts, lines = tuple(texts_of(project)), tuple(lines_of(project))
    everything = (*texts, *lines)
    knowing: tuple[Rule, ...] = (Speller(words_of(project)), Figures(project))
    alone = (
        *(finding for prose in texts for rule in RULES for finding in rule(prose)),
        *(finding for prose in lines for rule in LINE_RULES for finding in rule(prose)),
        *(finding for prose in everything for rule in knowing for finding in rule(prose)),
    )
    found = dict.fromkeys(
        (*alone, *names(everything, vouched_for(project)), *_in_documents(project, documents, texts))
    )
    kept = without_ignored(_weighed(found, project), project, CODES)
    return (*kept, *(finding for prose in texts for finding in printed(prose)))


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
