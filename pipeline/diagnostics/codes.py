"""The registry of codes: each kind of finding has one stable number, for ever.

The hundreds say which stage found it: 1 reading YAML · 2 the model · 3 checks across files · 4 text,
Markdown and citations · 5 templates and vocabulary · 6 pictures and characters · 7 layout, and from 751
on verification of finished files · 8 house style · 9 project and outputs.
"""

from __future__ import annotations

from enum import Enum, StrEnum


class Severity(StrEnum):
    """How bad it is. The value is the Dutch word that is printed."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    FAULT = "fout van het programma"
    """A finished file is not what it must be: no writer can mend that, and the file may not be used."""


class Code(Enum):
    """A stable code, its severity and its Dutch title."""

    # 1xx reading YAML
    YAML_SYNTAX = ("KAM101", Severity.ERROR, "De YAML is niet te lezen")
    YAML_DUPLICATE_KEY = ("KAM102", Severity.ERROR, "Dezelfde sleutel staat er twee keer")
    YAML_TAG = ("KAM103", Severity.ERROR, "Een tag (!…) is niet toegestaan")
    YAML_ANCHOR = ("KAM104", Severity.ERROR, "Een anker (&…) of verwijzing (*…) van YAML is niet toegestaan")
    YAML_MERGE_CONFLICT = ("KAM105", Severity.ERROR, "Er staan samenvoegtekens van git in het bestand")
    YAML_ENCODING = ("KAM106", Severity.ERROR, "Het bestand is geen UTF-8")
    YAML_EMPTY = ("KAM107", Severity.ERROR, "Het bestand is leeg")
    YAML_CONTROL_CHARACTER = ("KAM108", Severity.ERROR, "Er staat een onzichtbaar stuurteken in het bestand")
    YAML_UNREADABLE = ("KAM109", Severity.ERROR, "Het bestand kan niet worden gelezen")
    YAML_MULTIPLE = ("KAM110", Severity.ERROR, "Er staan meerdere YAML-documenten in één bestand")
    YAML_COMMENT = ("KAM111", Severity.WARNING, "Een deel van de waarde is commentaar")
    YAML_CURLY_QUOTES = ("KAM112", Severity.WARNING, "Gekrulde aanhalingstekens om een waarde")
    YAML_TOO_LARGE = ("KAM113", Severity.ERROR, "Het bestand of een waarde is te groot")

    # 2xx the model
    UNKNOWN_KEY = ("KAM201", Severity.ERROR, "Onbekende sleutel")
    MISSING_KEY = ("KAM202", Severity.ERROR, "Verplichte sleutel ontbreekt")
    WRONG_TYPE = ("KAM203", Severity.ERROR, "Verkeerd soort waarde")
    WRONG_CHOICE = ("KAM204", Severity.ERROR, "Waarde staat niet in de lijst")
    EMPTY_TEXT = ("KAM205", Severity.ERROR, "Lege tekst waar tekst verplicht is")
    INVALID_DATE = ("KAM206", Severity.ERROR, "Ongeldige datum")
    INVALID_AMOUNT = ("KAM207", Severity.ERROR, "Ongeldig bedrag")
    INVALID_ID = ("KAM208", Severity.ERROR, "Ongeldige id")
    INVALID_PERIOD = ("KAM209", Severity.ERROR, "Ongeldig tijdstip")
    INVALID_VALUE = ("KAM210", Severity.ERROR, "Ongeldige waarde")
    WRONG_LENGTH = ("KAM211", Severity.ERROR, "Te veel of te weinig onderdelen")
    SCHEMA_VERSION = ("KAM212", Severity.ERROR, "Onbekende schemaversie")

    # 3xx checks across files
    DUPLICATE_ID = ("KAM301", Severity.ERROR, "Dezelfde id komt twee keer voor")
    DANGLING_REFERENCE = ("KAM302", Severity.ERROR, "Verwijzing naar iets dat niet bestaat")
    NO_INITIATIVE = ("KAM303", Severity.ERROR, "Een agenda zonder regionale initiatiefnemer")
    SUM_DIFFERS = ("KAM304", Severity.ERROR, "De som klopt niet")
    DATE_ORDER = ("KAM305", Severity.ERROR, "Datums staan in de verkeerde volgorde")
    PHASE_MISMATCH = ("KAM306", Severity.ERROR, "Past niet bij de ontwikkelfase")
    NO_BESLISNOTA = ("KAM307", Severity.WARNING, "Geen beslisnota bij de brief")
    MEDE_NAMENS = ("KAM308", Severity.ERROR, "Mede namens klopt niet met de tekst")
    NOT_IN_OFFICE = ("KAM309", Severity.ERROR, "Functie bestond niet op deze datum")
    PROMISE_UNANSWERED = ("KAM310", Severity.ERROR, "Toezegging of motie zonder antwoord")
    PROGRESS_MISSING = ("KAM311", Severity.ERROR, "Voortgang van een regio ontbreekt")
    UNKNOWN_MUNICIPALITY = ("KAM312", Severity.ERROR, "Onbekende gemeente of provincie")
    LETTERHEAD_OVERFLOW = ("KAM313", Severity.ERROR, "Past niet in het briefhoofd")
    UNUSED_ENTRY = ("KAM314", Severity.WARNING, "Wordt nergens gebruikt")
    ID_NOT_PLACE = ("KAM315", Severity.ERROR, "De id past niet bij de map of het bestand")
    MILESTONE_LOOP = ("KAM316", Severity.ERROR, "Mijlpalen wachten in een kring op elkaar")
    LISTED_TWICE = ("KAM317", Severity.ERROR, "Hetzelfde staat twee keer in een lijst")
    PRINCIPLE_UNANSWERED = ("KAM318", Severity.ERROR, "Een uitgangspunt zonder invulling")
    TRAJECT_ELSEWHERE = ("KAM319", Severity.ERROR, "Het traject loopt niet in deze regio")
    FUNDING_CONTRADICTED = ("KAM320", Severity.ERROR, "Bedrag en dekking spreken elkaar tegen")

    # 4xx text, Markdown and citations
    JINJA_IN_TEXT = ("KAM401", Severity.ERROR, "Sjablooncode in een tekstveld")
    HTML_IN_TEXT = ("KAM402", Severity.ERROR, "HTML in een tekstveld")
    MARKDOWN_NOT_ALLOWED = ("KAM403", Severity.ERROR, "Deze opmaak kan hier niet")
    UNKNOWN_SOURCE = ("KAM404", Severity.ERROR, "Onbekende bron")
    UNKNOWN_TARGET = ("KAM405", Severity.ERROR, "Kruisverwijzing zonder doel")
    UNKNOWN_PASSAGE = ("KAM406", Severity.ERROR, "Onbekend tekstblok of onbekende waarde")
    INVALID_CITATION = ("KAM407", Severity.ERROR, "Verwijzing naar een Kamerstuk klopt niet")
    CITATION_YEAR = ("KAM408", Severity.ERROR, "Vergaderjaar ontbreekt of klopt niet")
    INVALID_LANGUAGE = ("KAM409", Severity.ERROR, "Onbekende taalcode")
    INVALID_LINK = ("KAM410", Severity.ERROR, "Ongeldige link")
    PASSAGE_LOOP = ("KAM411", Severity.ERROR, "Tekstblokken verwijzen in een kring naar elkaar")
    HEADING_LEVEL = ("KAM412", Severity.ERROR, "Kopniveau wordt overgeslagen")
    TABLE_NO_HEADER = ("KAM413", Severity.ERROR, "Tabel zonder kopcellen")
    LINK_TEXT = ("KAM414", Severity.ERROR, "Linktekst zegt niet waar de link heen gaat")
    PRINTED_AS_TYPED = ("KAM415", Severity.WARNING, "Lijkt op opmaak, maar wordt letterlijk afgedrukt")
    TEXT_LIMIT = ("KAM416", Severity.ERROR, "Te veel voor één tekst")

    # from 451 on language and writing rules; a project can weigh these
    CAPITAL = ("KAM451", Severity.WARNING, "Hoofdletter te veel of te weinig")
    TITLE = ("KAM452", Severity.WARNING, "Titel van een bewindspersoon met een hoofdletter")
    DATE_IN_TEXT = ("KAM453", Severity.WARNING, "Datum in een tekst anders geschreven")
    SHORTENED = ("KAM454", Severity.WARNING, "Afkorting bij een datum anders geschreven")
    AMOUNT_IN_TEXT = ("KAM455", Severity.WARNING, "Bedrag in een tekst anders geschreven")
    ABBREVIATION = ("KAM456", Severity.WARNING, "Afkorting die nog niet is uitgelegd")
    QUOTES = ("KAM457", Severity.WARNING, "Aanhalingsteken van een andere soort")
    SPACE = ("KAM458", Severity.WARNING, "Spatie te veel")
    HEADING_FORM = ("KAM459", Severity.WARNING, "Kop met een punt, of kop onder kop")
    NAME_DIFFERS = ("KAM460", Severity.WARNING, "Eén naam op twee manieren gespeld")
    FIGURE_DIFFERS = ("KAM461", Severity.WARNING, "Getal in een tekst dat niet klopt met de gegevens")
    IGNORE_UNUSED = ("KAM474", Severity.WARNING, "Opmerking “negeer” die niets doet")
    IGNORE_PRINTED = ("KAM475", Severity.ERROR, "Opmerking “negeer” in een tekst")
    LONG_SENTENCE = ("KAM476", Severity.WARNING, "Lange zin")
    LONG_PARAGRAPH = ("KAM477", Severity.WARNING, "Lange alinea")
    MISSPELT = ("KAM478", Severity.WARNING, "Onbekend woord")
    WRITTEN_APART = ("KAM479", Severity.WARNING, "Eén woord in twee stukken")

    # 5xx templates and vocabulary
    TEMPLATE_SYNTAX = ("KAM501", Severity.ERROR, "Het sjabloon is niet te lezen")
    TEMPLATE_UNDEFINED = ("KAM502", Severity.ERROR, "Het sjabloon gebruikt iets dat niet bestaat")
    TEMPLATE_FAILED = ("KAM503", Severity.ERROR, "Het sjabloon kan niet worden uitgevoerd")
    VOCABULARY = ("KAM504", Severity.ERROR, "Element hoort niet in een document")
    TEMPLATE_MISSING = ("KAM505", Severity.ERROR, "Sjabloon ontbreekt")
    TEMPLATE_MARKUP = ("KAM506", Severity.ERROR, "De opmaak van het sjabloon klopt niet")
    TEMPLATE_LIMIT = ("KAM507", Severity.ERROR, "Het sjabloon vraagt te veel")

    # 6xx pictures and characters
    PICTURE_MISSING = ("KAM601", Severity.ERROR, "Afbeelding of bestand ontbreekt")
    PICTURE_OUTSIDE = ("KAM602", Severity.ERROR, "Bestand ligt buiten het project")
    PICTURE_INVALID = ("KAM603", Severity.ERROR, "Afbeelding kan niet worden gebruikt")
    PICTURE_NO_ALT = ("KAM604", Severity.ERROR, "Afbeelding zonder tekstalternatief")
    CHARACTER = ("KAM605", Severity.ERROR, "Teken kan niet worden afgedrukt")

    # 7xx layout
    OVERFLOW = ("KAM701", Severity.ERROR, "Past niet op de bladzijde")

    # 75x verification of finished files
    PARITY = ("KAM751", Severity.FAULT, "Het bestand zegt iets anders dan de bron")
    GEOMETRY = ("KAM752", Severity.FAULT, "Een maat of kleur wijkt af van de huisstijl")
    STANDARD = ("KAM753", Severity.FAULT, "Het bestand voldoet niet aan de norm")
    INACCESSIBLE = ("KAM754", Severity.FAULT, "Het bestand is niet toegankelijk")
    PROOF_MISSING = ("KAM755", Severity.WARNING, "Een bewijs ontbreekt")
    PAGES_DIFFER = ("KAM756", Severity.WARNING, "LibreOffice breekt de bladzijden anders af")

    # 8xx house style
    HOUSE_STYLE = ("KAM801", Severity.ERROR, "De huisstijl klopt niet")
    FONT_MISSING = ("KAM802", Severity.ERROR, "Lettertype ontbreekt of is veranderd")
    CONTRAST = ("KAM803", Severity.ERROR, "Te weinig contrast")

    # 9xx project and outputs
    NO_PROJECT = ("KAM901", Severity.ERROR, "Geen project gevonden")
    FILE_MISSING = ("KAM902", Severity.ERROR, "Verplicht bestand ontbreekt")
    UNEXPECTED_FILE = ("KAM903", Severity.ERROR, "Bestand op een onverwachte plaats")
    OUTPUT_LOCKED = ("KAM904", Severity.ERROR, "Uitvoer kan niet worden geschreven")
    OUTPUT_CHANGED = ("KAM905", Severity.ERROR, "Het bestand is na het maken veranderd")
    OUTPUT_STALE = ("KAM906", Severity.ERROR, "De inhoud is veranderd sinds het bestand is gemaakt")
    OUTPUT_MISSING = ("KAM907", Severity.ERROR, "Het bestand is nog niet gemaakt")
    PROGRAM_FAULT = ("KAM908", Severity.FAULT, "Er ging iets mis in het programma")
    INPUT_RESTLESS = ("KAM909", Severity.ERROR, "Het bestand verandert terwijl het wordt gelezen")

    def __init__(self, number: str, severity: Severity, title: str) -> None:
        self.number = number
        self.severity = severity
        self.title = title


def is_language(code: Code) -> bool:
    """Whether a code belongs to a rule of language, which a project can weigh and a writer can ignore."""
    return "KAM450" < code.number < "KAM474" or "KAM475" < code.number < "KAM500"
