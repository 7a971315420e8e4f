"""Kingston's thirty KPIs with their baselines and published figures; tolerances and targets are illustrative."""

import csv
import tomllib
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

from django.utils import timezone

from kpis.domain.periods import PeriodKind, parse
from kpis.figures.actions.definitions import BaselineTerms, create_kpi, define_kpi, set_baseline, set_target
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.figures import load_published_figure
from kpis.figures.models import Kpi
from portal.demo.loading.plan import start_of

DATA = Path(__file__).resolve().parent.parent / "data"
DEFINED_ON = date(2019, 11, 1)  # before the paper's meeting, so that it finds its KPIs
COLLECTION_STARTS = date(2026, 9, 1)
NEWLY_COLLECTED = ("AP5", "LP5", "EX1", "EX2")  # local records whose collection the demonstration begins
AGREED_WORDS = "Illustrative target"


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def known_at(text: str, *, at: datetime) -> datetime:
    """The start of the day from which a source is known; undated sources are known from the loading on."""
    return timezone.make_aware(datetime.combine(date.fromisoformat(text), time.min)) if text else at


def load_kpis(*, workstreams, by, at) -> dict[str, Kpi]:
    """Every KPI with its definition; KPIs by code."""
    specs = tomllib.loads((DATA / "kpis.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    kpis = {
        code: create_kpi(code=code, workstream=workstreams[spec["workstream"]], position=position)
        for position, (code, spec) in enumerate(specs.items(), start=1)
    }
    for code, spec in specs.items():
        fields = _definition(spec, workstreams)
        define_kpi(kpi=kpis[code], fields=fields, by=by, at=at, counts_from=start_of(DEFINED_ON))
        if code in NEWLY_COLLECTED:
            _start_collection(kpis[code], fields, by, at)
    for code, spec in specs.items():
        _load_targets(kpis[code], spec.get("targets", []), by, at)
    return kpis


def _definition(spec: dict, workstreams) -> dict:
    low, high = spec.get("range", (None, None))
    copied = ("name", "meaning", "why_it_matters", "nature", "polarity", "numerator", "denominator", "unit")
    more = ("decimals", "frequency", "accumulation", "due_days", "source", "counter_measures")
    return {
        **{name: spec[name] for name in (*copied, *more)},
        "is_share": spec.get("is_share", False),
        "is_public": spec.get("is_public", False),
        "tolerance": Decimal(spec.get("tolerance", 5)),
        "range_low": low,
        "range_high": high,
        "shown_to_board": True,
        "owner": f"Lead, {spec['workstream']}",
    }


def _start_collection(kpi: Kpi, fields: dict, by, at):
    define_kpi(
        kpi=kpi,
        fields={**fields, "collected_from": COLLECTION_STARTS},
        reason="Collection begins in September 2026 (illustrative).",
        by=by,
        at=at,
        counts_from=start_of(COLLECTION_STARTS),
    )


def _load_targets(kpi: Kpi, points: list[dict], by, at):
    if not points:
        return
    set_target(
        kpi=kpi,
        points=[(point["on"], Decimal(point["value"])) for point in points],
        note=AGREED_WORDS,
        by=by,
        at=at,
        counts_from=start_of(DEFINED_ON),
    )


def load_baselines(*, kpis, by, at):
    for row in rows_of("baselines.csv"):
        kpi = kpis[row["kpi_code"]]
        set_baseline(
            kpi=kpi,
            terms=BaselineTerms(
                period=_period(kpi, row["period"]),
                method=row["method"],
                source=row["source"],
                value=_number(row["value"]),
                numerator=_number(row["numerator"]),
                denominator=_number(row["denominator"]),
                is_forecast=row["symbol"] == "f",
            ),
            by=by,
            at=at,
            counts_from=known_at(row["known_from"], at=at),
        )


def load_figures(*, kpis, by, at):
    for row in rows_of("figures.csv"):
        kpi = kpis[row["kpi_code"]]
        load_published_figure(
            kpi=kpi,
            period=_period(kpi, row["period"]),
            entry=Entry(
                value=_number(row["value"]),
                numerator=_number(row["numerator"]),
                denominator=_number(row["denominator"]),
                symbol=row["symbol"],
                remark=row["remark"],
            ),
            known_from=known_at(row["known_from"], at=at),
            source=row["source"],
            basis=row["basis"],
            by=by,
            at=at,
        )


def _period(kpi: Kpi, text: str):
    return parse(text, PeriodKind(kpi.definitions.first().frequency))


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
