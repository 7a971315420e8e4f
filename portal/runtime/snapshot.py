"""The database as the migrations leave it, in one script: an empty database starts from there.

Migrating from nothing takes minutes on a small machine: after each step of the libraries' long history Django builds
again every model that has to do with it. The script holds what all of it leads to, and begins with the migrations
that it stands for. Where each of them still is what it was, and the server is the version that wrote the script, it
is run instead of them; whatever came later is migrated on top. Anywhere else everything is migrated step by step.
"""

import hashlib
import inspect
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

FILE = Path(__file__).with_name("snapshot.sql")
# Written without who owns what; rows as statements, because a script is all that a plain connection runs.
DUMP = ("pg_dump", "--no-owner", "--no-privileges", "--no-comments", "--inserts", "--rows-per-insert=100")
STANDS_FOR = re.compile(r"^-- (\w+\.[\w-]+) ([0-9a-f]{16})$", re.MULTILINE)
WRITTEN_BY = re.compile(r"^-- PostgreSQL (\d+)$", re.MULTILINE)
# Of a client's own session, or for psql alone.
NOT_OURS = re.compile(r"^(SET |SELECT pg_catalog\.set_config\(|\\|--|$)")


def start_from(file: Path = FILE) -> bool:
    """Bring an empty database to where the script leads; False, and nothing done, where it does not fit."""
    script = file.read_text(encoding="utf-8") if file.exists() else ""
    if not _fits(script):
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0; SET LOCAL check_function_bodies = off")
        cursor.execute(script)
    return True


def write(dump: str, file: Path = FILE) -> None:
    """Keep what `DUMP` said of a database in which every migration was applied."""
    head = [
        f"-- PostgreSQL {server_version()}",
        *(f"-- {name} {print_}" for name, print_ in fingerprints().items()),
    ]
    body = [line for line in dump.splitlines() if not NOT_OURS.match(line)]
    file.write_text("\n".join([*head, "", *body, ""]), encoding="utf-8")


def stands_for(script: str) -> dict[str, str]:
    """Fingerprints by name of the migrations that the script stands for."""
    return dict(STANDS_FOR.findall(script))


def outdated(script: str, now: Mapping[str, str]) -> Iterable[str]:
    """The migrations that it stands for and that are gone or no longer what they were."""
    return [name for name, print_ in stands_for(script).items() if now.get(name) != print_]


def fingerprints() -> dict[str, str]:
    """Every migration there is, `app.name`, with a fingerprint of its file."""
    migrations = MigrationLoader(None).disk_migrations
    files = {f"{app}.{name}": inspect.getfile(type(made)) for (app, name), made in migrations.items()}
    return {name: _of(Path(file)) for name, file in sorted(files.items())}


def server_version() -> int:
    """The major version of the server that is connected."""
    return connection.pg_version // 10_000


def _fits(script: str) -> bool:
    written_by = WRITTEN_BY.search(script)
    if not written_by or int(written_by[1]) != server_version():
        return False
    return not connection.introspection.table_names() and not outdated(script, fingerprints())


def _of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
