"""Work the clock starts, and work that takes longer than a reader of a page waits."""

from datetime import timedelta

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone
from wagtail import hooks

from portal.local_offer import actions
from portal.local_offer.actions import importing
from portal.local_offer.queries.importing import unfinished

NOT_LONGER_THAN = timedelta(hours=1)  # what fails for an hour is not tried for ever


@shared_task
def publish_scheduled():
    """Publish what editors set to go live by now, and take down what has run out. Safe to run twice."""
    hooks.search_for_hooks()  # the receivers that keep the catalogue: a worker draws no page that would load them
    call_command("publish_scheduled")


@shared_task
def look_through_import(*, import_id):
    importing.fetch_and_look_through(import_id=import_id, at=timezone.now())


@shared_task
def apply_import(*, import_id):
    importing.apply_import(import_id=import_id, at=timezone.now())


@shared_task
def sweep_imports():
    """Take up what a dead worker left: each may be done twice, and is done once."""
    for left in unfinished(since=timezone.now() - NOT_LONGER_THAN):
        (apply_import if left.looked_through_at else look_through_import).delay(import_id=left.pk)


@shared_task
def remind_of_checks():
    """Ask whether pages are still right, each once a stage. Safe to run twice."""
    actions.remind_of_checks(at=timezone.now())


@shared_task
def fill_offer_measures():
    """Count the month that has ended, once. Safe to run twice."""
    actions.fill_offer_measures(at=timezone.now())
