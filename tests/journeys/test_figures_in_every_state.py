"""The pages of figures, marks, exceptions and files in states one has to bring about, and with errors showing."""

import pytest
from django.db.models import Value
from django.db.models.functions import Concat, Left

from kpis.figures.models import FigureImport, KpiDefinition, KpiException
from kpis.workstreams.models import Workstream
from portal.accounts.models import User
from tests.journeys.looking import NARROW, WIDER, look, look_with_errors
from tests.journeys.states import figure_states

pytestmark = pytest.mark.browser

HAS_ERRORS = {
    "figures:submit",
    "figures:correct",
    "figures:explain",
    "figures:update_exception",
    "figures:close_exception",
    "figures:decide",
    "figures:decide_mark",
    "figures:end_mark",
    "figures:upload",
    "import read",
    "import applied",
}


def test_every_state_is_accessible_in_light_and_dark_on_a_small_phone(demo, page_as, axe):
    wrong = []
    places = figure_states(demo)
    for who in {place.who for place in places}:
        page = page_as(who, NARROW)
        for place in places:
            if place.who == who:
                wrong += look(page, place.address, axe)
    assert wrong == []


def test_every_form_is_accessible_when_it_comes_back_with_errors(demo, page_as, axe):
    wrong = []
    places = [place for place in figure_states(demo) if place.name in HAS_ERRORS]
    for who in {place.who for place in places}:
        page = page_as(who, NARROW)
        for place in places:
            if place.who == who:
                wrong += look_with_errors(page, place.address, axe)
                if not page.title().startswith("Error: ") and page.locator("main form textarea").count():
                    wrong.append(f"{place.address} after an empty form has the title {page.title()}")
    assert wrong == []


def test_names_as_long_as_they_may_be_do_not_make_a_page_scroll_sideways(demo, page_as):
    places = figure_states(demo)
    KpiDefinition.objects.update(name="N" * 200, numerator="n" * 200)
    Workstream.objects.update(name=Concat(Left("slug", 20), Value("W" * 80)))
    User.objects.filter(first_name__gt="").update(first_name="P" * 120)
    KpiException.objects.update(owner="O" * 120, cause="C" * 300, action="A" * 300)
    FigureImport.objects.update(file_name="f" * 196 + ".csv")
    wide = []
    for who in {place.who for place in places}:
        page = page_as(who, NARROW)
        for place in places:
            if place.who == who:
                page.goto(place.address)
                if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
                    wide.append(f"{place.address}: {page.evaluate(WIDER, NARROW['width'])}")
    assert wide == []
