"""A record's charts as its own pages draw them: with a gap wherever nobody reported a figure."""

from kpis.domain import status as domain
from kpis.domain.periods import Period, PeriodKind, gaps
from kpis.domain.series import Series
from kpis.domain.symbols import Symbol
from kpis.figures.queries.record import Record, school_terms
from kpis.figures.queries.standing import charts_of


def unreported(record: Record) -> list[list[Period]]:
    """The periods between its figures that have none, a list for each gap. One query where periods are terms."""
    periods = [figure.period for figure in record.figures if figure.symbol != Symbol.FORECAST]
    if not periods:
        return []
    by_term = periods[0].kind is PeriodKind.TERM
    years = range(periods[0].start.year - 1, periods[-1].end.year + 2)
    return gaps(periods, terms=school_terms(years) if by_term else ())


def drawn_charts(record: Record, missing: list[list[Period]]) -> tuple[Series, ...]:
    """The charts of `standing.charts_of`; what nobody reported is a gap in them and no line across it."""
    return tuple(domain.with_gaps(series, missing) for series in charts_of(record))
