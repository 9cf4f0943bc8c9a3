"""A chosen word is the word, and knows where it was typed."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ValidationError

from pipeline.content.source import YamlText
from pipeline.content.values import KeepSource, source_of
from pipeline.diagnostics import Source


class Answer(BaseModel):
    word: Annotated[Literal["ja", "nee"] | None, KeepSource] = None


def test_a_choice_keeps_its_source_and_equals_the_word() -> None:
    where = Source("a.yaml", ("word",))
    answer = Answer.model_validate({"word": YamlText("ja", where)})
    assert answer.word == "ja"
    assert source_of(answer.word) == where


def test_a_word_without_source_and_nothing_at_all_are_fine() -> None:
    assert Answer(word="nee").word == "nee"
    assert Answer.model_validate({"word": None}).word is None


@pytest.mark.parametrize("typed", ["misschien", "JA", ["ja"]])
def test_anything_else_is_refused(typed: object) -> None:
    with pytest.raises(ValidationError):
        Answer.model_validate({"word": typed})
