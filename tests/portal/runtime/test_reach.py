"""Every management command reaches the embedded database, or says which command to start first."""

import psutil
import pytest
from django.core.management import BaseCommand, get_commands

from portal.runtime import reach
from tests.portal.runtime.conftest import gone
from tests.servers import wait_until

pytestmark = pytest.mark.servers
WAIT = "import time; print('up'); time.sleep(60)"


def processes_of(var):
    """Every process with this data folder in its command line."""
    return [
        each for each in psutil.process_iter(["cmdline"]) if str(var) in " ".join(each.info["cmdline"] or [])
    ]


def test_a_command_that_needs_the_database_starts_it_for_as_long_as_it_runs(run, var):
    asked = "from django.db import connection as c; c.ensure_connection(); print('version', c.pg_version)"
    command = run("manage.py", "shell", "-c", asked, PORTAL_DEMO="1", PORTAL_VAR=str(var))
    command.wait_for("version 18", within=60)
    assert command.process.wait(60) == 0
    assert processes_of(var) == []


def test_a_killed_command_leaves_no_database_behind(run, var):
    command = run("manage.py", "shell", "-c", WAIT, PORTAL_DEMO="1", PORTAL_VAR=str(var))
    command.wait_for("up", within=60)
    processes = command.descendants()
    command.process.kill()
    wait_until(lambda: gone(processes))


def test_two_commands_at_once_share_one_database(run, var):
    environ = {"PORTAL_DEMO": "1", "PORTAL_VAR": str(var)}
    first = run("manage.py", "shell", "-c", WAIT, **environ)
    first.wait_for("up", within=60)
    second = run("manage.py", "pg", "psql", "-Atc", "SELECT 'reached ' || current_user", **environ)
    second.wait_for("reached portal", within=60)


def test_a_command_that_needs_no_servers_starts_none(run, var):
    command = run("manage.py", "check", PORTAL_DEMO="1", PORTAL_VAR=str(var))
    assert command.process.wait(60) == 0
    assert not (var / "servers").exists()


def test_a_command_without_secrets_is_told_so_in_plain_words(run, var):
    command = run("manage.py", "migrate", PORTAL_VAR=str(var))
    assert command.process.wait(60) == 1
    command.wait_for("PORTAL_SECRET_KEY is missing")
    assert "Traceback" not in command.said


class NeedsBroker(BaseCommand):
    servers = reach.DATABASE_AND_BROKER


def test_a_command_that_needs_the_broker_says_what_to_start(monkeypatch, settings, var):
    monkeypatch.delenv("REDIS_URL", raising=False)
    monkeypatch.setitem(get_commands(), "needs_broker", NeedsBroker())
    settings.VAR_DIR = var
    with (
        pytest.raises(SystemExit, match=r"needs the message broker\. Start `make run`"),
        _reached("needs_broker"),
    ):
        pytest.fail("the command must not run")


def test_given_servers_are_not_looked_for(monkeypatch, settings, var):
    monkeypatch.setenv("REDIS_URL", "redis://broker.example.org/0")
    monkeypatch.setenv("DATABASE_URL", "postgres://database.example.org/portal")
    monkeypatch.setitem(get_commands(), "needs_broker", NeedsBroker())
    settings.VAR_DIR = var
    with _reached("needs_broker"):
        assert not (var / "servers").exists()


def _reached(name):
    return reach.servers_for(["manage.py", name])
