"""Published amounts in a real browser: ticked, carried over by a button, and nothing wider than a small phone."""

import pytest
from django.urls import reverse

from kpis.position.models import Statement
from kpis.published.models import PublishedValue, Topic
from tests.kpis.position.conftest import RECORDED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SMALL = {"width": 320, "height": 800}


@pytest.fixture
def published(area, officer):
    topic = Topic.objects.create(name="High needs spending", is_for_board=False)
    for measure, value in (("Place funding", 5_309_667), ("Therapies", 20_500)):
        PublishedValue.objects.create(
            topic=topic,
            area=area,
            measure=measure,
            value=value,
            as_printed=str(value),
            period_words="2021/22",
            unit="pounds",
            basis="budget",
            source="DfE, High needs benchmarking, Section 251 returns",
            coverage="places in academies included",
            known_from=RECORDED,
            loaded_by=officer,
            loaded_at=RECORDED,
        )


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_two_amounts_are_carried_into_a_statement_on_a_phone(page_as, axe, officer, scope, published, dark):
    page = page_as(officer, SMALL, dark=dark, javascript=True)
    page.goto(reverse("position:published"))
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == SMALL["width"]
    page.get_by_label("Place funding").check()
    page.get_by_label("Therapies").check()
    page.get_by_role("button", name="Carry into a statement").click()
    assert axe(page) == []
    page.get_by_label("Funding scope").select_option(str(scope.pk))
    page.get_by_label("Which part of the block").fill("Two lines")
    page.get_by_role("button", name="Record", exact=True).click()
    page.get_by_text("Recorded. Meetings held before today").wait_for()
    assert sorted(Statement.objects.get().amounts.values_list("amount_gbp", flat=True)) == [20_500, 5_309_667]
