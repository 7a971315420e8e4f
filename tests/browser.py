"""A real browser for tests: pages as a person with a phone, a desk, the dark, or no JavaScript sees them."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Error, sync_playwright

from tests import find_browser

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
OFFLINE = [  # nothing of the browser's own leaves the machine
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
]
NO_BROWSER = "No Chromium or Chrome: run `make browser`, or name one with PORTAL_CHROMIUM."


@pytest.fixture(scope="session")
def browser():
    """Chromium. Where there is none, a test that needs it is skipped, on CI failed."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "1"  # Playwright's event loop is in this thread; the tests' code is not
    )
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=find_browser.named(), args=OFFLINE)
        except Error as error:
            (pytest.fail if settings.IS_CI else pytest.skip)(f"{NO_BROWSER} {error}")
        yield started
        started.close()


@pytest.fixture
def new_page(browser, live_server):
    """Open a page of a fresh visitor: `new_page(PHONE, dark=True, javascript=False, client=client)`.

    Addresses are relative to the test site. A script error, a breach of the content policy or a request to
    anybody else fails the test at its end.
    """
    contexts, complaints = [], []

    def open_page(size=DESK, *, dark=False, javascript=True, client=None):
        context = browser.new_context(
            base_url=live_server.url,
            viewport=size,
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        contexts.append(context)
        if client is not None:
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
            )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
        page.on("console", lambda said: complaints.append(said.text) if _is_breach(said) else None)
        page.on(
            "request", lambda asked: complaints.append(asked.url) if _is_foreign(asked, live_server) else None
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(new_page):
    """A page at a desk, of somebody who is not signed in."""
    return new_page()


@pytest.fixture
def phone(new_page):
    """A page on a phone, of somebody who is not signed in."""
    return new_page(PHONE)


@pytest.fixture
def page_as(new_page, client_as):
    """A page of somebody signed in: `page_as("workstream_lead")`, `page_as(user, PHONE, dark=True)`."""
    return lambda who, size=DESK, **how: new_page(size, client=client_as(who), **how)


@pytest.fixture(scope="session")
def axe():
    """What axe finds wrong on a page, one readable line each: `assert axe(page) == []`; some rules or all.

    `within` looks at one part of the page alone.
    """

    def check(page, *rules, within=None):
        options = {"runOnly": list(rules)} if rules else None
        found = Axe().run(page, within, options).response["violations"]
        return [
            f"{rule['id']} ({rule['impact']}): {rule['help']} - {node['html']} - {node['failureSummary']}"
            for rule in found
            for node in rule["nodes"]
        ]

    return check


def _is_breach(said):
    return said.type == "error" and "Content Security Policy" in said.text


def _is_foreign(asked, live_server):
    return not asked.url.startswith((live_server.url, "data:", "blob:", "about:"))
