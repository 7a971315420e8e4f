"""Mail goes out in the background."""

from celery import shared_task
from django.utils import timezone

from portal.accounts import actions


@shared_task(autoretry_for=(actions.MailServerAway,), retry_backoff=5, max_retries=3)
def send_outbox():
    actions.send_outbox(at=timezone.now())
