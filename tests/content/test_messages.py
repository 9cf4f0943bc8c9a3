"""Errors of pydantic become sentences that a policy writer can act on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from pipeline.content.messages import translate_errors
from pipeline.content.source import read_yaml
from pipeline.content.values import Amount, Date, Id, Markdown, Text
from pipeline.diagnostics import Code, Diagnostic, Location, Source


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bedrag(Closed):
    soort: Literal["bedrag"]
    euro: Amount


class Uren(Closed):
    soort: Literal["uren"]
    aantal: Annotated[int, Field(ge=1, le=40)]


class Kans(Closed):
    id: Id
    titel: Annotated[Text, Field(description="De naam van de kans.")]
    meerwaarde: Markdown
    middelen: Annotated[Bedrag | Uren, Field(discriminator="soort")] | None = None
    trekker: Annotated[str | None, Field(alias="trekker-rijk")] = None


class Idee(Closed):
    id: Id
    reden: Markdown


class Agenda(Closed):
    status: Literal["concept", "vastgesteld", "verzonden"] = "concept"
    datum: Date | None = None
    jaar: int | None = None
    kansen: Annotated[tuple[Kans, ...], Field(min_length=1, max_length=3)] = ()
    vrij: dict[str, Uren] = {}
    keuze: Bedrag | Uren | None = None
    ideeen: tuple[Idee, ...] = ()
    code: Annotated[str, Field(pattern="^[a-z]+$", max_length=5)] = "x"

    @field_validator("jaar")
    @classmethod
    def _not_1900(cls, jaar: int | None) -> int | None:
        if jaar == 1900:
            raise ValueError("1900 is te lang geleden.")
        return jaar


def findings(text: str) -> list[Diagnostic]:
    read = read_yaml(text.encode(), "agenda.yaml")
    assert read.diagnostics == ()
    try:
        Agenda.model_validate(read.value)
    except ValidationError as error:
        return list(translate_errors(error, read.positions, Agenda, read.value or {}))
    return []


def only(text: str) -> Diagnostic:
    found = findings(text)
    assert len(found) == 1, found
    return found[0]


def located(text: str) -> tuple[Code, int, int]:
    read = read_yaml(text.encode(), "agenda.yaml")
    finding = only(text)
    where = finding.where
    if not isinstance(where, Location):
        where = read.positions.lookup(where.path, where.line, where.column)
    return finding.code, where.line, where.column


KANS = "kansen:\n  - id: water\n    titel: Water\n    meerwaarde: x\n"


class TestKeys:
    def test_a_sound_file_has_no_findings(self) -> None:
        middelen = "    middelen: {soort: uren, aantal: 4}\n    trekker-rijk: bzk\n"
        assert findings(KANS + middelen + "datum: 18 december 2026\njaar: 2026\n") == []

    def test_a_missing_key_is_named_with_its_meaning_at_its_group(self) -> None:
        text = "status: concept\nkansen:\n  - id: water\n    meerwaarde: x\n"
        assert located(text) == (Code.MISSING_KEY, 3, 5)
        finding = only(text)
        assert finding.message == "De sleutel “titel” ontbreekt in “kansen, onderdeel 1”."
        assert finding.hint == "Voeg toe: titel: … (De naam van de kans)"

    def test_an_unknown_key_is_reported_at_the_key_with_the_nearest_known_one(self) -> None:
        text = KANS + "statsu: concept\n"
        assert located(text) == (Code.UNKNOWN_KEY, 5, 1)
        assert only(text).hint == "Bedoelde u “status”?"

    def test_an_unknown_key_far_from_any_other_gets_the_list(self) -> None:
        assert "Hier kunnen staan: id, titel, meerwaarde" in only(KANS + "    xyz: 1\n").hint

    def test_the_alias_of_a_field_is_what_the_writer_is_told(self) -> None:
        assert only(KANS + "    trekker: bzk\n").hint == "Bedoelde u “trekker-rijk”?"


class TestShapes:
    def test_a_text_where_a_list_belongs(self) -> None:
        finding = only("kansen: water\n")
        assert (finding.code, finding.message) == (
            Code.WRONG_TYPE,
            "Bij “kansen” hoort een lijst te staan, maar er staat “water”.",
        )

    def test_a_text_where_a_group_belongs(self) -> None:
        finding = only(KANS + "  - water\n")
        assert finding.message == (
            "Bij onderdeel 2 van “kansen” hoort een groep sleutels te staan, maar er staat “water”."
        )

    def test_nothing_where_a_list_belongs(self) -> None:
        assert "maar er staat niets" in only("kansen:\n").message

    def test_words_where_a_number_belongs(self) -> None:
        assert only("jaar: tweeduizend\n").message == (
            "Bij “jaar” hoort een heel getal te staan, maar er staat “tweeduizend”."
        )

    def test_a_list_where_plain_text_belongs(self) -> None:
        assert "aanhalingstekens" in only("code: [x]\n").hint

    def test_a_choice_that_is_misspelled(self) -> None:
        finding = only("status: vastgesteldt\n")
        assert finding.code is Code.WRONG_CHOICE
        assert finding.message == "“vastgesteldt” kan niet bij “status”."
        assert finding.hint == "Bedoelde u “vastgesteld”? Kies uit: concept, vastgesteld, verzonden."

    def test_an_empty_list_and_one_that_is_too_long(self) -> None:
        assert only("kansen: []\n").code is Code.WRONG_LENGTH
        more = KANS + "".join(f"  - {{id: k{n}, titel: t, meerwaarde: m}}\n" for n in range(3))
        assert "hoogstens 3" in only(more).message

    def test_a_list_whose_entries_have_errors_is_not_also_called_empty(self) -> None:
        found = findings("kansen:\n  - id: water\n    titel: Water\n")
        assert [finding.code for finding in found] == [Code.MISSING_KEY]

    def test_text_that_is_too_long_or_has_another_form(self) -> None:
        assert "hoogstens 5" in only("code: abcdefgh\n").message
        assert only("code: A1\n").code is Code.INVALID_VALUE

    def test_the_words_of_a_validator_are_the_message(self) -> None:
        assert only("jaar: 1900\n").message == "1900 is te lang geleden."


class TestUnions:
    def test_the_path_has_only_keys_that_stand_in_the_file(self) -> None:
        text = KANS + "    middelen:\n      soort: bedrag\n      euro: '1.250'\n"
        assert located(text) == (Code.INVALID_AMOUNT, 7, 13)

    def test_a_number_out_of_bounds_in_a_member_of_a_union(self) -> None:
        finding = only(KANS + "    middelen: {soort: uren, aantal: 90}\n")
        assert finding.message == "Het getal bij “aantal” moet hoogstens 40 zijn."

    def test_an_unknown_kind_lists_the_kinds(self) -> None:
        finding = only(KANS + "    middelen: {soort: dagen, aantal: 9}\n")
        assert finding.code is Code.WRONG_CHOICE
        assert "bedrag, uren" in finding.hint

    def test_a_union_without_a_kind_key_keeps_the_path_clean(self) -> None:
        found = findings("keuze: {soort: uren, aantal: x}\n")
        assert all(
            finding.where.path[:1] == ("keuze",) and "Uren" not in finding.where.path
            for finding in found
            if not isinstance(finding.where, Location)
        )

    def test_the_keys_of_a_free_group_stay_in_the_path(self) -> None:
        text = "vrij:\n  maart: {soort: uren, aantal: 99}\n"
        assert located(text) == (Code.INVALID_VALUE, 2, 32)


class TestOwnErrors:
    def test_the_words_code_and_hint_of_a_value_arrive_unchanged(self) -> None:
        finding = only("datum: 31 april 2026\n")
        assert (finding.code, finding.message) == (Code.INVALID_DATE, "31 april 2026 bestaat niet.")
        assert finding.hint == "De laatste dag is 30 april 2026."

    def test_a_place_inside_a_text_is_kept(self) -> None:
        text = "kansen:\n  - id: water\n    titel: Nog {{ een }}.\n    meerwaarde: x\n"
        assert located(text) == (Code.JINJA_IN_TEXT, 3, 16)


class TestAnEntryInTheWrongList:
    def test_it_is_told_once_with_the_right_list(self) -> None:
        entry = "  - id: lucht\n    titel: Lucht\n    meerwaarde: y\n"
        finding = only(f"{KANS}ideeen:\n{entry}")
        assert (finding.code, finding.where) == (Code.UNKNOWN_KEY, Source("agenda.yaml", ("ideeen", 0)))
        assert "“ideeen”" in finding.message
        assert "“kansen”" in finding.hint

    def test_other_errors_of_the_file_are_told_too(self) -> None:
        entry = "  - id: lucht\n    titel: Lucht\n    meerwaarde: y\n"
        codes = [each.code for each in findings(f"status: concpet\n{KANS}ideeen:\n{entry}")]
        assert sorted(codes, key=str) == sorted([Code.UNKNOWN_KEY, Code.WRONG_CHOICE], key=str)

    def test_one_wrong_key_is_told_as_a_key(self) -> None:
        finding = only(f"{KANS}ideeen:\n  - id: lucht\n    reden: x\n    titel: Lucht\n")
        assert "De sleutel “titel” is hier onbekend" in finding.message

    def test_keys_that_fit_no_list_are_told_each(self) -> None:
        assert len(findings(f"{KANS}ideeen:\n  - id: lucht\n    a: 1\n    b: 2\n    reden: x\n")) == 2
