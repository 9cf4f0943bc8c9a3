from __future__ import annotations

import asyncio
import gc
import json
import os
import signal
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.preview.session import Session
from tests.engine.fakes import COMPOSE_ERROR, RIVIERENLAND, ZEELAND, rivierenland_is, zeeland_is
from tests.preview.fakes import LATE, MAKERS
from tests.projects import AGENDA, edit, write_project

Scene = Callable[["Play"], Awaitable[None]]


class Play:
    """A session whose changes are told by the test, and what one follower hears."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._changes: asyncio.Queue[None] = asyncio.Queue()
        self.session = Session(root, MAKERS, self._watch)

    async def _watch(self, _root: Path) -> AsyncIterator[None]:
        while True:
            yield await self._changes.get()

    def saved(self) -> None:
        self._changes.put_nowait(None)

    async def hears(
        self, states: AsyncIterator[str], when: Callable[[dict[str, Any]], bool]
    ) -> dict[str, Any]:
        async with asyncio.timeout(60):
            async for told in states:
                message: dict[str, Any] = json.loads(told)
                if when(message):
                    return message
        raise AssertionError("the stream has ended")


def play(root: Path, scene: Scene) -> None:
    async def run() -> None:
        theatre = Play(root)
        async with theatre.session:
            await scene(theatre)

    asyncio.run(run())


def checked(message: dict[str, Any]) -> bool:
    return not message["checking"]


def test_who_follows_a_document_hears_how_it_is_and_what_becomes_of_it(tmp_path: Path) -> None:
    async def scene(on: Play) -> None:
        states = on.session.follow(ZEELAND)
        first = await on.hears(states, checked)
        assert first["fresh"]
        zeeland_is(COMPOSE_ERROR)(on.root)
        on.saved()
        broken = await on.hears(states, lambda message: not message["fresh"])
        assert broken["pages"]["version"] == first["pages"]["version"]
        edit(AGENDA, COMPOSE_ERROR, "weer goed")(on.root)
        on.saved()
        mended = await on.hears(states, lambda message: message["fresh"])
        assert mended["pages"]["version"] != first["pages"]["version"]
        assert mended["findings"] == []

    play(write_project(tmp_path), scene)


def test_two_browsers_each_follow_their_own_document(tmp_path: Path) -> None:
    async def scene(on: Play) -> None:
        one, two = on.session.follow(ZEELAND), on.session.follow(RIVIERENLAND)
        assert (await on.hears(one, checked))["document"]["id"] == ZEELAND
        assert (await on.hears(two, checked))["document"]["id"] == RIVIERENLAND
        rivierenland_is(COMPOSE_ERROR)(on.root)
        on.saved()
        elsewhere = await on.hears(one, lambda message: bool(message["elsewhere"]))
        assert elsewhere["fresh"]
        assert not (await on.hears(two, lambda message: not message["fresh"]))["elsewhere"]

    play(write_project(tmp_path), scene)


def test_pictures_are_of_pages_that_were_shown(tmp_path: Path) -> None:
    async def scene(on: Play) -> None:
        message = await on.hears(on.session.follow(ZEELAND), lambda each: each["fresh"])
        (name,) = message["pages"]["names"]
        picture = await on.session.picture(name, 400)
        assert picture is not None
        assert picture.startswith(b"\x89PNG")
        assert await on.session.picture("nergens", 400) is None
        assert await on.session.picture("", 400) is None

    play(write_project(tmp_path), scene)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_survey_that_was_killed_is_done_again_after_the_next_change(tmp_path: Path) -> None:
    async def scene(on: Play) -> None:
        states = on.session.follow(ZEELAND)
        await on.hears(states, checked)
        for process in on.session.processes():
            os.kill(process, signal.SIGKILL)
        rivierenland_is(COMPOSE_ERROR)(on.root)
        on.saved()
        await asyncio.sleep(0.5)
        on.saved()
        assert await on.hears(states, lambda message: bool(message["elsewhere"]))

    play(write_project(tmp_path), scene)


def test_nothing_is_left_running(tmp_path: Path) -> None:
    left: list[int] = []

    async def scene(on: Play) -> None:
        await on.hears(on.session.follow(ZEELAND), checked)
        left.extend(on.session.processes())

    play(write_project(tmp_path), scene)
    assert left
    for process in left:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_what_is_found_while_the_file_is_finished_follows(tmp_path: Path) -> None:
    async def scene(on: Play) -> None:
        states = on.session.follow(ZEELAND)
        first = await on.hears(states, lambda message: message["fresh"])
        assert first["findings"] == []
        finished = await on.hears(states, lambda message: bool(message["findings"]))
        assert [each["message"] for each in finished["findings"]] == ["Er is geen tekst bij."]
        assert finished["pages"] == first["pages"]

    play(write_project(tmp_path, zeeland_is(LATE)), scene)


def test_what_was_found_later_goes_when_it_is_mended(tmp_path: Path) -> None:
    async def scene(on: Play) -> None:
        states = on.session.follow(ZEELAND)
        await on.hears(states, lambda message: bool(message["findings"]))
        edit(AGENDA, LATE, "weer goed")(on.root)
        on.saved()
        mended = await on.hears(states, lambda message: not message["findings"])
        assert mended["fresh"]
        assert "weer goed" in mended["document"]["title"]

    play(write_project(tmp_path, zeeland_is(LATE)), scene)


def test_the_first_document_is_looked_at_before_anybody_follows_it(tmp_path: Path) -> None:
    async def run() -> None:
        async def never(_root: Path) -> AsyncIterator[None]:
            await asyncio.Event().wait()
            yield

        async with Session(write_project(tmp_path), MAKERS, never, first=ZEELAND) as session:
            await asyncio.sleep(2)
            async with asyncio.timeout(0.2):
                told = await anext(aiter(session.follow(ZEELAND)))
            assert json.loads(told)["fresh"]

    asyncio.run(run())


def test_memory_is_freed_and_python_chooses_the_moment_again_afterwards(tmp_path: Path) -> None:
    class Knot:
        """Something that refers to itself, so that only a search finds that nobody uses it."""

        def __init__(self) -> None:
            self.itself = self

    async def scene(on: Play) -> None:
        assert not gc.isenabled()
        states = on.session.follow(ZEELAND)
        await on.hears(states, lambda message: message["fresh"])
        gone = weakref.ref(Knot())
        assert gone() is not None
        zeeland_is(LATE)(on.root)
        on.saved()
        await on.hears(states, lambda message: bool(message["findings"]))
        async with asyncio.timeout(10):
            while gone() is not None:
                await asyncio.sleep(0.01)

    play(write_project(tmp_path), scene)
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
