"""Template code is refused in text fields; the attributes of a picture are not template code."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from pipeline.content.values.text import read_markdown, read_plain_text


@pytest.mark.parametrize("text", ["{{ naam }}", "{% if x %}", "{# noot #}", "{#noot #}"])
def test_template_code_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read_markdown(f"Een zin met {text} erin.")
    assert "sjablooncode" in str((caught.value.context or {})["message"])
    with pytest.raises(PydanticCustomError):
        read_plain_text(text)


def test_the_id_of_a_picture_is_kept() -> None:
    text = '![Een schema](schema.svg "Bijschrift"){#schema breedte=120}'
    assert read_markdown(text) == text
