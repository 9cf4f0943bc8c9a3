"""Markdown that is wrong: each mistake is found once, with its code, at its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.content.models.gedeeld import Afkorting
from pipeline.diagnostics import Diagnostic
from tests.compose.rendered import blocks, found, markdown, outline, passages, sources, words

MISTAKES = [
    # what cannot be in a document
    ("Een `woord`.", "KAM403 0:4 Code (tussen `…`) kan niet in een document."),
    ("Een\n`woord`.", "KAM403 1:0 Code (tussen `…`) kan niet in een document."),
    ("```\ncode\n```", "KAM403 0:0 Een blok code (```) kan niet in een document."),
    (
        "Tekst\n\n    ver",
        "KAM403 2:0 Deze regel begint met vier of meer spaties en zou als code worden gelezen.",
    ),
    ("Eerst\n\n---\n\nDan", "KAM403 2:0 Een lijn (--- of ***) kan niet in een document."),
    ("Kop\n---", "KAM403 1:0 Een lijn (--- of ***) kan niet in een document."),
    ("Een ~~oud~~ woord", "KAM403 0:4 Doorhalen (~~…~~) kan niet in een document."),
    ("Zie <https://a.nl>.", "KAM403 0:4 Een adres tussen < en > kan niet: <https://a.nl>."),
    ("Een<br>einde", "KAM402 0:3 Hier staat HTML (<br>); dat kan niet in een tekstveld."),
    ("Eerst\n\n<div>\nx\n</div>", "KAM402 2:0 Hier staat HTML; dat kan niet in een tekstveld."),
    ("Tekst &euro; 3", "KAM402 0:6 “&euro;” is HTML; dat kan niet in een tekstveld."),
    # what belongs in a template
    (
        "Eerst\n\nDan {{ x }}.",
        "KAM401 2:4 In deze tekst staat sjablooncode ({{); dat kan alleen in een sjabloon.",
    ),
    ("Een {% if x %}", "KAM401 0:4 In deze tekst staat sjablooncode ({%); dat kan alleen in een sjabloon."),
    # links
    ("Zie [x](a.pdf).", "KAM410 0:4 “a.pdf” is geen volledig webadres."),
    ("[x](javascript:alert)", "KAM410 0:0 “javascript:alert” is geen volledig webadres."),
    ("Zie [](https://a.nl)", "KAM410 0:4 Deze link heeft geen tekst."),
    ('[x](https://a.nl "t")', "KAM403 0:0 Een link heeft hier geen titel tussen aanhalingstekens."),
    (
        "Zie [klik hier](https://a.nl).",
        "KAM414 0:4 De linktekst “klik hier” zegt niet waar de link heen gaat.",
    ),
    ("Zie [**hier**.](https://a.nl).", "KAM414 0:4 De linktekst “hier” zegt niet waar de link heen gaat."),
    (
        "Zie\n[deze pagina](https://a.nl).",
        "KAM414 1:0 De linktekst “deze pagina” zegt niet waar de link heen gaat.",
    ),
    # tables without words above their columns
    (
        "Kop\n\n|  |  |\n| --- | --- |\n| a | b |",
        "KAM413 2:3 Deze tabel heeft geen kopcellen: niemand hoort wat er in een kolom staat.",
    ),
    ("| a |  |\n| --- | --- |\n| a | b |", "KAM413 0:2 Kolom 2 van deze tabel heeft geen kop."),
    # sources, passages and values
    ("Zie\nook [@brie].", "KAM404 1:5 De bron “brie” staat niet in bronnen.yaml."),
    ("[@brief; @weg, p. 3]", "KAM404 0:9 De bron “weg” staat niet in bronnen.yaml."),
    ("Zie [@brief;\n@weg, p. 3]", "KAM404 1:0 De bron “weg” staat niet in bronnen.yaml."),
    ("Zie [@brief,\np. 3; @weg]", "KAM404 1:6 De bron “weg” staat niet in bronnen.yaml."),
    ("- Zie [@brief;\n  @weg]", "KAM404 1:2 De bron “weg” staat niet in bronnen.yaml."),
    ("[@brief; weg]", "KAM404 0:9 “weg” is geen verwijzing naar een bron."),
    ("[@brief, p. 6-4]", "KAM407 0:9 De bladzijden “p. 6-4” lopen niet op."),
    ("Zie [=kor].", "KAM406 0:4 Er is geen tekstblok “kor”."),
    ("Zie [=lijt.a].", "KAM406 0:4 “lijt” bestaat niet."),
    ("Zie [=lijst.b].", "KAM406 0:4 “b” bestaat niet in “lijst”."),
    ("Zie [=lijst.a.notitie].", "KAM406 0:4 “notitie” bestaat niet in “lijst.a”."),
    ("Zie [=afk.interne_notitie].", "KAM406 0:4 “interne_notitie” bestaat niet in “afk”."),
    ("Zie [=afk.model_dump].", "KAM406 0:4 “model_dump” bestaat niet in “afk”."),
    ("Zie [=lijst].", "KAM406 0:4 “lijst” is geen waarde die kan worden afgedrukt."),
    ("[=kring]", "KAM411 tekstblokken.yaml:0:4 Deze tekst voegt zichzelf in: kring → terug → kring."),
    ("a [=kring] b", "KAM411 tekstblokken.yaml:0:4 Deze tekst voegt zichzelf in: kring → terug → kring."),
    ("Zin met [=lang].", "KAM403 tekstblokken.yaml:2:0 Hier past maar één alinea."),
    ("[#Fout id]", "KAM405 0:0 “[#Fout id]” is geen kruisverwijzing."),
    ("Ik [mede-namens].", "KAM308 0:3 Hier staat [mede-namens], maar onder mede_namens staat niemand."),
    # another language
    ("Een [x]{lang=xx}", "KAM409 0:4 “xx” is geen taalcode die hier kan."),
    ("Een [x]{rood}", "KAM403 0:4 “{rood}” kan niet na een stuk tekst."),
    # headings, lists, quotes
    ("# A\n\n### B", "KAM412 2:4 Deze kop slaat een niveau over: hier hoort ##."),
    ("## A", "KAM412 0:3 Deze kop slaat een niveau over: hier hoort #."),
    ("#", "KAM403 0:0 Deze kop is leeg."),
    ("- # kop", "KAM403 0:4 Een kop kan niet in een lijst of citaat staan."),
    ("- a\n  - b\n    - c\n      - d\n        - e", "KAM403 4:10 Deze lijst is dieper dan 4 niveaus."),
    ("- a\n- ", "KAM403 1:0 Dit onderdeel van de lijst is leeg."),
    ("> a\n>\n> > b", "KAM403 2:4 Een citaat kan niet in een ander citaat staan."),
    # notes
    ("a ^[noot ^[in noot]]", "KAM403 0:9 Een noot kan niet in een andere noot staan."),
    ("a ^[noot [@brief]]", "KAM403 0:9 Een noot kan niet in een andere noot staan."),
    ("a ^[met [=noot]]", "KAM403 tekstblokken.yaml:0:1 Een noot kan niet in een andere noot staan."),
    ("a ^[]", "KAM403 0:2 Deze noot is leeg."),
    # what was opened and not closed
    ("a ^[open", "KAM403 0:2 “^[” wordt niet gesloten met ]."),
    ("a\nb [@open", "KAM403 1:2 “[@” wordt niet gesloten met ]."),
    ("a **open", "KAM403 0:2 “**” wordt niet gesloten, of er staat een spatie aan de binnenkant."),
    ("Zie [de brief](https://a.nl en", "KAM403 0:13 Deze link wordt niet gesloten met )."),
    # what looks like a mark and is printed as typed
    ("##Kop", "KAM415 0:0 “##” wordt afgedrukt zoals het er staat."),
    ("Tekst\n#Kop", "KAM415 1:0 “#” wordt afgedrukt zoals het er staat."),
    ("De regio's:\n-water\n-wonen", "KAM415 1:0 “-” wordt afgedrukt zoals het er staat."),
    ("• water\n• wonen", "KAM415 0:0 “•” wordt afgedrukt zoals het er staat."),
    ("| a | b |\n| c | d |", "KAM415 0:0 “| a | b |” wordt afgedrukt zoals het er staat."),
    ("| a | b |\n|---|\n| c | d |", "KAM415 0:0 “| a | b |” wordt afgedrukt zoals het er staat."),
    ("Zie @brief.", "KAM415 0:4 “@brief” wordt afgedrukt zoals het er staat."),
    ("Zie [brief].", "KAM415 0:4 “[brief]” wordt afgedrukt zoals het er staat."),
    ("Ik [mede namens].", "KAM415 0:3 “[mede namens]” wordt afgedrukt zoals het er staat."),
    ("Tekst.[^1]\n\n[^1]: De noot.", "KAM415 0:6 “[^1]” wordt afgedrukt zoals het er staat."),
    (
        "Zie [de brief] (https://a.nl).",
        "KAM415 0:13 “] (https://a.nl)” wordt afgedrukt zoals het er staat.",
    ),
    ("Een *cursief woord", "KAM415 0:4 “*” wordt afgedrukt zoals het er staat."),
    # tables and images
    (
        "| a | b |\n|---|---|\n| 1 | 2 | 3 |",
        "KAM403 2:10 Deze rij heeft 3 cellen; de tabel heeft 2 kolommen.",
    ),
    ("tekst ![x](y.png)", "KAM403 0:6 Een afbeelding kan niet midden in een zin staan."),
]


def check(root: Path, text: str, template: str = "{{ tekst | md }}") -> tuple[Diagnostic, ...]:
    note = Afkorting.model_validate({"id": "a", "kort": "A", "voluit": "Aa", "interne_notitie": "geheim"})
    _, diagnostics = markdown(
        root,
        text,
        template,
        sources=sources(brief={"kamerstuk": "36800-VII, nr. 97", "datum": "2026-04-24"}),
        passages=passages(
            kort="x", kring="Zie [=terug]", terug="Zie [=kring]", lang="Eerst.\n\nDan.", noot="y^[z]"
        ),
        values={"lijst": ({"id": "a", "bedrag": 1},), "afk": note},
    )
    return diagnostics


@pytest.mark.parametrize(("text", "expected"), MISTAKES, ids=[text for text, _ in MISTAKES])
def test_a_mistake_is_found_where_it_begins(text: str, expected: str, tmp_path: Path) -> None:
    assert found(check(tmp_path, text)) == [expected]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Zie [@brie].", "Bedoelde u “brief”?"),
        ("Zie [=kor].", "Bedoelde u “kort”?"),
        ("Zie [=lijst.a.bedrg].", "Bedoelde u “bedrag”?"),
        ("Zie [=lijst].", "Noem er één onderdeel van: a."),
        ("# A\n\n### B", "Schrijf: ## B"),
        ("Zie <https://a.nl>.", "Schrijf: [tekst](https://a.nl)"),
        ("a&nbsp;b", "Typ een gewone spatie; vaste spaties komen er vanzelf."),
        ("Zie [kort].", "Bedoelde u [=kort]?"),
        ("Zie [brif].", "Bedoelde u [@brief]?"),
        ("Ik [mede_namens].", "Bedoelde u [mede-namens]?"),
    ],
)
def test_a_finding_says_how_to_mend_it(text: str, hint: str, tmp_path: Path) -> None:
    assert [each.hint for each in check(tmp_path, text)] == [hint]


@pytest.mark.parametrize(
    "text",
    [
        "Namens [naam] en [functie].",
        "De temperatuur daalt\n-5 graden.",
        "Motie #12 en #13.",
        "Mail postbus@brief.nl of info@brief.",
        r"Zo schrijft u een verwijzing: \@brief of \[brief].",
        "Het bedrag* is een raming.",
        "Een tabel | met een streep.",
        "| a | b |\n| --- | --- |\n| -x | #y |",
        "Eerst [...] en dan [sic].",
        "(*cursief*) en *nog eens*",
    ],
)
def test_what_is_meant_as_typed_gives_no_finding(text: str, tmp_path: Path) -> None:
    assert found(check(tmp_path, text)) == []


def test_all_mistakes_are_found_at_once(tmp_path: Path) -> None:
    assert [line[:10] for line in found(check(tmp_path, "`a` <b>\n\n[x](y) [=z]"))] == [
        "KAM403 0:0",
        "KAM402 0:4",
        "KAM410 2:0",
        "KAM406 2:7",
    ]


def test_template_code_hides_nothing_and_is_only_text(tmp_path: Path) -> None:
    shown, diagnostics = markdown(tmp_path, "{{ 1 + 1 }} <b> [@weg]\n\n{% set x = 1 %}")
    assert [" ".join(line.split()[:2]) for line in found(diagnostics)] == [
        "KAM401 0:0",
        "KAM401 2:0",
        "KAM402 0:12",
        "KAM404 0:17",
    ]
    assert "{{ 1 + 1 }}" in outline(shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a", "KAM403 0:2 Hier kan alleen gewone tekst staan, geen lijst, kop, tabel of citaat."),
        ("# a", "KAM403 0:2 Hier kan alleen gewone tekst staan, geen lijst, kop, tabel of citaat."),
        ("a\n\nb", "KAM403 2:0 Hier past maar één alinea."),
        ("![x](y.png)", "KAM403 0:0 Een afbeelding kan niet midden in een zin staan."),
    ],
)
def test_inline_markdown_refuses_blocks(text: str, expected: str, tmp_path: Path) -> None:
    assert found(check(tmp_path, text, "<p>{{ tekst | mdi }}</p>")) == [expected]


def test_a_heading_below_the_fourth_level_is_refused(tmp_path: Path) -> None:
    assert found(check(tmp_path, "# A\n\n## B\n\n### C", "{{ tekst | md(3) }}")) == [
        "KAM412 4:4 Deze kop is te diep: hier kan hoogstens ##."
    ]


def test_a_faulty_citation_is_reported_once_at_the_register(tmp_path: Path) -> None:
    text = "Eerst.[@stuk] Dan.[@stuk, p. 4]"
    _, diagnostics = markdown(tmp_path, text, sources=sources(stuk={"kamerstuk": "36800-VII, nr. 97"}))
    assert [line[:27] for line in found(diagnostics)] == ["KAM408 bronnen.yaml:0:0 In "]
    assert diagnostics[0].where.path == ("bronnen", 0, "kamerstuk")  # type: ignore[union-attr]


def test_words_of_refused_markup_are_kept(tmp_path: Path) -> None:
    shown, _ = markdown(tmp_path, "Een `woord` en ~~door~~ <b>vet</b>")
    assert outline(shown) == (
        "alinea 0:0\n  'Een ' 0:0\n  'woord' 0:5\n  ' en ' 0:11\n  'door' 0:17\n  ' <b>vet</b>' 0:23\n"
    )


def test_plain_text_is_never_read_as_markdown(tmp_path: Path) -> None:
    shown, diagnostics = blocks(tmp_path, "<p>{{ betreft }}</p>", {"betreft": words("5 * 3 <b> [@x] & `y`")})
    assert diagnostics == ()
    assert outline(shown) == "alinea 0:0\n  '5 * 3 <b> [@x] & `y`' 0:0\n"


def test_a_list_that_begins_at_nought_is_told_to_who_wrote_it(tmp_path: Path) -> None:
    _, findings = markdown(tmp_path, "0. nul\n1. een")
    assert [finding.message for finding in findings] == ["Een lijst kan niet bij 0 beginnen."]
