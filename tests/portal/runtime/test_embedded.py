"""The embedded servers: one holder at a time, nothing left behind, data kept, nobody else let in."""

import os
import pwd
import signal
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from portal.runtime import addresses, binaries, postgres, valkey
from portal.runtime.children import RuntimeFault
from portal.runtime.embedded import EmbeddedServers, FolderInUse
from tests.portal.runtime.conftest import gone
from tests.servers import remove_var, wait_until

pytestmark = pytest.mark.servers
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="what root does")


def embedded(var):
    return EmbeddedServers(var, durable=False).running()


def query(var, statement):
    with psycopg.connect(addresses.database_url(var), autocommit=True) as connection:
        found = connection.execute(statement)
        return found.fetchone()[0] if found.description else None


def test_both_servers_answer_and_end_with_their_holder(var):
    with embedded(var) as servers:
        processes = [psutil.Process(child.process.pid) for child in servers.children]
        assert postgres.answers(servers.places)
        assert valkey.answers(servers.places)
    assert gone(processes)
    assert not postgres.answers(servers.places)


def test_a_second_start_finds_the_data(var):
    with embedded(var):
        query(var, "CREATE TABLE kept AS SELECT 7 AS value")
    with embedded(var):
        assert query(var, "SELECT value FROM kept") == 7


@pytest.fixture(scope="module")
def running(module_var):
    """Servers of one folder for the tests that only look."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PGDATA", "/nowhere")  # a person's own settings for PostgreSQL do not reach it
        patched.setenv("PGPORT", "1")
        with embedded(module_var) as servers:
            patched.undo()
            yield servers


def test_text_is_utf_8_and_sorts_alike_everywhere(running):
    assert query(running.places.var, "SHOW server_encoding") == "UTF8"
    locale = "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()"
    assert query(running.places.var, locale) == "bC.UTF-8"


def test_a_second_holder_is_told_who_holds_the_folder(var, hold_servers):
    first = hold_servers(var)
    with pytest.raises(FolderInUse, match=rf"in use already, by process {first.process.pid} \("):
        EmbeddedServers(var).start()
    assert query(var, "SELECT 1") == 1


def test_servers_end_when_their_holder_is_killed_and_start_again_with_the_data(var, hold_servers):
    holder = hold_servers(var)
    query(var, "CREATE TABLE kept AS SELECT 7 AS value")
    processes = holder.descendants()
    holder.end(signal.SIGKILL)
    wait_until(lambda: gone(processes))
    with embedded(var):
        assert query(var, "SELECT value FROM kept") == 7


def test_a_holder_that_follows_at_once_waits_for_the_servers_of_the_killed_one(var, hold_servers):
    for _ in range(3):
        hold_servers(var).end(signal.SIGKILL)
    with embedded(var):
        assert query(var, "SELECT 1") == 1


def test_a_stale_process_number_that_now_is_somebody_elses_hinders_nobody(var):
    with embedded(var) as servers:
        cluster = next(servers.places.home.glob("postgres-*"))
    bystander = subprocess.Popen(["/bin/sleep", "60"])
    try:
        (cluster / "postmaster.pid").write_text(
            f"{bystander.pid}\n{cluster}\n1\n5432\n{servers.places.sockets}\n"
        )
        with embedded(var):
            assert query(var, "SELECT 1") == 1
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_a_broken_first_attempt_leaves_nothing_in_the_way(var):
    places = addresses.places(var)
    version = binaries.major_version(binaries.postgres_tree(places))
    addresses.make_folder(places.home)
    draft = places.home / f".postgres-{version}-draft"
    draft.mkdir()
    (draft / "half.conf").write_text("interrupted")
    with embedded(var):
        assert query(var, "SELECT 1") == 1
    assert not draft.exists()


def test_a_path_too_long_for_a_socket_gets_a_short_one(var):
    long = var / ("a-folder-with-a-long-name-" * 4)
    with embedded(long) as servers:
        assert query(long, "SELECT 1") == 1
        assert servers.places.sockets.parent == addresses.SHORT_ROOT
        assert _mode(servers.places.sockets) == 0o700
    remove_var(long)


def test_a_short_socket_folder_that_others_may_write_is_refused(var):
    long = var / ("a-folder-with-a-long-name-" * 4)
    squatted = addresses.places(long).sockets
    squatted.mkdir()
    squatted.chmod(0o777)
    try:
        with pytest.raises(RuntimeFault, match="not a private folder"):
            EmbeddedServers(long).start()
    finally:
        squatted.rmdir()


def test_nothing_listens_on_the_network_and_sockets_are_their_owners_alone(running):
    for child in running.children:
        sockets = psutil.Process(child.process.pid).net_connections(kind="inet")
        assert [socket for socket in sockets if socket.status == psutil.CONN_LISTEN] == []
    assert _mode(running.places.sockets) == 0o700
    assert running.places.sockets.stat().st_uid == running.places.account.uid


def test_nobody_is_trusted_by_name(running):
    rules = next(running.places.home.glob("postgres-*")) / "pg_hba.conf"
    assert rules.read_text() == "local all all peer map=portal\n"
    with pytest.raises(psycopg.OperationalError, match=r"[Pp]eer authentication failed"):
        psycopg.connect(host=str(running.places.sockets), user="postgres", dbname="portal")


@as_root
def test_root_runs_the_servers_as_an_unprivileged_account(running):
    for child in running.children:
        assert psutil.Process(child.process.pid).uids().effective == running.places.account.uid != 0


@as_root
def test_another_account_cannot_reach_the_sockets(running):
    us = {0, running.places.account.uid}
    stranger = next(entry for entry in pwd.getpwall() if entry.pw_uid not in us)
    look = ["/bin/ls", str(running.places.sockets)]
    seen = subprocess.run(look, user=stranger.pw_uid, group=stranger.pw_gid, capture_output=True, cwd="/")
    assert b"Permission denied" in seen.stderr


@as_root
def test_root_with_a_closed_home_gets_servers_all_the_same(var, monkeypatch):
    """A clone under a 0700 home: neither the data folder nor the installed programs can be reached."""
    closed = var / "home"
    closed.mkdir(mode=0o700)
    monkeypatch.setattr(addresses, "SYSTEM_ROOT", var / "system")
    monkeypatch.setattr(binaries, "others_may_enter", lambda _folder: False)
    with embedded(closed / "var") as servers:
        assert servers.places.moved
        assert query(closed / "var", "SELECT 1") == 1
        assert psutil.Process(servers.children[0].process.pid).exe().startswith(str(var / "system"))
    assert not (closed / "var" / "servers").exists()


@as_root
def test_a_second_operating_system_user_has_servers_of_its_own(var, hold_servers):
    """Root's servers, made first, do not stand in the way of an ordinary user's."""
    if not addresses.others_may_enter(Path(sys.executable).resolve().parent):
        pytest.skip("this Python lies in root's own home: nobody else can run it")
    hold_servers(var)
    other = addresses.server_account()
    theirs = var / "theirs"
    theirs.mkdir(mode=0o700)
    os.chown(theirs, other.uid, other.gid)
    assert hold_servers(theirs, account=other).end() == 0


def _mode(folder):
    return stat.S_IMODE(folder.stat().st_mode)
