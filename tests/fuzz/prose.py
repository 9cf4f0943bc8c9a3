"""Lines and Markdown as writers could type them: every construct of the texts, and characters of any kind.

Hypothesis draws how much there is and a seed; the words follow from those. So a text costs two draws however
long it is, and a failing example shrinks to its shortest texts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from string import ascii_lowercase

from hypothesis import strategies as st

from pipeline.checks.targets import Target
from pipeline.compose.characters import _is_read_otherwise, _is_unseen, _printable
from pipeline.compose.vocabulary_inline import LANGUAGES
from pipeline.content.values.text_marks import refused_in_plain_text
from pipeline.engine.places import resolve_places
from pipeline.house_style import load_house_style
from tests.fuzz.drafts import Pointer, Prose
from tests.fuzz.text_forms import TextForm

SENTENCE = "passage"
"""What ``[=…]`` in the middle of a sentence points at: a tekstblok of one paragraph."""

BLOCKS = "blocks"
"""What ``[=…]`` alone in a paragraph points at: any tekstblok."""

LABEL = "doel-"
"""How every label in a text begins."""

_LONG = "arbeidsongeschiktheidsverzekeringsmaatschappijenoverleg"
_WORDS = (
    *("regio", "Rijk", "de haven", "wonen en werken", "zo’n 25 gemeenten", "’s-Gravenhage", "2,5 miljoen"),
    *("€ 1.250", "18 december 2026", "Q2 2027", "nr. 12", "art. 3", "R&D", "coördinatie", "ideeën", "50%"),
    *("3 – 4", "5 × 6 m²", "½", "één-op-één", "mede-overheid", "(zie ook)", '"tussen haken"', "'enkel'"),
    *("www.voorbeeld.nl", "naam@voorbeeld.nl", "a/b", "1e", "2030-2035", "…", "p.m.", "i.v.m.", _LONG),
)
_SIGNS = ("< 5", "> 10", "A & B", "x_y_z", "#nummer", "@naam", "\\", "|", "~", "^", "C++", "a: b", "- c")
_ESCAPED = tuple(f"\\{sign}" for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ADDRESSES = (
    "https://www.voorbeeld.nl/",
    "https://www.voorbeeld.nl/pad?vraag=1&meer=2#plaats",
    "http://voorbeeld.nl",
    "https://voorbeeld.nl/a_b*c~d/é",
    "mailto:post@voorbeeld.nl",
)
_LISTS = (
    ("- ", "- ", "- "),
    tuple(f"{number}. " for number in range(1, 13)),
    tuple(f"{letter}. " for letter in ascii_lowercase),
    tuple(f"{number}. " for number in range(7, 13)),
)
"""The marks of the items of a list, as far as it can go on."""
_LOCATORS = ("", "", ", p. 4", ", p. 4-6", ", paragraaf 2.1", ", tabel 3 en “meer”")
_LINE_TRIES = 20


def lines(most: int = 8) -> st.SearchStrategy[str]:
    """Draw a line of plain text of at most ``most`` words."""
    return st.builds(_line, st.integers(1, most), _seeds())


def short_lines() -> st.SearchStrategy[str]:
    """Draw a line for a narrow place, such as the letterhead."""
    return st.sampled_from(("Directie Regio’s", "Postbus 20011", "nr. 7 – ½", "‘Huis’ & Haard", "Ąžuolė < 3"))


def texts(form: TextForm, *, named: bool = True) -> st.SearchStrategy[Prose]:
    """Draw a text of Markdown that may stand where the form says.

    Unless ``named``, no part of it has an id: a document may print it twice.
    """

    def written(size: int, seed: int) -> Prose:
        return _Writer(Random(seed), form, named).text(size)

    return st.builds(written, _sizes(), _seeds())


def _sizes() -> st.SearchStrategy[int]:
    return st.sampled_from((0, 0, 0, 1, 1, 2, 4))


def _seeds() -> st.SearchStrategy[int]:
    return st.integers(0, 2**20)


def _line(words: int, seed: int) -> str:
    dice = Random(seed)
    for _ in range(_LINE_TRIES):
        line = " ".join(
            _odd_word(dice) if dice.random() < 0.1 else dice.choice(_WORDS + _SIGNS) for _ in range(words)
        )
        if next(refused_in_plain_text(line), None) is None:
            return line
    return "regio"


def _odd_word(dice: Random) -> str:
    """Return a word of characters that no keyboard in the office has."""
    word = "".join(dice.choice(printable_characters()) for _ in range(dice.randint(1, 4)))
    # A mark needs a letter before it.
    return f"e{word}" if unicodedata.category(word[0]).startswith("M") else word


@cache
def printable_characters() -> tuple[str, ...]:
    """Return every visible character beyond ASCII that the fonts of the house style have, its capital too."""
    places = resolve_places(Path())
    style, _ = load_house_style(places.house_style, places.house_style_shown)
    assert style
    known = _printable(style)
    visible = (chr(point) for point in sorted(known) if point > 0xA0)
    return tuple(
        char
        for char in visible
        if not (
            _is_unseen(char)
            or any(map(_is_read_otherwise, unicodedata.normalize("NFC", char)))
            or char.isspace()
            # Some are signs of ASCII in another spelling, such as the one that begins code.
            or unicodedata.normalize("NFC", char).isascii()
            # A name that begins a sentence gets a capital, and not every alphabet has one in these fonts.
            or not known.issuperset(map(ord, char.upper()))
        )
    )


@dataclass(slots=True)
class _Writer:
    """Writes one text; what it writes depends on its dice only."""

    dice: Random
    form: TextForm
    named: bool = True

    def text(self, size: int) -> Prose:
        """Return a text of ``size`` blocks beside its first paragraph."""
        blocks = [self._paragraph()]
        kinds = [self._paragraph, self._list, self._quote, self._part]
        if self.form.tables:
            kinds += [self._table, self._passage]
        if self.form.blocks:
            blocks += [self.dice.choice(kinds)() for _ in range(size)]
        pieces: list[str | Pointer] = []
        for block in blocks:
            pieces += ["\n\n" if pieces else "", *block]
        return Prose(tuple(pieces))

    def _words(self) -> str:
        chosen = [self.dice.choice(_WORDS) for _ in range(self.dice.randint(1, 4))]
        return " ".join((*chosen, _odd_word(self.dice)) if self.dice.random() < 0.1 else chosen)

    def _paragraph(self) -> list[str | Pointer]:
        return self._sentence(self.dice.randint(0, 6))

    def _sentence(self, parts: int, *, in_note: bool = False) -> list[str | Pointer]:
        pieces: list[str | Pointer] = [self._words()]
        for _ in range(parts):
            pieces += [" ", *self._inline(in_note=in_note)]
        glued = self._glued(in_note=in_note) if self.dice.random() < 0.2 else []
        return [*pieces, *glued, "."]

    def _glued(self, *, in_note: bool) -> list[str | Pointer]:
        """Return words without a space between them, each marked up in its own way."""
        pieces: list[str | Pointer] = [" samen"]
        for _ in range(self.dice.randint(1, 6)):
            word = self.dice.choice(("gemeenten", "provincies", "Rijk", _LONG))
            forms = [
                f"**{word}**met",
                f"*{word}*en",
                f"([{word}]({self.dice.choice(_ADDRESSES)}))en",
                f"{word}/",
            ]
            pieces.append(self.dice.choice(forms))
            pieces += [] if in_note or self.dice.random() < 0.5 else ["woord^[", self._words(), "]"]
        return [*pieces, "einde"]

    def _inline(self, *, in_note: bool) -> list[str | Pointer]:
        words = self._words()
        kinds: list[Callable[[], list[str | Pointer]]] = [
            lambda: [words],
            lambda: ["**", words, "**"],
            lambda: ["*", words, "*"],
            lambda: ["**", words, " *", words, "***"],
            lambda: [words, " \\\n", words],
            lambda: [words, "\n", words],
            lambda: ["".join(self.dice.choice(_ESCAPED) for _ in range(3))],
            lambda: ["[", words, f"]{{lang={self.dice.choice(LANGUAGES)}}}"],
            lambda: ["[over ", words, f"]({self.dice.choice(_ADDRESSES)})"],
        ]
        if not in_note:
            kinds += [
                lambda: ["woord^[", *self._sentence(2, in_note=True), "]"],
                lambda: ["bron", self._pointer(Target.BRON, f"[@{{}}{self.dice.choice(_LOCATORS)}]")],
                lambda: ["", self._pointer(SENTENCE, "[={}]")],
            ]
        return self.dice.choice(kinds)()

    def _pointer(self, kind: object, form: str) -> Pointer:
        return Pointer(kind, self.dice.randint(0, 99), form)

    def _passage(self) -> list[str | Pointer]:
        return [self._pointer(BLOCKS, "[={}]")]

    def _quote(self) -> list[str | Pointer]:
        return ["> ", self._words(), "\n> en meer\n>\n> ", self._words()]

    def _list(self) -> list[str | Pointer]:
        first, *others = self.dice.choice(_LISTS)
        nested = self.dice.choice(("", "\n   - eronder\n\n     - dieper", "\n\n   Nog een alinea."))
        items = [f"\n{mark}{self._words()}" for mark in others[: self.dice.choice((1, 1, 2, len(others)))]]
        return [first, *_on_one_line(self._paragraph()), nested, *items]

    def _table(self) -> list[str | Pointer]:
        label = self._label() if self.named and self.dice.random() < 0.5 else ""
        caption = self.dice.choice(("", "Tabel: Het overzicht\n\n")) if not label else ""
        pieces: list[str | Pointer] = [caption or (f"Tabel: Het overzicht {{#{label}}}\n\n" if label else "")]
        pieces.append("| Jaar | Wat | Bedrag |\n| --- | :-: | --- |")
        rows = self.dice.randint(1, 5)
        for row in range(rows):
            cells = [self._words(), " | ", *self._sentence(1, in_note=self.dice.random() < 0.5)]
            pieces += ["\n| ", *_on_one_line(cells), f" | {row},5 |"]
        total = f"{sum(range(rows)) + rows * 0.5:.1f}".replace(".", ",")
        pieces.append(f"\n| **{self.dice.choice(('Totaal', 'Samen'))}** | | {total} |")
        return [*pieces, f"\n\nZie [#{label}]." if label else ""]

    def _part(self) -> list[str | Pointer]:
        """Return a heading with what stands below it, or a paragraph where there can be no heading."""
        if not self.form.levels or not self.named:
            return self._paragraph()
        label = self._label()
        deeper = f"\n\n## Over *{self._words()}*" if self.form.levels > 1 else ""
        return [f"# {self._words()} {{#{label}}}", f"\n\nZie [#{label}].", deeper, "\n\n", *self._paragraph()]

    def _label(self) -> str:
        """Return an id that no other heading or table has."""
        return f"{LABEL}{self.dice.getrandbits(48):x}"


def _on_one_line(pieces: list[str | Pointer]) -> list[str | Pointer]:
    return [
        piece.replace("\\\n", "").replace("\n", " ") if isinstance(piece, str) else piece for piece in pieces
    ]
