"""Pages that people reach by links: axe finds nothing in light and dark, nothing scrolls sideways at 320 px.

The main pages in every run, all of them and with errors in the long one; that no link is dead is seen in every run.
"""

import pytest
from django.test import Client

from tests.journeys.looking import NARROW, look, look_with_errors
from tests.journeys.states import figure_states
from tests.journeys.walk import walk

pytestmark = pytest.mark.browser

KINDS = [
    "lead.assessment",
    "lead.provision",
    "board",
    "sponsor.education",
    "data",
    "finance",
    "moderator",
    "safeguarding",
    "forum",
    "officer",
    "administrator",
    "editor",
    "provider",
    "parent",
]
MAIN = {
    "home:landing",
    "home:board",
    "home:workstreams",
    "home:workstream",
    "home:privacy",
    "home:accessibility",
    "figures:kpi",
    "figures:due",
    "figures:upload",
    "figures:import",
    "figures:exceptions",
    "figures:exception",
    "figures:marks",
    "figures:propose_mark",
    "figures:approvals",
    "figures:definitions",
    "savings:register",
    "savings:initiative",
    "savings:sign_off",
    "position:position",
    "position:bridge",
    "topups:index",
    "contributions:give",
    "contributions:receipt",
    "contributions:paper",
    "contributions:answers",
    "contributions:yearly",
    "contributions:queue",
    "contributions:item",
    "contributions:safeguarding",
    "contributions:held",
    "contributions:workload",
    "contributions:responses",
    "contributions:requests",
    "contributions:keeping",
    "contributions:reach",
    "offer:coverage",
    "offer:gaps",
    "offer:suggestion",
    "offer:listings",
    "offer:wordings",
    "imports:imports",
    "imports:one",
    "local_offer:home",
    "local_offer:search",
    "wagtail_serve",
    "account_login",
    "accounts:me",
    "accounts:people",
    "demo:mail",
}


@pytest.fixture
def places(demo, client_as):
    """One page of each name, the first that somebody reaches, and that somebody; and the states of figures' pages."""
    staged = figure_states(demo)
    walked = walk(Client(), None)
    for kind in KINDS:
        walked += walk(client_as(demo[kind]), demo[kind])
    return {place.name: place for place in [*staged, *reversed(walked)]}


@pytest.mark.xdist_group("main pages")
def test_no_link_is_dead_and_the_main_pages_are_accessible_on_a_small_phone_and_open_without_javascript(
    places, new_page, page_as, axe
):
    assert set(places) >= MAIN
    _all_well({name: place for name, place in places.items() if name in MAIN}, new_page, page_as, axe)


@pytest.mark.long
@pytest.mark.xdist_group("every page")
def test_every_page_is_accessible_in_light_and_dark_on_a_small_phone_and_opens_without_javascript(
    places, new_page, page_as, axe
):
    assert len(places) > 80
    _all_well(places, new_page, page_as, axe)


@pytest.mark.long
@pytest.mark.xdist_group("every page with errors")
def test_every_page_is_accessible_when_its_form_comes_back_with_errors(places, new_page, page_as, axe):
    wrong = []
    for who, theirs in _by_person(places):
        page = page_as(who, NARROW) if who else new_page(NARROW)
        for place in theirs:
            wrong += look_with_errors(page, place.address, axe)
    assert wrong == []


def _all_well(places, new_page, page_as, axe):
    wrong, statuses = [], {}
    for who, theirs in _by_person(places):
        page = page_as(who, NARROW) if who else new_page(NARROW)
        plain = page_as(who, javascript=False) if who else new_page(javascript=False)
        for place in theirs:
            wrong += look(page, place.address, axe)
            statuses[place.address] = plain.goto(place.address).status
    assert set(statuses.values()) == {200}, statuses
    assert wrong == []


def _by_person(places):
    people = {place.who for place in places.values()}
    return [(who, [p for p in places.values() if p.who == who]) for who in people]
