"""Codes 451 to 499: the language and the writing rules of the house style."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation

EXPLANATIONS: dict[Code, Explanation] = {}
