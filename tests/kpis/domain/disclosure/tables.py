"""Random tables as they come up: many small counts, some large, noughts, one row or a dozen."""

import random

from kpis.domain.disclosure import Release, Table


def random_table(seed: int, largest: int = 5) -> Table:
    rng = random.Random(seed)  # noqa: S311 - tables, not secrets
    height, width = rng.randint(2, largest), rng.randint(1, largest)
    mean = rng.choice((10, 15, 25, 40, 80))
    empty = rng.choice((0, 0, 0.1, 0.3))

    def count():
        return 0 if rng.random() < empty else int(rng.expovariate(1 / mean))

    rows = [f"r{i}" for i in range(height)]
    if width == 1:
        return Table.of({row: count() for row in rows})
    columns = [f"c{j}" for j in range(width)]
    return Table.of({(r, c): count() for r in rows for c in columns}, columns=columns)


def random_table_of(height: int, width: int, *, mean: float, seed: int) -> Table:
    rng = random.Random(seed)  # noqa: S311 - tables, not secrets
    columns = [f"c{j}" for j in range(width)]
    counts = {(f"r{i}", c): int(rng.expovariate(1 / mean)) for i in range(height) for c in columns}
    return Table.of(counts, columns=columns)


def hide(table: Table, places) -> Release:
    """A release that hides just these places (row, column) of the grid with totals."""
    shown = tuple(
        tuple(None if (i, j) in places else n for j, n in enumerate(row))
        for i, row in enumerate(table.with_totals)
    )
    return Release(table.rows, table.columns, shown, threshold=10, is_least=False)


def places(release: Release) -> set[tuple[int, int]]:
    return {(i, j) for i, row in enumerate(release.shown) for j, n in enumerate(row) if n is None}
