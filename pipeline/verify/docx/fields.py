"""The fields of a text: their codes, and whether each is opened and closed as it should (17.16.18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.verify.docx.markup import Element, name, value

_MARK, _CODE, _SIMPLE = name("w:fldChar"), name("w:instrText"), name("w:fldSimple")
_POINTERS = re.compile(r'\s*(?:REF|PAGEREF|NOTEREF)\s+"?([^\s"\\]+)|\s*HYPERLINK\s.*?\\l\s+"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Fields:
    """The codes of all fields of a story, and in Dutch what is wrong with their marks."""

    codes: tuple[str, ...]
    faults: tuple[str, ...]

    def targets(self) -> Iterator[str]:
        """Yield the names of the bookmarks that the fields point to."""
        for code in self.codes:
            found = _POINTERS.match(code)
            if found:
                yield found[1] or found[2]


@dataclass(slots=True)
class _Open:
    """A field that has begun: the pieces of its code, and whether its result has begun."""

    code: list[str] = field(default_factory=list[str])
    separated: bool = False


def fields_of(story: Element) -> Fields:
    """Return the fields of a story: of the text, of one note, of one header or footer."""
    codes = [value(each, "w:instr") for each in story.iter(_SIMPLE)]
    faults: list[str] = []
    waiting: list[_Open] = []
    for each in story.iter(_MARK, _CODE):
        if each.tag == _CODE:
            if waiting and not waiting[-1].separated:
                waiting[-1].code.append(each.text or "")
            else:
                faults.append("een veldcode staat buiten een veld")
            continue
        kind = value(each, "w:fldCharType")
        if kind == "begin":
            waiting.append(_Open())
        elif not waiting:
            faults.append(f"een veld heeft “{kind}” zonder begin")
        elif kind == "end":
            codes.append("".join(waiting.pop().code))
        elif waiting[-1].separated:
            faults.append("een veld begint twee keer aan zijn uitkomst")
        else:
            waiting[-1].separated = True
    faults += [f"het veld “{''.join(each.code).strip()}” wordt niet gesloten" for each in waiting]
    return Fields(tuple(codes), tuple(faults))
