"""Reasons not to publish: other words are a new row, and what is missing is named."""

import pytest

from feedback.contributions import actions
from feedback.contributions.models import Contribution, NotPublishingReason
from feedback.contributions.queries import reasons_are_complete, what_reasons_lack
from feedback.contributions.queries.receipts import receipt_status
from tests.feedback.contributions.conftest import TUESDAY
from tests.feedback.contributions.test_constraints import breaks

WORDING = "It says nothing that anybody could act on. It is counted."


@pytest.fixture
def keeper(person):
    return person("administrator")


def current() -> list[str]:
    return list(NotPublishingReason.objects.current().in_order().values_list("label", flat=True))


FIRST = "Vexatious"
SECOND = "About services to one particular person"
THIRD = "Not about the Local Offer or the plan"


def test_the_product_brings_the_three_reasons_of_the_rules(db):
    assert current() == [FIRST, SECOND, THIRD]


def test_other_words_are_a_new_row_and_what_was_decided_keeps_the_old_ones(
    receive, moderator, second_moderator, keeper
):
    reason = NotPublishingReason.objects.get(slug="vexatious")
    contribution = receive()
    proposal = actions.propose_withholding(contribution=contribution, reason=reason, by=moderator, at=TUESDAY)
    actions.decide_withholding(withholding=proposal, agree=True, by=second_moderator, at=TUESDAY)
    changed = actions.change_reason(
        reason=reason,
        label="Only to attack",
        public_wording=WORDING,
        needs_second_person=True,
        by=keeper,
        at=TUESDAY,
    )
    assert current() == ["Only to attack", SECOND, THIRD]
    assert (changed.replaces, changed.slug, changed.written_by) == (reason, "vexatious-2", keeper)
    decided = Contribution.objects.get()
    assert decided.not_published_because == reason
    assert receipt_status(decided).explanation.startswith("It was written to attack")


def test_the_same_words_change_nothing(keeper):
    reason = NotPublishingReason.objects.get(slug="vexatious")
    same = actions.change_reason(
        reason=reason,
        label=reason.label,
        public_wording=reason.public_wording,
        needs_second_person=reason.needs_second_person,
        by=keeper,
        at=TUESDAY,
    )
    assert (same, NotPublishingReason.objects.count()) == (reason, 3)


def test_two_who_change_one_reason_the_second_is_told(keeper):
    reason = NotPublishingReason.objects.get(slug="vexatious")
    change = {"reason": reason, "public_wording": WORDING, "needs_second_person": True, "by": keeper}
    actions.change_reason(**change, label="One", at=TUESDAY)
    with pytest.raises(actions.Refused, match="changed this reason since"):
        actions.change_reason(**change, label="Two", at=TUESDAY)


def test_a_name_is_used_once(keeper):
    with pytest.raises(actions.Refused, match="name already") as refused:
        actions.add_reason(label="vexatious ", public_wording=WORDING, by=keeper, at=TUESDAY)
    assert refused.value.field == "label"


def test_a_reason_is_added_moved_up_and_no_longer_used(keeper, receive, moderator):
    added = actions.add_reason(label="Empty words", public_wording=WORDING, by=keeper, at=TUESDAY)
    assert (current()[-1], added.needs_second_person) == ("Empty words", True)
    actions.move_reason_up(reason=added, by=keeper, at=TUESDAY)
    assert current() == [FIRST, SECOND, "Empty words", THIRD]
    actions.end_reason(reason=added, by=keeper, at=TUESDAY)
    assert current() == [FIRST, SECOND, THIRD]
    added.refresh_from_db()
    with pytest.raises(actions.Refused, match="not used any more"):
        actions.propose_withholding(contribution=receive(), reason=added, by=moderator, at=TUESDAY)


def test_the_last_reason_stays(keeper):
    first, *others = NotPublishingReason.objects.current().in_order()
    for reason in others:
        actions.end_reason(reason=reason, by=keeper, at=TUESDAY)
    with pytest.raises(actions.Refused, match="only reason"):
        actions.end_reason(reason=first, by=keeper, at=TUESDAY)


def test_what_is_missing_is_named(keeper, moderator, second_moderator):
    assert (reasons_are_complete(), what_reasons_lack()) == (True, [])
    actions.add_reason(label="Too short", public_wording="No.", by=keeper, at=TUESDAY)
    second_moderator.grants.all().delete()
    assert what_reasons_lack() == [
        "“Too short”: what its author reads is too short to understand. Write a whole sentence.",
        "There are fewer than two moderators: nobody can be the second person who agrees.",
    ]
    assert not reasons_are_complete()


def test_the_rules_of_a_reason_stand_in_the_database(keeper):
    reason = NotPublishingReason.objects.get(slug="vexatious")
    rows = NotPublishingReason.objects.filter(pk=reason.pk)
    breaks("reason_ended_by_and_at_together", lambda: rows.update(ended_at=TUESDAY))
    breaks("reason_written_by_and_at_together", lambda: rows.update(written_at=TUESDAY))
    breaks("reason_replaces_another", lambda: rows.update(replaces=reason))
    breaks(
        "not_publishing_reason_label_once",
        lambda: NotPublishingReason.objects.create(slug="x", label=FIRST, public_wording="x"),
    )
