"""You said, we did: complete or refused, in versions, answering everything it names."""

from datetime import date

import pytest

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Contribution, ResponseVersion
from feedback.domain.lifecycle import State
from tests.feedback.contributions.conftest import TUESDAY

WILL = Words(
    you_said="Waits.", outcome="will", what="Hire.", owner="Head of therapies", due_on=date(2020, 3, 31)
)
WILL_NOT = Words(you_said="Waits.", outcome="will_not", reason="There is no money for it before April.")


def draft(contributions, words, by):
    return actions.draft_response(contributions=contributions, words=words, by=by, at=TUESDAY)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (Words(you_said=" ", outcome="did", what="Done."), "you_said"),
        (Words(you_said="Waits.", outcome="maybe"), "outcome"),
        (Words(you_said="Waits.", outcome="did"), "what"),
        (Words(you_said="Waits.", outcome="did", what="Done."), "evidence"),
        (Words(you_said="Waits.", outcome="will", what="Hire.", due_on=date(2020, 1, 1)), "owner"),
        (Words(you_said="Waits.", outcome="will", what="Hire.", owner="Head"), "due_on"),
        (Words(you_said="Waits.", outcome="will_not", what="Hire."), "reason"),
    ],
    ids=["nothing said", "no outcome", "no deed", "no evidence", "no owner", "no date", "no reason"],
)
def test_an_incomplete_answer_is_refused_by_its_field(published, moderator, words, field):
    with pytest.raises(actions.Refused) as refusal:
        draft([published()], words, moderator)
    assert refusal.value.field == field
    assert not ResponseVersion.objects.exists()


@pytest.mark.parametrize("outcome", ["did", "will", "will_not"])
def test_one_answer_answers_many(published, moderator, did, outcome):
    words = {"did": did, "will": WILL, "will_not": WILL_NOT}[outcome]
    contributions = [published(), published(text="Jack waits.", public="Waits.")]
    response = draft(contributions, words, moderator)
    assert {c.state for c in Contribution.objects.all()} == {State.PUBLISHED}
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    assert {c.state for c in Contribution.objects.all()} == {State.ANSWERED}


def test_what_is_counted_only_can_be_answered_and_is_never_shown(receive, moderator, did):
    contribution = actions.keep_private(
        contribution=receive(publish_consent="counts_only"), by=moderator, at=TUESDAY
    )
    actions.publish_response(
        response=draft([contribution], did, moderator), number=1, by=moderator, at=TUESDAY
    )
    contribution.refresh_from_db()
    assert contribution.state == State.ANSWERED
    assert contribution not in Contribution.objects.shown_in_public()


def test_what_nobody_has_read_cannot_be_answered(receive, moderator, did):
    with pytest.raises(actions.Refused, match="cannot be answered"):
        draft([receive()], did, moderator)


def test_an_answer_names_what_it_answers(db, moderator, did):
    with pytest.raises(actions.Refused, match="at least one"):
        draft([], did, moderator)


def test_a_revision_is_a_new_version_and_the_published_one_stays_until_then(answered, moderator, did):
    contribution = answered()
    response = contribution.response
    actions.revise_response(
        response=response, contributions=[contribution], words=WILL, based_on=1, by=moderator, at=TUESDAY
    )
    response.refresh_from_db()
    assert response.published_version.what == did.what
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    response.refresh_from_db()
    assert response.published_version.what == WILL.what
    assert [v.what for v in response.versions.order_by("number")] == [did.what, WILL.what]


def test_two_writers_of_one_answer_the_second_is_told(answered, moderator):
    contribution = answered()
    revision = {
        "response": contribution.response,
        "contributions": [contribution],
        "by": moderator,
        "at": TUESDAY,
    }
    actions.revise_response(words=WILL, based_on=1, **revision)
    with pytest.raises(actions.Refused, match="newer version"):
        actions.revise_response(words=WILL_NOT, based_on=1, **revision)


def test_a_draft_changes_nothing_of_what_is_published(answered, published, milestone, moderator, did):
    """Neither whom the answer is for nor its workstream: what is read and counted waits for a publisher too."""
    told = answered()
    other, therapies = published(), milestone.workstream
    response = actions.revise_response(
        response=told.response,
        contributions=[other],
        words=did,
        workstream=therapies,
        based_on=1,
        by=moderator,
        at=TUESDAY,
    )
    response.refresh_from_db()
    assert (list(response.contributions.all()), response.workstream) == ([told], None)
    actions.publish_response(response=response, number=2, by=moderator, at=TUESDAY)
    response.refresh_from_db()
    assert (list(response.contributions.all()), response.workstream) == ([other], therapies)
    assert Contribution.objects.get(pk=other.pk).state == State.ANSWERED


def test_nobody_publishes_words_that_they_have_not_read(answered, moderator, did):
    told = answered()
    actions.revise_response(
        response=told.response, contributions=[told], words=did, based_on=1, by=moderator, at=TUESDAY
    )
    with pytest.raises(actions.Refused, match="newer version"):
        actions.publish_response(response=told.response, number=1, by=moderator, at=TUESDAY)


def test_a_version_is_published_once(answered, moderator):
    with pytest.raises(actions.Refused, match="already"):
        actions.publish_response(response=answered().response, number=1, by=moderator, at=TUESDAY)


def test_what_is_held_stays_linked_when_somebody_revises(published, moderator, did):
    held, other = published(), published(text="Jack waits.", public="Waits.")
    response = draft([held, other], did, moderator)
    actions.pass_to_safeguarding(contribution=held, by=moderator, at=TUESDAY)
    actions.revise_response(
        response=response, contributions=[other], words=WILL, based_on=1, by=moderator, at=TUESDAY
    )
    assert set(response.contributions.all()) == {held, other}


def test_only_what_belongs_to_the_outcome_is_kept(published, moderator):
    words = Words(
        you_said="W", outcome="will_not", reason="No.", what="x", owner="y", due_on=date(2020, 1, 1)
    )
    version = draft([published()], words, moderator).versions.get()
    assert (version.what, version.owner, version.due_on, version.answer) == ("", "", None, "No.")


def test_the_forum_writes_beside_a_published_answer_only(published, moderator, person, did):
    forum = person("forum")
    response = draft([published()], did, moderator)
    with pytest.raises(actions.Refused, match="not published"):
        actions.write_forum_view(response=response, text="Good.", by=forum, at=TUESDAY)
    actions.publish_response(response=response, number=response.versions.count(), by=moderator, at=TUESDAY)
    assert actions.write_forum_view(response=response, text=" Good. ", by=forum, at=TUESDAY).text == "Good."
