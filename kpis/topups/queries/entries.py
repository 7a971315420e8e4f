"""What is recorded of settings: costs and pupils, incentives, paid places, what was shown."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from kpis.domain.topups import FEW
from kpis.topups.models import CostSplit, Incentive, IncentiveKind
from kpis.topups.models.entries import Entry


@dataclass(frozen=True, slots=True)
class PupilsRow:
    """A setting's costs now and with so many more or fewer pupils; pounds. None where that leaves no pupil."""

    entry: CostSplit
    average: Decimal
    marginal: Decimal
    pupils: int | None
    extra_cost: Decimal | None
    extra_paid: Decimal | None
    beyond_cost: Decimal | None


@dataclass(frozen=True, slots=True)
class IncentiveGroup:
    """Incentives of one kind, year and basis; amounts of two bases are never added.

    `pupils` are those of the incentives that say how many, None where none does; `not_known` is how many do not.
    """

    kind: str
    year_label: str
    basis: str
    rows: tuple[Incentive, ...]
    amount: Decimal
    pupils: int | None
    not_known: int
    is_of_few: bool


def known_entries(kind: type[Entry], at: datetime):
    """Entries that counted at the moment, the latest year first."""
    rows = kind.objects.known_at(at).select_related("setting", "recorded_by", "corrects")
    return rows.order_by("-financial_year", "setting__name", "id")


def pupils_rows(more: int, at: datetime) -> list[PupilsRow]:
    """Every setting whose cost is split, with `more` pupils; fewer where below nought."""
    return [_pupils_row(entry, more) for entry in known_entries(CostSplit, at)]


def _pupils_row(entry: CostSplit, more: int) -> PupilsRow:
    cost, pupils = entry.cost, entry.pupils + more
    if pupils < 1:
        return PupilsRow(entry, _pounds(cost.average), cost.marginal, None, None, None, None)
    return PupilsRow(
        entry=entry,
        average=_pounds(cost.average),
        marginal=cost.marginal,
        pupils=pupils,
        extra_cost=cost.extra_cost(pupils),
        extra_paid=_pounds(cost.extra_paid(pupils)),
        beyond_cost=_pounds(cost.beyond_cost(pupils)),
    )


def incentive_groups(at: datetime) -> list[IncentiveGroup]:
    groups: dict[tuple, list[Incentive]] = {}
    for row in known_entries(Incentive, at):
        groups.setdefault((row.year_label, row.basis_words, row.kind), []).append(row)
    return [_group(*key, rows) for key, rows in groups.items()]


def _group(year_label: str, basis: str, kind: str, rows: list[Incentive]) -> IncentiveGroup:
    known = [row.pupils for row in rows if row.pupils is not None]
    return IncentiveGroup(
        kind=IncentiveKind(kind).label,
        year_label=year_label,
        basis=basis,
        rows=tuple(rows),
        amount=sum((row.amount_gbp for row in rows), Decimal(0)),
        pupils=sum(known) if known else None,
        not_known=len(rows) - len(known),
        is_of_few=bool(known) and sum(known) < FEW,
    )


def _pounds(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator
