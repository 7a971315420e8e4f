"""Somebody may be at risk, by what an author ticked or wrote: the leads are told at once, without a moderator."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from feedback.contributions.actions.steps import note
from feedback.contributions.models import Contribution, SafeguardingAlert
from feedback.contributions.models.event import ALERT
from kpis.workstreams.actions import queue_mail


def raise_alert(contribution: Contribution, *, raised_by: str, at) -> SafeguardingAlert:
    """The open alert of a contribution that the caller holds: a new one with a mail to every lead, or the one there is.

    `raised_by` is of `SafeguardingAlert.RaisedBy`. Nothing else about the contribution changes.
    """
    already_open = contribution.alerts.open().first()
    if already_open:
        return already_open
    alert = SafeguardingAlert.objects.create(contribution=contribution, raised_by=raised_by, raised_at=at)
    why = SafeguardingAlert.RaisedBy(raised_by).label
    note(contribution, ALERT, from_state=contribution.state, by=None, at=at, why=why)
    tell_the_leads(template="contributions/alert", once=_once(contribution, alert, at), at=at)
    return alert


def _once(contribution: Contribution, alert: SafeguardingAlert, at) -> str:
    """One mail an alert; of what is set aside as possible abuse one an hour, so that nobody can flood the leads."""
    if contribution.set_aside:
        return f"set-aside-{timezone.localtime(at):%Y-%m-%dT%H}"
    return f"alert-{alert.pk}"


def tell_the_leads(*, template: str, once: str, at):
    """A mail without content to every safeguarding lead. `once` names what it is about: each gets one mail of it."""
    for lead in get_user_model().objects.with_perm("contributions.safeguard"):
        queue_mail(
            key=f"safeguarding-{once}-{lead.pk}",
            template=template,
            recipient=lead,
            context={"link": reverse("contributions:safeguarding")},
            at=at,
        )
