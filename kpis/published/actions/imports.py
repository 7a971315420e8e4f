"""A published file becomes stored values of one vintage: all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kpis.published.models import Area, PublishedValue, Topic
from kpis.published.queries.imports import Standing, compared
from kpis.published.spreadsheets import FileKind, FileValue


class ImportRefused(Exception):
    """Nothing was stored; the message says why."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many values were stored, and how many of those stand in doubt until somebody confirms them."""

    stored: int
    in_doubt: int
    unchanged: int


@transaction.atomic
def import_values(
    *, kind: FileKind, values: Sequence[FileValue], area: Area, source: str, known_from: datetime, by, at
) -> Imported:
    """Store what is new or revised in a file of one area, known from the day it was published.

    A value that says what was known already is not stored again. ImportRefused where a value of the same
    day differs, where the day is still to come, or where the values are another area's.
    """
    Area.objects.select_for_update().get(pk=area.pk)
    if known_from > at:
        raise ImportRefused("The day of publication is still to come.")
    if {value.area_code for value in values} - {area.code}:
        raise ImportRefused(f"The file's values are not those of {area.name}.")
    rows = compared(values, area=area, known_from=known_from)
    clash = next((row for row in rows if row.standing is Standing.CLASHES), None)
    if clash:
        raise ImportRefused(
            f"{clash.value.measure}, {clash.value.period}: another value of the same day is stored already. "
            "Give the day on which this version was published."
        )
    topic = _topic(kind)
    new = [row.value for row in rows if row.standing.is_stored]
    PublishedValue.objects.bulk_create(
        _row(value, topic=topic, area=area, source=source, known_from=known_from, by=by, at=at)
        for value in new
    )
    return Imported(len(new), sum(bool(value.doubt) for value in new), len(rows) - len(new))


def _topic(kind: FileKind) -> Topic:
    return Topic.objects.get_or_create(name=kind.topic, defaults={"is_for_board": False})[0]


def _row(value: FileValue, *, topic, area, source, known_from, by, at) -> PublishedValue:
    return PublishedValue(
        topic=topic,
        measure=value.measure,
        area=area,
        period_words=value.period,
        sort_key=value.period[-20:],
        value=value.value,
        symbol=value.symbol,
        doubt=value.doubt,
        as_printed=value.as_printed,
        unit=value.unit,
        decimals=value.decimals,
        basis=value.basis,
        coverage=value.coverage,
        source=source,
        place=value.place,
        known_from=known_from,
        loaded_by=by,
        loaded_at=at,
    )
