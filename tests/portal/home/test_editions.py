"""What the Board reads has editions: every write begins one, whoever writes and however, and none is missed."""

from contextlib import closing
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from django.utils import timezone

from kpis.workstreams.models import Meeting
from portal.home.edition import current_edition


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
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY workstreams_meeting (id, held_on, starts_at, title, note) FROM STDIN") as rows,
    ):
        rows.write(b"1000007\t2030-01-01\t2030-01-01 14:00+00\tM\t\n")


def empty():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE workstreams_meeting")


@pytest.mark.parametrize(
    "write", [insert, insert_many, update, delete, copy, empty], ids=lambda f: f.__name__
)
def test_every_way_to_write_begins_an_edition(transactional_db, write):
    Meeting.objects.create(
        held_on="2029-01-01", starts_at=datetime(2029, 1, 1, tzinfo=UTC), title="There already"
    )
    before = current_edition()
    with transaction.atomic():
        write()
        assert current_edition() is None
    assert current_edition() not in (before, None)


def test_a_read_begins_none(transactional_db):
    before = current_edition()
    list(Meeting.objects.all())
    assert before is not None
    assert current_edition() == before


def test_signing_in_begins_none_and_another_name_does(transactional_db, person):
    somebody = person("board_member")
    before = current_edition()
    somebody.last_login = timezone.now()
    somebody.save(update_fields=["last_login"])
    assert current_edition() == before
    somebody.first_name = "Kim"
    somebody.save(update_fields=["first_name"])
    assert current_edition() != before


@pytest.fixture
def other(transactional_db):
    """Somebody else's connection, in a transaction of its own."""
    with closing(connection.copy()) as other:
        other.set_autocommit(False)
        yield other
        other.rollback()


def test_an_edition_is_being_written_until_the_transaction_has_ended(other):
    before = current_edition()
    with other.cursor() as cursor:
        cursor.execute("UPDATE workstreams_meeting SET title = 'Another'")
    assert current_edition() is None
    other.commit()
    assert current_edition() not in (before, None)


def test_what_is_taken_back_is_not_being_written_any_more(other):
    with other.cursor() as cursor:
        cursor.execute("UPDATE workstreams_meeting SET title = 'Another'")
    other.rollback()
    assert current_edition() is not None


def test_two_write_at_once_without_waiting(other):
    with other.cursor() as cursor:
        cursor.execute("DELETE FROM published_topic")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 2000")
        update()
    assert current_edition() is None
    other.rollback()
    assert current_edition() is not None


def test_others_who_ask_at_the_same_instant_are_no_writers(other):
    before = current_edition()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(1112490322, 0)")  # as whoever asks does for an instant
    assert current_edition() == before
