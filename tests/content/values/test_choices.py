"""A chosen word is the word and a number the number, and each knows where it was typed."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, ValidationError

from pipeline.content.source import YamlText
from pipeline.content.values import KeepSource, SourcedNumber, source_of
from pipeline.diagnostics import Source

WHERE = Source("a.yaml", ("word",))


class Answer(BaseModel):
    word: Annotated[Literal["ja", "nee"] | None, KeepSource] = None
    year: Annotated[int | None, Field(ge=2000, le=2100), KeepSource] = None


def test_a_choice_keeps_its_source_and_equals_the_word() -> None:
    answer = Answer.model_validate({"word": YamlText("ja", WHERE)})
    assert answer.word == "ja"
    assert source_of(answer.word) == WHERE


def test_a_number_keeps_its_source_and_counts_as_the_number() -> None:
    year = Answer.model_validate({"year": YamlText("2030", WHERE)}).year
    assert isinstance(year, SourcedNumber)
    assert (year, year + 1, str(year), year.source) == (2030, 2031, "2030", WHERE)


def test_a_value_without_source_and_nothing_at_all_are_fine() -> None:
    assert Answer(word="nee", year=2030).model_dump() == {"word": "nee", "year": 2030}
    assert Answer.model_validate({"word": None, "year": None}).model_dump() == {"word": None, "year": None}


@pytest.mark.parametrize("typed", ["misschien", "JA", ["ja"]])
def test_any_other_word_is_refused(typed: object) -> None:
    with pytest.raises(ValidationError):
        Answer.model_validate({"word": typed})


@pytest.mark.parametrize("typed", ["twee", "1999", "2101", "2030,5", ["2030"]])
def test_any_other_number_is_refused(typed: object) -> None:
    with pytest.raises(ValidationError):
        Answer.model_validate({"year": YamlText(typed, WHERE) if isinstance(typed, str) else typed})
