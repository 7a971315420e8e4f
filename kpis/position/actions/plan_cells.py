"""Filling what nobody published in the DSG management plan: cells one by one or by a table, and words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from kpis.domain.dsg_plan import CATEGORIES, CellKey, PlanTable, census_words
from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.periods import census_day
from kpis.position.actions.recording import take_turn
from kpis.position.actions.refusals import ChangedMeanwhile, NotAllowed, NothingRecorded, ReasonMissing
from kpis.position.models import PlanCell, PlanNarrative
from kpis.position.models.plan_cells import MOST_PLANS
from kpis.position.queries.page import own_area
from kpis.position.queries.plan_numbers import last_filled, published_cells
from kpis.spreadsheets import Problem, SheetRow, read_rows
from kpis.workstreams.models import Workstream

COLUMNS = ("table", "census", "row", "placement category", "plans", "counted or forecast")
COUNTED, FORECAST = "counted", "forecast"
MOST_ROWS = 3000
THOUSANDTH = Decimal("0.001")


class CellRefused(Exception):
    """A cell cannot take this number; `field` says which part of it is wrong."""

    def __init__(self, field: str, message: str):
        super().__init__(message)
        self.field = field


class CellsRefused(Exception):
    """Nothing was stored; `problems` names every cell that has to be mended."""

    def __init__(self, problems: list[Problem]):
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Filled:
    recorded: int
    unchanged: int


@transaction.atomic
def fill_cells(
    *,
    numbers: Mapping[CellKey, Decimal],
    is_forecast: bool,
    source: str,
    by,
    at: datetime,
    reason: str = "",
    replaces: int | None = None,
) -> Filled:
    """Record counts or forecasts of cells that are not published. A cell that says the same stays as it is.

    A cell that changes needs a reason and keeps what it said before. CellRefused where a cell is published,
    where a count is not whole or of a census still to come, or where a number is out of bounds. `replaces` is
    `last_filled` of the table its author saw; another cell since is refused as ChangedMeanwhile.
    """
    _check_who(by)
    take_turn()
    if replaces is not None and replaces != max((last_filled(*of) for of in _tables(numbers)), default=0):
        raise ChangedMeanwhile(
            "Somebody else filled cells of this table while you had it open. Open it again and add your numbers."
        )
    _check_numbers(numbers, is_forecast=is_forecast, at=at)
    held = _held(numbers, is_forecast=is_forecast, at=at)
    changed = {key: value for key, value in numbers.items() if key not in held or held[key].value != value}
    corrected = [key for key in changed if key in held]
    if corrected and not reason:
        raise ReasonMissing(
            f"{len(corrected)} of these cells said something else before. Say why they change: what they said "
            "stays beside this."
        )
    PlanCell.objects.bulk_create(
        PlanCell(
            table=key.table,
            census_year=key.year,
            row=key.row,
            column=key.column,
            value=value,
            is_forecast=is_forecast,
            source=source,
            known_from=at,
            recorded_by=by,
            recorded_at=at,
            supersedes=held.get(key),
            reason=reason if key in held else "",
        )
        for key, value in changed.items()
    )
    return Filled(len(changed), len(numbers) - len(changed))


@transaction.atomic
def record_narrative(
    *, workstream: Workstream, text: str, by, at: datetime, reason: str = "", replaces: int | None = None
) -> PlanNarrative:
    """What the plan says of a workstream. A change needs a reason and keeps what was said before.

    `replaces` is the id of the words its author saw (0 for none); others since are refused as ChangedMeanwhile.
    """
    _check_who(by)
    take_turn()
    before = PlanNarrative.objects.known_at(at).filter(workstream=workstream).first()
    if replaces is not None and replaces != (before.pk if before else 0):
        raise ChangedMeanwhile("Somebody else wrote these words while you had them open. Read theirs first.")
    if before and not reason:
        raise ReasonMissing("Say why the words change: what was said before stays beside them.")
    return PlanNarrative.objects.create(
        workstream=workstream,
        text=text,
        source="The council",
        known_from=at,
        recorded_by=by,
        recorded_at=at,
        supersedes=before,
        reason=reason if before else "",
    )


def read_plan_cells(name: str, content: bytes) -> list[SheetRow]:
    """The rows of a table of cells, as in the template; UnreadableFile says why not."""
    return read_rows(name, content, columns=COLUMNS, required=COLUMNS[:5])


@transaction.atomic
def upload_cells(*, rows: Sequence[SheetRow], source: str, by, at: datetime, reason: str = "") -> Filled:
    """Record every row that has a number; CellsRefused names the bad cells and stores nothing."""
    if len(rows) > MOST_ROWS:
        message = f"The file has {len(rows):,} rows; send at most {MOST_ROWS:,} at a time."
        raise CellsRefused([Problem(rows[MOST_ROWS].place(), "", message)])
    entries, problems = _entries(rows, at)
    if problems:
        raise CellsRefused(problems)
    if not entries[True] and not entries[False]:
        raise NothingRecorded("There is no number in this file.")
    done = [
        fill_cells(numbers=numbers, is_forecast=forecast, source=source, by=by, at=at, reason=reason)
        for forecast, numbers in entries.items()
        if numbers
    ]
    return Filled(sum(part.recorded for part in done), sum(part.unchanged for part in done))


def _entries(rows: Iterable[SheetRow], at: datetime):
    """The numbers by whether they are forecast, and what is wrong with the other cells."""
    entries: dict[bool, dict[CellKey, Decimal]] = {False: {}, True: {}}
    problems, seen = [], {}
    for row in rows:
        if not row.cells["plans"]:
            continue
        try:
            key, value, forecast = _entry(row)
            first = seen.setdefault((key, forecast), row.place())
            if first != row.place():
                raise CellRefused("row", f"This cell stands in {first} already.")
            _check_one(key, value, is_forecast=forecast, at=at)
            entries[forecast][key] = value
        except CellRefused as bad:
            problems.append(Problem(row.place(bad.field), row.cells.get(bad.field, ""), str(bad)))
    published = _published_numbers(at) if seen else set()
    for (key, forecast), place in seen.items():
        if key in published and key in entries[forecast]:
            problems.append(Problem(place, "", _is_published(key)))
    return entries, problems


def _entry(row: SheetRow) -> tuple[CellKey, Decimal, bool]:
    table = next((t for t in PlanTable if row.cells["table"].lower() in (t.value, t.words)), None)
    if table is None:
        names = ", ".join(t.value for t in PlanTable)
        raise CellRefused("table", f"The tables are called {names}.")
    label = next((r for r in table.rows if r.lower() == row.cells["row"].lower()), None)
    if label is None:
        raise CellRefused("row", f"The rows of this table are: {', '.join(table.rows)}.")
    category = row.cells["placement category"]
    if category not in CATEGORIES:
        raise CellRefused("placement category", "This is none of the seven placement categories.")
    year = row.cells["census"].lower().replace("january", "").strip()
    if not year.isdecimal() or not 2000 <= int(year) <= 2100:
        raise CellRefused("census", "Write a census as January 2026.")
    return CellKey(table, int(year), label, category), _number(row), _is_forecast(row)


def _number(row: SheetRow) -> Decimal:
    try:
        return parse_number(row.cells["plans"])
    except NotANumber as problem:
        raise CellRefused("plans", str(problem)) from problem


def _is_forecast(row: SheetRow) -> bool:
    word = row.cells.get("counted or forecast", "").lower() or COUNTED
    if word not in (COUNTED, FORECAST):
        raise CellRefused("counted or forecast", f"Write {COUNTED} or {FORECAST}.")
    return word == FORECAST


def _check_who(by) -> None:
    if not by.has_perm("position.fill_dsg_plan"):
        raise NotAllowed("Only finance and data officers fill the DSG management plan.")


def _check_numbers(numbers: Mapping[CellKey, Decimal], *, is_forecast: bool, at: datetime) -> None:
    if not numbers:
        raise NothingRecorded("Enter a number in at least one cell.")
    for key, value in numbers.items():
        _check_one(key, value, is_forecast=is_forecast, at=at)
    published = _published_numbers(at)
    if taken := next((key for key in numbers if key in published), None):
        raise CellRefused("plans", _is_published(taken))


def _published_numbers(at: datetime) -> set[CellKey]:
    cells = published_cells(area=own_area(), at=at)
    return {key for key, cell in cells.items() if cell.value is not None}


def _check_one(key: CellKey, value: Decimal, *, is_forecast: bool, at: datetime) -> None:
    if key.row not in key.table.rows or key.column not in CATEGORIES:
        raise CellRefused("row", "There is no such cell in this table.")
    if not 0 <= value <= MOST_PLANS or value != value.quantize(THOUSANDTH):
        raise CellRefused(
            "plans", f"A number of plans is from 0 to {MOST_PLANS:,}, with three decimals at most."
        )
    if not is_forecast and value != int(value):
        raise CellRefused("plans", "Plans that were counted are a whole number.")
    if not is_forecast and census_day(key.year) > timezone.localdate(at):
        raise CellRefused(
            "census", f"{census_words(key.year)} is still to come: it can be forecast, not counted."
        )


def _is_published(key: CellKey) -> str:
    return f"{key.row}, {key.column}, {census_words(key.year)} is published. The plan uses what is published."


def _tables(numbers: Iterable[CellKey]) -> set[tuple[PlanTable, int]]:
    return {(key.table, key.year) for key in numbers}


def _held(numbers: Iterable[CellKey], *, is_forecast: bool, at: datetime) -> dict[CellKey, PlanCell]:
    years = {key.year for key in numbers}
    known = PlanCell.objects.known_at(at).filter(census_year__in=years, is_forecast=is_forecast)
    return {cell.key: cell for cell in known}
