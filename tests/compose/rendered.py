"""Render a template or a Markdown field in a test, and show the tree with its places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.compose.environment import Rendered, Templates
from pipeline.compose.folders import TemplateFolders
from pipeline.compose.scope import TextScope
from pipeline.compose.vocabulary import ReadVocabulary, read_document
from pipeline.content.models.gedeeld import Bron, Tekstblok
from pipeline.content.values import MarkdownText, PlainText, SourcedText
from pipeline.diagnostics import Diagnostic, Location, Source
from pipeline.document import nodes as n

FIELD = Source("content/brieven/b/brief.yaml", ("tekst",))
PASSAGES = Source("content/gedeeld/tekstblokken.yaml", ("tekstblokken",))
NAME = "proef.html.j2"


def scope(root: Path, **parts: object) -> TextScope:
    settings: dict[str, object] = {"root": root, **parts}
    return TextScope(**settings)  # type: ignore[arg-type]  # each test names only the parts that it needs


def render(root: Path, template: str, context: dict[str, object] | None = None, **parts: object) -> Rendered:
    folder = root / "templates"
    folder.mkdir(exist_ok=True)
    (folder / NAME).write_text(template, encoding="utf-8")
    templates = Templates(TemplateFolders(None, folder))
    return templates.render(NAME, context or {}, scope(root, **parts))


def read(
    root: Path, template: str, context: dict[str, object] | None = None, **parts: object
) -> ReadVocabulary:
    rendered = render(root, template, context, **parts)
    found = read_document(rendered)
    return replace(found, diagnostics=(*rendered.diagnostics, *found.diagnostics))


def blocks(
    root: Path, template: str, context: dict[str, object] | None = None, **parts: object
) -> tuple[tuple[n.Block, ...], tuple[Diagnostic, ...]]:
    rendered = render(root, template, context, **parts)
    found, diagnostics = in_body(rendered)
    return found, (*rendered.diagnostics, *diagnostics)


def in_body(rendered: Rendered) -> tuple[tuple[n.Block, ...], tuple[Diagnostic, ...]]:
    """Read blocks that a template wrote without a document around them."""
    html = f"<document><body>{rendered.html}</body></document>" if rendered.html else ""
    found = read_document(replace(rendered, html=html))
    return found.blocks, found.diagnostics


def markdown(
    root: Path, text: str, template: str = "{{ tekst | md }}", **parts: object
) -> tuple[tuple[n.Block, ...], tuple[Diagnostic, ...]]:
    return blocks(root, template, {"tekst": MarkdownText(text, FIELD)}, **parts)


def words(text: str, *path: str | int) -> PlainText:
    return PlainText(text, Source("content/brieven/b/brief.yaml", path or ("betreft",)))


def passages(**texts: str) -> dict[str, Tekstblok]:
    made: dict[str, Tekstblok] = {}
    for index, (name, text) in enumerate(texts.items()):
        field = MarkdownText(text, PASSAGES.child(index, "tekst"))
        made[name] = Tekstblok.model_construct(id=name, tekst=field)
    return made


def sources(**entries: dict[str, object]) -> dict[str, Bron]:
    made: dict[str, Bron] = {}
    for index, (name, keys) in enumerate(entries.items()):
        place = Source("content/gedeeld/bronnen.yaml", ("bronnen", index))
        typed = {key: _typed(value, place.child(key)) for key, value in keys.items()}
        made[name] = Bron.model_validate(_Group({"id": name, **typed}, place))
    return made


class _Group(dict[str, object]):
    """Keys that know where they were typed, as the reader of YAML gives them."""

    def __init__(self, keys: dict[str, object], source: Source) -> None:
        super().__init__(keys)
        self.source = source


def _typed(value: object, place: Source) -> object:
    return SourcedText(value, place) if isinstance(value, str) else value


def found(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Show findings as ``KAM403 1:5 message``: line and column from 0 in a field, the line of a template."""
    return [f"{each.code.number} {_place(each.where)} {each.message}" for each in diagnostics]


def _place(where: Source | Location | None) -> str:
    if isinstance(where, Source):
        file = "" if where.file == FIELD.file else f"{where.file.rsplit('/', 1)[1]}:"
        return f"{file}{where.line}:{where.column}"
    return f"{where.file}:{where.line}" if where else "-"


def outline(found: tuple[n.Block, ...]) -> str:
    """Show a tree, one node per line with its place."""
    return "".join(f"{line}\n" for block in found for line in _block(block))


def _indent(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _flow(found: tuple[n.Block, ...]) -> Iterator[str]:
    return _indent(line for block in found for line in _block(block))


def _run(run: tuple[n.Inline, ...]) -> Iterator[str]:
    return _indent(line for inline in run for line in _inline(inline))


def _block(block: n.Block) -> Iterator[str]:
    match block:
        case n.Paragraph():
            role = "" if block.role == "body" else f" {block.role}"
            yield f"alinea{role} {_place(block.source)}"
            yield from _run(block.children)
        case n.Heading():
            yield f"kop {block.level}{f' #{block.id}' if block.id else ''} {_place(block.source)}"
            yield from _run(block.children)
        case n.List():
            yield f"lijst {block.kind} vanaf {block.start} {_place(block.source)}"
            for item in block.items:
                yield "  onderdeel"
                yield from _indent(_flow(item.blocks))
        case n.Quote():
            yield f"citaat {_place(block.source)}"
            yield from _flow(block.blocks)
        case n.Table():
            yield f"tabel{f' #{block.id}' if block.id else ''} {_place(block.source)}"
            if block.caption:
                yield "  bijschrift"
                yield from _indent(_run(block.caption.children))
            for part, rows in (("kop", block.head), ("rij", block.body), ("som", block.foot)):
                for row in rows:
                    yield f"  {part}"
                    for cell in row.cells:
                        yield f"    cel {cell.align} {cell.header}"
                        yield from _indent(_indent(_flow(cell.blocks)))
        case n.Figure():
            size = f"{block.picture.width:g}x{block.picture.height:g}"
            yield f"figuur{f' #{block.id}' if block.id else ''} {size} {block.alt!r} {_place(block.source)}"
            if block.caption:
                yield from _run(block.caption.children)
        case _:
            yield type(block).__name__


def _inline(inline: n.Inline) -> Iterator[str]:
    match inline:
        case n.Text():
            yield f"{inline.text!r} {_place(inline.source)}"
        case n.LineBreak():
            yield "regeleinde"
        case n.CrossReference():
            yield f"naar #{inline.target} {_place(inline.source)}"
        case n.Footnote():
            yield f"noot {_place(inline.source)}"
            yield from _run(inline.children)
        case n.Strong():
            yield "vet"
            yield from _run(inline.children)
        case n.Emphasis():
            yield "cursief"
            yield from _run(inline.children)
        case n.Language():
            yield f"taal {inline.lang}"
            yield from _run(inline.children)
        case n.Link():
            yield f"link {inline.href}"
            yield from _run(inline.children)
