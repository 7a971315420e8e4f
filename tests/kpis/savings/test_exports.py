"""The register and its months as tables: the same sums as the screens, exact, in both kinds of file."""

import csv
import io
from collections import defaultdict
from decimal import Decimal

import pytest
from django.urls import reverse

from kpis.spreadsheets import read_tables


@pytest.fixture
def reader(client_as):
    return client_as("board_member")


@pytest.fixture
def shared(make_initiative, make_group, join):
    """Two that share a base, one of another type, one with pence."""
    first, second = (make_initiative(code, monthly="600.01") for code in ("LP-1", "LP-2"))
    join(make_group(monthly="1000.03"), first, second)
    make_initiative("LP-3", saving_type="cost_avoidance", monthly="0.01")


def rows(reader, name, **filters):
    answer = reader.get(reverse(f"savings:{name}"), {"year": 2019, **filters})
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def added(table, column) -> dict[str, Decimal]:
    """The column added up for each code."""
    sums = defaultdict(Decimal)
    for row in table:
        sums[row["code"]] += Decimal(row[column] or 0)
    return dict(sums)


def test_months_add_up_to_the_register_and_to_the_page(reader, shared):
    register, months = rows(reader, "table"), rows(reader, "months")
    for yearly, monthly in (
        ("planned (£)", "planned, counted (£)"),
        ("planned, overlap left out (£)", "planned, overlap left out (£)"),
        ("forecast (£)", "forecast, counted (£)"),
        ("delivered (£)", "delivered, counted (£)"),
    ):
        assert added(register, yearly) == added(months, monthly), yearly
    assert added(register, "planned (£)") == {
        "LP-1": Decimal("7200.12"),
        "LP-2": Decimal("4800.24"),
        "LP-3": Decimal("0.12"),
    }
    groups = reader.get(reverse("savings:register"), {"year": 2019}).context["groups"]
    on_screen = {row.initiative.code: row.progress.planned for part in groups for row in part.rows}
    assert on_screen == added(register, "planned (£)")


def test_stated_is_counted_and_overlap(reader, shared):
    for row in rows(reader, "months"):
        for kind, stated in (
            ("planned", "as stated"),
            ("forecast", "as stated"),
            ("delivered", "as evidenced"),
        ):
            counted, overlap = row[f"{kind}, counted (£)"], row[f"{kind}, overlap left out (£)"]
            assert Decimal(counted or 0) + Decimal(overlap or 0) == Decimal(row[f"{kind}, {stated} (£)"] or 0)


def test_both_kinds_of_file_hold_the_same_cells(reader, shared):
    for plain, workbook in (("table", "table_xlsx"), ("months", "months_xlsx")):
        as_csv, as_xlsx = (
            reader.get(reverse(f"savings:{name}"), {"year": 2019}) for name in (plain, workbook)
        )
        [cells] = read_tables("a.csv", as_csv.content).values()
        [same] = read_tables("a.xlsx", as_xlsx.content).values()
        assert same == cells
        assert as_xlsx["Content-Disposition"].endswith('2019-20.xlsx"')


def test_the_register_says_of_each_whether_its_gate_is_evidenced_and_what_is_missing(
    reader, make_initiative, evidence, report
):
    evidence(make_initiative("LP-1", monthly=5))
    report(make_initiative("LP-2", monthly=5), 9, 5, sign=False)
    make_initiative("LP-3", stage="identified")
    table = {row["code"]: row for row in rows(reader, "table")}
    said = {code: (row["gate"], row["missing at the gate"]) for code, row in table.items()}
    assert said["LP-1"] == ("evidenced", "")
    assert said["LP-2"] == (
        "not evidenced",
        "an agreed baseline of the cost line it reduces; a record of the decision; "
        "a screening of consultation and equality impact, signed by an officer other than the owner",
    )
    assert said["LP-3"] == ("", "")
    assert [row["reports waiting for finance"] for row in table.values()] == ["0", "1", "0"]


def test_the_months_have_the_filters_of_the_register(reader, shared):
    assert {row["code"] for row in rows(reader, "months", type="cost_avoidance")} == {"LP-3"}


def test_a_delivered_month_is_exported_as_evidenced_and_as_counted(
    reader, make_initiative, make_group, join, report
):
    first, second = make_initiative("LP-1"), make_initiative("LP-2")
    join(make_group(monthly=100), first, second)
    report(first, 4, 70)
    report(second, 4, 70)
    table = {row["code"]: row for row in rows(reader, "months")}
    assert table["LP-2"]["delivered, as evidenced (£)"] == "70.00"
    assert table["LP-2"]["delivered, counted (£)"] == "30.00"
    assert table["LP-1"]["delivered, counted (£)"] == "70.00"


def test_a_month_without_a_signed_report_is_empty_and_not_nought(reader, make_initiative, report):
    initiative = make_initiative("LP-1", monthly=5)
    report(initiative, 4, 0)
    report(initiative, 5, 5, sign=False)
    april, may, *_ = rows(reader, "months")
    assert (april["delivered, counted (£)"], may["delivered, counted (£)"]) == ("0.00", "")
