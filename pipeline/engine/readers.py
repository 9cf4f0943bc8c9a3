"""The rooms that read, check and compose, as one value: all that a plan needs, without a layout engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.checks import check_project
from pipeline.compose.documents import Composed, compose
from pipeline.compose.folders import TemplateFolders
from pipeline.compose.texts import check_texts
from pipeline.content.project import Project
from pipeline.content.requests import DocumentRequest
from pipeline.diagnostics import Diagnostic
from pipeline.diagnostics.recalling import Recall
from pipeline.document.nodes import Document
from pipeline.house_style import HouseStyle
from pipeline.language import check_language

Check = Callable[[Project], tuple[Diagnostic, ...]]
CheckTexts = Callable[[Project, Recall], tuple[Diagnostic, ...]]
CheckLanguage = Callable[[Project, Iterable[Document], Recall], tuple[Diagnostic, ...]]
"""Gets the documents too that have no list of abbreviations."""
Compose = Callable[[DocumentRequest, Project, HouseStyle, TemplateFolders], Composed]


@dataclass(frozen=True, slots=True)
class Readers:
    """What turns content into documents: functions, so that a test can hand over small ones of its own."""

    check: Check = check_project
    texts: CheckTexts = check_texts
    language: CheckLanguage = check_language
    compose: Compose = compose
