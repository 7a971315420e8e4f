"""When the Board's page changes by time alone: a row begins to count, a meeting begins, a day ends."""

from datetime import datetime, time, timedelta

from django.db import connection
from django.utils import timezone
from psycopg.sql import SQL, Composed, Identifier

from feedback.contributions.models import Contribution, ContributionEvent, ResponseVersion
from kpis.figures.models import (
    Baseline,
    ChartMark,
    ExceptionUpdate,
    Figure,
    KpiDefinition,
    KpiException,
    Target,
)
from kpis.position.models import Balance, Statement
from kpis.published.models import PublishedValue
from kpis.workstreams.models import Meeting

# Every moment of a row that the page compares with its own.
COMPARED = {
    Balance: ("known_from",),
    Baseline: ("counts_from",),
    ChartMark: ("decided_at", "ended_at"),
    Contribution: ("received_at",),
    ContributionEvent: ("at",),
    ExceptionUpdate: ("written_at",),
    Figure: ("counts_from", "submitted_at", "decided_at"),
    KpiDefinition: ("counts_from",),
    KpiException: ("raised_at", "closed_at"),
    Meeting: ("starts_at",),
    PublishedValue: ("known_from",),
    ResponseVersion: ("published_at",),
    Statement: ("known_from",),
    Target: ("counts_from",),
}


def _earliest(model, fields) -> Composed:
    ahead = SQL("min({column}) FILTER (WHERE {column} > %(now)s)")
    columns = [ahead.format(column=Identifier(model._meta.get_field(name).column)) for name in fields]
    read = SQL("(SELECT least({columns}) FROM {table})")
    return read.format(columns=SQL(", ").join(columns), table=Identifier(model._meta.db_table))


NEXT = SQL("SELECT least({moments})").format(
    moments=SQL(", ").join(_earliest(*row) for row in COMPARED.items())
)


def next_change(now: datetime) -> datetime:
    """The earliest moment after now from which the page says something else of the same rows. One query."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, {"now": now})
        (counts_from,) = cursor.fetchone()
    return min(filter(None, (counts_from, _end_of_day(now))))


def _end_of_day(now: datetime) -> datetime:
    """Pages say how many days a figure is late."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time.min))
