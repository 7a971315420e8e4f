"""What is hidden: everything small, enough beside it, and no more than that."""

import json
import re
from fractions import Fraction
from itertools import combinations

import pytest

from kpis.domain.disclosure import (
    Axis,
    HeldBack,
    NotATable,
    Release,
    Table,
    release,
    release_together,
    rounded,
)
from tests.kpis.domain.disclosure.oracle import widths_by_flow
from tests.kpis.domain.disclosure.tables import hide, places, random_table


def shown(counts, **settings):
    return release(Table.of(counts), threshold=10, **settings)


def test_a_table_without_small_counts_is_shown_whole():
    found = shown({"yes": 30, "no": 12})
    assert found.hidden == []
    assert (found.cell("yes"), found.cell("no"), found.total) == (30, 12, 42)


def test_one_small_count_is_hidden_with_the_smallest_other_that_protects_it():
    found = shown({"health": 3, "school": 40, "parents": 22})
    assert found.hidden == [("health", None), ("parents", None)]
    assert (found.cell("school"), found.total) == (40, 65)


def test_of_two_ways_that_hide_as_many_the_one_with_the_smaller_sum_is_taken():
    """The other count of 400, not the total of 403."""
    assert shown({"health": 3, "school": 400}).hidden == [("health", None), ("school", None)]


def test_a_small_total_is_hidden_with_its_part():
    found = shown({"health": 3, "school": 0}, zero_tells_nothing=True)
    assert found.hidden == [("health", None), (None, None)]


def test_two_small_counts_do_not_protect_each_other_where_their_sum_is_small():
    found = shown({"health": 3, "finance": 4, "school": 40})
    assert {"health", "finance"} < {row for row, _ in found.hidden}
    assert len(found.hidden) == 3


def test_two_small_counts_protect_each_other_where_their_sum_is_not():
    assert shown({"health": 6, "finance": 7, "school": 40}).hidden == [("health", None), ("finance", None)]


def test_nought_is_hidden_like_any_small_count():
    assert shown({"health": 0, "school": 40, "parents": 22}).cell("health") is None


def test_nought_is_shown_where_it_tells_nothing_about_a_person():
    found = shown({"health": 0, "school": 40, "parents": 22}, zero_tells_nothing=True)
    assert found.hidden == []


def test_a_square_around_a_small_count_is_hidden():
    table = Table.of(
        {("a", "x"): 3, ("a", "y"): 40, ("a", "z"): 22, ("b", "x"): 30, ("b", "y"): 50, ("b", "z"): 70},
        columns=["x", "y", "z"],
    )
    found = release(table, threshold=10)
    # By hand: of the squares around a-x, with totals or without, a-y and b-x is the one with the least sum.
    # With a-z instead (22 + 30 + 70) the sum would be 125, here it is 3 + 40 + 30 + 50 = 123.
    assert found.hidden == [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]


def test_a_table_of_small_counts_only_is_held_back():
    found = shown({"yes": 3, "no": 4})
    assert isinstance(found, HeldBack)
    assert "3" not in found.reason


def test_nothing_in_a_release_tells_a_small_count_from_one_hidden_beside_it():
    one = release(Table.of({"a": 3, "b": 22, "c": 40}), threshold=10)
    other = release(Table.of({"a": 21, "b": 4, "c": 40}), threshold=10)
    assert one == other


def test_a_share_of_a_hidden_count_is_not_shown():
    found = shown({"health": 3, "school": 40, "parents": 22})
    assert found.share(("school",)) == Fraction(4000, 65)
    assert found.share(("health",)) is None
    assert found.share(("school",), ("parents",)) is None


def test_there_is_no_share_of_nothing():
    found = shown({"health": 0, "school": 0}, zero_tells_nothing=True)
    assert found.share(("health",)) is None


def test_a_release_survives_being_stored():
    found = release(random_table(5), threshold=5)
    assert Release.from_json(json.loads(json.dumps(found.as_json()))) == found


def test_a_stored_release_holds_no_small_count():
    stored = json.dumps(shown({"health": 7, "school": 41, "parents": 23}).as_json())
    assert re.findall(r"\d+", stored) == ["41", "71", "10"]  # a count, the total, the threshold


