"""A second opinion on how far a hidden count can be narrowed, by other means than the product's.

`widths_by_flow`: a table of rows by columns, totals included, is a network; what a hidden count can gain or lose
is a largest flow around it. Whole numbers only, no linear programme. `widths_by_listing`: every table there is.
"""

from itertools import product

from kpis.domain.disclosure import Release, Table

ENDLESS = 10**6


def widths_by_flow(release: Release, table: Table) -> dict[tuple[int, int], int]:
    """For each hidden place (row, column) of the grid: largest less smallest possible value."""
    grid, shown = [list(row) for row in table.with_totals], [list(row) for row in release.shown]
    if table.columns is None:  # a second column that repeats the first: its "totals"
        grid, shown = [row * 2 for row in grid], [row * 2 for row in shown]
    height, width = len(grid) - 1, len(grid[0]) - 1
    room = {}  # (node, node) -> how much may still go that way; rows are (0, i), columns (1, j)
    for i, row in enumerate(shown):
        for j, count in enumerate(row):
            if count is None:
                plain = (i == height) == (
                    j == width
                )  # a count or the grand total; else a total, turned round
                gain, loss = (ENDLESS, grid[i][j]) if plain else (grid[i][j], ENDLESS)
                room[(0, i), (1, j)], room[(1, j), (0, i)] = gain, loss
    places = [place for place, _ in room if place[0] == 0]
    hidden = [(here[1], there[1]) for here, there in room if here[0] == 0]
    assert len(places) == len(hidden)
    found = {(i, j): _width(room, (0, i), (1, j)) for i, j in hidden}
    return {place: w for place, w in found.items() if table.columns is not None or place[1] == 0}


def _width(room, row, column) -> int:
    """Both ways together: what may go from the row to the column and come back, and the other way round."""
    gain = min(room[row, column], _largest_flow(room, column, row))
    loss = min(room[column, row], _largest_flow(room, row, column))
    return gain + loss


def _largest_flow(room, start, end) -> int:
    left = {way: size for way, size in room.items() if set(way) != {start, end}}
    total = 0
    while total < ENDLESS and (path := _path(left, start, end)):
        size = min(left[way] for way in path)
        total += size
        for here, there in path:
            left[here, there] -= size
            left[there, here] += size
    return total


def _path(left, start, end):
    came, at = {start: None}, [start]
    while at and end not in came:
        here = at.pop(0)
        for (a, b), size in left.items():
            if a == here and size > 0 and b not in came:
                came[b] = (a, b)
                at.append(b)
    if end not in came:
        return None
    path, node = [], end
    while came[node]:
        path.append(came[node])
        node = came[node][0]
    return path


def widths_by_listing(release: Release, largest: int) -> dict[tuple[int, int], int]:
    """The same by listing every table whose counts are at most `largest`."""
    height = len(release.rows.labels)
    across = len(release.columns.labels) if release.columns else 1
    seen: dict[tuple[int, int], set[int]] = {}
    for counts in product(range(largest + 1), repeat=height * across):
        rows = [counts[i * across : (i + 1) * across] for i in range(height)]
        grid = [(*row, sum(row)) if release.columns else row for row in rows]
        grid.append(tuple(sum(column) for column in zip(*grid, strict=True)))
        pairs = [(i, j, n, release.shown[i][j]) for i, row in enumerate(grid) for j, n in enumerate(row)]
        if all(shown in (None, n) for _, _, n, shown in pairs):
            for i, j, n, shown in pairs:
                if shown is None:
                    seen.setdefault((i, j), set()).add(n)
    return {place: max(values) - min(values) for place, values in seen.items()}
