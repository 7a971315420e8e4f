"""The rules stand in the database too, whoever writes to it."""

import pytest
from django.db import IntegrityError, transaction

from feedback.contributions.models import (
    AddressTally,
    Contribution,
    ContributionEvent,
    NotPublishingReason,
    Original,
    OriginalOpening,
    PublicVersion,
    Response,
    ResponseVersion,
    SafeguardingReferral,
    Withholding,
)
from tests.feedback.contributions.conftest import MONDAY, TUESDAY


def breaks(constraint, write):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        write()


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("contribution_state_is_known", {"state": "lost"}),
        ("contribution_hold_knows_what_it_resumes_as", {"state": "safeguarding hold"}),
        ("contribution_hold_knows_what_it_resumes_as", {"resumes_as": "received"}),
        ("contribution_published_has_approved_version", {"state": "published"}),
        ("contribution_published_has_approved_version", {"state": "ready"}),
        (
            "contribution_published_has_approved_version",
            {"state": "safeguarding hold", "resumes_as": "published"},
        ),
        ("contribution_answered_is_approved_or_counted_only", {"state": "answered"}),
        ("contribution_not_published_has_reason", {"state": "not published"}),
        ("contribution_on_behalf_names_who_and_consent", {"channel": "paper"}),
        ("contribution_about_is_whole", {"about_title": "A page"}),
        ("contribution_kind_is_known", {"kind": "rumour"}),
        ("contribution_partner_type_is_known", {"partner_type": "robot"}),
        ("contribution_consent_is_known", {"publish_consent": "maybe"}),
    ],
    ids=str,
)
def test_a_contribution_cannot_be(receive, constraint, change):
    pk = receive().pk
    breaks(constraint, lambda: Contribution.objects.filter(pk=pk).update(**change))


def test_what_is_counted_only_cannot_have_a_public_text(published):
    pk = published().pk
    change = {"publish_consent": "counts_only"}
    breaks(
        "contribution_counted_only_has_no_public_text",
        lambda: Contribution.objects.filter(pk=pk).update(**change),
    )


def test_no_two_contributions_have_one_receipt(receive):
    first, second = receive(), receive()
    breaks(
        "receipt_hmac",
        lambda: Contribution.objects.filter(pk=second.pk).update(receipt_hmac=first.receipt_hmac),
    )


def test_the_editor_cannot_approve_what_needs_a_second_person(receive, moderator):
    breaks(
        "public_version_second_person_approves",
        lambda: PublicVersion.objects.create(
            contribution=receive(),
            number=1,
            text="x",
            needs_second_person=True,
            edited_by=moderator,
            edited_at=MONDAY,
            approved_by=moderator,
            approved_at=MONDAY,
        ),
    )


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("public_version_approved_by_and_at_together", {"approved_at": None}),
    ],
    ids=str,
)
def test_a_public_version_cannot_be(published, constraint, change):
    published()
    breaks(constraint, lambda: PublicVersion.objects.update(**change))


def test_an_original_is_sealed_by_somebody(published):
    published()
    breaks("original_sealed_by_and_at_together", lambda: Original.objects.update(sealed_by=None))


@pytest.mark.parametrize("model", [Original, PublicVersion])
def test_no_text_at_all_is_not_sealed(published, model):
    published()
    with pytest.raises(ValueError, match="no words to seal"):
        model.objects.update(text="")


def test_an_opening_has_a_reason(receive, moderator):
    breaks(
        "original_opening_has_reason",
        lambda: OriginalOpening.objects.create(
            contribution=receive(), opened_by=moderator, opened_at=MONDAY, reason="", while_held=False
        ),
    )


def test_a_contribution_is_received_once(receive):
    breaks(
        "contribution_event_received_once",
        lambda: ContributionEvent.objects.create(
            contribution=receive(), step="receive", to_state="received", shows_as="received", at=MONDAY
        ),
    )


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("contribution_event_starts_somewhere", {"from_state": "received"}),
        ("contribution_event_shows_no_hold", {"shows_as": "safeguarding hold"}),
        ("contribution_event_step_is_known", {"step": "lose", "from_state": "received"}),
    ],
    ids=str,
)
def test_an_event_cannot_be(receive, constraint, change):
    receive()
    breaks(constraint, lambda: ContributionEvent.objects.update(**change))


def withhold(contribution, moderator, **fields):
    fields = {"needs_second_person": True, "proposed_by": moderator, "proposed_at": MONDAY} | fields
    return Withholding.objects.create(
        contribution=contribution, reason=NotPublishingReason.objects.first(), **fields
    )


def test_a_withholding_is_agreed_by_a_second_person_in_full_and_open_once(receive, moderator):
    contribution = receive()
    agreed = {"is_agreed": True, "decided_by": moderator, "decided_at": MONDAY}
    breaks("withholding_second_person_agrees", lambda: withhold(contribution, moderator, **agreed))
    breaks(
        "withholding_decided_by_and_at_together", lambda: withhold(contribution, moderator, is_agreed=True)
    )
    withhold(contribution, moderator)
    breaks("withholding_open_once", lambda: withhold(contribution, moderator))


def test_a_reason_has_public_wording(db):
    breaks(
        "not_publishing_reason_has_public_wording",
        lambda: NotPublishingReason.objects.create(slug="because", label="Because", public_wording=""),
    )


def test_a_referral_names_to_whom(receive, lead):
    breaks(
        "safeguarding_referral_names_to_whom",
        lambda: SafeguardingReferral.objects.create(
            contribution=receive(), handed_to="", recorded_by=lead, recorded_at=MONDAY
        ),
    )


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("response_version_outcome_is_known", {"outcome": "maybe"}),
        ("response_version_says_what_was_said", {"you_said": ""}),
        ("response_version_has_deed_or_reason", {"what": ""}),
        ("response_version_has_deed_or_reason", {"outcome": "will_not", "what": ""}),
        ("response_version_promise_has_owner_and_due", {"outcome": "will"}),
        ("response_version_deed_shows_evidence", {"evidence_type": None, "evidence_id": ""}),
        ("response_version_evidence_is_whole", {"evidence": ""}),
        ("response_version_evidence_is_whole", {"evidence_id": ""}),
        ("response_version_evidence_is_an_address", {"evidence_url": "javascript:alert(1)"}),
        ("response_version_evidence_is_an_address", {"evidence_url": "//elsewhere.example"}),
        ("response_version_published_by_and_at_together", {"published_by": None}),
    ],
    ids=str,
)
def test_an_answer_cannot_be(answered, constraint, change):
    answered()
    breaks(constraint, lambda: ResponseVersion.objects.update(**change))


def test_an_answer_has_one_version_of_a_number(answered, moderator):
    response = answered().response
    breaks(
        "response_version_number_once_a_response",
        lambda: ResponseVersion.objects.create(
            response=response,
            number=1,
            you_said="x",
            outcome="will_not",
            reason="x",
            drafted_by=moderator,
            drafted_at=TUESDAY,
        ),
    )
    assert Response.objects.count() == 1


def test_an_address_is_tallied_in_one_row_a_day(db):
    row = {"day": MONDAY.date(), "purpose": "give", "address_hmac": "x"}
    AddressTally.objects.create(**row)
    breaks("address_tally_one_a_day", lambda: AddressTally.objects.create(**row))
