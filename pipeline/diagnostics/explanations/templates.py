"""Codes 501 to 599: a template. Writers of texts do not meet these; who changes a template does."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, InFile
from pipeline.diagnostics.explanations.files import SJABLOON

EXPLANATIONS: dict[Code, Explanation] = {
    Code.TEMPLATE_SYNTAX: Explanation(
        "Een opdracht tussen {% en %} of {{ en }} is niet goed geschreven of niet gesloten.",
        InFile(
            SJABLOON,
            (),
            wrong="{% if agenda.vervolg %}<p>Vervolg</p>",
            right="{% if agenda.vervolg %}<p>Vervolg</p>{% endif %}",
        ),
    ),
    Code.TEMPLATE_UNDEFINED: Explanation(
        "Het sjabloon vraagt om iets dat de inhoud niet heeft. Vaak is de naam verkeerd gespeld.",
        InFile(
            SJABLOON,
            (),
            wrong="<p>{{ agenda.titl }}</p>",
            right="<p>{{ agenda.titel }}</p>",
        ),
    ),
    Code.TEMPLATE_FAILED: Explanation(
        "Deze regel kan niet worden uitgevoerd, bijvoorbeeld omdat een filter een ander soort waarde "
        "verwacht.",
        InFile(
            SJABLOON,
            (),
            wrong="<p>{{ agenda.titel | datum }}</p>",
            right="<p>{{ agenda.datum | datum }}</p>",
        ),
    ),
    Code.VOCABULARY: Explanation(
        "Een document bestaat uit een vaste lijst van onderdelen. Dit element of attribuut hoort daar"
        " niet bij, of staat op een verkeerde plaats.",
        InFile(
            SJABLOON,
            (),
            wrong="<div>Slot</div>",
            right="<p>Slot</p>",
        ),
    ),
    Code.TEMPLATE_MISSING: Explanation(
        "Het sjabloon haalt een ander sjabloon op dat er niet is.",
        InFile(
            SJABLOON,
            (),
            wrong='{% include "agenda/slotzin.html.j2" %}',
            right="<p>Slot</p>",
        ),
    ),
    Code.TEMPLATE_LIMIT: Explanation(
        "Het sjabloon doet meer dan één document ooit nodig heeft. Meestal houdt een lus of een macro "
        "niet op.",
        InFile(
            SJABLOON,
            (),
            wrong=(
                "{% for dag in range(9000) %}{% for uur in range(9000) %}{% endfor %}{% endfor %}<p>Slot</p>"
            ),
            right="<p>Slot</p>",
        ),
    ),
    Code.TEMPLATE_MARKUP: Explanation(
        "De opmaak is geen goede XML: elk element wordt gesloten en elk attribuut staat tussen "
        "aanhalingstekens.",
        InFile(
            SJABLOON,
            (),
            wrong="<p>Slot",
            right="<p>Slot</p>",
        ),
    ),
}
