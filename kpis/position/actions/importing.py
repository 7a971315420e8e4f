"""A table of amounts becomes statements: all of them or none."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

from django.db import transaction

from kpis.domain.block import AmountUnit, Basis, BlockLine, PlacementCategory, PriceBase, Sector
from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.periods import PeriodError, PeriodKind, parse
from kpis.domain.position import PositionError
from kpis.position.actions.refusals import BadCell, ImportRefused
from kpis.position.actions.statements import KEPT, AmountLine, record_statement
from kpis.position.models import MOST_GBP, FundingScope, Statement
from kpis.position.queries.table import PART_HEADINGS, TABLE_HEADINGS
from kpis.published.models import Area
from kpis.spreadsheets import Problem, SheetRow, read_rows

REASON = "reason for the correction"
COLUMNS = (*TABLE_HEADINGS, REASON)
REQUIRED = ("area", "financial year", "basis", "funding scope", "source", "line", "amount")
TERM_HEADINGS = (
    "area",
    "financial year",
    "basis",
    "month of forecast",
    "funding scope",
    "part of the block",
    "unit",
    "per head of",
    "prices",
    "prices of",
)
MOST_PLACES = Decimal(100_000_000)  # as on the form
MOST_ROWS = 2000  # in one request; a council's whole block over ten years is a fraction of it
LONGEST = {
    "part of the block": 200,
    "per head of": 120,
    "source": 300,
    "label": 120,
    "what is counted": 200,
    "note": 300,
    REASON: 400,
}


def read_amounts(name: str, content: bytes) -> list[SheetRow]:
    """The rows of a table of amounts, in file order, blank rows left out; UnreadableFile says why not."""
    return read_rows(name, content, columns=COLUMNS, required=REQUIRED)


@transaction.atomic
def import_statements(*, rows: Iterable[SheetRow], by, at: datetime) -> list[Statement]:
    """Record every statement of the table; ImportRefused names the bad cells and nothing is stored.

    Rows that agree in everything a statement is about are one statement. Where its rows give a reason, it
    corrects the one that is recorded.
    """
    rows = list(rows)
    if len(rows) > MOST_ROWS:
        message = f"The file has {len(rows):,} amounts; send at most {MOST_ROWS:,} at a time."
        raise ImportRefused([Problem(rows[MOST_ROWS].place(), "", message)])
    read, problems = _read(rows)
    stored = []
    for first, terms, amounts, record in _statements(read):
        try:
            stored.append(_record(terms, amounts, record, by, at))
        except PositionError as refused:
            problems.append(Problem(first.place(), "", str(refused)))
    if problems:
        raise ImportRefused(problems)
    return stored


def _record(terms: dict, amounts: list[AmountLine], record: dict, by, at: datetime) -> Statement:
    return record_statement(**terms, amounts=amounts, **record, **_corrected(terms, record, at), by=by, at=at)


def _corrected(terms: dict, record: dict, at: datetime) -> dict:
    """The statement that the rows' reason is about, as `record_statement` takes it: the one from their source.

    A correction may come from another source where only one such statement is recorded.
    """
    if not record["reason"]:
        return {}
    known = Statement.objects.known_at(at).filter(**{k: v for k, v in terms.items() if v is not None})
    current = known.filter(**{f"{k}__isnull": True for k, v in terms.items() if v is None}).order_by("id")
    of_source = [statement for statement in current if statement.source == record["source"]]
    found = of_source or list(current)
    if not found:
        raise PositionError("A reason is given, but no such statement is recorded that it could correct.")
    if len(found) > 1:
        sources = "; ".join(statement.source for statement in found)
        raise PositionError(
            f"Such a statement is recorded from several sources: {sources}. Write the source of the one to correct."
        )
    return {"supersedes": found[0]}


def _read(rows: Sequence[SheetRow]) -> tuple[list[tuple[SheetRow, dict]], list[Problem]]:
    """Every row with its values by heading, and the cells that cannot be read."""
    known = _Known()
    read, problems = [], []
    for row in rows:
        values, bad = {}, []
        for heading, reader in known.readers.items():
            try:
                values[heading] = reader(row.cells.get(heading, ""))
            except BadCell as problem:
                bad.append(Problem(row.place(heading), row.cells.get(heading, ""), str(problem)))
        bad = bad or _disagreements(row, values)
        problems += bad
        if not bad:
            read.append((row, values))
    return read, problems


def _disagreements(row: SheetRow, values: Mapping) -> list[Problem]:
    """Cells that can be read each for itself and cannot stand together."""
    is_placed = values["placement category"] or values["sector"]
    checks = (
        ("month of forecast", values["month of forecast"] and values["basis"] != Basis.FORECAST,
         "Only a forecast outturn is made at a month."),
        ("per head of", (values["unit"] == AmountUnit.POUNDS_PER_HEAD) != bool(values["per head of"]),
         "Say whose heads are counted, for amounts per head only."),
        ("prices of", (values["prices"] == PriceBase.REAL) != bool(values["prices of"]),
         "Give the year of the prices, for constant prices only."),
        ("what is counted", (values["volume"] is None) != (not values["what is counted"]),
         "Give both the volume and what is counted."),
        ("line", is_placed and values["line"].brings_money,
         "Income and block movements have no placement category or sector."),
    )  # fmt: skip
    return [Problem(row.place(h), row.cells.get(h, ""), words) for h, is_wrong, words in checks if is_wrong]


def _statements(read) -> list[tuple[SheetRow, dict, list[AmountLine], dict]]:
    """The rows put together: the first row of a statement, its terms, its amounts, its source, reason, parts."""
    found: dict[tuple, tuple] = {}
    for row, values in read:
        terms = dict(zip(KEPT, (values[h] for h in TERM_HEADINGS), strict=True))
        parts = {part: values[h] for part, h in PART_HEADINGS.items() if values[h] is not None}
        record = {"source": values["source"], "reason": values[REASON], "known_parts": parts}
        key = (*terms.values(), record["source"])
        _, _, amounts, first_record = found.setdefault(key, (row, terms, [], record))
        first_record["reason"] = first_record["reason"] or record["reason"]
        first_record["known_parts"] |= parts
        amounts.append(_amount(values))
    return list(found.values())


def _amount(values: Mapping) -> AmountLine:
    return AmountLine(
        line=values["line"],
        category=values["placement category"],
        sector=values["sector"],
        label=values["label"],
        amount_gbp=values["amount"],
        actual_to_date_gbp=values["spent to date"],
        commitments_gbp=values["committed"],
        volume=values["volume"],
        volume_words=values["what is counted"],
        note=values["note"],
    )


class _Known:
    """How each cell is read, with the areas and scopes there are."""

    def __init__(self):
        areas = {area.name.casefold(): area for area in Area.objects.all()}
        scopes = {scope.name.casefold(): scope for scope in FundingScope.objects.all()}
        texts = {heading: partial(_text, longest=longest) for heading, longest in LONGEST.items()}
        money = ("spent to date", "committed", *PART_HEADINGS.values())
        self.readers: dict[str, Callable[[str], Any]] = {
            **texts,
            "area": partial(_named, known=areas, what="area"),
            "financial year": _year,
            "basis": partial(_word, words=_words(Basis)),
            "month of forecast": _month,
            "funding scope": partial(_named, known=scopes, what="funding scope"),
            "unit": partial(_word, words={"": AmountUnit.POUNDS} | _words(AmountUnit)),
            "prices": partial(_word, words={"": PriceBase.CASH} | _words(PriceBase)),
            "prices of": lambda text: _year(text) if text else None,
            "source": partial(_text, longest=LONGEST["source"], is_needed=True),
            "line": partial(_word, words=_words(BlockLine)),
            "placement category": partial(
                _word, words={"": ""} | {c.casefold(): c for c in PlacementCategory}
            ),
            "sector": partial(_word, words={"": ""} | _words(Sector)),
            "amount": partial(_number, is_needed=True),
            "volume": partial(_number, places=3, least=0, most=MOST_PLACES),
            **dict.fromkeys(money, _number),
        }


def _words(kind) -> dict[str, Any]:
    """Members by the words on screen and by the words in a file."""
    return {member.value: member for member in kind} | {member.words.casefold(): member for member in kind}


def _word(text: str, *, words: Mapping[str, Any]):
    if text.casefold() not in words:
        known = ", ".join(dict.fromkeys(str(getattr(m, "words", m)) for m in words.values() if m))
        raise BadCell(f"Write one of: {known}.")
    return words[text.casefold()]


def _named(text: str, *, known: Mapping[str, Any], what: str):
    if text.casefold() not in known:
        raise BadCell(f"There is no {what} “{text}” here. Add it first, or mend the name.")
    return known[text.casefold()]


def _text(text: str, *, longest: int, is_needed: bool = False) -> str:
    if len(text) > longest:
        raise BadCell(f"It has {len(text)} characters; at most {longest} are kept.")
    if is_needed and not text:
        raise BadCell("Say where it is written down.")
    return text


def _year(text: str) -> int:
    try:
        year = parse(text, PeriodKind.FINANCIAL_YEAR).start.year
    except PeriodError as problem:
        raise BadCell(str(problem)) from problem
    if not 2000 <= year <= 2100:
        raise BadCell("Write a financial year from 2000/01 to 2100/01.")
    return year


def _month(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not 1 <= int(text) <= 12:
        raise BadCell("Write the month from 1 (April) to 12 (March).")
    return int(text)


def _number(
    text: str,
    *,
    places: int = 2,
    least: Decimal = -MOST_GBP,
    most: Decimal = MOST_GBP,
    is_needed: bool = False,
) -> Decimal | None:
    if not text and not is_needed:
        return None
    if "%" in text:
        raise BadCell("This is a per cent. Write the number itself.")
    try:
        number = parse_number(text)
    except NotANumber as problem:
        raise BadCell(str(problem)) from problem
    if not least <= number <= most:
        raise BadCell("It is too large or too small to be right.")
    if number != round(number, places):
        raise BadCell(f"Write at most {places} decimals.")
    return number
