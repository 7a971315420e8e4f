"""Recording what the block would come to if nothing were done."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain.position import roll_forward
from kpis.position.actions.recording import new_record
from kpis.position.actions.refusals import NothingRecorded
from kpis.position.models import UnmitigatedLine, UnmitigatedYear


@transaction.atomic
def record_unmitigated(
    *,
    opening_gbp: Decimal,
    years: Mapping[int, tuple[Decimal, str]],
    source: str,
    by,
    at: datetime,
    pressure_gbp: Decimal | None = None,
    pressure_source: str = "",
    **record,
) -> UnmitigatedLine:
    """The in-year balances of consecutive years, each with what it rests on; GapInYears where one is missing."""
    if not years:
        raise NothingRecorded("Enter the in-year balance of at least one year.")
    roll_forward(opening_gbp, {year: amount for year, (amount, _) in years.items()})
    line = new_record(
        UnmitigatedLine,
        first_versions={},
        opening_gbp=opening_gbp,
        pressure_gbp=pressure_gbp,
        pressure_source=pressure_source,
        source=source,
        by=by,
        at=at,
        **record,
    )
    UnmitigatedYear.objects.bulk_create(
        UnmitigatedYear(of_line=line, financial_year=year, in_year_gbp=amount, source=rests_on)
        for year, (amount, rests_on) in sorted(years.items())
    )
    return line
