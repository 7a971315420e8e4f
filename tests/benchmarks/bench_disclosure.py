"""Hiding the small counts of a table of 12 x 12, with the least loss, and its audit."""

from kpis.domain.disclosure import release
from tests.kpis.domain.disclosure.tables import random_table_of


def bench_a_table_of_twelve_by_twelve_is_released(measure):
    table = random_table_of(12, 12, mean=100, seed=4)
    measure("release_12_by_12", goal=10.0, work=lambda: release(table, threshold=10))
