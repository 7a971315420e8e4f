"""Initiatives and their monthly plans from tables: every row is taken, or none and every bad cell is named."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.db import transaction

from kpis.domain import savings
from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.periods import PeriodError, PeriodKind, parse
from kpis.domain.savings import SavingsError, SavingType, Stage
from kpis.savings.actions.initiatives import add_initiative
from kpis.savings.actions.plans import write_plan
from kpis.savings.actions.recompute import recompute_progress
from kpis.savings.actions.refusals import UploadRefused
from kpis.savings.models import Initiative, MonthlyPlan, PlanKind, Recurrence, workstreams_kept_by
from kpis.spreadsheets import Problem, SheetRow, read_rows

# The heading of each column, with the name `add_initiative` knows it by.
ABOUT = {
    "code": "code",
    "workstream": "workstream",
    "name": "name",
    "how it saves money": "mechanism",
    "who is affected": "population",
    "type of saving": "saving_type",
    "who loses": "who_loses",
    "recurrent or one-off": "recurrence",
    "one-off cost": "one_off_cost",
    "first month": "starts_on",
    "owner": "owner",
    "stage": "stage",
    "what could go wrong": "risks",
    "what it needs from partners": "partner_dependencies",
    "note": "note",
}
MAY_BE_EMPTY = (
    "who loses",
    "one-off cost",
    "stage",
    "what could go wrong",
    "what it needs from partners",
    "note",
)
REGISTER_COLUMNS = tuple(ABOUT)
NEEDED = tuple(heading for heading in ABOUT if heading not in MAY_BE_EMPTY)
PLAN_COLUMNS = ("code", "month", "planned", "forecast")
KINDS = {"planned": PlanKind.PLANNED, "forecast": PlanKind.FORECAST}
CODE = re.compile(r"[A-Z][A-Z0-9-]+")
LONGEST = {"code": 20, "name": 200, "who is affected": 300, "note": 300}
LONGEST_TEXT = 4000
MOST_INITIATIVES, MOST_MONTHS = 500, 20_000  # in one request
TYPES = {saving_type.words.lower(): saving_type for saving_type in SavingType}
RECURRENCES = {"recurrent": Recurrence.RECURRENT, "one-off": Recurrence.ONE_OFF}
STAGES = {"": Stage.IDENTIFIED, "identified": Stage.IDENTIFIED, "in delivery": Stage.IN_DELIVERY}


class BadCell(Exception):
    """What is wrong with one cell; `heading` is its column, empty for the whole row."""

    def __init__(self, heading: str, message: str):
        super().__init__(message)
        self.heading = heading


class Stated(NamedTuple):
    """What a table says of one initiative and kind, in pounds or as shares; `row` is the first that says it."""

    row: SheetRow
    initiative: Initiative
    kind: PlanKind
    amounts: dict[date, Decimal]
    per_cents: dict[date, Decimal]


def read_register(name: str, content: bytes) -> list[SheetRow]:
    """The rows of a table of initiatives; UnreadableFile says why not."""
    return read_rows(name, content, columns=REGISTER_COLUMNS, required=NEEDED)


def read_plans(name: str, content: bytes) -> list[SheetRow]:
    """The rows of a long table of months; UnreadableFile says why not."""
    return read_rows(name, content, columns=PLAN_COLUMNS, required=PLAN_COLUMNS[:2])


@transaction.atomic
def import_initiatives(*, rows: list[SheetRow], by, at: datetime) -> list[Initiative]:
    """Add every row to the register, in a workstream this person keeps; UploadRefused names the bad cells.

    Those already running come at the stage "in delivery": no gate stands in their way, and what the stage
    lacks is an open exception until it is on record.
    """
    _check_length(rows, MOST_INITIATIVES, "initiatives")
    readers = _readers(by)
    return _each(rows, lambda row: add_initiative(**_about(row, readers), by=by, at=at))


@transaction.atomic
def import_plans(*, rows: list[SheetRow], by, at: datetime, reason: str = "") -> list[MonthlyPlan]:
    """A version of the plan or forecast for each initiative and kind in the table; UploadRefused as above.

    As in `record_plan` the months of every financial year named are replaced, and a version that follows
    another needs the `reason`. An amount with a per cent sign is a share of what is left of the base that the
    initiative shares. A row without an amount says nothing.
    """
    _check_length(rows, MOST_MONTHS, "months")
    said = _stated(rows, by)

    def write(stated: Stated) -> tuple[MonthlyPlan, set[int]]:
        what = {"initiative": stated.initiative, "kind": stated.kind}
        said_of_it = {"amounts": stated.amounts, "per_cents": stated.per_cents}
        return write_plan(**what, **said_of_it, reason=reason, by=by, at=at)

    written = _each(said, write, row_of=lambda stated: stated.row)
    recompute_progress(years=set().union(*(years for _, years in written)), at=at)
    return [plan for plan, _ in written]


def _check_length(rows: list[SheetRow], most: int, what: str) -> None:
    if len(rows) > most:
        message = f"The file has {len(rows):,} {what}; send at most {most:,} at a time."
        raise UploadRefused([Problem(rows[most].place(), "", message)])


def _each(
    items: Iterable, take: Callable[[Any], Any], *, row_of: Callable[[Any], SheetRow] | None = None
) -> list:
    """What `take` makes of every row, or of what was read from one; UploadRefused with the bad cells of all."""
    taken, problems = [], []
    for item in items:
        row = row_of(item) if row_of else item
        try:
            taken.append(take(item))
        except BadCell as bad:
            problems.append(Problem(row.place(bad.heading), row.cells.get(bad.heading, ""), str(bad)))
        except SavingsError as refused:
            problems.append(Problem(row.place("code"), row.cells["code"], str(refused)))
    if problems:
        raise UploadRefused(problems)
    return taken


# ---- the register ----


def _about(row: SheetRow, readers: Mapping[str, Callable]) -> dict:
    """A row's cells as `add_initiative` takes them."""
    cells = {heading: row.cells.get(heading, "") for heading in ABOUT}
    for heading in NEEDED:
        if not cells[heading]:
            raise BadCell(heading, "This cell is empty.")
    for heading, text in cells.items():
        if len(text) > LONGEST.get(heading, LONGEST_TEXT):
            raise BadCell(heading, f"It has more than {LONGEST.get(heading, LONGEST_TEXT):,} characters.")
    read = {ABOUT[h]: readers[h](text) if h in readers else text for h, text in cells.items()}
    if read["saving_type"] is SavingType.SCOPE_REDUCTION and not read["who_loses"]:
        raise BadCell("who loses", "Say who loses: a scope reduction gives somebody less than now.")
    return read


