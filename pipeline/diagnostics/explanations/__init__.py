"""For each code why it is reported, with a wrong and a right example.

One registry for the command ``explain`` and for the list in the handbook. Each hundred has its own module; a
new code gets its explanation there, and a test runs its example.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations import (
    between_files,
    house_style,
    language,
    layout,
    pictures,
    project,
    reading,
    templates,
    texts,
    values,
)
from pipeline.diagnostics.explanations.explanation import Explanation, InFile, Situation

__all__ = ["EXPLANATIONS", "Explanation", "InFile", "Situation"]

EXPLANATIONS: Mapping[Code, Explanation] = MappingProxyType(
    {
        **reading.EXPLANATIONS,
        **values.EXPLANATIONS,
        **between_files.EXPLANATIONS,
        **texts.EXPLANATIONS,
        **language.EXPLANATIONS,
        **templates.EXPLANATIONS,
        **pictures.EXPLANATIONS,
        **layout.EXPLANATIONS,
        **house_style.EXPLANATIONS,
        **project.EXPLANATIONS,
    }
)
