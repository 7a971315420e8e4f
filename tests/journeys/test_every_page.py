"""Every page of ours: axe finds nothing in light and dark, nothing scrolls sideways at 320 px."""

import pytest

from kpis.figures.models import Figure, RecomputeRun
from tests.browser import DESK

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 700}
PUBLIC = [
    "/",
    "/accessibility/",
    "/privacy/",
    "/feedback/",
    "/feedback/receipt/",
    "/you-said-we-did/",
    "/local-offer/",
    "/local-offer/search/?q=autism",
    "/accounts/login/",
    "/accounts/signup/",
    "/demo/",
    "/demo/mail/",
]
# Who sees the page with the least rights -> its pages.
OURS = {
    "board": [
        "/board/",
        "/board/2019-11-14/",
        "/workstreams/",
        "/workstreams/local-provision/",
        "/kpis/AP1/",
        "/kpis/LP4/",
        "/kpis/CT1/?meeting=2019-11-14",
        "/savings/",
        "/savings/HT-S1/",
        "/approvals/",
    ],
    "lead.assessment": ["/figures/due/", "/figures/upload/", "/figures/{figure}/correct/"],
    "data": ["/definitions/", "/definitions/AP1/", "/definitions/AP1/baseline/", "/definitions/AP1/target/"]
    + ["/published/to-confirm/", "/runs/", "/runs/{run}/"],
    "finance": ["/savings/targets/", "/savings/new/"],
    "moderator": ["/feedback/queue/", "/feedback/answers/"],
    "safeguarding": ["/feedback/safeguarding/"],
    "forum": ["/feedback/forum/"],
    "administrator": ["/people/", "/people/roles/", "/people/add/"],
    "parent": ["/me/"],
}


def look_at(page, addresses, axe, width):
    """What is wrong with these pages, one line each."""
    wrong = []
    for address in addresses:
        answer = page.goto(address)
        if answer.status != 200:
            wrong.append(f"{address} answered {answer.status}")
            continue
        wrong += [f"{address}: {problem}" for problem in axe(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{address} scrolls sideways at {width} px")
    return wrong


@pytest.mark.parametrize(("size", "dark"), [(NARROW, False), (DESK, True)], ids=["narrow-light", "desk-dark"])
def test_nothing_is_wrong_with_any_page(demo, new_page, page_as, axe, size, dark):
    figure = Figure.objects.filter(kpi__code="AP1").latest("period_start").pk
    run = RecomputeRun.objects.create(
        subject="kpis", why="looked at", item_count=30, chunk_count=1, requested_at=demo["data"].date_joined
    ).pk
    wrong = look_at(new_page(size, dark=dark), PUBLIC, axe, size["width"])
    for who, addresses in OURS.items():
        page = page_as(demo[who], size, dark=dark)
        filled = [address.format(figure=figure, run=run) for address in addresses]
        wrong += look_at(page, filled, axe, size["width"])
    assert wrong == []


def test_every_page_opens_without_javascript(demo, new_page, page_as):
    page = new_page(javascript=False)
    statuses = {address: page.goto(address).status for address in PUBLIC}
    for who in ("board", "lead.assessment", "moderator"):
        page = page_as(demo[who], javascript=False)
        plain = [address for address in OURS[who] if "{" not in address]
        statuses |= {address: page.goto(address).status for address in plain}
    assert set(statuses.values()) == {200}, statuses
