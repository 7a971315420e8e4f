"""What each tool shows of a list of top-ups; amounts in pounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpis.domain.block import Sector
from kpis.domain.topups import Average, Stay, averages, change_of_bands, empty_places, first_slice
from kpis.topups.models import BandTable, FirstSliceShown, PaidPlaces, TopUpList
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
    more: Decimal
    left_as_they_are: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmptyRow:
    setting: str
    category: str
    paid_places: Decimal
    occupied_places: Decimal
    empty_places: Decimal
    in_full: Decimal
    pro_rata: Decimal
    for_empty: Decimal


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
    return tuple(
        AverageRow(
            name,
            average.top_ups,
            _number(average.places),
            pounds(average.cost),
            pounds(average.each),
            pounds(average.full_year),
            average.is_of_few,
        )
        for name, average in found.items()
    )


def band_changes(top_ups: TopUpList, table: BandTable) -> tuple[list[BandRow], BandRow]:
    """What each setting's top-ups would cost with this table, and all of them together."""
    found = change_of_bands(stays_of(top_ups), values=table.values, year=top_ups.financial_year)
    rows = [_band_row(name, [change]) for name, change in found.items()]
    return rows, _band_row("All settings", list(found.values()))


def _band_row(name: str, changes) -> BandRow:
    return BandRow(
        setting=name,
        top_ups=sum(change.top_ups for change in changes),
        now=pounds(sum((change.now for change in changes), Fraction(0))),
        then=pounds(sum((change.then for change in changes), Fraction(0))),
        more=pounds(sum((change.more for change in changes), Fraction(0))),
        left_as_they_are=tuple(r for change in changes for r in change.left_as_they_are),
    )


def band_tables():
    return BandTable.objects.in_order().prefetch_related("bands").select_related("recorded_by")


def empty_place_rows(top_ups: TopUpList) -> list[EmptyRow]:
    """Every setting whose places are paid for while they are empty, that paying costs most first."""
    paid = PaidPlaces.objects.counting().filter(financial_year=top_ups.financial_year, basis=top_ups.basis)
    commitments: dict[str, list[PaidPlaces]] = {}
    for entry in paid.in_order():
        commitments.setdefault(entry.setting.name, []).append(entry)
    stays, settings = stays_of(top_ups), settings_by_name()
    rows = [
        _empty_row(settings[name], entries, [s for s in stays if s.setting == name], top_ups.financial_year)
        for name, entries in commitments.items()
    ]
    return sorted(rows, key=lambda row: (-row.for_empty, row.setting))


def _empty_row(setting, entries: list[PaidPlaces], stays: list[Stay], year: int) -> EmptyRow:
    found = empty_places([entry.commitment for entry in entries], stays, year=year)
    return EmptyRow(
        setting=setting.name,
        category=setting.category,
        paid_places=_number(Fraction(found.paid_place_days, found.days_of_year)),
        occupied_places=_number(Fraction(found.occupied_place_days, found.days_of_year)),
        empty_places=_number(found.empty_places),
        in_full=pounds(found.in_full),
        pro_rata=pounds(found.pro_rata),
        for_empty=pounds(found.for_empty),
    )


def sum_of(rows: Iterable, *names: str) -> dict[str, Decimal]:
    """The total of each of these columns."""
    rows = list(rows)
    return {name: sum((getattr(row, name) for row in rows), Decimal(0)) for name in names}


def first_slice_rows(top_ups: TopUpList) -> list[FirstSliceRow]:
    """Every mainstream school with top-ups in the year, those with most not shown first."""
    entries = FirstSliceShown.objects.counting().filter(financial_year=top_ups.financial_year)
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
