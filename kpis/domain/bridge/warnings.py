"""What a reader has to know before a bridge is believed: facts about the two statements, in words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .arithmetic import Bridge

ONE_DAY = re.compile(
    r"census|january|february|march|april|may|june|july|august|september|october|november|december", re.I
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two statements, as far as believing a comparison goes.

    `counts`: what its numbers count and when, in its own words, each wording once. `not_stated`: what the
    source does not say whether its money includes.
    """

    name: str
    area: str
    year: str
    basis: str
    prices: str
    counts: tuple[str, ...] = ()
    not_stated: tuple[str, ...] = ()

    @property
    def what_is_counted(self) -> str:
        """The same words where only the dates differ."""
        return "; ".join(sorted(re.sub(r"[0-9/]+", "", words) for words in self.counts))


def warnings_about(before: Side, after: Side, built: Bridge) -> tuple[str, ...]:
    """Each in a sentence or two, the gravest first; none where nothing stands in the way."""
    sides = (before, after)
    return (*_coverage(sides), *_days(sides), *_unlike(before, after), *_without_number(built))


def _coverage(sides: tuple[Side, Side]) -> Iterable[str]:
    """Whether the numbers and the money are about the same schools."""
    silent = [side for side in sides if side.not_stated and side.counts]
    if silent:
        yield (
            f"Which schools the money covers is not stated ({_names(silent)}): it may or may not include "
            f"{' or '.join(_each_once(part for side in silent for part in side.not_stated))}. The numbers count "
            f"{_quoted(silent)}. If the money covers other schools than the numbers, the cost of each is wrong."
        )
    before, after = sides
    if before.counts and after.counts and before.what_is_counted != after.what_is_counted:
        yield (
            f"The two numbers do not count the same: {_quoted([before])} in {before.name}, "
            f"{_quoted([after])} in {after.name}."
        )


def _days(sides: tuple[Side, Side]) -> Iterable[str]:
    on_a_day = [side for side in sides if any(ONE_DAY.search(words) for words in side.counts)]
    if on_a_day:
        yield (
            f"Places counted on one day stand beside the money of a whole financial year, April to March "
            f"({_names(on_a_day)}). Who came or left in between is counted in full or not at all."
        )


def _unlike(before: Side, after: Side) -> Iterable[str]:
    if before.basis != after.basis:
        yield (
            f"{before.name} is {before.basis}, {after.name} is {after.basis}: what differs is also what was "
            "expected, not only what happened."
        )
    if before.area != after.area:
        yield (
            f"{before.area} and {after.area} keep accounts of their own: what each books under a category may differ."
        )
    if before.year != after.year and "cash" in before.prices and "cash" in after.prices:
        yield f"Both are in cash, so inflation between {before.year} and {after.year} is part of the price."


def _without_number(built: Bridge) -> Iterable[str]:
    if built.uncounted:
        names = ", ".join(category.name for category in built.uncounted)
        yield (
            f"There is no number for {names} in one of the two or in both: what its cost changed by stands under "
            "cost without places."
        )


def _names(sides: Iterable[Side]) -> str:
    return " and ".join(_each_once(side.name for side in sides))


def _quoted(sides: Iterable[Side]) -> str:
    return " and ".join(_each_once(f"“{words}”" for side in sides for words in side.counts))


def _each_once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
