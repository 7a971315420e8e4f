import os
import subprocess
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from portal.runtime import addresses, binaries


class Command(BaseCommand):
    help = (
        "Run one of PostgreSQL's own programs against the portal's database, wherever that is: "
        "manage.py pg pg_dump --format=custom --file=portal.dump"
    )

    def add_arguments(self, parser):
        parser.add_argument("program", help="psql, pg_dump, pg_restore, vacuumdb, ...")

    def run_from_argv(self, argv):
        """Everything after the program's name belongs to the program."""
        self.arguments = argv[3:]
        super().run_from_argv(argv[:3])

    def handle(self, *, program, **_options):
        tool = binaries.postgres_tree(addresses.places(settings.VAR_DIR)) / "bin" / program
        if not tool.is_file():
            raise CommandError(f"PostgreSQL has no program {program}.")
        sys.exit(subprocess.call([tool, *self.arguments], env=os.environ | _connection()))  # noqa: S603 - its own tool


def _connection() -> dict[str, str]:
    """Where the database is, in the words of PostgreSQL's programs."""
    told = connection.get_connection_params()
    names = {
        "host": "PGHOST",
        "port": "PGPORT",
        "user": "PGUSER",
        "password": "PGPASSWORD",
        "dbname": "PGDATABASE",
    }
    return {variable: str(told[name]) for name, variable in names.items() if told.get(name)}
