"""The same money is counted once, wherever a sum is read, and as at any moment."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kpis.savings import actions
from kpis.savings.actions import refusals
from kpis.savings.models import DoubleCountMember
from kpis.savings.queries import board_savings, register, stored, work_out_years, worked_out
from kpis.savings.queries.groups import groups_in, shared_part
from kpis.savings.queries.monthly import counted_months
from tests.kpis.savings.conftest import ADDED, MEETING, plan_year

LATER = MEETING + timedelta(days=40)


@pytest.fixture
def twice(make_initiative, make_group, join):
    """£600,000 a month twice, on a base of £1,000,000 a month: (group, first, second)."""
    first, second = (make_initiative(code, monthly=600_000) for code in ("LP-1", "LP-2"))
    group = make_group(monthly=1_000_000)
    join(group, first, second)
    return group, first, second


def of(initiative, *, year=2019, at=MEETING):
    return work_out_years(years=[year], at=at)[year].by_initiative()[initiative.pk]


def test_two_initiatives_on_the_same_children_count_no_more_than_is_spent_on_them(twice):
    _, first, second = twice
    assert (of(first).planned, of(first).planned_overlap) == (7_200_000, 0)
    assert (of(second).planned, of(second).planned_overlap) == (4_800_000, 2_400_000)
    total = worked_out(year=2019, at=MEETING).of(None)
    assert (total.planned, total.planned_overlap) == (12_000_000, 2_400_000)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["the first first", "the second first"])
def test_it_does_not_matter_which_was_entered_first(make_initiative, make_group, join, order):
    group = make_group(monthly=1_000_000)
    amounts = (600_000, 700_000)
    for n in order:
        join(group, make_initiative(f"LP-{n}", monthly=amounts[n]), position=n + 1)
    [row] = groups_in(year=2019, at=MEETING)
    assert [place.progress.planned for place in row.members] == [12 * 600_000, 12 * 400_000]


def test_the_sum_is_the_same_wherever_it_is_read(twice, partnership):
    actions.recompute_progress(at=MEETING)
    known = work_out_years(years=[2019], at=MEETING)[2019]
    months = counted_months(known, 2019).values()
    [part] = register(year=2019, at=MEETING)
    [row] = groups_in(year=2019, at=MEETING)
    [(_, in_group)] = row.by_type
    for name in ("planned", "planned_overlap", "forecast", "forecast_overlap", "delivered"):
        sums = {
            getattr(board_savings(year=2019, as_at=MEETING).total, name),
            getattr(board_savings(year=2019).rows[0].progress, name),
            getattr(stored(2019).of(partnership.provision.pk), name),
            getattr(part.total, name),
            getattr(in_group, name),
            sum(getattr(month, name) or 0 for year in months for month in year),
        }
        assert len(sums) == 1, name


def test_one_initiative_by_itself_counts_what_it_counts_among_all(twice):
    _, _, second = twice
    alone = work_out_years(years=[2019], at=MEETING, only=second)[2019]
    assert alone.by_initiative()[second.pk] == of(second)
    part = shared_part(second, alone, year=2019, at=MEETING)
    assert [place.initiative.code for place in part.beside] == ["LP-1"]
    assert sum(month.planned_overlap for month in part.months) == 2_400_000


def test_the_order_changes_who_counts_and_not_how_much(twice, partnership):
    group, first, second = twice
    actions.reorder_group(
        group=group,
        positions={first.pk: 2, second.pk: 1},
        reason="Signed first",
        by=partnership.finance,
        at=LATER,
    )
    assert (of(first, at=LATER).planned, of(second, at=LATER).planned) == (4_800_000, 7_200_000)
    assert (of(first).planned, of(second).planned) == (7_200_000, 4_800_000)  # the meeting keeps its order


def test_membership_and_base_leave_an_earlier_meeting_as_it_was(twice, partnership):
    group, first, second = twice
    before = board_savings(year=2019, as_at=MEETING)
    by = {"by": partnership.finance, "at": LATER}
    terms = {"what_is_shared": "Fewer", "basis": "forecast", "funding_scope": "HNB", "source": "Month 7"}
    amounts = {date(2019, 4, 1): Decimal(700_000)}
    actions.set_base(group=group, amounts=amounts, reason="Fewer places", **terms, **by)
    assert of(second, at=LATER).planned == 100_000 + 11 * 600_000  # eleven months have no base now
    actions.leave_group(group=group, initiative=first, reason="Another cost line after all", **by)
    assert of(second, at=LATER).planned == 12 * 600_000
    assert board_savings(year=2019, as_at=MEETING) == before


def test_a_base_of_one_year_leaves_those_of_other_years_alone(twice, partnership):
    group, _, second = twice
    plan_year(second, 600_000, year=2020, by=partnership.lead, at=MEETING, reason="The second year")
    terms = {"what_is_shared": "x", "basis": "budget", "funding_scope": "HNB", "source": "y", "reason": "z"}
    amounts = {date(2020, 4, 1): Decimal(50)}
    actions.set_base(group=group, amounts=amounts, by=partnership.finance, at=MEETING, **terms)
    assert of(second).planned == 4_800_000
    assert of(second, year=2020).planned == 50 + 11 * 600_000


def test_types_share_a_base_and_are_not_added_up(make_initiative, make_group, join):
    group = make_group(monthly=1_000)
    join(
        group,
        make_initiative("LP-1", saving_type="cost_avoidance", monthly=700),
        make_initiative("LP-2", saving_type="cashable", monthly=700),
        make_initiative("LP-3", saving_type="income", monthly=50),
    )
    [row] = groups_in(year=2019, at=MEETING)
    assert [(group.value, p.planned, p.planned_overlap) for group, p in row.by_type] == [
        ("towards_target", 12 * 300, 12 * 450),
        ("cost_avoidance", 12 * 700, 0),
    ]


def test_a_stopped_initiative_gives_its_base_back_from_the_month_it_stopped(twice, partnership):
    _, first, second = twice
    actions.move_stage(
        initiative=first, stage="stopped", reason="No provider", by=partnership.lead, at=MEETING
    )
    assert of(second).planned == 7 * 400_000 + 5 * 600_000  # stopped in November


def test_a_per_cent_is_of_what_is_left_and_moves_with_the_base(
    make_initiative, make_group, join, partnership
):
    fixed, part = make_initiative("LP-1", monthly=400), make_initiative("LP-2")
    group = make_group(monthly=1_000)
    join(group, fixed, part)
    per_cents = {date(2019, 12, 1): Decimal("12.5"), date(2020, 1, 1): Decimal(100)}
    plan = {"initiative": part, "kind": "planned", "by": partnership.lead, "at": MEETING}
    actions.record_plan(per_cents=per_cents, **plan)
    assert of(part).planned == 75 + 600
    assert of(part).forecast == 675  # the plan stands in for the forecast it does not have
    actions.record_plan(amounts={date(2020, 4, 1): Decimal(5)}, reason="Next year in pounds", **plan)
    assert of(part).planned == 675  # this year is carried over as it was stated
    assert of(part, year=2020).planned == 5


def test_a_per_cent_needs_a_base_to_be_of(make_initiative, partnership):
    with pytest.raises(refusals.NotSharing, match="shares no base"):
        actions.record_plan(
            initiative=make_initiative(),
            kind="planned",
            per_cents={date(2019, 4, 1): Decimal(5)},
            by=partnership.lead,
            at=MEETING,
        )


def test_who_states_a_per_cent_does_not_leave_its_base(make_initiative, make_group, join, partnership):
    part, group = make_initiative(), make_group(monthly=1_000)
    join(group, part)
    say = {"initiative": part, "by": partnership.lead, "at": MEETING}
    leave = {"group": group, "initiative": part, "reason": "x", "by": partnership.finance, "at": MEETING}
    actions.record_plan(kind="forecast", per_cents={date(2019, 4, 1): Decimal(5)}, **say)
    with pytest.raises(refusals.StatedAsPerCent, match="in pounds first"):
        actions.leave_group(**leave)
    actions.record_plan(kind="forecast", amounts={date(2019, 4, 1): Decimal(5)}, reason="In pounds", **say)
    actions.leave_group(**leave)
    assert not DoubleCountMember.objects.known_at(None).exists()


def test_a_place_is_taken_once(twice, make_initiative, make_group, partnership):
    group, first, _ = twice
    say = {"reason": "x", "by": partnership.finance, "at": MEETING}
    with pytest.raises(refusals.PlaceTaken, match="LP-2 is at position 2"):
        actions.join_group(group=group, initiative=make_initiative("LP-3"), position=2, **say)
    with pytest.raises(refusals.PlaceTaken, match="in the group “Places” already"):
        actions.join_group(group=make_group("Others", 1), initiative=first, position=1, **say)


def test_an_order_is_refused_that_is_not_one(twice, partnership):
    group, first, second = twice
    say = {"group": group, "reason": "x", "by": partnership.finance, "at": MEETING}
    with pytest.raises(refusals.PlaceTaken, match="same position"):
        actions.reorder_group(positions={first.pk: 1, second.pk: 1}, **say)
    with pytest.raises(refusals.ChangedMeanwhile):
        actions.reorder_group(positions={first.pk: 1}, **say)


def test_an_order_that_stays_writes_no_rows(twice, partnership):
    group, first, second = twice
    positions = {first.pk: 1, second.pk: 2}
    say = {"group": group, "reason": "x", "by": partnership.finance, "at": MEETING}
    assert actions.reorder_group(positions=positions, **say) == []
    assert DoubleCountMember.objects.count() == 2


@pytest.mark.parametrize(
    ("spoilt", "refusal"),
    [
        ({"replaces": 4, "reason": "x"}, refusals.ChangedMeanwhile),
        ({}, refusals.ReasonMissing),
        ({"amounts": {}, "reason": "x"}, refusals.NoBase),
    ],
    ids=["somebody else changed it", "without a reason", "no money at all"],
)
def test_a_base_is_refused(twice, partnership, spoilt, refusal):
    terms = {"what_is_shared": "x", "basis": "budget", "funding_scope": "HNB", "source": "y"}
    given = {"amounts": {date(2019, 4, 1): Decimal(1)}, **terms, **spoilt}
    with pytest.raises(refusal):
        actions.set_base(group=twice[0], by=partnership.finance, at=MEETING, **given)


def test_a_name_is_given_once(make_group):
    make_group("Places", 1)
    with pytest.raises(refusals.NameTaken):
        make_group("Places", 1)


@pytest.mark.parametrize("reason", ["", None], ids=["empty", "none"])
def test_every_change_says_why(make_initiative, make_group, join, reason):
    with pytest.raises(refusals.ReasonMissing):
        join(make_group(monthly=1), make_initiative(), reason=reason)


def test_shared_bases_take_two_queries_whatever_there_is(
    make_initiative, make_group, join, django_assert_num_queries
):
    group = make_group(monthly=1)
    join(group, make_initiative("LP-0", monthly=1))
    with django_assert_num_queries(9):  # one fewer than with deliveries
        worked_out(year=2019, at=MEETING)
    for n in range(1, 8):
        join(make_group(f"Group {n}", 1), make_initiative(f"LP-{n}", monthly=1))
    with django_assert_num_queries(9):
        worked_out(year=2019, at=MEETING)


def test_a_group_that_nobody_is_in_has_all_of_its_base_left(make_group):
    make_group(monthly=100)
    [row] = groups_in(year=2019, at=MEETING)
    assert (row.base_gbp, row.by_type, row.months[0].left_by_plans) == (1_200, (), 100)
    [other] = groups_in(year=2025, at=MEETING)
    assert (other.base_gbp, other.months_without_base) == (None, 12)
    assert groups_in(year=2019, at=ADDED - timedelta(days=1)) == []
