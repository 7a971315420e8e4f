"""Many statuses at once, from columns, are what the pure functions give for one record after the other."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kpis.domain.periods import PeriodKind, containing, following, standard_terms
from kpis.figures.models import Baseline, ChartMark, Figure, Kpi, KpiDefinition, Status, Target, TargetPoint
from kpis.figures.queries.record import records_at
from kpis.figures.queries.standing import status_of, terms_around
from kpis.figures.queries.statuses import StatusRow, worked_out

from .conftest import NOW, PERCENTAGE, START

SYMBOLS = ["", "", "", "", "", "p", "r", "z", "low", "b", "f"]
FIELDS = [field.attname for field in Status._meta.concrete_fields]
TERMS = [term for first in range(2008, 2028) for term in standard_terms(first)]


def periods(rng, kind):
    """Up to thirty periods of a kind that have ended, with gaps; most series reach into the last years."""
    period = containing(date(rng.randint(2009, 2022), rng.randint(1, 12), 15), kind, terms=TERMS)
    while period.end <= NOW.date():
        if rng.random() < 0.85:
            yield period
        period = following(period, terms=TERMS)


def value(rng):
    return Decimal(rng.choice([rng.randint(-3, 12), rng.randint(0, 10**6)])) / rng.choice([1, 1, 3, 8])


def definition(rng, kpi, by):
    polarity = rng.choice(["higher", "higher", "lower", "range", "none"])
    bounds = {"range_low": value(rng), "range_high": Decimal(10**7)} if polarity == "range" else {}
    changes = {
        "polarity": polarity,
        "unit": rng.choice(["count", "per cent", "pounds", "days"]),
        "decimals": rng.randint(0, 3),
        "frequency": str(rng.choice(list(PeriodKind))),
        "accumulation": rng.choice(["snapshot", "in_period", "cumulative", "cumulative"]),
        "tolerance": rng.choice([0, 5, 60, 300]),
        "tolerance_is_per_cent": rng.random() < 0.5,
        "trajectory_is_stepped": rng.random() < 0.3,
        "collected_from": rng.choice([None, date(2019, 4, 1)]),
        "spc_conflict": rng.choice(["concern", "improvement"]),
        "spc_screens": rng.random() < 0.3,
        "spc_shift": rng.choice([6, 7, 8]),
        "spc_baseline_points": rng.choice([None, None, 12]),
        **bounds,
    }
    return KpiDefinition(
        kpi=kpi, version=1, set_by=by, set_at=START, counts_from=START, **PERCENTAGE | changes
    )


def judged_from(rng, definition, by):
    """A baseline for most KPIs, and a target of up to three points for most."""
    made = {"kpi": definition.kpi, "version": 1, "set_by": by, "set_at": START, "counts_from": START}
    if rng.random() < 0.8:
        day = date(rng.randint(2009, 2024), 6, 15)
        period = containing(day, PeriodKind(definition.frequency), terms=TERMS)
        when = {"period_kind": period.kind, "period_start": period.start, "period_end": period.end}
        Baseline.objects.create(value=value(rng), method="m", source="s", **when, **made)
    if rng.random() < 0.8:
        target = Target.objects.create(**made)
        days = {date(rng.randint(2012, 2030), rng.randint(1, 12), 28) for _ in range(rng.randint(0, 3))}
        TargetPoint.objects.bulk_create(TargetPoint(target=target, on=on, value=value(rng)) for on in days)


def figures(rng, definition, by):
    """Figures of which some were published again later, and some only after the moment that is looked at."""
    for period in periods(rng, PeriodKind(definition.frequency)):
        for again in range(1 + (rng.random() < 0.1)):
            symbol = rng.choice(SYMBOLS)
            known = START + timedelta(days=rng.randint(0, 2700)) if again else START
            yield Figure(
                kpi=definition.kpi,
                definition=definition,
                period_kind=period.kind,
                period_start=period.start,
                period_end=period.end,
                value=None if symbol in ("z", "low") else value(rng).quantize(Decimal("0.000001")),
                symbol=symbol,
                state="approved",
                recorded_by=by,
                recorded_at=START,
                known_from=known,
                counts_from=known,
            )


def monthly(rng, definition, by):
    """Two to four years of months, so that there is enough for process limits."""
    period, drift = containing(date(2022, 2, 15), PeriodKind.MONTH), rng.choice([-2, -1, 0, 0, 1, 2])
    for number in range(rng.randint(14, 49)):
        yield Figure(
            kpi=definition.kpi,
            definition=definition,
            period_kind=period.kind,
            period_start=period.start,
            period_end=period.end,
            value=Decimal(drift * number) + Decimal(rng.randint(0, 40)) / rng.choice([4, 8]),
            state="approved",
            recorded_by=by,
            recorded_at=START,
            known_from=START,
            counts_from=START,
        )
        period = following(period)


def marks(rng, figures, team):
    """Some points left out, some recalculations; some agreed only after the moment, declined or ended."""
    for figure in figures:
        kind = rng.choice(["ghost", "recalculate", "annotate", *[""] * 20])
        if not kind or figure.symbol == "f":
            continue
        state = rng.choice(["agreed", "agreed", "agreed", "proposed", "declined", "ended"])
        decided = {"decided_by": team.sponsor, "decided_at": START + timedelta(days=rng.randint(0, 2700))}
        ended = {"ended_by": team.sponsor, "ended_at": NOW, "ended_because": "No more."}
        yield ChartMark(
            kpi=figure.kpi,
            kind=kind,
            period_kind=figure.period_kind,
            period_start=figure.period_start,
            period_end=figure.period_end,
            why="Because.",
            state=state,
            proposed_by=team.lead,
            proposed_at=START,
            declined_because="No." if state == "declined" else "",
            **(decided if state != "proposed" else {}),
            **(ended if state == "ended" else {}),
        )


def random_kpis(seed, team, count):
    rng = random.Random(seed)  # noqa: S311 - series, not secrets
    by = team.data_officer
    kpis = Kpi.objects.bulk_create(Kpi(code=f"RN{n}", workstream=team.workstream) for n in range(count))
    definitions = KpiDefinition.objects.bulk_create(definition(rng, kpi, by) for kpi in kpis)
    for row in definitions:
        judged_from(rng, row, by)
    made = [figure for row in definitions for figure in figures(rng, row, by)]
    for row in KpiDefinition.objects.filter(pk__in=[row.pk for row in definitions[::3]]).order_by("pk"):
        made = [figure for figure in made if figure.kpi_id != row.kpi_id]
        made += monthly(rng, row, by)
    KpiDefinition.objects.filter(pk__in=[row.pk for row in definitions[::3]]).update(frequency="month")
    Figure.objects.bulk_create(made)
    first_of_each = {(f.kpi_id, f.period_kind, f.period_start): f for f in made}.values()
    ChartMark.objects.bulk_create(marks(rng, first_of_each, team))
    return [kpi.pk for kpi in kpis]


def one_by_one(ids, at):
    records = records_at(Kpi.objects.filter(pk__in=ids).order_by("pk"), at)
    terms = terms_around(records, timezone.localdate(at))
    return [status_of(record, at=at, terms=terms) for record in records]


def fields_of(statuses):
    return [{name: getattr(status, name) for name in FIELDS} for status in statuses]


@pytest.mark.parametrize(
    ("seed", "count"), [(1, 60), pytest.param(2, 300, marks=pytest.mark.long)], ids=["quick", "long"]
)
def test_many_at_once_stand_as_one_by_one(seed, count, team):
    ids = random_kpis(seed, team, count)
    at_once = worked_out(ids, at=NOW)
    assert at_once.broken == {}
    assert fields_of(at_once.statuses) == fields_of(one_by_one(ids, NOW))


def test_a_row_that_is_worked_out_has_the_columns_of_a_status():
    assert list(StatusRow._fields) == FIELDS


def test_what_the_random_series_say_is_varied(team):
    """The comparison above means little if all of them were not rated and without direction."""
    ids = random_kpis(1, team, 60)
    found = worked_out(ids, at=NOW).statuses
    assert {status.rating for status in found} == {"on_track", "at_risk", "off_track", "not_rated"}
    assert len({status.direction for status in found}) >= 4
    assert {"", "too_few", "common_cause"} < {status.variation for status in found}
    assert {"hit_or_miss", "pass", "fail"} & {status.assurance for status in found}
