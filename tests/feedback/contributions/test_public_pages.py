"""What everybody reads: answers, what waits, and never a word of an original."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.queries import Waiting, open_counts, published_answers
from feedback.domain.receipts import grouped
from kpis.workstreams.models import Milestone, OutboxMail, Plan, Workstream
from tests.feedback.contributions.conftest import MONDAY, PLANTED, TUESDAY

ANSWERS, WAITING = "/you-said-we-did/", "/you-said-we-did/waiting/"
PUBLIC = ["/", ANSWERS, WAITING, "/feedback/", "/feedback/receipt/", "/feedback/sent/"]


@pytest.fixture
def workstreams(db):
    plan = Plan.objects.create(name="Plan")
    names = ("Local provision", "Home to school travel")
    return [Workstream.objects.create(plan=plan, name=n, slug=n.lower()[:5], purpose="x") for n in names]


def html(client, address) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_an_original_is_nowhere_in_public(
    client, published, answered, receive, lead, moderator, capsys, caplog
):
    """Planted words in every state: no public page, mail, cache or log has them."""
    receive(text=f"{PLANTED} one.")
    receive(text=f"{PLANTED} two.", someone_at_risk=True)
    receive(text=f"{PLANTED} three.", publish_consent="counts_only")
    receive(text=f"{PLANTED} four.", set_aside="rush")
    codes = [published().code, answered().code]
    for path in PUBLIC:
        assert PLANTED not in client.get(path, follow=True).content.decode(), path
    for code in codes:
        assert PLANTED not in client.post("/feedback/receipt/", {"code": grouped(code)}).content.decode()
    assert not any(PLANTED in f"{m.template}{m.context}" for m in OutboxMail.objects.all())
    assert PLANTED not in caplog.text + "".join(capsys.readouterr())
    assert not cache.get(PLANTED)


def test_answers_are_newest_first_with_what_was_said_and_done(client, answered, moderator):
    answered()
    later = Words(you_said="A later thing.", outcome="will_not", reason="No money before April.")
    contribution = answered(text="Jack waits.", public="A quote.", words=later)
    contribution.response.versions.update(published_at=TUESDAY + timedelta(days=1))
    page = html(client, ANSWERS)
    assert page.index("A later thing.") < page.index("Waits are too long.")
    for words in (
        "We will not, because:",
        "No money before April.",
        "A quote.",
        "We did:",
        "A third therapist",
    ):
        assert words in page


def test_what_is_published_waits_in_public_and_what_is_not_does_not(client, published, receive):
    published(public="A public sentence.")
    receive(text="A new sentence.")
    page = html(client, WAITING)
    assert "A public sentence." in page
    assert "A new sentence." not in page
    assert "2 contributions wait for an answer" in page


def test_empty_pages_say_so(client, db):
    assert "No answer is published yet" in html(client, ANSWERS)
    assert "Nothing waits for an answer" in html(client, ANSWERS)
    assert "Nothing that is published waits" in html(client, WAITING)
    assert "No answer matches this choice" in html(client, f"{ANSWERS}?topic=idea")


def test_answers_are_chosen_by_workstream_and_by_topic(client, answered, workstreams):
    near, travel = workstreams
    bus = Words(you_said="The bus is late.", outcome="will_not", reason="No.")
    answered(workstream=near)
    answered(text="Jack waits.", words=bus, workstream=travel, kind="idea")
    page = html(client, f"{ANSWERS}?workstream={travel.slug}")
    assert "The bus is late." in page
    assert "Waits are too long." not in page
    assert "The bus is late." not in html(client, f"{ANSWERS}?topic=provision")
    assert "The bus is late." in html(client, f"{ANSWERS}?topic=idea&workstream={travel.slug}")


@pytest.mark.parametrize(
    "query",
    [
        "workstream=none",
        "topic=rumour",
        "page=999",
        "page=x",
        "topic=%00",
        "workstream=%00",
        "x=" + "y" * 3000,
    ],
)
def test_nonsense_in_the_address_is_left_out(client, answered, query):
    answered()
    assert "Waits are too long." in html(client, f"{ANSWERS}?{query}")
    assert client.get(f"{WAITING}?{query}").status_code == 200


def test_hostile_text_is_shown_as_text(client, answered, person, milestone):
    bad = "<script>alert(1)</script> {{ 7|add:7 }} <b>bold</b>"
    words = Words(you_said=bad, outcome="did", what=bad, evidence=milestone)
    Milestone.objects.update(name=bad)
    contribution = answered(text="Jack waits.", public=bad, words=words)
    actions.write_forum_view(response=contribution.response, text=bad, by=person("forum"), at=TUESDAY)
    page = html(client, ANSWERS)
    assert "<script>alert" not in page
    assert "<b>bold" not in page
    assert "{{ 7|add:7 }}" in page


def test_shared_caches_may_keep_the_page_a_minute_for_nobody_in_particular(client, client_as, answered):
    answered()
    for path in (ANSWERS, WAITING):
        page = client.get(path)
        assert "public" in page["Cache-Control"]
        assert "max-age=60" in page["Cache-Control"]
        assert not page.cookies
        assert "Cookie" in page["Vary"]
        assert "public" not in client_as("moderator").get(path).get("Cache-Control", "")


def test_the_page_costs_the_same_for_two_and_for_eight_answers(client, answered, django_assert_num_queries):
    for number in range(2):
        answered(text=f"Jack waits {number}.", public=f"Waits {number}.")
    client.get(ANSWERS)
    with CaptureQueriesContext(connection) as two:
        client.get(ANSWERS)
    for number in range(6):
        answered(text=f"Jack waits {number}.", public=f"Waits {number}.")
    with django_assert_num_queries(len(two)):
        client.get(ANSWERS)
    assert len(two) <= 10


# ---- what other pages read ----


def test_published_answers_are_as_known_at_a_moment(answered, moderator, did, milestone):
    contribution = answered()
    response = contribution.response
    changed = Words(you_said="Waits are too long.", outcome="did", what="A fourth.", evidence=milestone)
    later = TUESDAY + timedelta(days=2)
    actions.revise_response(
        response=response, contributions=[contribution], words=changed, based_on=1, by=moderator, at=later
    )
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=later)
    assert published_answers(5, as_at=MONDAY) == []
    assert [a.what for a in published_answers(5, as_at=TUESDAY)] == [did.what]
    assert [a.what for a in published_answers(5, as_at=later)] == ["A fourth."]
    assert [a.what for a in published_answers(5)] == ["A fourth."]


def test_published_answers_of_a_workstream(answered, workstreams, django_assert_num_queries):
    near, travel = workstreams
    answered(workstream=near)
    with django_assert_num_queries(1):
        (answer,) = published_answers(5, workstream=near)
        assert (answer.you_said, answer.outcome_words, answer.what, answer.workstream) == (
            "Waits are too long.",
            "We did:",
            "A third therapist started.",
            near,
        )
    assert published_answers(5, workstream=travel) == []


def test_counts_are_as_known_at_a_moment(receive, answered, moderator, django_assert_num_queries):
    answered()
    receive(at=MONDAY + timedelta(hours=1))
    receive(at=MONDAY, set_aside="rush")
    with django_assert_num_queries(1):
        assert open_counts(MONDAY - timedelta(days=1)) == Waiting(0, None)
    assert open_counts(MONDAY + timedelta(hours=2)) == Waiting(2, MONDAY)
    assert open_counts(TUESDAY) == Waiting(1, MONDAY + timedelta(hours=1))


def test_what_is_on_hold_still_waits_in_the_counts(receive, moderator):
    contribution = receive()
    actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=TUESDAY)
    assert open_counts(TUESDAY).count == 1
    actions.withdraw(contribution=contribution, at=TUESDAY)
    assert open_counts(TUESDAY).count == 0


def test_the_oldest_is_told_in_working_days():
    assert Waiting(1, MONDAY).oldest_words((MONDAY + timedelta(days=8)).date()) == "6 working days"
    assert Waiting(0, None).oldest_words(MONDAY.date()) == ""
