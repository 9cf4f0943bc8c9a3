"""A small, valid project as YAML, and the way to change one thing in it.

``write_project(tmp_path)`` writes a project without a single finding: a region that carries out its agenda
(zeeland), a region that begins (rivierenland) and one progress letter over both. A test changes one thing:

    write_project(tmp_path, edit(AGENDA, "totaal: 4 miljoen", "totaal: 5 miljoen"))
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

PROGRAMMA = "content/programma.yaml"
AFKORTINGEN = "content/gedeeld/afkortingen.yaml"
BRONNEN = "content/gedeeld/bronnen.yaml"
DEPARTEMENTEN = "content/gedeeld/departementen.yaml"
MOTIES = "content/gedeeld/moties.yaml"
ONDERTEKENAARS = "content/gedeeld/ondertekenaars.yaml"
PARTIJEN = "content/gedeeld/partijen.yaml"
TEKSTBLOKKEN = "content/gedeeld/tekstblokken.yaml"
TOEZEGGINGEN = "content/gedeeld/toezeggingen.yaml"
TRAJECTEN = "content/gedeeld/trajecten.yaml"
REGIO = "content/regios/zeeland/regio.yaml"
AGENDA = "content/regios/zeeland/agenda.yaml"
VOORTGANG = "content/regios/zeeland/voortgang-2026-12.yaml"
BEGIN_REGIO = "content/regios/rivierenland/regio.yaml"
BEGIN_AGENDA = "content/regios/rivierenland/agenda.yaml"
BEGIN_VOORTGANG = "content/regios/rivierenland/voortgang-2026-12.yaml"
BRIEF = "content/brieven/2026-12-voortgang/brief.yaml"
BESLISNOTA = "content/brieven/2026-12-voortgang/beslisnota.pdf"

Change = Callable[[Path], None]


def write_project(root: Path, *changes: Change) -> Path:
    """Write the project below ``root``, make the changes in order, and return ``root``."""
    for file, text in MINIMAL.items():
        write(file, text)(root)
    (root / BESLISNOTA).write_bytes(ONE_PAGE_PDF)
    for change in changes:
        change(root)
    return root


def edit(file: str, old: str, new: str) -> Change:
    """Replace a passage that stands exactly once in the file."""

    def change(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} staat {text.count(old)} keer in {file}"
        (root / file).write_text(text.replace(old, new), encoding="utf-8")

    return change


def add(file: str, text: str) -> Change:
    """Add lines at the end of a file."""

    def change(root: Path) -> None:
        with (root / file).open("a", encoding="utf-8") as stream:
            stream.write(text)

    return change


def write(file: str, text: str) -> Change:
    """Write a whole file, new or instead of the one that is there."""

    def change(root: Path) -> None:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")

    return change


def remove(file: str) -> Change:
    """Take a file away."""

    def change(root: Path) -> None:
        (root / file).unlink()

    return change


def spoil(file: str) -> Change:
    """Make a file unreadable as YAML."""
    return add(file, "\nkapot: [\n")


def line_of(root: Path, file: str, text: str) -> int:
    """Return the number, from 1, of the first line that holds the text."""
    lines = (root / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def _one_page_pdf() -> bytes:
    """Write a PDF of one empty page; its table of offsets is computed."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    body, offsets = b"%PDF-1.7\n", list[int]()
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    rows = b"0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    table = b"xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\n" % (size, rows, size)
    return body + table + b"startxref\n%d\n%%%%EOF\n" % len(body)


ONE_PAGE_PDF = _one_page_pdf()

