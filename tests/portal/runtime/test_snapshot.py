"""An empty database starts from the snapshot, and is then what migrating it step by step would have made it."""

import re

import pytest

from portal.runtime import snapshot


def test_every_migration_that_the_snapshot_stands_for_is_still_what_it_was():
    script = snapshot.FILE.read_text()
    assert len(snapshot.stands_for(script)) > 200
    assert snapshot.outdated(script, snapshot.fingerprints()) == [], "Run: make snapshot"


def test_every_line_of_its_head_is_read():
    head = snapshot.FILE.read_text().partition("\n\n")[0].splitlines()
    assert len(snapshot.stands_for("\n".join(head))) == len(head) - 1  # the first line names the server


@pytest.mark.parametrize("now", [{}, {"figures.0001_initial": "0" * 16}], ids=["gone", "changed"])
def test_a_migration_that_is_gone_or_changed_makes_the_snapshot_outdated(now):
    script = f"-- PostgreSQL 18\n-- figures.0001_initial {'1' * 16}\n\nCREATE TABLE x ();\n"
    assert snapshot.outdated(script, now) == ["figures.0001_initial"]


def test_later_migrations_do_not_make_it_outdated():
    script = f"-- PostgreSQL 18\n-- figures.0001_initial {'1' * 16}\n"
    now = {"figures.0001_initial": "1" * 16, "figures.0002_more": "2" * 16}
    assert snapshot.outdated(script, now) == []


@pytest.mark.parametrize(
    ("script", "why"),
    [
        pytest.param("", "there is none", id="none"),
        pytest.param("-- PostgreSQL 9\n", "another server wrote it", id="another-server"),
        pytest.param("-- PostgreSQL {version}\nCREATE TABLE never ();\n", "not empty", id="tables-there"),
    ],
)
def test_a_database_is_left_alone_where_the_snapshot_does_not_fit(db, tmp_path, script, why):
    file = tmp_path / "snapshot.sql"
    file.write_text(script.format(version=snapshot.server_version()))
    assert not snapshot.start_from(file), why


@pytest.mark.long
@pytest.mark.servers
def test_the_snapshot_leads_to_the_same_tables_and_rows_as_every_migration_one_by_one(run, var):
    here = {"PORTAL_DEMO": "1", "PORTAL_VAR": str(var)}
    said = []
    for way in ([], ["--step-by-step"]):
        done(
            run(
                "manage.py",
                "pg",
                "dropdb",
                "--force",
                "--if-exists",
                "portal",
                "--maintenance-db=postgres",
                **here,
            )
        )
        done(run("manage.py", "migrate", *way, **here))
        schema = done(run("manage.py", "pg", "pg_dump", "--schema-only", "--restrict-key=same", **here))
        counted = ["--command", "ANALYZE", "--command", ROWS]
        rows = done(run("manage.py", "pg", "psql", "--no-align", "--tuples-only", *counted, **here))
        said.append((CASTS.sub("", schema).splitlines(), rows.splitlines()))
    assert said[0] == said[1]


# A list that a constraint names is printed with its casts elsewhere once it has been read from a dump.
CASTS = re.compile(r"::(?:character varying|text)(?:\[\])?|[()]")
# Counted by ANALYZE, exactly for tables as small as these.
ROWS = """
    SELECT relname, reltuples FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""


def done(command) -> str:
    """What a command said that went well."""
    status = command.process.wait(900)
    command.end()
    assert status == 0, command.said
    return command.said
