"""The embedded PostgreSQL: made once, served on a socket that only its owner may enter, never trusting."""

import os
import pwd
import shutil
import signal
import time
from pathlib import Path

import psycopg

from portal.runtime import addresses, binaries, folders
from portal.runtime.addresses import Places
from portal.runtime.children import POLL, Child, Program, RuntimeFault, run_once

READY_WITHIN = 60  # seconds; after a hard stop it reads its log again first
ALWAYS = {
    "listen_addresses": "",  # the socket only
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "jit": "off",  # our queries are short
    "log_checkpoints": "off",
    "log_min_error_statement": "panic",  # a failed statement carries what people typed
    "log_error_verbosity": "terse",  # and so does the detail of a broken constraint
}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}  # nothing to keep


def program(places: Places, *, durable: bool) -> Program:
    """The server of this data folder, whose files are made now if they are not there."""
    tree = binaries.postgres_tree(places)
    cluster = places.home / f"postgres-{binaries.major_version(tree)}"
    if not cluster.exists():
        _make_cluster(cluster, tree, places, durable=durable)
    _write_access_rules(cluster, places)
    settings = ALWAYS if durable else ALWAYS | FORGETFUL
    return Program(
        name="postgres",
        argv=[
            *(str(tree / "bin" / "postgres"), "-D", str(cluster), "-k", str(places.sockets)),
            *("-p", str(addresses.PORT)),
            *(part for name, value in settings.items() for part in ("-c", f"{name}={value}")),
        ],
        environ=folders.ENVIRON,
        folder=cluster,
        lock=places.lock("postgres"),
        stop_signal=signal.SIGINT,  # its fast shutdown: connections are closed, nothing is lost
        account=places.account,
        log=places.log("postgres"),
        patience=20,  # it writes everything out before it ends
        prepare=lambda: _forget_earlier(cluster, places),
    )


def wait_until_ready(child: Child, places: Places) -> None:
    """Until it answers with the portal's database in it; raises RuntimeFault with its last words."""
    deadline = time.monotonic() + READY_WITHIN
    while True:
        try:
            return _ensure_database(places)
        except psycopg.OperationalError as error:
            if child.has_ended() or time.monotonic() > deadline:
                log = places.log("postgres")
                said = folders.last_lines(log)
                raise RuntimeFault(f"PostgreSQL does not start ({error}). {log} ends:\n{said}") from error
            time.sleep(POLL)


def answers(places: Places) -> bool:
    """Whether the portal's database takes a connection now."""
    try:
        _connect(places, addresses.DATABASE_NAME).close()
    except psycopg.OperationalError:
        return False
    return True


def _connect(places: Places, database: str) -> psycopg.Connection:
    reach = {"host": str(places.sockets), "port": addresses.PORT, "user": addresses.DATABASE_USER}
    return psycopg.connect(**reach, dbname=database, autocommit=True, connect_timeout=5)


def _ensure_database(places: Places) -> None:
    with _connect(places, "postgres") as connection:
        wanted = (addresses.DATABASE_NAME,)
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", wanted).fetchone():
            connection.execute(f"CREATE DATABASE {addresses.DATABASE_NAME}")


def _make_cluster(cluster: Path, tree: Path, places: Places, *, durable: bool) -> None:
    """Make the server's files beside their place and move them there: a broken attempt leaves nothing."""
    draft = cluster.with_name(f".{cluster.name}-draft")
    if draft.exists():
        shutil.rmtree(draft)
    folders.private(draft, places.account)
    run_once(
        Program(
            name="Making the database",
            argv=[
                *(str(tree / "bin" / "initdb"), "-D", str(draft), "-U", addresses.DATABASE_USER),
                *("--encoding=UTF8", "--locale=C", "--no-instructions"),
                *("--auth-local=peer", "--auth-host=reject"),
                *_same_order_everywhere(tree),
                *(() if durable else ("--no-sync",)),
            ],
            environ=folders.ENVIRON,
            folder=draft,
            lock=places.lock("initdb"),
            account=places.account,
        )
    )
    draft.rename(cluster)


def _same_order_everywhere(tree: Path) -> list[str]:
    """The locale that comes with PostgreSQL itself, so that text sorts alike on every machine."""
    has_its_own = binaries.major_version(tree) >= 17
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if has_its_own else []


def _write_access_rules(cluster: Path, places: Places) -> None:
    """Only whoever the kernel says is us, or the servers' account, comes in; nothing from the network."""
    clients = {pwd.getpwuid(os.geteuid()).pw_name, places.account.name}
    folders.write_for(places.account, cluster / "pg_hba.conf", "local all all peer map=portal\n")
    lines = [f'portal "{client}" {addresses.DATABASE_USER}\n' for client in sorted(clients)]
    folders.write_for(places.account, cluster / "pg_ident.conf", "".join(lines))


def _forget_earlier(cluster: Path, places: Places) -> None:
    """Remove what a killed server left: its lock is ours, so no process of it lives, whatever a file says.

    PostgreSQL itself would believe a stale file whose number now belongs to another process.
    """
    for left in (cluster / "postmaster.pid", places.postgres_socket, Path(f"{places.postgres_socket}.lock")):
        left.unlink(missing_ok=True)
    folders.keep_one_earlier(places.log("postgres"))
