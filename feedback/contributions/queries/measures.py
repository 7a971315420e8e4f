"""What the portal counts about itself: for a period, as it was on record at a moment.

Everything is read from dated rows, so that the past can be worked out again. What waits apart as possible abuse does
not count until a moderator has let it through.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import timezone

from feedback.contributions.models import (
    Contribution,
    ContributionEvent,
    Edition,
    Kind,
    Measure,
    MeasureKpi,
    Outcome,
    ReachEdition,
    ResponseVersion,
)
from feedback.contributions.models.event import LET_THROUGH
from feedback.contributions.queries.answers import WAITING_STATES
from feedback.contributions.queries.clocks import closed_days
from feedback.contributions.queries.reach import NOBODY_IN_PARTICULAR, released_tables, words_of
from feedback.domain.lifecycle import State, Step
from feedback.domain.working_time import add_working_days, working_days_between
from kpis.domain.numbers import format_value
from kpis.domain.periods import Period
from kpis.figures.models import Figure

# A clock of working days with every closed day there is: no due day is further off than that.
LONGEST_CLOCK = timedelta(days=120)
OWED = frozenset(WAITING_STATES) | {State.ANSWERED, State.OUTCOME_ASKED}


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted. A share has its `part` of a `whole`; a median is over `whole`; else there is a `value`.

    `value` is None where there is nothing to count in; `is_of_people` says that it is itself a number of contributions,
    `is_public` that everybody can count it on a public page anyway.
    """

    value: int | float | None = None
    part: int | None = None
    whole: int | None = None
    is_of_people: bool = False
    is_public: bool = False
    remark: str = ""

    @property
    def is_share(self) -> bool:
        return self.part is not None


def counted(measure: str, period: Period, as_at: datetime) -> Counted:
    """The raw number; whoever shows it hides what is small (`actions.measuring.as_entry`)."""
    return COUNTING[Measure(measure)](period, as_at)


def received(period: Period, as_at: datetime) -> Counted:
    """Everything received, withdrawn or not: it was told."""
    start, end = _moments(period)
    rows = _heard(as_at).filter(received_at__gte=start, received_at__lt=end)
    return Counted(value=rows.count(), is_of_people=True)


def in_time(period: Period, as_at: datetime) -> Counted:
    """Of the answers due in the period, those given by their day.

    An answer is owed to what was neither withdrawn nor given a reason not to publish by the end of that day.
    """
    start, end = _moments(period)
    rows = _heard(as_at).filter(received_at__gte=start - LONGEST_CLOCK, received_at__lt=end)
    due = {pk: _due_on(at) for pk, at in rows.values_list("pk", "received_at")}
    due = {pk: day for pk, day in due.items() if period.start <= day < period.end}
    steps = _steps(due, as_at)
    owed = [pk for pk, day in due.items() if _stood(steps[pk], day) in OWED]
    answered = [pk for pk in owed if _first_answer(steps[pk]) and _first_answer(steps[pk]) <= due[pk]]
    return Counted(part=len(answered), whole=len(owed))


def days_to_answer(period: Period, as_at: datetime) -> Counted:
    """The median working days from the day it came to the first answer, of first answers given in the period."""
    start, end = _moments(period)
    answers = ContributionEvent.objects.filter(step=Step.ANSWER, at__gte=start, at__lt=min(end, as_at))
    came = dict(_heard(as_at).filter(events__in=answers).values_list("pk", "received_at"))
    firsts = {pk: _first_answer(steps) for pk, steps in _steps(came, as_at).items()}
    took = [
        working_days_between(timezone.localdate(came[pk]), day, closed_days(day))
        for pk, day in firsts.items()
        if period.start <= day < period.end
    ]
    return Counted(value=median(took) if took else None, whole=len(took))


def changed(period: Period, as_at: datetime) -> Counted:
    """Of the answers to concerns that were published in the period, those that say that something was done.

    An answer to compliments alone is none to a concern. An answer counts as it read last by the period's end.
    """
    start, end = _moments(period)
    published = ResponseVersion.objects.filter(
        published_at__gte=start, published_at__lt=end, published_at__lte=as_at
    )
    concerns = Contribution.objects.exclude(kind=Kind.COMPLIMENT)
    last = (
        published.filter(response__contributions__in=concerns)
        .order_by("response_id", "-published_at", "-id")
        .distinct("response_id")
    )
    outcomes = [version.outcome for version in last]
    return Counted(part=outcomes.count(Outcome.DID), whole=len(outcomes), is_public=True)


def days_since_yearly(period: Period, as_at: datetime) -> Counted:
    """From the last yearly publication to the last day of the period."""
    _, end = _moments(period)
    last = (
        Edition.objects.filter(published_at__lt=end, published_at__lte=as_at)
        .order_by("-published_at", "-id")
        .first()
    )
    if last is None:
        return Counted(remark="There has been no yearly publication yet.")
    return Counted(value=(period.last_day - timezone.localdate(last.published_at)).days)


