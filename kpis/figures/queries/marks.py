"""What the pages of chart marks read: the marks of a KPI, and what one of them does to its chart."""

from dataclasses import dataclass, replace
from datetime import datetime

from kpis.domain.periods import Period
from kpis.domain.series import Series
from kpis.domain.status import ONCE_A_YEAR
from kpis.figures.models import ChartMark, Kpi, MarkState
from kpis.figures.queries.charts import drawn_charts, unreported
from kpis.figures.queries.record import Record, records_at


@dataclass(frozen=True, slots=True)
class Effect:
    """The chart as it is and as a mark would make it."""

    before: Series
    after: Series


@dataclass(frozen=True, slots=True)
class MarksPage:
    """Every mark of a KPI by where it stands, the latest period first."""

    proposed: list[ChartMark]
    agreed: list[ChartMark]
    past: list[ChartMark]


def marks_of(kpi: Kpi) -> MarksPage:
    people = ("proposed_by", "decided_by", "ended_by", "kpi__workstream")
    rows = list(kpi.chart_marks.select_related(*people).order_by("-period_start", "-id"))
    return MarksPage(
        proposed=[mark for mark in rows if mark.state == MarkState.PROPOSED],
        agreed=[mark for mark in rows if mark.state == MarkState.AGREED],
        past=[mark for mark in rows if mark.state in (MarkState.DECLINED, MarkState.ENDED)],
    )


def to_agree(user):
    """The marks that wait for this person, the oldest first; what they proposed is not theirs to agree."""
    return sent_to(user).filter(state=MarkState.PROPOSED).order_by("proposed_at", "id")


def sent_to(user):
    """What was ever proposed to this person."""
    rows = ChartMark.objects.filter(kpi__in=Kpi.objects.approved_by(user)).exclude(proposed_by=user)
    return rows.select_related("kpi__workstream", "proposed_by")


def to_end(user):
    """Agreed marks of this person's workstreams, and their own proposals, which they may withdraw."""
    agreed = ChartMark.objects.filter(kpi__in=Kpi.objects.approved_by(user), state=MarkState.AGREED)
    return (agreed | ChartMark.objects.proposed().filter(proposed_by=user)).select_related("kpi")


def markable_periods(kpi: Kpi, *, at: datetime) -> list[Period]:
    """The periods of its chart, the latest first; none for a KPI with one figure a year."""
    record = _record(kpi, at)
    periods = [figure.period for figure in record.figures] if record else []
    return [period for period in reversed(periods) if period.kind not in ONCE_A_YEAR]


def effect_of(mark: ChartMark, *, at: datetime) -> Effect:
    """What a mark that does not count yet would do."""
    record = _record(mark.kpi, at)
    marks = sorted([*record.marks, mark], key=lambda one: one.period_start)
    return Effect(
        before=_named(record, "now"), after=_named(replace(record, marks=tuple(marks)), "with the mark")
    )


def _named(record: Record, when: str) -> Series:
    """One page shows both charts, and a drawing is known by its title."""
    series = drawn_charts(record, unreported(record))[-1]
    return replace(series, title=f"{series.title}, {when}")


def _record(kpi: Kpi, at: datetime) -> Record | None:
    records = records_at([kpi], at)
    return records[0] if records else None
