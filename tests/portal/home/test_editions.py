"""What the Board reads has editions: every write begins one, whoever writes and however, and none is missed."""

import re
from contextlib import closing
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kpis.workstreams.models import Meeting
from portal.home.edition import current_edition
from portal.home.moments import COMPARED

WATCHED = """
    SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname = 'board_edition'
"""
OF_WHO_ASKS = {"accounts_rolegrant", "django_session", "mfa_authenticator"}  # read for the person, not for the page


@pytest.fixture
def asked(demo, client_as):
    """Every query of the Board's page, now and at every meeting."""
    client = client_as(demo["board"])
    addresses = [
        reverse("home:board"),
        *(f"/board/{day:%Y-%m-%d}/" for day in Meeting.objects.values_list("held_on", flat=True)),
    ]
    with CaptureQueriesContext(connection) as captured:
        assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)
    return [query["sql"] for query in captured]


def test_a_write_to_any_table_that_the_board_reads_begins_an_edition(asked):
    read = {table for sql in asked for table in re.findall(r'(?:FROM|JOIN) "?([a-z]+_[a-z]+)"?', sql)}
    assert {"figures_figure", "savings_initiative", "accounts_user", "position_statement"} < read
    with connection.cursor() as cursor:
        cursor.execute(WATCHED)
        watched = {name for (name,) in cursor.fetchall()}
    assert read - watched - OF_WHO_ASKS - {"board_edition"} == set()


def test_every_moment_that_the_board_compares_with_is_looked_ahead_at(asked):
    looked_at = {
        f"{model._meta.db_table}.{name}" for model, names in COMPARED.items() for name in names
    }
    compared = set()
    for sql in asked:
        tables = dict(re.findall(r'"([a-z]+_[a-z]+)" ([A-Z]\w*)\b', sql))
        tables = {alias: table for table, alias in tables.items()}
        for name, column in re.findall(r'"?(\w+)"?\."(\w+)" [<>]=? \'[^\']+\'::timestamptz', sql):
            compared.add(f"{tables.get(name, name)}.{column}")
    assert "figures_kpidefinition.counts_from" in compared
    savings_of_the_past = {name for name in compared if name.startswith("savings_")}
    assert compared - looked_at - savings_of_the_past == set()


def insert():
    Meeting.objects.create(held_on="2030-01-01", starts_at=datetime(2030, 1, 1, tzinfo=UTC), title="M")


def insert_many():
    Meeting.objects.bulk_create(
        [Meeting(held_on="2030-01-01", starts_at=datetime(2030, 1, 1, tzinfo=UTC), title="M")]
    )


def update():
    Meeting.objects.update(title="Another")


def delete():
    Meeting.objects.all().delete()


def copy():
    with connection.cursor() as cursor, cursor.copy("COPY workstreams_meeting FROM STDIN") as rows:
        rows.write(b"")


def empty():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE workstreams_meeting")


@pytest.mark.parametrize("write", [insert, insert_many, update, delete, copy, empty], ids=lambda f: f.__name__)
def test_every_way_to_write_begins_an_edition_and_says_that_it_is_being_written(db, write):
    before = current_edition()
    write()
    after = current_edition()
    assert not before.is_being_written
    assert after.is_being_written
    assert after.name != before.name


def test_a_read_begins_none(db):
    before = current_edition()
    list(Meeting.objects.all())
    assert current_edition() == before


def test_signing_in_begins_none_and_another_name_does(person):
    somebody = person("board_member")
    before = current_edition().name
    somebody.last_login = timezone.now()
    somebody.save(update_fields=["last_login"])
    assert current_edition().name == before
    somebody.first_name = "Kim"
    somebody.save(update_fields=["first_name"])
    assert current_edition().name != before


def test_an_edition_is_being_written_until_the_transaction_has_ended(transactional_db):
    with closing(connection.copy()) as other:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("UPDATE workstreams_meeting SET title = 'Another'")
        assert current_edition().is_being_written
        begun = current_edition().name
        other.commit()
    assert current_edition().name == begun
    assert not current_edition().is_being_written


def test_what_is_taken_back_is_not_being_written_any_more(transactional_db):
    with transaction.atomic():
        update()
        transaction.set_rollback(True)
    assert not current_edition().is_being_written


def test_two_write_at_once_without_waiting(transactional_db):
    with closing(connection.copy()) as other:
        other.set_autocommit(False)
        with other.cursor() as cursor:
            cursor.execute("SET statement_timeout = 2000")
            cursor.execute("DELETE FROM published_topic")
            with transaction.atomic():
                update()
        other.rollback()
    assert not current_edition().is_being_written
