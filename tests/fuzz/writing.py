"""A drawn project written as the YAML files that writers would have typed."""

from __future__ import annotations

from pathlib import Path

import yaml

from tests.fuzz.drafts import Group
from tests.fuzz.wholes import Whole
from tests.projects import ONE_PAGE_PDF


class _Dumper(yaml.SafeDumper):
    """Writes texts of more lines as blocks, where YAML can."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def write_whole(root: Path, whole: Whole) -> None:
    """Write every file of a project below ``root``."""
    for file, group in whole.files().items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(as_yaml(group), encoding="utf-8")
    for folder in whole.letters:
        (root / "content/brieven" / folder / whole.annex).write_bytes(ONE_PAGE_PDF)


def as_yaml(group: Group) -> str:
    """Write a group of keys as YAML."""
    return yaml.dump(group, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
