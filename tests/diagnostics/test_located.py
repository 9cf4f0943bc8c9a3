from __future__ import annotations

from pipeline.diagnostics import Code, Diagnostic, Location, Related, Source
from pipeline.diagnostics.located import located, place_of


def locate(where: Source | Location) -> Location:
    return where if isinstance(where, Location) else Location(where.file, 41, 7, 9)


def finding(line: int = 3, words: str = "") -> Diagnostic:
    return Diagnostic(
        Code.MISSING_KEY, "De kans heeft geen meerwaarde.", Location("content/a.yaml", line, 5), words=words
    )


def test_findings_are_ordered_by_place_and_told_once() -> None:
    later, earlier = finding(line=12), finding(line=3)
    elsewhere = Diagnostic(Code.YAML_TAG, "Een tag.", Source("content/Z.yaml"))
    found = located([later, earlier, elsewhere, later], locate)
    assert [each.finding for each in found] == [elsewhere, earlier, later]


def test_a_place_is_as_long_as_the_words_that_are_meant() -> None:
    found = place_of(finding(words="konsept"), locate)
    assert (found.at.length, found.end_column) == (7, 12)


def test_a_place_without_words_keeps_the_length_that_its_file_knows() -> None:
    assert place_of(Diagnostic(Code.YAML_TAG, "Een tag.", Source("a.yaml")), locate).at.length == 9


def test_words_over_more_lines_say_nothing_about_one_line() -> None:
    assert place_of(finding(words="een\ntwee"), locate).at.length == 0


def test_second_places_are_looked_up_too() -> None:
    related = (Related("hier  ook", Source("content/b.yaml", ("id",))),)
    found = place_of(Diagnostic(Code.DUPLICATE_ID, "Dubbel.", Location("a.yaml"), "", related), locate)
    assert [(each.message, each.at.line) for each in found.related] == [("hier ook", 41)]
