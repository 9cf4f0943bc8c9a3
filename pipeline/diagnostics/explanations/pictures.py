"""Codes 601 to 699: pictures, files and characters."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, InFile
from pipeline.diagnostics.explanations.files import BRIEF, REGIO

EXPLANATIONS: dict[Code, Explanation] = {
    Code.PICTURE_MISSING: Explanation(
        "De tekst noemt een bestand dat er niet is. Het pad geldt vanaf de map van het YAML-bestand.",
        InFile(
            BRIEF,
            ("bijlagen", 2, "bestand"),
            wrong="bestand: beslisnota-def.pdf",
            right="bestand: beslisnota.pdf",
        ),
    ),
    Code.PICTURE_OUTSIDE: Explanation(
        "Bestanden staan in het project zelf, zodat iedereen dezelfde documenten maakt. Zet het "
        "bestand naast het YAML-bestand.",
        InFile(
            BRIEF,
            ("bijlagen", 2, "bestand"),
            wrong="bestand: ../../../../beslisnota.pdf",
            right="bestand: beslisnota.pdf",
        ),
    ),
    Code.PICTURE_INVALID: Explanation(
        "Het bestand is beschadigd of van een soort die niet kan. Een bijlage is een PDF; een "
        "afbeelding is een PNG, JPEG of SVG.",
        InFile(
            BRIEF,
            ("bijlagen", 2, "bestand"),
            wrong="bestand: brief.yaml",
            right="bestand: beslisnota.pdf",
        ),
    ),
    Code.PICTURE_NO_ALT: Explanation(
        "Een afbeelding zegt in woorden wat erop staat, voor wie haar niet ziet. Zet die woorden "
        "tussen de rechte haken.",
        InFile(
            REGIO,
            ("profiel",),
            wrong="profiel: '![](kaart.svg)'",
            right="profiel: '![Zeeland ligt aan zee](kaart.svg)'",
        ),
    ),
    Code.CHARACTER: Explanation(
        "Dit teken zit niet in de lettertypen van de huisstijl, of is onzichtbaar meegekomen uit "
        "Word. Typ een ander teken, of haal het weg.",
        InFile(
            BRIEF,
            ("vervolg",),
            wrong="vervolg: In 2027 volgt een voortgangs\u00adbrief.",
            right="vervolg: In 2027 volgt een voortgangsbrief.",
        ),
    ),
}
