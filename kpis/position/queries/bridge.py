"""What changed the cost between two statements, with everything a reader has to know before believing it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from kpis.domain.block import AmountUnit, BlockLine, Inclusion
from kpis.domain.bridge import PARTS, Bridge, Category, Part, Side, bridge, in_words, warnings_about
from kpis.domain.position.comparison import Comparable, differences
from kpis.position.models import Amount, Statement


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of the chart, in pounds, as `waterfall_chart` draws it."""

    label: str
    amount: Decimal
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class PartRow:
    part: Part
    amount: Decimal


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category on both sides; pounds. A volume that is not known and a price without a volume are None."""

    name: str
    volume_before: Decimal | None
    cost_before: Decimal
    price_before: Decimal | None
    volume_after: Decimal | None
    cost_after: Decimal
    price_after: Decimal | None
    change: Decimal
    words: str


@dataclass(frozen=True, slots=True)
class BridgePage:
    """`refused` says why two statements are not set against each other; then there is nothing else."""

    before: Side
    after: Side
    statements: tuple[Statement, Statement]
    refused: tuple[str, ...]
    sentence: str = ""
    thing: str = ""
    cost_before: Decimal | None = None
    cost_after: Decimal | None = None
    change: Decimal | None = None
    parts: tuple[PartRow, ...] = ()
    categories: tuple[CategoryRow, ...] = ()
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def title(self) -> str:
        return f"What changed the cost from {self.before.name} to {self.after.name}"


def statements_to_compare(at: datetime) -> Sequence[Statement]:
    """Statements in pounds in which at least one amount has a number of places: ours first, latest year first."""
    with_volume = Amount.objects.filter(volume__isnull=False).values("statement")
    known = Statement.objects.known_at(at).filter(unit=AmountUnit.POUNDS.value, pk__in=with_volume)
    return known.select_related("area", "scope").order_by(
        "-area__is_ours", "area__name", "coverage", "-financial_year", "basis", "id"
    )


def pairs_worth_a_look(statements: Iterable[Statement]) -> list[tuple[Statement, Statement]]:
    """Of statements alike in all but the year, the earliest and the latest."""
    groups: dict[tuple, list[Statement]] = {}
    for one in statements:
        alike = (one.area_id, one.scope_id, one.coverage, one.basis, one.prices_words)
        groups.setdefault(alike, []).append(one)
    ordered = [sorted(group, key=lambda one: one.financial_year) for group in groups.values()]
    return [(group[0], group[-1]) for group in ordered if group[0].financial_year < group[-1].financial_year]


def name_of(statement: Statement) -> str:
    """`Placement costs: final outturn, 2018/19, Kingston`."""
    return f"{statement}, {statement.area}"


def bridge_page(before: Statement, after: Statement) -> BridgePage:
    """Everything the page says of these two; two queries."""
    amounts = _amounts_of(before, after)
    sides = tuple(_side(one, amounts[one.pk], with_area=before.area != after.area) for one in (before, after))
    reasons = tuple(d.words for d in differences(_comparable(after, sides[1]), _comparable(before, sides[0])))
    if reasons:
        return BridgePage(*sides, (before, after), reasons)
    built = bridge(_categories(amounts[before.pk], amounts[after.pk]))
    return _filled(built, sides, (before, after), amounts)


def _filled(built: Bridge, sides, statements, amounts) -> BridgePage:
    before, after = statements
    thing = _thing(sides)
    rows = tuple(PartRow(part, _pounds(built.pence[part])) for part in PARTS)
    later = (before.area_id, before.basis) == (after.area_id, after.basis)
    return BridgePage(
        *sides,
        statements,
        (),
        sentence=in_words(
            built,
            before=sides[0].name,
            after=sides[1].name,
            is_later=later and before.financial_year < after.financial_year,
            thing=thing,
        ),
        thing=thing,
        cost_before=_pounds(built.cost_before),
        cost_after=_pounds(built.cost_after),
        change=_pounds(built.change),
        parts=rows,
        categories=tuple(_row(category) for category in built.categories),
        warnings=warnings_about(*sides, built),
        notes=_notes(statements, amounts),
        steps=_steps(rows, built, sides),
    )


def _amounts_of(*statements: Statement) -> dict[int, list[Amount]]:
    found: dict[int, list[Amount]] = {statement.pk: [] for statement in statements}
    for amount in Amount.objects.filter(statement__in=statements).order_by(
        "line", "category", "sector", "id"
    ):
        found[amount.statement_id].append(amount)
    return found


def _side(statement: Statement, amounts: list[Amount], *, with_area: bool) -> Side:
    name = f"{statement.basis_words.capitalize()} {statement.year_label}"
    inclusions = statement.scope.inclusions
    return Side(
        name=f"{statement.area}: {name}" if with_area else name,
        area=str(statement.area),
        year=statement.year_label,
        basis=statement.basis_words,
        prices=statement.prices_words,
        counts=tuple(dict.fromkeys(amount.volume_words for amount in amounts if amount.volume_words)),
        not_stated=tuple(p.words for p, state in inclusions.items() if state is Inclusion.NOT_STATED),
    )


def _comparable(statement: Statement, side: Side) -> Comparable:
    """The statement as a whole, for the like-for-like guard."""
    return Comparable(
        name=side.name,
        amount=Decimal(0),
        scope=statement.scope.name,
        inclusions=statement.scope.inclusions,
        coverage=statement.what,
        line="",
        unit=statement.unit_words,
        prices=statement.prices_words,
    )


def _categories(before: list[Amount], after: list[Amount]) -> list[Category]:
    """A category for each line and placement category; schools that became academies stay in theirs."""
    sides = [_grouped(before), _grouped(after)]
    keys = dict.fromkeys([*sides[0], *sides[1]])
    return [Category(_name(key), *_cost_of(sides[0].get(key)), *_cost_of(sides[1].get(key))) for key in keys]


def _grouped(amounts: list[Amount]) -> dict[tuple[str, str], list[Amount]]:
    groups: dict[tuple[str, str], list[Amount]] = {}
    for amount in amounts:
        groups.setdefault((amount.line, amount.category or amount.what), []).append(amount)
    return groups


def _name(key: tuple[str, str]) -> str:
    line, what = key
    words = BlockLine(line).words
    return what if line == BlockLine.PLACEMENTS or what.startswith(words) else f"{words}: {what}"


def _cost_of(amounts: list[Amount] | None) -> tuple[Fraction | None, int]:
    """Volume and pence: nothing of either where the statement has no such row, no volume where one row lacks it."""
    if amounts is None:
        return Fraction(0), 0
    volumes = [amount.volume for amount in amounts]
    volume = None if None in volumes else sum((Fraction(v) for v in volumes), Fraction(0))
    return volume, sum(int(amount.amount_gbp * 100) for amount in amounts)


def _thing(sides: Iterable[Side]) -> str:
    counts = [words.lower() for side in sides for words in side.counts]
    return "plan" if counts and all("plan" in words for words in counts) else "place"


def _row(category: Category) -> CategoryRow:
    return CategoryRow(
        name=category.name,
        volume_before=_number(category.volume_before),
        cost_before=_pounds(category.cost_before),
        price_before=_pounds(category.price_before),
        volume_after=_number(category.volume_after),
        cost_after=_pounds(category.cost_after),
        price_after=_pounds(category.price_after),
        change=_pounds(category.change),
        words=_standing(category),
    )


def _standing(category: Category) -> str:
    if not category.is_counted:
        return "no number known"
    return "new" if category.is_new else "gone" if category.is_gone else ""


def _number(value: Fraction | None) -> Decimal | None:
    return None if value is None else Decimal(value.numerator) / value.denominator


def _pounds(pence: Fraction | int | None) -> Decimal | None:
    return None if pence is None else _number(Fraction(pence, 100))


def _notes(statements: Iterable[Statement], amounts: dict[int, list[Amount]]) -> tuple[str, ...]:
    """What the sources and whoever recorded them say, each once."""
    said = [note for one in statements for note in (one.note, *(amount.note for amount in amounts[one.pk]))]
    return tuple(dict.fromkeys(note for note in said if note))


def _steps(rows: Iterable[PartRow], built: Bridge, sides: tuple[Side, Side]) -> tuple[Step, ...]:
    """Both costs and the parts that moved."""
    moved = [Step(row.part.words, row.amount) for row in rows if row.amount]
    ends = [
        Step(side.name, _pounds(cost), is_whole=True)
        for side, cost in zip(sides, (built.cost_before, built.cost_after), strict=True)
    ]
    return (ends[0], *moved, ends[1])
