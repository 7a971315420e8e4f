"""The public form, the page with the code, and the way back: as a browser without JavaScript uses them."""

import logging
import re
import time
from datetime import UTC, datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client, RequestFactory
from django.urls import reverse

from feedback.contributions.actions import limits
from feedback.contributions.checks import help_numbers_are_set
from feedback.contributions.models import AddressTally, Contribution, Neighbourhood, Original, RetentionRule
from feedback.contributions.queries import feedback_address
from feedback.contributions.views.addresses import counted_address
from feedback.domain import proof
from feedback.domain.lifecycle import State
from feedback.domain.receipts import canonical
from kpis.domain.block import PrimaryNeed
from kpis.workstreams.models import OutboxMail, Plan, Workstream
from tests.feedback.contributions.conftest import PLANTED

GIVE = "/feedback/"
TOLD = {
    "text": f"The page about {PLANTED} is hard to read.",
    "kind": "information",
    "partner_type": "parent_carer",
    "publish_consent": "edited",
}


@pytest.fixture
def workstream(db):
    plan = Plan.objects.create(name="Plan")
    return Workstream.objects.create(plan=plan, name="Local provision", slug="local", purpose="Near home.")


def send(client, **changed):
    return client.post(GIVE, TOLD | changed)


def code_on(page) -> str:
    return canonical(re.search(r"<code>([^<]+)</code>", page.content.decode()).group(1))


def test_a_contribution_is_sent_without_account_and_its_code_shown(client, db):
    response = send(client)
    assert response.status_code == 302
    assert response["Location"] == "/feedback/sent/"
    page = client.get("/feedback/sent/")
    contribution = Contribution.objects.with_receipt(code_on(page)).get()
    assert contribution.original.text == TOLD["text"]
    assert (contribution.kind, contribution.state) == ("information", State.RECEIVED)


def test_the_page_with_the_code_promises_what_the_settings_say(client, db, settings):
    settings.SCREEN_WITHIN_WORKING_DAYS, settings.ANSWER_WITHIN_WORKING_DAYS = 1, 15
    send(client)
    page = client.get("/feedback/sent/").content.decode()
    assert "and within 1 working day." in page
    assert "We aim to answer within 15 working days" in page


def test_the_code_is_in_no_address_no_session_and_one_narrow_cookie(client, db):
    response = send(client)
    assert set(response.cookies) == {"receipt"}
    cookie = response.cookies["receipt"]
    assert cookie["path"] == "/feedback/sent/"
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (600, True, "Lax")
    assert "sessionid" not in client.cookies


def test_a_changed_cookie_shows_nothing(client, db):
    send(client)
    client.cookies["receipt"] = "2222222222222222:forged"
    assert client.get("/feedback/sent/")["Location"] == "/feedback/receipt/"


def test_without_the_cookie_the_page_leads_to_the_code_form(client, db):
    assert client.get("/feedback/sent/")["Location"] == "/feedback/receipt/"


def test_leaving_quickly_takes_the_code_along(client, db):
    send(client)
    response = client.get("/feedback/leave/")
    assert response["Location"].startswith("https://")
    assert response.cookies["receipt"]["max-age"] == 0
    assert client.get("/feedback/sent/").status_code == 302


@pytest.mark.parametrize("path", [GIVE, "/feedback/sent/", "/feedback/receipt/"])
def test_no_cache_keeps_these_pages(client, db, path):
    send(client)
    assert "no-store" in client.get(path)["Cache-Control"]


def test_the_page_says_who_helps_now_and_when_somebody_reads(client, db, settings, monkeypatch):
    settings.SAFEGUARDING_PHONE, settings.SENDIASS_CONTACT = "020 1111 1111", "020 2222 2222"
    friday = datetime(2019, 11, 15, 16, 0, tzinfo=UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: friday)
    page = client.get(GIVE).content.decode()
    for words in ("tel:999", "020 1111 1111", "020 2222 2222", "Monday 18 November, 9am"):
        assert words in page


def test_without_numbers_the_page_says_nothing_false_and_the_check_warns(client, db, settings):
    settings.SAFEGUARDING_PHONE, settings.SENDIASS_CONTACT = "", ""
    page = client.get(GIVE).content.decode()
    assert "SENDIASS," not in page
    assert [w.id for w in help_numbers_are_set(None)] == ["contributions.W001", "contributions.W002"]


