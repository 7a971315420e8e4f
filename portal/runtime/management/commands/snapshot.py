import subprocess
import sys
from contextlib import contextmanager

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from portal.runtime import snapshot

SCRATCH = "portal_snapshot"


class Command(BaseCommand):
    help = "Write the database as the migrations leave it to portal/runtime/snapshot.sql, where an empty one starts."

    def handle(self, **_options):
        with _empty_database(SCRATCH):
            call_command("migrate", step_by_step=True, verbosity=0)
            program = [sys.executable, "manage.py", "pg", *snapshot.DUMP, f"--dbname={SCRATCH}"]
            dump = subprocess.run(program, capture_output=True, text=True, check=True).stdout  # noqa: S603 - ours
            snapshot.write(dump)
        self.stdout.write(f"Wrote {snapshot.FILE.name}: {len(snapshot.fingerprints())} migrations.")


@contextmanager
def _empty_database(name: str):
    """Connected to a new database of this server; it is gone afterwards."""
    before = connection.settings_dict["NAME"]
    _create_anew(name)
    try:
        _connect_to(name)
        yield
    finally:
        _connect_to(before)
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}"')


def _create_anew(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')


def _connect_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
