"""The bridge in a real browser, with the published example."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from kpis.published.models import Area
from portal.demo.loading.bridge import load_bridge

pytestmark = pytest.mark.browser
SMALL = {"width": 320, "height": 800}
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def finance(transactional_db, person):
    Area.objects.create(name="Kingston", is_ours=True)
    officer = person("finance")
    load_bridge(people={"finance": officer}, at=NOW)
    return officer


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_two_years_are_compared_on_a_small_phone_and_axe_finds_nothing(page_as, axe, finance, dark):
    page = page_as(finance, SMALL, dark=dark)
    page.goto(reverse("position:bridge"))
    assert axe(page) == []
    page.get_by_role("link", name="2018/19 to 2021/22").click()
    assert "£0.14m because there were 3 more plans, £2.94m because each cost more." in page.inner_text("main")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
