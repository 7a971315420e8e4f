"""Measuring: medians of five alternating runs, each beside its floors, printed and written to var/bench.json."""

import json
import statistics
import time
from pathlib import Path

import pytest

ROUNDS = 5
ROWS = {}


def seconds(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def alternating(*works, rounds=ROUNDS, before=lambda: None) -> list[float]:
    """The median time of each, taken in turns, so that what else the machine does meets all of them."""
    taken = []
    for _ in range(rounds):
        before()
        taken.append([seconds(work) for work in works])
    return [statistics.median(column) for column in zip(*taken, strict=True)]


@pytest.fixture
def measure():
    """`measure("name", goal=2.5, work=…, floors=[…])`: the median of `work` over the sum of its floors' medians.

    Without floors the row is absolute: its ratio is its value. Lower is better. `before` clears up for each
    round and is not measured.
    """

    def take(name, *, goal, work, floors=(), unit="seconds", before=lambda: None):
        value, *below = alternating(work, *floors, before=before)
        _keep(name, value=value, floor=sum(below) if below else None, goal=goal, unit=unit)

    return take


@pytest.fixture
def put_down():
    """`put_down("name", value=…, floor=…, goal=…, unit=…)`: a row measured by the bench itself.

    `higher_is_better` for a row whose ratio, value over floor, should be at least its goal. A value of None says
    that this machine could not measure it; `unit` then says why.
    """
    return _keep


@pytest.fixture
def compare():
    """`compare("name", goal=0.9, take=…)`: what `take` gives as (ours, the peer's) in one round, medians of each.

    For what is not simply the time of one piece of work: a percentile, or requests a second.
    """

    def of_rounds(name, *, goal, take, unit="seconds", higher_is_better=False):
        ours, peers = zip(*(take() for _ in range(ROUNDS)), strict=True)
        value, floor = statistics.median(ours), statistics.median(peers)
        _keep(name, value=value, floor=floor, goal=goal, unit=unit, higher_is_better=higher_is_better)

    return of_rounds


def _keep(name, *, value, goal, unit, floor=None, higher_is_better=False):
    ROWS[name] = {
        "value": value,
        "floor": floor,
        "ratio": value / floor if value is not None and floor else value,
        "goal": goal,
        "higher_is_better": higher_is_better,
        "unit": unit,
    }


def _meets(row) -> bool:
    if row["higher_is_better"]:
        return row["ratio"] >= row["goal"]
    return row["ratio"] <= row["goal"]


def pytest_terminal_summary(terminalreporter):
    if not ROWS:
        return
    terminalreporter.section("Performance")
    terminalreporter.write_line(f"{'what':<44}{'value':>12}{'floor':>12}{'ratio':>9}{'goal':>11}")
    for name, row in ROWS.items():
        if row["value"] is None:
            terminalreporter.write_line(f"{name:<44}  not measured: {row['unit']}")
            continue
        floor = f"{row['floor']:.4f}" if row["floor"] is not None else "-"
        goal = f"{'≥' if row['higher_is_better'] else '≤'} {row['goal']:.2f}"
        verdict = "" if _meets(row) else "  misses its goal"
        line = f"{name:<44}{row['value']:>12.4f}{floor:>12}{row['ratio']:>9.2f}{goal:>11}{verdict}"
        terminalreporter.write_line(line)
    target = Path("var") / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(ROWS, indent=2) + "\n")
