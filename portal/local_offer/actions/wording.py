"""The parent carer forum approves the wording of pages on places outside the area."""

from datetime import datetime

from feedback.contributions.actions import Refused
from portal.local_offer.edition import new_edition
from portal.local_offer.models import CheckedPage, WordingApproval


def approve_wording(*, page: CheckedPage, wording: str, by, at: datetime) -> WordingApproval:
    """These are the words that `by` has read; other words would need another approval. Raises Refused."""
    if not by.has_perm("local_offer.approve_wording"):
        raise Refused("The parent carer forum approves the wording of these pages.")
    if wording != page.wording:
        raise Refused("The page has changed since you opened it. Please read it again.")
    approval, _ = WordingApproval.objects.get_or_create(
        page_id=page.pk, fingerprint=wording, defaults={"approved_by": by, "approved_at": at}
    )
    new_edition()
    return approval
