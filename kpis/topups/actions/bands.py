"""Recording tables of bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kpis.topups.actions.refusals import BandTwice, Taken, check_may
from kpis.topups.actions.turns import take_turn
from kpis.topups.models import Band, BandTable


@dataclass(frozen=True, slots=True)
class BandLine:
    code: str
    annual_gbp: Decimal
    words: str = ""


@transaction.atomic
def add_band_table(
    *, name: str, bands: Sequence[BandLine], by, at: datetime, starts_on: date | None = None, **terms
) -> BandTable:
    """A table in force from a day, or a proposal without one. `terms` are basis, prices, scope, source and note.

    Taken where another table has the name, BandTwice where a code stands twice or none is there.
    """
    check_may(by)
    take_turn()
    if BandTable.objects.filter(name__iexact=name).exists():
        raise Taken(
            f"There is a table “{name}” already. Tables are not changed: give the new one a name of its own."
        )
    codes = [band.code for band in bands]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice or not codes:
        raise BandTwice(f"The band “{twice}” stands twice." if twice else "Enter at least one band.")
    table = BandTable.objects.create(name=name, starts_on=starts_on, recorded_by=by, recorded_at=at, **terms)
    Band.objects.bulk_create(
        Band(table=table, position=n, code=band.code, words=band.words, annual_gbp=band.annual_gbp)
        for n, band in enumerate(bands, start=1)
    )
    return table