@pytest.mark.parametrize("missing", ["text", "kind", "partner_type", "publish_consent"])
def test_what_is_missing_is_named_and_nothing_is_lost(client, db, missing):
    page = send(client, **{missing: ""})
    html = page.content.decode()
    assert page.status_code == 200
    assert "<title>Error: " in html
    assert "There is a problem" in html
    assert missing == "text" or PLANTED in html
    assert not Contribution.objects.exists()


def test_personal_details_are_pointed_at_once_before_sending(client, db):
    text = "My son Jack waits at Chalk Hill School."
    page = send(client, text=text)
    html = page.content.decode()
    assert "<mark>Jack</mark>" in html
    assert "Check before you send" in html
    assert not Contribution.objects.exists()
    assert send(client, text=text, checked="1").status_code == 302
    assert Original.objects.get().text == text


@pytest.mark.parametrize(
    "told",
    [{"text": "My son Jack is waiting.", "someone_at_risk": "on"}, {"text": "His carer hits my son Jack."}],
    ids=["the box", "the words"],
)
def test_nothing_delays_a_word_about_somebody_at_risk(client, db, lead, told):
    assert send(client, **told).status_code == 302
    assert Contribution.objects.get().alerts.open().exists()
    assert OutboxMail.objects.get().recipient == lead


@pytest.mark.parametrize(
    "told", [{"someone_at_risk": "on"}, {"text": "My dad hits me."}], ids=["the box", "the words"]
)
def test_the_numbers_to_call_are_shown_at_once(client, db, settings, told):
    settings.SAFEGUARDING_PHONE = "020 1111 1111"
    typing = client.post(GIVE, told, headers={"HX-Request": "true"}).content.decode()
    came_back = send(client, kind="", **told).content.decode()
    for html in (typing, came_back):
        assert "Is somebody not safe?" in html
        for number in ("tel:999", "020 1111 1111", "tel:08001111"):
            assert number in html
    assert "Is somebody not safe?" not in send(client, kind="").content.decode()


def test_the_page_with_the_code_is_the_same_with_and_without_risk(db, lead):
    pages = []
    for ticked in ({}, {"someone_at_risk": "on"}, {"text": "My dad hits me."}):
        client = Client()
        send(client, **ticked)
        html = client.get("/feedback/sent/").content.decode()
        pages.append(re.sub(r"<code>[^<]+</code>", "", html))
    assert pages[0] == pages[1] == pages[2]
    assert "tel:999" in pages[0]
    assert "0800 1111" in pages[0]


# ---- where an answer goes, and what the author is like ----


def test_an_address_and_bands_are_optional_and_kept_apart(client, db):
    town = Neighbourhood.objects.create(name="Town")
    send(client, email="a.parent@example.org", neighbourhood=town.pk, age_band="5 to 10", need="SLCN")
    contribution = Contribution.objects.get()
    assert contribution.contact.mail_address == "a.parent@example.org"
    assert (contribution.aboutme.neighbourhood, contribution.aboutme.need) == (town, "SLCN")


@pytest.mark.parametrize("field", ["email", "age_band", "need", "neighbourhood"])
def test_what_is_no_address_and_no_band_is_named(client, db, field):
    Neighbourhood.objects.create(name="Town")
    page = send(client, **{field: "nonsense"})
    assert page.status_code == 200
    assert page.context["form"].errors.keys() == {field}
    assert not Contribution.objects.exists()


def test_the_bands_are_closed_until_one_is_chosen(client, db):
    assert "<details><summary>About you" in client.get(GIVE).content.decode()
    assert "<details open><summary>About you" in send(client, kind="", need="ASD").content.decode()


def test_neighbourhoods_are_asked_only_where_there_are_some(client, db):
    assert "Where do you live?" not in client.get(GIVE).content.decode()
    Neighbourhood.objects.create(name="Town")
    assert "Where do you live?" in client.get(GIVE).content.decode()


def test_every_need_has_plain_words(client, db):
    choices = dict(client.get(GIVE).context["form"].fields["need"].choices)
    assert set(choices) == {"", *(str(need) for need in PrimaryNeed)}
    assert choices["SLCN"] == "Speaking and understanding (SLCN)"


