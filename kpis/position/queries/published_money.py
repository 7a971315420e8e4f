"""Money that was published about our area, as the start of a statement that finance completes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby

from kpis.domain.block import AmountUnit, Basis, BlockLine
from kpis.domain.periods import PeriodError, PeriodKind, parse, year_name
from kpis.position.models import Statement
from kpis.published.models import Area, PublishedValue

UNITS = {"pounds": AmountUnit.POUNDS, "pounds per head": AmountUnit.POUNDS_PER_HEAD}
PER_HEAD = ", per head "
BASES = {basis.words: basis for basis in Basis} | {basis.value: basis for basis in Basis}
LONGEST_LABEL = 120
# How a published measure begins, and the line of the block that it is offered as.
LINES = {
    "place funding": BlockLine.PLACE_FUNDING,
    "top-up": BlockLine.TOP_UPS,
    "pre-16 top-up": BlockLine.TOP_UPS,
    "sen support": BlockLine.SEN_SUPPORT,
    "alternative provision": BlockLine.ALTERNATIVE_PROVISION,
    "therapies": BlockLine.THERAPIES,
    "hospital education": BlockLine.OTHER,
    "spending on special places": BlockLine.PLACEMENTS,
    "placement": BlockLine.PLACEMENTS,
}


@dataclass(frozen=True, slots=True)
class PublishedMoney:
    """Values of one publication, year, basis and unit, and the statement that took from them, if one did."""

    source: str
    financial_year: int
    basis: str
    unit: AmountUnit
    values: tuple[PublishedValue, ...]
    statement: Statement | None

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)

    @property
    def is_of_parts(self) -> bool:
        """Whether some of the values are parts of others, so that they may not be added up."""
        return len(_without_parts(self.values)) < len(self.values)


def published_money(*, area: Area, at: datetime) -> list[PublishedMoney]:
    """What was published about the area in pounds for a financial year, the latest year first. Two queries."""
    known = PublishedValue.objects.known_at(at).filter(area=area, unit__in=UNITS, value__isnull=False)
    dated = [(year, value) for value in known if (year := _year(value)) is not None]
    statements = {
        (s.source, s.financial_year, s.basis, s.unit): s
        for s in Statement.objects.known_at(at).filter(area=area).select_related("scope").order_by("id")
    }
    return [
        PublishedMoney(
            source=source,
            financial_year=-newest_first,
            basis=basis,
            unit=UNITS[unit],
            values=tuple(value for _, value in group),
            statement=statements.get((source, -newest_first, BASES.get(basis, ""), UNITS[unit])),
        )
        for (newest_first, source, basis, unit), group in groupby(sorted(dated, key=_in_order), _publication)
    ]


def _publication(dated: tuple[int, PublishedValue]) -> tuple:
    year, value = dated
    return -year, value.source, value.basis, value.unit


def _in_order(dated: tuple[int, PublishedValue]) -> tuple:
    _, value = dated
    return *_publication(dated), value.sort_key, value.measure, value.pk


def _year(value: PublishedValue) -> int | None:
    """The financial year that a value is of; None where it is of another kind of period."""
    try:
        return parse(value.period_words, PeriodKind.FINANCIAL_YEAR).start.year
    except PeriodError:
        return None


def start_of_statement(ids: Iterable[int], *, area: Area, at: datetime) -> dict:
    """What a form of a statement begins with: `terms` and `rows`; empty unless all are of one publication.

    Where a line and its parts are both asked for, the parts are left out: a statement's total is the sum of
    its rows. The scope, and which part of the block it is, are for a person to say.
    """
    wanted = set(ids)
    groups = published_money(area=area, at=at)
    group = next((g for g in groups if wanted and wanted <= {value.pk for value in g.values}), None)
    if group is None:
        return {}
    values = _without_parts([value for value in group.values if value.pk in wanted])
    return {"terms": _terms(group, values), "rows": [_row(value) for value in values]}


def _terms(group: PublishedMoney, values: list[PublishedValue]) -> dict:
    said = (
        [] if group.basis in BASES else [group.basis]
    )  # what has no basis of ours is kept in the source's words
    said += dict.fromkeys(value.coverage for value in values if value.coverage)
    measure, whom = _about(values[0])
    return {
        "financial_year": group.financial_year,
        "basis": str(BASES.get(group.basis, "")),
        "unit": str(group.unit),
        "per_whom": f"people {whom}" if whom else "",
        "coverage": measure if len(values) == 1 else "",
        "source": group.source,
        "note": f"In the source: {'; '.join(said)}." if said else "",
    }


def _row(value: PublishedValue) -> dict:
    measure, _ = _about(value)
    begins = (line for words, line in LINES.items() if measure.casefold().startswith(words))
    return {
        "line": str(next(begins, "")),
        "label": measure[:LONGEST_LABEL],
        "amount_gbp": Decimal(value.value).quantize(Decimal("0.01")),
    }


def _without_parts(values: Sequence[PublishedValue]) -> list[PublishedValue]:
    """Those of which no other is the whole: “Place funding: primary schools” goes where “Place funding” is."""
    measures = {_about(value)[0] for value in values}
    return [value for value in values if not measures & _wholes(_about(value)[0])]


def _wholes(measure: str) -> set[str]:
    """What this would be a part of, by the two ways in which publications name parts."""
    line, colon, _ = measure.partition(":")
    kind, comma, part = measure.rpartition(", ")
    wholes = {line} if colon else set()
    return wholes | {f"{kind}, all"} if comma and part != "all" else wholes


def _about(value: PublishedValue) -> tuple[str, str]:
    """What it measures, and per head of whom."""
    measure, _, whom = value.measure.partition(PER_HEAD)
    return measure, whom
