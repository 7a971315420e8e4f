"""The status of KPIs as the formulas of a workbook, and LibreOffice to recalculate it.

A KPI a row, a month a column. The first sheet has what a recompute stores; the sheets behind it have the
definitions, the figures and, cell by cell, what statistical process control flags of them.
"""

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter as letter

from kpis.domain.direction import LOOKED_AT, is_clear

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
# Whatever the file says of when it was last worked out, every formula is worked out again.
RECALCULATES_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A monthly KPI of which higher or lower is better, and its figures, the oldest first."""

    polarity: str
    tolerance: Decimal  # per cent of what is expected
    due_days: int
    baseline_on: date
    baseline: Decimal
    target_on: date
    target: Decimal
    values: Sequence[Decimal]


# Opening, recalculating, writing


def recalculate(workbook: Path, profile: Path) -> list[dict[str, str]]:
    """Have LibreOffice open a workbook, work out every formula and write the first sheet; its rows by heading."""
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(RECALCULATES_ALWAYS)
    subprocess.run(
        [
            *(OFFICE, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"),
            *("--convert-to", "csv", "--outdir", workbook.parent, workbook),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"SAL_USE_VCLPLUGIN": "svp"},
    )
    with workbook.with_suffix(".csv").open(encoding="utf-8", newline="") as written:
        return list(csv.DictReader(written))


def write_empty(path: Path) -> Path:
    book = Workbook()
    book.active.append(["nothing"])
    book.save(path)
    return path


def write_statuses(path: Path, rows: Sequence[Row], days: Sequence[date]) -> Path:
    """The workbook of these KPIs; `days` are the last days of the months that each has figures for."""
    book, months, lines = Workbook(write_only=True), len(days), range(2, len(rows) + 2)
    _fill(book, "Status", STATUS, ([f"={text(line, months)}" for text in STATUS.values()] for line in lines))
    _fill(book, "Kpis", KPI_COLUMNS, (_as_columns(row) for row in rows))
    _fill(book, "Figures", days, ([float(value) for value in row.values] for row in rows))
    for name, text in FLAGS.items():
        cells = ([f"={text(Cell(line, at, months))}" for at in range(1, months + 1)] for line in lines)
        _fill(book, name, (), cells)
    _fill(book, "Clear", ("ties", "least S"), _clear_from())
    book.save(path)
    return path


def _fill(book: Workbook, name: str, headings, rows) -> None:
    sheet = book.create_sheet(name)
    sheet.append(list(headings))
    for row in rows:
        sheet.append(row)


KPI_COLUMNS = ("polarity", "tolerance", "due days", "baseline on", "baseline", "target on", "target")


def _as_columns(row: Row) -> list:
    kept = (row.polarity, float(row.tolerance), row.due_days, row.baseline_on, float(row.baseline))
    return [*kept, row.target_on, float(row.target)]


# What a direction of travel is held against


def _clear_from() -> Iterator[tuple[int, int]]:
    """For each way in which eight values may be tied a number that tells it, and the least S of a clear change."""
    for ties in _partitions(LOOKED_AT, LOOKED_AT):
        highest = LOOKED_AT * (LOOKED_AT - 1) // 2 + 1
        clear = (s for s in range(1, highest) if is_clear(s, ties))
        yield sum(size**4 for size in ties), next(clear, highest)


def _partitions(total: int, largest: int) -> Iterator[tuple[int, ...]]:
    if not total:
        yield ()
    for size in range(min(total, largest), 0, -1):
        for rest in _partitions(total - size, size):
            yield tuple(sorted((size, *rest)))


# The first sheet: a formula for each heading, of a line and the number of months


def _kpi(heading: str, line: int) -> str:
    return f"Kpis!{letter(KPI_COLUMNS.index(heading) + 1)}{line}"


def _own(heading: str, line: int) -> str:
    """Another cell of the same line of the first sheet."""
    return f"{letter(list(STATUS).index(heading) + 1)}{line}"


def _figures(line: int, first: int, last: int) -> str:
    return f"Figures!{letter(first)}{line}:{letter(last)}{line}"


def _expected(line: int, months: int) -> str:
    day, start, goal = f"Figures!{letter(months)}$1", _kpi("baseline", line), _kpi("target", line)
    begins, ends = _kpi("baseline on", line), _kpi("target on", line)
    between = f"{start}+({goal}-{start})*({day}-{begins})/({ends}-{begins})"
    return f"IF({day}>={ends},{goal},{between})"


def _is_better_high(line: int) -> str:
    return f'{_kpi("polarity", line)}="higher"'


def _rating(line: int, months: int) -> str:
    latest, expected = _own("latest", line), _own("expected", line)
    short = f"IF({_is_better_high(line)},{expected}-{latest},{latest}-{expected})"
    allowed = f"ABS({expected})*{_kpi('tolerance', line)}/100"
    return f'IF({short}<=0,"on_track",IF({short}<={allowed},"at_risk","off_track"))'


def _progress(line: int, months: int) -> str:
    start = _kpi("baseline", line)
    return f"({_own('latest', line)}-{start})/({_kpi('target', line)}-{start})"


def _kendall_s(line: int, months: int) -> str:
    """Pairs of the last eight that rise less those that fall: those one apart, two apart, and so on."""
    first = months - LOOKED_AT + 1
    return "+".join(
        f"SUMPRODUCT(SIGN({_figures(line, first + apart, months)}-{_figures(line, first, months - apart)}))"
        for apart in range(1, LOOKED_AT)
    )


def _direction(line: int, months: int) -> str:
    eight, s = _figures(line, months - LOOKED_AT + 1, months), _own("S", line)
    least = f"VLOOKUP(SUMPRODUCT(COUNTIF({eight},{eight})^3),Clear!$A$2:$B$23,2,0)"
    is_good = f"({s}>0)=({_is_better_high(line)})"
    return f'IF(ABS({s})<{least},"no_clear_change",IF({is_good},"improving","worsening"))'


def _mean_range(line: int, months: int) -> str:
    later, earlier = _figures(line, 2, months), _figures(line, 1, months - 1)
    return f"SUMPRODUCT(ABS({later}-{earlier}))/{months - 1}"


def _speaks(line: int, months: int, side: str, trend: str) -> str:
    at = f"{letter(months)}{line}"
    return f"OR(Outside!{at}{side}0,Shift!{at}{side}0,{trend}!{at},TwoOfThree!{at}{side}0)"


def _variation(line: int, months: int) -> str:
    high, low, better = _own("high", line), _own("low", line), _is_better_high(line)
    improvement = f'IF({better},"improvement_high","improvement_low")'
    concern = f'IF({better},"concern_low","concern_high")'
    is_good = f"AND(NOT(AND({high},{low})),({high})=({better}))"
    return f'IF(OR({high},{low}),IF({is_good},{improvement},{concern}),"common_cause")'


def _assurance(line: int, months: int) -> str:
    goal, lower, upper = (_own(name, line) for name in ("expected", "lower", "upper"))
    better = _is_better_high(line)
    passes = f"IF({better},{goal}<={lower},{goal}>={upper})"
    fails = f"IF({better},{goal}>={upper},{goal}<={lower})"
    return f'IF({passes},"pass",IF({fails},"fail","hit_or_miss"))'


STATUS = {
    "latest": lambda line, months: f"Figures!{letter(months)}{line}",
    "expected": _expected,
    "rating": _rating,
    "progress": _progress,
    "S": _kendall_s,
    "direction": _direction,
    "mean": lambda line, months: f"AVERAGE({_figures(line, 1, months)})",
    "mean range": _mean_range,
    "lower": lambda line, months: f"{_own('mean', line)}-2.66*{_own('mean range', line)}",
    "upper": lambda line, months: f"{_own('mean', line)}+2.66*{_own('mean range', line)}",
    "high": lambda line, months: _speaks(line, months, ">", "Up"),
    "low": lambda line, months: _speaks(line, months, "<", "Down"),
    "variation": _variation,
    "assurance": _assurance,
    "next due": lambda line, months: (
        f'TEXT(EOMONTH(Figures!{letter(months)}$1,1)+{_kpi("due days", line)},"yyyy-mm-dd")'
    ),
}


# The sheets behind it: one formula a month, of the cell's own neighbours


@dataclass(frozen=True, slots=True)
class Cell:
    """One month of one KPI; `on` is its cell on a sheet, or that of a month so many steps away."""

    line: int
    at: int
    months: int

    def on(self, sheet: str, step: int = 0) -> str:
        return f"{sheet}!{letter(self.at + step)}{self.line}"

    def status(self, heading: str) -> str:
        return f"Status!${letter(list(STATUS).index(heading) + 1)}{self.line}"

    def has(self, *steps: int) -> bool:
        return all(1 <= self.at + step <= self.months for step in steps)


def _run(kind: str, so_far: str, whole: str):
    """How many neighbours of one kind stand together: counted up to each month, then told to all of them."""

    def count(cell: Cell) -> str:
        if not cell.has(-1):
            return "1"
        return f"IF({cell.on(kind)}={cell.on(kind, -1)},{cell.on(so_far, -1)}+1,1)"

    def tell(cell: Cell) -> str:
        if not cell.has(1):
            return cell.on(so_far)
        return f"IF({cell.on(kind)}={cell.on(kind, 1)},{cell.on(whole, 1)},{cell.on(so_far)})"

    return {so_far: count, whole: tell}


def _trend(side: str):
    """A step of a trend belongs to the month it leads to and to the one it leaves."""

    def text(cell: Cell) -> str:
        steps = [step for step in (0, 1) if cell.has(step)]
        found = (f"AND({cell.on('StepRun', step)}>=6,{cell.on('Step', step)}{side}0)" for step in steps)
        return f"OR({','.join(found)})"

    return text


def _two_of_three(cell: Cell) -> str:
    """Near, and in three neighbours on one side of the mean of which another one is near."""
    near, side = cell.on("Near"), cell.on("Side")
    windows = [
        f"AND({cell.on('Side', a)}={side},{cell.on('Side', b)}={side},"
        f"OR({cell.on('Near', a)}={near},{cell.on('Near', b)}={near}))"
        for a, b in ((-2, -1), (-1, 1), (1, 2))
        if cell.has(a, b)
    ]
    return f"IF({near}=0,0,IF(OR({','.join(windows)}),{side},0))"


def _away(cell: Cell) -> str:
    return f"ABS({cell.on('Figures')}-{cell.status('mean')})"


FLAGS = {
    "Side": lambda cell: f"SIGN({cell.on('Figures')}-{cell.status('mean')})",
    **_run("Side", "SideSoFar", "SideRun"),
    "Shift": lambda cell: f"IF({cell.on('SideRun')}>=7,{cell.on('Side')},0)",
    "Step": lambda cell: f"SIGN({cell.on('Figures')}-{cell.on('Figures', -1)})" if cell.has(-1) else "0",
    **_run("Step", "StepSoFar", "StepRun"),
    "Up": _trend(">"),
    "Down": _trend("<"),
    "Outside": lambda cell: f"IF({_away(cell)}>2.66*{cell.status('mean range')},{cell.on('Side')},0)",
    "Near": lambda cell: (
        f"IF(AND({_away(cell)}>5.32/3*{cell.status('mean range')},{cell.on('Outside')}=0),{cell.on('Side')},0)"
    ),
    "TwoOfThree": _two_of_three,
}
