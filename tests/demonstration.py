"""The demonstration for tests: loaded once in each process, after that put back row by row in a second."""

from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql
from wagtail.models import Site

SEQUENCES = """
    SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
"""

FORWARD = sql.SQL("SELECT setval(%s, greatest(%s, last_value)) FROM {name}")


@dataclass(frozen=True, slots=True)
class Rows:
    """Every table as PostgreSQL copies it, and where the sequences in use stood."""

    tables: dict[str, bytes]
    sequences: list[tuple[str, int]]


_kept: list[Rows] = []


def load_demonstration():
    """The whole demonstration in a database that holds what migrations put there."""
    from portal.demo.loading import load_demo

    if not _kept:
        load_demo(at=timezone.now())
        _kept.append(_copy_out())
    elif _may_skip_triggers():
        _copy_in(_kept[0])
    else:
        load_demo(at=timezone.now())


@contextmanager
def demonstration_taken_away_again():
    """The demonstration for the tests of a file, which only read it."""
    try:
        with transaction.atomic():
            load_demonstration()
            yield
            transaction.set_rollback(True)
    finally:
        _forget_rows()  # the kinds of rows that it had are not those of the tables as they were before


def _may_skip_triggers() -> bool:
    """Rows come back in any order, so foreign keys are not looked at meanwhile: that is for superusers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        return cursor.fetchone()[0]


def _copy_out() -> Rows:
    names = [name for name in connection.introspection.table_names() if name != "django_migrations"]
    with connection.cursor() as cursor:
        tables = {name: _copied(cursor, name) for name in names}
        cursor.execute(SEQUENCES)
        return Rows(tables, cursor.fetchall())


def _copied(cursor, name: str) -> bytes:
    with cursor.copy(f'COPY "{name}" TO STDOUT (FORMAT binary)') as copy:
        return b"".join(bytes(part) for part in copy)


@transaction.atomic
def _copy_in(rows: Rows):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE {}".format(", ".join(f'"{name}"' for name in rows.tables)))
        cursor.execute("SET LOCAL session_replication_role = replica")
        for name, content in rows.tables.items():
            with cursor.copy(f'COPY "{name}" FROM STDIN (FORMAT binary)') as copy:
                copy.write(content)
        for name, last in rows.sequences:
            # Never back: when the test ends its rows go, but a sequence stays where it was put.
            cursor.execute(FORWARD.format(name=sql.Identifier(name)), [f'"{name}"', last])
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    _forget_rows()


def _forget_rows():
    """What Django and Wagtail remember of rows for as long as the process lives."""
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
