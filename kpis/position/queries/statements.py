"""Statements of a year side by side, and a variance where two of them may be set against each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch

from kpis.domain.block import AmountUnit, Basis, Extent, ScopePart
from kpis.domain.position import Adjusted, Comparable, Difference, adjusted, differences
from kpis.position.models import Amount, Statement
from kpis.published.models import Area

BASIS_ORDER = {basis: place for place, basis in enumerate(Basis)}
LineKey = tuple[str, str, str, str]  # line, placement category, sector, label


class Side:
    """One statement with its amounts by line. Reads the prefetched amounts and known parts."""

    def __init__(self, statement: Statement):
        self.statement = statement
        self.amounts: dict[LineKey, Amount] = {key_of(a): a for a in statement.amounts.all()}

    @cached_property
    def total(self) -> Decimal:
        return sum((amount.amount_gbp for amount in self.amounts.values()), Decimal(0))

    @cached_property
    def known_parts(self) -> dict[ScopePart, Decimal]:
        """What a part of the scope comes to, inside the total or beside it."""
        return {ScopePart(known.part): known.amount_gbp for known in self.statement.known_parts.all()}

    @property
    def comparable(self) -> Comparable:
        """The statement's total with everything that decides what it may be set against."""
        return comparable(self.statement, amount=self.total, line=self.statement.what, parts=self.known_parts)


@dataclass(frozen=True, slots=True)
class LineVariance:
    """One line of both statements; an amount is None where a statement has no such line."""

    what: str
    judged: Decimal | None
    against: Decimal | None

    @property
    def variance(self) -> Decimal | None:
        if self.judged is None or self.against is None:
            return None
        return self.judged - self.against


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two statements set against each other, or why they are not: with `differences` there is no variance."""

    judged: Side
    against: Side
    differences: tuple[Difference, ...]
    adjusted: tuple[Adjusted, ...]

    @property
    def is_like_for_like(self) -> bool:
        return not self.differences

    @property
    def variance(self) -> Decimal | None:
        return self.judged.total - self.against.total if self.is_like_for_like else None

    @property
    def lines(self) -> list[LineVariance]:
        """Every line either of them has, in the order of the statement it is compared with; none if not alike."""
        if not self.is_like_for_like:
            return []
        keys = {**self.against.amounts, **self.judged.amounts}
        return [
            LineVariance(amount.what, _amount(self.judged, key), _amount(self.against, key))
            for key, amount in keys.items()
        ]


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Statements about the same part of the block in the same unit, budget first and outturn last."""

    what: str
    unit_words: str
    sides: tuple[Side, ...]

    @property
    def rows(self) -> list[tuple[str, list[tuple[Side, Amount | None]]]]:
        """A row for each line: its words, and the amount of each statement."""
        keys = {key: amount for side in reversed(self.sides) for key, amount in side.amounts.items()}
        return [
            (a.what, [(side, side.amounts.get(key)) for side in self.sides])
            for key, a in sorted(keys.items())
        ]

    @property
    def has_several_lines(self) -> bool:
        return any(len(side.amounts) > 1 for side in self.sides)

    @property
    def comparisons(self) -> list[Comparison]:
        """Every later statement against the first."""
        first, *others = self.sides
        return [compare(other, first) for other in others]


def key_of(amount: Amount) -> LineKey:
    return amount.line, amount.category, amount.sector, amount.label


def comparable(statement: Statement, *, amount: Decimal, line: str, parts=()) -> Comparable:
    """An amount of a statement as the like-for-like guard takes it."""
    return Comparable(
        name=Basis(statement.basis).words,
        amount=amount,
        scope=statement.scope.name,
        inclusions=statement.scope.inclusions,
        coverage=_lower_first(statement.what),
        line=_lower_first(line),
        unit=statement.unit_words,
        prices=statement.prices_words,
        known_parts=dict(parts),
    )


def compare(judged: Side, against: Side) -> Comparison:
    """`judged` less `against`, by the guard of `kpis.domain.position`."""
    one, other = judged.comparable, against.comparable
    return Comparison(judged, against, _without_line(differences(one, other)), adjusted(one, other))


def statements_at(*, area: Area, at: datetime, **filters) -> list[Statement]:
    """What counted at the moment, with scope, amounts and known parts: three queries, budget first."""
    known = Statement.objects.known_at(at).filter(area=area, **filters)
    along = (Prefetch("amounts", Amount.objects.order_by("id")), "known_parts")
    rows = known.select_related("area", "scope", "recorded_by").prefetch_related(*along)
    return sorted(rows, key=_in_order)


def groups_of(statements: Iterable[Statement]) -> list[StatementGroup]:
    """Statements of a year, those about the same thing side by side, the whole block and large parts first."""
    by_subject: dict[tuple[str, str], list[Side]] = {}
    for statement in statements:
        subject = (statement.what, statement.unit_words)
        by_subject.setdefault(subject, []).append(Side(statement))
    groups = [StatementGroup(what, unit, tuple(sides)) for (what, unit), sides in by_subject.items()]
    return sorted(groups, key=_largest_first)


def chosen_comparison(groups: Sequence[StatementGroup], *, judged: int, against: int) -> Comparison | None:
    """The two statements that were asked for by id; None where one of them is not among the groups."""
    sides = {side.statement.pk: side for group in groups for side in group.sides}
    if judged == against or judged not in sides or against not in sides:
        return None
    return compare(sides[judged], sides[against])


def _in_order(statement: Statement) -> tuple:
    return statement.financial_year, BASIS_ORDER[Basis(statement.basis)], statement.period or 0, statement.pk


def _largest_first(group: StatementGroup) -> tuple:
    """The whole block, then pounds before pounds per head, and what costs most; money that comes in is last."""
    first = group.sides[0].statement
    return (
        first.extent != Extent.WHOLE_BLOCK,
        first.unit != AmountUnit.POUNDS,
        -max(side.total for side in group.sides),
        group.what,
    )


def _amount(side: Side, key: LineKey) -> Decimal | None:
    return side.amounts[key].amount_gbp if key in side.amounts else None


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def _without_line(apart: tuple[Difference, ...]) -> tuple[Difference, ...]:
    """Of whole statements the line is what they cover, which is said once."""
    return tuple(difference for difference in apart if difference.kind != "line")
