"""The Board's figures of many KPIs, read as columns of whole numbers for arithmetic over all of them at once."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from django.db import connection

from kpis.domain.columns import NO_VALUE, FigureColumns, in_columns

# Every figure of a KPI's own frequency that counted at the moment, later ones for the same period too: the
# last of each is found in the columns, where that costs a tenth of what sorting the rows here does.
# Each column is one array in PostgreSQL's binary format, so that no row, and no `Decimal`, is made in
# Python that nobody looks at. A symbol is told by its first letter.
COUNTED_FIGURES = """
    SELECT
        array_send(array_agg(asked.place - 1)),
        array_send(array_agg(figure.id)),
        array_send(array_agg(figure.period_start - date '1970-01-01')),
        array_send(array_agg(figure.period_end - date '1970-01-01')),
        array_send(array_agg(ascii(figure.symbol))),
        array_send(array_agg(coalesce((figure.value * 1000000)::bigint, %s))),
        array_send(array_agg(figure.counts_from))
    FROM unnest(%s::bigint[], %s::text[]) WITH ORDINALITY AS asked (kpi_id, frequency, place)
    JOIN figures_figure figure ON figure.kpi_id = asked.kpi_id AND figure.period_kind = asked.frequency
    WHERE figure.counts_from <= %s
"""
# What PostgreSQL sends for an array without nulls: a head, then each element with its size before it. The
# element's type is the third number of the head; a moment comes as microseconds.
HEAD, TYPE = 20, slice(8, 12)
INT4 = 23


def figure_columns(kpi_ids: Sequence[int], frequencies: Sequence[str], moment: datetime) -> FigureColumns:
    """The Board's figures at a moment, of each KPI's frequency; KPIs are numbered as given. One query."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTED_FIGURES, [NO_VALUE, list(kpi_ids), list(map(str, frequencies)), moment])
        sent = cursor.fetchone()
    return in_columns([_numbers(array) for array in sent], kpis=len(kpi_ids))


def _numbers(array: bytes | None) -> np.ndarray:
    """A sent array as whole numbers; without any figure there is no array."""
    if array is None:
        return np.zeros(0, dtype=np.int64)
    width = ">i4" if int.from_bytes(array[TYPE], "big") == INT4 else ">i8"
    return np.frombuffer(array, dtype=[("size", ">i4"), ("number", width)], offset=HEAD)["number"].astype(
        np.int64
    )
