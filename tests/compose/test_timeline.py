from lxml import etree

from pipeline.compose.timeline import draw_timeline
from pipeline.content.models.agenda import Mijlpaal
from pipeline.house_style import HouseStyle
from tests.styles import house_style

SVG = "{http://www.w3.org/2000/svg}"


def milestone(moment: str, title: str = "Een mijlpaal", identity: str = "m") -> Mijlpaal:
    return Mijlpaal.model_validate({"id": identity, "titel": title, "moment": moment})


def drawn(*milestones: Mijlpaal) -> etree._Element:
    return etree.fromstring(draw_timeline(milestones, house_style()).data)


def width(style: HouseStyle) -> float:
    return style.page.width - style.report.margins.left - style.report.margins.right


def test_the_drawing_is_as_wide_as_the_text_and_grows_with_the_number_of_milestones() -> None:
    one = draw_timeline((milestone("2027"),), house_style())
    three = draw_timeline((milestone("2027"), milestone("2028"), milestone("Q1 2029")), house_style())
    assert one.width == three.width == width(house_style())
    assert three.height > one.height


def test_every_year_from_the_first_to_the_last_is_named() -> None:
    words = [text.text for text in drawn(milestone("Q4 2026"), milestone("2029")).iter(f"{SVG}text")]
    assert [word for word in words if word in {"2026", "2027", "2028", "2029", "2030"}] == [
        "2026",
        "2027",
        "2028",
        "2029",
    ]


def test_a_later_moment_stands_further_to_the_right() -> None:
    marks = [
        path.get("d", "") for path in drawn(milestone("maart 2027"), milestone("mei 2027")).iter(f"{SVG}path")
    ]
    first, second = (float(mark[1:].split()[0]) for mark in marks)
    assert first < second


def test_a_day_has_a_mark_and_a_period_has_a_bar_as_well() -> None:
    assert len(list(drawn(milestone("18 december 2027")).iter(f"{SVG}rect"))) == 0
    assert len(list(drawn(milestone("2027")).iter(f"{SVG}rect"))) == 1


def test_a_long_title_is_wrapped_and_no_word_is_lost() -> None:
    title = "Vaststelling van een bijzonder uitvoerige en zorgvuldig afgestemde gebiedsgerichte uitwerking"
    words = [text.text or "" for text in drawn(milestone("2027", title)).iter(f"{SVG}text")][1:]
    assert len(words) > 1
    assert " ".join(words) == f"1. {title}"


def test_characters_that_mean_something_in_xml_are_safe() -> None:
    words = [text.text or "" for text in drawn(milestone("2027", "Rijk & regio < 5 >")).iter(f"{SVG}text")]
    assert "1. Rijk & regio < 5 >" in " ".join(words)
