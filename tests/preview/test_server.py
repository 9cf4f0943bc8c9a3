from __future__ import annotations

import http.client
import json
import re
from collections.abc import Generator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests import projects as p
from tests.preview.serving import preview

PAGE = Path(__file__).parents[2] / "pipeline/preview/page"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    with preview(p.write_project(tmp_path_factory.mktemp("project"))) as started:
        yield started


def get(address: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    site = urlsplit(address)
    connection = http.client.HTTPConnection(site.hostname or "", site.port or 0, timeout=30)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    # A stream of events does not end: one message is enough.
    streaming = answer.getheader("content-type", "").startswith("text/event-stream")
    body = answer.readline() if streaming else answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def test_the_first_letter_is_shown_unless_another_is_named(address: str) -> None:
    assert address.endswith("/?document=brief/2026-12-voortgang")


def test_events_tell_of_a_document_and_its_pages_can_be_fetched(address: str) -> None:
    status, headers, line = get(address, "/events?document=brief/2026-12-voortgang")
    assert status == 200
    assert headers["cache-control"] == "no-store"
    message = json.loads(line.removeprefix(b"data: "))
    assert message["fresh"]
    assert len(message["pages"]["spots"]) > 10
    status, headers, picture = get(address, f"/pages/{message['pages']['names'][0]}.png?width=500")
    assert (status, headers["content-type"]) == (200, "image/png")
    assert picture.startswith(b"\x89PNG")


@pytest.mark.parametrize("path", ["/", "/static/preview.js", "/static/nergens.js"])
def test_nothing_from_elsewhere_may_be_loaded(address: str, path: str) -> None:
    _, headers, _ = get(address, path)
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", ""])
def test_another_name_for_this_machine_is_refused(address: str, host: str) -> None:
    """A site that lets its own name point at this machine could otherwise read the documents."""
    status, _, body = get(address, "/events?document=agenda/zeeland", Host=host)
    assert status == 400
    assert b"Zeeland" not in body


@pytest.mark.parametrize(
    "path",
    [
        "/static/../session.py",
        "/static/%2e%2e/session.py",
        "/static//etc/passwd",
        "/content/programma.yaml",
        "/pages/nergens.png",
        "/pages/.png",
        "/pages/nergens/1.png",
        "/pages/nergens/-1.png",
        "/pages/nergens/een.png",
    ],
)
def test_nothing_else_of_the_disk_is_given(address: str, path: str) -> None:
    assert get(address, path)[0] == 404


@pytest.mark.parametrize("width", ["", "-5", "nul", "9" * 40, "²"])
def test_a_strange_width_is_brought_within_bounds(address: str, width: str) -> None:
    _, _, line = get(address, "/events?document=brief/2026-12-voortgang")
    name = json.loads(line.removeprefix(b"data: "))["pages"]["names"][0]
    status, _, picture = get(address, f"/pages/{name}.png?width={quote(width)}")
    assert status == 200
    assert len(picture) < 5_000_000


def test_the_page_asks_for_nothing_outside_itself() -> None:
    for file in PAGE.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|//[a-z]+\.|@import|eval\(|innerHTML|onclick=", text), file.name
