from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.national.project import write_project
from benchmarks.national.regions import MUNICIPALITIES, REGIONS, regions
from benchmarks.project import planned


def test_the_country_has_forty_regions_with_all_municipalities() -> None:
    found = regions(REGIONS)
    assert len({region.id for region in found}) == 40
    assert sum(len(region.municipalities) for region in found) == 342
    assert len({region.id for region in regions(MUNICIPALITIES)}) == 342


def test_there_are_no_more_regions_than_municipalities() -> None:
    with pytest.raises(ValueError, match="343"):
        regions(343)


def test_what_is_written_is_valid_content_without_a_single_finding(tmp_path: Path) -> None:
    plan = planned(str(write_project(tmp_path, 3)))
    kinds = [each.request.kind for each in plan.documents]
    assert kinds.count("agenda") == 3
    assert kinds.count("brief") == 4


def test_longer_agendas_are_valid_too(tmp_path: Path) -> None:
    short = planned(str(write_project(tmp_path / "kort", 1, letters=False)))
    long = planned(str(write_project(tmp_path / "lang", 1, letters=False, size=3)))
    blocks = [len(plan.documents[0].document.body) for plan in (short, long) if plan.documents[0].document]
    assert 2 * blocks[1] > 3 * blocks[0]


def test_the_same_number_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (write_project(tmp_path / name, 2) for name in ("een", "ander"))
    files = sorted(file.relative_to(one) for file in one.rglob("*") if file.is_file())
    assert len(files) > 15
    for file in files:
        assert (one / file).read_bytes() == (other / file).read_bytes()


def test_content_with_a_finding_is_refused(tmp_path: Path) -> None:
    root = write_project(tmp_path, 1)
    agenda = next(root.glob("content/regios/*/agenda.yaml"))
    agenda.write_text(agenda.read_text(encoding="utf-8").replace("titel:", "title:", 1), encoding="utf-8")
    with pytest.raises(ValueError, match="title"):
        planned(str(root))
