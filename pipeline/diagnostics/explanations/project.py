"""Codes 901 to 999: the project, its files and what was made of it."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, Situation

EXPLANATIONS: dict[Code, Explanation] = {
    Code.NO_PROJECT: Explanation(
        "Het programma zoekt de map met content/programma.yaml, in deze map en daarboven. Die is er niet.",
        Situation(
            wrong="U geeft de opdracht in de map Documenten.",
            right="U gaat eerst naar de map van het project, of noemt die met --project.",
        ),
    ),
    Code.FILE_MISSING: Explanation(
        "Dit bestand is altijd nodig. Vaak is het verplaatst of heeft het een andere naam gekregen.",
        Situation(
            wrong="In de map van Zeeland staat geen regio.yaml.",
            right="In de map van Zeeland staan regio.yaml en agenda.yaml.",
        ),
    ),
    Code.UNEXPECTED_FILE: Explanation(
        "Een bestand met deze naam wordt op deze plaats niet gelezen. Daardoor zou zijn inhoud stil "
        "verdwijnen.",
        Situation(
            wrong="In de map van Zeeland staat agenda-nieuw.yaml.",
            right="De tekst staat in agenda.yaml; git bewaart wat er eerder stond.",
        ),
    ),
    Code.OUTPUT_LOCKED: Explanation(
        "Het bestand staat nog open in Word, of de computer weigert het. Dan is de schijf vol, mag de map "
        "niet worden beschreven of is de verbinding weg.",
        Situation(
            wrong="De agenda staat open in Word terwijl u haar opnieuw maakt.",
            right="Sluit het bestand in Word en geef de opdracht opnieuw.",
        ),
    ),
    Code.OUTPUT_CHANGED: Explanation(
        "Iemand heeft het gemaakte bestand zelf bewerkt, of een deel voor kamerwerk merge is beschadigd. "
        "Wat iemand heeft veranderd, hoort ook in de YAML; een beschadigd deel haalt u opnieuw op.",
        Situation(
            wrong="Een collega heeft in het Word-bestand een zin verbeterd.",
            right="De verbetering staat in de YAML en het document is opnieuw gemaakt.",
        ),
    ),
    Code.OUTPUT_STALE: Explanation(
        "De inhoud of de huisstijl is veranderd nadat het bestand is gemaakt, of delen voor kamerwerk merge "
        "zijn van andere inhoud of met andere opties gemaakt. Maak het document of alle delen opnieuw.",
        Situation(
            wrong="U veranderde agenda.yaml en kijkt het oude document na.",
            right="U maakt eerst het document opnieuw met kamerwerk build.",
        ),
    ),
    Code.OUTPUT_MISSING: Explanation(
        "Er is van dit document nog geen bestand, dus er valt niets na te kijken. Bij kamerwerk merge staat "
        "het in geen van de delen, of ontbreekt een heel deel.",
        Situation(
            wrong="U geeft kamerwerk verify voordat er iets is gemaakt.",
            right="U geeft eerst kamerwerk build.",
        ),
    ),
    Code.PROGRAM_FAULT: Explanation(
        "In het programma ging iets mis; de inhoud is hiervan niet de oorzaak. Meld het, met de "
        "melding erbij.",
        Situation(
            wrong="Bij een document staat: fout van het programma.",
            right="Het programma is hersteld en het document wordt gemaakt.",
        ),
    ),
    Code.INPUT_RESTLESS: Explanation(
        "Iets schrijft steeds in de map terwijl het programma leest. Een document van half oude en half "
        "nieuwe inhoud zou niet kloppen; daarom is er niets gemaakt en blijft alles staan.",
        Situation(
            wrong="U geeft kamerwerk build terwijl git nog een andere tak ophaalt.",
            right="U wacht tot git klaar is en geeft de opdracht dan opnieuw.",
        ),
    ),
}
