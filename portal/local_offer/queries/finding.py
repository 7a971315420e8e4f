"""Finding: what somebody looks for, what there is for them, and which way leads on from there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from django.contrib.postgres.aggregates import ArrayAgg
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from portal.local_offer.asking import words_of
from portal.local_offer.models import CatalogueEntry
from portal.local_offer.places import Place
from portal.local_offer.queries.columns import FACETS, Columns, Facet, columns
from portal.local_offer.queries.words import Term, all_of, any_of, corrected, synonyms

ANYWHERE_MILES = 5.0  # how far away a page without a place counts as, in the order of results
FAR_MILES = 5.0  # at this distance a match counts half


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What somebody looks for. Empty parts do not narrow; parts narrow together, choices of one part widen it."""

    words: str = ""
    age: int | None = None
    place: Place | None = None
    within: int | None = None  # miles from the place
    heading: str = ""
    need: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    cost: tuple[str, ...] = ()
    day: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    order: str = "best"

    @property
    def is_empty(self) -> bool:
        return self == Search(within=self.within, order=self.order)

    @property
    def looked_for(self) -> list[str]:
        return words_of(self.words)


class Entries:
    """What was found, in its order. Entries are read with their pages when they are looked at, a slice by one query.

    Each has `miles` from the place that was asked for, None where it has none or no place was asked for.
    """

    def __init__(self, ids: Sequence[int] = (), miles: np.ndarray | None = None):
        self.ids = ids
        self._miles = np.full(len(ids), np.nan) if miles is None else miles

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[CatalogueEntry]:
        return iter(self[:])

    def __getitem__(self, part: int | slice):
        if isinstance(part, int):
            return self._read([self.ids[part]], [self._miles[part]])[0]
        return self._read(self.ids[part], self._miles[part])

    def _read(self, ids: Sequence[int], miles: Iterable[float]) -> list[CatalogueEntry]:
        entries = CatalogueEntry.objects.to_list().in_bulk(ids)
        for pk, far in zip(ids, miles, strict=True):
            if pk in entries:  # and was not taken out this moment
                entries[pk].miles = None if np.isnan(far) else float(far)
        return [entries[pk] for pk in ids if pk in entries]


@dataclass(frozen=True, slots=True)
class Found:
    """Results and how they were reached.

    `counts` is how many there would be by facet and choice; `without` how many if one part were dropped.
    `corrected` holds the words that were read as others, `loosened` says that pages have some of the words only.
    """

    entries: Entries = field(default_factory=Entries)
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    without: dict[str, int] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)
    loosened: bool = False

    @property
    def total(self) -> int:
        return len(self.entries)

    @property
    def found_all_words(self) -> bool:
        return bool(self.total) and not self.loosened


def find(search: Search) -> Found:
    """What to show. Words that nothing has are read as the nearest of ours; then any of the words will do."""
    if search.is_empty:
        return Found()
    if not search.words:
        return _listed(search)
    told, looked_for = synonyms(), search.looked_for
    terms = told.terms(looked_for)
    if not terms:
        return Found()
    found = _matching(search, terms, all_of)
    if found.total or any(found.without.values()):
        return found
    meant = corrected(looked_for)
    if meant:
        terms = told.terms([part for word in looked_for for part in meant.get(word, word).split()])
        found = replace(_matching(search, terms, all_of), corrected=meant)
    if found.total or len(terms) < 2:
        return found
    some = _matching(search, terms, any_of)
    return replace(some, corrected=meant, loosened=True) if some.total else found


def _listed(search: Search) -> Found:
    """Every page and service, where no words were given: by name, or the nearest first."""
    catalogue = columns()
    return _found(search, catalogue, np.flatnonzero(~catalogue.is_section))


def _matching(search: Search, terms: list[Term], joined: Callable[[list[Term]], SearchQuery]) -> Found:
    """What has the words, as PostgreSQL knows it; everything else is worked out from the columns."""

    def look_up():
        query = joined(terms)
        matches = CatalogueEntry.objects.filter(vector=query).aggregate(
            ids=ArrayAgg("page_id", default=[]),
            ranks=ArrayAgg(SearchRank(F("vector"), query), default=[]),
        )
        return matches["ids"], matches["ranks"]

    catalogue = columns()
    return _found(search, catalogue, *catalogue.ranked_rows((joined, *terms), look_up))


def _found(search: Search, catalogue: Columns, rows: np.ndarray, rank: np.ndarray | None = None) -> Found:
    """These rows narrowed and in order, with all counts."""
    miles = catalogue.miles(rows, search.place) if search.place else None
    choices = {name: lines.take(rows, axis=1) for name, lines in catalogue.choices.items()}
    narrow = dict(_narrowings(search, catalogue, rows, choices, miles))
    everything = np.ones(len(rows), dtype=bool)
    but = {
        name: np.logical_and.reduce([everything, *(has for other, has in narrow.items() if other != name)])
        for name in [*choices, *narrow]
    }
    kept = np.logical_and.reduce([everything, *narrow.values()])
    order = _order(search, rows, rank, miles)
    order = order[kept[order]]
    return Found(
        entries=Entries(catalogue.ids[rows[order]].tolist(), None if miles is None else miles[order]),
        counts={facet.name: _by_choice(facet, choices[facet.name] & but[facet.name]) for facet in FACETS},
        without={name: int(np.count_nonzero(but[name])) for name in narrow},
    )


def _by_choice(facet: Facet, lines: np.ndarray) -> dict[str, int]:
    return dict(zip(facet.choices.values, np.count_nonzero(lines, axis=1).tolist(), strict=True))


def _narrowings(
    search: Search,
    catalogue: Columns,
    rows: np.ndarray,
    choices: dict[str, np.ndarray],
    miles: np.ndarray | None,
) -> Iterator[tuple[str, np.ndarray]]:
    """What entries must fulfil beside their words: the part that asks for it, and which rows do."""
    for facet in FACETS:
        if chosen := getattr(search, facet.name):
            lines = [facet.choices.values.index(value) for value in chosen]
            yield facet.name, choices[facet.name][lines].any(axis=0)
    if search.age is not None:
        yield "age", (catalogue.age_from[rows] <= search.age) & (search.age <= catalogue.age_to[rows])
    if search.heading:
        under = catalogue.headings.get(search.heading)
        yield "heading", np.zeros(len(rows), dtype=bool) if under is None else under[rows]
    if miles is not None and search.within:
        yield "within", (miles <= search.within) | np.isnan(miles)


def _order(search: Search, rows: np.ndarray, rank: np.ndarray | None, miles: np.ndarray | None) -> np.ndarray:
    """By name; before that by rank, which distance weakens; before that by distance where it is asked for."""
    keys = [rows]
    if rank is not None and search.order != "name":
        near = 1 if miles is None else 1 + np.where(np.isnan(miles), ANYWHERE_MILES, miles) / FAR_MILES
        keys.append(-rank / near)
    nearest_first = search.order == "near" or (search.order == "best" and rank is None)
    if miles is not None and nearest_first:
        keys.append(np.where(np.isnan(miles), np.inf, miles))
    return np.lexsort(keys)
