"""Each rule on one sentence: the words that it means, and what must certainly stand instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.content.values import MarkdownText
from pipeline.diagnostics import Code, Diagnostic, Source
from pipeline.language.check import CODES, RULES
from pipeline.language.ignoring import printed
from pipeline.language.prose import prose_of

SOURCE = Source("content/a.yaml", ("tekst",))


def found_in(typed: str) -> list[Diagnostic]:
    prose = prose_of(MarkdownText(typed, SOURCE))
    return [finding for rule in RULES for finding in rule(prose)]


WRONG = (
    ("Ik informeer uw kamer.", Code.CAPITAL, "uw kamer", "uw Kamer"),
    ("De tweede kamer besluit.", Code.CAPITAL, "tweede kamer", "Tweede Kamer"),
    ("Een kamerlid vroeg het.", Code.CAPITAL, "kamerlid", "Kamerlid"),
    ("Zoals het Kabinet schreef.", Code.CAPITAL, "Kabinet", "kabinet"),
    ("Ook de Provinciale Staten besluiten.", Code.CAPITAL, "Provinciale Staten", "provinciale staten"),
    ("Dat doet de Minister van Financiën.", Code.TITLE, "Minister", "minister"),
    ("Samen met het Ministerie van Financiën.", Code.TITLE, "Ministerie", "ministerie"),
    ("De brief van 01-07-2026.", Code.DATE_IN_TEXT, "01-07-2026", None),
    ("De brief van 24-04-2026.", Code.DATE_IN_TEXT, "24-04-2026", "24 april 2026"),
    ("De brief van 31-11-2026.", Code.DATE_IN_TEXT, "31-11-2026", None),
    ("De brief van 01 juli 2026.", Code.DATE_IN_TEXT, "0", ""),
    ("De brief van 1 Juli 2026.", Code.DATE_IN_TEXT, "Juli", "juli"),
    ("De brief van 1 juli j.l. noemt dat.", Code.SHORTENED, "j.l.", "jl."),
    ("De brief van 1 juli jl noemt dat.", Code.SHORTENED, "jl", "jl."),
    ("De brief van 1 juli 2025 jl. noemt dat.", Code.SHORTENED, "jl.", None),
    ("Het kost €30 miljoen.", Code.AMOUNT_IN_TEXT, "€", "€ "),
    ("Het kost € 3.1 miljard.", Code.AMOUNT_IN_TEXT, ".", ","),
    ("Het kost € 30 mln. per jaar.", Code.AMOUNT_IN_TEXT, " mln.", " miljoen"),
    ("Het kost 30 miljoen €.", Code.AMOUNT_IN_TEXT, "30 miljoen €", None),
    ("Zij noemen dit «samen».", Code.QUOTES, "«samen»", None),
    ("De regio , en het Rijk.", Code.SPACE, " ", ""),
    ("De regio  en het Rijk.", Code.SPACE, "  ", " "),
    ("De regio ( en het Rijk) doen mee.", Code.SPACE, " ", ""),
    ("# De regio.\n\nTekst.", Code.HEADING_FORM, ".", ""),
    ("# De regio\n\n## Het Rijk\n\nTekst.", Code.HEADING_FORM, "Het Rijk", None),
)

RIGHT = (
    "Ik informeer uw Kamer. De Tweede Kamer en de Eerste Kamer der Staten-Generaal vroegen het.",
    "Kabinet en Kamer zijn het eens. Het kabinet besluit, en de regering ook.",
    "Minister van Financiën is een ambt. Dat doet de minister van Binnenlandse Zaken.",
    "De kamer van het kasteel heeft een raam.",
    "De brief van 1 juli jl. en die van 24 april 2025 noemen dat.",
    "Het dossier 36800-VII, nr. 97, en het kenmerk 2026-0000301213.",
    "Het kost € 30 miljoen, € 3,1 miljard of € 1.250. Dat is 12.500 euro.",
    "Zij zeggen: “samen” (en meer). Wat nu? Niets!",
    "# De regio\n\nTekst.\n\n# Wat volgt?\n\nTekst.",
    "| Jaar  | Bedrag |\n| :---- | -----: |\n| 2027  | 12     |",
    "- punt\n  - dieper\n\n1. een\n2. twee",
    "Zie [de brief](https://www.rijksoverheid.nl/01-07-2026/uw-kamer)[@tweede-kamer; @kabinet] en [#kop].",
    "De [Tweede Keamer]{lang=fy} en [=tekst-kabinet].",
)


@pytest.mark.parametrize(("typed", "code", "words", "fix"), WRONG, ids=lambda value: str(value)[:30])
def test_a_rule_names_the_words_and_what_must_stand_instead(
    typed: str, code: Code, words: str, fix: str | None
) -> None:
    first, *others = found_in(typed)
    assert (first.code, first.words, first.fix) == (code, words, fix)
    assert all(each.code is code for each in others)
    assert first.hint


@pytest.mark.parametrize("typed", RIGHT, ids=lambda typed: typed[:30])
def test_good_dutch_is_left_alone(typed: str) -> None:
    assert [(each.code, each.words) for each in found_in(typed)] == []


@pytest.mark.parametrize(("typed", "fix"), [(typed, fix) for typed, _, _, fix in WRONG if fix is not None])
def test_what_is_mended_is_not_found_again(typed: str, fix: str) -> None:
    first = found_in(typed)[0]
    assert isinstance(first.where, Source)
    lines = typed.split("\n")
    line, at = lines[first.where.line], first.where.column
    lines[first.where.line] = f"{line[:at]}{fix}{line[at + len(first.words) :]}"
    assert len(found_in("\n".join(lines))) < len(found_in(typed))


@given(st.text(alphabet="aKk€«. ,;()|#[]@{}=^*\n0123456789julikamer-", max_size=80))
def test_the_words_of_a_finding_stand_at_its_place(typed: str) -> None:
    for finding in found_in(typed):
        assert isinstance(finding.where, Source)
        line = typed.split("\n")[finding.where.line]
        assert line[finding.where.column :].startswith(finding.words)


def test_every_code_of_a_rule_is_shown_here() -> None:
    assert {code for _, code, _, _ in WRONG} == CODES - {
        Code.ABBREVIATION,
        Code.LONG_SENTENCE,
        Code.LONG_PARAGRAPH,
        Code.MISSPELT,
        Code.NAME_DIFFERS,
        Code.FIGURE_DIFFERS,
        Code.WRITTEN_APART,
    }


def test_an_opmerking_in_a_text_would_be_printed() -> None:
    prose = prose_of(MarkdownText("Tekst.\n# kamerwerk: negeer KAM453\n", SOURCE))
    (finding,) = printed(prose)
    assert (finding.code, finding.where) == (Code.IGNORE_PRINTED, SOURCE.inside(1))