def test_how_long_it_is_kept_is_said_in_words(client, db):
    html = client.get(GIVE).content.decode()
    assert "what you tell about yourself one year" in html
    assert "your own words two years" in html
    RetentionRule.objects.update(original_days=1095)
    assert "your own words three years" in client.get(GIVE).content.decode()


def test_the_coach_answers_while_typing_and_keeps_nothing(client, db):
    page = client.post(GIVE, {"text": "My son Jack waits."}, headers={"HX-Request": "true"})
    html = page.content.decode()
    assert "<mark>Jack</mark>" in html
    assert "<html" not in html
    assert "HX-Request" in page["Vary"]
    assert not Contribution.objects.exists()


def test_the_same_form_posted_twice_shows_the_same_code(client, db):
    token = client.get(GIVE).context["form"]["token"].value()
    codes = []
    for _ in range(2):
        send(client, token=token)
        codes.append(code_on(client.get("/feedback/sent/")))
    assert codes[0] == codes[1]
    assert Contribution.objects.count() == 1


def test_nobody_chooses_their_own_token(db):
    codes = []
    for _ in range(2):
        client = Client()
        send(client, token="chosen")
        codes.append(code_on(client.get("/feedback/sent/")))
    assert codes[0] != codes[1]


def test_the_form_needs_its_csrf_token(db):
    assert Client(enforce_csrf_checks=True).post(GIVE, TOLD).status_code == 403


# ---- what it is about ----


def test_a_link_of_ours_says_what_it_is_about(client, workstream):
    address = feedback_address(workstream)
    form = client.get(address).context["form"]
    assert form["about"].value() == address.split("about=")[1].replace("%3A", ":")
    send(client, about=form["about"].value())
    contribution = Contribution.objects.get()
    assert (contribution.about_title, contribution.workstream) == ("Local provision", workstream)


def test_a_page_of_the_local_offer_says_what_it_is_about(client, db):
    row = ContentType.objects.get(app_label="contributions", model="contribution")
    html = client.get(feedback_address(row)).content.decode()
    assert f"Yes: {row}" in html


@pytest.mark.parametrize(
    "about",
    [
        "nonsense",
        "accounts.user:1",
        "1:1:forged",
        "'; DROP TABLE x",
        "x" * 3000,
        "\x00",
        "local_offer.page:1",
    ],
    ids=["nonsense", "unsigned", "forged", "sql", "huge", "nul", "unsigned page"],
)
def test_an_unknown_about_is_left_out_gently(client, db, about):
    assert client.get(GIVE, {"about": about}).status_code == 200
    response = send(client, about=about)
    assert response.status_code in (200, 302)
    assert not Contribution.objects.exclude(about_title="").exists()


def test_a_page_that_is_gone_is_left_out_gently(client, workstream):
    address = feedback_address(workstream)
    workstream.delete()
    assert client.get(address).context["form"]["about"].value() is not None
    assert "Local provision" not in client.get(address).content.decode()


# ---- too much of it ----


def solved(client) -> dict:
    """What the form's script adds: the token, and the answer that solves it."""
    token = client.get(GIVE).context["form"]["token"].value()
    return {"token": token, "proof": proof.solve(token)}


def test_over_the_days_limit_it_is_set_aside_and_not_lost(client, db, monkeypatch):
    monkeypatch.setitem(limits.A_DAY, "give", 2)
    for number in range(4):
        assert send(client, text=f"Number {number}", **solved(client)).status_code == 302
        assert client.get("/feedback/sent/").status_code == 200
    assert Contribution.objects.count() == 4
    assert Contribution.objects.filter(set_aside="rush").count() == 2


def test_without_the_proof_of_work_the_limit_is_lower(client, db, monkeypatch):
    monkeypatch.setattr(limits, "A_DAY_WITHOUT_PROOF", 1)
    for number in range(3):
        assert send(client, text=f"Number {number}").status_code == 302
    assert send(client, text="With proof", **solved(client)).status_code == 302
    assert list(Contribution.objects.order_by("id").values_list("set_aside", flat=True)) == [
        "",
        "rush",
        "rush",
        "",
    ]


