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


def test_what_may_still_show_who_somebody_is_is_pointed_at_before_anybody_approves(receive, first, second):
    contribution = receive(text="My son Jack waits too long.")
    item = url("item", contribution.pk)
    first.post(url("start", contribution.pk))
    first.post(url("save_version", contribution.pk), {"text": "My son Jack waits.", "based_on": 0})
    page = html(second, item)
    assert "<mark>Jack</mark> may be a name." in page
    assert "Approve and publish" in page  # it points and does not forbid
    first.post(url("save_version", contribution.pk), {"text": "My child waits.", "based_on": 1})
    assert "<mark>" not in html(second, item)


def test_the_queue_is_oldest_first_with_its_clocks(receive, first):
    newer, older = receive(at=TUESDAY), receive()
    page = html(first, url("queue"))
    assert page.index(f"Contribution {older.pk}<") < page.index(f"Contribution {newer.pk}<")
    assert "late by" in page


@pytest.mark.parametrize(
    ("lane", "words"),
    [
        ("", "Everything is read"),
        ("proposed", "Nobody proposes to leave anything unpublished"),
        ("with-author", "No author is being asked"),
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
    first.post(save, {"text": "The first wording.", "based_on": 0, "about_a_child": "no"})
    wording = {"text": "The second wording.", "based_on": 0, "about_a_child": "no"}
    page = second.post(save, wording).content.decode()
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
    for lane in ("proposed", "with-author", "set-aside", "to-answer", "done"):
        assert f"Contribution {contribution.pk}<" not in html(second, url("lane", lane))
    for name in (
        "start",
        "let_through",
        "save_version",
        "keep_private",
        "withhold",
        "open_original",
        "take_back",
        "publish_approved",
    ):
        assert second.post(url(name, contribution.pk)).status_code == 404


def test_the_button_works_from_every_row_of_the_queue(receive, first, lead):
    contribution = receive()
    page = html(first, url("queue"))
    assert f'action="{url("pass_to_safeguarding", contribution.pk)}"' in page
    first.post(url("pass_to_safeguarding", contribution.pk))
    assert Contribution.objects.get().state == State.SAFEGUARDING_HOLD


def test_a_moderator_says_whether_it_is_about_a_child(receive, first):
    contribution = receive()
    save = url("save_version", contribution.pk)
    page = first.post(save, {"text": "We wait.", "based_on": 0}).content.decode()
    assert "Say whether it is about a child or young person." in page
    assert not contribution.public_versions.exists()
    first.post(save, {"text": "We wait.", "based_on": 0, "about_a_child": "no"})
    assert "Approve and publish" in html(first, url("item", contribution.pk))
    first.post(save, {"text": "We wait long.", "based_on": 1, "about_a_child": "yes"})
    page = html(first, url("item", contribution.pk))
    assert "Waits for a second person" in page
    assert "about_a_child" not in page  # known from now on, nobody is asked again


def test_asking_the_author_first_from_the_page_to_the_lane(receive, first, second):
    contribution = receive()
    first.post(
        url("save_version", contribution.pk), {"text": "We wait.", "based_on": 0, "about_a_child": "yes"}
    )
    page = second.post(url("approve", contribution.pk, 1), {"then": "ask"}, follow=True).content.decode()
    assert "Approved. Its author is asked to agree." in page
    assert "They have time to reply: 20 working days left" in page
    assert "Take it back" not in page
    assert f"Contribution {contribution.pk}<" in html(first, url("lane", "with-author"))


def test_what_an_author_added_is_read_once_and_sealed_with_the_original(published, first):
    contribution = published()
    addition = contribution.additions.create(text=f"{PLANTED} again.", added_at=TUESDAY)
    item = url("item", contribution.pk)
    assert "The author added something" in html(first, url("queue"))
    assert PLANTED not in html(first, item)
    read = first.post(url("read_addition", contribution.pk, addition.pk))
    assert f"{PLANTED} again." in read.content.decode()
    assert "no-store" in read["Cache-Control"]
    assert PLANTED not in html(first, item)
    opened = first.post(url("open_original", contribution.pk), {"why": "To fold it in"}).content.decode()
    assert f"{PLANTED} again." in opened


def test_one_reason_for_the_ticked_rows_and_a_second_person_for_all_of_them(receive, first, second):
    many = [receive(text=f"Buy {n}.") for n in range(3)]
    ticked = [contribution.pk for contribution in many[:2]]
    reason = NotPublishingReason.objects.get(slug="vexatious")
    page = first.post(url("withhold_many"), {"reason": reason.pk, "lane": ""}).content.decode()
    assert "Tick at least one contribution." in page
    page = first.post(url("withhold_many"), {"contributions": ticked, "lane": ""}).content.decode()
    assert "Choose a reason." in page
    first.post(url("withhold_many"), {"contributions": ticked, "reason": reason.pk, "lane": ""})
    proposals = [contribution.withholdings.get().pk for contribution in many[:2]]
    mine = html(first, url("lane", "proposed"))
    assert "You proposed it" in mine
    theirs = html(second, url("lane", "proposed"))
    assert "Buy 0." in theirs
    refused = first.post(url("agree_many"), {"withholdings": proposals}, follow=True).content.decode()
    assert "You proposed it. A second person must agree." in refused
    assert "Tick at least one proposal." in second.post(url("agree_many")).content.decode()
    second.post(url("agree_many"), {"withholdings": proposals})
    assert Contribution.objects.filter(state=State.NOT_PUBLISHED).count() == 2


@pytest.mark.parametrize("bad", ["x", "999999", "%00"])
def test_a_tick_that_names_nothing_is_refused_in_words(receive, first, bad):
    receive()
    reason = NotPublishingReason.objects.get(slug="vexatious")
    page = first.post(url("withhold_many"), {"contributions": [bad], "reason": reason.pk})
    assert page.status_code == 200
    assert "There is a problem" in page.content.decode()


# ---- reasons ----


def test_an_administrator_keeps_the_reasons(client_as, moderator, second_moderator):
    desk = client_as("administrator")
    assert "Complete: people may be asked to write." in html(desk, url("reasons"))
    page = desk.post(url("add_reason"), {"label": "", "public_wording": ""}).content.decode()
    assert "Write a name for the reason." in page
    desk.post(url("add_reason"), {"label": "Empty", "public_wording": "No."})
    added = NotPublishingReason.objects.get(label="Empty")
    assert "too short to understand" in html(desk, url("reasons"))
    page = desk.post(url("add_reason"), {"label": "empty", "public_wording": "x"}).content.decode()
    assert "There is a reason with this name already." in page
    words = {"label": "Empty", "public_wording": "It says nothing that anybody could act on."}
    desk.post(url("change_reason", added.pk), words)
    assert desk.get(url("change_reason", added.pk)).status_code == 404
    changed = NotPublishingReason.objects.current().get(label="Empty")
    desk.post(url("move_reason_up", changed.pk))
    desk.post(url("end_reason", changed.pk))
    page = html(desk, url("reasons"))
    assert "Complete" in page
    assert "Replaced by “Empty”" in page


# ---- safeguarding leads ----


def test_a_lead_opens_holds_hands_over_and_releases(receive, client_as, lead, first):
    contribution = receive(text=f"{PLANTED} is not safe.", someone_at_risk=True)
    desk = client_as(lead)
    held = url("held", contribution.pk)
    assert held in html(desk, url("safeguarding"))
    assert PLANTED not in html(desk, held)
    refused = desk.post(url("no_risk", contribution.pk), follow=True).content.decode()
    assert "Open what was sent first" in refused
    opened = desk.post(url("open_held", contribution.pk))
    assert PLANTED in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]
    assert PLANTED not in html(desk, held)
    assert "Safeguarding" in contribution.openings.get().reason

    assert first.get(url("item", contribution.pk)).status_code == 200
    desk.post(url("put_on_hold", contribution.pk), {"why": "I ring the team"})
    assert first.get(url("item", contribution.pk)).status_code == 404
    assert "Say to whom" in desk.post(url("refer", contribution.pk)).content.decode()
    desk.post(url("refer", contribution.pk), {"handed_to": "Single point of access", "note": "Ref 7"})
    assert "Add to the hand-over" in html(desk, held)
    desk.post(
        url("refer", contribution.pk), {"handed_to": "Single point of access", "note": "They rang back"}
    )
    assert "They rang back" in html(desk, held)
    assert "Handed over" in html(desk, url("safeguarding"))

    refused = desk.post(url("release", contribution.pk), {"why": ""}, follow=True)
    assert "Say why it can be released." in refused.content.decode()
    desk.post(url("release", contribution.pk), {"why": "The team has it"})
    assert "nothing is on hold" in html(desk, url("safeguarding"))
    assert "Single point of access" in html(desk, held)
    again = desk.post(url("open_held", contribution.pk), follow=True).content.decode()
    assert "cannot open it now" in again
    assert PLANTED not in again
    page = html(first, url("item", contribution.pk))
    assert "safeguarding hold" not in page
    assert "The team has it" not in page


def test_a_lead_sees_no_risk_and_moderators_go_on(receive, client_as, lead, first):
    contribution = receive(text="A film about a fight.", someone_at_risk=True)
    item = url("item", contribution.pk)
    assert "May be about somebody at risk" in html(first, url("queue"))
    assert "neither be published nor kept from publishing" in html(first, item)
    desk = client_as(lead)
    desk.post(url("open_held", contribution.pk))
    page = desk.post(url("no_risk", contribution.pk), {"why": "A film"}, follow=True).content.decode()
    assert "ordinary contribution again" in page
    assert "Settled" in page
    assert "May be about somebody at risk" not in html(first, url("queue"))
    assert "A safeguarding lead saw no risk" in html(first, item)


def test_a_lead_sees_nothing_that_was_never_held(receive, client_as, lead):
    contribution = receive()
    desk = client_as(lead)
    assert desk.get(url("held", contribution.pk)).status_code == 404
    for name in ("open_held", "put_on_hold", "no_risk", "refer", "release"):
        assert desk.post(url(name, contribution.pk)).status_code == 404


# ---- answers ----


ANSWER = {
    "you_said": "Waits are too long.",
    "outcome": "did",
    "what": "A third therapist started.",
}


@pytest.fixture
def shows(milestone):
    return {"evidence": f"milestone:{milestone.pk}"}


def test_a_lead_drafts_and_a_moderator_publishes(published, client_as, first, client, shows):
    contribution = published()
    lead = client_as("workstream_lead")
    assert "We wait too long." in html(lead, url("responses"))
    draft = f"{url('draft')}?contribution={contribution.pk}"
    assert f'value="{contribution.pk}"' in html(lead, draft)
    lead.post(draft, ANSWER | shows | {"contributions": [contribution.pk]})
    response = Response.objects.get()
    page = html(lead, url("response", response.pk))
    assert "A moderator publishes it" in page
    assert lead.post(url("publish", response.pk)).status_code == 403
    assert "A third therapist started." not in html(client, url("answers"))
    first.post(url("publish", response.pk), {"number": 1})
    page = html(client, url("answers"))
    assert "A third therapist started." in page
    assert "The milestone that shows it: A third therapist" in page
    assert Contribution.objects.get().state == State.ANSWERED


def test_a_name_in_an_answer_is_pointed_at_before_it_is_published(published, first, shows):
    contribution = published()
    named = (
        ANSWER | shows | {"contributions": [contribution.pk], "you_said": "Jack waits at St Mary's School."}
    )
    first.post(url("draft"), named)
    page = html(first, url("response", Response.objects.get().pk))
    assert "<mark>Jack</mark> may be a name." in page
    assert "may be a school." in page
    first.post(url("publish", Response.objects.get().pk), {"number": 1})
    assert "<mark>" not in html(first, url("response", Response.objects.get().pk))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"outcome": "will_not"}, "Say why it will not be done."),
        ({"outcome": "will"}, "Say who will do it"),
        ({"evidence": ""}, "Show that it was done"),
        ({"evidence": "kpi:999999"}, "not one of the available choices"),
        ({"evidence_page": "javascript:alert(1)"}, "“javascript:alert(1)” is not an address of this site"),
        (
            {"evidence_page": "//elsewhere.example/x"},
            "“//elsewhere.example/x” is not an address of this site",
        ),
        ({"evidence_page": "https://elsewhere.example/"}, "is not an address of this site"),
        ({"evidence_page": "http://[half"}, "is not an address of this site"),
        ({"evidence_page": "/local-offer/gone/"}, "no published page at “/local-offer/gone/”"),
        ({"evidence_page": "/local-offer/"}, "Choose one: a KPI or milestone above, or this page."),
        ({"contributions": []}, "Choose at least one"),
        ({"contributions": [999999]}, "not one of the available choices"),
        ({"due_on": "yesterday"}, "Enter a valid date"),
        ({"workstream": "x"}, "valid choice"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_an_incomplete_answer_comes_back_with_words(published, first, shows, changed, words):
    contribution = published()
    page = first.post(url("draft"), ANSWER | shows | {"contributions": [contribution.pk]} | changed)
    assert page.status_code == 200
    assert words in page.content.decode()
    assert not Response.objects.exists()


def test_a_revision_from_an_old_page_is_refused_and_kept_on_the_page(answered, first, shows):
    contribution = answered()
    edit = url("response", contribution.response.pk)
    revision = ANSWER | shows | {"contributions": [contribution.pk], "based_on": 1}
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
RULES = {"administrator"}
WORKLOAD = set(ROLES) - {"parent_carer", "editor", "provider"}
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
    ("post", "publish_approved", MODERATE),
    ("post", "read_addition", MODERATE),
    ("post", "withhold_many", MODERATE),
    ("post", "agree_many", MODERATE),
    ("get", "log_csv", MODERATE),
    ("get", "log_xlsx", MODERATE),
    ("get", "workload", WORKLOAD),
    ("get", "reasons", RULES),
    ("get", "add_reason", RULES),
    ("get", "change_reason", RULES),
    ("post", "move_reason_up", RULES),
    ("post", "end_reason", RULES),
    ("get", "safeguarding", SAFEGUARD),
    ("get", "held", SAFEGUARD),
    ("post", "open_held", SAFEGUARD),
    ("post", "refer", SAFEGUARD),
    ("post", "release", SAFEGUARD),
    ("post", "put_on_hold", SAFEGUARD),
    ("post", "no_risk", SAFEGUARD),
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
    addition = contribution.additions.create(text="More.", added_at=TUESDAY)
    reason = NotPublishingReason.objects.get(slug="vexatious")
    lists = ("queue", "safeguarding", "responses", "draft", "forum_views", "withhold_many", "agree_many")
    rest = ("log_csv", "log_xlsx", "workload", "reasons", "add_reason")
    return {
        "lane": ["done"],
        "approve": [contribution.pk, 1],
        "response": [contribution.response.pk],
        "publish": [contribution.response.pk],
        "forum_view": [contribution.response.pk],
        "read_addition": [contribution.pk, addition.pk],
        **{name: [reason.pk] for name in ("change_reason", "move_reason_up", "end_reason")},
        **{name: [held.pk] for name in ("held", "open_held", "put_on_hold", "no_risk", "refer", "release")},
        **{name: [] for name in (*lists, *rest)},
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
