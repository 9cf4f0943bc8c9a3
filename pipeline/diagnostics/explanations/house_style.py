"""Codes 801 to 899: measures, colours and fonts."""

from __future__ import annotations

from pipeline.diagnostics.codes import Code
from pipeline.diagnostics.explanations.explanation import Explanation, InFile, Situation
from pipeline.diagnostics.explanations.files import HUISSTIJL

EXPLANATIONS: dict[Code, Explanation] = {
    Code.HOUSE_STYLE: Explanation(
        "In huisstijl.yaml ontbreekt een maat of kleur, of staat er iets dat geen maat of kleur is.",
        InFile(
            HUISSTIJL,
            ("page",),
            wrong="page: {width: 210, height: hoog}",
            right="page: {width: 210, height: 297}",
        ),
    ),
    Code.FONT_MISSING: Explanation(
        "Een lettertype dat de huisstijl noemt, staat niet in de map lettertypen of is een ander "
        "bestand dan bedoeld.",
        Situation(
            wrong="In de map lettertypen ontbreekt het bestand van de vette letter.",
            right="Elk bestand dat huisstijl.yaml noemt, staat in de map lettertypen.",
        ),
    ),
    Code.CONTRAST: Explanation(
        "Tekst in deze kleur steekt te weinig af tegen de achtergrond. Nodig is 4,5 op 1, volgens WCAG 2.1.",
        InFile(
            HUISSTIJL,
            ("colors", "notice"),
            wrong='notice: "#bbbbbb"',
            right='notice: "#696969"',
        ),
    ),
}
