"""What earlier runs made, by the name of everything that it was made from.

The folder can be thrown away, copied to another machine and shared between branches: a name holds for one
content only, and what is read back is held against a digest that was written with it. What is damaged, cut
off or changed is not there.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

CACHE = ".kamerwerk_cache"
"""Name of the folder, in the project."""
_LIMIT = 512 * 1024 * 1024
"""Bytes that the folder may hold: some thousands of documents."""
_ROOM = 0.8
"""Part of the limit that is kept when it is passed, so that not every run must throw away."""
_DIGEST = hashlib.sha256
_HEAD = _DIGEST().digest_size
_IGNORE = ".gitignore"
_UNFINISHED = ".nieuw-"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries; whether one is there never changes what a build makes, only how long it takes.

    ``limit`` is in bytes. Nothing here raises: a folder that cannot be read or written keeps nothing.
    """

    folder: Path
    limit: int = _LIMIT

    def get(self, kind: str, key: str) -> bytes | None:
        """Return what was kept under this name, ``None`` when it is not there or not as it was written."""
        file = self._file(kind, key)
        try:
            entry = file.read_bytes()
            head, data = entry[:_HEAD], entry[_HEAD:]
            if head != _seal(kind, key, data):
                file.unlink()
                return None
            # The time of use decides what goes first when room is needed.
            os.utime(file)
        except OSError:
            return None
        return data

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep something; who reads at the same time sees all of it or nothing."""
        file = self._file(kind, key)
        with suppress(OSError):
            self._begin()
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as target:
                    target.write(_seal(kind, key, data) + data)
                Path(name).replace(file)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def remember(self, kind: str, key: str, make: Callable[[], bytes]) -> bytes:
        """Return what was kept under this name, or make it and keep it."""
        kept = self.get(kind, key)
        if kept is None:
            kept = make()
            self.put(kind, key, kept)
        return kept

    def holds(self, kind: str, key: str) -> bool:
        """Whether there is an entry of this name, sound or not."""
        try:
            return self._file(kind, key).is_file()
        except OSError:
            return False

    def holds_any(self, kind: str) -> bool:
        """Whether anything of a kind was kept at all."""
        try:
            return any((self.folder / kind).iterdir())
        except OSError:
            return False

    def prune(self) -> None:
        """Throw away what was used longest ago, when there is more than the limit."""
        entries = [(file, stat) for file in self._files() if (stat := _stat(file))]
        size = sum(stat.st_size for _, stat in entries)
        if size <= self.limit:
            return
        for file, stat in sorted(entries, key=lambda entry: entry[1].st_mtime_ns):
            if size <= _ROOM * self.limit:
                return
            with suppress(OSError):
                file.unlink()
                size -= stat.st_size

    def _begin(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / _IGNORE).write_text("*\n", encoding="utf-8")

    def _file(self, kind: str, key: str) -> Path:
        return self.folder / kind / key[:2] / key

    def _files(self) -> list[Path]:
        try:
            found = [file for file in self.folder.rglob("*") if file.name != _IGNORE]
            return [file for file in found if file.is_file() and not file.is_symlink()]
        except OSError:
            return []


def key_of(*parts: str) -> str:
    """Return one name for some texts: another one when any of them differs, or where one ends."""
    digest = _DIGEST()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def _seal(kind: str, key: str, data: bytes) -> bytes:
    """Return the digest that goes before an entry: another one under another name."""
    return _DIGEST(f"{kind} {key}\n".encode() + data).digest()


def _stat(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except OSError:
        return None
