"""Asking whether pages are still right: first the provider, and when nobody answers the partner that owns the page."""

from collections import defaultdict
from datetime import date, datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from kpis.workstreams.actions import queue_mail
from portal.local_offer.check_links import CheckLink
from portal.local_offer.models import CheckReminder
from portal.local_offer.queries.freshness import Due, due_checks, leads_of_partners, members_of, not_asked_yet

Stage = CheckReminder.Stage


@transaction.atomic
def remind_of_checks(*, at: datetime) -> int:
    """Write to whoever should say whether pages are still right; of how many pages. Safe to run again.

    Each page once a stage: before the day, on it, two weeks later, and after four weeks to the partner that owns it.
    A provider with several pages gets one mail. Where there is nobody to ask, the partner is asked at once.
    """
    today = timezone.localdate(at)
    due = not_asked_yet(due_checks(today))
    if not due:
        return 0
    asked = [
        CheckReminder(
            page_id=one.entry.page_id, stage=one.stage, for_check_on=one.entry.next_check_on, sent_at=at
        )
        for one in due
    ]
    CheckReminder.objects.bulk_create(asked, ignore_conflicts=True)
    for receiver, theirs in _by_receiver(due, today).values():
        _write(receiver, theirs, today=today, at=at)
    return len(due)


def _by_receiver(due: list[Due], today: date) -> dict:
    """{name of the receiver: (how the outbox addresses them, what they are asked about)}."""
    members = members_of({one.provider for one in due if one.provider})
    leads, editors = leads_of_partners(today), None
    found = defaultdict(lambda: (None, []))
    for one in due:
        receivers = [] if one.stage == Stage.ESCALATED else _of_the_provider(one, members)
        if not receivers:
            people = leads.get(one.entry.owner_partner_id)
            if people is None:
                editors = _editors() if editors is None else editors
                people = editors
            receivers = [(f"person-{user.pk}", {"recipient": user}) for user in people]
        for name, receiver in receivers:
            found[name] = (receiver, [*found[name][1], one])
    return found


def _of_the_provider(one: Due, members: dict) -> list[tuple[str, dict]]:
    if one.provider is None:
        return []
    if one.provider.mail_address:
        return [(f"provider-{one.provider.pk}", {"addressee": one.provider})]
    return [(f"person-{user.pk}", {"recipient": user}) for user in members.get(one.provider.pk, [])]


def _editors() -> list:
    return list(get_user_model().objects.with_perm("local_offer.edit_pages"))


def _write(receiver: dict, due: list[Due], *, today: date, at: datetime) -> None:
    pages = [
        {
            "title": one.entry.title,
            "due_on": f"{one.entry.next_check_on.day} {one.entry.next_check_on:%B %Y}",
            "link": CheckLink(one.entry.page_id, one.entry.next_check_on).address,
        }
        for one in due
    ]
    name = "-".join(f"{kind}-{row.pk}" for kind, row in receiver.items())
    queue_mail(
        key=f"offer-check-{today}-{name}-{due[0].entry.page_id}",
        template="local_offer/please_check",
        context={
            "pages": pages,
            "is_late": any(one.entry.next_check_on < today for one in due),
            "is_escalated": any(one.stage == Stage.ESCALATED for one in due),
        },
        at=at,
        **receiver,
    )
