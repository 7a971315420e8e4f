"""The step-in page on a small phone."""

import pytest

pytestmark = pytest.mark.browser


def test_somebody_known_by_a_long_address_alone_does_not_widen_the_page(transactional_db, person, new_page):
    person("administrator", email="somebody.with.a.really.rather.long.address@demo.invalid")
    page = new_page({"width": 320, "height": 700})
    page.goto("/demo/")
    page.get_by_role("button", name="somebody.with.a.really.rather.long.address").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
