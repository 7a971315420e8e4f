"""Editions: what a later one would give away about an earlier one, and the other way round."""

import pytest

from kpis.domain.disclosure import Axis, HeldBack, Release, Table, audit, release
from tests.kpis.domain.disclosure.tables import hide, random_table

FIRST = Table.of({"a": 3, "b": 22, "c": 40})


@pytest.fixture
def first():
    """a and b are hidden; c is 40 of 65."""
    return release(FIRST, threshold=10)


def again(counts, *earlier):
    return release(Table.of(counts), threshold=10, earlier=earlier)


def test_the_same_table_again_hides_the_same(first):
    assert again({"a": 3, "b": 22, "c": 40}, first).shown == first.shown


def test_a_shown_count_that_grew_by_one_is_held_back_with_the_reason(first):
    found = again({"a": 3, "b": 22, "c": 41}, first)
    assert isinstance(found, HeldBack)
    assert "“c” differs by fewer than 10 from an earlier edition" in found.reason
    assert "41" not in found.reason


def test_a_total_that_gives_one_new_child_away_is_held_back(first):
    assert isinstance(again({"a": 4, "b": 22, "c": 40}, first), HeldBack)


def test_a_change_that_is_large_enough_is_published(first):
    assert isinstance(again({"a": 3, "b": 22, "c": 60}, first), Release)


def test_hidden_counts_that_grew_by_a_few_between_large_changes_are_held_back(first):
    """c and the total change by much; what is left between them says that a and b together grew by one."""
    found = again({"a": 4, "b": 22, "c": 80}, first)
    assert isinstance(found, HeldBack)


def test_what_was_hidden_stays_hidden_though_another_choice_would_hide_less(first):
    """Alone, this table would hide a and c. Known from before that c is 40, that would give a away."""
    assert release(Table.of({"a": 3, "b": 52, "c": 40}), threshold=10).cell("c") is None
    found = again({"a": 3, "b": 52, "c": 40}, first)
    assert found.hidden == [("a", None), ("b", None)]
    assert not found.is_least


def test_two_editions_that_are_safe_alone_are_caught_together(first):
    other = hide(FIRST, {(0, 0), (2, 0)})
    assert audit(other, threshold=10) == []
    assert {n.words for n in audit(other, threshold=10, earlier=[first])} == {"a", "b", "c"}


def test_an_attacker_who_supposes_the_least_change_is_reckoned_with(first):
    """c did not change though b did: 83 - 40 known from before - 40 of b leaves a, give or take nothing."""
    later = hide(Table.of({"a": 3, "b": 40, "c": 40}), {(0, 0), (2, 0)})
    assert "a" in {narrow.words for narrow in audit(later, threshold=10, earlier=[first])}


def test_a_window_that_moves_on_is_audited_with_the_one_before():
    """Four quarters, then the next four: shared quarters are the same counts, the totals are not."""

    def window(labels, counts):
        columns = Axis("quarter", labels, is_whole=False)
        cells = {(row, q): n for row, line in counts.items() for q, n in zip(labels, line, strict=True)}
        return Table.of(cells, rows=Axis("who", tuple(counts)), columns=columns)

    before = release(window(("q1", "q2"), {"x": (30, 3), "y": (40, 45)}), threshold=10)
    after = window(("q2", "q3"), {"x": (3, 50), "y": (45, 60)})
    found = release(after, threshold=10, earlier=[before])
    assert isinstance(found, Release)
    assert found.cell("x", "q2") is None
    assert audit(found, threshold=10, earlier=[before]) == []


@pytest.mark.parametrize("seed", range(8))
def test_a_random_table_that_grows_is_shown_safely_or_not_at_all(seed):
    table = random_table(seed, largest=4)
    first = release(table, threshold=10)
    if isinstance(first, HeldBack):
        return
    more = tuple(
        tuple(n + (seed * 7 + 13 * i + 5 * j) % 30 for j, n in enumerate(row))
        for i, row in enumerate(table.counts)
    )
    later = release(Table(table.rows, table.columns, more), threshold=10, earlier=[first])
    if isinstance(later, Release):
        assert audit(later, threshold=10, earlier=[first]) == []
