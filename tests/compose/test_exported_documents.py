"""The export of whole documents: of the minimal project, changed in one place, and of the real content."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.compose.documents import compose
from pipeline.compose.folders import TemplateFolders
from pipeline.content.documents import requested_documents
from pipeline.content.project import Project, read_project
from pipeline.content.source import YamlMap, YamlText, read_yaml
from pipeline.diagnostics import Source
from pipeline.document.nodes import Document, Text
from pipeline.document.walk import document_inlines
from tests import projects as p
from tests.compose.test_documents import AGENDA, BEGINNING, LETTER, documents
from tests.styles import ROOT, house_style

ANNEX = "bijlage/2026-12-voortgang-stand-van-zaken"
REAL = (
    *(f"agenda/{region}" for region in ("flevoland", "fryslan", "rivierenland", "west-brabant", "zeeland")),
    *("brief/2026-12-voortgang", ANNEX, "brief/2027-01-eerste-kamer"),
)


def exports(root: Path) -> dict[str, str]:
    return {name: document.source_yaml for name, document in documents(root).items()}


def files_in(exported: str) -> dict[str, Any]:
    return yaml.safe_load(exported)["bestanden"]


# --- the minimal project ---


def test_a_letter_exports_what_it_printed_and_nothing_else(tmp_path: Path) -> None:
    found = files_in(exports(p.write_project(tmp_path))[LETTER])
    assert found[p.BRIEF]["bijlagen"] == [
        {"titel": "Stand van zaken per regio"},
        {"titel": "Strategische agenda Zeeland"},
        {"titel": "Beslisnota bij deze brief"},
    ]
    assert found[p.MOTIES] == {
        "moties": [{"indieners": ["Wuite"], "kamerstuk": "36200-IV, nr. 12", "onderwerp": "de regio"}]
    }
    assert found[p.ONDERTEKENAARS] == {
        "ondertekenaars": [
            {"functie": "minister van Binnenlandse Zaken en Koninkrijksrelaties"},
            {"functie": "minister van Infrastructuur en Waterstaat"},
        ]
    }
    assert found[p.BRONNEN] == {"bronnen": [{"kamerstuk": "36800-VII, nr. 97"}]}
    assert set(found[p.AGENDA]) == {"uitkomst"}


def test_an_agenda_exports_its_figure_its_money_and_its_year(tmp_path: Path) -> None:
    found = files_in(exports(p.write_project(tmp_path))[AGENDA])
    typed = yaml.load(p.MINIMAL[p.AGENDA], Loader=yaml.BaseLoader)
    planned = [{key: each[key] for key in ("moment", "titel")} for each in typed["mijlpalen"]]
    assert found[p.AGENDA]["mijlpalen"] == planned
    amounts = [regel["bedragen"] for regel in typed["middelen"]["regels"]]
    assert [regel["bedragen"] for regel in found[p.AGENDA]["middelen"]["regels"]] == amounts
    assert found[p.AGENDA]["ambitie"]["horizon"] == typed["ambitie"]["horizon"]


def test_the_progress_of_a_region_is_only_in_what_prints_it(tmp_path: Path) -> None:
    made = exports(p.write_project(tmp_path))
    holders = {name for name, exported in made.items() if p.VOORTGANG in files_in(exported)}
    assert holders == {LETTER, ANNEX}
    assert p.BEGIN_REGIO not in files_in(made[AGENDA])


def test_the_progress_for_another_moment_is_in_no_export(tmp_path: Path) -> None:
    later = p.MINIMAL[p.VOORTGANG].replace("2026-12", "2027-06").replace("kern: ", "kern: Pas later. ")
    moment = "  - id: 2027-06\n    titel: juni 2027\n    moment: juni 2027\n"
    root = p.write_project(
        tmp_path,
        p.add(p.PROGRAMMA, moment),
        p.write("content/regios/zeeland/voortgang-2027-06.yaml", later),
    )
    assert not [name for name, exported in exports(root).items() if "voortgang-2027-06" in exported]


def test_no_comment_and_no_internal_note_is_ever_exported(tmp_path: Path) -> None:
    changes = [
        p.edit(file, "schemaversie: 1\n", "schemaversie: 1 # GEHEIM\ninterne_notitie: GEHEIM\n# GEHEIM\n")
        for file in p.MINIMAL
    ]
    plain = exports(p.write_project(tmp_path / "plain"))
    noted = exports(p.write_project(tmp_path / "noted", *changes))
    assert noted == plain
    assert all("GEHEIM" not in exported for exported in noted.values())


@pytest.mark.parametrize(
    "path", ["interne_notitie", "kansen.k-haven.interne_notitie", "regio.interne_notitie"]
)
def test_a_text_cannot_take_in_an_internal_note(path: str, tmp_path: Path) -> None:
    root = p.write_project(
        tmp_path,
        p.edit(p.AGENDA, "schemaversie: 1\n", "schemaversie: 1\ninterne_notitie: GEHEIM\n"),
        p.edit(p.AGENDA, "  - id: k-haven\n", "  - id: k-haven\n    interne_notitie: GEHEIM\n"),
        p.edit(p.REGIO, "schemaversie: 1\n", "schemaversie: 1\ninterne_notitie: GEHEIM\n"),
        p.edit(p.AGENDA, "[=geen-verplichting]", f"[=geen-verplichting] [={path}]"),
    )
    project, _ = read_project(root)
    request = next(each for each in requested_documents(project) if each.id == AGENDA)
    made = compose(request, project, house_style(), TemplateFolders(None, ROOT / "templates"))
    assert made.document is None
    assert [each.code.number for each in made.diagnostics] == ["KAM406"]


def test_a_value_that_is_not_printed_changes_no_export(tmp_path: Path) -> None:
    changed = exports(
        p.write_project(
            tmp_path / "changed",
            p.edit(p.PARTIJEN, "lopend: de gemeente Goes", "lopend: Goes"),
            p.edit(p.TOEZEGGINGEN, "termijn: eind 2026", "termijn: Q4 2026"),
        )
    )
    assert changed == exports(p.write_project(tmp_path / "plain"))


def test_a_printed_value_changes_the_exports_of_the_documents_that_print_it(tmp_path: Path) -> None:
    plain = exports(p.write_project(tmp_path / "plain"))
    changed = exports(
        p.write_project(tmp_path / "changed", p.edit(p.REGIO, "  lopend: Zeeland\n", "  lopend: Zeeuws\n"))
    )
    different = {name for name in plain if plain[name] != changed[name]}
    assert different == {LETTER, ANNEX, AGENDA}
    assert BEGINNING not in different


def test_another_way_of_typing_gives_the_same_bytes(tmp_path: Path) -> None:
    def retyped(root: Path) -> None:
        for file, text in p.MINIMAL.items():
            values = _backwards(yaml.load(text, Loader=yaml.BaseLoader))
            quoted = yaml.safe_dump(values, default_style='"', sort_keys=False, width=60)
            (root / file).write_text(f"# Opmerking\n{quoted}# Einde\n", encoding="utf-8")

    plain = exports(p.write_project(tmp_path / "a"))
    assert exports(p.write_project(tmp_path / "b" / "elders", retyped)) == plain


def _backwards(value: Any) -> Any:
    """Turn the order of keys round, and leave lists as they are."""
    if isinstance(value, dict):
        return {key: _backwards(inner) for key, inner in reversed(value.items())}
    return [_backwards(inner) for inner in value] if isinstance(value, list) else value


# --- the real content ---


@cache
def _real() -> tuple[Project, dict[str, Document]]:
    project, findings = read_project(ROOT)
    assert [finding for finding in findings if finding.is_error] == []
    folders = TemplateFolders(None, ROOT / "templates")
    made = (compose(request, project, house_style(), folders) for request in requested_documents(project))
    return project, {one.document.id: one.document for one in made if one.document}


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def _notes(value: Any) -> Iterator[str]:
    """Yield every internal note in a file."""
    if isinstance(value, YamlMap):
        for key, inner in value.items():
            if key == "interne_notitie":
                yield str(inner)
            yield from _notes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _notes(inner)


def _typed(project: Project, source: Source) -> Any:
    value: Any = project.typed[source.file]
    for key in source.path:
        value = value[key]
    return value


def test_every_document_of_the_real_content_is_looked_at() -> None:
    assert set(_real()[1]) == set(REAL)


@pytest.mark.parametrize("name", REAL)
def test_every_sourced_text_of_the_tree_has_its_value_in_the_export(name: str) -> None:
    project, made = _real()
    found = files_in(made[name].source_yaml)
    exported = {file: set(_leaves(values)) for file, values in found.items()}
    sources = {node.source for node in document_inlines(made[name]) if isinstance(node, Text) and node.source}
    assert sources
    for source in sources:
        value = _typed(project, source)
        assert isinstance(value, YamlText), source
        assert str(value) in exported[source.file], source


@pytest.mark.parametrize("name", REAL)
def test_every_exported_value_was_typed_in_its_file(name: str) -> None:
    project, made = _real()
    for file, values in files_in(made[name].source_yaml).items():
        assert set(_leaves(values)) <= {str(leaf) for leaf in _leaves(project.typed[file])}


@pytest.mark.parametrize("name", REAL)
def test_the_export_is_plain_yaml_that_our_own_reader_reads_without_a_finding(name: str) -> None:
    exported = _real()[1][name].source_yaml
    found = read_yaml(exported.encode(), "bron.yaml")
    assert found.diagnostics == ()
    assert found.value is not None
    assert found.value == yaml.safe_load(exported)
    assert list(found.value) == ["document", "bestanden"]
    assert found.value["document"] == name


@pytest.mark.parametrize("name", REAL)
def test_nothing_of_colleagues_or_of_the_machine_is_in_the_export(name: str) -> None:
    project, made = _real()
    exported = made[name].source_yaml
    notes = [note for values in project.typed.values() for note in _notes(values)]
    assert notes
    assert not [note for note in notes if note in exported]
    assert str(ROOT) not in exported
    assert "interne_notitie" not in exported
