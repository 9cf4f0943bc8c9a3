"""Citations: every notation in use, one printed form, and nothing guessed."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.values import Citation, CitationProblem, parse_citation, vergaderjaar_of
from pipeline.content.values.citation_kinds import Kamerstuk, WholeBill, normalised_locator
from pipeline.diagnostics import Code

DAY = date(2025, 3, 1)
OFFICIAL = "https://zoek.officielebekendmakingen.nl/"


def read(text: str, day: date | None = DAY) -> Citation:
    found = parse_citation(text, day)
    assert not isinstance(found, CitationProblem), found.message
    return found


def refused(text: str, day: date | None = DAY) -> CitationProblem:
    found = parse_citation(text, day)
    assert isinstance(found, CitationProblem), str(found)
    assert found.message
    assert found.hint
    return found


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("kst-36600-VII-1", "kst-36600-VII-1"),
        ("KST-36600-vii-1", "kst-36600-VII-1"),
        ("36600-VII, nr. 1", "kst-36600-VII-1"),
        ("36 600 VII nr 1", "kst-36600-VII-1"),
        ("36.600 VII, nr. 1", "kst-36600-VII-1"),
        ("36 600 VII, nr. 1", "kst-36600-VII-1"),
        ("Kamerstukken II 2024/25, 36600-VII, nr. 1", "kst-36600-VII-1"),
        ("Kamerstukken II 2024-2025, 36 600 VII, nr. 1.", "kst-36600-VII-1"),
        ("Tweede Kamer, vergaderjaar 2024–2025, 36 600 VII, nr. 1", "kst-36600-VII-1"),
        ("Kamerstukken II 2024/25 36600-VII nr. 1", "kst-36600-VII-1"),
        ("Kamerstukken I 2012/13 CXXIV, G", "kst-cxxiv-g"),
        ("Kst. 29 697, nr. 179", "kst-29697-179"),
        ("kst 29697, nr. 179", "kst-29697-179"),
        ("Kst. 32 500 A, nr. 12", "kst-32500-A-12"),
        ("Kst. II 2024/25, 29697, nr. 179", "kst-29697-179"),
        ("Kamerstuk 29279, nr. 1044", "kst-29279-1044"),
        ("(Kamerstuk 29 279, nr. 1044)", "kst-29279-1044"),
        ("Kamerstuk II 29279, nr. 1044", "kst-29279-1044"),
        ("29279-1044", "kst-29279-1044"),
        ("29279 97", "kst-29279-97"),
        ("21501-02 nr. 3174", "kst-21501-02-3174"),
        ("21501-02-3174", "kst-21501-02-3174"),
        ("36600-IXB, nr. 3", "kst-36600-IXB-3"),
        ("36600-B, nr. 9", "kst-36600-B-9"),
        ("36836 D", "kst-36836-D"),
        ("36836, nr. D", "kst-36836-D"),
        ("kst-33328-ai", "kst-33328-AI"),
        ("kst-36200-A", "kst-36200-A"),
        ("Kamerstukken I 2023/24, 36200, A", "kst-36200-A"),
        ("Kamerstukken I 2023/24, 36200 A", "kst-36200-A"),
        ("31700 VI, D", "kst-31700-VI-D"),
        ("kst-cxxiv-g", "kst-cxxiv-g"),
        ("Kamerstukken I 2012/13, CXXIV, G", "kst-cxxiv-g"),
        ("ah-tk-20242025-100", "ah-tk-20242025-100"),
        ("Aanhangsel van de Handelingen II 2024/25, nr. 100", "ah-tk-20242025-100"),
        ("Aanhangsel Handelingen I 2024/25, nr. 3", "ah-ek-20242025-3"),
        ("h-tk-20242025-20-3", "h-tk-20242025-20-3"),
        ("Handelingen II 2024/25, nr. 20, item 3", "h-tk-20242025-20-3"),
        ("Handelingen TK 2024/25, 20, item 3", "h-tk-20242025-20-3"),
        ("Handelingen II 2007/08, nr. 69, p. 4952-4956", "h-tk-20072008-4952-4956"),
        ("h-tk-20102011-108-5", "h-tk-20102011-108-5"),
        ("blg-1184123", "blg-1184123"),
        ("Stb. 2011, 35", "stb-2011-35"),
        ("Staatsblad 2011, nr. 35", "stb-2011-35"),
        ("stcrt-2024-30890", "stcrt-2024-30890"),
        ("Trb. 2011, 1", "trb-2011-1"),
    ],
)
def test_every_notation_leads_to_the_same_paper(typed: str, identity: str) -> None:
    assert read(typed).url == f"{OFFICIAL}{identity}.html"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("36 800 VII nr 97", "Kamerstukken II 2024/25, 36800-VII, nr. 97"),
        (
            "Kamerstukken II 2024/25 36800-VII nr. 97",
            "Kamerstukken II 2024/25, 36800-VII, nr. 97",
        ),
        ("Kst. 29 697, nr. 179", "Kamerstukken II 2024/25, 29697, nr. 179"),
        ("Kst. 32 500 A, nr. 12", "Kamerstukken II 2024/25, 32500-A, nr. 12"),
        ("Kamerstukken 31945", "Kamerstukken 31945"),
        ("kamerstukken 31 945.", "Kamerstukken 31945"),
        ("Kamerstukken 36000 (R2155)", "Kamerstukken 36000 (R2155)"),
        ("kamerstuk ii 2022/23, 36200, nr. 1", "Kamerstukken II 2022/23, 36200, nr. 1"),
        ("34430, nr. AB", "Kamerstukken I 2024/25, 34430, AB"),
        ("Kamerstukken I 2008/09, 31700 VI, D, p. 4", "Kamerstukken I 2008/09, 31700-VI, D, p. 4"),
        ("36600-VII, nr. 1, blz. 4 – 6", "Kamerstukken II 2024/25, 36600-VII, nr. 1, p. 4-6"),
        ("Kamerstukken I 1994/95, 23429, nr. 188b", "Kamerstukken I 1994/95, 23429, nr. 188b"),
        ("Kamerstukken II 1999/2000, 26800, nr. 9", "Kamerstukken II 1999/2000, 26800, nr. 9"),
        ("Kamerstukken II 1999/00, 26800, nr. 9", "Kamerstukken II 1999/2000, 26800, nr. 9"),
        ("36000 (R2155), nr. 3", "Kamerstukken II 2024/25, 36000 (R2155), nr. 3"),
        (
            "Handelingen II 2010/11, nr. 108, item 5, p. 25-36",
            "Handelingen II 2010/11, nr. 108, item 5, p. 25-36",
        ),
        ("h-tk-20072008-4952-4956", "Handelingen II 2007/08, p. 4952-4956"),
        (
            "Aanhangsel van de Handelingen II, 2022/23, nr. 1823.",
            "Aanhangsel Handelingen II 2022/23, nr. 1823",
        ),
        (
            "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9",
            "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9",
        ),
        ("Stcrt. 2015, nr. 10247", "Stcrt. 2015, 10247"),
        ("2024d40329", "Tweede Kamer, documentnummer 2024D40329"),
        ("2024Z12345", "Tweede Kamer, zaaknummer 2024Z12345"),
        ("kst-1268678", "Kamerstuk (kst-1268678)"),
        (
            "Brief van de minister van BZK van 3 maart 2024, kenmerk 2024-0000123",
            "Brief van de minister van BZK van 3 maart 2024, kenmerk 2024-0000123",
        ),
    ],
)
def test_it_is_printed_in_one_form(typed: str, printed: str) -> None:
    assert str(read(typed)) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9",
        "2024D40329",
        "36000 (R2155), nr. 3",
        "Kamerstukken 31945",
        "Brief van de minister van BZK van 3 maart 2024, kenmerk 2024-0000123",
    ],
)
def test_no_address_is_made_up_where_none_can_be_derived(typed: str) -> None:
    assert read(typed).url is None


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        ("36800-VII, nr. 97", "kst-36800-VII-97"),
        ("Kst. 29 697, nr. 179, p. 4", "kst-29697-179"),
        ("21501-02, nr. 2700", "kst-21501-02-2700"),
        ("Kamerstukken I 2023/24, 36200, A", "kst-36200-A"),
        ("kst-cxxiv-g", "kst-cxxiv-g"),
        ("kst-1268678", "kst-1268678"),
    ],
)
def test_a_kamerstuk_has_its_official_id(typed: str, identity: str) -> None:
    assert read(typed).official_id == identity


@pytest.mark.parametrize(
    "typed",
    [
        "36000 (R2155), nr. 3",
        "Kamerstukken 31945",
        "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9",
        "blg-1184123",
        "ah-123456",
        "Handelingen II 2024/25, nr. 20, item 3",
        "Aanhangsel Handelingen I 2024/25, nr. 3",
        "Stb. 2011, 35",
        "2024D40329",
        "Brief van de minister van BZK van 3 maart 2024, kenmerk 2024-0000123",
    ],
)
def test_what_is_no_kamerstuk_or_has_no_known_id_gets_none(typed: str) -> None:
    assert read(typed).official_id is None


class TestYear:
    def test_it_follows_from_the_date(self) -> None:
        assert str(read("36800-VII, nr. 97", date(2026, 7, 1))).startswith("Kamerstukken II 2025/26")
        assert str(read("36800-VII, nr. 97", date(2026, 9, 20))).startswith("Kamerstukken II 2026/27")

    @pytest.mark.parametrize("typed", ["36800-VII, nr. 97", "kst-36836-D", "Handelingen II, nr. 20, item 3"])
    def test_without_year_and_date_it_is_refused_and_says_so(self, typed: str) -> None:
        problem = refused(typed, None)
        assert problem.code is Code.CITATION_YEAR
        assert "ontbreekt het vergaderjaar" in problem.message

    @pytest.mark.parametrize(
        ("typed", "day", "hint"),
        [
            ("Kamerstukken II 25/26, 36800-VII, nr. 97", None, "Bedoelde u 2025/26?"),
            ("Kamerstukken II 25/26 36800-VII nr. 97", date(2026, 7, 1), "Bedoelde u 2025/26?"),
            ("Tweede Kamer, vergaderjaar '24-'25, 36800-VII, nr. 97", DAY, "Bedoelde u 2024/25?"),
            ("Kst. 95/96, 24400, nr. 2", None, "Bedoelde u 1995/96?"),
            ("Kamerstukken II 40/41, 24400, nr. 2", DAY, "Bedoelde u 1940/41?"),
            ("Bijlage bij Kamerstukken II 99/00, 26800, nr. 9", None, "Bedoelde u 1999/2000?"),
            ("25/27, 36800-VII, nr. 97", None, "Schrijf het jaar zoals in 2025/26."),
            ("Handelingen II 24/25, nr. 20, item 3", DAY, "Bedoelde u 2024/25?"),
            ("Aanhangsel van de Handelingen II 24/25, nr. 100", DAY, "Bedoelde u 2024/25?"),
        ],
    )
    def test_years_of_two_digits_are_refused_with_the_century(
        self, typed: str, day: date | None, hint: str
    ) -> None:
        problem = refused(typed, day)
        assert (problem.code, problem.hint) == (Code.CITATION_YEAR, hint)
        assert "vier cijfers" in problem.message

    def test_a_whole_bill_needs_no_year(self) -> None:
        assert isinstance(read("Kamerstukken 31945", None), WholeBill)

    @pytest.mark.parametrize(
        ("typed", "hint"),
        [
            ("Kamerstukken II 2023/25, 36200, nr. 1", "Bedoelde u 2023/24?"),
            ("Aanhangsel van de Handelingen II, 2022/-23, nr. 1823.", "Bedoelde u 2022/23?"),
            ("Handelingen II 2023/22, nr. 20, item 3", "Bedoelde u 2023/24?"),
        ],
    )
    def test_years_that_do_not_follow_each_other_are_refused(self, typed: str, hint: str) -> None:
        problem = refused(typed)
        assert (problem.code, problem.hint) == (Code.CITATION_YEAR, hint)

    def test_a_year_that_had_not_begun_is_refused(self) -> None:
        assert "2024/25" in refused("Kamerstukken II 2025/26, 36200, nr. 1").message
        assert refused("Stb. 2026, 3").code is Code.INVALID_CITATION
        assert str(read("Kamerstukken II 2025/26, 36200, nr. 1", None))

    def test_a_later_letter_is_refused(self) -> None:
        assert "later" in refused("Brief van de minister van X van 1 mei 2025, kenmerk 1").message


class TestRefusals:
    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            ("36600", "onvolledig"),
            ("36 600 VII", "onvolledig"),
            ("kst-36600-VII", "onvolledig"),
            ("21501-02", "onvolledig"),
            ("Kamerstukken II 2024/25, 36600", "onvolledig"),
            ("Kamerstuk 36600", "onvolledig"),
            ("Kst. 36600", "onvolledig"),
            ("Kamerstukken II 36600", "onvolledig"),
            ("Kamerstukken 2024/25, 36600", "onvolledig"),
            ("Kamerstukken 36600-VII", "onvolledig"),
            ("Kamerstukken 36600, p. 4", "onvolledig"),
            ("Bijlage bij Kamerstukken 31945", "onvolledig"),
            ("Kamerstukken 3194", "4 cijfers"),
            ("36600 B", "is B een begroting"),
            ("Kamerstukken I 2023/24, 36200, nr. 12", "Eerste Kamer heeft letters"),
            ("Kamerstukken II 2023/24, 36200, A", "Tweede Kamer heeft een nummer"),
            ("Kamerstukken II 2023/24, 36200-ZZ, nr. 2", "geen toevoeging"),
            ("36200-IIII, nr. 2", "geen toevoeging"),
            ("Kamerstukken II 2023/24, 3620, nr. 2", "4 cijfers"),
            ("Kamerstukken II 2023/24, 362000, nr. 2", "6 cijfers"),
            ("Kamerstukken II 2023/24 3620, nr. 2", "4 cijfers"),
            ("Kamerstukken II 2023/24 362000, nr. 2", "6 cijfers"),
            ("362000 2", "6 cijfers"),
            ("3620 12", "4 cijfers"),
            ("36200, nr. 0", "geen nummer"),
            ("36200, nr. 007", "geen nummer"),
            ("36200, ABCD", "geen nummer"),
            ("36200, nr. 2, p. 9-4", "lopen niet op"),
            ("36200, nrs. 2 en 3", "meer dan één stuk"),
            ("36200, nr. 2-3", "meer dan één stuk"),
            ("36600-B/C nr. 9", "twee dossiers"),
            ("Kamerstukken II 2024/25, CXXIV, nr. 3", "Eerste Kamer"),
            ("Handelingen 2024/25, nr. 20, item 3", "ontbreekt de Kamer"),
            ("Handelingen II 2024/25, nr. 20", "item ontbreekt"),
            ("Handelingen II 2024/25, item 3", "nummer van de vergadering"),
            ("Handelingen II 2007/08, nr. 69", "bladzijden ontbreken"),
            ("Handelingen II 2007/08, nr. 69, item 3", "hebben geen items"),
            ("Handelingen II 2007/08, nr. 69, p. 20-10", "lopen niet op"),
            ("Aanhangsel 2024/25, nr. 3", "ontbreekt de Kamer"),
            ("Stb. 2011, 0", "kan niet kloppen"),
            ("Brief van de minister van X van 31 april 2024, kenmerk 1", "31 april 2024 bestaat niet"),
            ("zomaar wat", "geen verwijzing"),
            ("", "leeg"),
        ],
    )
    def test_what_cannot_be_is_refused_with_the_reason(self, typed: str, words: str) -> None:
        problem = refused(typed)
        assert words in problem.message
        assert problem.code is Code.INVALID_CITATION

    @given(st.text(max_size=60))
    def test_any_text_gives_a_citation_or_a_problem(self, text: str) -> None:
        assert parse_citation(text, None) is not None

    @given(st.text(st.sampled_from("kst-36800 VII,nr.97AIp/()R"), max_size=30))
    def test_anything_near_a_citation_gives_a_form_that_is_read_back_the_same(self, text: str) -> None:
        found = parse_citation(text, DAY)
        if isinstance(found, Kamerstuk):
            assert parse_citation(str(found), DAY) == found


class TestLocators:
    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("p. 4", "p. 4"),
            ("p.4", "p. 4"),
            ("blz. 4–6", "p. 4-6"),
            ("pp. 4 - 6.", "p. 4-6"),
            ("§ 3.2", "§ 3.2"),
        ],
    )
    def test_a_place_is_added_in_its_printed_form(self, typed: str, printed: str) -> None:
        cited = read("36600-VII, nr. 1").with_locator(typed)
        assert str(cited) == f"Kamerstukken II 2024/25, 36600-VII, nr. 1, {printed}"

    @pytest.mark.parametrize("typed", ["p. 6-4", "p. 4-4"])
    def test_pages_that_do_not_rise_are_refused(self, typed: str) -> None:
        assert isinstance(normalised_locator(typed), CitationProblem)
        assert isinstance(read("36600-VII, nr. 1").with_locator(typed), CitationProblem)


years = st.integers(1996, 2024)
papers = st.one_of(st.integers(1, 9999).map(str), st.sampled_from(["A", "D", "G", "K", "AA", "AB", "BC"]))


@given(
    dossier=st.integers(10000, 99999),
    addition=st.sampled_from(["", "I", "IIA", "IV", "VII", "IXB", "XVI", "A", "B", "02", "(R2155)"]),
    year=years,
    paper=papers,
)
def test_a_printed_citation_is_read_back_the_same(dossier: int, addition: str, year: int, paper: str) -> None:
    chamber = "II" if paper[0].isdigit() else "I"
    number = f"nr. {paper}" if paper[0].isdigit() else paper
    separator = " " if addition.startswith("(") else "-"
    named = f"{dossier}{separator if addition else ''}{addition}"
    printed = f"Kamerstukken {chamber} {year}/{(year + 1) % 100:02d}, {named}, {number}".replace(
        "1999/00", "1999/2000"
    )
    assert str(read(printed)) == printed
    assert read(str(read(printed))) == read(printed)


def test_a_citation_travels_to_another_process() -> None:
    cited = read("36600-VII, nr. 1")
    assert pickle.loads(pickle.dumps(cited)) == cited
    assert isinstance(cited, Kamerstuk)
    assert cited.year == vergaderjaar_of(DAY)
