"""What Jinja and Python say about a template, in Dutch. Their own English words never reach a writer."""

from __future__ import annotations

import re

from jinja2.exceptions import SecurityError

_TOKENS = {
    "begin of print statement": "“{{”",
    "end of print statement": "“}}”",
    "begin of statement block": "“{%”",
    "end of statement block": "“%}”",
    "begin of comment": "“{#”",
    "end of comment": "“#}”",
    "end of template": "het einde van het sjabloon",
    "template data / text": "gewone tekst",
    "name": "een naam",
    "string": "een tekst tussen aanhalingstekens",
    "integer": "een getal",
    "float": "een getal",
}
"""Jinja's names for the pieces of a template; other pieces are shown as they are typed."""

_BLOCK_OPEN = "Het sjabloon houdt op terwijl er nog een {% … %} open staat."
_QUOTED = r"(?:'([^']+)'|\"([^\"]+)\")"

_SYNTAX: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (
            r"unknown tag '(end\w+|else|elif)'\. Jinja was looking for .*needs to be closed is '(\w+)'",
            "“{% [0] %}” kan hier niet: eerst hoort “{% [1] %}” te worden gesloten.",
        ),
        (
            r"unknown tag '(end\w+|else|elif)'",
            "“{% [0] %}” kan hier niet: er staat niets open waar het bij hoort.",
        ),
        (rf"unknown tag {_QUOTED}", "Jinja kent geen tag “{% [0] %}”."),
        (r"Unexpected end of template", _BLOCK_OPEN),
        (rf"unexpected end of template, expected {_QUOTED}", "Het sjabloon houdt op voordat {0} er staat."),
        (r"Missing end of comment tag", "Een opmerking {# wordt niet gesloten met #}."),
        (r"Missing end of raw directive", "Een {% raw %} wordt niet gesloten met {% endraw %}."),
        (r"tag name expected", "Na {% hoort een woord te staan, zoals if of for."),
        (rf"No filter named {_QUOTED}", "Er is geen filter {0}."),
        (rf"No test named {_QUOTED}", "Er is geen toets “is [0]”."),
        (rf"block {_QUOTED} defined twice", "Het blok {0} staat twee keer in het sjabloon."),
        (
            rf"(?:expected token|Expected) {_QUOTED}, got {_QUOTED}",
            "Hier hoort {0} te staan, maar er staat {1}.",
        ),
        (
            rf"Expected an expression, got {_QUOTED}",
            "Hier hoort een waarde te staan, maar er staat {0}.",
        ),
        (rf"unexpected {_QUOTED}, expected {_QUOTED}", "Hier hoort {1} te staan, maar er staat {0}."),
        (rf"unexpected (?:char )?{_QUOTED}", "{0} kan hier niet staan."),
        (r"expected name or number", "Na een punt hoort een naam te staan."),
        (r"number too long", "Dit getal heeft te veel cijfers."),
        (r"can't assign to", "Links van = hoort een naam te staan."),
        (r"starting with an under", "Een naam die met _ begint, is in een sjabloon niet te gebruiken."),
    )
)

_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (ZeroDivisionError, "er wordt gedeeld door nul"),
    (SecurityError, "dit is in een sjabloon niet toegestaan"),
    (OverflowError, "het getal of de reeks is te groot"),
    (TypeError, "deze bewerking past niet bij deze waarde"),
    (ValueError, "deze bewerking past niet bij deze waarde"),
    (LookupError, "wat hier wordt opgezocht, bestaat niet"),
)


def syntax_words(message: str) -> tuple[str, str]:
    """Return a sentence and a hint for what Jinja's parser says; a general sentence where it is unknown."""
    for pattern, sentence in _SYNTAX:
        if match := pattern.search(message):
            return _filled(sentence, [words for words in match.groups() if words]), ""
    return (
        "Het sjabloon is hier niet te lezen.",
        "Kijk of elke {{ … }} en {% … %} goed is geschreven en gesloten.",
    )


def failure_words(error: Exception) -> str:
    """Return why a line of a template could not be run, as a whole sentence."""
    reason = next((words for kind, words in _REASONS if isinstance(error, kind)), "")
    return f"Deze regel van het sjabloon kan niet worden uitgevoerd{f': {reason}' if reason else ''}."


def _filled(sentence: str, pieces: list[str]) -> str:
    """Put pieces into a sentence: ``[0]`` as they were typed, ``{0}`` quoted or by their Dutch name."""
    for number, piece in enumerate(pieces):
        shown = _TOKENS.get(piece, f"“{piece}”")
        sentence = sentence.replace(f"[{number}]", piece).replace(f"{{{number}}}", shown)
    return sentence
