"""Controlled rounding: whole numbers within one of each cell that keep the totals of rows and columns."""

from fractions import Fraction
from itertools import product
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpis.domain.rounding import NotRoundable, controlled_rounding, largest_remainder

F = Fraction
fractions = st.builds(Fraction, st.integers(0, 400), st.sampled_from([1, 2, 3, 4, 7, 10]))


@st.composite
def tables(draw, most_rows=13, most_columns=7):
    width = draw(st.integers(1, most_columns))
    row = st.lists(fractions, min_size=width, max_size=width)
    return draw(st.lists(row, min_size=1, max_size=most_rows))


@st.composite
def tables_with_totals(draw, **sizes):
    """A table, and the totals of some rounding of it, so that there is one."""
    cells = draw(tables(**sizes))
    ups = st.lists(st.booleans(), min_size=len(cells[0]), max_size=len(cells[0]))
    rounded = [[ceil(c) if up else floor(c) for c, up in zip(row, draw(ups), strict=True)] for row in cells]
    return cells, sums(rounded), sums(zip(*rounded, strict=True))


def sums(rows):
    return [sum(row) for row in rows]


def columns_rounded(cells):
    """Totals first: the grand total, then the columns so that they add up to it."""
    columns = sums(zip(*cells, strict=True))
    return largest_remainder(columns, floor(sum(columns) + F(1, 2)))


def every_rounding(cells, columns):
    """The oracle: all tables of floors and ceilings with these column totals, by trying each."""
    flat = [sorted({floor(cell), ceil(cell)}) for row in cells for cell in row]
    width = len(cells[0])
    for choice in product(*flat):
        table = [list(choice[i : i + width]) for i in range(0, len(choice), width)]
        if sums(zip(*table, strict=True)) == columns:
            yield table


def changes(cells, table):
    return [
        new - cell for row, out in zip(cells, table, strict=True) for cell, new in zip(row, out, strict=True)
    ]


def row_changes(cells, table):
    return [new - old for old, new in zip(sums(cells), sums(table), strict=True)]


def squares(numbers):
    return sum(n * n for n in numbers)


@settings(max_examples=150, deadline=None)
@given(tables_with_totals())
def test_rows_and_columns_keep_their_totals_and_no_cell_moves_by_one(case):
    cells, rows, columns = case
    table = controlled_rounding(cells, rows=rows, columns=columns)
    assert (sums(table), sums(zip(*table, strict=True))) == (rows, columns)
    assert all(abs(change) < 1 for change in changes(cells, table))


@settings(max_examples=60, deadline=None)
@given(tables_with_totals(most_rows=3, most_columns=3))
def test_no_other_table_with_these_totals_is_nearer(case):
    cells, rows, columns = case
    table = controlled_rounding(cells, rows=rows, columns=columns)
    others = [other for other in every_rounding(cells, columns) if sums(other) == rows]
    assert squares(changes(cells, table)) == min(squares(changes(cells, other)) for other in others)


@settings(max_examples=40, deadline=None)
@given(tables_with_totals(most_rows=3, most_columns=3), st.integers(0, 2))
def test_a_table_is_refused_exactly_where_trying_all_finds_none(case, moved):
    """Totals that somebody moved by hand: refused or met, and never met with a cell out of its bounds."""
    cells, rows, columns = case
    rows = [rows[0] + moved, *rows[1:]]
    columns = [*columns[:-1], columns[-1] + moved]
    found = [table for table in every_rounding(cells, columns) if sums(table) == rows]
    if found:
        assert controlled_rounding(cells, rows=rows, columns=columns) in found
    else:
        with pytest.raises(NotRoundable):
            controlled_rounding(cells, rows=rows, columns=columns)


@settings(max_examples=100, deadline=None)
@given(tables())
def test_with_the_columns_alone_given_a_table_is_always_found(cells):
    columns = columns_rounded(cells)
    table = controlled_rounding(cells, columns=columns)
    assert sums(zip(*table, strict=True)) == columns
    assert all(abs(change) < 1 for change in changes(cells, table))


@settings(max_examples=60, deadline=None)
@given(tables(most_rows=3, most_columns=3))
def test_row_totals_are_rounded_up_or_down_wherever_the_columns_allow_it(cells):
    columns = columns_rounded(cells)
    table = controlled_rounding(cells, columns=columns)
    near = [t for t in every_rounding(cells, columns) if all(abs(c) < 1 for c in row_changes(cells, t))]
    if near:
        cost = lambda t: squares(changes(cells, t)) + squares(row_changes(cells, t))  # noqa: E731
        assert all(abs(change) < 1 for change in row_changes(cells, table))
        assert cost(table) == min(map(cost, near))


def test_where_the_columns_leave_no_choice_a_row_moves_further():
    """By hand: columns of 0.4 go to 0 and those of 0.6 to 1, so the rows of 1.2 and 1.8 become 0 and 3."""
    cells = [[F(2, 5)] * 3 + [F(0)] * 3, [F(0)] * 3 + [F(3, 5)] * 3]
    assert controlled_rounding(cells, columns=[0, 0, 0, 1, 1, 1]) == [[0] * 6, [0, 0, 0, 1, 1, 1]]


@settings(max_examples=30, deadline=None)
@given(tables())
def test_the_same_table_is_rounded_the_same_way_each_time(cells):
    columns = columns_rounded(cells)
    assert controlled_rounding(cells, columns=columns) == controlled_rounding(cells, columns=columns)


@pytest.mark.parametrize(
    ("cells", "rows", "columns"),
    [
        # Each single cell would round to 0, yet each row and column must hold one.
        ([[F(1, 3)] * 3] * 3, [1, 1, 1], [1, 1, 1]),
        # Whole cells stay although a neighbour has to go up.
        ([[F(2), F(1, 2)], [F(3), F(1, 2)]], [3, 3], [5, 1]),
        ([[F(0), F(0)]], [0], [0, 0]),
        ([], [], []),
    ],
    ids=["thirds", "whole-cells-stay", "noughts", "no-rows"],
)
def test_tables_worked_out_by_hand(cells, rows, columns):
    table = controlled_rounding(cells, rows=rows, columns=columns)
    assert sums(table) == rows
    assert all(change == 0 for change in changes(cells, table) if change.denominator == 1)


@pytest.mark.parametrize(
    ("cells", "rows", "columns"),
    [
        ([[F(1, 2), F(1, 2)]], [1], [1, 1]),
        ([[F(5)]], [4], [4]),
        ([[F(5)]], [5], [4]),
        ([[F(1), F(1)]], [3], [1, 2]),
        ([[F(1, 2), F(0)], [F(0), F(1, 2)]], [1, 0], [0, 1]),
    ],
    ids=["margins-disagree", "row-below", "column-below", "whole-cells-cannot-grow", "no-way-across"],
)
def test_totals_that_no_rounding_reaches_are_refused(cells, rows, columns):
    with pytest.raises(NotRoundable):
        controlled_rounding(cells, rows=rows, columns=columns)
