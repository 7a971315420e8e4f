"""A backup restored into an empty server holds what was backed up."""

import pytest
from django.db import connection
from django.utils import timezone

from portal.runtime import actions
from tests.servers import url_of

pytestmark = pytest.mark.servers


def test_a_dump_restored_into_an_empty_server_has_every_row(transactional_db, person, run, var, tmp_path):
    person("finance", email="finance@example.org")
    actions.record_heartbeat(queue="default", asked_at=timezone.now(), at=timezone.now())
    here = {"PORTAL_DEMO": "1", "PORTAL_VAR": str(var), "DATABASE_URL": url_of(connection)}
    there = {"PORTAL_DEMO": "1", "PORTAL_VAR": str(var)}
    file = str(tmp_path / "portal.dump")

    done(run("manage.py", "pg", "pg_dump", "--format=custom", f"--file={file}", **here))
    restore = (
        "pg_restore",
        "--clean",
        "--if-exists",
        "--exit-on-error",
        "--no-owner",
        "--dbname=portal",
        file,
    )
    done(run("manage.py", "pg", *restore, **there))

    rows = ("pg_dump", "--data-only", "--inserts", "--no-comments", "--restrict-key=same")
    kept = done(run("manage.py", "pg", *rows, **here))
    assert any("finance@example.org" in line for line in kept)
    assert done(run("manage.py", "pg", *rows, **there)) == kept


def done(command) -> list[str]:
    """What a command said that went well, as sorted lines; not its remarks, such as which version it spoke to."""
    status = command.process.wait(60)
    command.end()
    assert status == 0, command.said
    return sorted(line for line in command.lines if not line.startswith("--"))
