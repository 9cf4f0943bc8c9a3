from __future__ import annotations

import subprocess
import sys

import pytest

from tests.tools import ROOT

STARTED = """
import sys
started = []
sys.addaudithook(lambda event, _: started.append(event) if event == "subprocess.Popen" else None)
import {module}
print(len(started))
"""
ELSEWHERE = """
import ctypes.util
import os
import _cffi_backend

load, search = _cffi_backend.load_library, ctypes.util.find_library

def load_with_path(name, flags):
    if not name.startswith("elders/"):
        raise OSError(f"{name}: niet gevonden")
    return load(os.path.basename(name), flags)

_cffi_backend.load_library = load_with_path
ctypes.util.find_library = lambda name: f"elders/{found}" if (found := search(name)) else None
import pipeline.render.pdf
import weasyprint
print(weasyprint.__name__, ctypes.util.find_library("pango-1.0"))
"""


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux kent deze namen")
def test_loading_the_engine_starts_no_other_program() -> None:
    assert run(STARTED.format(module="pipeline.render.pdf")) == "0"
    assert int(run(STARTED.format(module="weasyprint"))) > 0


def test_libraries_that_stand_elsewhere_are_searched_for() -> None:
    assert run(ELSEWHERE) == "weasyprint elders/libpango-1.0.so.0"
