"""Every page that anybody reaches by links: axe finds nothing in light and dark, nothing scrolls sideways at 320 px."""

import pytest
from django.test import Client

from tests.browser import DESK
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
    "parent",
]
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


def test_on_a_small_phone_every_page_fits_also_with_errors_and_opens_without_javascript(
    places, new_page, page_as, axe
):
    wrong, statuses = [], {}
    for who, theirs in _by_person(places):
        page = page_as(who, NARROW) if who else new_page(NARROW)
        plain = page_as(who, javascript=False) if who else new_page(javascript=False)
        for place in theirs:
            wrong += _look(page, place.address, axe, NARROW["width"])
            statuses[place.address] = plain.goto(place.address).status
        for place in theirs:
            wrong += _err(page, place.address, axe, NARROW["width"])
    assert len(places) > 80
    assert set(statuses.values()) == {200}, statuses
    assert wrong == []


def test_in_the_dark_nothing_is_wrong_with_any_page(places, new_page, page_as, axe):
    wrong = []
    for who, theirs in _by_person(places):
        page = page_as(who, DESK, dark=True) if who else new_page(DESK, dark=True)
        wrong += [problem for place in theirs for problem in _look(page, place.address, axe, DESK["width"])]
    assert wrong == []


def _by_person(places):
    people = {place.who for place in places.values()}
    return [(who, [p for p in places.values() if p.who == who]) for who in people]


def _look(page, address, axe, width):
    """What is wrong with this page, one line each."""
    answer = page.goto(address)
    if answer.status != 200:
        return [f"{address} answered {answer.status}"]
    return _problems(page, address, axe, width)


def _err(page, address, axe, width):
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
    return _problems(page, f"{address} after an empty form", axe, width)


def _problems(page, where, axe, width):
    wrong = [f"{where}: {problem}" for problem in axe(page)]
    if page.evaluate("document.documentElement.scrollWidth") > width:
        wrong.append(f"{where} scrolls sideways at {width} px: {page.evaluate(WIDER, width)}")
    return wrong
