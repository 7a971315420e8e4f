"""From what was observed to what it says: one series with all its points, or many with their icons alone."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import numpy as np

from ..definition import as_decimal
from . import signals
from .assuring import Sums, assurance_of
from .icons import NOTHING_YET, Icons, Variation
from .limits import Reckoned, reckon
from .method import Method
from .naming import named, variation_of
from .observed import Observed
from .result import Limits, Point, Signal, Spc
from .sheet import Sheet, lay


def analyse(observed: Observed, method: Method) -> Spc:
    """One series worked out, for any number of points; NotInTheData where a recalculation has no point."""
    sheet = lay([(observed, method)])
    reckoned = reckon(sheet, [method])
    found = signals.flags(sheet, reckoned, [method])
    parts = _parts(sheet, reckoned, observed)
    points = _points(sheet, found, observed, method, parts)
    [last] = last_points(sheet, reckoned, found, [method])
    return Spc(method, points, tuple(parts.values()), _icons(observed, last, method))


def icons_of(asked: Sequence[tuple[Observed, Method]]) -> list[Icons]:
    """The two icons of each series, as `analyse` gives them, in one pass over all of them."""
    sheet, methods = lay(asked), [method for _, method in asked]
    lasts = lasts_of(sheet, methods)
    return [_icons(observed, last, method) for (observed, method), last in zip(asked, lasts, strict=True)]


def lasts_of(sheet: Sheet, methods: Sequence[Method]) -> list["LastPoint | None"]:
    """Where the icons of each series sit; None for a series without a point that counts."""
    reckoned = reckon(sheet, methods)
    return last_points(sheet, reckoned, signals.flags(sheet, reckoned, methods), methods)


class LastPoint(NamedTuple):
    """The point the icons sit on: its place in its series, its signal, the sums behind its limits."""

    place: int
    variation: Variation
    sums: Sums | None
    counted: int

    def icons(self, method: Method, target: Decimal | None) -> Icons:
        assurance = assurance_of(method, target, self.sums)
        return Icons(self.variation, assurance, self.counted, self.sums.n if self.sums else 0)


def _icons(observed: Observed, last: LastPoint | None, method: Method) -> Icons:
    return last.icons(method, observed.target_at(last.place)) if last else NOTHING_YET


def last_points(sheet: Sheet, reckoned: Reckoned, found, methods: Sequence[Method]) -> list[LastPoint | None]:
    """Of the last point that counts; the R tool looks at the last row, where a missing value is no signal."""
    count = len(methods)
    ends = np.searchsorted(sheet.series, np.arange(count), side="right")
    counts = np.diff(ends, prepend=0)
    which = np.flatnonzero(counts)
    at = ends[which] - 1
    lasts: list[LastPoint | None] = [None] * count
    columns = _sums_of(reckoned)
    for series, row, place, point in zip(
        which.tolist(),
        sheet.row[at].tolist(),
        reckoned.place[at].tolist(),
        signals.at(at, found),
        strict=True,
    ):
        method, end = methods[series], int(sheet.first_row[series + 1]) - 1
        variation = variation_of(method, named(method, point, None)[1])
        if method.is_nhsr and row < end:
            row, variation, place = end, Variation.COMMON_CAUSE, _place_of_row(sheet, reckoned, end)
        sums = _sums(sheet, columns, series, place)
        lasts[series] = LastPoint(row - int(sheet.first_row[series]), variation, sums, int(counts[series]))
    return lasts


def _place_of_row(sheet: Sheet, reckoned: Reckoned, row: int) -> int | None:
    """Where the sums of a row's part stand; None for a part without a counted point."""
    part = sheet.part_of_row[row]
    place = int(np.searchsorted(reckoned.parts, part))
    is_found = place < len(reckoned.parts) and reckoned.parts[place] == part
    return place if is_found else None


def _sums_of(reckoned: Reckoned) -> list[tuple[int, int, int, int]]:
    """The sums of every part, as Python's own numbers."""
    columns = (reckoned.n, reckoned.total, reckoned.m, reckoned.ranges)
    return list(zip(*(map(int, column.tolist()) for column in columns), strict=True))


def _sums(sheet: Sheet, sums: Sequence[tuple], series: int, place: int | None) -> Sums | None:
    return None if place is None else Sums(*sums[place], scale=sheet.scale[series])


def _parts(sheet: Sheet, reckoned: Reckoned, observed: Observed) -> dict[int, Limits]:
    """The limits of each part, by its number, in order."""
    starts = np.flatnonzero(np.diff(sheet.part_of_row, prepend=-1)).tolist()
    ends = [*starts, len(observed.days)][1:]
    sums = _sums_of(reckoned)
    return {
        int(sheet.part_of_row[first]): _limits(
            _sums(sheet, sums, 0, _place_of_row(sheet, reckoned, first)),
            observed.days[first],
            observed.days[end - 1],
        )
        for first, end in zip(starts, ends, strict=True)
    }


def _limits(sums: Sums | None, first_on, last_on) -> Limits:
    if sums is None or not sums.n:
        return Limits(first_on, last_on, 0, None, None, None)
    mean = sums.mean
    if not sums.has_limits:
        return Limits(first_on, last_on, sums.n, as_decimal(mean), None, None)
    lower, upper = as_decimal(mean - sums.width), as_decimal(mean + sums.width)
    return Limits(first_on, last_on, sums.n, as_decimal(mean), lower, upper)


def _points(sheet: Sheet, found, observed: Observed, method: Method, parts) -> tuple[Point, ...]:
    counted = signals.at(slice(None), found)
    joined = [*sheet.next_to[1:].tolist(), False]
    at_row = dict(zip(sheet.row.tolist(), range(len(counted)), strict=True))
    points = []
    for row, part in enumerate(sheet.part_of_row.tolist()):
        on = observed.days[row]
        given = (on, observed.values[row], observed.target_at(row), on in observed.ghosted, parts[part])
        at = at_row.get(row)
        if at is None:
            points.append(Point(*given))
            continue
        following = counted[at + 1] if joined[at] else None
        points.append(_counted(given, counted[at], named(method, counted[at], following)))
    return tuple(points)


def _counted(given: tuple, flags: signals.PointFlags, name: tuple[str, Signal, bool]) -> Point:
    """The point with everything in it; `step` is of use for names alone."""
    side, _, *rules = flags
    return Point(*given, side, *rules, *name)
