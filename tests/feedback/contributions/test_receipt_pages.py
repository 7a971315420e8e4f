"""Back with a code: one sees where it stands, in plain words, and can take it back."""

import pytest
from django.test import Client

from feedback.contributions import actions
from feedback.contributions.actions import limits
from feedback.contributions.models import Contribution, NotPublishingReason
from feedback.domain.lifecycle import State
from feedback.domain.receipts import grouped
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


def test_it_can_be_withdrawn_and_stays_withdrawn(client, published):
    contribution = published()
    for _ in range(2):
        page = client.post(WITHDRAW, {"code": contribution.code})
        assert "<h1>Withdrawn</h1>" in page.content.decode()
    assert Contribution.objects.get().state == State.WITHDRAWN
    assert "Withdraw what I said" not in shown(client, contribution.code)


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
    with django_assert_max_num_queries(8):
        shown(client, code)
