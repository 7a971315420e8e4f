"""A worker killed in the middle of an import of listings: it ends after a restart, and everything is there once."""

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page

from portal.celery import app
from portal.local_offer import tasks
from portal.local_offer.actions import importing
from portal.local_offer.models import ImportedFile, ImportedRow, ListingImport, ServicePage
from portal.runtime.tasks import return_unacknowledged
from tests.portal.local_offer.importing.conftest import as_csv, messy_rows
from tests.servers import wait_until

COUNT = 30  # of which every tenth cannot be taken
OTHERS = """
    SELECT count(xact_start), count(*) FILTER (WHERE wait_event_type = 'Lock') FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""

pytestmark = pytest.mark.servers


@pytest.fixture
def send(celery_worker_process, importer, section):
    """Send a list, into the worker's database; nobody has looked through it yet."""

    def send_list(source, count):
        return importing.receive_import(
            kind="spreadsheet",
            source=source,
            files=[("list.csv", as_csv(messy_rows(count)))],
            by=importer,
            at=timezone.now(),
        )

    return send_list


def others() -> dict[str, bool]:
    """Whether anybody else is in the middle of something in this database, and whether they wait for somebody."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_stat_clear_snapshot()"
        )  # a transaction would see what it saw first for ever
        cursor.execute(OTHERS)
        working, waiting = cursor.fetchone()
    return {"working": working > 0, "waiting": waiting > 0}


def killed_in_the_middle(worker, task, import_id, *, held, made):
    """The worker stops at rows that we hold and is killed there; what it had made is undone, its message is lost."""
    with transaction.atomic():
        assert list(held.select_for_update())
        task.delay(import_id=import_id)
        wait_until(lambda: others()["waiting"])
        worker.kill()
    wait_until(lambda: not others()["working"])
    assert not made.exists()
    return_unacknowledged()
    app.control.purge()
    worker.start()


def test_a_list_is_looked_through_once_although_its_worker_is_killed(celery_worker_process, send):
    received = send("Families' information", COUNT)
    files = ImportedFile.objects.filter(listing_import=received)
    killed_in_the_middle(
        celery_worker_process,
        tasks.look_through_import,
        received.pk,
        held=files,
        made=ImportedRow.objects.all(),
    )
    tasks.sweep_imports.delay()
    wait_until(lambda: ListingImport.objects.get(pk=received.pk).looked_through_at)
    assert received.rows.count() == COUNT
    assert not files.exists()


def test_a_list_is_applied_once_although_its_worker_is_killed(celery_worker_process, send, importer, section):
    received, at = send("Families' information", COUNT), timezone.now()
    importing.look_through(import_id=received.pk, at=at)
    importing.confirm_import(import_id=received.pk, section=section, publishes=True, by=importer, at=at)
    killed_in_the_middle(
        celery_worker_process,
        tasks.apply_import,
        received.pk,
        held=Page.objects.filter(pk=section.pk),
        made=ServicePage.objects.all(),
    )
    for _ in range(2):
        tasks.sweep_imports.delay()
    wait_until(lambda: ListingImport.objects.get(pk=received.pk).applied_at)
    taken = COUNT - COUNT // 10
    assert ServicePage.objects.count() == taken
    assert received.rows.exclude(done="").count() == taken


def test_while_one_worker_is_at_an_import_others_leave_it_alone(send):
    """Otherwise each sweep would set one more of them to wait for it, until nobody is left for anything else."""
    held, free = send("Families' information", 1), send("Another list", 1)
    with transaction.atomic():
        ListingImport.objects.select_for_update().get(pk=held.pk)
        for _ in range(6):
            tasks.look_through_import.delay(import_id=held.pk)
        tasks.look_through_import.delay(import_id=free.pk)
        wait_until(lambda: ListingImport.objects.get(pk=free.pk).looked_through_at)
    assert not held.rows.exists()
