"""What two NHS implementations of SPC were given and what they gave back, read from a folder outside the project."""

import csv
import os
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from kpis.domain.definition import Polarity
from kpis.domain.spc import Conflict, Method, Observed, Profile

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(os.environ.get("SPC_ORACLE") or ROOT.parent / "shared" / "conformance" / "spc")
IMPROVES = {
    **{"Up": Polarity.HIGHER, "Down": Polarity.LOWER, "Neither": Polarity.NONE},
    **{"increase": Polarity.HIGHER, "decrease": Polarity.LOWER, "neutral": Polarity.NONE},
}


@dataclass(frozen=True, slots=True)
class Case:
    """One series as the implementation was given it, its points' answers by place, and its summary."""

    name: str
    observed: Observed
    method: Method
    points: list[dict[str, str]]
    summary: dict[str, str]


def rows_of(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _by_case(name: str) -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    for row in rows_of(name):
        found[row["case_id"]].append(row)
    return {case: sorted(rows, key=lambda row: int(row["i"])) for case, rows in found.items()}


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text not in ("", "NA") else None


def _days(rows: list[dict[str, str]], flag: str) -> frozenset[date]:
    return frozenset(date.fromisoformat(row["date"]) for row in rows if row[flag] == "1")


def nhs_england_cases() -> list[Case]:
    given, answers = _by_case("mdc_input.csv"), _by_case("mdc_points.csv")
    summaries = {row["case_id"]: row for row in rows_of("mdc_summary.csv")}
    return [
        _nhs_england(case, given[case["case_id"]], answers[case["case_id"]], summaries[case["case_id"]])
        for case in rows_of("mdc_cases.csv")
    ]


def _nhs_england(case, rows, points, summary) -> Case:
    observed = Observed(
        days=tuple(date.fromisoformat(row["date"]) for row in rows),
        values=tuple(_number(row["y"]) for row in rows),
        targets=tuple(_number(row["target"]) for row in rows),
        ghosted=_days(rows, "ghost"),
    )
    method = Method(
        profile=Profile.NHS_ENGLAND,
        polarity=IMPROVES[case["metric_improvement"]],
        conflict=Conflict((case["conflict_rule"] or "Concern").lower()),
        recalculated_on=_days(rows, "recalc"),
        baseline_points=int(case["baseline_points"]) if case["baseline_points"] else None,
        screening=case["exclude_mr_outliers"] == "1",
    )
    return Case(case["case_id"], observed, method, points, summary)


def nhsr_cases() -> list[Case]:
    """Those on which the R tool stopped have no points to compare."""
    given, answers = _by_case("nhsr_points.csv"), _by_case("nhsr_oracle_points.csv")
    summaries = {row["case_id"]: row for row in rows_of("nhsr_oracle_summary.csv")}
    return [
        _nhsr(case, given[case["case_id"]], answers.get(case["case_id"], []), summaries[case["case_id"]])
        for case in rows_of("nhsr_cases.csv")
    ]


def _nhsr(case, rows, points, summary) -> Case:
    target = _number(case["target"])
    observed = Observed(
        days=tuple(date.fromisoformat(row["date"]) for row in rows),
        values=tuple(_number(row["y"]) for row in rows),
        targets=(target,) * len(rows),
    )
    rebased = case["rebase_dates"].split(";") if case["rebase_dates"] else []
    method = Method(
        profile=Profile.NHSR,
        polarity=IMPROVES[case["improvement_direction"]],
        recalculated_on=frozenset(map(date.fromisoformat, rebased)),
        baseline_points=int(case["fix_after_n_points"]) if case["fix_after_n_points"] else None,
        screening=case["screen_outliers"] == "TRUE",
    )
    return Case(case["case_id"], observed, method, points, summary)
