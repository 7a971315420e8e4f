"""Back with a code: one sees where it stands, in plain words, and can take it back."""

import pytest
from django.test import Client

from feedback.contributions import actions
from feedback.contributions.actions import limits
from feedback.contributions.models import Addition, Contact, Contribution, NotPublishingReason
from feedback.contributions.queries.receipts import receipt_status
from feedback.contributions.views import returning
from feedback.domain.lifecycle import State
from feedback.domain.receipts import grouped
from kpis.workstreams.models import OutboxMail
from tests.feedback.contributions.conftest import PLANTED, TUESDAY

RECEIPT, WITHDRAW = "/feedback/receipt/", "/feedback/receipt/withdraw/"


def shown(client, code) -> str:
    page = client.post(RECEIPT, {"code": code})
    assert page.status_code == 200
    return page.content.decode()


def test_a_new_one_is_being_read(client, receive):
    html = shown(client, grouped(receive().code).lower())
    assert "<h1>Being read</h1>" in html


def test_a_published_one_shows_what_everybody_reads_and_not_the_original(client, published):
    html = shown(client, published().code)
    assert "<h1>Published</h1>" in html
    assert "We wait too long." in html
    assert PLANTED not in html


def test_the_page_says_what_happens_to_what_is_added_also_in_words_for_children(client, receive):
    html = shown(client, receive().code)
    assert "What happens to what I write" in html
    assert "The same, for children and young people" in html
    assert "your own words two years" in " ".join(html.split())


def test_one_that_is_being_read_says_how_long_that_takes_as_the_settings_say(client, receive, settings):
    settings.SCREEN_WITHIN_WORKING_DAYS = 3
    assert "They read every message within 3 working days." in shown(client, receive().code)


def test_an_answered_one_shows_the_answer(client, answered):
    html = shown(client, answered().code)
    assert "<h1>Answered</h1>" in html
    assert "A third therapist started." in html


def test_one_that_is_counted_only_says_so(client, receive, moderator):
    contribution = receive(publish_consent="counts_only")
    actions.keep_private(contribution=contribution, by=moderator, at=TUESDAY)
    html = shown(client, contribution.code)
    assert "<h1>Not published</h1>" in html
    assert "You asked us to count it" in html


def test_one_that_is_not_published_says_why(client, receive, moderator, second_moderator):
    contribution = receive()
    reason = NotPublishingReason.objects.get(slug="off-subject")
    withholding = actions.propose_withholding(
        contribution=contribution, reason=reason, by=moderator, at=TUESDAY
    )
    assert "<h1>Being read</h1>" in shown(client, contribution.code)
    actions.decide_withholding(withholding=withholding, agree=True, by=second_moderator, at=TUESDAY)
    html = shown(client, contribution.code)
    assert "<h1>Not published</h1>" in html
    assert "Two people have agreed on that" in html


@pytest.mark.parametrize("at_first", ["receive", "published", "answered"])
def test_the_page_is_the_same_letter_by_letter_during_a_hold(at_first, request, client, moderator):
    contribution = request.getfixturevalue(at_first)()
    before = _without_tokens(shown(client, contribution.code))
    actions.pass_to_safeguarding(contribution=contribution, by=moderator, at=TUESDAY)
    assert _without_tokens(shown(client, contribution.code)) == before


def _without_tokens(html: str) -> str:
    return "\n".join(line for line in html.splitlines() if "csrfmiddlewaretoken" not in line)


def do(client, what, code, **told) -> str:
    page = client.post(f"{RECEIPT}{what}/", {"code": code} | told)
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def asked(receive, moderator, second_moderator):
    """A contribution whose author is asked to agree to `We wait.`"""
    contribution = receive(text=f"{PLANTED} waits.")
    version = actions.save_public_version(
        contribution=contribution, text="We wait.", by=moderator, at=TUESDAY
    )
    actions.approve_public_version(version=version, ask_author=True, by=second_moderator, at=TUESDAY)
    return contribution


def test_an_author_agrees_with_a_button(client, asked):
    html = shown(client, asked.code)
    assert "<h1>Needs your agreement</h1>" in html
    assert "We wait." in html
    html = do(client, "agree", asked.code, number="1")
    assert "<h1>Being read</h1>" in html
    assert "and then it is published" in html
    assert "Thank you. You have agreed." in html


def test_a_version_that_has_changed_is_shown_again_before_it_is_agreed(client, asked):
    html = do(client, "agree", asked.code, number="7")
    assert "has changed since you opened" in html
    assert "<h1>Needs your agreement</h1>" in html


def test_an_author_says_no_with_words_or_not_at_all(client, asked):
    html = do(client, "disagree", asked.code, number="1", why="")
    assert "<title>Error: " in html
    assert "Say what is wrong with it" in html
    html = do(client, "disagree", asked.code, number="1", show_nothing="1")
    assert "<h1>Being read</h1>" in html
    assert "counted and not shown" in html


def test_something_is_added_after_the_coach_has_pointed_once(client, receive):
    code = receive().code
    html = do(client, "add", code, text="Jack waits too.")
    assert "<mark>Jack</mark>" in html
    assert not Addition.objects.exists()
    assert "Added. Somebody reads it" in do(client, "add", code, text="Jack waits too.", checked="1")
    assert Addition.objects.get().text == "Jack waits too."
    assert "Jack" not in shown(client, code)


