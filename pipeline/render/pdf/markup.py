"""Small helpers to write HTML: everything that comes from a document is escaped here."""

from __future__ import annotations

from html import escape


def element(name: str, content: str, /, **attributes: str) -> str:
    """Return an element. ``content`` is HTML; attribute values are plain text, and empty ones are left out.

    A trailing underscore keeps Python's own words apart (``class_``); other underscores become hyphens.
    """
    return f"<{name}{_attributes(attributes)}>{content}</{name}>"


def void(name: str, /, **attributes: str) -> str:
    """Return an element without content, such as ``img``."""
    return f"<{name}{_attributes(attributes)}>"


def text(words: str) -> str:
    """Return plain words as HTML, without soft hyphens.

    Where a word breaks at one, a hyphen is printed that belongs to the line and is read as part of the word.
    """
    return escape(words.replace("\N{SOFT HYPHEN}", ""), quote=False)


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value
    )
