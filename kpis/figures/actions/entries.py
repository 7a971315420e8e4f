"""What a person gives for one period, and whether it can be taken."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.contrib.auth.base_user import AbstractBaseUser

from kpis.domain.numbers import Unit
from kpis.domain.periods import Period
from kpis.domain.symbols import BESIDE_VALUE, INSTEAD_OF_VALUE, Symbol
from kpis.figures.models import KpiDefinition

MICRO = Decimal("0.000001")  # what the database keeps
LARGEST = Decimal(10) ** 12


class FigureRefused(Exception):
    """A figure cannot be taken as given. `field` names the input it is about, empty for the whole."""

    def __init__(self, message: str, field: str = ""):
        super().__init__(message)
        self.field = field


class ChangedMeanwhile(FigureRefused):
    """Somebody else saved this figure after the page was opened; nothing was overwritten."""


class NotYours(FigureRefused):
    """The person has no part in this step: not their workstream, or their own figure to approve."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a person gives for one period: a value, or its two parts, or a symbol instead."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    symbol: str = ""
    remark: str = ""

    @property
    def is_empty(self) -> bool:
        return self == Entry()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an off-track figure must bring with it; `reminds` is the person who hears when the action is late."""

    cause: str
    action: str
    owner: str
    due_on: date
    reminds: AbstractBaseUser | None = None


def derived_value(definition: KpiDefinition, numerator: Decimal, denominator: Decimal) -> Decimal:
    """Numerator over denominator, as percentage points where the unit is per cent, to six places."""
    scale = 100 if definition.unit == Unit.PER_CENT else 1
    return (numerator * scale / denominator).quantize(MICRO, rounding=ROUND_HALF_UP)


def does_not_fit(number: Decimal | None) -> str:
    """Why the database cannot keep this number exactly; empty where it can."""
    if number is None:
        return ""
    if abs(number) >= LARGEST:
        return "This is too large to be right: at most twelve digits before the point."
    return "" if number == number.quantize(MICRO) else "At most six digits after the point."


def checked_entry(definition: KpiDefinition, period: Period, entry: Entry, *, on: date) -> Entry:
    """The entry with its value derived and its symbol checked; FigureRefused names the field that is wrong."""
    if period.kind != definition.frequency:
        raise FigureRefused(
            f"{definition.name} is reported {definition.get_frequency_display().lower()}.", "period"
        )
    if period.last_day > on:
        raise FigureRefused(
            f"{period.label} is not open yet: it ends on {period.last_day:%-d %B %Y}.", "period"
        )
    for name in ("numerator", "denominator", "value"):
        if problem := does_not_fit(getattr(entry, name)):
            raise FigureRefused(problem, name)
    value = _value_of(definition, entry)
    if problem := does_not_fit(value):
        raise FigureRefused(problem, "numerator")
    symbol = Symbol(entry.symbol) if entry.symbol else None
    if symbol in INSTEAD_OF_VALUE and value is not None:
        raise FigureRefused(f"“{symbol.words}” stands instead of a value: leave the value empty.", "symbol")
    if symbol in BESIDE_VALUE and value is None:
        raise FigureRefused(f"“{symbol.words}” says something about a value: give the value too.", "symbol")
    return Entry(value, entry.numerator, entry.denominator, entry.symbol, entry.remark)


def _value_of(definition: KpiDefinition, entry: Entry) -> Decimal | None:
    parts = (entry.numerator, entry.denominator)
    if parts == (None, None):
        return entry.value
    if not definition.is_ratio_of_counts:
        raise FigureRefused(f"{definition.name} has one number only: give it as the value.", "numerator")
    if entry.numerator is None:
        raise FigureRefused(f"Give the number of {definition.numerator} too.", "numerator")
    if entry.denominator is None:
        raise FigureRefused(f"Give the number of {definition.denominator} too.", "denominator")
    if entry.denominator <= 0:
        raise FigureRefused(f"The number of {definition.denominator} must be more than 0.", "denominator")
    if definition.is_share and entry.numerator > entry.denominator:
        raise FigureRefused(
            f"{definition.numerator.capitalize()} cannot be more than {definition.denominator}.", "numerator"
        )
    derived = derived_value(definition, *parts)
    if entry.value is not None and entry.value != derived:
        raise FigureRefused("The value follows from the two numbers: leave it empty.", "value")
    return derived
