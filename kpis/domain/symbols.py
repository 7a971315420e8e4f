"""Symbols: what stands instead of a figure's value, or beside it, and what publishers write for them."""

from decimal import Decimal
from enum import StrEnum

from .numbers import format_value


class UnknownMarker(ValueError):
    """The text in a cell is no marker known here; it is named as a problem, never guessed at."""


class Symbol(StrEnum):
    """The symbols of official statistics, by the letters the Government Statistical Service uses."""

    NOT_APPLICABLE = "z"
    NOT_AVAILABLE = "x"
    CONFIDENTIAL = "c"
    LOW = "low"
    UNRELIABLE = "u"
    PROVISIONAL = "p"
    REVISED = "r"
    ESTIMATED = "e"
    FORECAST = "f"
    BREAK = "b"

    @property
    def words(self) -> str:
        """What the symbol means, to stand after a value or in place of one."""
        return _WORDS[self]


_WORDS = {
    Symbol.NOT_APPLICABLE: "not applicable",
    Symbol.NOT_AVAILABLE: "not available",
    Symbol.CONFIDENTIAL: "confidential",
    Symbol.LOW: "rounds to zero",
    Symbol.UNRELIABLE: "low reliability",
    Symbol.PROVISIONAL: "provisional",
    Symbol.REVISED: "revised",
    Symbol.ESTIMATED: "estimated",
    Symbol.FORECAST: "forecast",
    Symbol.BREAK: "break in series",
}

INSTEAD_OF_VALUE = frozenset({Symbol.NOT_APPLICABLE, Symbol.NOT_AVAILABLE, Symbol.CONFIDENTIAL, Symbol.LOW})
BESIDE_VALUE = frozenset(Symbol) - INSTEAD_OF_VALUE


def shown_with(symbol: str, value: Decimal | None, *, unit: str, decimals: int) -> str:
    """A figure as it is read: `92.1%`, `92.1% (provisional)`, `confidential`; empty without value and symbol."""
    said = Symbol(symbol).words if symbol else ""
    if value is None:
        return said
    shown = format_value(value, unit, decimals)
    return f"{shown} ({said})" if said else shown


# What publishers write, with where it is written so. The letters of the symbols themselves come first:
# Government Statistical Service, "Using symbols and shorthand in tables", and the same in brackets.
_MARKERS = {
    **{symbol.value: symbol for symbol in Symbol},
    **{f"[{symbol.value}]": symbol for symbol in Symbol},
    # Department for Education releases before 2021: "k" and "~" stood beside "low" and "c".
    "k": Symbol.LOW,
    # HMCTS tribunal tables, under the table: "~ Suppressed", ".. Not Available".
    "~": Symbol.CONFIDENTIAL,
    "..": Symbol.NOT_AVAILABLE,
    "…": Symbol.NOT_AVAILABLE,  # two dots after a spreadsheet's autocorrection of three
    # Eurostat and older Department for Education tables.
    ":": Symbol.NOT_AVAILABLE,
    # NHS England and older Department for Education tables: a small number withheld.
    "*": Symbol.CONFIDENTIAL,
    # Older National Statistics tables: a full stop for "not applicable", a dash for "nil or negligible".
    # In HMCTS tribunal tables a dash is a true nought; their reader says so itself before asking here.
    ".": Symbol.NOT_APPLICABLE,
    "-": Symbol.LOW,
    "–": Symbol.LOW,
    "—": Symbol.LOW,
    # The statistics language R writes a missing value so (the Local Authority Interactive Tool's files).
    # "n/a" is left out: it is written for "not applicable" and for "not available".
    "na": Symbol.NOT_AVAILABLE,
}


def from_marker(text: str) -> Symbol | None:
    """The symbol a publisher's marker stands for; None for a blank cell, which is no symbol.

    Case and surrounding spaces do not matter. Anything else, a number included, is an UnknownMarker.
    """
    marker = str(text).strip().casefold()
    if not marker:
        return None
    if marker not in _MARKERS:
        known = "z, x, c, low, u, p, r, e, f or b"
        raise UnknownMarker(f"'{text}' is not a symbol used for figures; expected {known}.")
    return _MARKERS[marker]
