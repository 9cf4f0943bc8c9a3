"""Whatever happens to a file of the real content: the program answers with findings, never with a traceback.

Each example changes one file in one to three places, as slips of the hand, of an editor or of git would; some
also break bytes, or put another file in its place. The gate tries 200 on the example content and 200 on the
small project; ``make soak`` tries 10,000 on the small one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from pipeline.checks import check_project
from pipeline.compose.documents import compose
from pipeline.compose.texts import check_texts
from pipeline.content.documents import requested_documents
from pipeline.content.project import Project, read_project
from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic
from pipeline.engine.places import Places, resolve_places
from pipeline.house_style import HouseStyle, load_house_style
from tests.projects import MINIMAL, write_project

ROOT = Path(__file__).parents[1]
CONTENT = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.yaml"))
GROUPS = {
    "regios": [file for file in CONTENT if "/regios/" in file],
    "gedeeld en brieven": [file for file in CONTENT if "/regios/" not in file],
}
EXAMPLES = 200 // len(GROUPS)

SHARDS = 4
"""Parts of the rounds on the small project, so that they can run side by side; each has a seed of its own."""

ROUNDS = int(os.environ.get("SOAK_MUTATIONS", "200")) // SHARDS

Mutation = Callable[[list[str]], list[str]]
"""A change to the lines of a file."""

SIGNS = "\t :-#\"'[]{}|>%@`\\“’…é🙂\u00a0\u00ad\u200b\u202e\ufeff\x00\x0b\uf0b7"
WORDS = (
    *("  ", ": ", "- ", " #", "&a", "*a", "!t", "---", "...", "<<<<<<< HEAD"),
    *("**", "^[", "[@", "[=", "[#weg]", "[@weg]", "[=weg]", "{{ x }}", "<b>", "| a | b |", "##Kop"),
    *("[a, b]", "{a: b}", "|", ">", "- x", "? x", "%YAML 1.1", "\u2028", "\ud800", "1e400", "0x7f", "~"),
    *("null", "ja", "2026-02-30", "1.500", "-1", "9" * 40, "e\u0301", "a" * 400),
)
PASTED = st.sampled_from([*SIGNS, *WORDS])
KINDS = ("move", "drop", "double", "swap", "indent", "outdent", "cut", "insert", "value", "drop-char")


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """Make one change; places are drawn as fractions, so that they fit a file of any length."""
    place = draw(st.floats(0, 1, exclude_max=True))
    column = draw(st.floats(0, 1))
    kind = draw(st.sampled_from(KINDS))
    pasted = draw(PASTED)
    far = draw(st.integers(1, 12))

    def change(lines: list[str]) -> list[str]:
        at = int(place * len(lines))
        line = lines[at]
        split = int(column * len(line))
        match kind:
            case "drop":
                return lines[:at] + lines[at + far :]
            case "double":
                return lines[:at] + lines[at : at + far] + lines[at:]
            case "move":
                other = int(column * (len(lines) - 1))
                return (
                    [*lines[:other], line, *lines[other:at], *lines[at + 1 :]] if other < at else lines[::-1]
                )
            case "swap":
                return lines[:at] + lines[at + 1 : at + 2] + [line] + lines[at + 2 :]
            case "indent":
                return lines[:at] + [" " * far + each for each in lines[at : at + far]] + lines[at + far :]
            case "outdent":
                return [*lines[:at], line[far:], *lines[at + 1 :]]
            case "cut":
                return [*lines[:at], line[:split]]
            case "insert":
                return [*lines[:at], line[:split] + pasted + line[split:], *lines[at + 1 :]]
            case "value":
                return [*lines[:at], f"{line.partition(':')[0]}: {pasted}", *lines[at + 1 :]]
            case _:
                return [*lines[:at], line[:split] + line[split + 1 :], *lines[at + 1 :]]

    return change


@st.composite
def bytes_changed(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Break the bytes of a file: put others over, between or instead of those at a place."""
    place = draw(st.floats(0, 1))
    put = draw(st.binary(max_size=4))
    over = draw(st.integers(0, 4))

    def change(data: bytes) -> bytes:
        at = int(place * len(data))
        return data[:at] + put + data[at + over :]

    return change


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inhoud")
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("klein"))


