"""The like-for-like guard: a variance only between amounts that count the same thing in the same money.

Two amounts may be set against each other when unit, prices, coverage, line and funding scope are the
same. The basis may differ, for that is what a variance is about; so may the year, and whoever compares
two years says so. Everything else is refused by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from ..block import Inclusion, ScopePart


class Apart(StrEnum):
    """In what two amounts are not alike."""

    UNIT = "unit"
    PRICES = "prices"
    COVERAGE = "coverage"
    LINE = "line"
    SCOPE = "scope"

    @property
    def words(self) -> str:
        return "funding scope" if self is Apart.SCOPE else self.value


@dataclass(frozen=True, slots=True)
class Difference:
    """One reason why two amounts are not alike, in a sentence."""

    kind: Apart
    words: str


class NotLikeForLike(ValueError):
    """No variance is worked out between these two amounts; `differences` says why not."""

    def __init__(self, differences: tuple["Difference", ...]):
        super().__init__(" ".join(difference.words for difference in differences))
        self.differences = differences


@dataclass(frozen=True, slots=True)
class Comparable:
    """An amount with everything that decides what it may be set against.

    `name` says which of the two it is in a sentence (“budget”); `known_parts` what a part of the scope
    comes to: inside the amount where it is included, beside it where it is left out.
    """

    name: str
    amount: Decimal
    scope: str
    inclusions: Mapping[ScopePart, Inclusion]
    coverage: str
    line: str
    unit: str
    prices: str
    known_parts: Mapping[ScopePart, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Adjusted:
    """Both amounts brought to the same scope."""

    words: str
    judged: Decimal
    against: Decimal

    @property
    def variance(self) -> Decimal:
        return self.judged - self.against


def variance(judged: Comparable, against: Comparable) -> Decimal:
    """`judged` less `against`; NotLikeForLike where they are not alike."""
    apart = differences(judged, against)
    if apart:
        raise NotLikeForLike(apart)
    return judged.amount - against.amount


def differences(judged: Comparable, against: Comparable) -> tuple[Difference, ...]:
    """Every reason why these two are not alike; empty where they are."""
    plain = (
        (Apart.UNIT, "is in", judged.unit, against.unit),
        (Apart.PRICES, "is in", judged.prices, against.prices),
        (Apart.COVERAGE, "covers", judged.coverage, against.coverage),
        (Apart.LINE, "is the line", judged.line, against.line),
    )
    apart = [
        Difference(kind, f"The {judged.name} {verb} {one}, the {against.name} {verb} {other}.")
        for kind, verb, one, other in plain
        if one != other
    ]
    return (*apart, *_scope_differences(judged, against))


def adjusted(judged: Comparable, against: Comparable) -> tuple[Adjusted, ...]:
    """The two amounts brought to one scope: without what only one of them counts, and with it.

    Only where the scope is all that sets them apart, it is stated what each of them counts, and what the
    parts come to is known on the same basis as the amount they are taken from or added to.
    """
    if any(difference.kind is not Apart.SCOPE for difference in differences(judged, against)):
        return ()
    parts = _parts_in_one_only(judged, against)
    if not parts or _parts_in_doubt(judged, against):
        return ()
    ways = (("without", Inclusion.INCLUDED, -1), ("with", Inclusion.LEFT_OUT, 1))
    return tuple(
        Adjusted(
            f"Both {word} {_listed(parts)}",
            judged.amount + sign * _known(judged, parts, state),
            against.amount + sign * _known(against, parts, state),
        )
        for word, state, sign in ways
        if _is_known(judged, parts, state) and _is_known(against, parts, state)
    )


def _scope_differences(judged: Comparable, against: Comparable) -> list[Difference]:
    if judged.scope == against.scope:
        return []
    words = [_counted_by_one(part, judged, against) for part in _parts_in_one_only(judged, against)]
    words += [_in_doubt(part, judged, against) for part in _parts_in_doubt(judged, against)]
    names = f"The {judged.name} counts “{judged.scope}”, the {against.name} “{against.scope}”."
    return [Difference(Apart.SCOPE, text) for text in words or [names]]


def _counted_by_one(part: ScopePart, judged: Comparable, against: Comparable) -> str:
    inside = judged.inclusions[part] is Inclusion.INCLUDED
    has, lacks = (judged, against) if inside else (against, judged)
    return f"The {has.name} includes {part.words}, the {lacks.name} leaves this out."


def _in_doubt(part: ScopePart, judged: Comparable, against: Comparable) -> str:
    silent = [side.name for side in (judged, against) if side.inclusions[part] is Inclusion.NOT_STATED]
    return f"It is not stated whether the {' or the '.join(silent)} counts {part.words}."


def _parts_in_one_only(judged: Comparable, against: Comparable) -> list[ScopePart]:
    stated = {Inclusion.INCLUDED, Inclusion.LEFT_OUT}
    return [part for part in ScopePart if {judged.inclusions[part], against.inclusions[part]} == stated]


def _parts_in_doubt(judged: Comparable, against: Comparable) -> list[ScopePart]:
    if judged.scope == against.scope:
        return []
    return [
        part
        for part in ScopePart
        if Inclusion.NOT_STATED in (judged.inclusions[part], against.inclusions[part])
    ]


def _is_known(side: Comparable, parts: list[ScopePart], state: Inclusion) -> bool:
    return all(part in side.known_parts for part in parts if side.inclusions[part] is state)


def _known(side: Comparable, parts: list[ScopePart], state: Inclusion) -> Decimal:
    return sum((side.known_parts[part] for part in parts if side.inclusions[part] is state), start=Decimal(0))


def _listed(parts: list[ScopePart]) -> str:
    return " and ".join(part.words for part in parts)
