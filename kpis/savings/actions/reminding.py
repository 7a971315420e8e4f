"""Reminding finance of what waits for its signature: nothing counts as delivered before."""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kpis.savings.queries.sign_off import FinanceQueue, finance_queue
from kpis.workstreams.actions import queue_mail


@transaction.atomic
def remind_finance(*, at: datetime) -> int:
    """One mail a week to each person of finance for whom something waits; to how many. Safe to run every day."""
    waiting = {user: finance_queue(user) for user in get_user_model().objects.with_perm("savings.sign_off")}
    concerned = {user: queue for user, queue in waiting.items() if not queue.is_empty}
    for user, queue in concerned.items():
        queue_mail(
            key=f"savings-waiting-{timezone.localdate(at):%G-%V}-{user.pk}",
            template="savings_waiting",
            recipient=user,
            context=_counts(queue) | {"link": reverse("savings:sign_off")},
            at=at,
        )
    return len(concerned)


def _counts(queue: FinanceQueue) -> dict:
    oldest = min((report.reported_at for report in queue.reports), default=None)
    return {
        "reports": len(queue.reports),
        "plans": len(queue.plans),
        "baselines": len(queue.baselines),
        "oldest": f"{timezone.localdate(oldest):%-d %B %Y}" if oldest else "",
    }