@pytest.fixture(scope="module")
def style() -> HouseStyle:
    places = resolve_places(ROOT)
    found, _ = load_house_style(places.house_style, places.house_style_shown)
    assert found
    return found


@pytest.mark.parametrize("group", GROUPS)
def test_no_change_to_a_file_gives_a_traceback(
    group: str, root: Path, style: HouseStyle, tell: Callable[[str], None]
) -> None:
    places, survived = resolve_places(root), count()

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(GROUPS[group]), st.lists(mutations(), min_size=1, max_size=3))
    def run(file: str, changes: list[Mutation]) -> None:
        original = (root / file).read_bytes()
        assert_survives(
            places, style, file, "\n".join(changed(original, changes)).encode("utf-8", "surrogatepass")
        )
        next(survived)

    run()
    tell_rounds(next(survived), EXAMPLES, tell)


@pytest.mark.parametrize("shard", range(SHARDS))
def test_the_small_project_survives_many_more_changes(
    shard: int, small: Path, style: HouseStyle, tell: Callable[[str], None]
) -> None:
    places, survived = resolve_places(small), count()
    broken = st.none() | bytes_changed()
    instead = st.none() | st.sampled_from(sorted(MINIMAL))

    @seed(shard)
    @settings(max_examples=ROUNDS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.sampled_from(sorted(MINIMAL)), st.lists(mutations(), min_size=1, max_size=3), broken, instead)
    def run(
        file: str, changes: list[Mutation], bytewise: Callable[[bytes], bytes] | None, other: str | None
    ) -> None:
        original = (small / (other or file)).read_bytes()
        data = "\n".join(changed(original, changes)).encode("utf-8", "surrogatepass")
        assert_survives(places, style, file, bytewise(data) if bytewise else data)
        next(survived)

    run()
    tell_rounds(next(survived), ROUNDS, tell)


def tell_rounds(survived: int, wanted: int, tell: Callable[[str], None]) -> None:
    """Tell how many changes of the content there were, which must be as many as were asked for."""
    tell(f"{survived} changes of the content survived")
    assert survived >= wanted


def changed(original: bytes, changes: list[Mutation]) -> list[str]:
    lines = original.decode("utf-8").split("\n")
    for change in changes:
        lines = change(lines) or [""]
    return lines


def assert_survives(places: Places, style: HouseStyle, file: str, data: bytes) -> None:
    """Read, check and compose the project with other bytes in a file, and put the file back."""
    original = (places.root / file).read_bytes()
    try:
        (places.root / file).write_bytes(data)
        project, findings = everything_found(places, style, file)
    finally:
        (places.root / file).write_bytes(original)
    for finding in findings:
        assert_well_said(finding, project)


def everything_found(places: Places, style: HouseStyle, file: str) -> tuple[Project, list[Diagnostic]]:
    """Read, check and compose as a build does; of the documents that use the file, one is composed."""
    project, read = read_project(places.root)
    found = [*read, *check_project(project), *check_texts(project)]
    using = [request for request in requested_documents(project) if file in request.files]
    for request in sorted(using, key=_size)[:1]:
        found += compose(request, project, style, places.templates).diagnostics
    return project, found


def _size(request: DocumentRequest) -> int:
    """Letters first: they are small, and they print something of everything."""
    return {"brief": 0, "bijlage": 1, "agenda": 2}[request.kind]


def assert_well_said(finding: Diagnostic, project: Project) -> None:
    at = project.locate(finding.where)
    assert finding.message.strip(), finding
    assert "None" not in finding.message, finding
    assert at.line >= 1, finding
    assert at.column >= 1, finding
    positions = project.positions.get(at.file)
    if positions and positions.text:
        lines = positions.text.split("\n")
        assert at.line <= len(lines), finding
        assert at.column <= len(lines[at.line - 1]) + 1, finding