def _readers(by) -> dict[str, Callable[[str], object]]:
    """What reads the cells of a column that are more than words."""
    workstreams = {w.name.casefold(): w for w in workstreams_kept_by(by)}
    owners = {u.email.casefold(): u for u in get_user_model().objects.with_perm("savings.view_savings")}
    no_owner = "Nobody who may read the savings register has this e-mail address."
    return {
        "code": _code,
        "workstream": _one_of("workstream", workstreams, "It is not the name of a workstream you keep."),
        "type of saving": _one_of("type of saving", TYPES, f"Write {_or(SavingType)}."),
        "recurrent or one-off": _one_of("recurrent or one-off", RECURRENCES, "Write recurrent or one-off."),
        "one-off cost": lambda text: _pounds("one-off cost", text) or Decimal(0),
        "first month": lambda text: _month("first month", text),
        "owner": _one_of("owner", owners, no_owner),
        "stage": _one_of("stage", STAGES, "Write identified, or in delivery if it is already running."),
    }


def _or(types) -> str:
    *most, last = (saving_type.words.lower() for saving_type in types)
    return f"{', '.join(most)} or {last}"


def _one_of(heading: str, known: Mapping[str, object], message: str) -> Callable[[str], object]:
    def read(text: str):
        try:
            return known[text.casefold()]
        except KeyError as unknown:
            raise BadCell(heading, message) from unknown

    return read


def _code(text: str) -> str:
    if not CODE.fullmatch(text):
        raise BadCell("code", "Write capital letters, digits and hyphens, beginning with a letter: LP-4.")
    return text


def _month(heading: str, text: str) -> date:
    try:
        return parse(text, PeriodKind.MONTH).start
    except PeriodError as problem:
        raise BadCell(heading, str(problem)) from problem


def _pounds(heading: str, text: str) -> Decimal | None:
    if not text:
        return None
    if "%" in text:
        raise BadCell(heading, "Write pounds.")
    return _checked(heading, text, savings.exact_amount)


def _checked(heading: str, text: str, exact: Callable[[Decimal], Decimal]) -> Decimal:
    try:
        return exact(parse_number(text))
    except (NotANumber, savings.NotAnAmount, savings.NotAPerCent) as problem:
        raise BadCell(heading, str(problem)) from problem


# ---- monthly plans ----


def _stated(rows: list[SheetRow], by) -> list[Stated]:
    """What the table says of each initiative and kind, in file order; UploadRefused with the bad cells."""
    known, said, seen = _held(rows, by), {}, {}

    def take(row: SheetRow) -> None:
        code = row.cells["code"]
        if code not in known:
            raise BadCell("code", "No initiative that you keep has this code.")
        month = _month("month", row.cells["month"])
        if (first := seen.setdefault((code, month), row.place())) != row.place():
            raise BadCell("month", f"{code} for {month:%B %Y} stands in {first} already.")
        for heading, kind in KINDS.items():
            if text := row.cells.get(heading, ""):
                stated = said.setdefault((code, kind), Stated(row, known[code], kind, {}, {}))
                if "%" in text:
                    stated.per_cents[month] = _checked(heading, text, savings.exact_per_cent)
                else:
                    stated.amounts[month] = _checked(heading, text, savings.exact_amount)

    _each(rows, take)
    if not said:
        raise UploadRefused([Problem(rows[0].place(), "", "No row has a planned or a forecast amount.")])
    return list(said.values())


def _held(rows: list[SheetRow], by) -> dict[str, Initiative]:
    """The initiatives by code, all held at once and in one order, so that two uploads never wait for each other."""
    kept = Initiative.objects.kept_by(by).filter(code__in={row.cells["code"] for row in rows})
    return {initiative.code: initiative for initiative in kept.select_for_update(of=("self",)).order_by("pk")}
