"""Reading citations of parliamentary papers, in any notation that writers use.

A text that can mean two papers is refused with both meanings named; nothing is guessed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Literal

from pydantic_core import PydanticCustomError

from pipeline.content.values import citation_kinds as kinds
from pipeline.content.values.citation_kinds import Chamber, Citation, CitationProblem, Dossier
from pipeline.content.values.citation_years import YEAR, read_year, refuse_short_year
from pipeline.content.values.dates import parse_day
from pipeline.diagnostics import Code

_ROMAN = r"(?:X{1,2}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})"
_ADDITION = re.compile(rf"{_ROMAN}[AB]?|[ABCFHJ]|\d{{2}}|\(R\d{{4}}\)")
_CHAMBER = r"(?P<chamber>II|I|TK|EK|Tweede Kamer|Eerste Kamer)"
# Writers forget the comma after the year; a dossier begins with digits, or is a roman number.
_PAPER_HEAD = re.compile(
    rf"(?:(?:kamerstuk(?:ken)?|kst)\b[.,]? *)?(?:{_CHAMBER}\b,? *)?"
    rf"(?:(?:vergaderjaar )?{YEAR}(?:, *|(?<!\d{{5}}) +(?=\d|[CLXVI]{{3,}}[,-])))?(?P<rest>.+)",
    re.IGNORECASE,
)
# Only the plural without a Chamber and a year means the whole bill (house style 6.3).
_BILL = re.compile(r"kamerstukken (?P<dossier>\d{2}[ .]?\d{3})(?: ?(?P<addition>\(R\d{4}\)))?", re.IGNORECASE)
_DOSSIER = re.compile(r"(?P<number>\d{2}[ .]?\d{3}|[CLXVI]{3,}(?=[,-]))(?P<tail>(?:\D|$).*)")
_TAIL = re.compile(
    r"(?P<addition>[ -]*(?:\(R\d{4}\)|[A-Z]{1,6}|\d{2}(?!\d)))?"
    r"(?P<number>(?P<mark>, *(?:nr\.? *)?| +nr\.? *|-| +)(?P<digits>\d{1,5}[a-z]?|[A-Z]{1,5}))?",
    re.IGNORECASE,
)
_LOCATOR = re.compile(
    r",? +(?P<pages>(?:pp?\.|blz\.?|pag\.?|pagina'?s?) *\d+(?: *[-–] *\d+)?)$", re.IGNORECASE
)
_MORE_PAPERS = re.compile(r"\bnrs\b|\bnr\.? *\d+ *(?:-|–|,|en|t/m|tot en met) *\d+", re.IGNORECASE)
_REPORT = re.compile(
    rf"handelingen *{_CHAMBER}?\b,? *(?:vergaderjaar )?(?:{YEAR})?"
    r"(?:,? *(?:nr\.? *)?(?P<sitting>\d+))?(?:, *(?:item|nr\.?) *(?P<item>\d+))?"
    r"(?:, *(?:pp?\.?|blz\.?) *(?P<first>\d+)(?: *[-–] *(?P<last>\d+))?)?",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    rf"aanhangsel(?: van de)?(?: handelingen)? *{_CHAMBER}?\b,? *(?:vergaderjaar )?(?:{YEAR})?,? *"
    r"(?:nr\.? *)?(?P<number>\d+)",
    re.IGNORECASE,
)
_GAZETTE = re.compile(
    r"(?P<series>stb|stcrt|trb|staatsblad|staatscourant|tractatenblad)\.?[ -]+(?P<year>\d{4})"
    r"(?:, *(?:nr\.? *)?|-| +nr\.? *)(?P<number>\d+)",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"brief van (?P<sender>.+) van (?P<day>[^,]+), (?:met )?kenmerk (?P<reference>\S.*)", re.IGNORECASE
)
_REPORT_ID = re.compile(r"h-(?P<chamber>tk|ek)-(?P<year>\d{8})-(?P<first>\d+)-(?P<second>\d+)", re.IGNORECASE)
_APPENDIX_ID = re.compile(r"ah-(?P<chamber>tk|ek)-(?P<year>\d{8})-(?P<number>\d+)", re.IGNORECASE)
_OPAQUE_ID = re.compile(r"(?P<series>kst|ah|blg)-(?P<number>\d{6,8})", re.IGNORECASE)
_CHAMBER_DOCUMENT = re.compile(r"(?P<number>20\d{2}[DZ]\d{5})", re.IGNORECASE)
_FIRST_ITEM_YEAR = 2011
_LAST_PAGE_YEAR = 2010

_Series = Literal["Stb.", "Stcrt.", "Trb."]
_SERIES: dict[str, _Series] = {
    "stb": "Stb.",
    "staatsblad": "Stb.",
    "stcrt": "Stcrt.",
    "staatscourant": "Stcrt.",
    "trb": "Trb.",
    "tractatenblad": "Trb.",
}
_Found = Citation | CitationProblem


def parse_citation(text: str, date: datetime.date | None) -> _Found:
    """Read a citation; ``date`` is the day of the paper or of the letter that cites it, when known.

    The parliamentary year comes from the text, else from ``date``; a year that had not begun on ``date`` is
    refused.
    """
    plain = (
        re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u2011", "-")).strip().rstrip(".").strip()
    )
    if plain.startswith("(") and plain.endswith(")"):
        plain = plain[1:-1].strip()
    if not plain:
        return _invalid("De verwijzing is leeg.", _FORMS)
    for form, read in _FORMS_BY_SHAPE:
        if match := form.fullmatch(plain):
            return read(match, date)
    if short := refuse_short_year(plain, date):
        return short
    body, locator = plain, ""
    if pages := _LOCATOR.search(plain):
        body, locator = plain[: pages.start()], pages["pages"]
    found = _paper(body, date)
    if isinstance(found, CitationProblem) or not locator:
        return found
    return found.with_locator(locator)


_FORMS = "Schrijf bijvoorbeeld: Kamerstukken II 2025/26, 36800-VII, nr. 97"


def _paper(text: str, date: datetime.date | None) -> _Found:
    attachment = re.match(r"bijlage bij(?: de)? (?P<paper>.+)", text, re.IGNORECASE)
    if attachment:
        paper = _paper(attachment["paper"], date)
        if isinstance(paper, kinds.Kamerstuk):
            return kinds.BijlageBij(paper)
        return paper if isinstance(paper, CitationProblem) else _unreadable(text)
    if _MORE_PAPERS.search(text):
        return _invalid(f"“{text}” noemt meer dan één stuk.", "Maak van elk stuk een eigen bron.")
    is_id = text.lower().startswith("kst-")
    head = _PAPER_HEAD.fullmatch(text[4:] if is_id else text)
    if head is None:
        return _unreadable(text)
    dossier = _DOSSIER.fullmatch(head["rest"].upper().replace("NR", "nr"))
    if dossier is None:
        return _no_dossier(text, head["rest"])
    tail = _TAIL.fullmatch(dossier["tail"].rstrip(" ,"))
    if tail is None and "/" in dossier["tail"]:
        return _invalid(f"“{text}” noemt twee dossiers.", "Noem alleen het eerste; het nummer telt daarin.")
    if tail is None:
        return _unreadable(text)
    chamber = _chamber(head["chamber"])
    number = _number(
        text, re.sub(r"\D", "", dossier["number"]) or dossier["number"], tail, chamber, is_id=is_id
    )
    if isinstance(number, CitationProblem):
        return number
    return _with_year(text, head["year"], date, chamber, number)


def _number(
    text: str, dossier: str, tail: re.Match[str], chamber: Chamber | None, *, is_id: bool
) -> tuple[Dossier, str] | CitationProblem:
    """Return the dossier and the number of the paper."""
    addition, paper = (tail["addition"] or "").strip(" -"), tail["digits"] or ""
    if paper:
        if addition and not _ADDITION.fullmatch(addition):
            return _unknown_addition(addition, dossier)
        return Dossier(dossier, addition), _cased(paper)
    if not addition or addition.startswith("(") or (addition.isdigit() and addition.startswith("0")):
        return _incomplete(text)
    if addition.isdigit():
        return Dossier(dossier), str(int(addition))
    if len(addition) > 1 and _ADDITION.fullmatch(addition):
        return _incomplete(text)
    is_budget = dossier.endswith("00") and _ADDITION.fullmatch(addition)
    if is_budget and not is_id and chamber != "I":
        return _invalid(
            f"“{text}” is onvolledig: is {addition} een begroting, of een stuk van de Eerste Kamer?",
            f"Schrijf {dossier}-{addition}, nr. 1 of Kamerstukken I …, {dossier}, {addition}.",
        )
    return Dossier(dossier), addition


def _with_year(
    text: str,
    typed: str | None,
    date: datetime.date | None,
    chamber: Chamber | None,
    number: tuple[Dossier, str],
) -> _Found:
    dossier, paper = number
    if paper.isalpha() and len(paper) > 3:
        return _invalid(f"“{paper}” is geen nummer van een Kamerstuk.", _FORMS)
    if paper == "0" or (paper.isdigit() and paper.startswith("0")):
        return _invalid(f"“nr. {paper}” is geen nummer van een Kamerstuk.", _FORMS)
    follows: Chamber = "II" if paper.isdigit() else "I"
    if chamber and chamber != follows:
        return _contradiction(paper, follows)
    if follows == "II" and not dossier.number.isdigit():
        message = f"Dossier {dossier.number} is van de Eerste Kamer; een stuk daarin heeft letters."
        return _invalid(message, "Controleer het dossier: het heeft meestal vijf cijfers.")
    year = read_year(text, typed, date)
    if isinstance(year, CitationProblem):
        return year
    return kinds.Kamerstuk(follows, year, dossier, paper)


def _report(match: re.Match[str], date: datetime.date | None) -> _Found:
    chamber, text = _chamber(match["chamber"]), match.group()
    if chamber is None:
        return _no_chamber(text, "Handelingen II 2024/25, nr. 20, item 3")
    year = read_year(text, match["year"], date)
    if isinstance(year, CitationProblem):
        return year
    pages = _page_range(match["first"], match["last"])
    if isinstance(pages, CitationProblem):
        return pages
    sitting, item = _whole(match["sitting"]), _whole(match["item"])
    if item is not None and sitting is None:
        return _invalid(f"In “{text}” ontbreekt het nummer van de vergadering.", _REPORT_FORM)
    if year.first >= _FIRST_ITEM_YEAR and item is None:
        return _invalid(f"“{text}” is onvolledig: het item ontbreekt.", _REPORT_FORM)
    if item is None and pages is None:
        hint = "Schrijf bijvoorbeeld: Handelingen II 2007/08, nr. 69, p. 4952-4956"
        return _invalid(f"“{text}” is onvolledig: de bladzijden ontbreken.", hint)
    if year.first < _LAST_PAGE_YEAR and item is not None:
        return _invalid(f"Handelingen uit {year} hebben geen items.", "Noem de bladzijden: p. 4952-4956.")
    return kinds.Handelingen(chamber, year, sitting, item, pages)


_REPORT_FORM = "Schrijf bijvoorbeeld: Handelingen II 2024/25, nr. 20, item 3"


def _report_by_id(match: re.Match[str], date: datetime.date | None) -> _Found:
    chamber: Chamber = "II" if match["chamber"].lower() == "tk" else "I"
    year = read_year(match.group(), match["year"], date)
    if isinstance(year, CitationProblem):
        return year
    first, second = int(match["first"]), int(match["second"])
    # In 2010/11 both forms occur; a year has far fewer than 150 sittings, and pages are far beyond that.
    if year.first < _LAST_PAGE_YEAR or (year.first == _LAST_PAGE_YEAR and first > 150):
        pages = _page_range(match["first"], match["second"])
        if isinstance(pages, CitationProblem):
            return pages
        return kinds.Handelingen(chamber, year, None, None, pages)
    return kinds.Handelingen(chamber, year, first, second)


def _bill(match: re.Match[str], _date: datetime.date | None) -> _Found:
    number = re.sub(r"\D", "", match["dossier"])
    return kinds.WholeBill(Dossier(number, (match["addition"] or "").upper()))


def _appendix(match: re.Match[str], date: datetime.date | None) -> _Found:
    chamber = _chamber(match["chamber"])
    if chamber is None:
        return _no_chamber(match.group(), "Aanhangsel Handelingen II 2024/25, nr. 100")
    year = read_year(match.group(), match["year"], date)
    if isinstance(year, CitationProblem):
        return year
    return kinds.Aanhangsel(chamber, year, int(match["number"]))


def _gazette(match: re.Match[str], date: datetime.date | None) -> _Found:
    year, number = int(match["year"]), int(match["number"])
    if not 1813 <= year <= 2199 or (date and year > date.year) or number == 0:
        return _invalid(f"“{match.group()}” kan niet kloppen.", "Controleer het jaar en het nummer.")
    return kinds.Bekendmaking(_SERIES[match["series"].lower()], year, number)


def _letter(match: re.Match[str], date: datetime.date | None) -> _Found:
    try:
        day = parse_day(match["day"])
    except PydanticCustomError as error:
        context = error.context or {}
        return _invalid(str(context.get("message", "")), str(context.get("hint", "")))
    if date and day > date:
        return _invalid("De brief waarnaar wordt verwezen, is van later datum.", "Controleer de datum.")
    return kinds.UnpublishedLetter(match["sender"], day, match["reference"])


def _opaque(match: re.Match[str], _date: datetime.date | None) -> _Found:
    names: dict[str, Literal["kst", "ah", "blg"]] = {"kst": "kst", "ah": "ah", "blg": "blg"}
    return kinds.OfficialId(names[match["series"].lower()], int(match["number"]))


def _chamber_document(match: re.Match[str], _date: datetime.date | None) -> _Found:
    return kinds.KamerDocument(match["number"].upper())


_FORMS_BY_SHAPE: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], datetime.date | None], _Found]], ...
] = (
    (_REPORT_ID, _report_by_id),
    (_APPENDIX_ID, _appendix),
    (_OPAQUE_ID, _opaque),
    (_CHAMBER_DOCUMENT, _chamber_document),
    (_BILL, _bill),
    (_REPORT, _report),
    (_APPENDIX, _appendix),
    (_GAZETTE, _gazette),
    (_LETTER, _letter),
)


def _page_range(first: str | None, last: str | None) -> tuple[int, int] | CitationProblem | None:
    if first is None:
        return None
    pages = int(first), int(last or first)
    if pages[0] > pages[1]:
        return _invalid(f"De bladzijden {first}-{last} lopen niet op.", "Schrijf de eerste bladzijde voorop.")
    return pages


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _cased(paper: str) -> str:
    """Old papers of the Eerste Kamer have a number with a small letter (188b); all others have capitals."""
    return paper.lower() if paper[0].isdigit() else paper.upper()


def _chamber(typed: str | None) -> Chamber | None:
    if not typed:
        return None
    return "I" if typed.upper() in {"I", "EK", "EERSTE KAMER"} else "II"


def _invalid(message: str, hint: str) -> CitationProblem:
    return CitationProblem(Code.INVALID_CITATION, message, hint)


def _unreadable(text: str) -> CitationProblem:
    return _invalid(f"“{text}” is geen verwijzing naar een Kamerstuk die kan worden gelezen.", _FORMS)


def _no_dossier(text: str, rest: str) -> CitationProblem:
    if number := re.match(r"\d{1,3}[ .]\d{1,4}|\d+", rest):
        digits = len(re.sub(r"\D", "", number.group()))
        message = f"In “{text}” heeft het dossiernummer {digits} cijfers; het horen er vijf te zijn."
        return _invalid(message, "Controleer het nummer van het dossier.")
    return _unreadable(text)


def _incomplete(text: str) -> CitationProblem:
    return _invalid(
        f"“{text}” is onvolledig: het nummer van het stuk ontbreekt.",
        "Voeg het toe: nr. 97 voor de Tweede Kamer, een letter voor de Eerste Kamer.",
    )


def _unknown_addition(addition: str, dossier: str) -> CitationProblem:
    return _invalid(
        f"“{addition}” is geen toevoeging die dossier {dossier} kan hebben.",
        "Bekend zijn romeinse cijfers (VII), A, B, C, F, H, J, twee cijfers (02) en (R2155).",
    )


def _contradiction(paper: str, follows: Chamber) -> CitationProblem:
    if follows == "II":
        message = f"Een stuk van de Eerste Kamer heeft letters, maar hier staat nr. {paper}."
        return _invalid(message, "Schrijf Kamerstukken II, of noem de letter van het stuk.")
    message = f"Een stuk van de Tweede Kamer heeft een nummer, maar hier staat {paper}."
    return _invalid(message, "Schrijf Kamerstukken I, of noem het nummer van het stuk.")


def _no_chamber(text: str, example: str) -> CitationProblem:
    return _invalid(f"In “{text}” ontbreekt de Kamer (I of II).", f"Schrijf bijvoorbeeld: {example}")
