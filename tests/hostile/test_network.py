"""A whole build asks no network for anything, whatever addresses its content names."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any, NoReturn

import pytest

from pipeline.engine.makers import Makers
from tests import projects as p
from tests.cli.runner import run
from tests.hostile.attack import found, text

ADDRESSES = ("http://kamerwerk.invalid/a", "ftp://kamerwerk.invalid/a", "file:///etc/passwd")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Refuse every connection and every question for an address, and keep what was asked."""
    wanted: list[object] = []

    def refuse(*arguments: Any, **_named: Any) -> NoReturn:
        wanted.append(arguments)
        raise OSError("no network here")

    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    return wanted


def test_links_are_printed_and_never_followed(tmp_path: Path, asked: list[object]) -> None:
    root = p.write_project(tmp_path, text("De site [van de regio](https://kamerwerk.invalid/a) zegt meer."))
    result = run("build", "--jobs", "1", project=root, makers=Makers())
    assert result.exit_code == 0, result.output
    assert list((root / "build").rglob("*.pdf"))
    assert asked == []


@pytest.mark.parametrize("address", [*ADDRESSES, "data:image/png;base64,AAAA"])
def test_an_address_for_a_picture_is_refused_unasked(
    tmp_path: Path, asked: list[object], address: str
) -> None:
    root = p.write_project(tmp_path, text(f"![Kaart]({address}.png)"))
    assert found(root)[0] in {f"KAM601 {p.REGIO}", f"KAM602 {p.REGIO}"}
    assert asked == []


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "inside",
    [
        '<image href="ADDRESS"/>',
        '<rect style="fill:url(ADDRESS)"/>',
        "<style>@import 'ADDRESS';</style>",
        "<style>rect { fill: u\\72l(ADDRESS) }</style>",
        '<use href="ADDRESS#a"/>',
    ],
    ids=["image", "style", "import", "disguised", "use"],
)
def test_an_address_in_an_svg_is_refused_unasked(
    tmp_path: Path, asked: list[object], address: str, inside: str
) -> None:
    inside = inside.replace("ADDRESS", address)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'
    kaart = p.write("content/regios/zeeland/kaart.svg", svg)
    assert found(p.write_project(tmp_path, kaart, text("![Kaart](kaart.svg)"))) == [f"KAM603 {p.REGIO}"]
    assert asked == []


def test_the_guard_sees_who_does_ask(asked: list[object]) -> None:
    with pytest.raises(OSError, match="no network"):
        socket.create_connection(("kamerwerk.invalid", 80))
    assert len(asked) == 1
