"""The closed vocabulary: each element becomes its node, and whatever is outside it is found at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.compose.scope import Recorder, RegisteredPicture
from pipeline.document import nodes as n
from tests.compose.rendered import blocks, found, outline, read, words

PLACE = "templates/proef.html.j2"
DRAWING = n.Picture(b"<svg/>", "svg", 120, 40)


def one(tmp_path: Path, template: str, **context: object) -> n.Block:
    shown, diagnostics = blocks(tmp_path, template, context)
    assert found(diagnostics) == []
    assert len(shown) == 1
    return shown[0]


def text(words: str) -> tuple[n.Text, ...]:
    return (n.Text(words),)


def paragraph(words: str) -> n.Paragraph:
    return n.Paragraph(text(words))


# --- blocks ---


def test_a_heading(tmp_path: Path) -> None:
    template = '<h1 id="k1" label="kans 1" numbering="decimal" page-break="yes">De kans</h1>'
    assert one(tmp_path, template) == n.Heading(1, text("De kans"), "k1", "kans 1", "decimal", "", True)


def test_paragraphs_with_a_role(tmp_path: Path) -> None:
    assert one(tmp_path, '<p role="note" keep="next">Klein</p>') == n.Paragraph(text("Klein"), "note", True)


def test_an_item_may_hold_words_and_blocks(tmp_path: Path) -> None:
    template = (
        "<ul>\n<li>Een <em>punt</em>\n<ol kind='letter' start='3'><li><p>diep</p></li></ol></li>\n<li/></ul>"
    )
    nested = n.List("letter", (n.ListItem((paragraph("diep"),)),), 3)
    first = n.Paragraph((n.Text("Een "), n.Emphasis(text("punt"))))
    expected = n.List("bullet", (n.ListItem((first, nested)), n.ListItem((n.Paragraph(()),))))
    assert one(tmp_path, template) == expected


def test_terms_with_descriptions(tmp_path: Path) -> None:
    template = "<dl><dt>A</dt><dd>een</dd><dd>twee</dd><dt>B</dt><dd><p>drie</p></dd></dl>"
    assert one(tmp_path, template) == n.DefinitionList(
        (
            n.Definition(text("A"), (paragraph("een"), paragraph("twee"))),
            n.Definition(text("B"), (paragraph("drie"),)),
        )
    )


def test_a_table_with_spans_and_sums(tmp_path: Path) -> None:
    template = """
    <table id="t" widths="50 25 25" summary="Samenvatting"><caption>Bedragen</caption>
    <thead><tr><th rowspan="2">Bron</th><th colspan="2">Jaar</th></tr><tr><th>1</th><th>2</th></tr></thead>
    <tbody><tr><th>Rijk</th><td align="right">3</td><td/></tr></tbody>
    <tfoot><tr><td>Totaal</td><td>3</td><td>0</td></tr></tfoot></table>"""
    table = one(tmp_path, template)
    assert isinstance(table, n.Table)
    assert table.widths == (0.5, 0.25, 0.25)
    assert table.caption == n.Caption(text("Bedragen"))
    assert (table.id, table.summary) == ("t", "Samenvatting")
    assert table.head[0].cells == (
        n.Cell((paragraph("Bron"),), "column", rowspan=2),
        n.Cell((paragraph("Jaar"),), "column", colspan=2),
    )
    assert table.body[0].cells == (
        n.Cell((paragraph("Rijk"),), "row"),
        n.Cell((paragraph("3"),), align="right"),
        n.Cell((n.Paragraph(()),)),
    )
    assert len(table.foot) == 1


def test_columns_without_widths_follow_their_words(tmp_path: Path) -> None:
    table = one(tmp_path, "<table><tbody><tr><th>a</th><td>twaalf tekens</td></tr></tbody></table>")
    assert isinstance(table, n.Table)
    assert sum(table.widths) == pytest.approx(1)
    assert table.widths[1] > 3 * table.widths[0]


def test_a_figure_names_a_registered_picture(tmp_path: Path) -> None:
    record = Recorder()
    key = record.add_picture(RegisteredPicture(DRAWING, "Een tijdlijn"))
    template = '<figure id="plan"><picture key="{{ key }}"/><figcaption>Planning</figcaption></figure>'
    shown, diagnostics = blocks(tmp_path, template, {"key": key}, record=record)
    assert diagnostics == ()
    assert shown == (n.Figure(DRAWING, "Een tijdlijn", n.Caption(text("Planning")), "plan"),)


def test_signatures_contents_and_page_break(tmp_path: Path) -> None:
    template = """<section><toc depth="3">Inhoud</toc><page-break/><signatures>
    <signature><capacity>De minister,</capacity><name>[naam]</name></signature></signatures></section>"""
    shown, diagnostics = blocks(tmp_path, template)
    assert diagnostics == ()
    assert shown == (
        n.TableOfContents(text("Inhoud"), 3),
        n.PageBreak(),
        n.Signatures((n.Signature(text("De minister,"), text("[naam]")),)),
    )


def test_inline_elements(tmp_path: Path) -> None:
    template = (
        '<p>Zie <a href="https://a.nl">Regio</a><footnote>Een <em>noot</em>.</footnote><br/>en '
        '<cross-reference to="t"/> <span lang="fy">It</span></p>'
    )
    assert outline((one(tmp_path, template),)) == (
        "alinea -\n  'Zie ' -\n  link https://a.nl\n    'Regio' -\n  noot -\n    'Een ' -\n    cursief\n"
        "      'noot' -\n    '.' -\n  regeleinde\n  'en ' -\n  naar #t -\n  ' ' -\n  taal fy\n    'It' -\n"
    )


def test_a_quote(tmp_path: Path) -> None:
    assert one(tmp_path, "<blockquote>los<p>alinea</p></blockquote>") == n.Quote(
        (paragraph("los"), paragraph("alinea"))
    )


def test_a_block_has_the_place_of_its_first_words_from_yaml(tmp_path: Path) -> None:
    block = one(tmp_path, "<p>De {{ a }} en {{ b }}</p>", a=words("een", "a"), b=words("twee", "b"))
    assert isinstance(block, n.Paragraph)
    assert block.source == words("", "a").source


def test_a_paragraph_of_which_the_value_is_empty_goes(tmp_path: Path) -> None:
    assert blocks(tmp_path, "<p>{{ leeg }}</p><p> </p>", {"leeg": ""}) == ((), ())


# --- front matter ---

LETTERHEAD = """<document><letterhead>
  <wordmark><line>Ministerie</line><line>van X</line></wordmark>
  <return-address>&gt; Retouradres Postbus 1</return-address>
  <classification>Vertrouwelijk</classification>
  <addressee><line>Aan A</line><line>2500 EA Den Haag</line></addressee>
  <reference>
    <group emphasis="bold"><line>DG</line></group>
    <group label="{{ label }}"><line>1</line></group>
    <group label=""/>
  </reference>
  <follow-up><group label="Datum"><line>vandaag</line></group></follow-up>
  <field label="Datum">1 juli 2026</field><field label="Betreft">{{ betreft }}</field>
