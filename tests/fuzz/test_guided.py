"""The readers of YAML and Markdown, with inputs that are bred for the code that they reach.

The gate makes a fixed number of runs from a fixed seed; with ``SOAK_SECONDS`` each reader gets that long,
from another seed each time. An input that once failed is kept in ``found/``, and is read with every test run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz.readers import TARGETS, planted
from tests.tools import ROOT, require_module

SEEDS = {"yaml": ("tests/fouten", "tests/minimal/content"), "markdown": ("tests/compose/markdown",)}
RUNS = {"yaml": 1500, "markdown": 500, "planted": 300_000}
FOUND = sorted(file for file in (Path(__file__).parent / "found").rglob("*") if file.is_file())
SOAK = os.environ.get("SOAK_SECONDS")


def guided(target: str, folder: Path, *limits: str) -> subprocess.CompletedProcess[str]:
    require_module("atheris")
    corpus = folder / "corpus"
    corpus.mkdir()
    command = [sys.executable, "-m", "tests.fuzz.guided", target, f"-artifact_prefix={folder}/", *limits]
    command += ["-timeout=20", "-rss_limit_mb=2048", str(corpus), *SEEDS.get(target, ())]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("target", SEEDS)
def test_no_input_bred_for_coverage_breaks_a_reader(
    target: str, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    limits = ("-seed=0", f"-max_total_time={SOAK}") if SOAK else ("-seed=1", f"-runs={RUNS[target]}")
    done = guided(target, tmp_path, *limits)
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    finished = re.search(r"^Done (\d+) ", done.stderr, re.MULTILINE)
    assert finished
    tell(f"{finished[1]} inputs bred for coverage read as {target}")


def test_the_guided_run_finds_a_fault_that_only_coverage_leads_to(tmp_path: Path) -> None:
    done = guided("planted", tmp_path, "-seed=1", f"-runs={RUNS['planted']}")
    assert done.returncode != 0
    (kept,) = tmp_path.glob("crash-*")
    with pytest.raises(AssertionError):
        planted(kept.read_bytes())


@pytest.mark.parametrize("file", FOUND, ids=lambda file: file.name)
def test_an_input_that_once_failed_is_read_well(file: Path) -> None:
    TARGETS[file.parent.name](file.read_bytes())
