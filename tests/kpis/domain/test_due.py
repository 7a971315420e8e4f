from datetime import date

import pytest

from kpis.domain.due import due_on
from kpis.domain.periods import PeriodKind, parse


@pytest.mark.parametrize(
    ("text", "kind", "days", "due"),
    [
        ("2019/20", PeriodKind.FINANCIAL_YEAR, 30, date(2020, 4, 30)),
        ("Sep 2019", PeriodKind.MONTH, 0, date(2019, 9, 30)),
        ("Feb 2020", PeriodKind.MONTH, 1, date(2020, 3, 1)),
        ("Jan 2019", PeriodKind.CENSUS, 14, date(2019, 1, 31)),
    ],
)
def test_a_figure_is_due_so_many_days_after_its_periods_last_day(text, kind, days, due):
    assert due_on(parse(text, kind), days) == due
