"""The pages of moderators, safeguarding leads, those who answer, and the forum: journeys and who may what."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from feedback.contributions.models import Contribution, NotPublishingReason, Response
from feedback.domain.lifecycle import State
from tests.feedback.contributions.conftest import PLANTED, TUESDAY


def url(name, *args):
    return reverse(f"contributions:{name}", args=args)


@pytest.fixture
def first(client_as, moderator):
    return client_as(moderator)


@pytest.fixture
def second(client_as, second_moderator):
    return client_as(second_moderator)


def html(client, address) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


# ---- moderators ----


def test_from_the_queue_to_the_public_page_with_two_moderators(receive, first, second, client):
    contribution = receive(text=f"My son {PLANTED} waits too long.")
    item = url("item", contribution.pk)
    assert item in html(first, url("queue"))
    assert PLANTED not in html(first, url("queue"))
    assert PLANTED not in html(first, item)

    first.post(url("start", contribution.pk))
    assert PLANTED in html(first, item)
    first.post(url("save_version", contribution.pk), {"text": "My child waits too long.", "based_on": 0})
    page = html(first, item)
    assert "Waits for a second person" in page
    assert "Approve and publish" not in page
    assert f"Taken out: </span>son {PLANTED}" in page

    refused = first.post(url("approve", contribution.pk, 1), follow=True)
    assert "A second person must approve it" in refused.content.decode()
    assert "Approve and publish" in html(second, item)
    second.post(url("approve", contribution.pk, 1))
    assert "My child waits too long." in html(client, url("waiting"))
    assert PLANTED not in html(second, item)


def test_the_queue_is_oldest_first_with_its_clocks(receive, first):
    newer, older = receive(at=TUESDAY), receive()
    page = html(first, url("queue"))
    assert page.index(f"Contribution {older.pk}<") < page.index(f"Contribution {newer.pk}<")
    assert "late by" in page


@pytest.mark.parametrize(
    ("lane", "words"),
    [
        ("", "Everything is read"),
        ("set-aside", "Nothing is set aside"),
        ("to-answer", "is answered"),
        ("done", "done"),
    ],
)
def test_an_empty_lane_says_so(first, lane, words):
    assert words in html(first, url("lane", lane) if lane else url("queue"))


def test_an_unknown_lane_is_not_there(first):
    assert first.get(url("lane", "elsewhere")).status_code == 404


def test_what_is_set_aside_is_looked_at_and_let_through(receive, first):
    contribution = receive(set_aside="trap")
    assert f"Contribution {contribution.pk}<" not in html(first, url("queue"))
    assert f"Contribution {contribution.pk}<" in html(first, url("lane", "set-aside"))
    first.post(url("let_through", contribution.pk))
    assert f"Contribution {contribution.pk}<" in html(first, url("queue"))


def test_two_editors_the_second_is_told_and_keeps_what_they_wrote(receive, first, second):
    contribution = receive()
    save = url("save_version", contribution.pk)
    first.post(save, {"text": "The first wording.", "based_on": 0})
    page = second.post(save, {"text": "The second wording.", "based_on": 0}).content.decode()
    assert "newer version" in page
    assert "The second wording." in page
    assert contribution.public_versions.get().text == "The first wording."


def test_an_empty_public_version_comes_back_with_words(receive, first):
    contribution = receive()
    first.post(url("start", contribution.pk))
    page = first.post(url("save_version", contribution.pk), {"text": " ", "based_on": 0}).content.decode()
    assert "There is a problem" in page
    assert "<title>Error: " in page


def test_not_publishing_takes_two(receive, first, second):
    contribution = receive()
    first.post(url("start", contribution.pk))
    assert "Choose a reason" in first.post(url("withhold", contribution.pk)).content.decode()
    reason = NotPublishingReason.objects.get(slug="vexatious")
    first.post(url("withhold", contribution.pk), {"reason": reason.pk})
    assert "A second person must agree" in html(first, url("item", contribution.pk))
    first.post(url("decide_withholding", contribution.pk), {"decision": "agree"})
    assert Contribution.objects.get().state == State.SCREENING
    second.post(url("decide_withholding", contribution.pk), {"decision": "agree"})
    assert Contribution.objects.get().state == State.NOT_PUBLISHED


def test_what_is_counted_only_is_counted(receive, first):
    contribution = receive(publish_consent="counts_only")
    first.post(url("start", contribution.pk))
    assert "Write the public version" not in html(first, url("item", contribution.pk))
    first.post(url("keep_private", contribution.pk))
    assert Contribution.objects.get().state == State.PRIVATE


def test_a_sealed_original_opens_with_a_reason_on_one_page_only(published, first):
    contribution = published()
    opening = url("open_original", contribution.pk)
    assert PLANTED not in first.post(opening, {"why": ""}).content.decode()
    page = first.post(opening, {"why": "A complaint came in"})
    assert PLANTED in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    after = html(first, url("item", contribution.pk))
    assert PLANTED not in after
    assert "A complaint came in" in after


def test_taking_back_hides_it(published, first, client):
    contribution = published()
    refused = first.post(url("take_back", contribution.pk), {"why": ""}, follow=True)
    assert "Say why it is taken back." in refused.content.decode()
    first.post(url("take_back", contribution.pk), {"why": "A name was left"})
    assert "We wait too long." not in html(client, url("waiting"))


def test_passed_to_safeguarding_it_is_gone_for_moderators(receive, first, second, lead):
    contribution = receive()
    page = first.post(url("pass_to_safeguarding", contribution.pk), {"why": "Bruises"}, follow=True)
    assert "Passed on" in page.content.decode()
    assert second.get(url("item", contribution.pk)).status_code == 404
    for lane in ("set-aside", "to-answer", "done"):
        assert f"Contribution {contribution.pk}<" not in html(second, url("lane", lane))
    for name in (
        "start",
        "let_through",
        "save_version",
        "keep_private",
        "withhold",
        "open_original",
        "take_back",
    ):
        assert second.post(url(name, contribution.pk)).status_code == 404


# ---- safeguarding leads ----


def test_a_lead_opens_hands_over_and_releases(receive, client_as, lead, first):
    contribution = receive(text=f"{PLANTED} is not safe.", someone_at_risk=True)
    desk = client_as(lead)
    held = url("held", contribution.pk)
    assert held in html(desk, url("safeguarding"))
    assert PLANTED not in html(desk, held)
    assert PLANTED in desk.post(url("open_held", contribution.pk)).content.decode()
    assert PLANTED not in html(desk, held)
    assert "Safeguarding" in contribution.openings.get().reason

    assert "Say to whom" in desk.post(url("refer", contribution.pk)).content.decode()
    desk.post(url("refer", contribution.pk), {"handed_to": "Single point of access", "note": "Ref 7"})
    assert "Handed over" in html(desk, url("safeguarding"))

    refused = desk.post(url("release", contribution.pk), {"why": ""}, follow=True)
    assert "Say why it can be released." in refused.content.decode()
    desk.post(url("release", contribution.pk), {"why": "The team has it"})
    assert "Nothing is on hold" in html(desk, url("safeguarding"))
    assert "Single point of access" in html(desk, held)
    assert desk.post(url("open_held", contribution.pk)).status_code == 404
    page = html(first, url("item", contribution.pk))
    assert "safeguarding hold" not in page
    assert "The team has it" not in page


def test_a_lead_sees_nothing_that_was_never_held(receive, client_as, lead):
    contribution = receive()
    desk = client_as(lead)
    assert desk.get(url("held", contribution.pk)).status_code == 404
    for name in ("open_held", "refer", "release"):
        assert desk.post(url(name, contribution.pk)).status_code == 404


# ---- answers ----


ANSWER = {
    "you_said": "Waits are too long.",
    "outcome": "did",
    "what": "A third therapist started.",
    "evidence": "The figures",
    "evidence_url": "/kpis/LP1/",
}


def test_a_lead_drafts_and_a_moderator_publishes(published, client_as, first, client):
    contribution = published()
    lead = client_as("workstream_lead")
    assert "We wait too long." in html(lead, url("responses"))
    draft = f"{url('draft')}?contribution={contribution.pk}"
    assert f'value="{contribution.pk}"' in html(lead, draft)
    lead.post(draft, ANSWER | {"contributions": [contribution.pk]})
    response = Response.objects.get()
    page = html(lead, url("response", response.pk))
    assert "A moderator publishes it" in page
    assert lead.post(url("publish", response.pk)).status_code == 403
    assert "A third therapist started." not in html(client, url("answers"))
    first.post(url("publish", response.pk))
    page = html(client, url("answers"))
    assert "A third therapist started." in page
    assert 'href="/kpis/LP1/"' in page
    assert Contribution.objects.get().state == State.ANSWERED


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"outcome": "will_not"}, "Say why it will not be done."),
        ({"outcome": "will"}, "Say who will do it"),
        ({"evidence": "", "evidence_url": ""}, "Show that it was done"),
        ({"evidence_url": "javascript:alert(1)"}, "starts with https://"),
        ({"evidence_url": "//elsewhere.example"}, "starts with https://"),
        ({"contributions": []}, "Choose at least one"),
        ({"contributions": [999999]}, "not one of the available choices"),
        ({"due_on": "yesterday"}, "Enter a valid date"),
        ({"workstream": "x"}, "valid choice"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_an_incomplete_answer_comes_back_with_words(published, first, changed, words):
    contribution = published()
    page = first.post(url("draft"), ANSWER | {"contributions": [contribution.pk]} | changed)
    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Response.objects.exists()


def test_a_revision_from_an_old_page_is_refused_and_kept_on_the_page(answered, first):
    contribution = answered()
    edit = url("response", contribution.response.pk)
    revision = ANSWER | {"contributions": [contribution.pk], "based_on": 1}
    first.post(edit, revision | {"what": "The first change."})
    page = first.post(edit, revision | {"what": "The second change."}).content.decode()
    assert "newer version" in page
    assert "The second change." in page


def test_nonsense_in_the_address_of_a_draft_is_left_out(first):
    assert first.get(f"{url('draft')}?contribution=x&contribution=%00&contribution=99").status_code == 200


def test_the_forum_writes_its_own_view(answered, client_as, client, first):
    contribution = answered()
    forum = client_as("forum")
    assert "Add our view" in html(forum, url("forum_views"))
    address = url("forum_view", contribution.response.pk)
    forum.post(address, {"text": "Families still wait."})
    assert "Families still wait." in html(client, url("answers"))
    assert "Families still wait." in html(forum, address)
    assert first.post(address, {"text": "All is well."}).status_code == 403
    forum.post(address, {"text": ""})
    assert "own view" not in html(client, url("answers"))


# ---- who may what ----

ROLES = [
    "parent_carer", "partner_officer", "workstream_lead", "data_officer", "finance", "board_member", "forum",
    "moderator", "safeguarding_lead", "editor", "provider", "administrator",
]  # fmt: skip
MODERATE = {"moderator"}
SAFEGUARD = {"safeguarding_lead"}
DRAFT = {"moderator", "partner_officer", "workstream_lead"}
PAGES = [
    ("get", "queue", MODERATE),
    ("get", "lane", MODERATE),
    ("get", "item", MODERATE),
    ("post", "start", MODERATE),
    ("post", "let_through", MODERATE),
    ("post", "save_version", MODERATE),
    ("post", "approve", MODERATE),
    ("post", "keep_private", MODERATE),
    ("post", "withhold", MODERATE),
    ("post", "decide_withholding", MODERATE),
    ("post", "open_original", MODERATE),
    ("post", "take_back", MODERATE),
    ("post", "pass_to_safeguarding", MODERATE),
    ("get", "safeguarding", SAFEGUARD),
    ("get", "held", SAFEGUARD),
    ("post", "open_held", SAFEGUARD),
    ("post", "refer", SAFEGUARD),
    ("post", "release", SAFEGUARD),
    ("get", "responses", DRAFT),
    ("get", "draft", DRAFT),
    ("get", "response", DRAFT),
    ("post", "publish", {"moderator"}),
    ("get", "forum_views", {"forum"}),
    ("get", "forum_view", {"forum"}),
]


@pytest.fixture
def somewhere(answered, receive):
    """Arguments for every page."""
    contribution = answered()
    held = receive(someone_at_risk=True)
    return {
        "lane": ["done"],
        "approve": [contribution.pk, 1],
        "response": [contribution.response.pk],
        "publish": [contribution.response.pk],
        "forum_view": [contribution.response.pk],
        **{name: [held.pk] for name in ("held", "open_held", "refer", "release")},
        **{name: [] for name in ("queue", "safeguarding", "responses", "draft", "forum_views")},
        "else": [contribution.pk],
    }


def test_every_page_opens_for_its_roles_only(somewhere, client_as, client):
    for role in ROLES:
        desk = client_as(role)
        for method, name, allowed in PAGES:
            address = url(name, *somewhere.get(name, somewhere["else"]))
            status = getattr(desk, method)(address).status_code
            assert (status == 403) == (role not in allowed), (role, name, status)
    for method, name, _ in PAGES:
        page = getattr(client, method)(url(name, *somewhere.get(name, somewhere["else"])))
        assert page.status_code == 302, name
        assert page["Location"].startswith("/accounts/login/"), name


def test_pages_that_change_something_do_not_answer_a_get(somewhere, client_as):
    for _, name, allowed in [page for page in PAGES if page[0] == "post"]:
        desk = client_as(min(allowed))
        assert desk.get(url(name, *somewhere.get(name, somewhere["else"]))).status_code == 405, name


# ---- what pages cost ----


@pytest.mark.parametrize("name", ["queue", "responses", "draft"])
def test_a_list_costs_the_same_for_three_and_for_twelve(name, published, first, django_assert_num_queries):
    for number in range(3):
        published(text=f"{number} waits.", public=f"Waits {number}.")
    first.get(url(name))
    with CaptureQueriesContext(connection) as three:
        first.get(url(name))
    for number in range(9):
        published(text=f"{number} waits.", public=f"Waits {number}.")
    with django_assert_num_queries(len(three)):
        first.get(url(name))
    assert len(three) < 20
