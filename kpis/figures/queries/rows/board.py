"""The rows themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from kpis.domain.line import Line
from kpis.domain.rating import Rating
from kpis.figures.models import Kpi, KpiException, Status
from kpis.figures.queries.columns import figure_columns
from kpis.figures.queries.rows.known import Judged, Known, known_at, label, statuses_of
from kpis.figures.queries.rows.lists import FigureLists, Provenance
from kpis.figures.queries.standing import CONCERNS, open_exceptions

SOME_CODE = "A0000"


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One KPI in a list, at a moment. `figure_words` and `period` are empty where there is no figure yet."""

    kpi: Kpi
    name: str
    address: str
    period: str
    figure_words: str
    basis: str
    source: str
    expected_words: str
    status: Judged | Status
    line: Line | None  # None where there is nothing to compare
    baseline: str  # its period; empty without one
    newer_waits: bool  # a figure for a later period than the shown one waits for approval
    needs: str  # what about the current figure needs an exception, in words; empty where nothing does
    exceptions: tuple[KpiException, ...]
    on: date

    @property
    def has_figure(self) -> bool:
        return bool(self.period)

    @property
    def is_overdue(self) -> bool:
        due_on = self.status.next_due_on
        return due_on is not None and due_on < self.on and not self.newer_waits

    @property
    def days_overdue(self) -> int:
        return (self.on - self.status.next_due_on).days

    @property
    def is_unexplained(self) -> bool:
        """The current figure needs an exception, and nobody has given it one yet."""
        return bool(self.needs) and all(e.figure_id != self.status.figure_id for e in self.exceptions)


def board_rows(kpis: Iterable[Kpi], moment: datetime, *, now: bool) -> list[KpiRow]:
    """Those of these KPIs that the Board saw at a moment, in the order given; `now` reads the stored status.

    A fixed number of queries, whether for one KPI or for hundreds, and two less where no exception is open.
    """
    kpis = list(kpis)
    known = known_at([kpi.pk for kpi in kpis], moment, now=now)
    return list(_Rows([kpi for kpi in kpis if kpi.pk in known], known, moment))


class _Rows:
    """The rows of some KPIs. What several of them share, such as the words of a period, is worked out once."""

    def __init__(self, kpis: Sequence[Kpi], known: dict[int, Known], moment: datetime):
        ids = [kpi.pk for kpi in kpis]
        self.kpis, self.known, self.on = kpis, known, timezone.localdate(moment)
        self.address = reverse("figures:kpi", args=[SOME_CODE])  # asked once: it takes as long as a whole row
        self.statuses = statuses_of(known, moment)
        excepted = [pk for pk in ids if known[pk].may_be_excepted]
        self.exceptions = open_exceptions(excepted, moment) if excepted else {}
        self.figures = FigureLists(figure_columns(ids, [known[pk].frequency for pk in ids], moment))
        self.current = [self.figures.place_of(n, self.statuses[pk].figure_id) for n, pk in enumerate(ids)]
        self.shown = [self.figures.shown(n, current) for n, current in enumerate(self.current)]
        self.provenance = self.figures.provenance(self.shown)

    def __iter__(self) -> Iterator[KpiRow]:
        return (self._row(place, kpi) for place, kpi in enumerate(self.kpis))

    def _row(self, place: int, kpi: Kpi) -> KpiRow:
        known, status, at = self.known[kpi.pk], self.statuses[kpi.pk], self.shown[place]
        from_where = self.provenance.get(at, Provenance("", ""))
        return KpiRow(
            kpi=kpi,
            name=known.name,
            address=self.address.replace(SOME_CODE, kpi.code),
            period="" if at is None else self.figures.label(known, at),
            figure_words="" if at is None else self.figures.words(known, at),
            basis=from_where.basis,
            source=from_where.source or known.source,
            expected_words="" if status.expected is None else known.shown(status.expected),
            status=status,
            line=self.figures.line(place, known),
            baseline=label(*known.baseline) if known.baseline else "",
            newer_waits=self._newer_waits(place, known),
            needs=self._needs(place, known, status),
            exceptions=tuple(self.exceptions.get(kpi.pk, ())),
            on=self.on,
        )

    def _newer_waits(self, place: int, known: Known) -> bool:
        current = self.current[place]
        return known.waits_for is not None and (
            current is None or known.waits_for > self.figures.start(current)
        )

    def _needs(self, place: int, known: Known, status: Judged | Status) -> str:
        """`off track`, `a special cause for concern`, or both: see `standing.needs_words`."""
        words = ["off track"] if status.rating == Rating.OFF_TRACK else []
        if status.variation in CONCERNS and self._counts_for_limits(self.current[place], known):
            words.append("a special cause for concern")
        return " and ".join(words)

    def _counts_for_limits(self, at: int | None, known: Known) -> bool:
        has_value = at is not None and self.figures.values[at] is not None
        return has_value and self.figures.start(at) not in known.left_out
