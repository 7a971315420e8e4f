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


@pytest.fixture
def measure():
    """`measure("name", goal=2.5, work=…, floors=[…])`: the median of `work` over the sum of its floors' medians.

    Without floors the row is absolute: its ratio is its value. Lower is better.
    """

    def take(name, *, goal, work, floors=(), unit="seconds"):
        taken = [(seconds(work), *(seconds(floor) for floor in floors)) for _ in range(ROUNDS)]
        value, *below = (statistics.median(column) for column in zip(*taken, strict=True))
        floor = sum(below) if below else None
        ratio = value / floor if floor else value
        ROWS[name] = {
            "value": value,
            "floor": floor,
            "ratio": ratio,
            "goal": goal,
            "higher_is_better": False,
            "unit": unit,
        }

    return take


def pytest_terminal_summary(terminalreporter):
    if not ROWS:
        return
    terminalreporter.section("Performance")
    terminalreporter.write_line(f"{'what':<28}{'value':>12}{'floor':>12}{'ratio':>9}{'goal':>9}")
    for name, row in ROWS.items():
        floor = f"{row['floor']:.4f}" if row["floor"] is not None else "-"
        verdict = "" if row["ratio"] <= row["goal"] else "  misses its goal"
        line = f"{name:<28}{row['value']:>12.4f}{floor:>12}{row['ratio']:>9.2f}{row['goal']:>9.2f}{verdict}"
        terminalreporter.write_line(line)
    target = Path("var") / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(ROWS, indent=2) + "\n")
