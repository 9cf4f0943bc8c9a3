"""Codes 301 to 399: files contradict each other, or something is absent that another file needs."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, InFile, Situation
from pipeline.diagnostics.explanations.files import AGENDA, BRIEF, ONDERTEKENAARS, REGIO, TEKSTBLOKKEN

EXPLANATIONS: dict[Code, Explanation] = {
    Code.DUPLICATE_ID: Explanation(
        "Een id is de vaste naam van één ding; verwijzingen kunnen anders niet kiezen. Vaak hebben "
        "twee mensen tegelijk iets toegevoegd: geef een van de twee een andere id.",
        InFile(
            AGENDA,
            ("mijlpalen", 1, "id"),
            wrong="""\
- id: m-besluit
  titel: Start van de bouw
  moment: 2028""",
            right="""\
- id: m-start
  titel: Start van de bouw
  moment: 2028""",
        ),
    ),
    Code.DANGLING_REFERENCE: Explanation(
        "De tekst verwijst naar een id die niet bestaat. Meestal is het een tikfout, of heeft iemand "
        "de id veranderd.",
        InFile(
            AGENDA,
            ("kansen", 0, "eigenaar"),
            wrong="eigenaar: provincie-zeland",
            right="eigenaar: provincie-zeeland",
        ),
    ),
    Code.NO_INITIATIVE: Explanation(
        "Een strategische agenda begint bij regionaal initiatief. Noem daarom minstens één partij uit"
        " de regio die begon.",
        InFile(
            AGENDA,
            ("initiatiefnemers",),
            wrong="initiatiefnemers: []",
            right="""\
initiatiefnemers:
  - partij: provincie-zeeland""",
        ),
    ),
    Code.SUM_DIFFERS: Explanation(
        "Het totaal dat er staat, is niet de som van de regels. Het programma telt zelf op: herstel "
        "een regel of het totaal.",
        InFile(
            AGENDA,
            ("middelen", "totaal"),
            wrong="totaal: 5 miljoen",
            right="totaal: 4 miljoen",
        ),
    ),
    Code.DATE_ORDER: Explanation(
        "Twee momenten staan in een volgorde die niet kan. Zo kan iets niet klaar zijn voordat het begint.",
        InFile(
            AGENDA,
            ("mijlpalen", 1, "moment"),
            wrong="moment: 2026",
            right="moment: 2028",
        ),
    ),
    Code.PHASE_MISMATCH: Explanation(
        "Wat er in de agenda staat, past niet bij de ontwikkelfase in regio.yaml. Een regio die "
        "uitvoert, heeft bijvoorbeeld afspraken en sturing.",
        InFile(
            AGENDA,
            ("governance",),
            wrong="vervolg: Er komt een overleg.",
            right="""\
governance:
  toelichting: Twee keer per jaar bestuurlijk overleg.""",
        ),
    ),
    Code.NO_BESLISNOTA: Explanation(
        "Bij een brief aan de Kamer hoort een beslisnota. Het programma waarschuwt zolang zij ontbreekt.",
        InFile(
            BRIEF,
            ("bijlagen", 2),
            wrong="""\
- id: nota
  titel: Nota bij deze brief
  bestand: beslisnota.pdf""",
            right="""\
- id: beslisnota
  titel: Beslisnota bij deze brief
  soort: beslisnota
  bestand: beslisnota.pdf""",
        ),
    ),
    Code.MEDE_NAMENS: Explanation(
        "Wie onder mede_namens staat, hoort ook in de tekst te worden genoemd, en andersom. Schrijf "
        "[mede-namens] op de plaats waar de namen komen.",
        InFile(
            BRIEF,
            ("tekst",),
            wrong="tekst: Op 1 juli heb ik u geschreven over de werkwijze.[@beleidsbrief]",
            right="""\
tekst: |
  Op 1 juli heb ik u geschreven over de werkwijze.[@beleidsbrief]

  Deze brief stuur ik [mede-namens].""",
        ),
    ),
    Code.NOT_IN_OFFICE: Explanation(
        "De functie bestaat niet op de datum van de brief. Kijk naar van en tot bij de ondertekenaar "
        "en naar de datum van de brief.",
        InFile(
            ONDERTEKENAARS,
            ("ondertekenaars", 0, "functie"),
            wrong="""\
functie: minister van Binnenlandse Zaken en Koninkrijksrelaties
tot: 2026-06-01""",
            right="""\
functie: minister van Binnenlandse Zaken en Koninkrijksrelaties
tot: 2027-06-01""",
        ),
    ),
    Code.PROMISE_UNANSWERED: Explanation(
        "De termijn van deze toezegging aan de Kamer loopt af, en geen brief geeft antwoord. Geef het"
        " in de brief, met de stand erbij.",
        InFile(
            BRIEF,
            ("toezeggingen",),
            wrong="kopie_aan: []",
            right="""\
