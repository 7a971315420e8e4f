"""What a reader has to know before a bridge is believed: facts about the two statements, in words."""

from dataclasses import dataclass

from ..block import Basis, PriceBase


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two statements, as far as comparing goes. What is not stated is an empty text.

    `counted`: when the volume was counted ("January 2019"); empty where it was counted over the year.
    """

    name: str
    basis: Basis
    price_base: PriceBase
    funding_scope: str
    money_covers: str = ""
    volume_covers: str = ""
    counted: str = ""
    has_volume: bool = True


def warnings_about(before: Side, after: Side) -> tuple[str, ...]:
    """Each in a sentence or two, the gravest first; none where the two are alike in everything that is known."""
    found = [*_not_alike(before, after), *_cover(before, after), *_counted(before, after)]
    return tuple(found)


def _not_alike(before: Side, after: Side):
    if before.funding_scope != after.funding_scope:
        yield (
            f"They are not the same money: {before.name} is “{before.funding_scope}”, "
            f"{after.name} is “{after.funding_scope}”."
        )
    if before.price_base is not after.price_base:
        yield (
            f"{before.name} is in {before.price_base.words}, {after.name} in {after.price_base.words}: "
            "inflation is in one of them only, and counts as price here."
        )
    if before.basis is not after.basis:
        yield (
            f"One is a {before.basis.words}, the other a {after.basis.words}: the difference is not only what "
            "happened, but also what was expected."
        )


def _cover(before: Side, after: Side):
    """Volume and money of one side may be about different schools; so may the two sides."""
    counted = [side for side in (before, after) if side.has_volume]
    silent = [side.name for side in counted if side.volume_covers and not side.money_covers]
    if silent:
        yield (
            f"Which schools the money covers is not stated for {' and '.join(silent)}. The numbers count "
            f"{_of(counted, 'volume_covers')}. If the money covers more or fewer, the cost for each is wrong."
        )
    for side in counted:
        if side.volume_covers and side.money_covers and side.volume_covers != side.money_covers:
            yield f"{side.name}: the number counts {side.volume_covers}, the money {side.money_covers}."
    if before.volume_covers != after.volume_covers:
        yield (
            f"The numbers do not count the same: {before.volume_covers or 'not stated'} in {before.name}, "
            f"{after.volume_covers or 'not stated'} in {after.name}."
        )


def _counted(before: Side, after: Side):
    counted = [side.counted for side in (before, after) if side.counted]
    if counted:
        yield (
            f"Numbers counted on one day ({' and '.join(dict.fromkeys(counted))}) stand beside the money of a whole "
            "financial year, April to March. Who came or left during the year is counted in full or not at all."
        )


def _of(sides: list[Side], field: str) -> str:
    return " and ".join(dict.fromkeys(getattr(side, field) for side in sides if getattr(side, field)))
