"""How much the program takes in, and how far it goes. ``SECURITY.md`` names each of these with its number.

Each is far above what a real project holds, and low enough that a machine of two cores stays at hand: content
of others may make a build fail, and may never make it hang or eat the memory.
"""

from __future__ import annotations

YAML_BYTES = 2_000_000
"""One file of YAML, with its comments; the largest of the example has 35,000."""

YAML_VALUES = 50_000
"""Keys, values, groups and lists in one file."""

YAML_DEPTH = 50
"""Groups and lists inside one another."""

YAML_FINDINGS = 200
"""What is told of one file; who mends these sees the next."""

TEXT_CHARACTERS = 30_000
"""One value: some ten pages."""

TEXT_LINES = 2_000

TEXT_SIGNS = 2_000
"""Signs in one value with which Markdown can begin or end something; the fullest of the example has 65."""

TEXT_NESTING = 20
"""Emphasis, links, notes, lists and quotes inside one another."""

WORD_CHARACTERS = 10_000
"""One word or address."""

MARKS_ON_A_LETTER = 4
"""Accents and the like that stand loose and combine with the letter before them."""

TABLE_COLUMNS = 50
TABLE_CELLS = 5_000

PASSAGE_DEPTH = 10
"""Passages that take one another in."""
PASSAGES_CHARACTERS = 100_000
"""What one document takes in with ``[=…]``, each passage as often as it stands there and as 100 at least."""

TEMPLATE_BYTES = 200_000
TEMPLATE_STEPS = 300_000
"""Rounds of loops, calls and values in one document."""
TEMPLATE_CHARACTERS = 10_000_000
"""What a template writes and joins for one document."""
TEMPLATE_NUMBER = 10**15
"""The largest number that a template may reckon with."""

PICTURE_BYTES = 20_000_000
"""Larger pictures make files that cannot be mailed."""
PICTURE_PIXELS = 50_000_000
PICTURE_SIDE = 1_000
"""Height or width on the page, mm."""
PICTURES_BYTES = 100_000_000
"""All pictures of one document."""
SVG_BYTES = 2_000_000
SVG_ELEMENTS = 20_000
"""Drawn elements, with each use of an element counted as often as it is drawn."""
SVG_DEPTH = 50

STYLE_BYTES = 200_000
"""``huisstijl.yaml``."""
STYLE_DEPTH = 20
FONT_BYTES = 20_000_000
ANNEX_BYTES = 200_000_000
"""A PDF from elsewhere; of it only the beginning is read."""

OUTPUT_BYTES = 200_000_000
"""A file in the build folder that is verified again."""
OVERVIEW_BYTES = 50_000_000
"""``manifest.json`` and ``verify.json`` in the build folder."""
WORD_FILE_BYTES = 256 * 1024 * 1024
"""A Word file, unpacked."""
WORD_FILE_PARTS = 2_000
WORD_MARKUP_BYTES = 20_000_000
"""One part of a Word file that is XML; of the largest example it has 1,500,000."""
PDF_STREAM_BYTES = 10_000_000
"""One stream of a PDF, unpacked: what draws a page, a font's table, an attachment."""
PDF_BYTES = 50_000_000
"""All that is unpacked of a PDF, and what draws pages as often as it does; the example has 2,000,000."""
PDF_FONT_CODES = 500_000
"""What the fonts of a PDF say of their codes: a width or a letter each; those of the largest example 760."""