def test_a_proof_counts_once_and_only_for_a_day(client, db, monkeypatch):
    monkeypatch.setattr(limits, "A_DAY_WITHOUT_PROOF", 0)
    proven = solved(client)
    for number in range(2):
        send(client, text=f"Number {number}", **proven)
    yesterday = time.time() - 90_000
    with monkeypatch.context() as patched:
        patched.setattr("django.core.signing.time.time", lambda: yesterday)
        old = solved(client)
    send(client, text="An old page", **old)
    assert list(Contribution.objects.order_by("id").values_list("set_aside", flat=True)) == [
        "",
        "rush",
        "rush",
    ]


@pytest.mark.parametrize("answer", ["0", "x" * 4000, "\x00", "-1", "9" * 12])
def test_the_form_never_fails_because_of_the_proof(client, db, answer):
    assert send(client, proof=answer).status_code == 302


def test_another_address_has_a_limit_of_its_own(db, monkeypatch):
    monkeypatch.setitem(limits.A_DAY, "give", 1)
    for address in ("192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8:0:1::1"):
        Client(REMOTE_ADDR=address).post(GIVE, TOLD)
    assert not Contribution.objects.exclude(set_aside="").exists()
    Client(REMOTE_ADDR="2001:db8::2").post(GIVE, TOLD)
    assert Contribution.objects.filter(set_aside="rush").count() == 1


def test_behind_our_proxy_the_address_it_has_seen_counts(db, settings):
    request = RequestFactory().get("/", headers={"X-Forwarded-For": "spoofed, 192.0.2.7"})
    assert counted_address(request) == "127.0.0.1"
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert counted_address(request) == "192.0.2.7"


def test_no_address_is_kept_and_yesterdays_counts_go(client, db):
    AddressTally.objects.create(
        day=datetime(2019, 1, 1, tzinfo=UTC).date(), purpose="give", address_hmac="old"
    )
    send(client)
    tally = AddressTally.objects.get()
    assert re.fullmatch(r"[0-9a-f]{64}", tally.address_hmac)


def test_a_filled_trap_is_set_aside_and_not_lost(client, db):
    assert send(client, website="https://spam.example").status_code == 302
    assert Contribution.objects.get().set_aside == "trap"


# ---- nothing leaks ----


def test_no_word_of_it_is_logged(client, db, caplog, lead):
    with caplog.at_level(logging.DEBUG):
        send(client, someone_at_risk="on")
        code = code_on(client.get("/feedback/sent/"))
        client.post("/feedback/receipt/", {"code": code})
    logged = "\n".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )
    assert PLANTED not in logged
    assert code not in logged


HOSTILE = [
    "<script>alert(1)</script>",
    "{{ settings.SECRET_KEY }}{% load design %}",
    "'; DROP TABLE contributions_contribution; --",
    '=HYPERLINK("http://x")',
    "../../etc/passwd",
    "‮gnirts‬ \u200b 👩‍👩‍👧‍👦 \ufeff",
    "a\u0301" * 1000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_stored_as_it_is_and_shown_as_text(client, client_as, db, text):
    assert send(client, text=text, checked="1").status_code == 302
    contribution = Contribution.objects.get()
    assert contribution.original.text == text.strip()
    moderator = client_as("moderator")
    moderator.post(reverse("contributions:start", args=[contribution.pk]))
    html = moderator.get(reverse("contributions:item", args=[contribution.pk])).content.decode()
    assert "<script>alert" not in html


@pytest.mark.parametrize("text", ["nul \x00 byte", "x" * 5001], ids=["nul", "too long"])
def test_text_that_cannot_be_kept_is_refused_in_words(client, db, text):
    page = send(client, text=text)
    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(
    "field",
    ["kind", "partner_type", "publish_consent", "token", "website", "about", "email", "need", "proof"],
)
@pytest.mark.parametrize(
    "value", ["<script>", "\x00", "x" * 4000, "💥"], ids=["html", "nul", "huge", "emoji"]
)
def test_no_field_breaks_the_form(client, db, field, value):
    assert send(client, **{field: value}).status_code in (200, 302)


@pytest.mark.parametrize("more", [0, 20])
def test_the_form_costs_a_fixed_number_of_queries(client, workstream, django_assert_max_num_queries, more):
    Neighbourhood.objects.bulk_create(Neighbourhood(name=f"Part {n}") for n in range(more + 1))
    with django_assert_max_num_queries(7):
        client.get(GIVE)