def test_tables_of_the_same_people_share_their_totals():
    """By itself the second table would hide its total; the first shows it."""
    by_kind = Table.of({"idea": 30, "praise": 40}, rows=Axis("kind", ("idea", "praise")))
    by_age = Table.of({"young": 3, "old": 67}, rows=Axis("age", ("young", "old")))
    kinds, ages = release_together([by_kind, by_age], threshold=10)
    assert ages.cell("young") is None
    assert ages.total == kinds.total
    assert {"young", "old"} <= {row for row, _ in ages.hidden} or kinds.total is None


def test_tables_that_do_not_agree_are_refused():
    by_kind = Table.of({"idea": 30}, rows=Axis("kind", ("idea",)))
    by_age = Table.of({"young": 31}, rows=Axis("age", ("young",)))
    with pytest.raises(ValueError, match="do not agree"):
        release_together([by_kind, by_age], threshold=10)


def test_who_may_see_less_sees_nothing_that_those_do_not_who_may_see_more():
    table = Table.of({"a": 3, "b": 8, "c": 30, "d": 60})
    [partners] = release_together([table], threshold=5)
    [public] = release_together([table], threshold=10, hide_too=[partners])
    assert places(partners) <= places(public)


@pytest.mark.parametrize(
    ("rows", "counts"),
    [(("a", "a"), ((1,), (2,))), (("a",), ((-1,),)), (("a",), ((1,), (2,))), (("a",), ((1.5,),)), ((), ())],
    ids=["label twice", "below nought", "too many rows", "not whole", "no rows"],
)
def test_what_is_no_table_of_counts_is_refused(rows, counts):
    with pytest.raises(NotATable):
        Table(Axis("row", rows), None, counts)


def test_a_count_of_an_unknown_row_is_refused():
    with pytest.raises(NotATable, match="elsewhere"):
        Table.of({"elsewhere": 3}, rows=["here"])


def test_rounding_takes_each_number_by_itself_and_says_so():
    found = rounded(Table.of({"a": 2, "b": 3, "c": 12}))
    assert [found.cell(row) for row in "abc"] == [0, 5, 10]
    assert found.total == 15
    assert found.words == "Each number is rounded to the nearest 5 by itself, so they may not add up."
    assert rounded(Table.of({"a": 13, "b": 13, "c": 13})).total == 40  # the parts come to 45


def least_by_trying(table: Table, threshold: int, must: set) -> tuple[int, int]:
    """How many are hidden, and their sum, of the best of all choices, each judged by the flow oracle."""
    grid = table.with_totals
    others = [(i, j) for i, row in enumerate(grid) for j, _ in enumerate(row) if (i, j) not in must]
    for more in range(len(others) + 1):
        sums = [
            sum(grid[i][j] for i, j in chosen)
            for added in combinations(others, more)
            if _is_safe(table, chosen := must | set(added), threshold)
        ]
        if sums:
            return len(must) + more, min(sums)
    raise AssertionError("hiding everything is always safe")


def _is_safe(table, chosen, threshold):
    widths = widths_by_flow(hide(table, chosen), table)
    return all(width >= threshold for width in widths.values())


def with_large_counts(table: Table) -> Table:
    """The same with 20,000 more in every count that is not small: number and sum are then made least in turn."""
    large = tuple(tuple(n if n < 10 else n + 20_000 for n in row) for row in table.counts)
    return Table(table.rows, table.columns, large)


@pytest.mark.parametrize("seed", range(24))
@pytest.mark.parametrize("size", ["small", "large"])
def test_no_choice_hides_less(seed, size):
    table = random_table(seed, largest=3)
    if size == "large":
        table = with_large_counts(table)
    grid = table.with_totals
    must = {(i, j) for i, row in enumerate(grid) for j, n in enumerate(row) if n < 10}
    found = release(table, threshold=10)
    count, value = least_by_trying(table, 10, must) if must else (0, 0)
    if isinstance(found, HeldBack):
        assert count == sum(map(len, grid))
    else:
        assert found.is_least
        hidden = places(found)
        assert (len(hidden), sum(grid[i][j] for i, j in hidden)) == (count, value)


def test_a_table_larger_than_twelve_by_twelve_says_that_a_rule_of_thumb_chose():
    counts = {(f"r{i}", f"c{j}"): 40 + i for i in range(14) for j in range(13)} | {("r3", "c4"): 2}
    table = Table.of(counts, columns=[f"c{j}" for j in range(13)])
    found = release(table, threshold=10)
    assert not found.is_least
    assert found.cell("r3", "c4") is None
    assert min(widths_by_flow(found, table).values()) >= 10
