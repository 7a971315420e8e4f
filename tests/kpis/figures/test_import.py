"""A file of figures from its bytes to drafts, and back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kpis.figures.actions import importing
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.figures import approve_figure, save_draft, submit_figure
from kpis.figures.actions.importing import ImportRefused
from kpis.figures.models import Figure, FigureImport, ImportChunk, ImportedFigure, RecomputeRun

from .bringing import apply, csv, read, said, withdraw, xlsx
from .conftest import NOW, PERCENTAGE, year

LATER = NOW + timedelta(hours=1)


def draft(kpi, period, value, by, at=NOW):
    return save_draft(kpi=kpi, period=year(period), entry=Entry(value=Decimal(value)), by=by, at=at)


def approved(kpi, team, period, value):
    figure = submit_figure(figure=draft(kpi, period, value, team.lead), by=team.lead, at=NOW)
    return approve_figure(figure=figure, by=team.sponsor, at=NOW)


def figures():
    """(period, value, state) of every figure, in the order they were made."""
    rows = Figure.objects.order_by("id").values_list("period_start__year", "value", "state")
    return [(year_, None if value is None else float(value), state) for year_, value, state in rows]


def test_a_file_is_looked_at_before_anything_is_stored(team, make_kpi):
    kpi = make_kpi()
    approved(kpi, team, "2022", "80")
    draft(kpi, "2023", "70", team.lead)
    row = read(
        csv("AP1,2021,90,100,,,first\nap1,2022,,,81,p,\nAP1,2023,,,71,,\nAP1,2024,,,85.5%,,\n"), team.lead
    )
    assert (row.state, row.new_count, row.changed_count, row.correction_count) == ("read", 2, 2, 1)
    assert figures() == [(2022, 80, "approved"), (2023, 70, "draft")]
    before = {i.period_label: (i.finding, i.before_value, i.before_state) for i in row.figures.all()}
    assert before["2022"] == ("changed", 80, "approved")
    assert before["2023"] == ("changed", 70, "draft")
    assert before["2021"] == ("new", None, "")


def test_a_confirmed_file_becomes_drafts_and_corrections_at_once(team, make_kpi):
    kpi = make_kpi()
    locked = approved(kpi, team, "2022", "80")
    draft(kpi, "2023", "70", team.lead)
    row = read(csv("AP1,2021,90,100,,,first\nAP1,2022,,,81,,\nAP1,2023,,,71,,\n"), team.lead)
    with pytest.raises(ImportRefused, match="Say why"):
        importing.confirm_import(figure_import=row, reason=" ", by=team.lead, at=NOW)
    row = apply(row, team.lead, reason="A late return.")
    assert row.state == "applied"
    assert figures() == [
        (2022, 80, "approved"),
        (2023, 71, "draft"),
        (2021, 90, "draft"),
        (2022, 81, "draft"),
    ]
    correction = Figure.objects.get(corrects=locked)
    assert (correction.correction_reason, correction.file_id) == ("A late return.", row.pk)
    first = Figure.objects.get(period_start__year=2021)
    assert (first.numerator, first.denominator, first.remark) == (90, 100, "first")
    run = RecomputeRun.objects.get()
    assert (run.item_count, run.requested_by) == (1, team.lead)


def test_applying_twice_changes_nothing(team, make_kpi):
    make_kpi()
    row = apply(read(csv("AP1,2021,,,90,,\n"), team.lead), team.lead)
    assert importing.apply_import(import_id=row.pk, at=LATER) is None
    assert figures() == [(2021, 90, "draft")]


def test_the_same_file_again_is_unchanged(team, make_kpi):
    make_kpi()
    content = csv("AP1,2021,90,100,,,first\nAP1,2022,,,,c,\n")
    apply(read(content, team.lead), team.lead)
    again = read(content, team.lead)
    assert (again.new_count, again.changed_count, again.unchanged_count) == (0, 0, 2)
    with pytest.raises(ImportRefused, match="nothing new"):
        importing.confirm_import(figure_import=again, reason="", by=team.lead, at=NOW)


def test_what_changed_after_the_preview_is_told_and_not_overwritten(team, make_kpi):
    kpi = make_kpi()
    row = read(csv("AP1,2021,,,90,,\nAP1,2022,,,91,,\n"), team.lead)
    draft(kpi, "2022", "50", team.deputy, at=LATER)
    row = apply(row, team.lead)
    assert (row.state, row.newer_count, row.confirmed_at) == ("read", 1, None)
    assert figures() == [(2022, 50, "draft")]
    newer = row.figures.get(is_newer=True)
    assert (newer.finding, newer.before_value) == ("changed", 50)
    assert apply(row, team.lead, at=LATER).state == "applied"
    assert figures() == [(2022, 91, "draft"), (2021, 90, "draft")]


def test_a_file_is_read_again_where_a_kpi_means_something_else_by_now(team, make_kpi):
    from kpis.figures.actions.definitions import define_kpi

    kpi = make_kpi()
    row = read(csv("AP1,2021,,,90,,\n"), team.lead)
    fields = {**PERCENTAGE, "frequency": "financial_year"}
    define_kpi(kpi=kpi, fields=fields, reason="By financial year.", by=team.data_officer, at=NOW)
    row = apply(row, team.lead)
    assert row.state == "stored"
    for number in importing.cut_import(import_id=row.pk, at=NOW):
        importing.read_chunk(import_id=row.pk, number=number, at=NOW)
    row.refresh_from_db()
    [(place, message)] = said(row)
    assert place == "B2"
    assert "2020/21 or 2021/22" in message
    assert not Figure.objects.exists()


def test_only_who_sent_a_file_may_confirm_or_withdraw_it(team, make_kpi):
    make_kpi()
    row = read(csv("AP1,2021,,,90,,\n"), team.lead)
    with pytest.raises(ImportRefused, match="Only who sent"):
        importing.confirm_import(figure_import=row, reason="", by=team.deputy, at=NOW)


def test_a_withdrawn_file_leaves_everything_as_it_was_and_its_rows_in_the_history(team, make_kpi):
    kpi = make_kpi()
    approved(kpi, team, "2022", "80")
    earlier = draft(kpi, "2023", "70", team.deputy)
    row = read(csv("AP1,2021,,,90,,\nAP1,2022,,,81,,\nAP1,2023,,,71,,\n"), team.lead)
    row = withdraw(apply(row, team.lead, reason="Late."), team.lead)
    assert (row.state, row.taken_back_count, row.restored_count, row.left_count) == ("withdrawn", 3, 1, 0)
    assert sorted(figures()) == [
        (2021, 90, "withdrawn"),
        (2022, 80, "approved"),
        (2022, 81, "withdrawn"),
        (2023, 70, "draft"),
        (2023, 71, "withdrawn"),
    ]
    restored = Figure.objects.get(period_start__year=2023, state="draft")
    assert (restored.recorded_by, restored.recorded_at) == (team.deputy, earlier.recorded_at)
    again = apply(read(csv("AP1,2021,,,90,,\n"), team.lead), team.lead)
    assert again.new_count == 1


def test_withdrawing_corrects_what_was_approved_meanwhile(team, make_kpi):
    kpi = make_kpi()
    approved(kpi, team, "2022", "80")
    row = apply(read(csv("AP1,2021,,,90,,\nAP1,2022,,,81,,\n"), team.lead), team.lead, reason="Late.")
    for figure in Figure.objects.filter(file=row):
        submit_figure(figure=figure, by=team.lead, at=NOW)
        approve_figure(figure=figure, by=team.sponsor, at=LATER)
    row = withdraw(row, team.lead, at=LATER)
    assert (row.taken_back_count, row.reversed_count, row.left_count) == (0, 2, 0)
    corrections = Figure.objects.filter(state="draft").order_by("period_start")
    assert [(c.value, c.symbol) for c in corrections] == [(None, "x"), (80, "")]
    assert all("withdrawn: Sent by mistake." in c.correction_reason for c in corrections)


def test_withdrawing_leaves_what_somebody_typed_over(team, make_kpi):
    kpi = make_kpi()
    row = apply(read(csv("AP1,2021,,,90,,\nAP1,2022,,,91,,\n"), team.lead), team.lead)
    draft(kpi, "2022", "60", team.lead, at=LATER)
    row = withdraw(row, team.lead, at=LATER)
    assert (row.taken_back_count, row.left_count) == (1, 1)
    assert figures() == [(2021, 90, "withdrawn"), (2022, 60, "draft")]


def test_parts_may_be_read_twice_and_in_any_order(team, make_kpi):
    make_kpi()
    content = csv("".join(f"AP1,{year_},,,{year_ - 1940},,\n" for year_ in range(2020, 2026)))
    row = importing.store_file(name="f.csv", content=content, by=team.lead, at=NOW)
    numbers = importing.cut_import(import_id=row.pk, at=NOW, at_once=2)
    assert numbers == [1, 2, 3]
    assert importing.cut_import(import_id=row.pk, at=NOW) == []
    done = [importing.read_chunk(import_id=row.pk, number=number, at=NOW) for number in (3, 3, 1, 1, 2, 2)]
    assert done == [False, False, False, False, True, False]
    assert list(ImportedFigure.objects.order_by("position").values_list("position", "cell")) == [
        (number, f"E{number + 1}") for number in range(1, 7)
    ]


def test_the_sweep_finds_what_a_dead_worker_left_and_gives_up_on_what_kills_it(team, make_kpi):
    make_kpi()
    row = importing.store_file(name="f.csv", content=csv("AP1,2021,,,90,,\n"), by=team.lead, at=NOW)
    assert importing.stale_steps(at=NOW) == []
    assert importing.stale_steps(at=LATER) == [(row.pk, "stored", None)]
    importing.cut_import(import_id=row.pk, at=NOW)
    assert importing.stale_steps(at=LATER) == [(row.pk, "reading", 1)]
    ImportChunk.objects.update(attempts=5, claimed_at=NOW)
    assert importing.stale_steps(at=LATER) == []
    importing.abandon_hopeless_imports(at=LATER)
    row.refresh_from_db()
    assert (row.state, "again and again" in row.refused_because) == ("refused", True)
    assert importing.read_chunk(import_id=row.pk, number=1, at=LATER) is False


def test_a_file_thrown_away_while_it_is_read_stores_nothing(team, make_kpi):
    make_kpi()
    row = importing.store_file(name="f.csv", content=csv("AP1,2021,,,90,,\n"), by=team.lead, at=NOW)
    importing.cut_import(import_id=row.pk, at=NOW)
    importing.discard_import(figure_import=row, by=team.lead, at=NOW)
    assert importing.read_chunk(import_id=row.pk, number=1, at=NOW) is False
    assert not ImportedFigure.objects.exists()


def test_a_wide_table_has_a_row_a_kpi_and_a_column_a_period(team, make_kpi):
    make_kpi()
    make_kpi("AP2", frequency="financial_year")
    head = "KPI code,name,2021,2022,2022/23\n"
    row = read(csv("AP1,In time,90,c,\nAP2,,,,£12.50\n", head=head), team.lead)
    assert said(row) == []
    found = row.figures.order_by("position").values_list("cell", "period_label", "value", "symbol")
    assert list(found) == [
        ("C2", "2021", 90, ""),
        ("D2", "2022", None, "c"),
        ("E3", "2022/23", Decimal("12.5"), ""),
    ]


def test_a_workbook_is_read_as_a_person_sees_it(team, make_kpi):
    make_kpi(frequency="month", collected_from=None)

    def dress(sheet):
        sheet["C2"].number_format = "0.0%"
        sheet["C4"] = "=1/7"

    rows = [
        ["KPI code", "Period", "Value"],
        ["AP1", "Sep 2025", 0.921],
        ["AP1", NOW.date().replace(day=1), 88.5],
    ]
    row = read(
        xlsx([*rows[:2], ["AP1", rows[2][1].replace(month=2), 88.5]], after=dress), team.lead, name="f.xlsx"
    )
    found = row.figures.order_by("position").values_list("cell", "period_label", "value")
    assert list(found) == [
        ("C2", "September 2025", Decimal("92.1")),
        ("C3", "February 2026", Decimal("88.5")),
    ]


def test_the_database_keeps_the_rules_of_an_import(team, make_kpi):
    make_kpi()
    row = read(csv("AP1,2021,,,90,,\n"), team.lead)
    for wrong in (
        {"state": "refused"},
        {"state": "applied"},
        {"confirmed_by": team.lead},
        {"state": "withdrawn"},
        {"withdrawn_because": "x"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            FigureImport.objects.filter(pk=row.pk).update(**wrong)
