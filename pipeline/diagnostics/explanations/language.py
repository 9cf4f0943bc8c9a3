"""Codes 451 to 499: the language and the writing rules of the house style."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, InFile, Situation
from pipeline.diagnostics.explanations.files import BRIEF, VOORTGANG

EXPLANATIONS: dict[Code, Explanation] = {
    Code.CAPITAL: Explanation(
        "De Kamer, een Kamerlid en een Kamerstuk krijgen een hoofdletter; kabinet, regering en "
        "provinciale staten niet.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: Ik informeer uw kamer in juni 2027.",
            right="vervolg: Ik informeer uw Kamer in juni 2027.",
        ),
    ),
    Code.TITLE: Explanation(
        "Binnen een zin schrijft u minister, staatssecretaris en ministerie met een kleine letter. De"
        " naam van het ministerie houdt haar hoofdletters.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: Samen met de Minister van Financiën volgt een brief.",
            right="vervolg: Samen met de minister van Financiën volgt een brief.",
        ),
    ),
    Code.DATE_IN_TEXT: Explanation(
        "In een tekst staat een datum met de maand in letters en zonder nul ervoor. Zo is nooit de "
        "vraag wat de dag is en wat de maand.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: Op 24-04-2027 volgt een nieuwe brief.",
            right="vervolg: Op 24 april 2027 volgt een nieuwe brief.",
        ),
    ),
    Code.SHORTENED: Explanation(
        "Achter een datum staat “jl.” met één punt en “a.s.” met twee. Na een jaartal is “jl.” overbodig.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: De brief van 1 juli j.l. noemt dat.",
            right="vervolg: De brief van 1 juli jl. noemt dat.",
        ),
    ),
    Code.AMOUNT_IN_TEXT: Explanation(
        "Een bedrag schrijft u als € 30 miljoen of € 3,1 miljard: met een spatie, een komma en het "
        "woord voluit.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: Daarvoor is € 30 mln. nodig.",
            right="vervolg: Daarvoor is € 30 miljoen nodig.",
        ),
    ),
    Code.ABBREVIATION: Explanation(
        "In een brief of bijlage staat een afkorting de eerste keer voluit, met de afkorting erachter tussen "
        "haakjes. Een agenda heeft een lijst van afkortingen.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgt een brief, samen met IenW.",
            right="vervolg: In 2027 volgt een brief, samen met Infrastructuur en Waterstaat (IenW).",
        ),
    ),
    Code.QUOTES: Explanation(
        "De tekens « en » zet de uitgever van Kamerstukken zelf. Typ gewone aanhalingstekens; het "
        "document krijgt de goede.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgt «een nieuwe brief».",
            right="vervolg: In 2027 volgt ‘een nieuwe brief’.",
        ),
    ),
    Code.SPACE: Explanation(
        "Voor een komma of punt en binnen haakjes staat geen spatie, en tussen twee woorden staat er één.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgt , als het kan, een brief.",
            right="vervolg: In 2027 volgt, als het kan, een brief.",
        ),
    ),
    Code.HEADING_FORM: Explanation(
        "Een kop eindigt niet met een punt. Onder elke kop staat eerst tekst, voordat een volgende kop komt.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="""\
vervolg: |
  # Het vervolg.

  In 2027 volgt een nieuwe brief.""",
            right="""\
vervolg: |
  # Het vervolg

  In 2027 volgt een nieuwe brief.""",
        ),
    ),
    Code.NAME_DIFFERS: Explanation(
        "Dezelfde naam staat op twee manieren in de teksten, vaak omdat elke regio zelf schrijft. "
        "De goede spelling is die van de registers, en anders die het meest voorkomt.",
        InFile(
            VOORTGANG,
            ("samenvatting",),
            wrong="samenvatting: In Zeeuws-Vlaanderen is ruimte. De haven van Zeeuws Vlaanderen groeit.",
            right="samenvatting: In Zeeuws-Vlaanderen is ruimte. De haven van Zeeuws-Vlaanderen groeit.",
        ),
    ),
    Code.FIGURE_DIFFERS: Explanation(
        "Een getal in een tekst verandert niet mee met de gegevens. Zegt de tekst dat de agenda vier kansen "
        "telt, dan moet zij er vier hebben.",
        InFile(
            VOORTGANG,
            ("samenvatting",),
            wrong="samenvatting: De agenda telt drie afspraken.",
            right="samenvatting: De agenda telt twee afspraken.",
        ),
    ),
    Code.IGNORE_UNUSED: Explanation(
        "Deze opmerking vraagt om een regel te negeren, maar die meldt hier niets of bestaat niet. "
        "Haal haar weg, anders verbergt zij later iets.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="""\
# kamerwerk: negeer KAM453
vervolg: In 2027 volgt een nieuwe brief.""",
            right="vervolg: In 2027 volgt een nieuwe brief.",
        ),
    ),
    Code.IGNORE_PRINTED: Explanation(
        "Een opmerking in een tekstblok is voor YAML geen commentaar en zou worden afgedrukt. Zet "
        "haar op of boven de regel van de sleutel.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="""\
vervolg: |
  # kamerwerk: negeer KAM453
  Op 24 april 2027 volgt een brief.""",
            right="""\
vervolg: |
  Op 24 april 2027 volgt een brief.""",
        ),
    ),
    Code.MISSPELT: Explanation(
        "Dit woord staat niet in het woordenboek, niet in de woordenlijst van het project en niet in de "
        "registers. Is het goed, zet het dan in content/gedeeld/woordenlijst.yaml.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgen nieuwe afsprakn.",
            right="vervolg: In 2027 volgen nieuwe afspraken.",
        ),
    ),
    Code.WRITTEN_APART: Explanation(
        "Een samenstelling schrijft u in het Nederlands aan elkaar.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgt een sector overstijgende aanpak.",
            right="vervolg: In 2027 volgt een sectoroverstijgende aanpak.",
        ),
    ),
    Code.LONG_SENTENCE: Explanation(
        "Een zin van meer dan 25 woorden leest niemand in één keer. Maak er twee van, of een opsomming.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="""\
vervolg: >
  Met deze brief informeer ik u over de voortgang van de agenda in al die regio’s,
  waarbij ik inga op de kansen, de afspraken, de middelen en de planning voor de komende jaren.""",
            right="""\
vervolg: >
  Met deze brief informeer ik u over de voortgang van de agenda in al die regio’s.
  Ik ga in op de kansen, de afspraken, de middelen en de planning voor de komende jaren.""",
        ),
    ),
    Code.LONG_PARAGRAPH: Explanation(
        "Een lange alinea nodigt niet uit tot lezen. Begin een nieuwe waar een nieuw onderwerp begint.",
        Situation(
            wrong="Een alinea van veertig regels behandelt vier onderwerpen.",
            right="Elk onderwerp heeft een eigen alinea, met een witregel ertussen.",
        ),
    ),
}