toezeggingen:
  - toezegging: eind-2026
    stand: voldaan
    antwoord: Met deze brief is de Kamer geïnformeerd.""",
        ),
    ),
    Code.PROGRESS_MISSING: Explanation(
        "De voortgangsbrief noemt een regio, maar van die regio is voor dit moment geen voortgang "
        "geschreven.",
        Situation(
            wrong="De brief gaat over Zeeland, maar voortgang-2026-12.yaml ontbreekt in de map van Zeeland.",
            right="In de map van Zeeland staat voortgang-2026-12.yaml.",
        ),
    ),
    Code.UNKNOWN_MUNICIPALITY: Explanation(
        "Deze gemeente of provincie bestaat niet, of heet officieel anders. De lijst is die van de "
        "gemeentelijke indeling van 2024.",
        InFile(
            REGIO,
            ("gemeenten",),
            wrong="""\
gemeenten:
  - Gos""",
            right="""\
gemeenten:
  - Goes""",
        ),
    ),
    Code.LETTERHEAD_OVERFLOW: Explanation(
        "Dit gegeven is te lang voor zijn plaats in het briefhoofd. Kort het in, of verdeel het over "
        "meer regels.",
        InFile(
            BRIEF,
            ("aan",),
            wrong="""\
aan:
  - regels:
      - De directeur
      - Regio Rivierenland
      - Afdeling Strategie
      - Team Agenda
      - Kamer 12
      - Postbus 137
      - 4000 AC Tiel
      - Nederland""",
            right="""\
aan:
  - regels:
      - De directeur
      - Regio Rivierenland
      - Postbus 137
      - 4000 AC Tiel""",
        ),
    ),
    Code.UNUSED_ENTRY: Explanation(
        "Dit tekstblok staat in het register, maar geen enkele tekst gebruikt het. Haal het weg als "
        "het niet meer nodig is.",
        InFile(
            TEKSTBLOKKEN,
            ("tekstblokken",),
            wrong="""\
tekstblokken:
  - id: geen-verplichting
    tekst: Deze agenda bevat geen juridisch afdwingbare verplichtingen.
  - id: samenhang
    tekst: Wat al loopt, blijft lopen.""",
            right="""\
tekstblokken:
  - id: geen-verplichting
    tekst: Deze agenda bevat geen juridisch afdwingbare verplichtingen.""",
        ),
    ),
    Code.ID_NOT_PLACE: Explanation(
        "De id in een bestand is gelijk aan de naam van zijn map of bestand. Zo vindt iedereen het terug.",
        InFile(
            REGIO,
            ("id",),
            wrong="id: walcheren",
            right="id: zeeland",
        ),
    ),
    Code.MILESTONE_LOOP: Explanation(
        "Deze mijlpalen wachten op elkaar, dus geen van alle kan beginnen. Haal één verwijzing onder na weg.",
        InFile(
            AGENDA,
            ("mijlpalen", 0, "kans"),
            wrong="""\
kans: k-haven
na: [m-start]""",
            right="kans: k-haven",
        ),
    ),
    Code.LISTED_TWICE: Explanation(
        "In deze lijst staat hetzelfde twee keer. Haal een van de twee weg.",
        InFile(
            AGENDA,
            ("kansen", 0, "departementen"),
            wrong="departementen: [ienw, ienw]",
            right="departementen: [ienw]",
        ),
    ),
    Code.PRINCIPLE_UNANSWERED: Explanation(
        "Een agenda zegt bij elk uitgangspunt uit programma.yaml hoe zij eraan voldoet.",
        InFile(
            AGENDA,
            ("uitgangspunten",),
            wrong="""\
uitgangspunten:
  - uitgangspunt: initiatief
    invulling: De provincie nam het initiatief.
  - uitgangspunt: fase
    invulling: De regio voert uit.
  - uitgangspunt: kansen
    invulling: De kans dient beide.""",
            right="""\
uitgangspunten:
  - uitgangspunt: initiatief
    invulling: De provincie nam het initiatief.
  - uitgangspunt: fase
    invulling: De regio voert uit.
  - uitgangspunt: kansen
    invulling: De kans dient beide.
  - uitgangspunt: samenhang
    invulling: De agenda volgt NOVEX.""",
        ),
    ),
    Code.TRAJECT_ELSEWHERE: Explanation(
        "De kans of afspraak noemt een traject dat volgens regio.yaml niet in deze regio loopt. Zet "
        "het in regio.yaml, of haal het hier weg.",
        InFile(
            REGIO,
            ("trajecten",),
            wrong="interne_notitie: trajecten volgen",
            right="""\
trajecten:
  - traject: novex-nsp
    relatie: aansluiten
    toelichting: De agenda bouwt hierop voort.""",
        ),
    ),
    Code.FUNDING_CONTRADICTED: Explanation(
        "Het bedrag en de dekking spreken elkaar tegen. Wie geen middelen nodig heeft, noemt geen bedrag.",
        InFile(
            AGENDA,
            ("afspraken", 0, "middelen"),
            wrong="""\
middelen:
  bedrag: 4 miljoen
  dekking: geen middelen nodig""",
            right="""\
middelen:
  bedrag: 4 miljoen
  dekking: deels gedekt""",
        ),
    ),
}
