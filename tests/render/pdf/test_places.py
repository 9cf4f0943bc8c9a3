"""Where pages show what was written: the right value, in the right box, once per page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.compose.documents import compose
from pipeline.content.documents import requested_documents
from pipeline.content.project import Project, read_project
from pipeline.engine.places import resolve_places
from pipeline.house_style import load_house_style
from pipeline.render.pdf.render import RenderedPdf, render_pdf
from pipeline.render.rendered import Place
from tests.projects import BRIEF, line_of, write_project

_LONG = "Dit is een zin die vaak terugkomt, zodat de tekst niet op één bladzijde past. "


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, RenderedPdf]:
    root = write_project(tmp_path_factory.mktemp("project"))
    text = (root / BRIEF).read_text(encoding="utf-8")
    key = "\ntekst: |\n"
    assert text.count(key) == 1
    long = f"{key}  {_LONG * 90}\n\n  Een korte alinea met een noot.^[De woorden van de noot.]\n\n"
    (root / BRIEF).write_text(text.replace(key, long), encoding="utf-8")
    project, _ = read_project(root)
    places = resolve_places(root)
    style, _ = load_house_style(places.house_style, places.house_style_shown)
    request = next(each for each in requested_documents(project) if each.kind == "brief")
    assert style
    document = compose(request, project, style, places.templates).document
    assert document
    return project, render_pdf(document, style)


def _saying(rendered: RenderedPdf, words: str) -> list[Place]:
    return [place for place in rendered.places if place.words.startswith(words)]


def test_a_paragraph_points_at_the_line_where_it_was_typed(letter: tuple[Project, RenderedPdf]) -> None:
    project, rendered = letter
    (place,) = _saying(rendered, "Een korte alinea met een noot.")
    at = project.locate(place.source)
    assert (at.file, at.line) == (BRIEF, line_of(project.root, BRIEF, "Een korte alinea met een noot."))


def test_a_paragraph_that_runs_over_has_a_place_on_each_page(letter: tuple[Project, RenderedPdf]) -> None:
    _, rendered = letter
    parts = _saying(rendered, "Dit is een zin")
    assert len(parts) > 1
    assert all(later.page == earlier.page + 1 for earlier, later in pairwise(parts))


def test_a_note_has_its_own_place_below_the_text(letter: tuple[Project, RenderedPdf]) -> None:
    _, rendered = letter
    (note,) = _saying(rendered, "De woorden van de noot.")
    (paragraph,) = _saying(rendered, "Een korte alinea met een noot.")
    assert note.page == paragraph.page
    assert note.top > paragraph.top + paragraph.height


def test_every_box_lies_on_the_page_in_mm(letter: tuple[Project, RenderedPdf]) -> None:
    _, rendered = letter
    for place in rendered.places:
        assert 0 <= place.left < place.left + place.width <= 210
        assert 0 <= place.top < place.top + place.height <= 297
        assert 1 <= place.page <= rendered.pages


def test_no_passage_is_told_twice_on_a_page(letter: tuple[Project, RenderedPdf]) -> None:
    _, rendered = letter
    boxes = [(place.page, place.left, place.top, place.words) for place in rendered.places]
    assert len(boxes) == len(set(boxes))


def test_what_the_template_wrote_has_no_place(letter: tuple[Project, RenderedPdf]) -> None:
    _, rendered = letter
    assert all(Path(place.source.file).suffix == ".yaml" for place in rendered.places)
    assert not _saying(rendered, "Pagina")
