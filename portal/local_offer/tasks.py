"""Work the clock starts."""

from celery import shared_task
from django.core.management import call_command


@shared_task
def publish_scheduled():
    """Publish what editors set to go live by now, and take down what has run out. Safe to run twice."""
    call_command("publish_scheduled")
