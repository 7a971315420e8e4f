"""Pages that people reach by links: axe finds nothing in light and dark, nothing scrolls sideways at 320 px.

The main pages in every run, all of them and with errors in the long one; that no link is dead is seen in every run.
"""

import pytest
from django.test import Client

from tests.journeys.walk import walk

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 700}
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
}
FIELDS = (
    "main form[method=post] :is(input:not([type=hidden], [type=checkbox], [type=radio]), textarea, select)"
)
WIDER = """width => [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > width)
    .map(element => element.outerHTML.slice(0, 120)).slice(-3)"""


@pytest.fixture
def places(demo, client_as):
    """One page of each name, the first that somebody reaches, and that somebody."""
    walked = walk(Client(), None)
    for kind in KINDS:
        walked += walk(client_as(demo[kind]), demo[kind])
    return {place.name: place for place in reversed(walked)}


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
            wrong += _err(page, place.address, axe)
    assert wrong == []


def _all_well(places, new_page, page_as, axe):
    wrong, statuses = [], {}
    for who, theirs in _by_person(places):
        page = page_as(who, NARROW) if who else new_page(NARROW)
        plain = page_as(who, javascript=False) if who else new_page(javascript=False)
        for place in theirs:
            wrong += _look(page, place.address, axe)
            statuses[place.address] = plain.goto(place.address).status
    assert set(statuses.values()) == {200}, statuses
    assert wrong == []


def _by_person(places):
    people = {place.who for place in places.values()}
    return [(who, [p for p in places.values() if p.who == who]) for who in people]


def _look(page, address, axe):
    """What is wrong with this page, one line each."""
    answer = page.goto(address)
    if answer.status != 200:
        return [f"{address} answered {answer.status}"]
    return _problems(page, address, axe)


def _err(page, address, axe):
    """What is wrong with this page when its first form comes back with errors; nothing where it has none."""
    page.goto(address)
    fields = page.locator(FIELDS)
    if not fields.count():
        return []
    for field in fields.all():
        if field.evaluate("field => field.matches('[type=text], [type=email], textarea')"):
            field.evaluate("field => { field.value = '' }")
    with page.expect_navigation():
        page.locator("main form[method=post]").filter(has=page.locator("textarea, input, select")).locator(
            "button:not([type=button])"
        ).first.evaluate("button => { button.form.noValidate = true; button.click() }")
    return _problems(page, f"{address} after an empty form", axe)


def _problems(page, where, axe):
    """By every rule in light, by contrast in the dark, and by what does not fit."""
    wrong = [f"{where}: {problem}" for problem in axe(page)]
    page.emulate_media(color_scheme="dark")
    wrong += [f"{where} in the dark: {problem}" for problem in axe(page, "color-contrast")]
    page.emulate_media(color_scheme="light")
    width = NARROW["width"]
    if page.evaluate("document.documentElement.scrollWidth") > width:
        wrong.append(f"{where} scrolls sideways at {width} px: {page.evaluate(WIDER, width)}")
    return wrong
