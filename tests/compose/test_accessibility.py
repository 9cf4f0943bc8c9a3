import pytest

from pipeline.compose.accessibility import check_headings, missing_header, vague_link
from pipeline.diagnostics import Code, Source
from pipeline.document import nodes as n

AT = Source("brief.yaml", ("tekst",), 3)


def heading(level: int, words: str) -> n.Heading:
    return n.Heading(level, (n.Text(words),), source=AT)


@pytest.mark.parametrize(
    "words",
    [
        "klik hier",
        "Klik hier!",
        "hier",
        "Lees meer »",
        "deze link",
        "via deze link",
        "meer informatie",
        "Website",
        "zie hier",
    ],
)
def test_a_link_that_says_nothing_by_itself_is_found(words: str) -> None:
    assert vague_link(words).startswith("De linktekst")


@pytest.mark.parametrize(
    "words",
    [
        "Regio Deal Zeeland",
        "hier en daar in Zeeland",
        "de website van de provincie",
        "www.rijksoverheid.nl",
        "meerjarenplan",
    ],
)
def test_a_link_that_names_its_aim_is_right(words: str) -> None:
    assert vague_link(words) == ""


def test_the_corner_of_a_table_may_be_empty() -> None:
    assert missing_header(["", "2026", "2027"]) == ""
    assert missing_header(["Bron", " ", "2027"]) == "Kolom 2 van deze tabel heeft geen kop."
    assert missing_header(["", ""]).startswith("Deze tabel heeft geen kopcellen")
    assert missing_header([]).startswith("Deze tabel heeft geen kopcellen")


def test_a_skipped_level_is_an_error_at_the_heading() -> None:
    body = (heading(1, "Een"), n.Quote((heading(2, "Twee"),)), heading(4, "Vier"))
    (finding,) = check_headings(body)
    assert (finding.code, finding.where) == (Code.HEADING_LEVEL, AT)
    assert finding.message == "De kop “Vier” heeft niveau 4; na een kop van niveau 2 hoort niveau 3."


def test_the_first_heading_has_level_one() -> None:
    assert [finding.message for finding in check_headings((heading(2, "Een"), heading(3, "Twee")))] == [
        "De kop “Een” heeft niveau 2; als eerste kop hoort niveau 1."
    ]


def test_levels_may_go_up_by_any_number() -> None:
    assert not list(check_headings((heading(1, "a"), heading(2, "b"), heading(3, "c"), heading(1, "d"))))
