"""Staff write down what somebody told them; the printed form has the same questions under the same numbers."""

import re
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from feedback.contributions.models import Contribution, Neighbourhood
from feedback.domain.receipts import canonical

ENTER, CODE, PAPER = "/feedback/enter/", "/feedback/enter/code/", "/feedback/paper/"


def told(**changed) -> dict:
    today = timezone.localdate().isoformat()
    return {
        "channel": "phone",
        "told_on": today,
        "consent_given_on": today,
        "consent": "on",
        "text": "The page is hard to read.",
        "kind": "information",
        "partner_type": "parent_carer",
        "publish_consent": "edited",
    } | changed


@pytest.fixture
def officer(client_as):
    return client_as("partner_officer")


def test_what_was_told_on_paper_is_stored_with_who_entered_it_and_its_consent(officer):
    assert officer.post(ENTER, told(channel="paper", told_on="2019-11-11")).url == CODE
    contribution = Contribution.objects.get()
    assert contribution.channel == "paper"
    assert contribution.entered_by == contribution.events.get().by
    assert contribution.consent_given_on == timezone.localdate()
    assert contribution.received_at == datetime(2019, 11, 11, 12, tzinfo=UTC)


def test_the_code_is_shown_once_to_be_handed_over(officer):
    officer.post(ENTER, told())
    html = officer.get(CODE).content.decode()
    code = canonical(re.search(r"<code>([^<]+)</code>", html).group(1))
    assert Contribution.objects.with_receipt(code).exists()
    assert officer.get(CODE).url == ENTER


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("channel", "", "Choose how they told you"),
        ("channel", "web", "Select a valid choice"),
        ("told_on", "", "Enter the day"),
        ("told_on", "2999-01-01", "today or an earlier day"),
        ("consent_given_on", "2999-01-01", "today or an earlier day"),
        ("consent_given_on", "soon", "Enter a day like"),
        ("consent", "", "not agreed to"),
        ("text", "", "Write what you would like"),
    ],
)
def test_what_is_missing_is_named(officer, field, value, words):
    page = officer.post(ENTER, told(**{field: value}))
    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Contribution.objects.exists()


def test_the_coach_asks_once_and_a_word_about_risk_is_not_delayed(officer, lead):
    assert b"Check before you store it" in officer.post(ENTER, told(text="My son Jack waits.")).content
    assert officer.post(ENTER, told(text="My son Jack waits.", checked="1")).url == CODE
    assert officer.post(ENTER, told(text="His carer hits Jack.")).url == CODE
    assert Contribution.objects.get(alerts__isnull=False).alerts.get().raised_by == "words"


def test_staff_are_not_limited(officer, monkeypatch):
    for number in range(25):
        officer.post(ENTER, told(text=f"Paper {number}"))
    assert Contribution.objects.filter(set_aside="").count() == 25


def test_a_parent_may_not_enter_for_others(client_as):
    assert client_as("parent_carer").get(ENTER).status_code == 403


def labels(html: str, selector: str) -> list[str]:
    found = [
        " ".join(e.get_text(" ", strip=True).split())
        for e in BeautifulSoup(html, "html.parser").select(selector)
    ]
    return [label.replace(" (optional)", "") for label in found if re.match(r"\d+\. ", label)]


def test_form_staff_form_and_paper_ask_the_same_under_the_same_numbers(client, officer):
    Neighbourhood.objects.create(name="Town")
    online = labels(client.get("/feedback/").content.decode(), "main label, main legend")
    assert [label.split(".")[0] for label in online] == [str(n) for n in range(1, 11)]
    assert labels(officer.get(ENTER).content.decode(), "main label, main legend") == online
    assert labels(client.get(PAPER).content.decode(), "main h2") == online


def test_the_paper_says_where_it_goes_what_happens_to_it_and_whom_to_call(client, db, settings):
    settings.FEEDBACK_POSTAL_ADDRESS = "1 Example Road"
    html = client.get(PAPER).content.decode()
    for words in (
        "1 Example Road",
        "A grown-up whose job it is reads it",
        "tel:999",
        "0800 1111",
        "two years",
    ):
        assert words in html
    assert "Messages are not read before" not in html


def test_without_an_address_the_paper_is_handed_over(client, db, settings):
    settings.FEEDBACK_POSTAL_ADDRESS = ""
    assert "to any of our staff" in client.get(PAPER).content.decode()


def test_told_today_counts_from_now_and_not_from_a_noon_to_come(officer):
    officer.post(ENTER, told())
    contribution = Contribution.objects.get()
    assert contribution.received_at <= contribution.events.get().at
