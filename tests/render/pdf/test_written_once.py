"""The bytes of an object of a PDF are made once, and the file is the one that it was."""

from __future__ import annotations

import zlib
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pydyf
import pytest

from pipeline.render.pdf.written_once import write_once


class Counted(pydyf.Stream):
    """A stream that counts how often its bytes are made."""

    made = 0

    @property
    def data(self) -> bytes:
        Counted.made += 1
        return super().data


def a_file(*, once: bool) -> bytes:
    pdf, target = pydyf.PDF(), BytesIO()
    pdf.add_object(Counted([b"a line", b"another"], compress=True))
    pdf.add_object(pydyf.Dictionary({"Type": "/Example"}))
    if once:
        write_once(pdf)
    identifier: Any = b"identifier"
    pdf.write(target, b"1.7", identifier, compress=True)
    return target.getvalue()


def test_every_object_is_made_once_for_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = a_file(once=False)
    Counted.made = 0
    packed: list[int] = []

    def packing(level: int) -> Any:
        packed.append(level)
        return zlib.compressobj(level)

    monkeypatch.setattr(pydyf, "zlib", SimpleNamespace(compressobj=packing))
    assert a_file(once=True) == plain
    assert Counted.made == 1
    # The writer itself adds a stream with the small objects and one with the places of all.
    assert len(packed) == Counted.made + 2
