"""One agenda and one letter: each stage of the program, warm, beside others that write the same content."""

from __future__ import annotations

from pathlib import Path

from benchmarks import peers
from benchmarks.bench import AGENDA, FONTS, LETTER, Bench, example
from benchmarks.contenders import Warm
from benchmarks.experiments.history import before_the_profiling
from benchmarks.exports.html import write_html
from benchmarks.exports.markdown import write_markdown
from benchmarks.exports.typst import write_typst
from benchmarks.project import composed
from benchmarks.timing import Contender, Findings, race
from pipeline.render.docx import render_docx
from pipeline.render.pdf import render_pdf

_ROUNDS = 9


def measure(bench: Bench) -> Findings:
    """Race everybody over the agenda, and then over the letter."""
    project = example(bench)
    found = Findings()
    for name, identity in (("agenda", AGENDA), ("brief", LETTER)):
        contenders = _contenders(bench, project, name, identity)
        found += race(contenders, bench.rounds(_ROUNDS), warm_ups=2)
    return found


def _contenders(bench: Bench, project: Path, name: str, identity: str) -> list[Contender]:
    folder = bench.folder(f"documenten/{name}")
    made = composed(str(project), identity)
    page = write_html(made.document, made.style, folder)
    text = write_markdown(made.document, folder)
    source = write_typst(made.document, made.style, folder)
    pdf = render_pdf(made.document, made.style)
    word = folder / "document.docx"
    word.write_bytes(render_docx(made.document, made.style, pdf.page_map, pdf.pages))
    ours = "benchmarks.rounds.kamerwerk:document"
    return [
        Warm(f"kamerwerk-{name}", ours, project=str(project), identity=identity),
        before_the_profiling(f"kamerwerk-eerder-{name}", bench, project, identity),
        peers.weasyprint(f"weasyprint-{name}", page),
        peers.python_docx(f"python-docx-{name}", project, identity),
        peers.docxtpl(f"docxtpl-{name}", project, identity, folder),
        peers.pandoc_docx(f"pandoc-docx-{name}", text),
        peers.typst_lines(f"typst-{name}", [source], FONTS),
        peers.pandoc_typst(f"pandoc-typst-{name}", text, FONTS),
        peers.weasyprint_lines(f"weasyprint-regel-{name}", [page]),
        peers.chromium(f"chromium-{name}", page, bench.scratch),
        peers.libreoffice(f"libreoffice-{name}", word, bench.scratch),
    ]
