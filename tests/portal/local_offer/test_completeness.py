"""What a listing lacks, against listings judged by hand."""

from datetime import date

import pytest

from portal.local_offer.completeness import Criterion, Listing, lacking, score

TODAY = date(2026, 11, 24)
FULL = {
    "ages": (5, 11),
    "needs": ["SLCN"],
    "eligibility": "Children at a school in the borough.",
    "cost": "Free",
    "waiting_time": "About six weeks",
    "location": "KT1",
    "text": "We play and talk with your child.",
    "next_check_on": TODAY,
}
HARD = (
    "Multidisciplinary neurodevelopmental assessment necessitates interdisciplinary collaboration, "
    "incorporating comprehensive developmental histories, standardised psychometric instrumentation, "
    "observational methodologies and differential diagnostic formulation, notwithstanding considerable "
    "organisational accountability considerations, alongside multi-agency safeguarding prioritisation and "
    "contemporaneous documentation."
)


def test_a_listing_that_says_everything_has_a_full_score():
    listing = Listing(**FULL)
    assert lacking(listing, on=TODAY) == ()
    assert score(listing, on=TODAY) == score(listing) == 100


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({"ages": None}, Criterion.AGES),
        ({"needs": None}, Criterion.NEEDS),
        ({"eligibility": " "}, Criterion.ELIGIBILITY),
        ({"cost": ""}, Criterion.COST),
        ({"waiting_time": ""}, Criterion.WAITING_TIME),
        ({"location": ""}, Criterion.LOCATION),
        ({"text": ""}, Criterion.READABILITY),
        ({"text": HARD}, Criterion.READABILITY),
        ({"next_check_on": date(2026, 11, 23)}, Criterion.FRESHNESS),
        ({"next_check_on": None}, Criterion.FRESHNESS),
    ],
)
def test_each_thing_lacking_costs_an_eighth(change, lacks):
    listing = Listing(**FULL | change)
    assert lacking(listing, on=TODAY) == (lacks,)
    assert score(listing, on=TODAY) == 88  # seven of eight, 87.5


def test_for_any_need_and_from_birth_is_said_too():
    assert score(Listing(**FULL | {"needs": [], "ages": (0, 25)}), on=TODAY) == 100


def test_without_a_day_freshness_is_not_judged():
    stale = Listing(**FULL | {"next_check_on": None, "cost": ""})
    assert lacking(stale) == (Criterion.COST,)
    assert score(stale) == 86  # six of seven


def test_nothing_said_scores_nothing():
    assert score(Listing(ages=None, needs=None), on=TODAY) == 0