def bands_heard(period: Period, as_at: datetime) -> Counted:
    """How many groups told us something in the four quarters counted last by the period's end.

    Read from what was released: that a group is at nought is shown, and nothing else is needed.
    """
    edition = (
        ReachEdition.objects.shown()
        .filter(audience=ReachEdition.Audience.PARTNERS, until__lte=period.end, published_at__lte=as_at)
        .order_by("-until")
        .first()
    )
    if edition is None:
        return Counted(remark="Whom we hear from has not been counted yet.")
    groups = [
        (dimension, band, table.row_total(band) != 0)
        for dimension, table in released_tables(edition).items()
        for band in table.rows.labels
        if band not in NOBODY_IN_PARTICULAR
    ]
    not_heard = [words_of(dimension, band) for dimension, band, is_heard in groups if not is_heard]
    remark = f"Of {len(groups)} groups." + (f" Not heard from: {', '.join(not_heard)}." if not_heard else "")
    return Counted(
        value=len(groups) - len(not_heard), remark=remark if len(remark) <= 400 else f"{remark[:397]}..."
    )


COUNTING = {
    Measure.RECEIVED: received,
    Measure.IN_TIME: in_time,
    Measure.DAYS_TO_ANSWER: days_to_answer,
    Measure.CHANGED: changed,
    Measure.DAYS_SINCE_YEARLY: days_since_yearly,
    Measure.BANDS_HEARD: bands_heard,
}


def _moments(period: Period) -> tuple[datetime, datetime]:
    start, end = (timezone.make_aware(datetime.combine(day, time.min)) for day in (period.start, period.end))
    return start, end


def _heard(as_at: datetime):
    """What had been received by then and did not wait apart as possible abuse."""
    let_through_later = ContributionEvent.objects.filter(
        contribution=OuterRef("pk"), step=LET_THROUGH, at__gt=as_at
    )
    return Contribution.objects.filter(~Exists(let_through_later), received_at__lte=as_at, set_aside="")


def _due_on(received_at: datetime) -> date:
    day = timezone.localdate(received_at)
    return add_working_days(day, settings.ANSWER_WITHIN_WORKING_DAYS, closed_days(day))


def _steps(ids: Iterable[int], as_at: datetime) -> dict[int, list[tuple[str, str, date]]]:
    """Every step of these contributions by then, in order: what it was, how it stood afterwards, on which day."""
    rows = ContributionEvent.objects.filter(contribution__in=list(ids), at__lte=as_at).in_order()
    found = defaultdict(list)
    for pk, step, shows_as, at in rows.values_list("contribution_id", "step", "shows_as", "at"):
        found[pk].append((step, shows_as, timezone.localdate(at)))
    return found


def _stood(steps: list, day: date) -> str:
    return next((shows_as for _, shows_as, on in reversed(steps) if on <= day), "")


def _first_answer(steps: list) -> date | None:
    return next((on for step, _, on in steps if step == Step.ANSWER), None)


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure on the page of those who link them: what it means, and the KPI that takes its numbers."""

    key: str
    words: str
    meaning: str
    link: MeasureKpi | None
    name: str
    period: str
    shown: str


MEANINGS = {
    Measure.RECEIVED: "Everything people told us in the period, also what they withdrew since.",
    Measure.IN_TIME: "Of the answers that were due in the period, those given by their day.",
    Measure.DAYS_TO_ANSWER: "Of the first answers given in the period, in working days since it came.",
    Measure.CHANGED: "Of the published answers to anything but praise, those that say what was done.",
    Measure.DAYS_SINCE_YEARLY: "From the last yearly publication to the last day of the period.",
    Measure.BANDS_HEARD: "By partner type, neighbourhood, age and need, in the last four quarters counted.",
}


def measure_rows() -> list[MeasureRow]:
    """Every measure with its KPI and that KPI's latest figure. At most two queries a measure."""
    links = MeasureKpi.objects.filter(switched_off_at__isnull=True).select_related("kpi", "switched_on_by")
    by_measure = {link.measure: link for link in links}
    return [_measure_row(measure, by_measure.get(measure)) for measure in Measure]


def _measure_row(measure: Measure, link: MeasureKpi | None) -> MeasureRow:
    name = period = shown = ""
    if link:
        definition = link.kpi.definitions.order_by("-version").first()
        figure = (
            Figure.objects.filter(kpi=link.kpi)
            .exclude(counts_from=None)
            .order_by("-period_start", "-counts_from", "-id")
            .first()
        )
        name = definition.name
        if figure:
            value = (
                format_value(figure.value, definition.unit, definition.decimals)
                if figure.value is not None
                else ""
            )
            period, shown = figure.period.label, value or figure.symbol_words
    return MeasureRow(measure.value, measure.label, MEANINGS[measure], link, name, period, shown)
