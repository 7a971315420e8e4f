"""The local authorities of England: one area has an old code of three digits, ONS codes over time, and a name.

`authorities.csv` holds those with a January census of plans since 2019; the years are those of the school
year's start. Where a council split or merged, the old one ends and others begin; a name may have been
given to two of them one after the other.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kpis.spreadsheets import UnreadableFile

TABLE = Path(__file__).with_name("authorities.csv")


class UnknownAuthority(UnreadableFile):
    """The area is no local authority of England, so that files by authority have no row for it."""


class AmbiguousName(UnreadableFile):
    """A file that gives names only uses one that two authorities have had."""


@dataclass(frozen=True, slots=True)
class Authority:
    code: str
    ons_codes: tuple[str, ...]
    name: str
    first_year: int | None = None
    last_year: int | None = None

    @property
    def ons_code(self) -> str:
        """The one it has now."""
        return self.ons_codes[-1]


@cache
def authorities() -> tuple[Authority, ...]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_authority(row) for row in csv.DictReader(file))


def _authority(row: dict[str, str]) -> Authority:
    first, last = (int(row[key]) if row[key] else None for key in ("first_year", "last_year"))
    return Authority(row["code"], tuple(row["ons_codes"].split()), row["name"], first, last)


def authority_of(ons_code: str) -> Authority:
    """By any ONS code it has or had."""
    for authority in authorities():
        if ons_code in authority.ons_codes:
            return authority
    raise UnknownAuthority(f"{ons_code or 'An area without a code'} is no local authority of England.")


def name_of(authority: Authority) -> str:
    """The name a file without codes knows it by; AmbiguousName where another authority had the same."""
    others = [other for other in authorities() if other.name == authority.name and other != authority]
    if others:
        raise AmbiguousName(
            f"This file names authorities without codes, and “{authority.name}” is the name of two: "
            f"{authority.code} and {others[0].code}."
        )
    return authority.name
