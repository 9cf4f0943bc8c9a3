"""Write the schemas for editors: ``make schema``."""

from __future__ import annotations

from pathlib import Path

from pipeline.authoring.schema import FOLDER, KINDS, schema_of

ROOT = Path(__file__).parents[1]

if __name__ == "__main__":
    for kind in KINDS:
        file = ROOT / FOLDER / f"{kind}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_text(schema_of(kind), encoding="utf-8", newline="\n")
