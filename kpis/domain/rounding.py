"""Whole numbers that add up to their total, from parts that are not whole."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor, lcm

TOTAL, ROW, COLUMN = ("total", 0), "row", "column"  # the nodes of the flow that rounds a table


class NotRoundable(ValueError):
    """The parts are too far from the total for any rounding of each part up or down to reach it."""


def largest_remainder(parts: Sequence[Fraction], total: int) -> list[int]:
    """Each part rounded up or down so that together they are exactly `total`.

    Parts with the largest fractions go up, the earlier of equals first. Where the parts add up to the
    total already, a part that is whole stays as it is. NotRoundable where no such rounding exists.
    """
    whole = [floor(part) for part in parts]
    left = total - sum(whole)
    if not 0 <= left <= len(whole):
        raise NotRoundable(f"Parts that add up to {float(sum(parts)):,.2f} cannot be rounded to {total:,}.")
    units = lcm(*(part.denominator for part in parts))  # whole numbers compare much faster than fractions
    fractions = [part.numerator % part.denominator * (units // part.denominator) for part in parts]
    for i in sorted(range(len(whole)), key=lambda i: -fractions[i])[:left]:
        whole[i] += 1
    return whole


def controlled_rounding(
    cells: Sequence[Sequence[Fraction]], *, columns: Sequence[int], rows: Sequence[int] | None = None
) -> list[list[int]]:
    """Each cell of a table of rows rounded up or down, so that the columns add up to the totals given.

    A cell that is whole stays as it is, every other moves by less than one. Where totals of the rows
    are given they are met too; else each row's total is the sum of its cells rounded up or down,
    wherever the columns allow that. Of all such tables it is one with the least sum of squared changes
    of cells and row totals, and the same each time. NotRoundable where there is none.
    Controlled rounding after Cox (1987), as a flow of most gain along best paths.
    """
    whole = [[floor(cell) for cell in row] for row in cells]
    fractions = {
        (i, j): cell - whole[i][j]
        for i, row in enumerate(cells)
        for j, cell in enumerate(row)
        if cell != whole[i][j]
    }
    to_columns = [total - sum(row[j] for row in whole) for j, total in enumerate(columns)]
    to_rows = _chosen(cells, whole) if rows is None else _given(rows, whole)
    for i, j in _lifted(fractions, to_rows, to_columns, all_rows_full=rows is not None):
        whole[i][j] += 1
    return whole


def _given(rows: Sequence[int], whole: list[list[int]]) -> list[list[Fraction]]:
    """What each further unit in a row gains: nothing, as often as the row's total asks for one."""
    left = [total - sum(row) for total, row in zip(rows, whole, strict=True)]
    if min(left, default=0) < 0:
        raise NotRoundable("The total of a row is less than its cells rounded down.")
    return [[Fraction(0)] * n for n in left]


def _chosen(cells: Sequence[Sequence[Fraction]], whole: list[list[int]]) -> list[list[Fraction]]:
    """The same where a row's total is chosen: much up to its sum rounded down, the fraction for one more.

    What goes beyond costs much, and so is taken only where the columns leave nothing else.
    """
    much = Fraction(2 * sum(map(len, whole)) + 2)
    gains = []
    for row, floors in zip(cells, whole, strict=True):
        left = sum(row) - sum(floors)
        sure, part = floor(left), left - floor(left)
        beyond = len(floors) - sure - bool(part)
        gains.append([much] * sure + [part] * bool(part) + [-much] * beyond)
    return gains


def _lifted(fractions, to_rows, to_columns, *, all_rows_full: bool) -> set[tuple[int, int]]:
    """Which cells go up: as many in each column as are left to it.

    Takes one more cell at a time, along the path that gains most; a path may take an earlier choice back.
    """
    if min(to_columns, default=0) < 0:
        raise NotRoundable("The total of a column is less than its cells rounded down.")
    if all_rows_full and sum(map(len, to_rows)) != sum(to_columns):
        raise NotRoundable("The totals of the rows and those of the columns do not come to the same.")
    arcs = {(TOTAL, (ROW, i), n): gain for i, gains in enumerate(to_rows) for n, gain in enumerate(gains)}
    arcs |= {((ROW, i), (COLUMN, j), 0): fraction for (i, j), fraction in fractions.items()}
    left, used = list(to_columns), set()
    for _ in range(sum(to_columns)):
        path, column = _best_path(arcs, used, {(COLUMN, j) for j, n in enumerate(left) if n})
        left[column[1]] -= 1
        used ^= set(path)
    return {(here[1], there[1]) for here, there, _ in used if here[0] == ROW}


def _best_path(arcs, used, ends):
    """The arcs of the way from the total to one of the columns that gains most (Bellman and Ford)."""
    best, by = {TOTAL: Fraction(0)}, {}
    changed = True
    while changed:
        changed = False
        for arc, gain in arcs.items():
            here, there = (arc[1], arc[0]) if arc in used else arc[:2]
            if here not in best:
                continue
            reached = best[here] - gain if arc in used else best[here] + gain
            if there not in best or reached > best[there]:
                best[there], by[there], changed = reached, (here, arc), True
    end = max((node for node in sorted(ends) if node in best), key=best.get, default=None)
    if end is None:
        raise NotRoundable("No rounding of the cells up or down reaches the totals of all rows and columns.")
    path, node = [], end
    while node != TOTAL:
        node, arc = by[node]
        path.append(arc)
    return path, end
