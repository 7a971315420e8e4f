"""What each tool shows of a list of top-ups; amounts in pounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db.models import Prefetch

from kpis.domain.block import Sector
from kpis.domain.topups import (
    Average,
    EmptyPlaces,
    averages,
    change_of_bands,
    empty_places,
    first_slice,
    shared_out,
)
from kpis.topups.models import Band, BandTable, FirstSliceShown, PaidPlaces, TopUpList
from kpis.topups.queries.lists import pounds, settings_by_name, stays_of


@dataclass(frozen=True, slots=True)
class AverageRow:
    """`each` is what was spent in the year for a top-up, `full_year` what a place occupied all year costs."""

    name: str
    top_ups: int
    places: Decimal
    cost: Decimal
    each: Decimal
    full_year: Decimal
    is_of_few: bool


@dataclass(frozen=True, slots=True)
class AverageTable:
    title: str
    what: str
    rows: tuple[AverageRow, ...]


@dataclass(frozen=True, slots=True)
class BandRow:
    setting: str
    top_ups: int
    now: Decimal
    then: Decimal
    left_as_they_are: tuple[str, ...]

    @property
    def more(self) -> Decimal:
        return self.then - self.now


@dataclass(frozen=True, slots=True)
class EmptyRow:
    setting: str
    category: str
    paid_places: Decimal
    occupied_places: Decimal
    empty_places: Decimal
    pro_rata: Decimal
    for_empty: Decimal

    @property
    def in_full(self) -> Decimal:
        return self.pro_rata + self.for_empty


@dataclass(frozen=True, slots=True)
class FirstSliceRow:
    setting: str
    shown: tuple[str, ...]
    shown_less: tuple[str, ...]
    not_shown: tuple[str, ...]
    top_ups: int


def average_tables(top_ups: TopUpList) -> tuple[AverageRow | None, tuple[AverageTable, ...]]:
    """All top-ups of the year in one row, and by setting, sector and band; no row where none has a day in it."""
    stays, year = stays_of(top_ups), top_ups.financial_year
    groups = (
        ("By setting", "Setting", lambda stay: stay.setting),
        ("By sector", "Sector", lambda stay: Sector(stay.sector).words),
        ("By band", "Band", lambda stay: stay.band or "no band"),
    )
    tables = tuple(
        AverageTable(title, what, _average_rows(averages(stays, year=year, by=by)))
        for title, what, by in groups
    )
    everyone = _average_rows(averages(stays, year=year, by=lambda stay: "All top-ups"))
    return (everyone[0] if everyone else None), tables


def _average_rows(found: dict[str, Average]) -> tuple[AverageRow, ...]:
    pence = shared_out({name: average.cost for name, average in found.items()})
    return tuple(
        AverageRow(
            name,
            average.top_ups,
            _number(average.places),
            pounds(pence[name]),
            pounds(average.each),
            pounds(average.full_year),
            average.is_of_few,
        )
        for name, average in found.items()
    )


def band_changes(top_ups: TopUpList, table: BandTable) -> tuple[list[BandRow], BandRow]:
    """What each setting's top-ups would cost with this table, and all of them together; rows add up to that."""
    found = change_of_bands(stays_of(top_ups), values=table.values, year=top_ups.financial_year)
    now = shared_out({name: change.now for name, change in found.items()})
    then = shared_out({name: change.then for name, change in found.items()})
    rows = [
        BandRow(
            setting=name,
            top_ups=change.top_ups,
            now=pounds(now[name]),
            then=pounds(then[name]),
            left_as_they_are=change.left_as_they_are,
        )
        for name, change in found.items()
    ]
    return rows, _all_settings(rows)


def _all_settings(rows: list[BandRow]) -> BandRow:
    return BandRow(
        setting="All settings",
        top_ups=sum(row.top_ups for row in rows),
        left_as_they_are=tuple(reference for row in rows for reference in row.left_as_they_are),
        **sum_of(rows, "now", "then"),
    )


def band_tables(at: datetime):
    bands = Prefetch("bands", Band.objects.order_by("position"))
    return BandTable.objects.known_at(at).in_order().prefetch_related(bands).select_related("recorded_by")


def empty_place_rows(top_ups: TopUpList, at: datetime) -> list[EmptyRow]:
    """Every setting whose places are paid for while they are empty, that paying costs most first."""
    year, paid = top_ups.financial_year, PaidPlaces.objects.known_at(at).filter(basis=top_ups.basis)
    commitments: dict[str, list[PaidPlaces]] = {}
    for entry in paid.filter(financial_year=year).in_order():
        commitments.setdefault(entry.setting.name, []).append(entry)
    stays = stays_of(top_ups)
    found = {
        name: empty_places(
            [entry.commitment for entry in entries], [s for s in stays if s.setting == name], year=year
        )
        for name, entries in commitments.items()
    }
    rows = _empty_rows(found, {name: entries[0].setting.category for name, entries in commitments.items()})
    return sorted(rows, key=lambda row: (-row.for_empty, row.setting))


def _empty_rows(found: dict[str, EmptyPlaces], categories: dict[str, str]) -> list[EmptyRow]:
    pro_rata = shared_out({name: one.pro_rata for name, one in found.items()})
    for_empty = shared_out({name: one.for_empty for name, one in found.items()})
    return [
        EmptyRow(
            setting=name,
            category=categories[name],
            paid_places=_number(Fraction(one.paid_place_days, one.days_of_year)),
            occupied_places=_number(Fraction(one.occupied_place_days, one.days_of_year)),
            empty_places=_number(one.empty_places),
            pro_rata=pounds(pro_rata[name]),
            for_empty=pounds(for_empty[name]),
        )
        for name, one in found.items()
    ]


def sum_of(rows: Iterable, *names: str) -> dict[str, Decimal]:
    """The total of each of these columns."""
    rows = list(rows)
    return {name: sum((getattr(row, name) for row in rows), Decimal(0)) for name in names}


def first_slice_rows(top_ups: TopUpList, at: datetime) -> list[FirstSliceRow]:
    """Every mainstream school with top-ups in the year, those with most not shown first."""
    entries = FirstSliceShown.objects.known_at(at).filter(financial_year=top_ups.financial_year)
    shown = dict(entries.values_list("reference", "shown_gbp"))
    settings, by_setting = settings_by_name(), {}
    for stay in stays_of(top_ups):
        if settings[stay.setting].pays_first_slice and stay.days_in(top_ups.financial_year):
            by_setting.setdefault(stay.setting, []).append(stay.reference)
    found = {name: first_slice(references, shown) for name, references in by_setting.items()}
    rows = [FirstSliceRow(n, f.shown, f.shown_less, f.not_shown, f.top_ups) for n, f in found.items()]
    return sorted(rows, key=lambda row: (-len(row.not_shown), row.setting))


def _number(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator
