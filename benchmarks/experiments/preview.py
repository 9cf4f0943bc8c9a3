"""The preview: how long a writer waits between saving a file and seeing the new page.

The real server is driven as a browser drives it: it listens to the events, and asks for the picture of the
page on which the new words stand. The clock stops when that picture is there.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from benchmarks.bench import AGENDA, LETTER, Bench, example
from benchmarks.contenders import ENVIRONMENT
from benchmarks.experiments.everything import PROGRAM
from benchmarks.timing import Contender, ContenderError, Findings, race

_ROUNDS = 15
_PATIENCE = 120
"""Seconds without any news after which the preview counts as silent."""
_WIDTH = 1000
"""Pixels of the picture, as the page of the preview asks for on a usual screen."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that stands once in a file, to change again and again."""

    file: str
    words: str


_PLACES: Mapping[str, tuple[str, Place]] = {
    "brief": (
        LETTER,
        Place(
            "content/brieven/2026-12-voortgang/brief.yaml", "Een regio meldt zich met een vraag of een kans"
        ),
    ),
    "agenda": (
        AGENDA,
        Place("content/regios/zeeland/agenda.yaml", "Boeren, natuur, industrie en drinkwater"),
    ),
}


def measure(bench: Bench) -> Findings:
    """Save a letter and an agenda a number of times, each in a preview of its own."""
    found = Findings()
    for name, (identity, place) in _PLACES.items():
        contender: Contender = Writer(f"voorvertoning/{name}", example(bench), identity, place)
        found += race([contender], bench.rounds(_ROUNDS), warm_ups=2)
    return found


class Writer:
    """Someone who changes a passage, saves, and waits for the page."""

    def __init__(self, name: str, project: Path, identity: str, place: Place) -> None:
        self.name = name
        self._file, self._words = project / place.file, place.words
        self._text = self._file.read_text(encoding="utf-8")
        self._saved = 0
        self._running = _preview(project, identity)
        self._states: Iterator[dict[str, Any]] | None = None
        self._site = ""

    def run(self) -> Mapping[str, float]:
        """Save, and return the seconds until the page is there."""
        if self._text.count(self._words) != 1:
            raise ContenderError(f"“{self._words}” staat niet precies één keer in {self._file.name}")
        if self._states is None:
            self._site, self._states = self._running.__enter__()
        # Writers do not save again while everything is still being checked.
        _wait(self._states, lambda state: not state["checking"])
        self._saved += 1
        new = f"{self._words} ({self._saved})"
        start = time.perf_counter()
        self._file.write_text(self._text.replace(self._words, new), encoding="utf-8")
        state = _wait(self._states, lambda state: state["fresh"] and _page_with(state, new))
        name = state["pages"]["names"][_page_with(state, new) - 1]
        _fetch(self._site, f"/pages/{name}.png?width={_WIDTH}")
        return {"": time.perf_counter() - start}

    def close(self) -> None:
        """Stop the preview."""
        if self._states is not None:
            self._running.__exit__(None, None, None)


@contextmanager
def _preview(project: Path, identity: str) -> Generator[tuple[str, Iterator[dict[str, Any]]]]:
    """Run the preview of a document; give its site, and what it tells."""
    line = [PROGRAM, "preview", identity, "--port", "0", "--project", project]
    server = subprocess.Popen(line, stdout=subprocess.PIPE, encoding="utf-8", env=ENVIRONMENT)
    try:
        assert server.stdout, "the process was started with a pipe"
        address = urlsplit(server.stdout.readline().removeprefix("Voorvertoning: ").strip())
        yield address.netloc, _states(address.netloc, identity)
    finally:
        server.terminate()
        server.communicate()


_Wanted = Callable[[Mapping[str, Any]], object]


def _wait(states: Iterator[dict[str, Any]], wanted: _Wanted) -> dict[str, Any]:
    """Return the first state that is wanted."""
    for state in states:
        if wanted(state):
            return state
    raise ContenderError("de voorvertoning stopte")


def _states(site: str, identity: str) -> Iterator[dict[str, Any]]:
    connection = http.client.HTTPConnection(site, timeout=_PATIENCE)
    connection.request("GET", f"/events?document={quote(identity)}")
    answer = connection.getresponse()
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


def _page_with(state: Mapping[str, Any], words: str) -> int:
    """Return the number of the page on which words stand, 0 when they stand nowhere."""
    spots = state["pages"]["spots"] if state["pages"] else ()
    return next((spot["page"] for spot in spots if words in _plain(spot["words"])), 0)


def _plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def _fetch(site: str, path: str) -> None:
    connection = http.client.HTTPConnection(site, timeout=_PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    if answer.status != http.client.OK or not answer.read().startswith(b"\x89PNG"):
        raise ContenderError("de voorvertoning gaf geen bladzijde")
    connection.close()
