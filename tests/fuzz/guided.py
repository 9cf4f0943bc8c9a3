"""A run that follows coverage: ``python -m tests.fuzz.guided TARGET [options of libFuzzer] [folders]``.

The first folder keeps inputs that reach something new; the others are read only.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(  # type: ignore[attr-defined]  # the package has no types
    include=["pipeline.content", "pipeline.compose", "tests.fuzz.readers", "markdown_it"]
):
    from tests.fuzz.readers import TARGETS


def main() -> None:
    """Run one target until an input fails or the options say that it is enough."""
    target = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], *sys.argv[2:]], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
