"""The PDF renderer."""

# ruff: noqa: E402 - the layout engine must be loaded before it is imported by name

from pipeline.render.pdf.layout_engine import load_layout_engine

load_layout_engine()

from pipeline.render.pdf.render import draft_pdf, render_pdf

__all__ = ["draft_pdf", "render_pdf"]