</letterhead><body><p>Tekst</p></body></document>"""


def test_a_letterhead(tmp_path: Path) -> None:
    shown = read(tmp_path, LETTERHEAD, {"label": words("Onze referentie"), "betreft": words("Regio's")})
    assert found(shown.diagnostics) == []
    assert shown.blocks == (paragraph("Tekst"),)
    assert shown.front == n.Letterhead(
        return_address=text("> Retouradres Postbus 1"),
        addressee=(text("Aan A"), text("2500\u00a0EA Den Haag")),
        fields=(
            n.HeadField("Datum", text("1\u00a0juli 2026")),
            n.HeadField("Betreft", (n.Text("Regio’s", words("").source),)),
        ),
        reference=(
            n.ReferenceGroup((text("DG"),), emphasis="bold"),
            n.ReferenceGroup((text("1"),), "Onze referentie"),
        ),
        follow_up=(n.ReferenceGroup((text("vandaag"),), "Datum"),),
        classification="Vertrouwelijk",
        wordmark=("Ministerie", "van X"),
    )


def test_a_cover_and_a_title_block(tmp_path: Path) -> None:
    inside = "<title>T</title><subtitle>S</subtitle><line>een</line><line>{{ '' }}</line>"
    template = f"<document><cover><wordmark><line>M</line></wordmark>{inside}</cover><body/></document>"
    assert read(tmp_path, template).front == n.Cover(text("T"), text("S"), (text("een"),), ("M",))
    template = f"<document><title-block>{inside}</title-block><body/></document>"
    assert read(tmp_path, template).front == n.TitleBlock(text("T"), text("S"), (text("een"),))


def test_front_matter_is_optional(tmp_path: Path) -> None:
    shown = read(tmp_path, "<document><body><p>x</p></body></document>")
    assert (shown.front, shown.blocks, shown.diagnostics) == (None, (paragraph("x"),), ())


# --- what does not belong ---


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("\n<div><p>x</p></div>", "KAM504 :2 <div> bestaat niet in een document."),
        ("<p>\n<b>x</b></p>", "KAM504 :2 <b> bestaat niet in een document."),
        ("<p>a<ul><li>x</li></ul></p>", "KAM504 :1 <ul> kan niet in <p> staan."),
        ("<li>x</li>", "KAM504 :1 <li> kan niet in <body> staan."),
        ("<section>\nlos</section>", "KAM504 :1 De tekst “los” staat los in <section>."),
        ('<p class="x">a</p>', "KAM504 :1 <p> heeft geen attribuut “class”."),
        ('<p role="nota">a</p>', "KAM504 :1 “nota” kan niet als role van <p>."),
        (
            '<ol start="x"><li>a</li></ol>',
            "KAM504 :1 start van <ol> is “x”, maar moet een getal vanaf 1 zijn.",
        ),
        ("<h1> </h1>", "KAM504 :1 Deze kop is leeg."),
        ("<dl><dd>x</dd></dl>", "KAM504 :1 Een <dl> begint met een <dt>."),
        ("<dl><dt>x</dt></dl>", "KAM504 :1 De laatste <dt> heeft geen <dd>."),
        ("<dl><dt>x</dt>\n<dt>y</dt><dd>z</dd></dl>", "KAM504 :2 Voor deze <dt> staat een <dt> zonder <dd>."),
        ("<table/>", "KAM504 :1 Deze tabel heeft geen rijen."),
        (
            "<table><tbody><tr><td/><td/></tr>\n<tr><td/></tr></tbody></table>",
            "KAM504 :2 Deze rij heeft 1 kolommen; de eerste rij heeft er 2.",
        ),
        (
            "<table><tbody><tr><td rowspan='2'/></tr></tbody></table>",
            "KAM504 :1 Een cel loopt met rowspan door tot buiten <tbody>.",
        ),
        (
            "<table widths='50 50'><tbody><tr><td/></tr></tbody></table>",
            "KAM504 :1 widths is “50 50”, maar de tabel heeft 1 kolommen.",
        ),
        (
            "<table><tbody><tr><td/></tr></tbody>\n<thead><tr><td/></tr></thead></table>",
            "KAM504 :2 <thead> staat hier te laat, of twee keer.",
        ),
        ("<figure/>", 'KAM504 :1 In een <figure> hoort een <picture key="…"/>.'),
        ("<figure><picture key='x'/></figure>", "KAM504 :1 Er is geen afbeelding met de sleutel “x”."),
        (
            "<signatures><signature><name>x</name></signature></signatures>",
            "KAM504 :1 Een <signature> heeft een <capacity> en een <name>.",
        ),
        (
            "<signatures><signature><capacity>a</capacity><name>x</name>\n<name>y</name></signature></signatures>",
            "KAM504 :2 <name> kan maar één keer in <signature> staan.",
        ),
        (
            "<p><footnote>a<footnote>b</footnote></footnote></p>",
            "KAM504 :1 Een voetnoot kan niet in een andere",
        ),
        ("<p>a<footnote> </footnote></p>", "KAM504 :1 Deze voetnoot is leeg."),
        ("<p>a<cross-reference/></p>", 'KAM504 :1 Een kruisverwijzing heeft een doel nodig: to="id".'),
        ("<p><a href='https://a.nl'/>a</p>", "KAM504 :1 Deze link heeft geen tekst."),
        (
            "<p><a href='https://a.nl'>Lees meer</a></p>",
            "KAM414 :1 De linktekst “Lees meer” zegt niet waar de link heen gaat.",
        ),
        (
            "<p>a</p>\n<table><thead><tr><th/></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
            "KAM413 :2 Deze tabel heeft geen kopcellen: niemand hoort wat er in een kolom staat.",
        ),
        (
            "<table><tbody><tr><td>1</td></tr></tbody></table>",
            "KAM413 :1 Deze tabel heeft geen kopcellen: niemand hoort wat er in een kolom staat.",
        ),
        (
            "<table><thead><tr><th/><th/></tr><tr><td/><td/></tr></thead><tbody><tr><td>1</td><td/></tr></tbody></table>",
            "KAM413 :1 Deze tabel heeft geen kopcellen: niemand hoort wat er in een kolom staat.",
        ),
        (
            "<table><thead><tr><th/><th/><th>c</th></tr></thead><tbody><tr><td/><td/><td/></tr></tbody></table>",
            "KAM413 :1 Kolom 2 van deze tabel heeft geen kop.",
        ),
        (
            "<table><tbody><tr><th>a</th><td><table><tbody><tr><th>b</th></tr></tbody></table></td></tr></tbody></table>",
            "KAM403 :1 Een tabel kan niet in een cel van een andere tabel staan.",
        ),
        ("<p><a href='/a'>a</a></p>", "KAM410 :1 “/a” is geen volledig webadres."),
        ("<p><span lang='xx'>a</span></p>", "KAM409 :1 “xx” is geen taalcode die hier kan."),
        ("<p>a\n\n</div>", "KAM506 :1 <p> wordt gesloten met </div>."),
        ("<p>a&nbsp;b</p>", "KAM506 :1 “&nbsp;” bestaat niet in XML."),
        ("<p>a</p>\n<p>a < b</p>", "KAM506 :2 De opmaak van het sjabloon is geen goede XML."),
        ("<p a=1>x</p>", "KAM506 :1 De opmaak van het sjabloon is geen goede XML."),
        ("<p>a<?php x?></p>", "KAM504 :1 “<?php x?>” kan niet in een sjabloon staan."),
        ("<!DOCTYPE p [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>", "KAM506 :1 De opmaak van het"),
    ],
)
def test_what_does_not_belong_is_found_at_its_line(template: str, expected: str, tmp_path: Path) -> None:
    _, diagnostics = blocks(tmp_path, template)
    shown = [line.replace(PLACE, "") for line in found(diagnostics)]
    assert len(shown) == 1
    assert shown[0].startswith(expected)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<p>x</p>", "KAM504 :1 Het sjabloon begint met <p>."),
        (
            "<!DOCTYPE d [<!ENTITY a 'b'>]><document><body><p>&a;</p></body></document>",
            "KAM504 :1 “&a;” kan niet",
        ),
        ("<document>\n<cover/><body/></document>", "KAM504 :2 In <cover> hoort een <title> met tekst."),
        (
            "<document><title-block><title>x</title></title-block></document>",
            "KAM504 :1 In <document> hoort een",
        ),
        ("<document><body/>\n<body/></document>", "KAM504 :2 <body> staat hier te laat, of twee keer."),
        (
            "<document><body/><title-block><title>x</title></title-block></document>",
            "KAM504 :1 <title-block> staat hier te laat",
        ),
        (
            "<document><letterhead><field>x</field></letterhead><body/></document>",
            'KAM504 :1 Een <field> heeft een label nodig: label="Datum".',
        ),
    ],
)
def test_a_document_has_its_parts_in_order(template: str, expected: str, tmp_path: Path) -> None:
    shown = [line.replace(PLACE, "") for line in found(read(tmp_path, template).diagnostics)]
    assert len(shown) == 1
    assert shown[0].startswith(expected)


@pytest.mark.parametrize(
    ("template", "hint"),
    [
        ("<div/>", "Gebruik <section>."),
        ("<p><i>a</i></p>", "Gebruik <em>."),
        ("<p><strnog>a</strnog></p>", "Bedoelde u “strong”?"),
        ("<p rol='note'>a</p>", "Bedoelde u “role”?"),
        ("<p role='slotation'>a</p>", "Bedoelde u “salutation”?"),
    ],
)
def test_what_does_not_belong_gets_a_hint(template: str, hint: str, tmp_path: Path) -> None:
    _, diagnostics = blocks(tmp_path, template)
    assert [each.hint for each in diagnostics] == [hint]


def test_a_picture_without_alternative_is_an_error(tmp_path: Path) -> None:
    record = Recorder()
    record.add_picture(RegisteredPicture(DRAWING, " "))
    template = '<figure><picture key="afbeelding-1"/></figure>'
    _, diagnostics = blocks(tmp_path, template, record=record)
    assert found(diagnostics) == [f"KAM604 {PLACE}:1 Deze afbeelding heeft geen tekstalternatief."]


def test_markup_in_a_value_is_text(tmp_path: Path) -> None:
    block = one(tmp_path, "<p>{{ a }}</p>", a=words('</p><h1>"&lt;'))
    assert isinstance(block, n.Paragraph)
    assert [node.text for node in block.children if isinstance(node, n.Text)] == ["</p><h1>”&lt;"]
