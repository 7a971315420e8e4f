"""The words that open data sorts services by: needs, ages, kinds of help, and the headings of the duties."""

import functools
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from portal.local_offer.models import Category, Heading, HeadingList, Need
from portal.local_offer.models.choices import OLDEST, YOUNGEST

# Every identifier below is made from this one and a name, so the same thing has the same one for ever.
NAMESPACE = uuid.UUID("b7a4f0f4-6d0b-4c55-9a3e-2b1f6d9d8c10")
AGE_BANDS = {
    "0-4": ("Under 5", YOUNGEST, 4),
    "5-10": ("5 to 10", 5, 10),
    "11-15": ("11 to 15", 11, 15),
    "16-19": ("16 to 19", 16, 19),
    "20-25": ("20 to 25", 20, OLDEST),
}


@functools.lru_cache(maxsize=50_000)
def identifier(*parts: str) -> str:
    """A UUID that is the same whenever it is asked for with the same parts."""
    return str(uuid.uuid5(NAMESPACE, "/".join(parts)))


@dataclass(frozen=True, slots=True)
class Term:
    """One word that services are sorted by."""

    id: str
    code: str
    name: str
    description: str
    taxonomy: str
    taxonomy_id: str


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A list of words of one kind."""

    id: str
    name: str
    description: str
    version: str
    by_code: Mapping[str, Term]

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(self.by_code.values())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All taxonomies as they are at one moment; two queries make it."""

    needs: Taxonomy
    ages: Taxonomy
    categories: Taxonomy
    headings: Taxonomy

    @property
    def taxonomies(self) -> tuple[Taxonomy, ...]:
        return self.needs, self.ages, self.categories, self.headings

    @property
    def terms(self) -> list[Term]:
        return [term for taxonomy in self.taxonomies for term in taxonomy.terms]

    def of(self, service: dict) -> list[Term]:
        """The terms of one service. Without a need it is for every need, and has them all."""
        low, high = service["age_from"], service["age_to"]
        bands = [code for code, (_, young, old) in AGE_BANDS.items() if young <= high and old >= low]
        kinds = (
            (self.needs, service["needs"] or Need.values),
            (self.ages, bands),
            (self.categories, [service["category"]]),
            (self.headings, service["headings"]),
        )
        return [
            taxonomy.by_code[code] for taxonomy, codes in kinds for code in codes if code in taxonomy.by_code
        ]

    def services_with(self, term: Term) -> Q:
        """The condition that is true of the services that have a term."""
        if term.taxonomy_id == self.needs.id:
            return Q(needs__contains=[term.code]) | Q(needs=[])
        if term.taxonomy_id == self.ages.id:
            _, youngest, oldest = AGE_BANDS[term.code]
            return for_ages(youngest, oldest)
        if term.taxonomy_id == self.categories.id:
            return Q(category=term.code)
        return Q(headings__contains=[term.code])


def vocabulary() -> Vocabulary:
    """The words in use now. Headings are those of the list of duties that an editor has checked, if any."""
    duties = HeadingList.objects.in_use()
    headings = Heading.objects.filter(heading_list=duties).order_by("position", "pk")
    return Vocabulary(
        *_fixed_taxonomies(),
        _taxonomy(
            "Headings of the Local Offer",
            "What law and guidance say a Local Offer covers.",
            [(heading.code, heading.title, f"{heading.group}. {heading.source}.") for heading in headings],
            version=duties.name if duties else "",
        ),
    )


@functools.cache
def _fixed_taxonomies() -> tuple[Taxonomy, ...]:
    return (
        _taxonomy(
            "Needs",
            "Primary needs of the school census, in words that families use.",
            [(need.value, need.label, f"Code {need.value} of the school census.") for need in Need],
        ),
        _taxonomy(
            "Ages",
            "Bands of ages in years. A service is in every band that its own ages touch.",
            [(code, name, f"Ages {low} to {high}.") for code, (name, low, high) in AGE_BANDS.items()],
        ),
        _taxonomy(
            "Kinds of help",
            "What kind of help a service is.",
            [(category.value, category.label, f"{category.label}.") for category in Category],
        ),
    )


def _taxonomy(name: str, description: str, words: Iterable[tuple[str, str, str]], version="1") -> Taxonomy:
    taxonomy_id = identifier("taxonomy", name)
    terms = {
        code: Term(identifier("term", name, code), code, label, about, name, taxonomy_id)
        for code, label, about in words
    }
    return Taxonomy(taxonomy_id, name, description, version, terms)


def for_ages(youngest: int, oldest: int) -> Q:
    """Open to somebody of at least one of these ages."""
    return Q(age_from__lte=oldest, age_to__gte=youngest)
