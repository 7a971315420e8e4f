"""Where a postcode is, without asking anybody: the middle of its outcode's area, from a file of our own.

A council that has imported the ONS directory gets whole postcodes from the database instead:
`Postcode.objects.place`, which falls back on this.
"""

import csv
import functools
import math
import re
from dataclasses import dataclass
from pathlib import Path

OUTCODES = Path(__file__).resolve().parent / "data" / "outcodes.csv"
EARTH_RADIUS_MILES = 3958.8
# The shapes a postcode can have: an outcode alone or with its inward part, with or without a space.
POSTCODE = re.compile(
    r"\b([A-Z]{1,2}[0-9][A-Z0-9]?)(?:\s?([0-9][ABD-HJLNP-UW-Z]{2}))?(?![A-Z0-9])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """A postcode as people write it, and where it is, in degrees (WGS 84)."""

    name: str
    latitude: float
    longitude: float


class UnknownPostcode(ValueError):
    """No postcode of this name; the message says so in words for the person who typed it."""

    def __init__(self, entered: str):
        super().__init__(
            f"We do not know the postcode “{entered}”. The first half is enough, for example KT1."
        )


def tidy(entered: str) -> tuple[str, str]:
    """Outcode and inward part (empty where there is none) of what was typed. Raises UnknownPostcode."""
    match = POSTCODE.fullmatch(entered.strip())
    if match is None:
        raise UnknownPostcode(entered.strip())
    return match[1].upper(), (match[2] or "").upper()


def place_of(entered: str) -> Place:
    """The middle of the area of a postcode's outcode. Raises UnknownPostcode."""
    outcode, inward = tidy(entered)
    if outcode not in outcodes():
        raise UnknownPostcode(entered.strip())
    return Place(f"{outcode} {inward}".strip(), *outcodes()[outcode])


@functools.cache
def outcodes() -> dict[str, tuple[float, float]]:
    """Latitude and longitude by outcode, for the whole country."""
    with OUTCODES.open(encoding="utf-8", newline="") as file:
        return {
            row["outcode"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(file)
        }


def miles_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Along the earth's surface, as the haversine formula has it; points are (latitude, longitude) in degrees."""
    (lat_a, lon_a), (lat_b, lon_b) = (tuple(map(math.radians, point)) for point in (a, b))
    half = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_MILES * math.asin(math.sqrt(half))
