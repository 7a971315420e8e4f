"""The Board's editions go with their migration and come back with it."""

import pytest
from django.core.management import call_command
from django.db import connection

COUNTED = "SELECT count(*) FROM pg_trigger WHERE tgname = 'board_edition'"


def counted() -> int:
    with connection.cursor() as cursor:
        cursor.execute(COUNTED)
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_the_migrations_are_reversible():
    tables = counted()
    call_command("migrate", "home", "zero", verbosity=0)
    assert counted() == 0
    call_command("migrate", "home", verbosity=0)
    assert counted() == tables > 40
    with connection.cursor() as cursor:
        cursor.execute("SELECT board_edition_now()")
