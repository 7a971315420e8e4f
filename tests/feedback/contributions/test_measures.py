"""What the portal counts about itself, and how it becomes figures of KPIs."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.actions.measuring import as_entry
from feedback.contributions.models import (
    Contribution,
    ContributionEvent,
    Edition,
    Kind,
    Measure,
    MeasureKpi,
    PublicationYear,
    PublishConsent,
    ReachEdition,
)
from feedback.contributions.queries.measures import Counted, counted
from kpis.domain.periods import PeriodKind, parse
from kpis.figures.actions.counted import COUNTED
from kpis.figures.actions.definitions import create_kpi, define_kpi
from kpis.figures.models import Figure
from kpis.workstreams.models import Plan, Workstream

MARCH = parse("March 2026", PeriodKind.MONTH)
# 2 March 2026 is a Monday; twenty working days later is Monday 30 March.
RECEIVED = datetime(2026, 3, 2, 10, tzinfo=UTC)
DUE = datetime(2026, 3, 30, 10, tzinfo=UTC)
AFTER = datetime(2026, 4, 10, 4, tzinfo=UTC)
WILL = Words(you_said="x", outcome="will", what="We will.", owner="Lead", due_on=date(2027, 1, 1))
WILL_NOT = Words(you_said="x", outcome="will_not", reason="No room.")


@pytest.fixture
def told(receive, moderator):
    """`told(answered_at=...)`: a contribution that is counted only, answered or not; `words` of the answer."""
    sent = iter(range(1000))

    def make(at=RECEIVED, answered_at=None, words=WILL, **fields):
        row = receive(
            text=f"Number {next(sent)}.", at=at, publish_consent=PublishConsent.COUNTS_ONLY, **fields
        )
        actions.start_screening(contribution=row, by=moderator, at=at)
        actions.keep_private(contribution=row, by=moderator, at=at)
        if answered_at:
            response = actions.draft_response(contributions=[row], words=words, by=moderator, at=answered_at)
            actions.publish_response(
                response=response, number=response.versions.count(), by=moderator, at=answered_at
            )
        return Contribution.objects.get(pk=row.pk)

    return make


def part_of_whole(measure, period=MARCH, as_at=AFTER):
    found = counted(measure, period, as_at)
    return found.part, found.whole


# ---- counting ----


def test_received_counts_the_month_and_what_was_withdrawn_since(told):
    told()
    actions.withdraw(contribution=told(), at=AFTER)
    told(at=datetime(2026, 2, 28, 23, tzinfo=UTC))
    assert counted(Measure.RECEIVED, MARCH, AFTER).value == 2


def test_what_waits_apart_counts_once_it_is_let_through(receive, moderator):
    row = receive(text="Rush.", at=RECEIVED, set_aside="rush")
    assert counted(Measure.RECEIVED, MARCH, AFTER).value == 0
    actions.let_through(contribution=row, by=moderator, at=AFTER)
    assert counted(Measure.RECEIVED, MARCH, AFTER - timedelta(days=1)).value == 0
    assert counted(Measure.RECEIVED, MARCH, AFTER).value == 1


def test_an_answer_on_its_due_day_is_in_time_and_one_a_day_later_is_not(told):
    told(answered_at=DUE)
    told(answered_at=DUE + timedelta(days=1))
    assert part_of_whole(Measure.IN_TIME) == (1, 2)


def test_what_is_due_next_month_is_not_counted_this_month(told):
    told(at=datetime(2026, 3, 20, 10, tzinfo=UTC))
    assert part_of_whole(Measure.IN_TIME) == (0, 0)


def test_no_answer_is_owed_to_what_was_withdrawn_before_its_day(told):
    actions.withdraw(contribution=told(), at=DUE - timedelta(days=3))
    late = told()
    assert part_of_whole(Measure.IN_TIME) == (0, 1)
    actions.withdraw(contribution=late, at=AFTER)  # withdrawn after its day: it was owed
    assert part_of_whole(Measure.IN_TIME) == (0, 1)


def test_the_past_can_be_worked_out_again(told, moderator):
    row = told()
    response = actions.draft_response(contributions=[row], words=WILL, by=moderator, at=DUE)
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=DUE)
    assert part_of_whole(Measure.IN_TIME, as_at=DUE - timedelta(hours=1)) == (0, 1)
    assert part_of_whole(Measure.IN_TIME) == (1, 1)


def test_the_median_is_of_working_days_to_first_answers_in_the_month(told):
    told(answered_at=datetime(2026, 3, 3, 10, tzinfo=UTC))  # 1 working day
    told(answered_at=datetime(2026, 3, 9, 10, tzinfo=UTC))  # 5
    told(answered_at=datetime(2026, 3, 16, 10, tzinfo=UTC))  # 10
    told(answered_at=datetime(2026, 4, 1, 10, tzinfo=UTC))  # April's
    found = counted(Measure.DAYS_TO_ANSWER, MARCH, AFTER)
    assert (found.value, found.whole) == (5, 3)


def test_answers_to_concerns_that_say_what_was_done_are_a_share_of_all_of_them(told, did):
    told(answered_at=DUE, words=did)
    told(answered_at=DUE, words=WILL_NOT)
    told(answered_at=DUE, words=WILL)
    told(answered_at=DUE, words=did, kind=Kind.COMPLIMENT)
    assert part_of_whole(Measure.CHANGED) == (1, 3)


def test_days_since_the_yearly_publication_are_to_the_end_of_the_period(db):
    assert counted(Measure.DAYS_SINCE_YEARLY, MARCH, AFTER).value is None
    year = PublicationYear.objects.create(
        starts_on=date(2024, 9, 1), ends_on=date(2025, 9, 1), due_on=date(2025, 12, 1)
    )
    Edition.objects.create(year=year, number=1, published_at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    assert counted(Measure.DAYS_SINCE_YEARLY, MARCH, AFTER).value == 30


def test_groups_heard_from_are_read_from_the_edition_and_the_others_named(told):
    for _ in range(30):
        told(at=datetime(2026, 2, 2, 10, tzinfo=UTC))
    actions.publish_reach(at=datetime(2026, 4, 15, 4, tzinfo=UTC))
    found = counted(
        Measure.BANDS_HEARD, parse("April 2026", PeriodKind.MONTH), datetime(2026, 5, 1, tzinfo=UTC)
    )
    assert found.value == 1  # parents and carers
    assert "Autism" in found.remark
    assert counted(Measure.BANDS_HEARD, MARCH, datetime(2026, 4, 1, tzinfo=UTC)).value is None
    assert ReachEdition.objects.exists()


# ---- what may be shown of it ----

SHOWN = [
    (Counted(value=0, is_of_people=True), "0"),
    (Counted(value=4, is_of_people=True), "c"),
    (Counted(value=5, is_of_people=True), "5"),
    (Counted(value=2.5, whole=4), "c"),
    (Counted(value=2.5, whole=5), "2.5"),
    (Counted(value=None, whole=0), "z"),
    (Counted(value=30), "30"),
    (Counted(), "x"),
    (Counted(part=0, whole=0), "z"),
    (Counted(part=5, whole=10), "5/10"),
    (Counted(part=10, whole=10), "10/10"),
    (Counted(part=4, whole=20), "c"),
    (Counted(part=16, whole=20), "c"),
    (Counted(part=2, whole=4), "c"),
]


@pytest.mark.parametrize(("found", "shown"), SHOWN, ids=[f"{f.value}-{f.part}-{f.whole}" for f, _ in SHOWN])
def test_small_numbers_and_shares_and_medians_of_few_are_not_shown(found, shown):
    entry = as_entry(found)
    share = f"{entry.numerator}/{entry.denominator}" if entry.numerator is not None else ""
    assert (share or entry.symbol or str(entry.value)) == shown


@pytest.mark.parametrize(
    ("part", "whole", "is_corrected"), [(32, 40, False), (30, 43, False), (36, 46, True)]
)
def test_a_recount_that_would_tell_on_a_few_is_left(part, whole, is_corrected):
    before = Figure(value=75, numerator=30, denominator=40)
    entry = as_entry(Counted(part=part, whole=whole), before)
    assert (entry is not None) == is_corrected


# ---- figures ----


@pytest.fixture
def make_kpi(person):
    officer = person("data_officer", email="data@example.org")
    workstream = Workstream.objects.create(
        plan=Plan.objects.create(name="The plan"), name="Voice", slug="voice", purpose="Heard.", position=1
    )

    def make(code="FB1", **changes):
        kpi = create_kpi(code=code, workstream=workstream)
        fields = {
            "name": "Contributions received",
            "meaning": "How much people told us.",
            "nature": "experience",
            "polarity": "none",
            "numerator": "contributions",
            "unit": "count",
            "frequency": "month",
            "accumulation": "in_period",
            "source": COUNTED,
            "shown_to_board": True,
            "collected_from": date(2026, 2, 1),
        }
        define_kpi(kpi=kpi, fields=fields | changes, by=officer, at=RECEIVED)
        kpi.officer = officer
        return kpi

    return make


def test_each_night_fills_the_months_that_have_ended_and_catches_up(make_kpi, told):
    kpi = make_kpi()
    for _ in range(6):
        told()
    actions.switch_on(measure=Measure.RECEIVED, kpi=kpi, by=kpi.officer, at=AFTER)
    assert actions.fill_measures(at=AFTER) == 2
    february, march = Figure.objects.order_by("period_start")
    assert (february.value, march.value) == (0, 6)
    assert (march.recorded_by, march.source) == (kpi.officer, COUNTED)
    assert actions.fill_measures(at=AFTER) == 0
    assert actions.fill_measures(at=datetime(2026, 6, 2, 4, tzinfo=UTC)) == 2


def test_a_recount_by_enough_is_a_correction(make_kpi, told, receive, moderator):
    kpi = make_kpi()
    actions.switch_on(measure=Measure.RECEIVED, kpi=kpi, by=kpi.officer, at=AFTER)
    apart = [receive(text=f"Rush {n}.", at=RECEIVED, set_aside="rush") for n in range(6)]
    for _ in range(5):
        told()
    actions.fill_measures(at=AFTER)
    for row in apart:
        actions.let_through(contribution=row, by=moderator, at=AFTER)
    assert actions.fill_measures(at=AFTER + timedelta(days=1)) == 1
    assert Figure.objects.get(correction_reason="Recounted").value == Decimal(11)


def test_a_kpi_of_another_unit_or_kind_is_refused_with_the_reason(make_kpi):
    kpi = make_kpi()
    with pytest.raises(actions.Refused, match="in count, the measure is in per cent"):
        actions.switch_on(measure=Measure.IN_TIME, kpi=kpi, by=kpi.officer, at=AFTER)


def test_a_kpi_that_was_defined_anew_is_left_and_the_others_are_counted(make_kpi, told):
    for _ in range(6):
        told()
    days, received = make_kpi("FB1", unit="days"), make_kpi("FB2")
    for measure, kpi in ((Measure.DAYS_SINCE_YEARLY, days), (Measure.RECEIVED, received)):
        actions.switch_on(measure=measure, kpi=kpi, by=kpi.officer, at=AFTER)
    was = days.definitions.get()
    fields = {
        name: getattr(was, name) for name in ("name", "meaning", "nature", "polarity", "frequency", "source")
    }
    anew = fields | {
        "unit": "per cent",
        "numerator": "days",
        "denominator": "days",
        "accumulation": "in_period",
    }
    define_kpi(kpi=days, fields=anew | {"shown_to_board": True}, by=days.officer, at=AFTER, reason="A share.")
    actions.fill_measures(at=AFTER)
    assert set(Figure.objects.values_list("kpi__code", flat=True)) == {"FB2"}


def test_only_those_who_keep_definitions_may_link(make_kpi, person):
    with pytest.raises(actions.Refused):
        actions.switch_on(measure=Measure.RECEIVED, kpi=make_kpi(), by=person("moderator"), at=AFTER)


def test_linking_on_the_page_ends_on_the_page(make_kpi, client_as):
    kpi = make_kpi()
    client = client_as(kpi.officer)
    address = reverse("contributions:link_measure", args=["received"])
    assert client.post(address, {"kpi": ""}).context["form"].errors == {"kpi": ["Choose a KPI."]}
    assert client.post(address, {"kpi": kpi.pk}).url == reverse("contributions:measures")
    again = client.post(address, {"kpi": kpi.pk})
    assert "linked already" in str(again.context["form"].errors["kpi"])
    assert "FB1" in client.get(reverse("contributions:measures")).content.decode()
    client.post(reverse("contributions:unlink_measure", args=["received"]))
    assert not MeasureKpi.objects.filter(switched_off_at=None).exists()
    assert client.get(reverse("contributions:link_measure", args=["nonsense"])).status_code == 404


def test_counting_writes_nothing_about_contributions(make_kpi, told):
    kpi = make_kpi()
    told()
    before = ContributionEvent.objects.count()
    actions.switch_on(measure=Measure.RECEIVED, kpi=kpi, by=kpi.officer, at=AFTER)
    actions.fill_measures(at=AFTER)
    assert ContributionEvent.objects.count() == before


def test_a_share_of_what_everybody_can_count_on_a_public_page_is_shown_however_small():
    entry = as_entry(Counted(part=1, whole=3, is_public=True))
    assert (entry.numerator, entry.denominator) == (1, 3)
