"""From every page a reader can tell us something, and what we answered stands on the page."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from feedback.contributions import actions as feedback
from feedback.contributions.actions.answering import Words


@pytest.fixture
def page(add_page, guidance):
    return add_page(guidance())


@pytest.fixture
def answered(page, told_about, person):
    """A comment about the page, answered and published."""
    told = told_about(page, "Our words.", public="Say how long it takes.")
    moderator = person("moderator")
    by = {"by": moderator, "at": timezone.now() + timedelta(hours=1)}
    words = Words(
        you_said="It does not say how long it takes.", outcome="did", what="It does now.", evidence=page
    )
    response = feedback.draft_response(contributions=[told], words=words, **by)
    return feedback.publish_response(
        response=response, number=response.versions.count(), by=person("moderator"), at=by["at"]
    )


def test_the_answer_stands_on_the_page_it_is_about_and_on_no_other(answered, page, section, client):
    words = client.get(page.url).content.decode()
    assert "You said, we did" in words
    assert "It does not say how long it takes." in words
    assert "It does now." in words
    assert "Our words." not in words
    assert "It does now." not in client.get(section.url).content.decode()


@pytest.mark.parametrize("kind", ["provision", "information", "making"])
def test_each_kind_that_regulation_56_asks_about_is_a_link_that_chooses_it(page, client, kind):
    words = client.get(page.url).content.decode()
    [address] = re.findall(rf'href="(/[^"]*kind={kind})"', words)
    form = client.get(address.replace("&amp;", "&")).context["form"]
    assert form["kind"].value() == kind
    assert page.title in dict(form.fields["about"].choices)[form["about"].value()]


def test_a_kind_that_nobody_knows_is_not_chosen(client, page):
    answer = client.get("/feedback/", {"kind": "<script>"})
    assert answer.status_code in (200, 404)
    assert "<script>" not in answer.content.decode()
