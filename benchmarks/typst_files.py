"""Compiles files in Typst, one after the other in one process: ``typst_files.py FONTS FILE...``.

Typst has a command line for one file at a time; one process for all of them is faster still.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Write a PDF beside each file."""
    typst: Any = importlib.import_module("typst")
    folder, *files = sys.argv[1:]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
    for name in files:
        typst.compile(name, output=str(Path(name).with_suffix(".pdf")), font_paths=fonts)


if __name__ == "__main__":
    main()
