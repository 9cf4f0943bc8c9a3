"""Programs beside Python, and modules for one system, that some tests need.

Only here is decided what their absence means.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).parents[1]


def require_tool(name: str) -> str:
    """Return the path of a program; without it the test is skipped, and fails where CI=true promises it.

    A copy that npm put in the project counts too.
    """
    found = shutil.which(name) or shutil.which(name, path=str(ROOT / "node_modules" / ".bin"))
    if found is None:
        _do_without(name)
    return found


def require_module(name: str) -> None:
    """Go on when a module is installed; without it as :func:`require_tool`."""
    if importlib.util.find_spec(name) is None:
        _do_without(name)


def require_script(path: str) -> str:
    """Return the text of a script that npm put in the project; without it as :func:`require_tool`."""
    file = ROOT / "node_modules" / path
    if not file.is_file():
        _do_without(path)
    return file.read_text(encoding="utf-8")


def _do_without(name: str) -> NoReturn:
    reason = f"{name} is not on this machine"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}, and CI=true says that it should be")
    pytest.skip(reason)


def own_environment() -> dict[str, str]:
    """Return the environment for a program of its own: with the fonts that the renderers hide from tests."""
    return {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}


def office_pdf(data: bytes, folder: Path) -> bytes:
    """Return what LibreOffice makes of a Word file, as PDF; with a profile of its own in ``folder``."""
    office = require_tool("soffice")
    (folder / "in.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "in.docx"]
    subprocess.run(command, cwd=folder, env=own_environment(), check=True, capture_output=True, timeout=120)
    return (folder / "in.pdf").read_bytes()
