"""What people need who hear a document or see it poorly, and what only its writer can give.

A reader who jumps from link to link hears the words of the link alone (WCAG 2.1, 2.4.4); who walks through a
table hears the header cell with each cell (1.3.1); who jumps from heading to heading counts on their levels.
Text alternatives of pictures are asked for where pictures are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.compose.template_errors import TEMPLATE_ROOT
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.document.nodes import Block, Heading
from pipeline.document.text import plain_text
from pipeline.document.walk import iter_blocks

_VAGUE = re.compile(
    r"""(?: klik(?:\ u)?(?:\ hier)? | hier | zie(?:\ hier|\ link)? | deze | link | website | pagina
          | (?:via\ |op\ )?(?:deze|onze)\ (?:link|website|site|pagina|webpagina)
          | (?:lees|bekijk|meer)(?:\ hier)?(?:\ (?:meer|verder|informatie|info))? | (?:meer\ )?info(?:rmatie)?
          | download(?:\ hier)? | url )""",
    re.VERBOSE | re.IGNORECASE,
)

LINK_TEXT_HINT = "Noem waar de link heen gaat, bijvoorbeeld: [Regio Deal Zeeland](https://…)."
HEADING_HINT = "Geef de kop een hoger niveau, of zet er een kop tussen."
HEADER_HINT = "Schrijf boven elke kolom in een of twee woorden wat erin staat."


def vague_link(words: str) -> str:
    """Return what is wrong with the text of a link that says nothing by itself; "" when it does."""
    plain = " ".join(words.split()).strip(" .,:;!?…»›>→")
    if not _VAGUE.fullmatch(plain):
        return ""
    return f"De linktekst “{plain}” zegt niet waar de link heen gaat."


def missing_header(headers: Sequence[str]) -> str:
    """Return what is wrong with the header cells of a table, given their words from left to right.

    The corner above a column of row headers may be empty; "" means that nothing is wrong.
    """
    empty = [number for number, words in enumerate(headers, 1) if not words.strip()]
    if len(empty) == len(headers):
        return "Deze tabel heeft geen kopcellen: niemand hoort wat er in een kolom staat."
    if missing := [number for number in empty if number > 1]:
        return f"Kolom {missing[0]} van deze tabel heeft geen kop."
    return ""


def check_headings(body: Sequence[Block]) -> Iterator[Diagnostic]:
    """Yield an error for each heading that stands more than one level below the heading before it.

    The first heading has level 1 (ISO 14289-1, 7.4.2).
    """
    above = 0
    for block in iter_blocks(tuple(body)):
        if not isinstance(block, Heading):
            continue
        if block.level > above + 1:
            message = skipped_level(block.level, above, plain_text(block.children))
            where = block.source or Location(TEMPLATE_ROOT)
            yield Diagnostic(Code.HEADING_LEVEL, message, where, HEADING_HINT)
        above = block.level


def skipped_level(level: int, above: int, words: str) -> str:
    """Return what is wrong with a heading that follows one of level ``above``, 0 when it is the first."""
    before = f"na een kop van niveau {above}" if above else "als eerste kop"
    return f"De kop “{words}” heeft niveau {level}; {before} hoort niveau {above + 1}."
