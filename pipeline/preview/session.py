"""One preview: looks again when something was saved, and tells who follows a document what is new."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import TypeVar, TypeVarTuple

from pipeline.engine.makers import Makers
from pipeline.engine.places import resolve_places
from pipeline.engine.workers import begin_worker, deaf_to_interrupts
from pipeline.preview.changes import changes
from pipeline.preview.leftovers import Leftovers
from pipeline.preview.pages import page_picture
from pipeline.preview.printed import Printed
from pipeline.preview.rounds import Round, finish, look
from pipeline.preview.state import state
from pipeline.preview.survey import Survey, survey

Changes = Callable[[Path], AsyncIterator[None]]
Asked = TypeVarTuple("Asked")
Result = TypeVar("Result")

_KEPT = 6
"""Versions of pages that are kept: a browser may still ask for a picture of the one before."""

_QUIET = 0.5
"""Seconds without a change after which the finished file is made: before that, who writes comes first."""

_MODEST = 10
"""How much the survey gives way to a page that somebody waits for (as ``nice`` counts)."""


@dataclass(eq=False)
class _Follower:
    """A page in a browser. ``news`` is set when there may be something to tell it."""

    document: str
    news: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class _View:
    """What is known of a document, and at which edition of the content that was seen."""

    seen: Round
    edition: int


class Session(AbstractAsyncContextManager["Session"]):
    """Follows a project while the block lasts.

    Rounds run in a thread of this process, which has the fonts and the libraries at hand; the survey of all
    documents runs in a process of its own, so that it never holds up a page.
    """

    def __init__(self, root: Path, makers: Makers, watch: Changes = changes, first: str = "") -> None:
        """``first`` is a document that is looked at before anybody follows it."""
        self._root = root
        self._makers = makers
        self._watch = watch
        self._first = first
        self._edition = 0
        self._views: dict[str, _View] = {}
        self._survey: Survey | None = None
        self._survey_edition = -1
        self._versions: dict[str, Printed] = {}
        self._followers: list[_Follower] = []
        self._ended = False
        self._to_look = asyncio.Event()
        self._to_survey = asyncio.Event()
        self._looking = ThreadPoolExecutor(1, "round")
        self._picturing = ThreadPoolExecutor(1, "picture")
        self._surveying = _survey_process()
        self._leftovers = Leftovers()
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Session:
        """Begin to follow the project."""
        self._leftovers.__enter__()
        self._to_look.set()
        self._tasks = [
            asyncio.create_task(work()) for work in (self._follow_changes, self._look, self._look_around)
        ]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, and leave no process behind."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for executor in (self._looking, self._picturing):
            executor.shutdown(wait=False, cancel_futures=True)
        _end(self._surveying)
        self._leftovers.__exit__(kind, error, trace)

    async def follow(self, document: str) -> AsyncIterator[str]:
        """Yield what must be shown of a document, as JSON: first as it is, and then whenever it changes."""
        follower = _Follower(document)
        self._followers.insert(0, follower)
        self._to_look.set()
        told = ""
        try:
            while not self._ended:
                view = self._views.get(document)
                if view:
                    told, before = self._told(document, view), told
                    if told != before:
                        yield told
                await follower.news.wait()
                follower.news.clear()
        finally:
            self._followers.remove(follower)

    def end(self) -> None:
        """Tell who follows a document that nothing more comes."""
        self._ended = True
        self._tell()

    async def picture(self, name: str, width: int) -> bytes | None:
        """Return the page with this name as PNG; ``None`` for a page that is not shown any more."""
        for printed in reversed(self._versions.values()):
            if name in printed.names:
                number = printed.names.index(name) + 1
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(self._picturing, page_picture, printed.data, number, width)
        return None

    def processes(self) -> tuple[int, ...]:
        """Return the numbers of the processes that work for this session."""
        return tuple((self._surveying._processes or {}).keys())

    def _told(self, document: str, view: _View) -> str:
        older = self._survey_edition < view.edition
        return json.dumps(state(document, view.seen, self._survey, older), ensure_ascii=False)

    async def _follow_changes(self) -> None:
        async for _ in self._watch(self._root):
            self._edition += 1
            self._to_look.set()

    async def _look(self) -> None:
        """Keep what is followed up to date, what was opened last first; then let the survey go on."""
        while True:
            await self._to_look.wait()
            self._to_look.clear()
            while (document := self._next()) is not None:
                await self._look_at(document)
            self._to_survey.set()
            if await self._is_quiet():
                await self._finish()

    def _next(self) -> str | None:
        """Return a document that somebody follows and that was not seen since the last change."""
        for follower in self._followers:
            view = self._views.get(follower.document)
            if view is None or view.edition < self._edition:
                return follower.document
        return self._first if self._first and self._first not in self._views else None

    async def _look_at(self, document: str) -> None:
        edition, view = self._edition, self._views.get(document)
        before = view.seen.printed if view else None
        await self._at_work(self._leftovers.begin_round)
        seen = await self._at_work(look, resolve_places(self._root), self._makers, document, before)
        self._views[document] = _View(seen, edition)
        if seen.printed:
            self._keep(seen.printed)
        self._tell(document)

    async def _is_quiet(self) -> bool:
        """Wait a moment, and tell whether nothing had to be looked at meanwhile."""
        try:
            async with asyncio.timeout(_QUIET):
                await self._to_look.wait()
        except TimeoutError:
            return True
        return False

    async def _finish(self) -> None:
        """Finish what is shown, and tidy up, until there is something to look at."""
        for document, view in tuple(self._views.items()):
            if view.seen.unfinished is None:
                continue
            if self._to_look.is_set():
                return
            self._views[document] = _View(await self._at_work(finish, document, view.seen), view.edition)
            self._tell(document)
        await self._at_work(self._leftovers.free)

    async def _at_work(self, work: Callable[[*Asked], Result], *asked: *Asked) -> Result:
        """Do a piece of the rounds in their thread: the layout engine may only ever be used by one."""
        return await asyncio.get_running_loop().run_in_executor(self._looking, work, *asked)

    def _keep(self, printed: Printed) -> None:
        self._versions.pop(printed.version, None)
        self._versions[printed.version] = printed
        shown = {view.seen.printed.version for view in self._views.values() if view.seen.printed}
        spare = [version for version in self._versions if version not in shown]
        for version in spare[:-_KEPT]:
            del self._versions[version]

    async def _look_around(self) -> None:
        while True:
            await self._to_survey.wait()
            self._to_survey.clear()
            while self._survey_edition < self._edition:
                await self._survey_once()

    async def _survey_once(self) -> None:
        edition = self._edition
        work = (survey, resolve_places(self._root), self._makers)
        try:
            with deaf_to_interrupts():
                future = self._surveying.submit(*work)
            self._survey = await asyncio.wrap_future(future)
        except BrokenProcessPool:
            # Killed from outside, for want of memory for instance: the next change tries again.
            _end(self._surveying)
            self._surveying = _survey_process()
        self._survey_edition = edition
        self._tell()

    def _tell(self, document: str = "") -> None:
        """Wake who follows a document, or everyone."""
        for follower in self._followers:
            if document in ("", follower.document):
                follower.news.set()


def _survey_process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_begin_survey)


def _begin_survey() -> None:
    begin_worker()
    if hasattr(os, "nice"):
        os.nice(_MODEST)


def _end(pool: ProcessPoolExecutor) -> None:
    """Stop a pool without waiting for what it is doing."""
    running = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in running:
        process.kill()
        process.join()
