"""What a search counts and lists, compared with a plain reading of every entry by the definitions."""

import random

import pytest
from django.db import connection

from portal.local_offer.actions import make_services
from portal.local_offer.models import CatalogueEntry
from portal.local_offer.places import miles_between, place_of
from portal.local_offer.queries.columns import FACETS, columns
from portal.local_offer.queries.finding import Search, find
from tests.portal.local_offer.test_search import DAY

SERVICES, SEARCHES = 120, 80
FIELDS = {"category": "category", "cost": "cost_kind", "day": "days", "access": "access", "area": "area"}


@pytest.fixture
def entries(home, section, add_page, guidance):
    """Services of every kind, guidance, and a section, with the lexemes of each."""
    make_services(count=SERVICES, seed=5, on=DAY)
    for title in ("A swimming pool for everybody", "School help"):
        add_page(guidance(title=title))
    with connection.cursor() as cursor:
        cursor.execute("SELECT page_id, tsvector_to_array(vector) FROM local_offer_catalogueentry")
        lexemes = dict(cursor.fetchall())
    found = list(CatalogueEntry.objects.order_by("title", "page_id"))
    for entry in found:
        entry.lexemes = lexemes[entry.pk]
    return found


def random_search(chance: random.Random) -> Search:
    """Each part is asked for in about a third of the searches; at least one choice always."""

    def some(facet):
        often = chance.random() < 0.3
        return tuple(chance.sample(facet.choices.values, chance.randint(1, 2))) if often else ()

    asked = {facet.name: some(facet) for facet in FACETS}
    return Search(
        **{**asked, "area": asked["area"] or ("local", "outside")},
        words=chance.choice(["", "", "swim", "judo"]),
        age=chance.choice([None, None, 0, 4, 11, 25]),
        heading=chance.choice(["", "", "", "health-services", "no-such-heading"]),
        place=chance.choice([None, place_of("KT1"), place_of("TW9")]),
        within=chance.choice([None, 2, 5]),
        order=chance.choice(["best", "near", "name"]),
    )


def miles(entry, place):
    here = (place.latitude, place.longitude)
    return None if entry.latitude is None else miles_between(here, (entry.latitude, entry.longitude))


def has(entry, facet: str, chosen) -> bool:
    if facet == "need":
        return not entry.needs or bool(set(entry.needs) & set(chosen))
    said = getattr(entry, FIELDS[facet])
    return bool({said, ""} & set(chosen)) if isinstance(said, str) else bool(set(said) & set(chosen))


def fulfils(entry, search: Search, but: str = "") -> bool:
    """Whether an entry has everything that is asked for beside the words, one part left out."""
    asked = {facet.name: getattr(search, facet.name) for facet in FACETS}
    parts = {name: has(entry, name, chosen) for name, chosen in asked.items() if chosen}
    if search.age is not None:
        parts["age"] = entry.age_from <= search.age <= entry.age_to
    if search.heading:
        parts["heading"] = search.heading in entry.headings
    if search.place and search.within:
        far = miles(entry, search.place)
        parts["within"] = far is None or far <= search.within
    return all(true for name, true in parts.items() if name != but)


def of_words(search: Search, entries):
    if not search.words:
        return [entry for entry in entries if entry.kind != "section"]
    return [entry for entry in entries if search.words in entry.lexemes]


def test_every_count_of_a_search_is_what_a_plain_reading_gives(entries):
    chance = random.Random(20261129)  # noqa: S311 - it decides nothing
    narrowed = 0
    for _ in range(SEARCHES):
        search = random_search(chance)
        found, there = find(search), of_words(search, entries)
        kept = {entry.pk for entry in there if fulfils(entry, search)}
        narrowed += 0 < len(kept) < len(there)
        assert set(found.entries.ids) == kept, search
        assert found.total == len(kept)
        for facet in FACETS:
            of_others = [entry for entry in there if fulfils(entry, search, but=facet.name)]
            assert found.counts[facet.name] == {
                value: sum(has(entry, facet.name, [value]) for entry in of_others)
                for value in facet.choices.values
            }, (facet.name, search)
        assert found.without == {
            name: sum(fulfils(entry, search, but=name) for entry in there) for name in found.without
        }, search
    assert narrowed > SEARCHES / 3, "most searches must decide something"


def test_results_are_in_the_order_that_was_asked_for(entries):
    """By name, or the nearest first, each up to the next in a unique order; what has no place comes last."""
    by_title = [entry.pk for entry in entries if entry.kind != "section"]
    assert find(Search(area=("local", "outside"), order="name")).entries.ids == by_title
    place, title = place_of("KT1"), {pk: at for at, pk in enumerate(by_title)}
    nearest = find(Search(place=place, order="near")).entries
    far = {entry.pk: miles(entry, place) for entry in entries}
    assert nearest.ids == sorted(
        by_title, key=lambda pk: (far[pk] is None, round(far[pk] or 0, 6), title[pk])
    )
    for entry in nearest:
        expected = far[entry.pk]
        assert entry.miles == (None if expected is None else pytest.approx(expected, abs=1e-9))


def test_columns_are_read_once_for_an_edition_and_again_for_the_next(
    entries, add_page, service, django_assert_num_queries
):
    columns()
    with django_assert_num_queries(0):
        before = columns()
    page = add_page(service(title="A zeppelin"))
    assert page.pk not in before.ids
    assert page.pk in columns().ids
    assert find(Search(words="zeppelin")).entries.ids == [page.pk]
    page.unpublish()
    assert page.pk not in columns().ids


def test_an_entry_that_was_taken_out_this_moment_is_left_out(entries):
    found = find(Search(words="swim"))
    CatalogueEntry.objects.filter(pk=found.entries.ids[0]).delete()
    assert [entry.pk for entry in found.entries] == found.entries.ids[1:]


def test_an_empty_catalogue_finds_nothing(db):
    assert find(Search(words="swim")).total == 0
    found = find(Search(age=4))
    assert (found.total, found.without) == (0, {"age": 0})
    assert set(found.counts["need"].values()) == {0}
