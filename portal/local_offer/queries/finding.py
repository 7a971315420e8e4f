"""Finding: what somebody looks for, what there is for them, and which way leads on from there."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import and_

from django.contrib.postgres.search import SearchRank
from django.db.models import Count, F, Q, Value
from django.db.models.functions import ASin, Coalesce, Cos, Power, Radians, Sin, Sqrt
from django.db.models.query import QuerySet

from portal.local_offer.asking import words_of
from portal.local_offer.models import Access, Area, CatalogueEntry, Category, CostKind, Day, Need
from portal.local_offer.places import EARTH_RADIUS_MILES, Place
from portal.local_offer.queries.words import all_of, any_of, corrected, synonyms

ANYWHERE_MILES = 5.0  # how far away a page without a place counts as, in the order of results
FAR_MILES = 5.0  # at this distance a match counts half
ANY_ENTRY = Q(page_id__isnull=False)


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of filters: its parameter in the address, its choices, and what choosing some of them asks for."""

    name: str
    label: str
    choices: type
    condition: Callable[[list[str]], Q]


FACETS = (
    Facet("need", "Need", Need, lambda chosen: Q(needs__overlap=chosen) | Q(needs=[])),
    Facet("category", "Kind of help", Category, lambda chosen: Q(category__in=chosen)),
    Facet("cost", "Cost", CostKind, lambda chosen: Q(cost_kind__in=chosen)),
    Facet("day", "Days", Day, lambda chosen: Q(days__overlap=chosen)),
    Facet("access", "Access", Access, lambda chosen: Q(access__overlap=chosen)),
    Facet("area", "Area", Area, lambda chosen: Q(area__in=chosen)),
)


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
        return not (self.words or self.place or self.narrowings())

    @property
    def looked_for(self) -> list[str]:
        return words_of(self.words)

    def narrowings(self) -> dict[str, Q]:
        """What an entry must fulfil beside its words, by the name of the part that asks for it."""
        asked = {facet.name: getattr(self, facet.name) for facet in FACETS}
        narrow = {f.name: f.condition(list(asked[f.name])) for f in FACETS if asked[f.name]}
        if self.age is not None:
            narrow["age"] = Q(age_from__lte=self.age, age_to__gte=self.age)
        if self.heading:
            narrow["heading"] = Q(headings__contains=[self.heading])
        if self.place and self.within:
            narrow["within"] = Q(miles__lte=self.within) | Q(miles=None)
        return narrow


@dataclass(frozen=True, slots=True)
class Found:
    """Results and how they were reached.

    `counts` is how many there would be by facet and choice; `without` how many if one part were dropped.
    `corrected` holds the words that were read as others, `loosened` says that pages have some of the words only.
    """

    entries: QuerySet
    total: int = 0
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    without: dict[str, int] = field(default_factory=dict)
    corrected: dict[str, str] = field(default_factory=dict)
    loosened: bool = False

    @property
    def found_all_words(self) -> bool:
        return bool(self.total) and not self.loosened


def find(search: Search) -> Found:
    """What to show. Words that nothing has are read as the nearest of ours; then any of the words will do."""
    if search.is_empty:
        return Found(CatalogueEntry.objects.none())
    if not search.words:
        return _found(search, _listed(search))
    told, looked_for = synonyms(), search.looked_for
    terms = told.terms(looked_for)
    if not terms:
        return Found(CatalogueEntry.objects.none())
    found = _found(search, _matching(search, all_of(terms)))
    if found.total or any(found.without.values()):
        return found
    meant = corrected(looked_for)
    if meant:
        terms = told.terms([part for word in looked_for for part in meant.get(word, word).split()])
        found = replace(_found(search, _matching(search, all_of(terms))), corrected=meant)
    if found.total or len(terms) < 2:
        return found
    some = _found(search, _matching(search, any_of(terms)))
    return replace(some, corrected=meant, loosened=True) if some.total else found


def _listed(search: Search) -> QuerySet:
    """Every page and service, where no words were given: by name, or the nearest first."""
    entries = _with_miles(CatalogueEntry.objects.guidance_and_services(), search.place)
    return entries.order_by(*_by_distance(search), "title", "page_id")


def _matching(search: Search, query) -> QuerySet:
    entries = _with_miles(CatalogueEntry.objects.filter(vector=query), search.place)
    rank = SearchRank(F("vector"), query)
    if search.place:
        rank = rank / (1 + Coalesce(F("miles"), ANYWHERE_MILES) / FAR_MILES)
    by_name_or_rank = [] if search.order == "name" else [rank.desc()]
    return entries.order_by(*_by_distance(search, only_if_asked=True), *by_name_or_rank, "title", "page_id")


def _by_distance(search: Search, *, only_if_asked: bool = False) -> list:
    wanted = search.order == "near" or (search.order != "name" and not only_if_asked)
    return [F("miles").asc(nulls_last=True)] if search.place and wanted else []


def _with_miles(entries: QuerySet, place: Place | None) -> QuerySet:
    """Entries with `miles` from the place, as `places.miles_between` has it; None for those without a place."""
    if place is None:
        return entries
    lat, lon = Radians(Value(place.latitude)), Radians(Value(place.longitude))
    there_lat, there_lon = Radians(F("latitude")), Radians(F("longitude"))
    half = Power(Sin((there_lat - lat) / 2.0), 2) + Cos(lat) * Cos(there_lat) * Power(
        Sin((there_lon - lon) / 2.0), 2
    )
    return entries.annotate(miles=Value(2 * EARTH_RADIUS_MILES) * ASin(Sqrt(half)))


def _found(search: Search, entries: QuerySet) -> Found:
    """The entries narrowed, with all counts, which are one reading of the rows that match the words."""
    narrow = search.narrowings()
    counts = {"total": _count(narrow.values())}
    counts |= {f"without_{name}": _count(_but(narrow, name)) for name in narrow}
    counts |= {
        f"{facet.name}_{value}": _count([*_but(narrow, facet.name), facet.condition([value])])
        for facet in FACETS
        for value in facet.choices.values
    }
    counted = entries.order_by().aggregate(**counts)
    return Found(
        entries=entries.filter(*narrow.values()).to_list(),
        total=counted["total"],
        counts={f.name: {v: counted[f"{f.name}_{v}"] for v in f.choices.values} for f in FACETS},
        without={name: counted[f"without_{name}"] for name in narrow},
    )


def _count(conditions) -> Count:
    return Count("page_id", filter=reduce(and_, conditions, ANY_ENTRY))


def _but(narrow: dict[str, Q], name: str) -> list[Q]:
    return [condition for other, condition in narrow.items() if other != name]
