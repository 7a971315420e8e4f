"""Several series laid end to end, so that one pass over arrays works them all out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .method import Method
from .observed import Observed
from .whole import whole_decimals, whole_numbers


@dataclass(frozen=True, slots=True)
class Rows:
    """Every point given of several series: how many each has, which ones count, and where new limits begin."""

    lengths: np.ndarray
    is_counted: np.ndarray
    is_recalculated: np.ndarray


@dataclass(frozen=True, slots=True)
class Sheet:
    """Arrays over all rows (every point given), and over the counted ones (neither missing nor left out).

    A part is a stretch with limits of its own; parts are numbered through the whole sheet, those without a
    counted point too. `inherits` maps a part to the one whose limits it has. `next_to` says that a counted
    point comes right after the one before it in the same part, and `after` the same for trends.
    """

    first_row: np.ndarray  # of each series, and one more: the end
    part_of_row: np.ndarray
    inherits: dict[int, int]
    row: np.ndarray  # of each counted point
    series: np.ndarray
    part: np.ndarray
    next_to: np.ndarray
    after: np.ndarray
    is_basis: np.ndarray  # whether the limits are made of it
    y: np.ndarray
    scale: list[int]  # of each series: y is the value times this


def lay(asked: Sequence[tuple[Observed, Method]]) -> Sheet:
    """The sheet of these series; NotInTheData where a recalculation has no point."""
    values = [value for observed, _ in asked for value in observed.values]
    written = np.array(values, dtype=float)  # None becomes not-a-number
    lengths = np.array([len(observed.days) for observed, _ in asked], dtype=np.int64)
    rows = Rows(lengths, ~np.isnan(written), np.zeros(len(values), dtype=bool))
    for (observed, method), first in zip(asked, np.cumsum(lengths) - lengths, strict=True):
        rows.is_counted[[first + at for at in observed.places_of(observed.ghosted, "left out")]] = False
        new = observed.places_of(method.recalculated_on, "recalculated")
        rows.is_recalculated[[first + at for at in new]] = True
    row = np.flatnonzero(rows.is_counted)
    y, scale = _whole(values, written, row, np.repeat(np.arange(len(asked)), lengths)[row], len(asked))
    return lay_rows(rows, [method for _, method in asked], y, scale)


def lay_rows(rows: Rows, methods: Sequence[Method], y: np.ndarray, scale: list[int]) -> Sheet:
    """The sheet of rows whose counted values, in whole numbers, are `y`."""
    first_row = np.concatenate(([0], np.cumsum(rows.lengths)))
    starts = rows.is_recalculated.copy()
    starts[first_row[:-1][rows.lengths > 0]] = True
    heirs = [
        heir
        for number, method in enumerate(methods)
        if method.baseline_points and not method.is_nhsr
        for heir in _set_baseline(starts, rows, int(first_row[number]), int(rows.lengths[number]), method)
    ]
    part_of_row = np.cumsum(starts) - 1
    row = np.flatnonzero(rows.is_counted)
    series, part = np.repeat(np.arange(len(methods)), rows.lengths)[row], part_of_row[row]
    has_gap = np.array([method.is_nhsr for method in methods], dtype=bool)[series]
    next_to, after = _neighbours(row, series, part, has_gap)
    return Sheet(
        first_row=first_row,
        part_of_row=part_of_row,
        inherits={int(part_of_row[heir]): int(part_of_row[source]) for heir, source in heirs},
        row=row,
        series=series,
        part=part,
        next_to=next_to,
        after=after,
        is_basis=_basis(methods, row, series, part_of_row),
        y=y,
        scale=scale,
    )


def _set_baseline(starts, rows: Rows, first: int, length: int, method: Method) -> list[tuple[int, int]]:
    """Make the first counted points a part of their own; (row of the heir, row of the source) where one inherits.

    What follows keeps the baseline's limits until the first recalculation. One inside the baseline moves
    nothing there, and what comes after it has been recalculated.
    """
    counted = np.flatnonzero(rows.is_counted[first : first + length])
    if len(counted) < method.baseline_points:
        return []
    end = first + int(counted[method.baseline_points - 1]) + 1
    starts[first + 1 : end] = False
    if end == first + length:
        return []
    starts[end] = True
    return [] if rows.is_recalculated[first : end + 1].any() else [(end, first)]


def _neighbours(row, series, part, has_gap) -> tuple[np.ndarray, np.ndarray]:
    """NHS England's rules step over what is not counted; in the R tool a gap ends every run and range."""
    is_near = ~has_gap[1:] | (np.diff(row) == 1)
    same_part, same_series = np.diff(part) == 0, np.diff(series) == 0
    next_to, after = np.zeros(len(row), dtype=bool), np.zeros(len(row), dtype=bool)
    next_to[1:] = same_part & is_near
    after[1:] = np.where(has_gap[1:], next_to[1:], same_series)
    return next_to, after


def _basis(methods, row, series, part_of_row) -> np.ndarray:
    """Every counted point, but in the R tool of each part only those among its first rows, where so many are set."""
    most = [m.baseline_points if m.is_nhsr and m.baseline_points else np.iinfo(np.int64).max for m in methods]
    begins = np.flatnonzero(np.diff(part_of_row, prepend=-1))
    place = row - begins[part_of_row[row]]
    return place < np.array(most, dtype=np.int64)[series]


def _whole(values, written, row, series, count) -> tuple[np.ndarray, list[int]]:
    if not len(row):
        return np.zeros(0, dtype=np.int64), [1] * count
    starts = np.flatnonzero(np.diff(series, prepend=-1))
    lengths = np.diff(starts, append=len(series))
    found = whole_numbers(written[row], starts, lengths)
    if found is None:
        found = whole_decimals([values[at] for at in row], starts, lengths)
    y, places = found
    by_series = dict(zip(series[starts].tolist(), places.tolist(), strict=True))
    return y, [10 ** by_series.get(number, 0) for number in range(count)]
