"""The PDF renderer."""

from pipeline.render.pdf.render import draft_pdf, render_pdf

__all__ = ["draft_pdf", "render_pdf"]
