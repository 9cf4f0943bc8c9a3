import pytest

from pipeline.compose.money import money_table
from pipeline.content.models.agenda import Middelen

NBSP = "\N{NO-BREAK SPACE}"


def middelen(*regels: dict[str, str]) -> Middelen:
    rows = [
        {"id": f"regel-{n}", "bron": f"Bron {n}", "dekking": "gedekt", "bedragen": amounts}
        for n, amounts in enumerate(regels, 1)
    ]
    return Middelen.model_validate({"regels": rows})


def shown(value: object) -> str:
    return str(value).replace(NBSP, " ")


def test_years_come_from_all_rows_in_order_and_a_row_may_miss_one() -> None:
    table = money_table(middelen({"2028": "10"}, {"2027": "5", "2028": "1"}))
    assert table.years == ("2027", "2028")
    assert table.rows[0].amounts[0] is None
    assert [shown(total) for total in table.year_totals] == ["€ 5", "€ 11"]
    assert shown(table.total) == "€ 16"


def test_an_unknown_amount_stands_apart_from_the_sum() -> None:
    table = money_table(middelen({"2027": "2 miljoen"}, {"2027": "p.m."}))
    assert table.has_pm
    assert shown(table.total) == "€ 2 miljoen + p.m."


def test_a_range_gives_a_sum_with_a_lowest_and_a_highest_amount() -> None:
    table = money_table(middelen({"2027": "10-15 miljoen"}, {"2027": "1 miljoen"}))
    assert shown(table.total) == "€ 11 tot 16 miljoen"
    assert not table.has_pm


def test_sums_of_amounts_that_print_in_full_need_no_rounding_note() -> None:
    assert not money_table(middelen({"2027": "1 miljoen"}, {"2027": "1,5 miljoen"})).rounded


def test_an_amount_that_prints_shorter_than_it_is_asks_for_a_rounding_note() -> None:
    assert money_table(middelen({"2027": "1234567"}, {"2027": "1 miljoen"})).rounded


@pytest.mark.parametrize(
    ("count", "sizes"), [(1, [1]), (7, [7]), (8, [4, 4]), (14, [7, 7]), (15, [5, 5, 5]), (24, [6, 6, 6, 6])]
)
def test_more_years_than_fit_beside_each_other_make_more_tables(count: int, sizes: list[int]) -> None:
    table = money_table(middelen({str(2027 + year): "1" for year in range(count)}))
    assert [len(part) for part in table.parts] == sizes
    assert [year for part in table.parts for year in part] == list(range(count))
