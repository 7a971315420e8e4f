"""Progress from the database: what counts, for whom, as at when; stored and worked out agree."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kpis.domain.savings import Progress, Rules, Stage, TypeGroup
from kpis.savings import actions
from kpis.savings.models import SavingsProgress
from kpis.savings.queries import board_savings, stored, worked_out, workstream_savings
from tests.kpis.savings.conftest import MEETING, plan_year

LATER = MEETING + timedelta(days=40)


@pytest.fixture
def year_in_progress(make_initiative, set_target, report):
    """£120,000 planned in provision, of which £18,000 is delivered by the meeting; target £200,000, £150,000 shared."""
    set_target(200_000, provision=150_000)
    initiative = make_initiative(monthly=10_000)
    for month, amount in ((4, 10_000), (5, 8_000)):
        report(initiative, month, amount)
    return initiative


def test_the_board_reads_target_plan_delivery_and_what_is_not_yet_allocated(year_in_progress):
    board = board_savings(year=2019, as_at=MEETING)
    assert board.label == "2019/20"
    assert board.total.target == 200_000
    assert board.total.planned == 120_000
    assert board.total.delivered == 18_000
    assert board.total.expected == 70_000  # April to October
    assert board.total.remaining == 80_000  # August to March; June and July are not waited for any more
    assert board.total.risk_adjusted == 82_000  # 18,000 + 80% of 80,000
    assert board.total.gap == 118_000
    assert board.not_yet_allocated == 50_000
    assert [row.label for row in board.rows] == ["Local provision", "Transport"]
    assert board.rows[0].progress.target == 150_000
    assert board.rows[1].progress == Progress()


def test_a_workstream_reads_the_same_as_its_row_of_the_board(year_in_progress, partnership):
    board = board_savings(year=2019, as_at=MEETING)
    own = workstream_savings(workstream=partnership.provision, year=2019, as_at=MEETING)
    assert own.progress == board.rows[0].progress


def test_what_is_stored_is_what_is_worked_out(year_in_progress):
    actions.recompute_progress(at=LATER)
    assert stored(2019).by_key == worked_out(year=2019, at=LATER).by_key
    assert board_savings(year=2019).total == board_savings(year=2019, as_at=LATER).total
    assert stored(2019).at == LATER


def test_a_correction_leaves_an_earlier_meeting_as_it_was(year_in_progress, partnership):
    before = board_savings(year=2019, as_at=MEETING)
    delivered = year_in_progress.deliveries.get(month=date(2019, 5, 1))
    correction = actions.correct_delivered(
        delivered=delivered,
        amount=Decimal("3000.50"),
        evidence="Ledger line 4712",
        reason="Booked twice",
        by=partnership.lead,
        at=LATER,
    )
    assert board_savings(year=2019).total.delivered == 18_000
    actions.sign_off(delivered=correction, by=partnership.finance, at=LATER)
    assert board_savings(year=2019, as_at=MEETING) == before
    assert board_savings(year=2019).total.delivered == Decimal("13000.50")


def test_versions_stages_targets_and_thresholds_leave_an_earlier_meeting_as_it_was(
    year_in_progress, partnership, set_target
):
    before = board_savings(year=2019, as_at=MEETING)
    plan_year(year_in_progress, 1_000, kind="forecast", by=partnership.lead, at=LATER)
    plan_year(year_in_progress, 2_000, by=partnership.lead, at=LATER, reason="Fewer places")
    set_target(300_000, provision=10_000, at=LATER, reason="Agreed anew")
    half = Rules(
        dict.fromkeys((Stage.IDENTIFIED, Stage.PLANNED, Stage.IN_DELIVERY, Stage.DELIVERED), 50),
        Decimal(10),
    )
    actions.set_rules(rules=half, reason="Caution", by=partnership.finance, at=LATER)
    actions.move_stage(
        initiative=year_in_progress, stage="stopped", reason="Provider left", by=partnership.lead, at=LATER
    )
    assert board_savings(year=2019, as_at=MEETING) == before
    now = board_savings(year=2019).total
    assert (now.target, now.tolerance) == (300_000, 10)
    assert now.planned == 16_000  # April to November: stopped on 24 December
    assert now.forecast == 21_000  # September to November are still waited for
    assert now.risk_adjusted == 18_000  # but not counted on: it stopped


def test_a_forecast_replaces_the_plan_only_in_what_remains(year_in_progress, partnership):
    plan_year(year_in_progress, 4_000, kind="forecast", by=partnership.lead, at=MEETING)
    total = board_savings(year=2019, as_at=MEETING).total
    assert total.planned == 120_000
    assert total.remaining == 32_000
    assert total.slippage == 70_000  # 120,000 - (18,000 + 32,000)


def test_types_are_never_summed_across_groups(make_initiative, set_target, partnership):
    set_target(500_000)
    for n, saving_type in enumerate(
        ("cashable", "income", "non_cashable", "cost_avoidance", "scope_reduction")
    ):
        make_initiative(f"LP-{n}", saving_type=saving_type, monthly=10 ** (n + 1))
    board = board_savings(year=2019, as_at=MEETING)
    assert board.total.planned == 12 * (10 + 100)
    assert [(group, progress.planned) for group, progress in board.others] == [
        (TypeGroup.NON_CASHABLE, 12_000),
        (TypeGroup.COST_AVOIDANCE, 120_000),
        (TypeGroup.SCOPE_REDUCTION, 1_200_000),
    ]
    assert all(progress.target is None for _, progress in board.others)
    assert all(progress.rated.rating == "not_rated" for _, progress in board.others)


def test_the_sum_of_the_workstreams_is_the_total(make_initiative, partnership):
    make_initiative("LP-1", monthly="33.33")
    make_initiative("TR-1", monthly="66.67", workstream=partnership.transport, stage="identified")
    board = board_savings(year=2019, as_at=MEETING)
    for name in ("planned", "forecast", "risk_adjusted", "expected", "full_year_effect"):
        assert sum(getattr(row.progress, name) for row in board.rows) == getattr(board.total, name)


def test_a_target_counts_from_the_moment_its_loader_says(set_target):
    set_target(100, at=LATER, counts_from=datetime(2019, 4, 1, tzinfo=UTC))
    assert board_savings(year=2019, as_at=MEETING).total.target == 100
    assert board_savings(year=2019, as_at=datetime(2019, 3, 1, tzinfo=UTC)).total.target is None


def test_the_last_day_of_a_month_in_london_is_not_yet_the_next_month(make_initiative):
    make_initiative(monthly=100)
    just_before = datetime(2019, 6, 30, 22, 59, tzinfo=UTC)  # 30 June, 23:59 in London
    midnight = just_before + timedelta(minutes=1)
    assert worked_out(year=2019, at=just_before).of(None).expected == 200
    assert worked_out(year=2019, at=midnight).of(None).expected == 300


def test_storing_twice_changes_nothing_but_the_moment(year_in_progress):
    actions.recompute_progress(at=MEETING)
    first = list(SavingsProgress.objects.order_by("id").values())
    actions.recompute_progress(at=MEETING)
    assert list(SavingsProgress.objects.order_by("id").values()) == first
    assert len(first) == 3 * len(TypeGroup)  # two workstreams and the total


def test_deleted_progress_is_rebuilt_as_it_was(year_in_progress):
    actions.recompute_progress(at=MEETING)
    before = stored(2019)
    SavingsProgress.objects.all().delete()
    assert board_savings(year=2019).at is None
    actions.recompute_progress(at=MEETING)
    assert stored(2019) == before


def test_a_slow_recompute_does_not_store_an_earlier_moment_over_a_later_one(year_in_progress):
    actions.recompute_progress(at=LATER)
    actions.recompute_progress(at=MEETING)
    assert stored(2019).at == LATER


def test_a_year_takes_as_many_queries_for_one_initiative_as_for_many(
    make_initiative, set_target, report, django_assert_num_queries
):
    set_target(1_000, provision=500)
    report(make_initiative("LP-0", monthly=1), 4, 1)
    with django_assert_num_queries(9):
        worked_out(year=2019, at=MEETING)
    for n in range(1, 8):
        report(make_initiative(f"LP-{n}", monthly=1), 4, 1)
    with django_assert_num_queries(9):
        worked_out(year=2019, at=MEETING)


def test_the_board_now_takes_seven_queries_four_of_them_for_gates(
    year_in_progress, django_assert_num_queries
):
    with django_assert_num_queries(7):
        board_savings(year=2019)
