"""Storing the top-ups of a year: the whole table or none of it."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain.block import Basis
from kpis.domain.periods import year_name
from kpis.domain.topups import overlaps
from kpis.spreadsheets import Problem, SheetRow
from kpis.topups.actions.refusals import ChangedMeanwhile, ReasonMissing, UploadRefused, check_may
from kpis.topups.actions.rows import TopUpRow, understood
from kpis.topups.actions.turns import take_turn
from kpis.topups.models import Setting, TopUp, TopUpList

MOST_ROWS = 10_000  # in one request; many times what one council pays


@transaction.atomic
def replace_list(
    *,
    rows: Iterable[SheetRow],
    financial_year: int,
    basis: str,
    by,
    at: datetime,
    reason: str = "",
    replaces: int | None = None,
    **terms,
) -> TopUpList:
    """The next version of a year's top-ups on one basis. `terms` are prices, scope, source and note.

    UploadRefused names every bad cell and stores nothing: unreadable cells, two stays of one reference that
    share days, stays without a day in the year, new settings without a category. `replaces` is the version
    its author saw (0 for none); another one since is refused as ChangedMeanwhile.
    """
    check_may(by)
    good, problems = _checked(list(rows), financial_year)
    take_turn()
    version = _next_version(financial_year, basis, replaces=replaces, reason=reason)
    settings, unknown = _settings(good, by, at)
    if problems or unknown:
        raise UploadRefused(problems + unknown)
    stored = TopUpList.objects.create(
        financial_year=financial_year,
        basis=Basis(basis),
        version=version,
        reason=reason,
        recorded_by=by,
        recorded_at=at,
        **terms,
    )
    TopUp.objects.bulk_create(_top_up(stored, row, settings) for row in good)
    return stored


def _checked(rows: list[SheetRow], year: int) -> tuple[list[TopUpRow], list[Problem]]:
    if len(rows) > MOST_ROWS:
        message = f"The file has {len(rows):,} rows; send at most {MOST_ROWS:,}."
        return [], [Problem(rows[MOST_ROWS].place(), "", message)]
    good, problems = understood(rows)
    outside = [row for row in good if not row.stay.days_in(year)]
    problems += [row.problem("from", f"It has no day in {year_name(year)}.") for row in outside]
    return good, problems + _overlapping(good)


def _overlapping(rows: list[TopUpRow]) -> list[Problem]:
    """Each overlap at its second row, with the first one named."""
    by_stay = {id(row.stay): row for row in rows}
    return [
        by_stay[id(overlap.second)].problem(
            "from",
            f"{overlap.second.reference} is occupied already: {by_stay[id(overlap.first)].row.place()} has it "
            f"from {_days(overlap.first)}. A place has one child at a time.",
        )
        for overlap in overlaps(row.stay for row in rows)
    ]


def _days(stay) -> str:
    return f"{stay.start:%d/%m/%Y} to {stay.last_day:%d/%m/%Y}" if stay.end else f"{stay.start:%d/%m/%Y} on"


def _next_version(year: int, basis: str, *, replaces: int | None, reason: str) -> int:
    versions = TopUpList.objects.filter(financial_year=year, basis=basis).order_by("-version")
    last = versions.values_list("version", flat=True).first() or 0
    if replaces is not None and replaces != last:
        raise ChangedMeanwhile(
            "Somebody else uploaded a list of this year while you had this open. Read it first."
        )
    if last and not reason:
        raise ReasonMissing(
            f"There is a list of {year_name(year)} already. Say why this one takes its place."
        )
    return last + 1


def _settings(rows: list[TopUpRow], by, at: datetime) -> tuple[dict[str, Setting], list[Problem]]:
    """Settings by name in small letters; those that are new are added, with the category their rows give."""
    known = {setting.name.lower(): setting for setting in Setting.objects.all()}
    problems = []
    for row in rows:
        setting = known.get(row.stay.setting.lower())
        if setting is None and row.category is None:
            problems.append(
                row.problem("setting", "This setting is new: say its placement category in its row.")
            )
        elif setting is None:
            setting = Setting(name=row.stay.setting, category=row.category, added_by=by, added_at=at)
            known[setting.name.lower()] = setting
        elif row.category and row.category != setting.category:
            problems.append(row.problem("category", f"{setting} is recorded as “{setting.category}”."))
    if not problems:
        Setting.objects.bulk_create(setting for setting in known.values() if setting.pk is None)
    return known, problems


def _top_up(stored: TopUpList, row: TopUpRow, settings: dict[str, Setting]) -> TopUp:
    stay = row.stay
    return TopUp(
        of_list=stored,
        reference=stay.reference,
        setting=settings[stay.setting.lower()],
        sector=stay.sector,
        band=stay.band,
        annual_gbp=Decimal(stay.annual_pence).scaleb(-2),
        starts_on=stay.start,
        ends_before=stay.end,
    )
