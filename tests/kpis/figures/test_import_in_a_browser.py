"""A large file through the browser: progress moves, the preview is right, it is applied once, it can be withdrawn.

The worker is killed with SIGKILL while it reads and again while it stores.
"""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.db.models import Q
from playwright.sync_api import expect

from kpis.domain.periods import PeriodKind, parse, span
from kpis.figures import tasks
from kpis.figures.actions import importing
from kpis.figures.actions.importing import steps
from kpis.figures.models import Figure, FigureImport, ImportChunk, Kpi, KpiDefinition, RecomputeRun
from portal.celery import app
from tests.servers import wait_until

from .bringing import HEAD
from .conftest import PERCENTAGE, START

pytestmark = [pytest.mark.browser, pytest.mark.servers]
MONTHS = list(span(parse("2017-01", PeriodKind.MONTH), parse("2025-04", PeriodKind.MONTH)))  # a hundred


def make_kpis(team, count):
    kpis = Kpi.objects.bulk_create(Kpi(code=f"AB{n}", workstream=team.workstream) for n in range(count))
    said = {**PERCENTAGE, "frequency": "month", "collected_from": None}
    made = {"set_by": team.data_officer, "set_at": START, "counts_from": START, "version": 1}
    KpiDefinition.objects.bulk_create(KpiDefinition(kpi=kpi, **made, **said) for kpi in kpis)


def table(count):
    rows = (
        f"AB{n},{month.label},{(n + place) % 90},100,,,\n"
        for n in range(count)
        for place, month in enumerate(MONTHS)
    )
    return (HEAD + "".join(rows)).encode()


def killed_while_reading(worker, row, sheet):
    """Three parts are read and the bar shows it; then the worker dies at the end of another one."""
    done = ImportChunk.objects.filter(figure_import=row, done_at__isnull=False)
    wait_until(lambda: done.count() >= 3)
    with transaction.atomic():
        FigureImport.objects.select_for_update().get(pk=row.pk)
        moved = sheet.get_by_text(re.compile(r"^([3-9]|1[0-9]) of 20 parts read"))
        expect(moved).to_be_visible(timeout=30_000)
        wait_until(
            lambda: ImportChunk.objects.filter(Q(claimed_at__isnull=False), done_at=None, figure_import=row)
        )
        worker.kill()
    assert done.count() < row.chunk_count


def killed_while_storing(worker, row):
    """The worker waits for a KPI that somebody else holds, and dies."""
    with transaction.atomic():
        Kpi.objects.select_for_update().get(code="AB7")
        worker_rests(False)
        wait_until(lambda: FigureImport.objects.get(pk=row.pk).claimed_at)
        worker.kill()
    assert not Figure.objects.exists()


def worker_rests(is_resting):
    """The worker takes nothing of imports from its queue, or takes it again."""
    tell = app.control.cancel_consumer if is_resting else app.control.add_consumer
    assert tell("heavy", reply=True, limit=1, timeout=30)


def swept(monkeypatch):
    """What the scheduler does every half minute, as if a minute had gone by."""
    monkeypatch.setattr(steps, "STALE_AFTER", timedelta(0))
    tasks.sweep_imports()


@pytest.mark.parametrize(
    ("count", "at_once"),
    [(20, 100), pytest.param(1_000, 5_000, marks=pytest.mark.long)],
    ids=["2,000 figures", "100,000 figures"],
)
def test_a_large_file_is_read_and_applied_once_although_the_worker_is_killed_and_withdrawn_again(
    celery_worker_process, team, page_as, monkeypatch, tmp_path, count, at_once
):
    worker, figures = celery_worker_process, count * len(MONTHS)
    make_kpis(team, count)
    file = tmp_path / "returns.csv"
    file.write_bytes(table(count))
    worker_rests(True)

    sheet = page_as(team.lead)
    sheet.goto("/figures/upload/")
    sheet.get_by_label("Your table").set_input_files(file)
    sheet.get_by_role("button", name="Upload").click()
    expect(sheet.get_by_role("heading", name="Waiting to be read")).to_be_visible()
    row = FigureImport.objects.get()
    importing.cut_import(import_id=row.pk, at=datetime.now(UTC), at_once=at_once)  # noqa: TID251
    row.refresh_from_db()
    assert row.chunk_count == 20
    swept(monkeypatch)
    worker_rests(False)
    killed_while_reading(worker, row, sheet)

    worker.start()
    swept(monkeypatch)
    within = {"timeout": 120_000}
    expect(sheet.get_by_text(f"Of {figures:,} figures, {figures:,} are new")).to_be_visible(**within)
    assert sheet.get_by_text("Page 1 of ").is_visible()
    worker_rests(True)
    sheet.get_by_role("button", name=f"Store {figures:,} figures").click()
    expect(sheet.get_by_text("all of them or none")).to_be_visible()
    killed_while_storing(worker, row)

    worker.start()
    swept(monkeypatch)
    expect(sheet.get_by_role("heading", name="Stored as drafts")).to_be_visible(**within)
    assert Figure.objects.filter(state="draft", file=row).count() == Figure.objects.count() == figures
    last = Figure.objects.get(kpi__code=f"AB{count - 1}", period_start="2025-04-01")
    assert last.value == (count - 1 + 99) % 90
    wait_until(lambda: not RecomputeRun.objects.filter(finished_at=None).exists(), within=120)

    sheet.get_by_label("Why is the file withdrawn?").fill("The wrong year.")
    sheet.get_by_role("button", name="Withdraw this file").click()
    expect(sheet.get_by_text(f"{figures:,} drafts withdrawn")).to_be_visible(**within)
    assert Figure.objects.filter(state="withdrawn").count() == figures
    assert not Figure.objects.open().exists()


def test_a_double_click_sends_a_file_once_and_who_goes_back_may_send_again(team, make_kpi, page_as, tmp_path):
    make_kpi()
    file = tmp_path / "mine.csv"
    file.write_text(HEAD + "AP1,2021,,,90,,\n")
    sheet = page_as(team.lead)
    sheet.goto("/figures/upload/")
    sheet.get_by_label("Your table").set_input_files(file)
    sheet.get_by_role("button", name="Upload").dblclick()
    expect(sheet.get_by_role("heading", name="Figures in mine.csv")).to_be_visible()
    assert FigureImport.objects.count() == 1
    sheet.go_back()
    sheet.get_by_label("Your table").set_input_files(file)
    sheet.get_by_role("button", name="Upload").click()
    expect(sheet.get_by_role("heading", name="Figures in mine.csv")).to_be_visible()
    assert FigureImport.objects.count() == 2
