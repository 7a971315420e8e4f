"""Outlines for the map, from the middles of postcode areas alone: no tiles, no files, nobody asked.

The outline of an area is all that is nearer to its middle than to any other (its Voronoi cell), cut off at a
frame around them. Roughly right, which is what a map that only helps to orientate has to be; the page says so.
"""

import math
from collections.abc import Iterable

from portal.local_offer.places import miles_between, outcodes

Point = tuple[float, float]  # latitude, longitude, in degrees
MOST_AREAS = 30
ROOM = 0.02  # degrees around the outermost middles


def areas_around(points: Iterable[Point]) -> dict[str, list[Point]]:
    """The outlines of the areas nearest to the middle of these points, by outcode; none without points."""
    points = list(points)
    if not points:
        return {}
    middle = tuple(sum(axis) / len(points) for axis in zip(*points, strict=True))
    nearest = sorted(outcodes(), key=lambda code: (miles_between(middle, outcodes()[code]), code))[
        :MOST_AREAS
    ]
    return outlines({code: outcodes()[code] for code in nearest})


def outlines(middles: dict[str, Point]) -> dict[str, list[Point]]:
    """Each name's cell as the corners of a convex polygon, in order."""
    distinct = {at: name for name, at in middles.items()}
    frame = _frame(distinct)
    cells = {}
    for at, name in distinct.items():
        cell = frame
        for other in distinct:
            if other != at:
                cell = _nearer_part(cell, at, other)
        cells[name] = cell
    return cells


def _frame(points: Iterable[Point]) -> list[Point]:
    lats, lons = zip(*points, strict=True)
    south, north, west, east = min(lats) - ROOM, max(lats) + ROOM, min(lons) - ROOM, max(lons) + ROOM
    return [(south, west), (south, east), (north, east), (north, west)]


def _nearer_part(polygon: list[Point], to: Point, than: Point) -> list[Point]:
    """The part of a convex polygon that is nearer to one point than to the other (Sutherland and Hodgman)."""
    squeeze = math.cos(math.radians(to[0])) ** 2  # a degree of longitude is shorter than one of latitude

    def excess(point: Point) -> float:
        """Above zero where `than` is the nearer of the two; linear in the point."""
        return _square(point, to, squeeze) - _square(point, than, squeeze)

    kept = []
    for start, end in zip(polygon, [*polygon[1:], *polygon[:1]], strict=True):
        before, after = excess(start), excess(end)
        if before <= 0:
            kept.append(start)
        if (before < 0 < after) or (after < 0 < before):
            share = before / (before - after)
            kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
    return kept


def _square(a: Point, b: Point, squeeze: float) -> float:
    return (a[0] - b[0]) ** 2 + squeeze * (a[1] - b[1]) ** 2
