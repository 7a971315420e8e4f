"""What a reader hands on: one value of a published file, as printed and as read, with its place."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from kpis.domain.numbers import NotANumber, parse_number
from kpis.domain.symbols import UnknownMarker, from_marker

STORED = Decimal(
    "0.000001"
)  # the database keeps six decimals; some files print floating point noise after them
LONGEST_PRINT = 60
BLANK = "(blank)"


@dataclass(frozen=True, slots=True)
class FileValue:
    """One value of an area: a number, or a symbol in its place, or the doubt why it is neither."""

    area_code: str
    measure: str
    period: str
    value: Decimal | None
    symbol: str
    unit: str
    basis: str
    as_printed: str
    place: str
    source: str
    coverage: str = ""
    doubt: str = ""
    decimals: int = 0

    def doubted(self, why: str) -> "FileValue":
        """The same print, no longer taken at its word: somebody has to say what was meant."""
        return replace(self, value=None, symbol="", doubt=why)


@dataclass(frozen=True, slots=True)
class FileReading:
    """The values of one area in a file, and what whoever imports them should know about the file."""

    values: tuple[FileValue, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Print:
    """A cell as printed and as read. A blank cell is not available; no marker is ever nought."""

    text: str
    value: Decimal | None = None
    symbol: str = ""
    doubt: str = ""

    @classmethod
    def of(cls, text: str) -> "Print":
        text = text.strip()
        if not text:
            return cls(BLANK, symbol="x")
        try:
            return cls(text[:LONGEST_PRINT], parse_number(text).quantize(STORED, ROUND_HALF_EVEN))
        except NotANumber as problem:
            return cls._marker(text, str(problem))

    @classmethod
    def _marker(cls, text: str, problem: str) -> "Print":
        try:
            return cls(text, symbol=str(from_marker(text)))
        except UnknownMarker:
            return cls(text[:LONGEST_PRINT], doubt=problem[:200])

    @classmethod
    def count(cls, text: str) -> "Print":
        """A number of people or plans: what is below nought or not whole is doubted."""
        read = cls.of(text)
        if read.value is not None and (read.value < 0 or read.value != int(read.value)):
            return cls(read.text, doubt="a count is whole and not below nought")
        return read

    @property
    def read(self) -> dict:
        """Its part of a `FileValue`."""
        return {
            "as_printed": self.text,
            "value": None if self.value is None else Decimal(f"{self.value.normalize():f}"),
            "symbol": self.symbol,
            "doubt": self.doubt,
        }


def per_head(amount: Print, people: Print) -> Print:
    """An amount divided by the people printed beside it; what is missing in either is missing here."""
    missing = next((part for part in (amount, people) if part.value is None), None)
    if missing or not people.value:
        return missing or Print(f"{amount.text} / {people.text}"[:LONGEST_PRINT], symbol="z")
    share = Fraction(amount.value) / Fraction(people.value)
    exact = Decimal(round(share / Fraction(STORED))) * STORED
    return Print(f"{amount.text} / {people.text}"[:LONGEST_PRINT], exact)
