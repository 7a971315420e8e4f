"""Joining and leaving a partner organisation."""

from django.db import transaction

from kpis.workstreams.models import Membership


class NotAMember(ValueError):
    """This person does not belong to this organisation now."""


def join_partner(*, user, partner, on, position=""):
    """The person's membership from this day; joining twice changes nothing but a position that is named."""
    membership, created = Membership.objects.get_or_create(
        user=user, partner=partner, until_on=None, defaults={"position": position, "since_on": on}
    )
    if not created and position and position != membership.position:
        membership.position = position
        membership.save(update_fields=["position"])
    return membership


@transaction.atomic
def leave_partner(*, user, partner, on):
    """Ends the membership with this day; one that began on the same day never was. Raises NotAMember."""
    current = Membership.objects.select_for_update().filter(user=user, partner=partner, until_on=None).first()
    if current is None:
        raise NotAMember(partner)
    if current.since_on >= on:
        current.delete()
        return
    current.until_on = on
    current.save(update_fields=["until_on"])
