"""School terms. Their dates are data: each council sets its own and passes them in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .errors import UnknownTerm
from .period import Period, PeriodKind, year_name


@dataclass(frozen=True, slots=True)
class Term:
    """A named term of an academic year, half-open like every period."""

    name: str
    academic_year_start: int
    start: date
    end: date

    @property
    def period(self) -> Period:
        return Period(PeriodKind.TERM, self.start, self.end, self.name)


def standard_terms(academic_year_start: int) -> tuple[Term, Term, Term]:
    """A default calendar that parts the academic year in three without gaps; a council replaces it.

    Autumn begins on 1 September, spring on 1 January, summer on 1 May. These are reporting boundaries,
    not school dates: Easter moves, and holidays belong to the term they follow.
    """
    year = academic_year_start
    starts = (date(year, 9, 1), date(year + 1, 1, 1), date(year + 1, 5, 1), date(year + 1, 9, 1))
    names = ("Autumn", "Spring", "Summer")
    return tuple(Term(name, year, starts[i], starts[i + 1]) for i, name in enumerate(names))


def terms_of(academic_year_start: int, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The academic year's terms in order: those given, or the default calendar where none are given at all.

    A council that has entered some years has not agreed to the default for the others: UnknownTerm.
    """
    if not terms:
        return standard_terms(academic_year_start)
    found = sorted(
        (term for term in terms if term.academic_year_start == academic_year_start),
        key=lambda term: term.start,
    )
    if not found:
        year = year_name(academic_year_start)
        raise UnknownTerm(f"No term dates are recorded for the academic year {year}.")
    return tuple(found)


def terms_around(day: date, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Terms in order that hold the day's neighbours on both sides, as far as they are recorded."""
    if terms:
        return tuple(sorted(terms, key=lambda term: term.start))
    return tuple(term for year in range(day.year - 2, day.year + 2) for term in standard_terms(year))
