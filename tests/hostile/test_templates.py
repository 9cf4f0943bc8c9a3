"""A template of a project cannot run, read or reach anything, and cannot go on without end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import projects as p
from tests.hostile.attack import findings, found, link, pipe, put

TEMPLATE = "templates/agenda/slot.html.j2"
DOUBLE = "{% set ns = namespace(s=START) %}{% for i in range(60) %}{% set ns.s = STEP %}{% endfor %}<p>x</p>"
LONG = "{% set a = range(99999) | list %}"

ENDLESS = {
    "loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "loops that write": "{% for a in range(99999) %}<p>{{ a }}{{ a }}{{ a }}{{ a }}</p>{% endfor %}" * 2,
    "a macro that calls itself twice": (
        "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}<p>{{ a(90) }}</p>"
    ),
    "a loop that calls itself": (
        "{% for x in [1, 2] recursive %}{% if loop.depth < 90 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}"
    ),
    "texts that double": DOUBLE.replace("START", "'a'").replace("STEP", "ns.s ~ ns.s"),
    "lists that double": DOUBLE.replace("START", "[1]").replace("STEP", "ns.s + ns.s"),
    "lists of lists": LONG + "<p>{{ ([a, a, a, a] | map('list') | list) | length }}</p>",
    "a batch of a length": "<p>{{ ([1] | batch(10 ** 9, 'x') | list) | length }}</p>",
    "slices without end": "<p>{{ ([1] | slice(10 ** 9) | list) | length }}</p>",
    "a great power": "<p>{{ 10 ** 10 ** 8 }}</p>",
    "a great number": "<p>{{ 10 ** 15 * 10 }}</p>",
    "looking through a list": LONG + "{% for i in range(9999) %}{% if -1 in a %}{% endif %}{% endfor %}",
    "counting in a list": LONG + "{% for i in range(9999) %}{% if a.count(-1) %}{% endif %}{% endfor %}",
}


def of_template(text: str) -> p.Change:
    return p.write(TEMPLATE, text)


@pytest.mark.parametrize("attack", ENDLESS)
def test_what_does_not_end_is_ended(tmp_path: Path, attack: str) -> None:
    root = p.write_project(tmp_path, of_template(ENDLESS[attack]))
    assert found(root) == [f"KAM507 {TEMPLATE}"]


REFUSED = {
    "a text times a number": ("<p>{{ 'a' * 10 ** 9 }}</p>", "KAM503"),
    "a text with a width": ("<p>{{ '%1000000000d' % 1 }}</p>", "KAM503"),
    "lists as a sum": ("<p>{{ [[1]] | sum(start=[]) }}</p>", "KAM503"),
    "a range of a length": ("{% for i in range(10 ** 9) %}x{% endfor %}", "KAM503"),
    "a division by nought": ("<p>{{ 1 / 0 }}</p>", "KAM503"),
    "a template that takes itself in": ('{% include "agenda/slot.html.j2" %}', "KAM503"),
    "a macro that calls itself": ("{% macro a() %}{{ a() }}{% endmacro %}<p>{{ a() }}</p>", "KAM503"),
    "a template that has no name": ("{% include [5] %}", "KAM503"),
    "a number of very many digits": (f"<p>{{{{ {'9' * 10_000} }}}}</p>", "KAM501"),
    "10,000 brackets": (f"<p>{{{{ {'(' * 10_000}1{')' * 10_000} }}}}</p>", "KAM503"),
    "the folder above": ('{% include "../../../etc/passwd" %}', "KAM505"),
    "an absolute path": ('{% include "/etc/passwd" %}', "KAM505"),
    "the class of a value": ("<p>{{ agenda.__class__.__mro__ }}</p>", "KAM502"),
    "the class by a key": ("<p>{{ agenda['__class__'] }}</p>", "KAM502"),
    "the class by a filter": ("<p>{{ [agenda] | map(attribute='__class__') | first }}</p>", "KAM502"),
    "the globals of a function": ("<p>{{ aantal.__globals__ }}</p>", "KAM502"),
    "the insides of a macro": ("{% macro a() %}x{% endmacro %}<p>{{ a._func }}</p>", "KAM502"),
    "a format": ("<p>{{ '{0.__class__}'.format(agenda) }}</p>", "KAM502"),
    "an entity": ('<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;</p>', "KAM506"),
}


@pytest.mark.parametrize("attack", REFUSED)
def test_what_reaches_out_is_refused(tmp_path: Path, attack: str) -> None:
    text, code = REFUSED[attack]
    root = p.write_project(tmp_path, of_template(text))
    assert code in {entry.split()[0] for entry in found(root)}


@pytest.mark.parametrize(
    "change", [of_template("x" * 300_000), put(TEMPLATE, b"<p>\xe9</p>")], ids=["large", "latin"]
)
def test_a_file_that_is_no_template_is_not_read(tmp_path: Path, change: p.Change) -> None:
    codes = {entry.split()[0] for entry in found(p.write_project(tmp_path, change))}
    assert codes == {"KAM503"}


def test_a_template_that_is_a_link_out_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("<p>GEHEIM {% geheim %}</p>", encoding="utf-8")
    root = p.write_project(tmp_path / "project", link(TEMPLATE, tmp_path / "geheim"))
    told = findings(root)
    assert {each.code.number for each in told} >= {"KAM602"}
    assert not any("geheim" in each.message.lower() for each in told)


def test_a_template_that_is_a_link_to_itself_or_a_pipe_is_refused(tmp_path: Path) -> None:
    root = p.write_project(tmp_path / "kring", link(TEMPLATE, "slot.html.j2"))
    assert f"KAM602 {TEMPLATE}" in found(root)
    root = p.write_project(tmp_path / "pijp", pipe(TEMPLATE))
    assert {entry.split()[0] for entry in found(root)} == {"KAM503"}
