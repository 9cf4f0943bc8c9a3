"""Every kind of mistake that a writer can make, from the file to the printed line.

Each case changes one thing in the small valid project and names the code and the words in the file at
which the finding must point. The other rules must stay silent: one cause, one finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli.program import cli
from tests import projects as p

LINE = re.compile(
    r"^(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<severity>fout|waarschuwing) (?P<code>[A-Z]{2,}\d{2,}): "
)


@dataclass(frozen=True)
class Mistake:
    """A change to the valid project, and the finding that it must give."""

    name: str
    change: p.Change
    code: str
    file: str
    at: str
    """The first line of the file that holds this text is the line of the finding."""
    says: str = ""
    """Words that the finding must hold."""


TEMPLATE = "templates/agenda/slot.html.j2"
HOUSE_STYLE = "templates/huisstijl/huisstijl.yaml"
PRIVATE_BULLET = "\uf0b7"


def own_house_style(old: str, new: str) -> p.Change:
    """Give the project a house style of its own that differs in one place from the one that is shipped."""

    def change(root: Path) -> None:
        p.own_house_style(root)
        p.edit(HOUSE_STYLE, old, new)(root)

    return change


MISTAKES = (
    Mistake(
        "yaml-broken", p.edit(p.AGENDA, "versie: '1.0'", "versie: '1.0"), "KAM101", p.AGENDA, "versie: '1.0"
    ),
    Mistake(
        "duplicate-key",
        p.edit(p.REGIO, "soort: provincie", "soort: provincie\nsoort: provincie"),
        "KAM102",
        p.REGIO,
        "",
        "soort",
    ),
    Mistake("tag", p.edit(p.REGIO, "profiel: Een", "profiel: !!str Een"), "KAM103", p.REGIO, "profiel:"),
    Mistake("anchor", p.edit(p.REGIO, "profiel: Een", "profiel: &een Een"), "KAM104", p.REGIO, "profiel:"),
    Mistake(
        "merge-conflict",
        p.edit(
            p.REGIO,
            "profiel: Een provincie met veel kust.",
            "<<<<<<< HEAD\nprofiel: A\n=======\nprofiel: B\n>>>>>>> tak",
        ),
        "KAM105",
        p.REGIO,
        "<<<<<<< HEAD",
    ),
    Mistake(
        "wrong-type", p.edit(p.AGENDA, "  horizon: 2040", "  horizon: straks"), "KAM203", p.AGENDA, "horizon:"
    ),
    Mistake(
        "unknown-key",
        p.edit(p.AGENDA, "    meerwaarde: Samen", "    meerwarde: Samen"),
        "KAM201",
        p.AGENDA,
        "meerwarde:",
        "meerwaarde",
    ),
    Mistake(
        "dangling-reference",
        p.edit(p.AGENDA, "    eigenaar: provincie-zeeland", "    eigenaar: provincie-zeland"),
        "KAM302",
        p.AGENDA,
        "eigenaar:",
        "provincie-zeeland",
    ),
    Mistake(
        "impossible-date",
        p.edit(p.BRIEF, "datum: 2026-12-18", "datum: 31 november 2026"),
        "KAM206",
        p.BRIEF,
        "datum:",
    ),
    Mistake(
        "numeric-date", p.edit(p.BRIEF, "datum: 2026-12-18", "datum: 01-07-2026"), "KAM206", p.BRIEF, "datum:"
    ),
    Mistake(
        "thousands-point",
        p.edit(p.AGENDA, "2027: 1500000", "2027: 1.500"),
        "KAM207",
        p.AGENDA,
        "2027: 1.500",
        "1500",
    ),
    Mistake(
        "kans-without-meerwaarde",
        p.edit(p.AGENDA, "    meerwaarde: Samen kan het sneller.\n", ""),
        "KAM202",
        p.AGENDA,
        "id: k-haven",
        "meerwaarde",
    ),
    Mistake(
        "empty-meerwaarde",
        p.edit(p.AGENDA, "meerwaarde: Samen kan het sneller.", "meerwaarde:"),
        "KAM205",
        p.AGENDA,
        "meerwaarde:",
    ),
    Mistake(
        "sum-differs",
        p.edit(p.AGENDA, "totaal: 4 miljoen", "totaal: 5 miljoen"),
        "KAM304",
        p.AGENDA,
        "totaal:",
        "5",
    ),
    Mistake(
        "unknown-source",
        p.edit(p.AGENDA, "[@beleidsbrief]", "[@beleidsbreif]"),
        "KAM404",
        p.AGENDA,
        "samenvatting:",
        "beleidsbrief",
    ),
    Mistake(
        "unknown-target",
        p.edit(p.AGENDA, "Het gesprek van", "Zie [#k-weg]. Het gesprek van"),
        "KAM405",
        p.AGENDA,
        "aanleiding:",
    ),
    Mistake(
        "unknown-passage",
        p.edit(p.AGENDA, "[=geen-verplichting]", "[=geen-verplichting] [=weg]"),
        "KAM406",
        p.AGENDA,
        "aanleiding:",
    ),
    Mistake(
        "citation-without-number",
        p.edit(p.BRONNEN, "36800-VII, nr. 97", "36800-VII"),
        "KAM407",
        p.BRONNEN,
        "kamerstuk:",
    ),
    Mistake(
        "citation-that-nothing-cites",
        p.add(p.BRONNEN, "  - id: ongebruikt\n    kamerstuk: 36800-VIII\n    datum: 2026-04-24\n"),
        "KAM407",
        p.BRONNEN,
        "36800-VIII",
    ),
    Mistake(
        "citation-without-year",
        p.edit(p.BRONNEN, "    datum: 2026-04-24\n", ""),
        "KAM408",
        p.BRONNEN,
        "kamerstuk:",
        "vergaderjaar",
    ),
    Mistake("jinja", p.edit(p.REGIO, "met veel kust", "met {{ veel }} kust"), "KAM401", p.REGIO, "profiel:"),
    Mistake(
        "html-in-a-title",
        p.edit(p.AGENDA, "titel: Schone haven", "titel: Schone<br>haven"),
        "KAM402",
        p.AGENDA,
        "Schone<br>haven",
        "gewone tekst",
    ),
    Mistake("html", p.edit(p.REGIO, "met veel kust", "met<br>veel kust"), "KAM402", p.REGIO, "profiel:"),
    Mistake(
        "picture-missing",
        p.edit(p.REGIO, "profiel: Een provincie met veel kust.", "profiel: '![Kaart](kaart.png)'"),
        "KAM601",
        p.REGIO,
        "profiel:",
    ),
    Mistake(
        "picture-outside",
        p.edit(
            p.REGIO, "profiel: Een provincie met veel kust.", "profiel: '![Kaart](../../../../kaart.png)'"
        ),
        "KAM602",
        p.REGIO,
        "profiel:",
    ),
    Mistake(
        "word-bullet",
        p.edit(p.REGIO, "Een provincie met", f"{PRIVATE_BULLET} Een provincie met"),
        "KAM605",
        p.REGIO,
        "profiel:",
    ),
    Mistake(
        "unprintable",
        p.edit(p.REGIO, "Een provincie met", "Een 省 provincie met"),
        "KAM605",
        p.REGIO,
        "profiel:",
    ),
    Mistake("template-syntax", p.write(TEMPLATE, "<p>goed</p>\n{% if %}\n"), "KAM501", TEMPLATE, "{% if %}"),
    Mistake(
        "template-undefined",
        p.write(TEMPLATE, "<p>{{ agenda.titl }}</p>\n"),
        "KAM502",
        TEMPLATE,
        "titl",
        "titel",
    ),
    Mistake(
        "template-vocabulary",
        p.write(TEMPLATE, "<p>goed</p>\n<marquee>nee</marquee>\n"),
        "KAM504",
        TEMPLATE,
        "marquee",
    ),
    Mistake(
        "picture-without-alternative",
        p.edit(p.REGIO, "profiel: Een provincie met veel kust.", "profiel: '![](kaart.png)'"),
        "KAM604",
        p.REGIO,
        "profiel:",
    ),
    Mistake(
        "heading-level-skipped",
        p.edit(
            p.AGENDA, "aanleiding: Het gesprek", "aanleiding: |\n  Tekst.\n\n  ## Te diep\n\n  Het gesprek"
        ),
        "KAM412",
        p.AGENDA,
        "## Te diep",
        "slaat een niveau over",
    ),
    Mistake(
        "heading-level-skipped-in-a-template",
        p.write(TEMPLATE, "<h3>Te diep</h3>\n<p>goed</p>\n"),
        "KAM412",
        TEMPLATE,
        "Te diep",
    ),
    Mistake(
        "table-without-header-cells",
        p.edit(
            p.AGENDA,
            "aanleiding: Het gesprek",
            "aanleiding: |\n  | | |\n  | --- | --- |\n  | a | b |\n\n  Het gesprek",
        ),
        "KAM413",
        p.AGENDA,
        "  | | |",
    ),
    Mistake(
        "table-without-header-cells-in-a-template",
        p.write(TEMPLATE, "<p>goed</p>\n<table><tbody><tr><td>a</td></tr></tbody></table>\n"),
        "KAM413",
        TEMPLATE,
        "<table>",
    ),
    Mistake(
        "link-that-says-nothing",
        p.edit(p.REGIO, "met veel kust", "met kust, [klik hier](https://www.zeeland.nl)"),
        "KAM414",
        p.REGIO,
        "profiel:",
        "klik hier",
    ),
    Mistake(
        "colour-without-contrast",
        own_house_style('link: "#01689b"', 'link: "#00a3e0"'),
        "KAM803",
        HOUSE_STYLE,
        "link:",
        "4,5 : 1",
    ),
    Mistake("region-file-missing", p.remove(p.REGIO), "KAM902", p.REGIO, ""),
)


def findings(root: Path) -> tuple[int, list[re.Match[str]], str]:
    result = CliRunner().invoke(cli, ["check", "--project", str(root)])
    lines = [match for line in result.output.splitlines() if (match := LINE.match(line))]
    return result.exit_code, lines, result.output


def test_the_valid_project_gives_no_finding(tmp_path: Path) -> None:
    code, lines, output = findings(p.write_project(tmp_path))
    assert (code, lines) == (0, []), output


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_gives_one_finding_at_its_place(tmp_path: Path, mistake: Mistake) -> None:
    root = p.write_project(tmp_path, mistake.change)
    code, lines, output = findings(root)
    assert code == 1
    assert "Traceback" not in output
    errors = [line for line in lines if line["severity"] == "fout"]
    assert [(line["code"], line["file"]) for line in errors] == [(mistake.code, mistake.file)], output
    if mistake.at:
        assert int(errors[0]["line"]) == p.line_of(root, mistake.file, mistake.at), output
    assert mistake.says in output


def test_the_same_id_in_two_files_names_both_places(tmp_path: Path) -> None:
    again = "  - id: k-haven\n    titel: Nog een\n    moment: 2029\n"
    root = p.write_project(tmp_path, p.edit(p.AGENDA, "governance:\n", f"{again}governance:\n"))
    _, lines, output = findings(root)
    assert [line["code"] for line in lines] == ["KAM301"], output
    assert f"{p.AGENDA}:{p.line_of(root, p.AGENDA, 'id: k-haven')}:" in output.split("zie ook")[1]


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    root = p.write_project(
        tmp_path,
        p.edit(p.AGENDA, "totaal: 4 miljoen", "totaal: 5 miljoen"),
        p.edit(p.BRIEF, "datum: 2026-12-18", "datum: 31 november 2026"),
        p.edit(p.BEGIN_REGIO, "soort: ", "srt: "),
    )
    _, lines, _ = findings(root)
    assert {line["file"] for line in lines} == {p.AGENDA, p.BRIEF, p.BEGIN_REGIO}


def test_a_file_that_cannot_be_read_hides_no_mistake_in_the_texts_of_another(tmp_path: Path) -> None:
    root = p.write_project(
        tmp_path,
        p.edit(p.PARTIJEN, "soort: gemeente", "soort: gemente"),
        p.edit(p.REGIO, "met veel kust", "met<br>veel kust"),
        p.edit(p.BRIEF, "[@beleidsbrief]", "[@beleidsbreif]"),
    )
    _, lines, output = findings(root)
    found = sorted((line["code"], line["file"]) for line in lines)
    assert found == [("KAM204", p.PARTIJEN), ("KAM402", p.REGIO), ("KAM404", p.BRIEF)], output


def test_a_faulty_document_is_not_built_and_a_sound_one_is(tmp_path: Path) -> None:
    root = p.write_project(tmp_path, p.edit(p.BEGIN_AGENDA, "titel: ", "tite: "))
    result = CliRunner().invoke(cli, ["build", "--project", str(root), "--jobs", "1"])
    assert result.exit_code == 1
    made = sorted(file.name for file in (root / "build").rglob("*.pdf"))
    assert made == ["strategische-agenda-zeeland.pdf"]
