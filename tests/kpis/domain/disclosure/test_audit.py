"""The attacker's look: on hand-made tables, on thousands of random ones, and on suppressors broken on purpose."""

import pytest

from kpis.domain.disclosure import Axis, HeldBack, Release, Table, audit, release, release_together
from kpis.domain.disclosure.auditing import Contradiction
from tests.kpis.domain.disclosure.oracle import widths_by_flow, widths_by_listing
from tests.kpis.domain.disclosure.tables import hide, places, random_table

QUICK, MANY = 60, 10_000


def narrow_places(found: Release, threshold=10) -> int:
    return len(audit(found, threshold=threshold))


def test_a_count_that_its_total_gives_away_is_found():
    [narrow] = audit(hide(Table.of({"a": 3, "b": 40}), {(0, 0)}), threshold=10)
    assert (narrow.words, narrow.low, narrow.high) == ("a", 3, 3)


def test_a_count_between_bounds_that_are_close_is_found():
    found = audit(hide(Table.of({"a": 3, "b": 4, "c": 40}), {(0, 0), (1, 0)}), threshold=10)
    assert [(n.low, n.high) for n in found] == [(0, 7), (0, 7)]


def test_bounds_of_just_the_threshold_are_wide_enough():
    assert audit(hide(Table.of({"a": 4, "b": 6, "c": 40}), {(0, 0), (1, 0)}), threshold=10) == []
    assert len(audit(hide(Table.of({"a": 4, "b": 5, "c": 40}), {(0, 0), (1, 0)}), threshold=10)) == 2


def test_numbers_that_fit_no_table_are_refused():
    table = Table.of({"a": 3, "b": 40})
    wrong = Release(table.rows, None, ((None,), (50,), (43,)), threshold=10, is_least=False)
    with pytest.raises(Contradiction):
        audit(wrong, threshold=10)


@pytest.mark.parametrize("seed", range(30))
def test_the_oracle_agrees_with_a_list_of_every_table(seed):
    """The second opinion is worth something: on tiny tables it is checked against all tables there are."""
    table = random_table(seed, largest=2)
    small = Table(table.rows, table.columns, tuple(tuple(n % 5 for n in row) for row in table.counts))
    grid = small.with_totals
    last = len(grid) - 1
    inner = {(i, j) for i, row in enumerate(grid[:last]) for j, _ in enumerate(row) if (i * 7 + j + seed) % 3}
    found = hide(small, inner)  # the grand total is shown, so no count is above it
    by_listing = widths_by_listing(found, largest=max(map(max, grid)))
    assert widths_by_flow(found, small) == by_listing


def check(seed: int) -> bool:
    """Releases a random table, audits it twice, and says whether anything of it was hidden."""
    table = random_table(seed)
    threshold, zero_tells_nothing = (5, 10)[seed % 2], seed % 3 == 0
    found = release(table, threshold=threshold, zero_tells_nothing=zero_tells_nothing)
    if isinstance(found, HeldBack):
        return True
    for row, line in zip(table.with_totals, found.shown, strict=True):
        for number, shown in zip(row, line, strict=True):
            assert shown in (None, number)
            assert shown is None or shown >= threshold or (shown == 0 and zero_tells_nothing)
    assert found.is_least
    assert audit(found, threshold=threshold) == []
    widths = widths_by_flow(found, table)
    assert set(widths) == places(found)
    assert all(width >= threshold for width in widths.values()), (seed, found)
    return bool(found.hidden)


def test_no_hidden_count_of_a_random_table_is_narrower_than_the_threshold():
    hidden = [check(seed) for seed in range(QUICK)]
    assert sum(hidden) >= 0.8 * QUICK


@pytest.mark.long
@pytest.mark.parametrize(
    "part", [pytest.param(part, marks=pytest.mark.xdist_group(f"tables-{part}")) for part in range(10)]
)
def test_no_hidden_count_of_ten_thousand_random_tables_is_narrower_than_the_threshold(part):
    seeds = range(1_000 + part * MANY // 10, 1_000 + (part + 1) * MANY // 10)
    assert sum(check(seed) for seed in seeds) >= 0.8 * len(seeds)


# Suppressors that are wrong, each as somebody might well write it.


def primary_only(table: Table) -> Release:
    """Hides what is small and nothing else."""
    grid = table.with_totals
    return hide(table, {(i, j) for i, row in enumerate(grid) for j, n in enumerate(row) if n < 10})


def rows_only(table: Table) -> Release:
    """Protects each row against its total, and leaves the totals of the columns to give it away."""
    grid, chosen = table.with_totals, places(primary_only(table))
    for i, row in enumerate(grid):
        mine = {j for k, j in chosen if k == i}
        left = sorted((n, j) for j, n in enumerate(row) if j not in mine)
        if mine and sum(row[j] for j in mine) < 10 and left:
            chosen.add((i, next((j for n, j in left if n >= 10), left[-1][1])))
    return hide(table, chosen)


def two_in_a_line(table: Table) -> Release:
    """Hides the smallest other count wherever one is alone, however little that widens it: the wrong tie."""
    grid, chosen = table.with_totals, places(primary_only(table))
    height, width = len(grid), len(grid[0])
    lines = [[(i, j) for i in range(height)] for j in range(width)]
    lines += [[(i, j) for j in range(width)] for i in range(height)] if width > 1 else []
    for _ in range(height * width):
        for line in lines:
            if len(chosen & set(line)) == 1:
                chosen.add(min(set(line) - chosen, key=lambda place: (grid[place[0]][place[1]], place)))
    return hide(table, chosen)


@pytest.mark.parametrize("broken", [primary_only, rows_only, two_in_a_line])
def test_a_broken_suppressor_is_caught(broken):
    """On each table the audit and the oracle name the same places, and there are many to name."""
    caught = 0
    for seed in range(60):
        table = random_table(seed)
        found = broken(table)
        narrow = {place for place, width in widths_by_flow(found, table).items() if width < 10}
        assert bool(audit(found, threshold=10)) == bool(narrow), seed
        caught += bool(narrow)
    assert caught >= 15


def test_one_table_lets_the_total_of_another_slip():
    """Each by itself is safe; the total that one hides the other shows."""
    young = Table.of({"young": 3, "old": 67}, rows=Axis("age", ("young", "old")))
    kinds = Table.of({"idea": 30, "praise": 40}, rows=Axis("kind", ("idea", "praise")))
    apart = [hide(young, {(0, 0), (2, 0)}), hide(kinds, set())]
    assert [audit(one, threshold=10) for one in apart] == [[], []]
    assert [narrow.words for narrow in audit(apart, threshold=10)] == ["young"]
    assert audit(release_together([young, kinds], threshold=10), threshold=10) == []


@pytest.mark.parametrize("seed", range(12))
def test_tables_that_share_totals_pass_the_audit_together(seed):
    first = random_table(3 * seed + 2, largest=4)
    if first.columns is None:
        first = Table.of(
            {(r, "c"): first.counts[i][0] for i, r in enumerate(first.rows.labels)}, columns=["c"]
        )
    totals = [sum(column) for column in zip(*first.counts, strict=True)]
    quarters = [(n // 4, n // 3, n - n // 4 - n // 3) for n in totals]
    second = Table(Axis("other", ("p", "q", "s")), first.columns, tuple(zip(*quarters, strict=True)))
    found = release_together([first, second], threshold=10)
    if not isinstance(found, HeldBack):
        assert audit(found, threshold=10) == []
        assert found[0].column_total(first.columns.labels[0]) == found[1].column_total(
            first.columns.labels[0]
        )
