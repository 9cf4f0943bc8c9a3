"""Codes 401 to 450: Markdown, citations and references in a text."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, InFile
from pipeline.diagnostics.explanations.files import AGENDA, BRIEF, BRONNEN, REGIO, TEKSTBLOKKEN

EXPLANATIONS: dict[Code, Explanation] = {
    Code.TEXT_LIMIT: Explanation(
        "Deze tekst vraagt te veel: opmaak die te vaak in elkaar staat, een te brede tabel, of een woord "
        "zonder einde. Vaak is er iets misgegaan bij het plakken.",
        InFile(
            REGIO,
            ("profiel",),
            wrong=f"profiel: '{'> ' * 21}Veel kust.'",
            right="profiel: '> Veel kust.'",
        ),
    ),
    Code.JINJA_IN_TEXT: Explanation(
        "Dubbele accolades en {% zijn voor sjablonen. Een waarde uit de inhoud haalt u in een tekst "
        "op met [=pad.naar.waarde].",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In {{ jaar }} volgt een nieuwe brief.",
            right="vervolg: In 2027 volgt een nieuwe brief.",
        ),
    ),
    Code.HTML_IN_TEXT: Explanation(
        "Opmaak schrijft u met sterretjes, streepjes en haken, niet met HTML. Het spiekbriefje noemt "
        "wat er kan.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgt een <b>nieuwe</b> brief.",
            right="vervolg: In 2027 volgt een **nieuwe** brief.",
        ),
    ),
    Code.MARKDOWN_NOT_ALLOWED: Explanation(
        "Deze opmaak kan hier niet, of een teken is niet gesloten. Een titel of naam is gewone tekst,"
        " zonder opmaak.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgt een nieuwe brief.^[Een datum is er nog niet.",
            right="vervolg: In 2027 volgt een nieuwe brief.^[Een datum is er nog niet.]",
        ),
    ),
    Code.UNKNOWN_SOURCE: Explanation(
        "De noot verwijst naar een bron die niet in gedeeld/bronnen.yaml staat. Kijk of de id goed is"
        " geschreven, of voeg de bron toe.",
        InFile(
            AGENDA,
            ("samenvatting",),
            wrong="samenvatting: Eén kans, twee afspraken.[@beleidsbreif]",
            right="samenvatting: Eén kans, twee afspraken.[@beleidsbrief]",
        ),
    ),
    Code.UNKNOWN_TARGET: Explanation(
        "De kruisverwijzing noemt een kop, tabel of figuur die in dit document niet bestaat.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="""\
vervolg: |
  # Het jaar 2027 {#jaar}

  Zie ook [#jaren].""",
            right="""\
vervolg: |
  # Het jaar 2027 {#jaar}

  Zie ook [#jaar].""",
        ),
    ),
    Code.UNKNOWN_PASSAGE: Explanation(
        "Tussen [= en ] staat een tekstblok of een waarde die niet bestaat. Tekstblokken staan in "
        "gedeeld/tekstblokken.yaml.",
        InFile(
            AGENDA,
            ("aanleiding",),
            wrong="aanleiding: Het gesprek. [=geen-verplichting] [=geen-verplichtng]",
            right="aanleiding: Het gesprek. [=geen-verplichting]",
        ),
    ),
    Code.INVALID_CITATION: Explanation(
        "De verwijzing naar een Kamerstuk is niet te lezen of onvolledig. Noem het dossier en het "
        "nummer van het stuk.",
        InFile(
            BRONNEN,
            ("bronnen", 0, "kamerstuk"),
            wrong="kamerstuk: 36800-VII",
            right="kamerstuk: 36800-VII, nr. 97",
        ),
    ),
    Code.CITATION_YEAR: Explanation(
        "Bij een Kamerstuk hoort een vergaderjaar. Het volgt uit de datum van het stuk, of u schrijft"
        " het zelf, zoals 2025/26.",
        InFile(
            BRONNEN,
            ("bronnen", 0, "datum"),
            wrong="interne_notitie: de datum volgt",
            right="datum: 2026-04-24",
        ),
    ),
    Code.INVALID_LANGUAGE: Explanation(
        "Een passage in een andere taal krijgt een taalcode, zodat een schermlezer haar goed "
        "uitspreekt. Deze code bestaat niet of wordt niet ondersteund.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgt de [Fryske aginda]{lang=fries}.",
            right="vervolg: In 2027 volgt de [Fryske aginda]{lang=fy}.",
        ),
    ),
    Code.INVALID_LINK: Explanation(
        "Een link heeft een volledig adres nodig, met https:// ervoor.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: Lees [de werkwijze](www.rijksoverheid.nl/werkwijze).",
            right="vervolg: Lees [de werkwijze](https://www.rijksoverheid.nl/werkwijze).",
        ),
    ),
    Code.PASSAGE_LOOP: Explanation(
        "Een tekstblok haalt zichzelf op, rechtstreeks of via een ander. Zo zou de tekst nooit eindigen.",
        InFile(
            TEKSTBLOKKEN,
            ("tekstblokken", 0, "tekst"),
            wrong="tekst: Deze agenda verplicht niet. [=geen-verplichting]",
            right="tekst: Deze agenda verplicht niet.",
        ),
    ),
    Code.HEADING_LEVEL: Explanation(
        "Wie met een schermlezer van kop naar kop gaat, mist iets als een niveau wordt overgeslagen. "
        "Begin met # en ga telkens één stap dieper.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="""\
vervolg: |
  ### Wat er gebeurt

  In 2027 volgt een nieuwe brief.""",
            right="""\
vervolg: |
  # Wat er gebeurt

  In 2027 volgt een nieuwe brief.""",
        ),
    ),
    Code.TABLE_NO_HEADER: Explanation(
        "Zonder koppen weet wie de tabel hoort voorlezen niet wat er in een kolom staat.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="""\
vervolg: |
  | | |
  | --- | --- |
  | 2027 | twee |""",
            right="""\
vervolg: |
  | Jaar | Brieven |
  | --- | --- |
  | 2027 | twee |""",
        ),
    ),
    Code.LINK_TEXT: Explanation(
        "De woorden van een link zeggen waar hij heen gaat, ook voor wie alleen de links hoort.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: Lees [hier](https://www.rijksoverheid.nl/werkwijze) meer.",
            right="vervolg: Lees meer over [de werkwijze](https://www.rijksoverheid.nl/werkwijze).",
        ),
    ),
    Code.PRINTED_AS_TYPED: Explanation(
        "Dit lijkt op opmaak, maar er ontbreekt een teken of een spatie. Zo komt het letterlijk in "
        "het document.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="""\
vervolg: |
  ##Vervolg

  In 2027 volgt een nieuwe brief.""",
            right="""\
vervolg: |
  # Vervolg

  In 2027 volgt een nieuwe brief.""",
        ),
    ),
}
