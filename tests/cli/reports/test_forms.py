from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.cli.reports.fingerprints import fingerprints
from pipeline.cli.reports.forms import FORMS
from pipeline.cli.reports.summary import Table, summary
from pipeline.diagnostics import Code, Diagnostic, Location
from pipeline.diagnostics.located import Located
from tests.cli.reports.samples import AGENDA, ALL, BRIEF, CHOICE, FAULT, TWICE, WARNING, at, moved

COMMAND = re.compile(r"::(?P<kind>warning|error) (?P<properties>[^:]*)::(?P<message>[^\r\n]*)")


def written(form: str, *findings: Located) -> str:
    return FORMS[form](findings, lambda _file: [])


def read(form: str, *findings: Located) -> Any:
    return json.loads(written(form, *findings))


def test_json_says_all_that_is_known() -> None:
    assert read("json", CHOICE) == {
        "diagnostics": [
            {
                "code": "KAM204",
                "title": "Waarde staat niet in de lijst",
                "severity": "error",
                "message": "“konsept” is geen status.",
                "hint": "Kies concept, vastgesteld of verzonden.",
                "file": AGENDA,
                "line": 5,
                "column": 9,
                "end_column": 16,
                "words": "konsept",
                "fix": "concept",
                "related": [],
            }
        ]
    }


def test_json_keeps_the_order_and_names_second_places() -> None:
    listed = read("json", *ALL)["diagnostics"]
    assert [each["severity"] for each in listed] == ["error", "warning", "error", "fault"]
    assert listed[2]["related"] == [{"message": "de eerste", "file": AGENDA, "line": 12, "column": 9}]


def test_github_gets_a_command_on_one_line_for_each_finding() -> None:
    commands = [COMMAND.fullmatch(line) for line in written("github", *ALL).splitlines()]
    assert [command and command["kind"] for command in commands] == ["error", "warning", "error", "error"]


def test_github_reads_back_what_would_part_or_end_a_command() -> None:
    command = COMMAND.fullmatch(written("github", WARNING))
    assert command
    properties = dict(each.split("=", 1) for each in command["properties"].split(","))
    assert unquote(properties["file"]) == BRIEF
    assert unquote(command["message"]) == "Er is geen: nota, 100% <zeker> | niet."


@given(st.text(max_size=40))
def test_no_message_makes_a_second_command(typed: str) -> None:
    finding = at(Diagnostic(Code.EMPTY_TEXT, f"Hier staat {typed}.", Location(AGENDA), f"Haal {typed} weg."))
    assert COMMAND.fullmatch(written("github", finding))


def test_gitlab_gets_the_keys_that_it_asks_for() -> None:
    first, *_ = read("gitlab", *ALL)
    assert first == {
        "description": "“konsept” is geen status. Kies concept, vastgesteld of verzonden.",
        "check_name": "KAM204",
        "fingerprint": fingerprints([CHOICE])[0],
        "severity": "major",
        "location": {"path": AGENDA, "lines": {"begin": 5}},
    }


def test_a_fingerprint_stays_the_same_when_lines_move() -> None:
    assert fingerprints([moved(each, 12) for each in ALL]) == fingerprints(ALL)


def test_findings_that_say_the_same_have_their_own_fingerprints() -> None:
    assert len(set(fingerprints([TWICE, moved(TWICE, 1), CHOICE]))) == 3


def test_sarif_has_a_rule_for_each_code_and_results_that_name_it() -> None:
    run = read("sarif", *ALL)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [
        "KAM204",
        "KAM307",
        "KAM301",
        "KAM751",
    ]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "error", "error"]


def test_sarif_writes_a_place_as_a_uri_and_a_region() -> None:
    run = read("sarif", CHOICE, WARNING)["runs"][0]
    first, second = (each["locations"][0]["physicalLocation"] for each in run["results"])
    assert first["region"] == {"startLine": 5, "startColumn": 9, "endLine": 5, "endColumn": 16}
    assert unquote(second["artifactLocation"]["uri"]) == BRIEF
    assert " " not in second["artifactLocation"]["uri"]


def test_sarif_offers_only_what_is_certain_as_a_fix() -> None:
    run = read("sarif", CHOICE, TWICE)["runs"][0]
    fix = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert fix["insertedContent"] == {"text": "concept"}
    assert "fixes" not in run["results"][1]
    assert run["results"][1]["relatedLocations"][0]["message"] == {"text": "de eerste"}


def test_junit_has_a_suite_for_each_file_and_fails_for_errors_only() -> None:
    suites = etree.fromstring(written("junit", CHOICE, TWICE, WARNING, FAULT))
    counted = [(each.get("name"), each.get("tests"), each.get("failures")) for each in suites]
    assert counted == [(AGENDA, "2", "2"), (BRIEF, "1", "0"), ("build/brief.pdf", "1", "1")]


def test_junit_without_findings_is_a_case_that_passes() -> None:
    suites = etree.fromstring(written("junit"))
    assert [len(case) for case in suites.iter("testcase")] == [0]


@pytest.mark.parametrize(
    ("form", "nothing"),
    [("human", ""), ("short", ""), ("github", ""), ("json", {"diagnostics": []}), ("gitlab", [])],
)
def test_a_report_without_findings_can_be_read(form: str, nothing: object) -> None:
    text = written(form)
    assert (json.loads(text) if text else text) == nothing


def test_sarif_without_findings_is_a_run_without_results() -> None:
    assert read("sarif")["runs"][0]["results"] == []


@pytest.mark.parametrize("form", list(FORMS))
def test_nothing_invisible_comes_through(form: str) -> None:
    finding = at(replace(CHOICE.finding, message="Hier staat \x1b[31m en \x00 en \u202e."))
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", written(form, finding))


def test_the_summary_says_what_came_of_it_with_tables_and_findings() -> None:
    tables = [Table(("document", "bladzijden"), [("agenda/zeeland", "24")])]
    assert summary("kamerwerk build", "1 van 1 gemaakt.", tables, [CHOICE]) == (
        "## kamerwerk build\n\n1 van 1 gemaakt.\n\n"
        "| document | bladzijden |\n| --- | --- |\n| agenda/zeeland | 24 |\n\n"
        "| ernst | code | plaats | melding |\n| --- | --- | --- | --- |\n"
        f"| fout | KAM204 | `{AGENDA}:5:9` "
        "| “konsept” is geen status. Kies concept, vastgesteld of verzonden. |\n"
    )


def test_the_summary_lets_no_message_write_markdown() -> None:
    row = summary("kamerwerk check", "", [], [WARNING]).splitlines()[-1]
    assert "\\<zeker\\> \\| niet." in row


def test_a_long_summary_lists_the_first_and_counts_the_rest() -> None:
    text = summary("kamerwerk check", "", [], [moved(CHOICE, line) for line in range(60)])
    assert text.count("KAM204") == 50
    assert "En nog 10 meldingen; zie het verslag." in text
