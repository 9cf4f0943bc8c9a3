"""Files in ``build/`` that others put there, under ``kamerwerk verify``; the manifest vouches for them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from pipeline.engine.manifest import MANIFEST
from pipeline.gate.limits import PDF_BYTES, PDF_STREAM_BYTES, WORD_MARKUP_BYTES
from tests.engine.fakes import files_below
from tests.hostile.attack import run
from tests.unbreakable.one_letter import write_letter

STEM = "brieven/2026-12-voortgang/kamerbrief-2026-12-voortgang"
DRAWN = b"q Q\n"
PIECE = DRAWN * 250_000


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_letter(tmp_path_factory.mktemp("gebouwd"))
    assert run(root, "build", "--jobs", "1", "--no-cache").code == 0
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """Return a project that was built."""
    for file in files_below(built):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_bytes((built / file).read_bytes())
    return tmp_path


def packed(times: int, piece: bytes = PIECE) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(piece) for _ in range(times)) + packer.flush()


def pdf(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    with pikepdf.new() as made:
        made.add_blank_page()
        change(made)
        made.save(buffer := io.BytesIO())
    return buffer.getvalue()


def stream(made: pikepdf.Pdf, data: bytes, *filters: Name, **entries: Any) -> pikepdf.Object:
    held = Stream(made, b"", **entries)
    held.write(data, filter=Array(filters) if filters else None)
    return made.make_indirect(held)


def large_page(made: pikepdf.Pdf) -> None:
    made.pages[0].Contents = stream(made, packed(20), Name.FlateDecode)


def page_packed_twice(made: pikepdf.Pdf) -> None:
    twice = zlib.compress(packed(200), 9)
    made.pages[0].Contents = stream(made, twice, Name.FlateDecode, Name.FlateDecode)


def page_that_says_it_is_a_picture(made: pikepdf.Pdf) -> None:
    made.pages[0].Contents = stream(made, packed(20), Name.FlateDecode, Subtype=Name.Image)


def one_drawing_on_many_pages(made: pikepdf.Pdf) -> None:
    drawing = stream(made, packed(2), Name.FlateDecode)
    for _ in range(PDF_BYTES // (2 * len(PIECE)) + 1):
        made.add_blank_page().Contents = drawing


def forms_of_forms(made: pikepdf.Pdf) -> None:
    inner = stream(made, DRAWN, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    for _ in range(9):
        named = Dictionary(XObject=Dictionary(F=inner))
        box = Array([0, 0, 9, 9])
        inner = stream(made, b"/F Do " * 10, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=named)
    made.pages[0].Resources = Dictionary(XObject=Dictionary(F=inner))
    made.pages[0].Contents = stream(made, b"/F Do")


def large_attachment(made: pikepdf.Pdf) -> None:
    made.attachments["bron.yaml"] = b"x"
    (held,) = [each for each in made.objects if isinstance(each, Stream) and "/Params" in each]
    held.write(packed(2 * PDF_STREAM_BYTES // len(PIECE)), filter=Name.FlateDecode)


def text_in_a_font(table: bytes, pages: int = 1) -> Callable[[pikepdf.Pdf], None]:
    """Write a letter on each page, in one font that stands in the resources that they share."""

    def change(made: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        font.ToUnicode = stream(made, zlib.compress(table), Name.FlateDecode)
        shared = made.make_indirect(Dictionary(Font=Dictionary(F=font)))
        written = stream(made, b"BT /F 9 Tf (a) Tj ET")
        for page in (made.pages[0], *(made.add_blank_page() for _ in range(pages - 1))):
            page.Resources, page.Contents = shared, written

    return change


def ranges(number: int) -> bytes:
    return b"beginbfrange " + b"<0000> <ffff> <0041> " * number + b"endbfrange"


def deep_structure(made: pikepdf.Pdf) -> None:
    above = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    made.Root.StructTreeRoot = above
    for _ in range(20_000):
        below = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, P=above))
        above.K = below
        above = below


def deep_list(data: bytes) -> bytes:
    return data.replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * 20_000 + b"]" * 20_000)


def docx(parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def document(inside: bytes, before: bytes = b"") -> bytes:
    """Return a Word file whose text is as given."""
    word = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    begin = f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/>'
    return docx(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>'.encode(),
            "_rels/.rels": (
                f'<Relationships xmlns="{package}/relationships">{begin}</Relationships>'.encode()
            ),
            "word/document.xml": before + b'<w:document xmlns:w="%s">%s</w:document>' % (word, inside),
        }
    )


ENTITY = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 9) for n in range(1, 12))
LAUGH = b'<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]>"

ATTACKS: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a large page": ("pdf", lambda: pdf(large_page), "onredelijk groot"),
    "a page that was packed twice": ("pdf", lambda: pdf(page_packed_twice), "is niet te lezen"),
    "a page as a picture": ("pdf", lambda: pdf(page_that_says_it_is_a_picture), "onredelijk groot"),
    "a drawing on many pages": ("pdf", lambda: pdf(one_drawing_on_many_pages), "onredelijk groot"),
    "forms of forms": ("pdf", lambda: pdf(forms_of_forms), "onredelijk groot"),
    "a large attachment": ("pdf", lambda: pdf(large_attachment), "onredelijk groot"),
    "ranges of letters": ("pdf", lambda: pdf(text_in_a_font(ranges(400_000))), "een lettertype"),
    "ranges on every page": (
        "pdf",
        lambda: pdf(text_in_a_font(ranges(7), 900)),
        "een lettertype",
    ),
    "a table that begins all the time": (
        "pdf",
        lambda: pdf(text_in_a_font(b"beginbfchar " * 800_000)),
        "KAM753",
    ),
    "a deep structure": ("pdf", lambda: pdf(deep_structure), "is dieper dan"),
    "a deep list": ("pdf", lambda: deep_list(pdf(lambda _made: None)), "is niet te lezen"),
    "a zip bomb": ("docx", lambda: docx({"[Content_Types].xml": b" " * 300_000_000}), "onredelijk groot"),
    "a large text": ("docx", lambda: document(b"<w:p/>" * (WORD_MARKUP_BYTES // 6)), "onredelijk groot"),
    "an entity from a file": ("docx", lambda: document(b"&a;", ENTITY), "DOCTYPE"),
    "entities that repeat": ("docx", lambda: document(b"&l11;", LAUGH), "DOCTYPE"),
}


def forge(root: Path, suffix: str, data: bytes) -> None:
    """Put bytes in the place of a file, and let the manifest say that they are ours."""
    (root / f"build/{STEM}.{suffix}").write_bytes(data)
    manifest = json.loads((root / "build" / MANIFEST).read_text(encoding="utf-8"))
    for each in manifest["documents"][0]["files"]:
        if each["path"].endswith(suffix):
            each["sha256"] = hashlib.sha256(data).hexdigest()
    (root / "build" / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_file_is_refused_at_its_name_and_put_apart(root: Path, attack: str) -> None:
    suffix, make, reason = ATTACKS[attack]
    forge(root, suffix, make())
    answer = run(root, "verify", "--jobs", "1", codes=(3,))
    assert f"build/{STEM}.{suffix}:1:1: fout van het programma KAM753: " in answer.said, answer.said
    assert reason in answer.said
    assert not (root / f"build/{STEM}.{suffix}").exists()


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_link_in_the_place_of_a_file_is_not_followed(root: Path, suffix: str) -> None:
    outside = root.parent / f"{root.name}-elders"
    outside.write_bytes((root / f"build/{STEM}.{suffix}").read_bytes())
    (root / f"build/{STEM}.{suffix}").unlink()
    (root / f"build/{STEM}.{suffix}").symlink_to(outside)
    answer = run(root, "verify", "--jobs", "1")
    assert answer.code == 1
    assert "KAM905" in answer.said
    assert outside.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{STEM}.pdf", "../../../buiten.pdf"),
        (f"{STEM}.pdf", "/tmp/buiten.pdf"),
        ('"origin": 0', '"origin": 7'),
        ('"kamerwerk": "', '"kamerwerk": ["'),
        ('"pages": ', '"pages": 9' + "9" * 10_000),
    ],
    ids=["a path above", "an absolute path", "an origin that is not there", "no text", "a long number"],
)
def test_a_forged_overview_is_refused_and_nothing_is_touched(root: Path, old: str, new: str) -> None:
    manifest = root / "build" / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new), encoding="utf-8")
    before = {name: (root / "build" / name).read_bytes() for name in files_below(root / "build")}
    for command in ("verify", "build"):
        assert "is niet het overzicht dat kamerwerk" in run(root, command, "--jobs", "1").said
    assert {name: (root / "build" / name).read_bytes() for name in files_below(root / "build")} == before
