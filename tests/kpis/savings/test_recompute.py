"""Recomputing savings in the background: the run, its chunks, what a dead worker leaves, a real worker."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from kpis.figures.actions import runs
from kpis.figures.models import RecomputeRun, RunChunk
from kpis.savings import actions, tasks
from kpis.savings.models import SavingsProgress
from kpis.savings.queries import board_savings, stored, worked_out, worked_out_years
from tests.kpis.savings.conftest import MEETING, plan_year
from tests.servers import wait_until


@pytest.fixture
def three_years(make_initiative, set_target, partnership):
    """Savings in 2019/20, 2020/21 and 2021/22."""
    set_target(500_000, provision=200_000)
    initiative = make_initiative(monthly=10_000)
    plan_year(initiative, 5_000, year=2020, by=partnership.lead, reason="The second year")
    plan_year(initiative, 4_000, year=2021, by=partnership.lead, reason="The third year")
    return initiative


def rows():
    """What is stored, by its key; ids and moments apart."""
    fields = [f.name for f in SavingsProgress._meta.concrete_fields if f.name not in ("id", "computed_at")]
    return sorted(SavingsProgress.objects.values_list(*fields), key=str)


def run_all(run, *, at=MEETING, numbers=None):
    for number in numbers or range(1, run.chunk_count + 1):
        actions.recompute_chunk(run_id=run.pk, number=number, at=at)
    run.refresh_from_db()
    return run


def test_years_worked_out_together_are_the_same_as_one_by_one(three_years, report):
    report(three_years, 9, 8_000)
    together = worked_out_years(years=[2019, 2020, 2021], at=MEETING)
    assert together == [worked_out(year=year, at=MEETING) for year in (2019, 2020, 2021)]
    assert [year.of(None).planned for year in together] == [120_000, 60_000, 48_000]
    assert worked_out_years(years=[], at=MEETING) == []


def test_two_signatures_at_the_same_moment_both_count(transactional_db, make_initiative, report, partnership):
    """The second waits for the first to be committed, and then works out the year with both."""
    first, other = make_initiative("LP-1", monthly=10_000), make_initiative("LP-2", monthly=10_000)
    april, may = report(first, 4, 1, sign=False), report(other, 5, 2, sign=False)

    def sign_may():
        actions.sign_off(delivered=may, by=partnership.finance, at=MEETING)
        connection.close()

    second = Thread(target=sign_may)
    with transaction.atomic():
        actions.sign_off(delivered=april, by=partnership.finance, at=MEETING)
        second.start()
        second.join(timeout=0.3)
        assert second.is_alive()
    second.join()
    assert stored(2019).of(None).delivered == 3


def test_a_run_has_a_chunk_for_every_year_with_savings(three_years):
    run = actions.open_savings_run(why="test", by_id=None, at=MEETING)
    assert list(RunChunk.objects.filter(run=run).order_by("number").values_list("item_ids", flat=True)) == [
        [2019],
        [2020],
        [2021],
    ]


@pytest.mark.parametrize(
    "numbers", [[1, 2, 3], [3, 1, 2], [2, 2, 1, 3, 3, 1]], ids=["in order", "out of order", "some twice"]
)
def test_any_order_and_repetition_gives_the_same(three_years, numbers):
    actions.recompute_progress(at=MEETING)
    before = rows()
    SavingsProgress.objects.all().delete()
    run = run_all(actions.open_savings_run(why="test", by_id=None, at=MEETING), numbers=numbers)
    assert run.is_finished
    assert rows() == before


def test_the_last_chunk_forgets_years_without_savings(three_years):
    spare = SavingsProgress.objects.filter(financial_year=2019).first()
    spare.pk, spare.financial_year = None, 2031
    spare.save(force_insert=True)
    run = actions.open_savings_run(why="test", by_id=None, at=MEETING)
    run_all(run, numbers=[1, 2])
    assert stored(2031).at
    assert run_all(run, numbers=[3]).is_finished
    assert stored(2031).at is None


def test_a_chunk_whose_worker_died_is_found_again(three_years):
    run = actions.open_savings_run(why="test", by_id=None, at=MEETING)
    runs.claim_chunk(run_id=run.pk, number=1, at=MEETING)  # and its worker is gone
    later = MEETING + 2 * runs.STALE_AFTER
    assert (run.pk, 1) in runs.stale_chunks(subject="savings", at=later)
    assert run_all(run, at=later).is_finished


def test_a_chunk_that_kills_its_workers_is_named_and_the_run_ends(three_years):
    run = actions.open_savings_run(why="test", by_id=None, at=MEETING)
    run_all(run, numbers=[1, 2])
    RunChunk.objects.filter(run=run, number=3).update(attempts=runs.GIVE_UP_AFTER, claimed_at=MEETING)
    actions.abandon_hopeless_chunks(at=MEETING + timedelta(hours=1))
    run.refresh_from_db()
    assert run.is_finished
    assert [failure.item_id for failure in run.failures.all()] == [2021]


def test_without_savings_a_run_is_finished_at_once(db):
    assert actions.open_savings_run(why="test", by_id=None, at=MEETING).is_finished


def test_a_signature_opens_a_run_that_says_why_and_by_whom(client_as, partnership, three_years, report):
    waiting = report(three_years, 9, 8_000, sign=False)
    client_as(partnership.finance).post(reverse("savings:sign_off"), {"report": waiting.pk})
    run = RecomputeRun.objects.get()
    assert (run.subject, run.requested_by) == ("savings", partnership.finance)
    assert run.why == "Finance signed LP-1 September 2019"


def test_a_report_that_waits_changes_nothing_and_opens_no_run(client_as, partnership, three_years):
    before = rows()
    client_as(partnership.lead).post(
        reverse("savings:report_delivered", args=["LP-1"]),
        {"month": "2019-09-01", "amount": "8000", "evidence": "Ledger"},
    )
    assert rows() == before
    assert not RecomputeRun.objects.exists()


def test_a_run_is_started_by_hand_only_with_the_right_to(client_as, three_years):
    address = reverse("savings:recompute")
    assert client_as("workstream_lead").post(address).status_code == 403
    assert client_as("finance").get(address).status_code == 405
    answer = client_as("finance").post(address)
    assert answer.url == reverse("figures:run", args=[RecomputeRun.objects.get().pk])


@pytest.mark.servers
def test_a_signed_saving_moves_the_total_by_a_real_worker(
    celery_worker_process, client_as, partnership, three_years, report
):
    """The page works it out at once. That is deleted here, so that what is read afterwards is the worker's."""
    waiting = report(three_years, 9, 8_000, sign=False)
    client_as(partnership.finance).post(reverse("savings:sign_off"), {"report": waiting.pk})
    assert board_savings(year=2019).total.delivered == 8_000
    wait_until(lambda: not RecomputeRun.objects.filter(finished_at=None))
    before = rows()
    SavingsProgress.objects.all().delete()
    tasks.recompute_all_savings.delay(why="test")
    wait_until(
        lambda: RecomputeRun.objects.count() == 2 and not RecomputeRun.objects.filter(finished_at=None)
    )
    assert board_savings(year=2019).total.delivered == 8_000
    assert rows() == before
    assert stored(2019).at <= timezone.now()
