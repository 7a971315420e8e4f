"""Finding and reading at the size of a large council: 5,000 services."""

import random
import statistics
from datetime import date

import psycopg
import pytest
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import path

from portal.local_offer.actions import make_services
from portal.local_offer.forms import SearchForm
from portal.local_offer.models import ServicePage
from portal.local_offer.queries.columns import columns
from portal.local_offer.queries.finding import find
from portal.local_offer.views.finding import RESULTS_ON_A_PAGE
from portal.urls import urlpatterns as the_sites
from tests.benchmarks.conftest import seconds
from tests.portal.local_offer.tree import plant_the_tree

SERVICES = 5000
QUESTIONS = 40  # of different words and filters; the slowest twentieth of them is what counts
REQUESTS = 200
BARE = """
    SELECT page_id FROM local_offer_catalogueentry WHERE vector @@ plainto_tsquery('english', %s)
    ORDER BY ts_rank(vector, plainto_tsquery('english', %s)) DESC LIMIT %s
"""


@login_not_required
def trivial(request):
    return HttpResponse("Yes.")


urlpatterns = [path("trivial/", trivial), *the_sites]


@pytest.fixture
def services(db):
    plant_the_tree()
    make_services(count=SERVICES, seed=1, on=date(2026, 11, 1))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE local_offer_catalogueentry")
        cursor.execute("ANALYZE wagtailcore_page")


WORDS = [
    "swimming",
    "music club",
    "autistic children",
    "signing",
    "judo",
    "travel training",
    "wheelchair hoist",
]
WORDS += ["quiet room", "short break", "speech language", "cooking", "psychologist", "riverside drama"]
FILTERS = [
    "",
    "&age=7",
    "&need=ASD&need=SLCN",
    "&postcode=KT1",
    "&cost=free&day=sat",
    "&access=toilet&area=local",
]


def questions() -> list[tuple[str, str]]:
    """Words, and the address of a search for them with filters."""
    chance = random.Random(1)  # noqa: S311 - it decides nothing
    asked = [(chance.choice(WORDS), chance.choice(FILTERS)) for _ in range(QUESTIONS)]
    return [(words, f"q={words.replace(' ', '+')}{filters}") for words, filters in asked]


def search(address: str) -> None:
    """What the page reads: the results of the first page, their number and all counts."""
    form = SearchForm(QueryDict(address))
    found = find(form.search)
    list(found.entries[:RESULTS_ON_A_PAGE])
    form.facets(found)


def bare(words: str) -> None:
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(BARE, [words, words, RESULTS_ON_A_PAGE])
        cursor.fetchall()


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def bench_a_search_with_filters_and_counts(services, compare):
    asked = questions()
    for words, address in asked:  # once, for everything to be where it is kept
        search(address), bare(words)
    compare(
        "local_offer_search_p95",
        goal=4.0,
        take=lambda: (
            p95([seconds(lambda a=address: search(a)) for _, address in asked]),
            p95([seconds(lambda w=words: bare(w)) for words, _ in asked]),
        ),
    )


def bench_a_search_for_words_that_nobody_asked_for_yet(services, compare):
    """The same questions, each by a process that has not looked for these words in this edition."""

    def anew(address: str) -> None:
        columns().ranked.clear()
        search(address)

    asked = questions()
    for words, address in asked:
        anew(address), bare(words)
    compare(
        "local_offer_search_new_words_p95",
        goal=4.0,
        take=lambda: (
            p95([seconds(lambda a=address: anew(a)) for _, address in asked]),
            p95([seconds(lambda w=words: bare(w)) for words, _ in asked]),
        ),
    )


def bench_a_kept_page(services, compare, settings):
    settings.ROOT_URLCONF = __name__
    client, address = Client(), ServicePage.objects.live().first().url
    assert client.get(address).status_code == client.get("/trivial/").status_code == 200
    compare(
        "local_offer_cached_page",
        goal=0.9,
        higher_is_better=True,
        unit="requests a second",
        take=lambda: tuple(
            REQUESTS / seconds(lambda a=a: [client.get(a) for _ in range(REQUESTS)])
            for a in (address, "/trivial/")
        ),
    )
