"""Results on a map: pages at the same spot together, and the areas around them."""

from portal.local_offer.models import CatalogueEntry
from portal.local_offer.outlines import areas_around
from portal.local_offer.places import outcodes
from portal.local_offer.queries.finding import Found

MOST_PLACES = 200
PRECISION = 4  # decimals of a degree: about ten metres


def spots(found: Found) -> dict:
    """As the map's script reads it: `spots` with their pages, `areas` with outlines, how many are `without`."""
    entries = list(found.entries[:MOST_PLACES])
    placed: dict[tuple[float, float], list[CatalogueEntry]] = {}
    for entry in entries:
        if entry.latitude is not None:
            placed.setdefault((entry.latitude, entry.longitude), []).append(entry)
    return {
        "spots": [
            {
                "latitude": latitude,
                "longitude": longitude,
                "places": [{"title": entry.title, "address": entry.page.url} for entry in there],
            }
            for (latitude, longitude), there in placed.items()
        ],
        "areas": [
            {"name": name, "middle": outcodes()[name], "outline": [_rounded(corner) for corner in outline]}
            for name, outline in areas_around(placed).items()
        ],
        "without": len(entries) - sum(map(len, placed.values())),
    }


def _rounded(corner: tuple[float, float]) -> list[float]:
    return [round(degrees, PRECISION) for degrees in corner]
