"""Templates run in a sandbox; whatever is wrong with them is found at their own line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from pipeline.compose.environment import Templates
from pipeline.compose.folders import TemplateFolders
from pipeline.content.models.gedeeld import Afkorting
from pipeline.content.values import Amount, DayDate, MarkdownText, Period
from pipeline.diagnostics import Location
from tests.compose.rendered import (
    FIELD,
    NAME,
    blocks,
    found,
    in_body,
    outline,
    passages,
    render,
    scope,
    sources,
    words,
)

PLACE = "templates/proef.html.j2"
YEAR = Period(date(2027, 1, 1), date(2027, 12, 31), "2027", FIELD.child("gereed"))
DAY = DayDate(date(2026, 12, 18), FIELD.child("datum"))
MONEY = Amount(22_500_000, 22_500_000, FIELD.child("bedrag"))


@dataclass(frozen=True)
class View:
    """What a template gets."""

    naam: str = "Zeeland"
    _geheim: str = "geheim"

    @property
    def label(self) -> str:
        return "kans 1"

    def schrijf(self) -> str:
        return "geschreven"


@dataclass
class Changeable:
    """A class of which templates see nothing."""

    naam: str = "Zeeland"


def abbreviation() -> Afkorting:
    return Afkorting(id="npvr", kort=words("NPVR"), voluit=words("x"), interne_notitie="geheim")  # type: ignore[arg-type]


def printed(tmp_path: Path, template: str, **context: object) -> str:
    shown, diagnostics = blocks(tmp_path, f"<p>{template}</p>", context)
    assert diagnostics == ()
    return outline(shown)


# --- what is printed ---


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ dag | datum }}", "'18\\xa0december 2026' 0:0"),
        ("{{ jaar | periode }}", "'2027' 0:0"),
        ("{{ dag | periode }}", "'18\\xa0december 2026' 0:0"),
        ("{{ geld | bedrag }}", "'€\\xa022,5\\xa0miljoen' 0:0"),
        ("{{ geld }}", "'€\\xa022,5\\xa0miljoen' 0:0"),
        ("{{ niets | onbekend }}", "'onbekend' -"),
        ("{{ niets | bedrag | onbekend }}", "'onbekend' -"),
        ("{{ geld | onbekend }}", "'€\\xa022,5\\xa0miljoen' 0:0"),
        ("{{ aantal(1, 'afspraak', 'afspraken') }}", "'1\\xa0afspraak' -"),
        ("{{ aantal(namen | length, 'afspraak', 'afspraken') }}", "'3\\xa0afspraken' -"),
        ("{{ woord | hoofdletter }}", "'Regio & Rijk' 0:0"),
        ("{{ jaar | periode | hoofdletter }}", "'2027' 0:0"),
        ("{{ 'élan' | hoofdletter }}", "'Élan' -"),
        ("{{ 7 }}", "'7' -"),
        ("{{ 2.5 }}", "'2,5' -"),
        ("{{ namen | sorteer | opsomming }}", "'Goes, ’s-Hertogenbosch en Vlissingen' -"),
        ("{{ groepen | sorteer('n') | map(attribute='n') | join(', ') }}", "'a, b' -"),
        ("{{ namen | join(' / ') }}", "'Vlissingen / Goes / ’s-Hertogenbosch' -"),
        ("{{ view.label }} {{ view['naam'] }}", "'kans 1 Zeeland' -"),
        ("{{ namen[0] }} {{ namen[-1] }} {{ groepen[0]['n'] }}", "'Vlissingen ’s-Hertogenbosch b' -"),
        ("{% for n in namen %}{{ loop.index }}{% endfor %}", "'123' -"),
    ],
)
def test_filters_print_values_with_their_place(template: str, expected: str, tmp_path: Path) -> None:
    shown = printed(
        tmp_path,
        template,
        dag=DAY,
        jaar=YEAR,
        geld=MONEY,
        niets=None,
        woord=words("regio & Rijk"),
        namen=("Vlissingen", "Goes", "'s-Hertogenbosch"),
        groepen=({"n": "b"}, {"n": "a"}),
        view=View(),
    )
    assert shown.splitlines()[1:] == [f"  {expected}"]


@pytest.mark.parametrize(
    "template", ["{{ een ~ ' en ' ~ twee }}", "{{ een + ' en ' + twee }}", "{{ paar | opsomming }}"]
)
def test_joined_texts_keep_their_places(template: str, tmp_path: Path) -> None:
    een, twee = words("Een", "een"), words("Twee", "twee")
    shown, diagnostics = blocks(
        tmp_path, f"<p>{template}</p>", {"een": een, "twee": twee, "paar": (een, twee)}
    )
    assert diagnostics == ()
    paths = [text.source and text.source.path for text in shown[0].children]  # type: ignore[union-attr]
    assert paths == [("een",), None, ("twee",)]


def test_an_attribute_keeps_the_place_of_its_value(tmp_path: Path) -> None:
    shown, diagnostics = blocks(
        tmp_path,
        '<table summary="{{ naam }}"><tr/></table>'.replace("<tr/>", "<tbody><tr><th>x</th></tr></tbody>"),
        {"naam": words('Een "tabel"')},
    )
    assert diagnostics == ()
    assert (shown[0].summary, shown[0].source) == ("Een “tabel”", words("").source)  # type: ignore[union-attr]


def test_a_source_is_named_by_its_own_filter(tmp_path: Path) -> None:
    made = sources(rapport={"titel": "Elke regio telt", "uitgever": "Een raad", "url": "https://a.nl/r"})
    shown, diagnostics = blocks(
        tmp_path,
        "<p>{{ bron | bronvermelding }}{{ bron.id | noot }}</p>",
        {"bron": made["rapport"]},
        sources=made,
    )
    assert diagnostics == ()
    lines = [line.strip() for line in outline(shown).splitlines()]
    assert lines.count("link https://a.nl/r") == 2
    assert lines.count("'Elke regio telt' bronnen.yaml:0:0") == 2


def test_what_was_cited_and_taken_in_is_remembered(tmp_path: Path) -> None:
    used = scope(
        tmp_path,
        sources=sources(a={"titel": "A"}, b={"titel": "B"}),
        passages=passages(kort="x"),
        mede_namens=(words("minister van X"),),
    )
    (tmp_path / NAME).write_text("{{ t | md }}", encoding="utf-8")
    templates = Templates(TemplateFolders(None, tmp_path))
    templates.render(NAME, {"t": MarkdownText("[@b] [@a] [@b] [=kort] [mede-namens]", FIELD)}, used)
    assert used.record.cited == ["b", "a"]


# --- which template ---


def test_the_templates_of_the_project_win(tmp_path: Path) -> None:
    for name in ("eigen", "meegeleverd"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "deel.html.j2").write_text(f"<p>{name}</p>", encoding="utf-8")
    (tmp_path / "meegeleverd" / NAME).write_text("{% include 'deel.html.j2' %}", encoding="utf-8")
    templates = Templates(TemplateFolders(tmp_path / "eigen", tmp_path / "meegeleverd"))
    shown, _ = in_body(templates.render(NAME, {}, scope(tmp_path)))
    assert outline(shown) == "alinea -\n  'eigen' -\n"


def test_a_missing_template_is_reported(tmp_path: Path) -> None:
    (tmp_path / "brief.html.j2").write_text("", encoding="utf-8")
    rendered = Templates(TemplateFolders(None, tmp_path)).render("brif.html.j2", {}, scope(tmp_path))
    assert rendered.failed
    assert found(rendered.diagnostics) == [
        "KAM505 templates/brif.html.j2:1 Het sjabloon “brif.html.j2” bestaat niet."
    ]
    assert rendered.diagnostics[0].hint == "Bedoelde u “brief.html.j2”?"
    assert in_body(rendered) == ((), ())


def test_a_missing_include_is_reported_where_it_is_asked_for(tmp_path: Path) -> None:
    rendered = render(tmp_path, "<p/>\n{% include 'weg.html.j2' %}")
    assert found(rendered.diagnostics) == [f"KAM505 {PLACE}:2 Het sjabloon “weg.html.j2” bestaat niet."]


@pytest.mark.parametrize(
    "caller",
    [
        "{% include 'deel.html.j2' %}",
        "{% from 'deel.html.j2' import fout %}\n{{ fout() }}",
        "{% import 'deel.html.j2' as deel %}{{ deel.fout() }}",
    ],
)
def test_a_fault_in_another_file_is_reported_there(caller: str, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    part = "{% macro fout() %}\n\n{{ weg }}{% endmacro %}{{ fout() }}"
    (tmp_path / "templates" / "deel.html.j2").write_text(part, encoding="utf-8")
    rendered = render(tmp_path, caller)
    assert [each.where for each in rendered.diagnostics] == [Location("templates/deel.html.j2", 3)]


# --- what goes wrong ---


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("\n{% if %}", f"KAM501 {PLACE}:2"),
        (
            "{% for a in b %}\n<p/>",
            f"KAM501 {PLACE}:2 Het sjabloon houdt op terwijl er nog een {{% … %}} open staat.",
        ),
        ("{% fi %}", f"KAM501 {PLACE}:1 Jinja kent geen tag “{{% fi %}}”."),
        ("\n{{ a | vet }}", f"KAM501 {PLACE}:2 Er is geen filter “vet”."),
        ("{{ a | safe }}", f"KAM501 {PLACE}:1 Er is geen filter “safe”."),
        ("{{ a", f"KAM501 {PLACE}:1 Het sjabloon houdt op voordat “}}}}” er staat."),
        ("{{ a b }}", f"KAM501 {PLACE}:1 Hier hoort “}}}}” te staan, maar er staat “b”."),
        ("{{ a | }}", f"KAM501 {PLACE}:1 Hier hoort een naam te staan, maar er staat “}}}}”."),
        ("{{ (a }}", f"KAM501 {PLACE}:1 Hier hoort “)” te staan, maar er staat “}}”."),
        ("{{ a ! b }}", f"KAM501 {PLACE}:1 “!” kan hier niet staan."),
        ("{{ }}", f"KAM501 {PLACE}:1 Hier hoort een waarde te staan, maar er staat “}}}}”."),
        (
            "{% if a %}\n{% endfor %}",
            f"KAM501 {PLACE}:2 “{{% endfor %}}” kan hier niet: eerst hoort “{{% if %}}” te worden gesloten.",
        ),
        (
            "{% endfor %}",
            f"KAM501 {PLACE}:1 “{{% endfor %}}” kan hier niet: er staat niets open waar het bij hoort.",
        ),
        ("{{ naam is vet }}", f"KAM501 {PLACE}:1 Er is geen toets “is vet”."),
        ("{{ f(a=1, 2) }}", f"KAM501 {PLACE}:1 Het sjabloon is hier niet te lezen."),
        ("\n\n{{ naan }}", f"KAM502 {PLACE}:3 Het sjabloon gebruikt “naan”, maar dat bestaat niet."),
        (
            "{% if naan %}x{% endif %}",
            f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”, maar dat bestaat niet.",
        ),
        ("{% for x in naan %}x{% endfor %}", f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”"),
        ("{{ naan | md }}", f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”"),
        ("{{ naan | datum }}", f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”"),
        ("{{ naan | hoofdletter }}", f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”"),
        ("{{ naan | opsomming }}", f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”"),
        ("{{ naan | onbekend }}", f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”"),
        ("{{ naan ~ 'x' }}", f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”"),
        ("{{ naan + 'x' }}", f"KAM502 {PLACE}:1 Het sjabloon gebruikt “naan”"),
        ("{{ afk.korrt }}", f"KAM502 {PLACE}:1 Afkorting heeft geen “korrt”."),
        ("{{ view.nam }}", f"KAM502 {PLACE}:1 Deze waarde heeft geen “nam”."),
        ("{{ lijst[9] }}", f"KAM502 {PLACE}:1 Deze waarde heeft geen “9”."),
        ("{{ tekst }}", f"KAM503 {PLACE}:1 Dit veld bevat Markdown en kan niet zo worden afgedrukt."),
        ("{{ none }}", f"KAM503 {PLACE}:1 Deze waarde is niet ingevuld en kan niet worden afgedrukt."),
        ("{{ true }}", f"KAM503 {PLACE}:1 Ja of nee kan niet worden afgedrukt."),
        ("{{ lijst }}", f"KAM503 {PLACE}:1 Een lijst kan niet in één keer worden afgedrukt."),
        ("{{ view }}", f"KAM503 {PLACE}:1 Een groep sleutels kan niet worden afgedrukt."),
        ("{{ 1 + none }}", f"KAM503 {PLACE}:1 Deze twee waarden kunnen niet worden opgeteld met +."),
        (
            "{{ tekst | md('a') }}",
            f"KAM503 {PLACE}:1 “md” krijgt een kopniveau van 1 tot en met 4, en een nummering.",
        ),
        ("{{ tekst | md(1, 'x') }}", f"KAM503 {PLACE}:1 “md” krijgt een kopniveau"),
        ("{{ none | md }}", f"KAM503 {PLACE}:1 “md” en “mdi” werken alleen op een tekstveld."),
        ("{{ 'x' | datum }}", f"KAM503 {PLACE}:1 “datum” werkt alleen op een datum."),
        ("{{ 'x' | bedrag }}", f"KAM503 {PLACE}:1 “bedrag” werkt alleen op een bedrag."),
        ("{{ 'x' | periode }}", f"KAM503 {PLACE}:1 “periode” werkt alleen op een tijdstip."),
        ("{{ 'x' | opsomming }}", f"KAM503 {PLACE}:1 “opsomming” werkt alleen op een lijst."),
        ("{{ 3 | hoofdletter }}", f"KAM503 {PLACE}:1 “hoofdletter” werkt alleen op een tekst van één regel."),
        ("{{ aantal('x', 'a', 'b') }}", f"KAM503 {PLACE}:1 “aantal” telt alleen hele getallen."),
        ("{{ 'x' | bronvermelding }}", f"KAM503 {PLACE}:1 “bronvermelding” werkt alleen op een bron."),
        ("{{ lijst | sorteer('weg') | join }}", f"KAM503 {PLACE}:1 “sorteer” vindt geen “weg”"),
        (
            "\n{{ 1 / 0 }}",
            f"KAM503 {PLACE}:2 Deze regel van het sjabloon kan niet worden uitgevoerd: er wordt",
        ),
        (
            "{{ range(9999999) | length }}",
            f"KAM503 {PLACE}:1 Deze regel van het sjabloon kan niet worden uitgevoerd: het getal",
        ),
        ("{% include 'proef.html.j2' %}", f"KAM503 {PLACE}:1 Dit sjabloon roept zichzelf zonder einde aan."),
    ],
)
def test_a_fault_is_found_at_its_line(template: str, expected: str, tmp_path: Path) -> None:
    context: dict[str, object] = {
        "naam": "x",
        "afk": abbreviation(),
        "view": View(),
        "lijst": (1, 2),
        "tekst": MarkdownText("a", FIELD),
    }
    rendered = render(tmp_path, template, context)
    assert rendered.failed
    assert len(rendered.diagnostics) == 1
    assert found(rendered.diagnostics)[0].startswith(expected)


ENGLISH = re.compile(r"\b(?:the|not|expected|unexpected|got|is not|token|undefined|by zero)\b")


@pytest.mark.parametrize(
    "template",
    ["{% if %}", "{{ a", "{% call 3 %}{% endcall %}", "{{ 1 / 0 }}", "{{ lijst * 'x' }}", "{{ 'a' | int }}"],
)
def test_no_english_reaches_the_reader(template: str, tmp_path: Path) -> None:
    (finding,) = render(tmp_path, template, {"lijst": (1, 2)}).diagnostics
    assert not ENGLISH.search(f"{finding.message} {finding.hint}")


def test_markup_that_is_no_xml_is_refused_in_dutch(tmp_path: Path) -> None:
    _, diagnostics = blocks(tmp_path, "<p>a < b</p>")
    assert found(diagnostics) == [f"KAM506 {PLACE}:1 De opmaak van het sjabloon is geen goede XML."]
    assert "&lt;" in diagnostics[0].hint


@pytest.mark.parametrize("fault", ["{{ naan }}", "{% if %}", "{{ 1 / 0 }}"])
def test_an_element_that_no_document_has_is_found_beside_a_fault(fault: str, tmp_path: Path) -> None:
    rendered = render(tmp_path, f"<p>a</p>\n<marquee>b</marquee>\n<p>{fault}</p>")
    assert [line.split(" ")[0] for line in found(rendered.diagnostics)[:1]] != ["KAM504"]
    assert found(rendered.diagnostics)[1:] == [f"KAM504 {PLACE}:2 <marquee> bestaat niet in een document."]


@pytest.mark.parametrize(
    ("template", "hint"),
    [
        ("{{ naan }}", "Bedoelde u “naam”?"),
        ("{{ afk.korrt }}", "Bedoelde u “kort”?"),
        ("{{ view.labl }}", "Bedoelde u “label”?"),
    ],
)
def test_a_mistyped_name_gets_a_hint(template: str, hint: str, tmp_path: Path) -> None:
    rendered = render(tmp_path, template, {"naam": "x", "afk": abbreviation(), "view": View()})
    assert [each.hint for each in rendered.diagnostics] == [hint]


@pytest.mark.parametrize(
    "template",
    [
        "{{ view._geheim }}",
        "{{ view['_geheim'] }}",
        "{{ view.schrijf() }}",
        "{{ view.__class__ }}",
        "{{ afk.interne_notitie }}",
        "{{ afk.model_dump() }}",
        "{{ afk._source }}",
        "{{ lijst.append(1) }}",
        "{{ groep.update({}) }}",
        "{{ groep.pop('a') }}",
        "{{ 'x'.format(1) }}",
        "{{ 'x'.__class__.__mro__ }}",
        "{{ los.naam }}",
        "{{ cycler.__init__ }}",
        "{{ lijst | map(attribute='__class__') | first }}",
    ],
)
def test_the_sandbox_hides_what_is_not_content(template: str, tmp_path: Path) -> None:
    context: dict[str, object] = {
        "view": View(),
        "afk": abbreviation(),
        "lijst": [1],
        "groep": {"a": 1},
        "los": Changeable(),
    }
    rendered = render(tmp_path, template, context)
    assert rendered.failed
    assert {each.code.number for each in rendered.diagnostics} == {"KAM502"}
    assert context["lijst"] == [1]
    assert context["groep"] == {"a": 1}


def test_a_fault_of_the_program_itself_is_not_blamed_on_the_template(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Broken:
        @property
        def naam(self) -> str:
            return str(len(3))  # type: ignore[arg-type]  # fails on purpose

    with pytest.raises(TypeError):
        render(tmp_path, "{{ b.naam }}", {"b": Broken()})
