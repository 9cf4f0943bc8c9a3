"""JUnit XML: build servers show it as tests, a suite for each file."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from pipeline.cli.reports.text import one_line
from pipeline.diagnostics import Severity
from pipeline.diagnostics.located import Located


def junit(findings: Sequence[Located]) -> str:
    """Write a suite for each file with a case for each finding; without findings one case that passes.

    An error is a failure. A warning is a case that passes and says what it has to say.
    """
    suites = etree.Element("testsuites", name="kamerwerk")
    for file, group in groupby(findings, key=lambda each: each.at.file):
        cases = list(group)
        failures = str(sum(each.finding.is_error for each in cases))
        suite = etree.SubElement(suites, "testsuite", name=file, tests=str(len(cases)), failures=failures)
        for each in cases:
            _case(suite, each)
    if not findings:
        suite = etree.SubElement(suites, "testsuite", name="inhoud", tests="1", failures="0")
        etree.SubElement(suite, "testcase", classname="inhoud", name="geen meldingen")
    return etree.tostring(suites, encoding="unicode", pretty_print=True).rstrip()


def _case(suite: etree._Element, found: Located) -> None:
    finding, at = found.finding, found.at
    name = f"{finding.code.number} {finding.code.title} (regel {at.line})"
    case = etree.SubElement(suite, "testcase", classname=at.file, name=name, file=at.file, line=str(at.line))
    if finding.severity is Severity.WARNING:
        etree.SubElement(case, "system-out").text = one_line(found)
    else:
        failure = etree.SubElement(case, "failure", type=finding.code.number, message=found.message)
        failure.text = one_line(found)
