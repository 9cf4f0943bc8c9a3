"""The quicker functions give what those of the engine give, and nothing of one document reaches the next."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partialmethod
from typing import Any

import pytest
from weasyprint import CSS, HTML
from weasyprint.draw import text
from weasyprint.layout import page as pages

from pipeline.document.nodes import Document
from pipeline.house_style import HouseStyle
from pipeline.render.pdf import render_pdf, weasyprint_repairs
from pipeline.render.pdf.fonts import font_configuration
from pipeline.render.pdf.page import Page
from pipeline.render.pdf.weasyprint_repairs import QUICKER, Quicker, RepairError, repair_weasyprint, unchanged
from tests.stress import stress_letter, stress_report
from tests.styles import house_style
from tests.trees import letter, report


def in_a_new_process(
    make: Callable[[Document, HouseStyle], bytes], document: Document, style: HouseStyle
) -> bytes:
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(make, document, style).result()


class Counted:
    """A function that counts how often it is called."""

    def __init__(self, function: Any) -> None:
        self.function = function
        self.times = 0

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.times += 1
        return self.function(*args, **options)


def pdf(document: Document, style: HouseStyle) -> bytes:
    return render_pdf(document, style).data


def no_known_letters(font: Any, size: float, glyphs: Any, count: int) -> tuple[str, int]:
    return "", 0


def pdf_without_quicker_functions(document: Document, style: HouseStyle) -> bytes:
    weasyprint_repairs.QUICKER = ()
    repair_weasyprint()
    text.__dict__["known_letters"] = no_known_letters
    return render_pdf(document, style).data


@pytest.mark.parametrize("document", [stress_letter(), stress_report()], ids=["letter", "report"])
def test_the_file_is_the_one_that_the_engines_own_functions_give(document: Document) -> None:
    theirs = in_a_new_process(pdf_without_quicker_functions, document, house_style())
    assert pdf(document, house_style()) == theirs


UNUSUAL_RULES = """
  div { margin-inline-start: 3em; padding-block: calc(1em + 2px); border: 2px solid; border-radius: 9px 0 }
  div > p { margin: 0; margin-block-end: 2em; background: #eee; opacity: 0.5; transform: rotate(3deg) }
  span { --wide: 4px; padding-left: var(--wide); border-left: 1px dotted; outline: 1px solid }
  td { border: 1px solid; border-top-left-radius: 3mm; text-align: right }
"""
UNUSUAL = (
    "<html lang=nl><div><p>fi\u0301n <span>één</span> <q>twee</q></p>"
    "<table><tr><td>drie<td>vier</table><ol><li>vijf</ol></div>"
)


def unusual_pdf(_: Document, style: HouseStyle) -> bytes:
    repair_weasyprint()
    fonts = font_configuration(style)
    rules = f"html {{ font-family: '{style.fonts.family}' }} {UNUSUAL_RULES}"
    sheet = CSS(string=rules, font_config=fonts)
    made = HTML(string=UNUSUAL).write_pdf(font_config=fonts, stylesheets=[sheet], pdf_identifier=b"proef")
    assert made is not None
    return made


def unusual_pdf_without_quicker_functions(document: Document, style: HouseStyle) -> bytes:
    weasyprint_repairs.QUICKER = ()
    repair_weasyprint()
    text.__dict__["known_letters"] = no_known_letters
    return unusual_pdf(document, style)


def test_what_rules_set_by_other_names_or_calculate_is_as_the_engine_has_it() -> None:
    theirs = in_a_new_process(unusual_pdf_without_quicker_functions, letter(), house_style())
    assert in_a_new_process(unusual_pdf, letter(), house_style()) == theirs


def test_another_house_style_in_the_same_process_gets_its_own_letters() -> None:
    first = house_style()
    fonts = first.fonts.model_copy(update={"regular": first.fonts.italic, "italic": first.fonts.regular})
    second = first.model_copy(update={"fonts": fonts})
    made = [pdf(letter(), style) for style in (first, second, first, second)]
    assert made[:2] == made[2:]
    assert made[0] != made[1]
    assert made[1] == in_a_new_process(pdf, letter(), second)


def test_a_plain_report_is_laid_out_once_and_hardly_any_page_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds, remade = Counted(Page.render), Counted(pages.remake_page)
    monkeypatch.setattr(Page, "render", partialmethod(rounds))
    monkeypatch.setattr(pages, "remake_page", remade)
    outcome = render_pdf(report(), house_style())
    assert rounds.times == 1
    # The page of the contents list knows its numbers only when the others are there.
    assert outcome.pages <= remade.times <= outcome.pages + 2


@pytest.mark.parametrize("quicker", QUICKER, ids=lambda one: one.function)
def test_every_quicker_function_stands_where_the_engine_looks_it_up(quicker: Quicker) -> None:
    repair_weasyprint()
    found: Any = getattr(quicker.owner, quicker.function)
    assert found is quicker.ours


@pytest.mark.parametrize("quicker", QUICKER, ids=lambda one: one.function)
def test_a_function_with_another_text_is_not_replaced(quicker: Quicker) -> None:
    repair_weasyprint()
    # What stands there now is ours, and so not the text that ours was written for.
    with pytest.raises(RepairError, match=quicker.function):
        unchanged(quicker)
    with pytest.raises(RepairError):
        unchanged(replace(quicker, digest="0" * 16))
