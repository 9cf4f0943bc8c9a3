from pathlib import Path

from pipeline.compose.numbered import number_kansen
from pipeline.content.project import read_project
from tests.projects import write_project


def test_kansen_and_afspraken_are_numbered_in_the_writers_order(tmp_path: Path) -> None:
    project, findings = read_project(write_project(tmp_path))
    assert findings == ()
    agenda = project.regios["zeeland"].agenda
    assert agenda is not None
    kansen = number_kansen(agenda, project.gedeeld)
    assert [kans.number for kans in kansen] == list(range(1, len(agenda.kansen) + 1))
    numbers = [item.number for kans in kansen for item in kans.afspraken]
    assert numbers[:2] == ["A1.1", "A1.2"]
    assert len(numbers) == len(agenda.afspraken)


def test_ids_become_names(tmp_path: Path) -> None:
    project, _ = read_project(write_project(tmp_path))
    agenda = project.regios["zeeland"].agenda
    assert agenda is not None
    (kans, *_) = number_kansen(agenda, project.gedeeld)
    assert kans.eigenaar is not None
    assert kans.eigenaar.id == kans.kans.eigenaar
    assert all(item.trekker for item in kans.afspraken)
    assert [each.id for each in kans.departementen] == list(kans.kans.departementen)