MINIMAL: dict[str, str] = {
    PROGRAMMA: """\
schemaversie: 1
naam: Strategische agenda's regio en Rijk
voorbeeld: ja
ministerie:
  departement: bzk
  namen:
    - naam: Ministerie van Binnenlandse Zaken en Koninkrijksrelaties
      woordmerk:
        - Ministerie van Binnenlandse Zaken en
        - Koninkrijksrelaties
briefhoofd:
  retouradres: Postbus 20011 2500 EA Den Haag
  bezoekadres:
    - Turfmarkt 147
    - 2511 DP Den Haag
  postadres:
    - Postbus 20011
    - 2500 EA Den Haag
uitgangspunten:
  - id: initiatief
    titel: Regionaal initiatief en eigenaarschap
    toelichting: De regio begint en blijft eigenaar.
  - id: fase
    titel: Aansluiten bij de ontwikkelfase
    toelichting: Het Rijk volgt het tempo van de regio.
  - id: kansen
    titel: Gemeenschappelijke ontwikkelkansen
    toelichting: Beide belangen raken elkaar.
  - id: samenhang
    titel: In samenhang met andere trajecten
    toelichting: Wat al loopt, blijft lopen.
rapportagemomenten:
  - id: 2026-12
    titel: december 2026
    moment: eind 2026
""",
    AFKORTINGEN: """\
schemaversie: 1
afkortingen:
  - id: bzk
    kort: BZK
    voluit: Binnenlandse Zaken en Koninkrijksrelaties
""",
    BRONNEN: """\
schemaversie: 1
bronnen:
  - id: beleidsbrief
    kamerstuk: 36800-VII, nr. 97
    datum: 2026-04-24
  - id: cbs-2024
    titel: Regionale kerncijfers Nederland
    uitgever: CBS
    jaar: 2024
    url: https://www.cbs.nl/nl-nl/cijfers/detail/70072ned
""",
    DEPARTEMENTEN: """\
schemaversie: 1
departementen:
  - id: bzk
    naam: Binnenlandse Zaken en Koninkrijksrelaties
    kort: BZK
  - id: ienw
    naam: Infrastructuur en Waterstaat
    kort: IenW
""",
    MOTIES: """\
schemaversie: 1
moties:
  - id: motie-wuite
    indieners:
      - Wuite
    medeondertekend: cs
    onderwerp: de regio
    kamer: tweede
    datum: 2022-10-13
    kamerstuk: 36200-IV, nr. 12
""",
    ONDERTEKENAARS: """\
schemaversie: 1
ondertekenaars:
  - id: minister-bzk
    functie: minister van Binnenlandse Zaken en Koninkrijksrelaties
    departement: bzk
  - id: minister-ienw
    functie: minister van Infrastructuur en Waterstaat
    departement: ienw
""",
    PARTIJEN: """\
schemaversie: 1
partijen:
  - id: provincie-zeeland
    naam: Provincie Zeeland
    lopend: de provincie Zeeland
    soort: provincie
  - id: gemeente-goes
    naam: Gemeente Goes
    lopend: de gemeente Goes
    soort: gemeente
  - id: regio-rivierenland
    naam: Regio Rivierenland
    lopend: de Regio Rivierenland
    soort: samenwerkingsverband
""",
    TEKSTBLOKKEN: """\
schemaversie: 1
tekstblokken:
  - id: geen-verplichting
    tekst: Deze agenda bevat geen juridisch afdwingbare verplichtingen.
""",
    TOEZEGGINGEN: """\
schemaversie: 1
toezeggingen:
  - id: eind-2026
    kamer: tweede
    omschrijving: De Kamer eind 2026 informeren over de werkwijze.
    gedaan_op: 2026-07-01
    vindplaats: Brief van 1 juli 2026
    termijn: eind 2026
""",
    TRAJECTEN: """\
schemaversie: 1
trajecten:
  - id: novex-nsp
    naam: NOVEX North Sea Port District
    soort: novex
    omschrijving: Samenwerking in het havengebied.
""",
    REGIO: """\
schemaversie: 1
id: zeeland
namen:
  officieel: Provincie Zeeland
  lopend: Zeeland
  met_lidwoord: Zeeland
  in_regio: in Zeeland
soort: provincie
provincies:
  - Zeeland
gemeenten:
  - Goes
  - Middelburg
  - Vlissingen
profiel: Een provincie met veel kust.
kerncijfers:
  - id: inwoners
    naam: inwoners
    waarde: '391.657'
    peildatum: 2024-01-01
    bron: cbs-2024
visie:
  reikwijdte: breed
samenwerking:
  stand: bestaand
  vorm: bestuurlijk overleg
  toelichting: Partijen treffen elkaar elk kwartaal.
ontwikkelfase:
  fase: uitvoering
  onderbouwing: De afspraken zijn gestart.
  bijdrage_rijk: Het Rijk voert zijn deel uit.
trajecten:
  - traject: novex-nsp
    relatie: aansluiten
    toelichting: De agenda bouwt hierop voort.
gesprekken:
  - moment: juni 2026
    met: gedeputeerde staten
    uitkomst: Er is ruimte voor een agenda.
""",
    AGENDA: """\
schemaversie: 1
id: zeeland
titel: Strategische agenda Zeeland
status: vastgesteld
versie: '1.0'
datum: 2026-11-02
uitkomst:
  soort: agenda
  toelichting: Regio en Rijk gaan samen aan de slag.
samenvatting: Eén kans, twee afspraken.[@beleidsbrief]
aanleiding: Het gesprek van de zomer. [=geen-verplichting]
uitgangspunten:
  - uitgangspunt: initiatief
    invulling: De provincie nam het initiatief.
  - uitgangspunt: fase
    invulling: De regio voert uit.
  - uitgangspunt: kansen
    invulling: De kans dient beide.
  - uitgangspunt: samenhang
    invulling: De agenda volgt NOVEX.
initiatiefnemers:
  - partij: provincie-zeeland
    rol: trekker
    besluiten:
      - orgaan: provinciale staten
        moment: oktober 2026
        besluit: vastgesteld (voorbeeld)
partijen:
  - partij: gemeente-goes
ambitie:
  horizon: 2040
  kern: Een haven die schoon draait.
  doelen:
    - Minder uitstoot in de haven.
kansen:
  - id: k-haven
    titel: Schone haven
    regionaal_belang: Werk in de regio.
    nationaal_belang: Energie voor het land.
    meerwaarde: Samen kan het sneller.
    eigenaar: provincie-zeeland
    departementen:
      - ienw
    bedrag: 4 miljoen
    trajecten:
      - novex-nsp
    indicatoren:
      - id: i-uitstoot
        naam: uitstoot van de haven
        bron: cbs-2024
afspraken:
  - id: a-net
    kans: k-haven
    titel: Ruimte op het net
    soort: onderzoek
    inzet_regio: De provincie wijst locaties aan.
    inzet_rijk: Het Rijk betaalt de verkenning.
    departementen:
      - ienw
    trekker: provincie-zeeland
    middelen:
      bedrag: 4 miljoen
      dekking: deels gedekt
    gereed: Q2 2027
    status: gestart
    trajecten:
      - novex-nsp
  - id: a-overleg
    kans: k-haven
    titel: Vast overleg
    soort: proces
    inzet_regio: De provincie nodigt uit.
    inzet_rijk: Het ministerie schuift aan.
    departementen:
      - bzk
    trekker: bzk
    middelen:
      dekking: geen middelen nodig
    gereed: eind 2026
    status: op schema
mijlpalen:
  - id: m-besluit
    titel: Besluit over de locaties
    moment: maart 2027
    kans: k-haven
  - id: m-start
    titel: Start van de bouw
    moment: 2028
    na:
      - m-besluit
governance:
  toelichting: Twee keer per jaar bestuurlijk overleg.
  overleggen:
    - naam: Bestuurlijk overleg
      deelnemers: minister en gedeputeerde
      frequentie: twee keer per jaar
      taak: besluit over de koers
middelen:
  regels:
    - id: rijk
      bron: Begroting IenW
      dekking: gedekt
      bedragen:
        2027: 2,5 miljoen
        2028: p.m.
    - id: regio
      bron: Begroting provincie
      dekking: deels gedekt
      bedragen:
        2027: 1500000
  totaal: 4 miljoen
monitoring:
  toelichting: Elk jaar een stand van zaken.
  indicatoren:
    - id: i-banen
      naam: banen in de haven
risicos:
  - id: r-net
    titel: Vol stroomnet
    omschrijving: De aansluiting komt later.
    beheersing: Vroeg aanvragen.
ondertekening:
  plaats: Middelburg
  datum: 2026-11-02
  rijk:
    - namens: het Rijk
      functie: minister van Binnenlandse Zaken en Koninkrijksrelaties
  regio:
    - namens: de provincie Zeeland
      functie: gedeputeerde
""",
    VOORTGANG: """\
schemaversie: 1
id: 2026-12
regio: zeeland
peildatum: 2026-11-27
kern: De uitvoering ligt op koers.
samenvatting: In Zeeland zijn beide afspraken gestart.
kansen:
  - kans: k-haven
    stand: op schema
    tekst: De verkenning loopt.
afspraken:
  - afspraak: a-net
    status: gestart
  - afspraak: a-overleg
    status: op schema
""",
    BEGIN_REGIO: """\
schemaversie: 1
id: rivierenland
namen:
  officieel: Regio Rivierenland
  lopend: Rivierenland
  met_lidwoord: de regio Rivierenland
  in_regio: in de regio Rivierenland
soort: samenwerkingsverband
provincies:
  - Gelderland
gemeenten:
  - Tiel
  - Buren
profiel: Fruit langs de rivieren.
kerncijfers: []
visie:
  reikwijdte: geen
samenwerking:
  stand: beginnend
  vorm: gemeenschappelijke regeling
  toelichting: De gemeenten zoeken een gedeeld beeld.
ontwikkelfase:
  fase: beginnend
  onderbouwing: Er is nog geen visie.
  bijdrage_rijk: Het Rijk denkt mee.
""",
    BEGIN_AGENDA: """\
schemaversie: 1
id: rivierenland
titel: Op weg naar een agenda voor Rivierenland
status: concept
versie: '0.1'
datum: 2026-11-16
uitkomst:
  soort: op weg naar een agenda
  toelichting: Eerst een visie.
samenvatting: De regio begint.
aanleiding: Het gesprek van de zomer.
uitgangspunten:
  - uitgangspunt: initiatief
    invulling: De regio vraagt om een gesprek.
  - uitgangspunt: fase
    invulling: De regio begint.
  - uitgangspunt: kansen
    invulling: Nog te verkennen.
  - uitgangspunt: samenhang
    invulling: Nog te verkennen.
initiatiefnemers:
  - partij: regio-rivierenland
vervolg: In het voorjaar volgt een visie.
""",
    BEGIN_VOORTGANG: """\
schemaversie: 1
id: 2026-12
regio: rivierenland
peildatum: 2026-11-27
kern: De regio werkt aan een visie.
samenvatting: In de regio Rivierenland zijn de eerste gesprekken gevoerd.
""",
    BRIEF: """\
schemaversie: 1
id: 2026-12-voortgang
soort: voortgangsbrief
status: concept
aan:
  - kamer: tweede
datum: 2026-12-18
betreft: Voortgang strategische agenda's regio en Rijk
kenmerk: 2026-0000000000
tekst: |
  Op 1 juli heb ik u geschreven over de werkwijze.[@beleidsbrief]

  Deze brief stuur ik [mede-namens].
vervolg: In 2027 volgt een nieuwe brief.
mede_namens:
  - minister-ienw
ondertekenaars:
  - minister-bzk
bijlagen:
  - id: stand-van-zaken
    titel: Stand van zaken per regio
    maak: stand-van-zaken
  - id: agenda-zeeland
    titel: Strategische agenda Zeeland
    document: agenda/zeeland
  - id: beslisnota
    titel: Beslisnota bij deze brief
    soort: beslisnota
    bestand: beslisnota.pdf
toezeggingen:
  - toezegging: eind-2026
    stand: voldaan
    antwoord: Met deze brief is de Kamer geïnformeerd.
moties:
  - motie: motie-wuite
    stand: in behandeling
    antwoord: De uitvoering loopt.
regios:
  - zeeland
  - rivierenland
voortgang: 2026-12
""",
}
