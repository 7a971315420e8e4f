"""An illustrative monthly series, long enough for process limits, with marks that two people agreed."""

import tomllib
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from kpis.domain.periods import PeriodKind, following, parse
from kpis.figures.actions.definitions import BaselineTerms, set_baseline, set_target
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.figures import load_published_figure
from kpis.figures.actions.marks import agree_mark, propose_mark
from kpis.figures.models import Kpi
from portal.demo.loading.figures import DATA

KNOWN_AFTER = timedelta(days=14)


def load_monthly(*, kpis: dict[str, Kpi], by, at):
    """Whatever of it has happened by now; nothing of the series is known before its own time."""
    specs = tomllib.loads((DATA / "monthly.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    for code, spec in specs.items():
        kpi = Kpi.objects.select_related("workstream__lead", "workstream__sponsor").get(pk=kpis[code].pk)
        _load_judged(kpi, spec, by, at)
        _load_figures(kpi, spec, by, at)
        for mark in spec["marks"]:
            _load_mark(kpi, mark, at)


def _month(text: str):
    return parse(text, PeriodKind.MONTH)


def _begin(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))


def _load_judged(kpi: Kpi, spec: dict, by, at):
    start, goal = spec["baseline"], spec["target"]
    period = _month(start["period"])
    counts_from = min(at, _begin(period.end))
    terms = BaselineTerms(
        period, method="Illustrative: where the series began", source=spec["source"], value=start["value"]
    )
    set_baseline(kpi=kpi, terms=terms, by=by, at=at, counts_from=counts_from)
    points = [(goal["on"], Decimal(goal["value"]))]
    set_target(kpi=kpi, points=points, note="Illustrative target", by=by, at=at, counts_from=counts_from)


def _load_figures(kpi: Kpi, spec: dict, by, at):
    period = _month(spec["first"])
    for value in spec["values"]:
        known_from = _begin(period.last_day + KNOWN_AFTER)
        if known_from > at:
            return
        load_published_figure(
            kpi=kpi,
            period=period,
            entry=Entry(value=Decimal(value)),
            known_from=known_from,
            source=spec["source"],
            basis="illustrative",
            by=by,
            at=at,
        )
        period = following(period)


def _load_mark(kpi: Kpi, spec: dict, at):
    lead, sponsor = kpi.workstream.lead, kpi.workstream.sponsor
    if _begin(spec["proposed_on"]) > at:
        return
    mark = propose_mark(
        kpi=kpi,
        kind=spec["kind"],
        period=_month(spec["period"]),
        why=spec["why"],
        by=lead,
        at=_begin(spec["proposed_on"]),
    )
    if "agreed_on" in spec and _begin(spec["agreed_on"]) <= at:
        agree_mark(mark=mark, by=sponsor, at=_begin(spec["agreed_on"]))
