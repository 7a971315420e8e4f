"""The lists of top-ups, the stays in one of them, and what was published about top-ups."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db.models import Count, Min, Q

from kpis.domain.block import Sector
from kpis.domain.topups import Stay, shared_out
from kpis.published.models import PublishedValue
from kpis.published.queries.topics import shown
from kpis.spreadsheets import as_typed
from kpis.topups.models import Setting, TopUp, TopUpList

ABOUT_TOP_UPS = (
    Q(measure__istartswith="Pre-16 top")
    | Q(measure__istartswith="Average pre-16 top")
    | Q(measure__istartswith="Notional SEN budget")
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One published value with what has to stand beside it."""

    measure: str
    value: str
    period: str
    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class DayRow:
    """One stay in the year; `days` those occupied, `pounds` pro rata."""

    stay: Stay
    sector: str
    full_year: Decimal
    days: int
    pounds: Decimal


@dataclass(frozen=True, slots=True)
class SettingDays:
    """The stays at one setting; their pounds add up to the setting's, and the settings' to the year's."""

    setting: str
    days: int
    pounds: Decimal
    rows: tuple[DayRow, ...]


def lists(at: datetime) -> list[TopUpList]:
    """The list of each year and basis that counted at the moment, the latest year first, with its number of stays."""
    newest = TopUpList.objects.filter(pk__in=TopUpList.objects.known_at(at).latest().values("pk"))
    counted = newest.annotate(stays=Count("top_ups")).select_related("recorded_by")
    return list(counted.order_by("-financial_year", "basis"))


def list_of(year: int, basis: str, at: datetime) -> TopUpList | None:
    """The version that counted at the moment, with its author; None where nothing was uploaded by then."""
    versions = TopUpList.objects.known_at(at).filter(financial_year=year, basis=basis)
    return versions.select_related("recorded_by").order_by("-version").first()


def recorded_since(top_ups: TopUpList) -> datetime:
    """When the first version of this year and basis was recorded."""
    return _same(top_ups).aggregate(first=Min("recorded_at"))["first"]


def versions_before(top_ups: TopUpList) -> list[TopUpList]:
    earlier = _same(top_ups).filter(version__lt=top_ups.version)
    return list(earlier.select_related("recorded_by").order_by("-version"))


def _same(top_ups: TopUpList):
    """All versions of the list of this year on this basis."""
    return TopUpList.objects.filter(financial_year=top_ups.financial_year, basis=top_ups.basis)


def top_ups_of(top_ups: TopUpList) -> list[TopUp]:
    return list(top_ups.top_ups.select_related("setting").order_by("setting__name", "reference", "starts_on"))


def stays_of(top_ups: TopUpList) -> list[Stay]:
    return [row.stay for row in top_ups_of(top_ups)]


def settings_by_name() -> dict[str, Setting]:
    return {setting.name: setting for setting in Setting.objects.in_order()}


def facts_about_top_ups(at: datetime) -> list[Fact]:
    """What was published about top-ups of ours and about the first slice, as known at the moment."""
    values = PublishedValue.objects.known_at(at).filter(ABOUT_TOP_UPS).select_related("area")
    ordered = sorted(values, key=lambda value: (value.sort_key, value.measure))
    return [Fact(v.measure, shown(v), v.period_words, v.basis, v.source) for v in ordered]


def days_by_setting(top_ups: TopUpList) -> list[SettingDays]:
    """Every stay pro rata, by setting. Whole pence: stays add up to settings, settings to the year."""
    year, settings = top_ups.financial_year, {}
    for stay in stays_of(top_ups):
        settings.setdefault(stay.setting, []).append(stay)
    exact = {name: sum((s.cost_in(year) for s in stays), Fraction(0)) for name, stays in settings.items()}
    pence = shared_out(exact)
    return [_setting_days(name, stays, pence[name], year) for name, stays in settings.items()]


def _setting_days(name: str, stays: list[Stay], pence: int, year: int) -> SettingDays:
    costs = {str(n): stay.cost_in(year) for n, stay in enumerate(stays)}
    each = shared_out(costs, total=pence)
    rows = tuple(
        DayRow(
            stay,
            Sector(stay.sector).words,
            pounds(stay.annual_pence),
            stay.days_in(year),
            pounds(each[str(n)]),
        )
        for n, stay in enumerate(stays)
    )
    return SettingDays(name, sum(row.days for row in rows), pounds(pence), rows)


def pounds(pence: Fraction | int) -> Decimal:
    exact = Fraction(pence, 100)
    return Decimal(exact.numerator) / exact.denominator


def table_of(top_ups: TopUpList) -> list[list[str]]:
    """The list as it can be uploaded again; the last day stands in `to`."""
    return [_as_uploaded(row) for row in top_ups_of(top_ups)]


def _as_uploaded(row: TopUp) -> list[str]:
    last = row.stay.last_day
    return [
        row.reference,
        row.setting.name,
        row.setting.category,
        Sector(row.sector).words,
        row.band,
        as_typed(row.annual_gbp),
        row.starts_on.isoformat(),
        last.isoformat() if last else "",
    ]


def total_of(rows: Iterable[SettingDays]) -> tuple[int, Decimal]:
    """All days and all pounds of the year."""
    rows = list(rows)
    return sum(row.days for row in rows), sum((row.pounds for row in rows), Decimal(0))
