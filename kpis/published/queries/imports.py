"""What a file would change: each of its values beside the one known on the day it was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kpis.domain.numbers import format_value
from kpis.domain.symbols import Symbol
from kpis.published.models import Area, PublishedValue
from kpis.published.spreadsheets import FileValue, authorities


class Standing(StrEnum):
    NEW = "New"
    REVISED = "Revised"
    UNCHANGED = "As known before"
    CLASHES = "Differs from what is stored for the same day"

    @property
    def is_stored(self) -> bool:
        return self in (Standing.NEW, Standing.REVISED)


@dataclass(frozen=True, slots=True)
class Compared:
    """A value of the file, and the stored one it stands beside, if any."""

    value: FileValue
    standing: Standing
    before: PublishedValue | None = None

    @property
    def shown(self) -> str:
        """The value with its unit, the words of its symbol, or what is doubtful about it."""
        value = self.value
        if value.doubt:
            return f"To be confirmed: {value.doubt}"
        if value.value is None:
            return Symbol(value.symbol).words
        return format_value(value.value, value.unit, value.decimals)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, in the order of the file; `clashes` keep it from being stored."""

    rows: list[Compared]

    @property
    def stored(self) -> list[Compared]:
        return [row for row in self.rows if row.standing.is_stored]

    @property
    def clashes(self) -> list[Compared]:
        return [row for row in self.rows if row.standing is Standing.CLASHES]

    @property
    def unchanged(self) -> list[Compared]:
        return [row for row in self.rows if row.standing is Standing.UNCHANGED]

    @property
    def may_be_stored(self) -> bool:
        return bool(self.stored) and not self.clashes


def areas_to_import():
    """Areas that published files can be read for: local authorities of England, our own first."""
    codes = [code for authority in authorities() for code in authority.ons_codes]
    return Area.objects.filter(code__in=codes).order_by("-is_ours", "position", "id")


def compared(values: Sequence[FileValue], *, area: Area, known_from: datetime) -> list[Compared]:
    """Each value with how it stands to what was known on the day. One query."""
    measures = {value.measure for value in values}
    known = (
        PublishedValue.objects.filter(area=area, measure__in=measures, known_from__lte=known_from)
        .order_by("measure", "period_words", "basis", "-known_from", "-id")
        .distinct("measure", "period_words", "basis")
    )
    by_key = {(row.measure, row.period_words, row.basis): row for row in known}
    return [_compared(v, by_key.get((v.measure, v.period, v.basis)), known_from) for v in values]


def _compared(value: FileValue, before: PublishedValue | None, known_from: datetime) -> Compared:
    if before is None:
        return Compared(value, Standing.NEW)
    if (before.value, before.symbol) == (value.value, value.symbol) and bool(before.doubt) == bool(
        value.doubt
    ):
        return Compared(value, Standing.UNCHANGED, before)
    clashes = before.known_from == known_from
    return Compared(value, Standing.CLASHES if clashes else Standing.REVISED, before)
