"""The PDF renderer."""

from pipeline.render.pdf.render import render_pdf

__all__ = ["render_pdf"]
