"""Codes 701 to 799: pages, and finished files that were read back."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, Situation

EXPLANATIONS: dict[Code, Explanation] = {
    Code.OVERFLOW: Explanation(
        "Iets is breder of hoger dan de ruimte op de bladzijde, zoals een lang woord in een smalle "
        "kolom. Het document wordt zo niet gemaakt.",
        Situation(
            wrong="Een tabel heeft negen kolommen met lange woorden.",
            right="De tabel is verdeeld in twee tabellen, of de woorden zijn korter.",
        ),
    ),
    Code.PARITY: Explanation(
        "Het programma leest elk bestand terug en vergelijkt het met de bron. Een verschil is een "
        "fout van het programma, nooit van de schrijver.",
        Situation(
            wrong="In het Word-bestand ontbreekt een woord dat in de YAML staat.",
            right="Word, PDF en YAML zeggen precies hetzelfde.",
        ),
    ),
    Code.GEOMETRY: Explanation(
        "Marges, letters, kleuren en afstanden worden in het voltooide bestand nagemeten. Een "
        "afwijking is een fout van het programma.",
        Situation(
            wrong="De linkermarge is 30 mm, terwijl de huisstijl 20 mm vraagt.",
            right="De linkermarge is 20 mm.",
        ),
    ),
    Code.STANDARD: Explanation(
        "De PDF hoort te voldoen aan PDF/UA en PDF/A, het Word-bestand aan Open XML. Een toetser vond"
        " iets dat daarmee strijdt.",
        Situation(
            wrong="In de PDF ontbreekt de taal van het document.",
            right="De PDF noemt haar taal, zoals de norm vraagt.",
        ),
    ),
    Code.INACCESSIBLE: Explanation(
        "Wie een schermlezer gebruikt, kan een deel van het bestand niet lezen. Dat is een fout van "
        "het programma.",
        Situation(
            wrong="Een tabel in de PDF heeft geen kopcellen.",
            right="Elke tabel in de PDF heeft kopcellen.",
        ),
    ),
    Code.PROOF_MISSING: Explanation(
        "Een toetser die iets moet bewijzen, staat niet op deze machine. Het bestand is gemaakt, maar"
        " dit ene bewijs ontbreekt.",
        Situation(
            wrong="LibreOffice is niet geïnstalleerd; de bladzijden van het Word-bestand zijn niet nageteld.",
            right="Na make verify staan alle toetsers op de machine.",
        ),
    ),
    Code.PAGES_DIFFER: Explanation(
        "LibreOffice breekt de bladzijden van het Word-bestand anders af dan de PDF. De tekst is wel "
        "dezelfde.",
        Situation(
            wrong="Het Word-bestand heeft in LibreOffice 23 bladzijden en de PDF 22.",
            right="Beide hebben 22 bladzijden.",
        ),
    ),
}
