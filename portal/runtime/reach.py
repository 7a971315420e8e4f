"""Let a management command reach the servers it needs, or say which command starts them."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator, Sequence

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import get_commands, load_command_class

from portal.runtime import postgres, valkey
from portal.runtime.children import RuntimeFault
from portal.runtime.embedded import EmbeddedServers, FolderInUse

# Commands that read and write files only, and the one that brings its own servers.
ALONE = {
    *("serve", "help", "version", "check", "diffsettings", "makemigrations", "optimizemigration"),
    *("collectstatic", "findstatic", "makemessages", "compilemessages", "startapp", "startproject"),
    "spc",
}
DATABASE, DATABASE_AND_BROKER = ("postgres",), ("postgres", "valkey")
ANSWERS_WITHIN = 20  # seconds; `make run` in another terminal may only just have begun


@contextlib.contextmanager
def servers_for(argv: Sequence[str]) -> Iterator[None]:
    """What `manage.py` runs a command in.

    A command needs the database unless it is in ALONE; one that also needs the broker says so with
    `servers = reach.DATABASE_AND_BROKER` on its class. Where nobody runs the embedded database it runs for as
    long as the command does; the broker is the business of `make run`. Ends the program, with plain words on
    what to do, when the settings or the servers will not do.
    """
    try:
        with _embedded(_needed(argv)):
            yield
    except (RuntimeFault, ImproperlyConfigured) as fault:
        sys.exit(f"{fault}")


def _needed(argv: Sequence[str]) -> Sequence[str]:
    """The embedded servers that this command line needs."""
    name = argv[1] if len(argv) > 1 else "help"
    if name in ALONE or name.startswith("-") or {"-h", "--help"} & set(argv):
        return ()
    needed = _declared(name)
    given = {"postgres": os.environ.get("DATABASE_URL"), "valkey": os.environ.get("REDIS_URL")}
    return [server for server in needed if not given[server]]


def _declared(name: str) -> Sequence[str]:
    django.setup()
    app = get_commands().get(name)
    if app is None:
        return ()  # Django says that there is no such command
    command = load_command_class(app, name) if isinstance(app, str) else app
    return getattr(command, "servers", DATABASE)


@contextlib.contextmanager
def _embedded(needed: Sequence[str]) -> Iterator[None]:
    servers = EmbeddedServers(settings.VAR_DIR, wanted=DATABASE)
    if "valkey" in needed and not valkey.answers(servers.places):
        raise RuntimeFault(
            "This command needs the message broker. Start `make run` in another terminal first."
        )
    try:
        if needed:
            _join_or_start(servers)
        yield
    finally:
        servers.stop()


def _join_or_start(servers: EmbeddedServers) -> None:
    """Use the database that runs already, or run it ourselves."""
    deadline = time.monotonic() + ANSWERS_WITHIN
    while not postgres.answers(servers.places):
        try:
            return servers.start()
        except FolderInUse:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
