"""A table of series in, the same with process limits and signals out: for analysts, with no database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.spc import Method, Observed, Spc, analyse
from kpis.spreadsheets import Problem, SheetRow, as_typed, read_rows

COLUMNS = ("series", "date", "value", "target", "left out", "recalculate")
RULES = (
    *("above_limit", "below_limit", "shift_above", "shift_below", "trend_up", "trend_down"),
    *("two_of_three_above", "two_of_three_below"),
)
HEADINGS = [
    *COLUMNS[:5],
    *("part", "mean", "lower limit", "upper limit"),
    *(rule.replace("_", " ") for rule in RULES),
    *("conflict", "rule", "signal", "variation", "assurance"),
]
YES, NO = frozenset({"1", "yes", "y", "true"}), frozenset({"", "0", "no", "n", "false"})
PLACES = 9  # of a mean or a limit, which may have no end


class TableRefused(Exception):
    """The table cannot be worked out; `problems` names every row that has to be mended."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(f"{p.place}: {p.message}" for p in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class _Row:
    """A point as it was read, with its place in the file."""

    place: str
    series: str
    on: date
    value: Decimal | None
    target: Decimal | None
    is_left_out: bool
    is_recalculated: bool


def read_series(name: str, content: bytes) -> list[SheetRow]:
    """The rows of a table of series; UnreadableFile says why not."""
    return read_rows(name, content, columns=COLUMNS, required=COLUMNS[1:3])


def worked_out(
    rows: Iterable[SheetRow], *, method: Method, target: Decimal | None = None
) -> tuple[list[str], list[list[str]]]:
    """Headings and rows, series in the order they first come, points by date; TableRefused names the bad rows.

    `target` stands where a row has none of its own. A blank value is a point that is missing.
    """
    problems: list[Problem] = []
    series: dict[str, dict[date, _Row]] = {}
    for row in rows:
        try:
            _put(series, _read(row, target))
        except _BadRow as bad:
            problems.append(Problem(row.place(bad.heading), row.cells.get(bad.heading, ""), str(bad)))
    if problems:
        raise TableRefused(problems)
    return HEADINGS, [
        line
        for name, points in series.items()
        for line in _lines(name, sorted(points.values(), key=_day), method)
    ]


class _BadRow(Exception):
    def __init__(self, heading: str, message: str):
        super().__init__(message)
        self.heading = heading


def _day(row: _Row) -> date:
    return row.on


def _put(series: dict[str, dict[date, _Row]], row: _Row):
    points = series.setdefault(row.series, {})
    if row.on in points:
        raise _BadRow("date", f"{row.on:%-d %B %Y} stands in {points[row.on].place} already")
    points[row.on] = row


def _read(row: SheetRow, target: Decimal | None) -> _Row:
    own = _number(row, "target")
    return _Row(
        place=row.place(),
        series=row.cells.get("series", ""),
        on=_date(row),
        value=_number(row, "value"),
        target=target if own is None else own,
        is_left_out=_flag(row, "left out"),
        is_recalculated=_flag(row, "recalculate"),
    )


def _date(row: SheetRow) -> date:
    try:
        return date.fromisoformat(row.cells["date"])
    except ValueError:
        raise _BadRow("date", f"“{row.cells['date']}” is not a date: write 2025-04-30") from None


def _number(row: SheetRow, heading: str) -> Decimal | None:
    text = row.cells.get(heading, "")
    try:
        return parse_number(text) if text else None
    except NotANumber as problem:
        raise _BadRow(heading, f"“{text}”: {problem}") from problem


def _flag(row: SheetRow, heading: str) -> bool:
    text = row.cells.get(heading, "").lower()
    if text not in YES | NO:
        raise _BadRow(heading, f"“{text}” is neither 1 nor 0")
    return text in YES


def _lines(name: str, rows: list[_Row], method: Method) -> Iterator[list[str]]:
    observed = Observed(
        days=tuple(row.on for row in rows),
        values=tuple(row.value for row in rows),
        targets=tuple(row.target for row in rows),
        ghosted=frozenset(row.on for row in rows if row.is_left_out),
    )
    found = analyse(
        observed, replace(method, recalculated_on=frozenset(row.on for row in rows if row.is_recalculated))
    )
    parts = {id(part): number for number, part in enumerate(found.parts, start=1)}
    for point in found.points:
        yield _line(name, point, parts[id(point.limits)], found)


def _line(name: str, point, part: int, found: Spc) -> list[str]:
    limits = (point.limits.mean, point.limits.lower, point.limits.upper)
    has_icons = point is (found.points[-1] if found.method.is_nhsr else found.last)
    icons = (found.variation, found.assurance) if has_icons else (None, None)
    return [
        name,
        point.on.isoformat(),
        as_typed(point.value),
        as_typed(point.target),
        str(int(point.is_ghosted)),
        str(part),
        *(as_typed(None if number is None else round(number, PLACES)) for number in limits),
        *(str(int(getattr(point, rule))) for rule in RULES),
        str(int(point.is_conflict)),
        point.rule,
        str(point.signal),
        *(str(icon or "") for icon in icons),
    ]
