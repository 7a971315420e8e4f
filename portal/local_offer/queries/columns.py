"""The catalogue as columns: what searches narrow by and count, read once for each edition."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field

import numpy as np

from portal.local_offer.edition import remembered_for_this_edition
from portal.local_offer.models import Access, Area, CatalogueEntry, Category, CostKind, Day, Need, PageKind
from portal.local_offer.places import EARTH_RADIUS_MILES, Place

MOST_QUESTIONS = (
    200  # whose words are remembered at one time: about 30 kB each where half of 5,000 entries have them
)


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of filters: its parameter in the address, its choices, and the field that has them.

    An entry is found by any of the choices it has. One `for_all_if_empty` that has none is found by every one.
    """

    name: str
    label: str
    choices: type
    field: str
    for_all_if_empty: bool = False

    def choices_of(self, has: str | list[str]) -> list[bool]:
        """For each choice whether an entry is found by it, given what its field says."""
        if not has:
            return [self.for_all_if_empty] * len(self.choices)
        held = {has} if isinstance(has, str) else set(has)
        return [value in held for value in self.choices.values]


FACETS = (
    Facet("need", "Need", Need, "needs", for_all_if_empty=True),
    Facet("category", "Kind of help", Category, "category"),
    Facet("cost", "Cost", CostKind, "cost_kind"),
    Facet("day", "Days", Day, "days"),
    Facet("access", "Access", Access, "access"),
    Facet("area", "Area", Area, "area"),
)
FIELDS = ["page_id", "kind", "age_from", "age_to", "latitude", "longitude", "headings"]
FIELDS += [facet.field for facet in FACETS]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Every entry has one row, and rows are in the order of titles. The arrays are everybody's: not to be changed."""

    ids: np.ndarray
    is_section: np.ndarray
    age_from: np.ndarray
    age_to: np.ndarray
    latitude: np.ndarray  # in radians, NaN where an entry has no place
    longitude: np.ndarray
    headings: dict[str, np.ndarray]  # by code: whether the entry is under it
    choices: dict[str, np.ndarray]  # by facet: a line for each choice, whether it finds the entry
    ranked: dict[Hashable, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)

    def ranked_rows(
        self, words: Hashable, look_up: Callable[[], tuple[list[int], list[float]]]
    ) -> tuple[np.ndarray, np.ndarray]:
        """The rows that have these words, and their ranks: looked up once, then narrowed as often as somebody likes."""
        known = self.ranked.get(words)
        if known is None:
            ids, ranks = look_up()
            rows, has_one = self._rows_of(np.array(ids, dtype=np.int64))
            known = rows, np.array(ranks, dtype=np.float64)[has_one]
            if len(self.ranked) >= MOST_QUESTIONS:
                self.ranked.clear()
            self.ranked[words] = known
        return known

    def _rows_of(self, ids: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The rows of these pages, and which of the ids have one: a page may be newer than the columns."""
        has_one = np.isin(ids, self.ids)
        by_id = np.argsort(self.ids)
        return by_id[np.searchsorted(self.ids, ids[has_one], sorter=by_id)], has_one

    def miles(self, rows: np.ndarray, place: Place) -> np.ndarray:
        """How far these rows are from the place, as `places.miles_between` has it; NaN for those without one."""
        latitude, longitude = np.radians(place.latitude), np.radians(place.longitude)
        there_latitude, there_longitude = self.latitude[rows], self.longitude[rows]
        half = (
            np.sin((there_latitude - latitude) / 2) ** 2
            + np.cos(latitude) * np.cos(there_latitude) * np.sin((there_longitude - longitude) / 2) ** 2
        )
        return 2 * EARTH_RADIUS_MILES * np.arcsin(np.sqrt(half))


def columns() -> Columns:
    """Those of this edition: the first search of an edition reads them, with one query more."""
    return remembered_for_this_edition("columns", read_columns)


def read_columns() -> Columns:
    rows = CatalogueEntry.objects.order_by("title", "page_id").values_list(*FIELDS)
    field = dict(zip(FIELDS, list(zip(*rows, strict=True)) or [()] * len(FIELDS), strict=True))
    under = [frozenset(codes) for codes in field["headings"]]
    return Columns(
        ids=np.array(field["page_id"], dtype=np.int64),
        is_section=np.array([kind == PageKind.SECTION for kind in field["kind"]], dtype=bool),
        age_from=np.array(field["age_from"], dtype=np.int16),
        age_to=np.array(field["age_to"], dtype=np.int16),
        latitude=np.radians(np.array(field["latitude"], dtype=np.float64)),
        longitude=np.radians(np.array(field["longitude"], dtype=np.float64)),
        headings={
            code: np.array([code in codes for codes in under], dtype=bool)
            for code in frozenset().union(*under)
        },
        choices={facet.name: _lines(facet, field[facet.field]) for facet in FACETS},
    )


def _lines(facet: Facet, said: Iterable[str | list[str]]) -> np.ndarray:
    """A line for each choice. Most entries say what others said already, so each saying is read once."""
    sayings, numbers = {}, []
    for one in said:
        key = one if isinstance(one, str) else tuple(one)
        numbers.append(sayings.setdefault(key, len(sayings)))
    table = np.array([facet.choices_of(saying) for saying in sayings], dtype=bool)
    return table.reshape(-1, len(facet.choices))[np.array(numbers, dtype=np.intp)].T.copy()
