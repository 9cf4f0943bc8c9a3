"""Texts are read by themselves, so that one fault hides no other; what cannot be known gives no finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.compose.texts import check_texts
from pipeline.content.project import read_project
from pipeline.diagnostics import Diagnostic, Source
from tests import projects as p
from tests.compose.rendered import found

PASSAGE = "Deze agenda bevat geen juridisch afdwingbare verplichtingen."
KUST = "Een provincie met veel kust."


def check(root: Path, *changes: p.Change) -> tuple[Diagnostic, ...]:
    project, _ = read_project(p.write_project(root, *changes))
    return check_texts(project)


def says(text: str) -> p.Change:
    """Let the profile of a region say something else."""
    return p.edit(p.REGIO, KUST, text)


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(each.code.number, each.where.file) for each in diagnostics]


def test_good_texts_give_no_finding(tmp_path: Path) -> None:
    assert check(tmp_path) == ()


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (p.PROGRAMMA, "Beide belangen raken"),
        (p.TRAJECTEN, "Samenwerking in het"),
        (p.TOEZEGGINGEN, "De Kamer eind 2026"),
        (p.TEKSTBLOKKEN, "Deze agenda bevat"),
        (p.REGIO, "Een provincie met"),
        (p.AGENDA, "Werk in de"),
        (p.VOORTGANG, "De verkenning"),
        (p.BRIEF, "In 2027 volgt"),
    ],
)
def test_every_kind_of_file_is_read_although_every_other_region_and_letter_is_unreadable(
    file: str, words: str, tmp_path: Path
) -> None:
    others = [each for each in (p.AGENDA, p.BRIEF, p.BEGIN_REGIO, p.PROGRAMMA) if each != file]
    found = check(tmp_path, p.edit(file, words, f"{words} <b>"), *(p.spoil(other) for other in others))
    assert codes(found) == [("KAM402", file)]


def test_a_finding_stands_at_its_line_and_column(tmp_path: Path) -> None:
    (finding,) = check(tmp_path, says("|\n  Een provincie.\n\n  Met <b>kust."))
    assert finding.where == Source(p.REGIO, ("profiel",), 2, 4)


def test_all_that_is_wrong_in_a_text_is_found_at_once(tmp_path: Path) -> None:
    text = "'{{ x }} <b> [@weg] [=weg] [a](b.nl) [c]{lang=xx} ~~d~~ ![e](weg.png)'"
    numbers = [number for number, _ in codes(check(tmp_path, says(text)))]
    assert sorted(numbers) == [
        *("KAM401", "KAM402", "KAM403", "KAM403", "KAM404", "KAM406", "KAM409", "KAM410")
    ]


def test_a_missing_picture_is_found_in_the_folder_of_the_file(tmp_path: Path) -> None:
    assert codes(check(tmp_path, says("'![Kaart](kaart.png)'"))) == [("KAM601", p.REGIO)]


def test_cross_references_are_left_to_the_document(tmp_path: Path) -> None:
    assert check(tmp_path, says("'Zie [#nergens].'")) == ()


# --- what can be known, and what cannot ---


def test_a_text_of_a_region_knows_agenda_and_region(tmp_path: Path) -> None:
    assert check(tmp_path / "goed", says("'[=middelen.totaal] in [=regio.namen.lopend]'")) == ()
    assert found(check(tmp_path / "fout", says("'[=middelen.totaa]'"))) == [
        "KAM406 regio.yaml:0:0 “totaa” bestaat niet in “middelen”."
    ]


def test_values_of_an_agenda_that_cannot_be_read_are_not_judged(tmp_path: Path) -> None:
    diagnostics = check(tmp_path, says("'[=middelen.totaa] [=nergens.x] [=weg]'"), p.spoil(p.AGENDA))
    assert [each.message for each in diagnostics] == [
        "“nergens” bestaat niet.",
        "Er is geen tekstblok “weg”.",
    ]


def test_values_of_a_region_that_cannot_be_read_are_not_judged(tmp_path: Path) -> None:
    text = p.edit(p.AGENDA, "Eén kans", "Met [=regio.namen.kort] en [=middelen.totaa] één kans")
    assert [each.message for each in check(tmp_path, text, p.spoil(p.REGIO))] == [
        "“totaa” bestaat niet in “middelen”."
    ]


@pytest.mark.parametrize(
    ("register", "text", "silent"),
    [
        (p.BRONNEN, "'Zie [@weg, p. 4] <b>.'", "KAM404"),
        (p.TEKSTBLOKKEN, "'# [=weg]\n\n  Tekst <b>'", "KAM406"),
    ],
)
def test_a_register_that_cannot_be_read_is_not_asked(
    register: str, text: str, silent: str, tmp_path: Path
) -> None:
    readable = [number for number, _ in codes(check(tmp_path / "heel", says(text)))]
    assert silent in readable
    broken = [number for number, _ in codes(check(tmp_path / "kapot", says(text), p.spoil(register)))]
    assert broken == ["KAM402"]


def test_a_shared_passage_may_name_what_only_documents_have(tmp_path: Path) -> None:
    text = "Totaal [=middelen.totaal] in [=regio.namen.lopend], [=zeeland.titel] [mede-namens] [=nergens.x]"
    unused = p.add(p.TEKSTBLOKKEN, f"  - id: los\n    tekst: '{text}'\n")
    assert [each.message for each in check(tmp_path, unused)] == ["“nergens” bestaat niet."]


def test_a_passage_is_judged_with_the_values_of_the_text_that_takes_it_in(tmp_path: Path) -> None:
    found = check(tmp_path, p.edit(p.TEKSTBLOKKEN, PASSAGE, "Totaal [=middelen.totaa]."))
    assert [(each.where.file, each.message) for each in found] == [
        (p.TEKSTBLOKKEN, "“totaa” bestaat niet in “middelen”.")
    ]


def test_progress_knows_its_own_agenda_and_not_its_letter(tmp_path: Path) -> None:
    text = "'[=zeeland.middelen.totaa] [=rivierenland.x] [=brief.x] [mede-namens] gestart.'"
    found = check(tmp_path, p.edit(p.VOORTGANG, "In Zeeland zijn beide afspraken gestart.", text))
    assert [each.message for each in found] == ["“totaa” bestaat niet in “zeeland.middelen”."]


def test_a_letter_does_not_judge_a_region_that_cannot_be_read(tmp_path: Path) -> None:
    text = p.edit(p.BRIEF, "Op 1 juli heb", "[=zeeland.x] [=rivierenland.x] [=brief.x] Op 1 juli heb")
    assert [each.message for each in check(tmp_path, text, p.spoil(p.AGENDA))] == [
        "“x” bestaat niet in “rivierenland”.",
        "“x” bestaat niet in “brief”.",
    ]


def test_mede_namens_without_anyone_is_found(tmp_path: Path) -> None:
    nobody = p.edit(p.BRIEF, "mede_namens:\n  - minister-ienw\n", "")
    assert codes(check(tmp_path, nobody)) == [("KAM308", p.BRIEF)]


def test_mede_namens_is_not_judged_when_the_signers_cannot_be_read(tmp_path: Path) -> None:
    assert check(tmp_path, p.spoil(p.ONDERTEKENAARS)) == ()


# --- passages and headings ---


def test_passages_in_a_circle_are_found_once_although_no_text_takes_them_in(tmp_path: Path) -> None:
    circle = "".join(
        f"  - id: {name}\n    tekst: 'Zie [={other}].'\n"
        for name, other in (("c", "a"), ("b", "c"), ("a", "b"))
    )
    (finding,) = check(tmp_path, p.add(p.TEKSTBLOKKEN, circle))
    assert finding.code.number == "KAM411"
    assert finding.message.endswith("a → b → c → a.")
    assert isinstance(finding.where, Source)
    assert finding.where.path == ("tekstblokken", 1, "tekst")


def test_a_level_is_judged_in_a_text_and_not_in_a_passage(tmp_path: Path) -> None:
    passage = p.edit(p.TEKSTBLOKKEN, PASSAGE, "|\n      ## Tweede niveau\n\n      Woorden.")
    text = p.edit(
        p.AGENDA, "Het gesprek van de zomer. [=geen-verplichting]", "|\n  # Eerste\n\n  [=geen-verplichting]"
    )
    assert check(tmp_path / "passage", passage, text) == ()
    assert codes(check(tmp_path / "tekst", says("|\n  ## Tweede"))) == [("KAM412", p.REGIO)]


# --- papers of parliament ---


@pytest.mark.parametrize(
    ("change", "file", "path"),
    [
        (
            p.add(p.BRONNEN, "  - id: ongebruikt\n    kamerstuk: 36800-VII\n"),
            p.BRONNEN,
            ("bronnen", 2, "kamerstuk"),
        ),
        (p.edit(p.MOTIES, "36200-IV, nr. 12", "36200-IV"), p.MOTIES, ("moties", 0, "kamerstuk")),
    ],
)
def test_a_paper_that_nothing_cites_is_read_too(
    change: p.Change, file: str, path: tuple[str | int, ...], tmp_path: Path
) -> None:
    (finding,) = check(tmp_path, change)
    assert (finding.code.number, finding.where) == ("KAM407", Source(file, path))


def test_a_cited_paper_is_reported_once(tmp_path: Path) -> None:
    found = check(tmp_path, p.edit(p.BRONNEN, "36800-VII, nr. 97", "36800-VII"))
    assert codes(found) == [("KAM407", p.BRONNEN)]
