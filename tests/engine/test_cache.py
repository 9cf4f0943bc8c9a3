from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.engine.cache import Cache, key_of

KEY = key_of("a")
OTHER = key_of("b")


def entry(cache: Cache, kind: str = "pdf", key: str = KEY) -> Path:
    return cache.folder / kind / key[:2] / key


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_what_was_kept_comes_back_as_it_was(cache: Cache) -> None:
    cache.put("pdf", KEY, b"inhoud")
    assert cache.get("pdf", KEY) == b"inhoud"


def test_what_was_never_kept_is_not_there(cache: Cache) -> None:
    cache.put("pdf", KEY, b"inhoud")
    assert cache.get("pdf", OTHER) is None
    assert cache.get("docx", KEY) is None


@pytest.mark.parametrize("damage", [b"", b"x", bytes(40)])
def test_a_damaged_entry_is_not_there_and_goes_away(cache: Cache, damage: bytes) -> None:
    cache.put("pdf", KEY, b"inhoud")
    entry(cache).write_bytes(damage)
    assert cache.get("pdf", KEY) is None
    assert not entry(cache).exists()


def test_an_entry_of_which_one_bit_differs_is_not_there(cache: Cache) -> None:
    cache.put("pdf", KEY, b"inhoud")
    data = bytearray(entry(cache).read_bytes())
    data[-1] ^= 1
    entry(cache).write_bytes(data)
    assert cache.get("pdf", KEY) is None


def test_an_entry_under_the_name_of_another_is_not_there(cache: Cache) -> None:
    cache.put("pdf", KEY, b"inhoud")
    entry(cache, key=OTHER).parent.mkdir(parents=True, exist_ok=True)
    entry(cache).rename(entry(cache, key=OTHER))
    assert cache.get("pdf", OTHER) is None


def test_a_folder_that_cannot_be_used_keeps_nothing_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "cache")
    cache.put("pdf", KEY, b"inhoud")
    assert cache.get("pdf", KEY) is None
    cache.prune()


def test_git_leaves_the_folder_alone(cache: Cache) -> None:
    cache.put("pdf", KEY, b"inhoud")
    assert (cache.folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", limit=3000)
    keys = [key_of(str(number)) for number in range(4)]
    for age, key in enumerate(keys):
        cache.put("pdf", key, bytes(900))
        os.utime(entry(cache, key=key), (1000 + age, 1000 + age))
    assert cache.get("pdf", keys[0]) is not None, "used just now"
    cache.prune()
    assert [key for key in keys if cache.get("pdf", key)] == [keys[0], keys[3]]


def test_a_cache_below_its_limit_stays_whole(cache: Cache) -> None:
    cache.put("pdf", KEY, b"inhoud")
    cache.prune()
    assert cache.get("pdf", KEY) == b"inhoud"


def test_nothing_unfinished_stays_behind(cache: Cache) -> None:
    cache.put("pdf", KEY, b"inhoud")
    assert {file.name for file in cache.folder.rglob("*") if file.is_file()} == {".gitignore", KEY}


def test_a_key_tells_where_its_parts_end() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4
