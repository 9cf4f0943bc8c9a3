"""The PDF renderer."""

from pipeline.render.pdf.render import RenderedPdf, render_pdf

__all__ = ["RenderedPdf", "render_pdf"]
