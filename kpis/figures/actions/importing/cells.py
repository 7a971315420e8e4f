"""The cells of one figure: read strictly, or each named with what is wrong and what was probably meant."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from difflib import get_close_matches
from typing import NamedTuple

from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.periods import Period, PeriodError, PeriodKind, parse
from kpis.domain.symbols import INSTEAD_OF_VALUE, UnknownMarker, from_marker
from kpis.figures.actions.entries import MICRO, Entry, FigureRefused, checked_entry
from kpis.figures.models import Kpi, KpiDefinition
from kpis.figures.queries.record import school_terms
from kpis.figures.spreadsheets import CODE, COLUMNS

LONGEST_REMARK = 400
NUMBERS = [(COLUMNS.index(name), name) for name in ("numerator", "denominator", "value")]
CANNOT_BE_READ = "\ufffd"


class Read(NamedTuple):
    """A figure that can be stored as it is."""

    kpi: Kpi
    definition: KpiDefinition
    period: Period
    entry: Entry
    is_formula: bool


class BadCell(NamedTuple):
    """A cell that has to be mended: its heading, what stands there, what is wrong."""

    heading: str
    text: str
    message: str


@dataclass(slots=True)
class CellReader:
    """Reads rows for one sender on one day: which KPIs are theirs, and what has been read before."""

    kpis: dict[str, tuple[Kpi, KpiDefinition]]
    on: date
    terms: tuple
    periods: dict[tuple[str, str], Period | str] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)

    @classmethod
    def for_sender(cls, sender, *, on: date) -> "CellReader":
        kpis = Kpi.objects.led_by(sender).current().filter(definitions__isnull=False).distinct()
        latest = KpiDefinition.objects.filter(kpi__in=kpis).order_by("kpi_id", "-version").distinct("kpi_id")
        rows = {row.kpi.code: (row.kpi, row) for row in latest.select_related("kpi")}
        return cls(rows, on, school_terms(range(on.year - 30, on.year + 2)))

    def read(self, texts: list[str], formulas: list[int], *, is_wide: bool) -> Read | list[BadCell]:
        """The figure of one row, or every cell of it that is bad."""
        cells = dict(zip(COLUMNS, texts, strict=True))
        bad: list[BadCell] = []
        kpi, definition = self._kpi(cells, bad)
        period = self._period(cells, definition, bad) if definition else None
        entry = self._entry(cells, formulas, bad, is_wide)
        if bad:
            return bad
        try:
            checked = checked_entry(definition, period, entry, on=self.on)
        except FigureRefused as refused:
            heading = refused.field or "value"
            return [BadCell(heading, cells[heading], str(refused))]
        return Read(kpi, definition, period, checked, bool(formulas))

    def _kpi(self, cells: dict, bad: list[BadCell]):
        code = cells[CODE].upper()
        if found := self.kpis.get(code):
            return found
        if code not in self.unknown:
            self.unknown[code] = self._about_unknown(cells[CODE])
        bad.append(BadCell(CODE, cells[CODE], self.unknown[code]))
        return None, None

    def _about_unknown(self, code: str) -> str:
        if not code:
            return "There is no KPI code in this row."
        near = get_close_matches(code.upper(), self.kpis, n=1, cutoff=0.66)
        meant = f" Did you mean {near[0]}?" if near else ""
        return f"“{code[:40]}” is not one of the KPIs you report.{meant}"

    def _period(self, cells: dict, definition: KpiDefinition, bad: list[BadCell]) -> Period | None:
        text = cells["period"]
        key = (definition.frequency, text)
        if key not in self.periods:
            self.periods[key] = self._parsed(text, PeriodKind(definition.frequency))
        found = self.periods[key]
        if isinstance(found, Period):
            return found
        bad.append(BadCell("period", text, found))
        return None

    def _parsed(self, text: str, kind: PeriodKind) -> Period | str:
        if not text:
            return "There is no period in this row."
        try:
            return parse(text, kind, terms=self.terms)
        except PeriodError as problem:
            return f"{problem}{_as_day(text)}"

    def _entry(self, cells: dict, formulas: list[int], bad: list[BadCell], is_wide: bool) -> Entry:
        symbol_text = cells["symbol"]
        if is_wide and _stands_instead(cells["value"]):
            symbol_text, cells = cells["value"], cells | {"value": ""}
        numbers = {
            name: _number(cells[name], name, column in formulas, bad) if cells[name] else None
            for column, name in NUMBERS
        }
        symbol = _symbol(symbol_text, bad) if symbol_text else ""
        remark = cells["remark"]
        bad += _about_remark(remark) if remark else ()
        if not bad and not symbol and not any(cells[name] for _, name in NUMBERS):
            bad.append(BadCell("value", "", "There is no figure in this row."))
        return Entry(**numbers, symbol=symbol, remark=remark)


def _as_day(text: str) -> str:
    """What a spreadsheet does to a period, said where it has been done."""
    if text.endswith(" 00:00:00"):
        return " The spreadsheet made a day of it: format the cell as text and type it again."
    if text.isdecimal() and len(text) == 5:
        return " It looks like a day as spreadsheets store them: format the cell as text and type it again."
    return ""


def _number(text: str, heading: str, is_formula: bool, bad: list[BadCell]) -> Decimal | None:
    try:
        number = parse_number(text)
    except NotANumber as problem:
        bad.append(BadCell(heading, text, _about_number(text, str(problem))))
        return None
    # What a formula gave is a binary fraction; the record keeps six places.
    return number.quantize(MICRO, ROUND_HALF_UP) if is_formula and abs(number) < 10**12 else number


def _about_number(text: str, problem: str) -> str:
    if text.startswith("="):
        return "This is a formula that was not worked out: write its result."
    if text.startswith("#"):
        return "The spreadsheet shows an error here: mend the formula or leave the cell empty."
    return problem


def _stands_instead(text: str) -> bool:
    try:
        return from_marker(text) in INSTEAD_OF_VALUE
    except UnknownMarker:
        return False


def _symbol(text: str, bad: list[BadCell]) -> str:
    try:
        return str(from_marker(text) or "")
    except UnknownMarker as problem:
        bad.append(BadCell("symbol", text, str(problem)))
        return ""


def _about_remark(remark: str) -> Iterator[BadCell]:
    if len(remark) > LONGEST_REMARK:
        yield BadCell(
            "remark",
            remark,
            f"A remark has at most {LONGEST_REMARK} characters; this one has {len(remark):,}.",
        )
    if CANNOT_BE_READ in remark:
        yield BadCell("remark", remark, "A character here cannot be read: type it again.")
