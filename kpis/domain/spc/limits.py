"""The mean of each part and how far from it its points usually are. All of it whole numbers.

With n points that add up to S, and m moving ranges that add up to R, the mean is S/n and the limits are
2.66 x R/m away from it. Comparisons are multiplied out: a point y is outside where
abs(n y - S) x 100 m > 266 R n.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .method import Method
from .sheet import Sheet


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Number and sum of points and of moving ranges, for each part that has a counted point.

    `place` is where a counted point's part stands in these arrays, `parts` the numbers of the parts.
    """

    parts: np.ndarray
    place: np.ndarray
    n: np.ndarray
    total: np.ndarray
    m: np.ndarray
    ranges: np.ndarray


def reckon(sheet: Sheet, methods: Sequence[Method]) -> Reckoned:
    """The sums behind the limits. A part without a moving range has m = 0: a mean, and no limits."""
    parts, begins, place = np.unique(sheet.part, return_index=True, return_inverse=True)
    moving = np.zeros_like(sheet.y)
    moving[1:] = np.abs(sheet.y[1:] - sheet.y[:-1])
    has_range = sheet.next_to & sheet.is_basis
    has_range[1:] &= sheet.is_basis[:-1]
    is_basis = sheet.is_basis
    if any(method.screens for method in methods):
        is_freak = _freaks(sheet, methods, moving, has_range, begins, place)
        has_range = has_range & ~is_freak
        drops_its_point = ~np.array([method.is_nhsr for method in methods], dtype=bool)[sheet.series]
        is_basis = is_basis & ~(is_freak & drops_its_point)
    sums = [
        np.add.reduceat(column, begins)
        for column in (
            is_basis.astype(sheet.y.dtype),
            np.where(is_basis, sheet.y, 0),
            has_range.astype(sheet.y.dtype),
            np.where(has_range, moving, 0),
        )
    ]
    source = _sources(sheet, parts)
    return Reckoned(parts, place, *(column[source] for column in sums))


def _freaks(sheet: Sheet, methods, moving, has_range, begins, place) -> np.ndarray:
    """Moving ranges beyond 3.267 times their mean; the R tool drops those that just reach it too."""
    m = np.add.reduceat(has_range.astype(sheet.y.dtype), begins)[place]
    mean = np.add.reduceat(np.where(has_range, moving, 0), begins)[place]
    over = moving * 1000 * m - 3267 * mean
    screens = np.array([method.screens for method in methods], dtype=bool)[sheet.series]
    is_nhsr = np.array([method.is_nhsr for method in methods], dtype=bool)[sheet.series]
    is_over = np.where(is_nhsr, over >= 0, over > 0).astype(bool)
    return screens & has_range & is_over


def _sources(sheet: Sheet, parts: np.ndarray) -> np.ndarray:
    """For each part the place of the one whose sums are its limits: itself, or the baseline."""
    places = {int(part): place for place, part in enumerate(parts)}
    return np.array([places[sheet.inherits.get(int(part), int(part))] for part in parts], dtype=np.int64)
