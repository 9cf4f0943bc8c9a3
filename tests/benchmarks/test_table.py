from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import table
from benchmarks.goals import GOALS, judge
from benchmarks.results import Results, read_results, write_results
from benchmarks.timing import Findings, Sample

ENVIRONMENT = {"kernen": "2", "systeem": "Linux", "python": "3.11.7", "typst": "0.15.2", "ronden": "alle"}


def findings(*, left_out: str = "", **seconds: float) -> Findings:
    """Every sample that a goal asks for: ours a tenth of a second, others 100, unless told otherwise."""
    ours = {name: Sample((0.1, 0.1, 0.1)) for goal in GOALS for name in goal.ours}
    theirs = {name: Sample((100, 100, 100)) for goal in GOALS for name in goal.theirs if name not in ours}
    told = {name.replace("_", "-"): Sample((value,) * 3) for name, value in seconds.items()}
    samples = {**ours, **theirs, **told}
    return Findings({name: sample for name, sample in samples.items() if name != left_out})


def lines(found: Findings, notes: dict[str, str] | None = None) -> list[str]:
    return table.goal_table(Results(ENVIRONMENT, found), notes or {}).splitlines()[2:]


def line(found: Findings, words: str, notes: dict[str, str] | None = None) -> str:
    return next(each for each in lines(found, notes) if words in each)


def test_a_ratio_is_that_of_the_medians_of_the_sums() -> None:
    samples = {
        **findings().samples,
        "kamerwerk-agenda/tree": Sample((1, 2, 9)),
        "kamerwerk-agenda/pdf": Sample((1, 2, 3)),
        "weasyprint-agenda": Sample((2, 2, 2)),
    }
    verdict = judge(Findings(samples))[0]
    assert (verdict.value, verdict.met) == (2, False)
    assert verdict.spread == (1.5, 4)


def test_a_planted_missed_goal_is_told_with_its_note() -> None:
    goal = next(each for each in GOALS if each.ours == ("build-alles",))
    found = findings(build_alles=56, weasyprint_alles=100)
    assert "| 0,56 (0,56–0,56) | **niet gehaald**: te weinig kernen |" in line(
        found, "van alles", {goal.what: "te weinig kernen"}
    )
    assert line(found, "van alles").endswith("| **niet gehaald** |")


def test_a_goal_that_is_just_met_is_met() -> None:
    found = findings(build_alles=55, weasyprint_alles=100)
    assert line(found, "van alles").endswith("| ≤ 0,55 | 0,55 (0,55–0,55) | gehaald |")


def test_a_missing_peer_is_said_and_meets_no_goal() -> None:
    measured = findings(left_out="docxtpl-brief")
    found = Findings(measured.samples, {"docxtpl-brief": "docxtpl staat er niet op"})
    assert line(found, "docxtpl").endswith("| – | **niet gemeten**: docxtpl staat er niet op |")
    verdict = next(each for each in judge(found) if each.goal.theirs == ("docxtpl-brief",))
    assert not verdict.met


def test_a_part_of_a_contender_that_failed_bears_its_reason() -> None:
    measured = findings(left_out="kamerwerk-agenda/verify")
    found = Findings(measured.samples, {"kamerwerk-agenda": "het proces stopte"})
    assert "het proces stopte" in line(found, "snelle controle")


def test_what_nobody_measured_is_said_too() -> None:
    assert all("niet gemeten" in each for each in lines(Findings()))


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "results" / "latest.json"
    results = Results(ENVIRONMENT, Findings({"a/b": Sample((1.5, 2.25), "MB")}, {"c": "is er niet"}))
    write_results(results, file)
    assert read_results(file) == results


def test_the_table_stands_between_its_markers_and_the_rest_stays(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text(f"voor\n{table.BEGIN}\noud\n{table.END}\nna\n", encoding="utf-8")
    for text in ("een", "twee"):
        table.write_between_markers(file, text)
    assert file.read_text(encoding="utf-8") == f"voor\n{table.BEGIN}\ntwee\n{table.END}\nna\n"


@pytest.mark.parametrize(
    "text", ["", table.BEGIN, f"{table.END}{table.BEGIN}", (table.BEGIN + table.END) * 2]
)
def test_markers_that_are_not_there_once_are_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "README.md"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"README\.md"):
        table.write_between_markers(file, "nieuw")
    assert file.read_text(encoding="utf-8") == text


def test_the_readme_of_the_project_has_the_markers() -> None:
    text = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert text.count(table.BEGIN) == text.count(table.END) == 1
