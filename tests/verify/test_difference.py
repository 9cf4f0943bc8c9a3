"""Words that were read beside the words of the tree."""

from __future__ import annotations

import pytest

from pipeline.verify.difference import first_difference, letters, quoted
from pipeline.verify.passages import LINE_END, call

NBSP = "\N{NO-BREAK SPACE}"


def with_line_ends(words: str) -> str:
    return words.replace("⏎", LINE_END)


@pytest.mark.parametrize(
    ("read", "source"),
    [
        ("Samen werken aan de regio.", "Samen werken aan de regio."),
        ("Samen werken ⏎aan de ⏎regio.", "Samen werken aan de regio."),
        ("Eerste regel ⏎tweede regel", "Eerste regel\ntweede regel"),
        ("Na ⏎een lege regel", "Na\n\neen lege regel"),
        ("Eerste regel\ntweede regel", "Eerste regel\ntweede regel"),
        ("Rijks-⏎overheid", "Rijks-overheid"),
        ("en/⏎of", "en/of"),
        ("2027–⏎2030", "2027–2030"),
        ("een arbeidsongeschikt⏎heidsver⏎zekering", "een arbeidsongeschiktheidsverzekering"),
        ("https://www.voor⏎beeld.nl", "https://www.voorbeeld.nl"),
        ("samen\N{SOFT HYPHEN}werken", "samenwerken"),
        ("samen⏎werken", "samen\N{SOFT HYPHEN}werken"),
        ("Dun\N{THIN SPACE}⏎wit", "Dun\N{THIN SPACE}wit"),
        (f"Noot{call(3)} ⏎en verder", f"Noot{call(3)} en verder"),
        ("Wit aan het eind⏎", "Wit aan het eind"),
        ("idëen", "ide\N{COMBINING DIAERESIS}en"),
    ],
)
def test_what_a_layout_may_do_is_no_difference(read: str, source: str) -> None:
    assert first_difference(with_line_ends(read), source) is None


@pytest.mark.parametrize(
    ("read", "source", "at"),
    [
        ("Samen werken", "Samen merken", 6),
        ("Samen", "Samen werken", 5),
        ("Samen werken", "Samen", 5),
        ("Samenwerken", "Samen werken", 5),
        ("Samen werken", "Samenwerken", 5),
        # Two words of which the file makes one, and one word of which it makes two.
        ("Samen⏎werken", "Samen werken", 5),
        ("samen ⏎werken", "samenwerken", 5),
        ("Eerste⏎tweede", "Eerste\ntweede", 6),
        ("Rijks- ⏎overheid", "Rijks-overheid", 6),
        # No line may end at a no-break space.
        ("de nr. ⏎3", f"de nr.{NBSP}3", 6),
        ("de nr. 3", f"de nr.{NBSP}3", 6),
        (f"de nr.{NBSP}3", "de nr. 3", 6),
        # A forced line end is no space, and a space is no forced line end.
        ("Eerste tweede", "Eerste\ntweede", 6),
        ("Eerste\ntweede", "Eerste tweede", 6),
        ("Dubbel  wit", "Dubbel wit", 6),
        ("Noot", f"Noot{call(1)}", 4),
        (f"Noot{call(2)}", f"Noot{call(1)}", 5),
        # A letter of another script that looks the same.
        ("regio", "regi\N{CYRILLIC SMALL LETTER O}", 4),
        ("Rijks‐⏎overheid", "Rijks-overheid", 5),
        ("café van", "cafe\N{COMBINING ACUTE ACCENT} dan", 6),
        ("cafe", "café", 3),
        # A hyphen that the layout put in.
        ("samen‐⏎werken", "samenwerken", 5),
    ],
)
def test_everything_else_is_found_at_its_character(read: str, source: str, at: int) -> None:
    difference = first_difference(with_line_ends(read), source)
    assert difference is not None
    assert difference.source_at == at


def test_difference_shows_a_few_words_of_both() -> None:
    words = "Rijk en regio spreken samen af wat de meerwaarde van de agenda is en wie wat doet."
    difference = first_difference(words.replace("meerwaarde", "meerwarde"), words)
    assert difference is not None
    assert difference.shown == (
        "…af wat de meerwarde van de agenda…",
        "…af wat de meerwaarde van de agenda…",
    )


def test_difference_in_white_space_says_which_white_space() -> None:
    difference = first_difference("Zie artikel 3 van de wet", f"Zie artikel{NBSP}3 van de wet")
    assert difference is not None
    assert difference.shown == ("Zie artikel[spatie]3 van de…", "Zie artikel[vaste spatie]3 van de…")


def test_accents_that_are_characters_of_their_own_do_not_hide_which_white_space_differs() -> None:
    difference = first_difference("café de regio", "cafe\N{COMBINING ACUTE ACCENT}  de regio")
    assert difference is not None
    assert difference.source_at == 5
    assert difference.shown == ("café[spatie]de regio", "café[spatie][spatie]de regio")


def test_difference_in_a_very_long_word_shows_a_part_of_it() -> None:
    difference = first_difference("a" * 500 + "b" + "a" * 500, "a" * 1001)
    assert difference is not None
    assert all(
        len(shown) < 130 and shown.startswith("…") and shown.endswith("…") for shown in difference.shown
    )


def test_letters_leave_out_what_layout_changes() -> None:
    assert letters(f"de nr.{NBSP}3 is\nsamen\N{SOFT HYPHEN}gevat{LINE_END}hier") == "denr.3issamengevathier"


def test_quoted_words_fit_on_a_line_and_say_notes_in_words() -> None:
    assert quoted(f"Eerder{call(4)}\nen later") == "Eerder[noot 4] [nieuwe regel] en later"
    assert len(quoted("woord " * 40)) <= 60
