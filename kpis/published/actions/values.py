"""Loading published values, and confirming those that could not be read as printed."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.symbols import UnknownMarker, from_marker
from kpis.published.models import Area, PublishedValue, Topic


class NothingToConfirm(Exception):
    """The value was read as printed, or somebody has confirmed it already."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a printed text was read as: a value, a symbol, or the doubt why it is neither."""

    value: Decimal | None = None
    symbol: str = ""
    doubt: str = ""


def read_printed(text: str) -> Reading:
    """Read one printed value; never guess. A text that is no number as it stands gives its doubt."""
    try:
        return Reading(value=parse_number(text))
    except NotANumber as not_a_number:
        try:
            symbol = from_marker(text)
        except UnknownMarker:
            symbol = None
        if symbol:
            return Reading(symbol=str(symbol))
        return Reading(doubt=str(not_a_number)[:200])


@transaction.atomic
def load_value(
    *,
    topic: Topic,
    area: Area,
    measure: str,
    period_words: str,
    as_printed: str,
    known_from: datetime,
    by,
    at,
    **about,
) -> PublishedValue:
    """Store one published value as printed and as read; loading the same vintage twice changes nothing.

    `about` takes unit, decimals, basis, coverage, source, sort_key, headline and headline_position.
    """
    reading = read_printed(as_printed)
    value, _created = PublishedValue.objects.get_or_create(
        measure=measure,
        area=area,
        period_words=period_words,
        basis=about.pop("basis"),
        known_from=known_from,
        defaults={
            "topic": topic,
            "as_printed": as_printed,
            "value": reading.value,
            "symbol": reading.symbol,
            "doubt": reading.doubt,
            "loaded_by": by,
            "loaded_at": at,
            **about,
        },
    )
    return value


@transaction.atomic
def confirm_value(*, published: PublishedValue, value: Decimal, note: str, by, at) -> PublishedValue:
    """Say what a doubtful print means, with a note why. `as_printed` and the doubt stay beside it."""
    row = PublishedValue.objects.select_for_update().get(pk=published.pk)
    if not row.doubt or row.confirmed_at:
        raise NothingToConfirm(f"{row.measure}, {row.area}: there is nothing to confirm.")
    row.value, row.confirmation_note, row.confirmed_by, row.confirmed_at = value, note, by, at
    row.save(update_fields=["value", "confirmation_note", "confirmed_by", "confirmed_at"])
    return row