def test_nothing_delays_a_word_about_risk_that_is_added(client, receive, lead):
    do(client, "add", receive().code, text="Jack's dad hits Jack.")
    assert Addition.objects.count() == 1
    assert OutboxMail.objects.get().recipient == lead


def test_after_an_answer_the_author_is_asked_whether_it_made_a_difference(client, answered, published):
    code = answered().code
    assert "Did it make a difference?" in shown(client, code)
    assert "Choose whether it made" in do(client, "difference", code)
    html = do(client, "difference", code, difference="partly", text="A shorter wait.")
    assert "<strong>A little</strong>" in html
    assert "A shorter wait." not in html


def test_before_an_answer_nobody_asks(client, published):
    assert "Did it make a difference?" not in shown(client, published().code)


def test_the_address_is_changed_and_deleted_and_never_shown(client, receive):
    code = receive(email="one@example.org").code
    assert "one@example.org" not in shown(client, code)
    assert "like name@example.org" in do(client, "contact", code, email="nonsense")
    html = do(client, "contact", code, email="two@example.org")
    assert Contact.objects.get().mail_address == "two@example.org"
    assert "two@example.org" not in html
    assert "is deleted" in do(client, "contact", code, delete="1")
    assert not Contact.objects.exists()


def test_after_withdrawing_there_is_nothing_more_to_do(client, receive):
    code = receive(email="one@example.org").code
    html = do(client, "withdraw", code)
    for words in ("Add something", "e-mail address", "Did it make"):
        assert words not in html.split("</main>")[0]
    assert "is gone" in do(client, "add", code, text="More.")


@pytest.mark.parametrize("what", ["add", "agree", "disagree", "difference", "contact", "withdraw"])
def test_every_one_of_these_needs_the_code_and_a_post(client, receive, what):
    receive()
    assert client.get(f"{RECEIPT}{what}/").status_code == 405
    html = do(client, what, "2" * 16, text="x", number="1", difference="yes", email="a@example.org")
    assert "do not know this code" in html


@pytest.mark.parametrize("what", ["add", "agree", "disagree", "difference", "contact"])
@pytest.mark.parametrize("value", ["", "<script>alert(1)</script>", "\x00", "x" * 6000, "💥"], ids=range(5))
def test_no_field_breaks_these_pages(client, asked, what, value):
    names = ("text", "number", "why", "show_nothing", "difference", "email", "checked", "delete")
    html = do(client, what, asked.code, **dict.fromkeys(names, value))
    assert "<script>alert" not in html


def test_it_can_be_withdrawn_and_stays_withdrawn(client, published):
    contribution = published()
    for _ in range(2):
        page = client.post(WITHDRAW, {"code": contribution.code})
        assert "<h1>Withdrawn</h1>" in page.content.decode()
    assert Contribution.objects.get().state == State.WITHDRAWN
    assert "Withdraw what I said" not in shown(client, contribution.code)


def test_pressed_twice_at_once_it_is_withdrawn_once_and_both_are_told(client, published, monkeypatch):
    contribution = published()
    as_both_saw_it = receipt_status(Contribution.objects.get())
    client.post(WITHDRAW, {"code": contribution.code})
    monkeypatch.setattr(returning, "receipt_status", lambda *_: as_both_saw_it)
    assert client.post(WITHDRAW, {"code": contribution.code}).status_code == 200
    assert Contribution.objects.get().events.filter(step="withdraw").count() == 1


def test_withdrawing_needs_the_code_and_a_post(client, receive):
    receive()
    assert client.get(WITHDRAW).status_code == 405
    client.post(WITHDRAW, {"code": "2" * 16})
    assert Contribution.objects.get().state == State.RECEIVED


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("", "Enter your code"),
        ("2222", "You entered 4"),
        ("2" * 15 + "3", "is not right"),
        ("2" * 16, "do not know this code"),
        ("<script>" * 8, "at most 60 characters"),
    ],
    ids=["empty", "short", "slip", "unknown", "hostile"],
)
def test_a_wrong_code_is_told_in_words(client, db, code, words):
    page = client.post(RECEIPT, {"code": code})
    assert page.status_code == 200
    assert words in page.content.decode()


def test_the_code_never_comes_by_address(client, receive):
    code = receive().code
    html = client.get(RECEIPT, {"code": code}).content.decode()
    assert "Being read" not in html


def test_after_too_many_wrong_codes_even_a_right_one_waits_for_tomorrow(client, receive, monkeypatch):
    monkeypatch.setitem(limits.A_DAY, "wrong_code", 2)
    code = receive().code
    for _ in range(3):
        assert client.post(RECEIPT, {"code": "2" * 16}).status_code == 200
    page = client.post(RECEIPT, {"code": code})
    assert page.status_code == 429
    assert "Come back tomorrow" in page.content.decode()
    assert Client(REMOTE_ADDR="192.0.2.9").post(RECEIPT, {"code": code}).status_code == 200


def test_right_codes_are_not_counted(client, receive, monkeypatch):
    monkeypatch.setitem(limits.A_DAY, "wrong_code", 1)
    code = receive().code
    assert all("Being read" in shown(client, code) for _ in range(5))


def test_the_page_costs_a_fixed_number_of_queries(client, answered, django_assert_max_num_queries):
    code = answered().code
    with django_assert_max_num_queries(10):
        shown(client, code)
