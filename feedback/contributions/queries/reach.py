"""Whom we heard from and whom not, as it was released: small counts are hidden, and no page gets at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from feedback.contributions.models import Dimension, PartnerType, ReachEdition, ReachPlan
from feedback.contributions.queries.heard import NOT_TOLD, bands, quarters_until
from feedback.domain.bands import NEED_WORDS
from kpis.domain.block import PrimaryNeed
from kpis.domain.disclosure import HIDDEN, Release
from kpis.domain.periods import PeriodKind, from_start

# Answers that are no group of people to go and ask.
NOBODY_IN_PARTICULAR = frozenset({str(PartnerType.OTHER), str(PrimaryNeed.NONE), NOT_TOLD})


@dataclass(frozen=True, slots=True)
class ReachRow:
    """A group: its counts by quarter and for all four, as text; `bar` is the total, None where it is hidden."""

    words: str
    cells: tuple[tuple[str, str], ...]
    total: str
    bar: int | None


@dataclass(frozen=True, slots=True)
class ReachTable:
    words: str
    quarters: tuple[str, ...]
    rows: tuple[ReachRow, ...]
    total: ReachRow
    has_hidden: bool


@dataclass(frozen=True, slots=True)
class NotHeard:
    """A group that nobody told us to belong to in four quarters, and who will ask it."""

    dimension: str
    band: str
    words: str
    plan: ReachPlan | None
    is_late: bool

    @property
    def key(self) -> str:
        return f"{self.dimension}:{self.band}"


@dataclass(frozen=True, slots=True)
class Reach:
    """The latest edition that could be shown. `newer` is a later one that is held back."""

    edition: ReachEdition | None
    first_day: date | None
    last_day: date | None
    tables: tuple[ReachTable, ...]
    not_heard: tuple[NotHeard, ...]
    newer: ReachEdition | None
    threshold: int | None = None

    @property
    def everybody(self) -> str:
        return self.tables[0].total.total if self.tables else ""


def bands_to_ask() -> dict[str, tuple[str, ...]]:
    """The groups that somebody can go and ask, by dimension."""
    return {d: tuple(b for b in labels if b not in NOBODY_IN_PARTICULAR) for d, labels in bands().items()}


def released_tables(edition: ReachEdition) -> dict[str, Release]:
    """The tables of an edition in the order of `Dimension`; the database does not keep the order of names."""
    stored = edition.released or {}
    return {d: Release.from_json(stored[d]) for d in Dimension.values if d in stored}


def reach(audience: str, today: date) -> Reach:
    """What an audience reads of whom we heard from. Three queries."""
    editions = list(ReachEdition.objects.filter(audience=audience).order_by("-until")[:12])
    edition = next((e for e in editions if e.released is not None), None)
    newer = editions[0] if editions and editions[0] != edition else None
    if edition is None:
        return Reach(None, None, None, (), (), newer)
    released = released_tables(edition)
    return Reach(
        edition,
        quarters_until(edition.until)[0],
        edition.last_day,
        tuple(_table(dimension, table) for dimension, table in released.items()),
        tuple(_not_heard(released, today)),
        newer,
        threshold=next(iter(released.values())).threshold,
    )


def words_of(dimension: str, band: str | None) -> str:
    """A band as it is said; None is the total."""
    if band is None:
        return "All"
    if band == NOT_TOLD:
        return "Not told"
    if dimension == Dimension.PARTNER_TYPE:
        return PartnerType(band).label
    return NEED_WORDS.get(band, band) if dimension == Dimension.NEED else band


def _table(dimension: str, released: Release) -> ReachTable:
    quarters = released.columns.labels
    rows = [_row(dimension, band, released) for band in released.rows.places]
    return ReachTable(
        words=Dimension(dimension).label,
        quarters=tuple(_quarter_words(quarter) for quarter in quarters),
        rows=tuple(rows[:-1]),
        total=rows[-1],
        has_hidden=bool(released.hidden),
    )


def _row(dimension: str, band: str | None, released: Release) -> ReachRow:
    cells = [(_quarter_words(q), _shown(released.cell(band, q))) for q in released.columns.labels]
    total = released.cell(band)
    return ReachRow(words_of(dimension, band), tuple(cells), _shown(total), total)


def _shown(count: int | None) -> str:
    return HIDDEN if count is None else f"{count:,}"


def _quarter_words(start: str) -> str:
    """`Jul to Sep 2026`."""
    period = from_start(PeriodKind.QUARTER, date.fromisoformat(start))
    return f"{period.start:%b} to {period.last_day:%b %Y}"


def _not_heard(released: dict[str, Release], today: date) -> Iterator[NotHeard]:
    plans = _plans()
    for dimension, table in released.items():
        for band in table.rows.labels:
            if band not in NOBODY_IN_PARTICULAR and table.row_total(band) == 0:
                plan = plans.get((dimension, band))
                is_late = bool(plan and plan.by_on < today)
                yield NotHeard(dimension, band, words_of(dimension, band), plan, is_late)


def _plans() -> dict[tuple[str, str], ReachPlan]:
    """The latest plan of each group."""
    latest = ReachPlan.objects.order_by("dimension", "band", "-noted_at", "-id").distinct("dimension", "band")
    return {(plan.dimension, plan.band): plan for plan in latest.select_related("noted_by")}
