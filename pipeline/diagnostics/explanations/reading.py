"""Codes 101 to 199: a file is read as YAML."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, InFile, Situation
from pipeline.diagnostics.explanations.files import AFKORTINGEN, AGENDA, REGIO

EXPLANATIONS: dict[Code, Explanation] = {
    Code.YAML_SYNTAX: Explanation(
        "Het bestand volgt de regels van YAML niet. Meestal staat er een dubbele punt in een tekst, "
        "ontbreekt er een aanhalingsteken, of springt een regel verkeerd in.",
        InFile(
            AGENDA,
            ("titel",),
            wrong="titel: Zeeland: schoon en bereikbaar",
            right="titel: 'Zeeland: schoon en bereikbaar'",
        ),
    ),
    Code.YAML_DUPLICATE_KEY: Explanation(
        "Een sleutel mag in een groep maar één keer staan. Staat hij er twee keer, dan is niet te zeggen "
        "welke waarde geldt.",
        InFile(
            AGENDA,
            ("status",),
            wrong="status: concept\nstatus: vastgesteld",
            right="status: vastgesteld",
        ),
    ),
    Code.YAML_TAG: Explanation(
        "Een waarde die met een uitroepteken begint, is voor YAML geen tekst maar een tag. Tags zijn hier"
        " niet nodig en niet toegestaan.",
        InFile(
            AGENDA,
            ("kansen", 0, "titel"),
            wrong="titel: !Schone haven",
            right="titel: Schone haven",
        ),
    ),
    Code.YAML_ANCHOR: Explanation(
        "Een waarde die met * of & begint, is voor YAML een verwijzing of een anker. Begint een tekst met"
        " vette of cursieve woorden, zet de hele tekst dan tussen aanhalingstekens.",
        InFile(
            AGENDA,
            ("ambitie", "kern"),
            wrong="kern: *Schoon* varen in de haven.",
            right="kern: '*Schoon* varen in de haven.'",
        ),
    ),
    Code.YAML_MERGE_CONFLICT: Explanation(
        "Twee mensen hebben dezelfde regels veranderd en git kon niet kiezen. Kies zelf welke tekst "
        "blijft en haal de tekens van git weg.",
        InFile(
            REGIO,
            ("profiel",),
            wrong=(
                "<<<<<<< HEAD\n"
                "profiel: Een provincie met veel kust.\n"
                "=======\n"
                "profiel: Een provincie met veel havens.\n"
                ">>>>>>> voorstel"
            ),
            right="profiel: Een provincie met veel kust en veel havens.",
        ),
    ),
    Code.YAML_ENCODING: Explanation(
        "Het bestand is niet opgeslagen als UTF-8. Daardoor zijn letters als ë en tekens als € niet zeker"
        " te lezen.",
        Situation(
            wrong="Het bestand is opgeslagen met de codering Unicode, UTF-16 of ANSI.",
            right="Het bestand is opgeslagen met de codering UTF-8; in Kladblok kiest u die bij Opslaan als.",
        ),
    ),
    Code.YAML_EMPTY: Explanation(
        "Er staat niets in het bestand, of alleen commentaar. Een bestand dat u nog niet nodig hebt, kunt"
        " u verwijderen.",
        InFile(
            AFKORTINGEN,
            (),
            wrong="# Nog te vullen",
            right="schemaversie: 1\nafkortingen: []",
        ),
    ),
    Code.YAML_CONTROL_CHARACTER: Explanation(
        "In de tekst staat een teken dat u niet ziet, bijvoorbeeld een zacht regeleinde uit Word of een "
        "teken dat de leesrichting omkeert. Zulke tekens kunnen niet worden afgedrukt.",
        InFile(
            REGIO,
            ("profiel",),
            wrong="profiel: Een provincie\x0bmet veel kust.",
            right="profiel: Een provincie met veel kust.",
        ),
    ),
    Code.YAML_UNREADABLE: Explanation(
        "Het bestand staat er wel, maar de computer geeft het niet vrij om te lezen.",
        Situation(
            wrong="agenda.yaml is een map, of een bestand dat u niet mag lezen.",
            right="agenda.yaml is een gewoon bestand dat u mag lezen.",
        ),
    ),
    Code.YAML_MULTIPLE: Explanation(
        "Een regel met drie streepjes begint voor YAML een nieuw document. In een bestand hoort maar één "
        "document.",
        InFile(
            AFKORTINGEN,
            (),
            wrong="schemaversie: 1\nafkortingen: []\n---\nschemaversie: 1\nafkortingen: []",
            right="schemaversie: 1\nafkortingen: []",
        ),
    ),
    Code.YAML_COMMENT: Explanation(
        "Na een spatie begint een hekje voor YAML commentaar: de rest van de regel wordt niet afgedrukt. "
        "Hoort het hekje bij de tekst, zet de tekst dan tussen aanhalingstekens.",
        InFile(
            AGENDA,
            ("kansen", 0, "titel"),
            wrong="titel: Project #12 in de haven",
            right="titel: 'Project #12 in de haven'",
        ),
    ),
    Code.YAML_CURLY_QUOTES: Explanation(
        "YAML kent alleen rechte aanhalingstekens. Gekrulde, zoals Word die maakt, horen bij de tekst en "
        "worden afgedrukt.",
        InFile(
            AGENDA,
            ("kansen", 0, "titel"),
            wrong="titel: “Schone haven”",
            right="titel: Schone haven",
        ),
    ),
    Code.YAML_TOO_LARGE: Explanation(
        "In dit bestand, of in één waarde, staat meer dan in een document past. Verdeel de tekst over "
        "meer velden of bestanden.",
        Situation(
            wrong="In regio.yaml is een afbeelding geplakt; het bestand is daardoor 3 MB groot.",
            right="De afbeelding staat als los bestand naast regio.yaml.",
        ),
    ),
}
