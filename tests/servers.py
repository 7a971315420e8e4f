"""The servers that tests run against, and a real worker beside them."""

import contextlib
import dataclasses
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from portal.runtime import addresses, binaries, folders
from portal.runtime.children import Child, RuntimeFault, stop_together
from portal.runtime.embedded import EmbeddedServers

GIVEN = {"postgres": "DATABASE_URL", "valkey": "REDIS_URL"}
WITHIN = 30  # seconds; nothing in the tests takes longer unless it is broken


def wait_until(condition, *, within=WITHIN, every=0.02):
    """Return the condition's first true answer; fail when it does not come."""
    deadline = time.monotonic() + within
    while not (answer := condition()):
        assert time.monotonic() < deadline, f"not true within {within} seconds: {condition}"
        time.sleep(every)
    return answer


def new_var(prefix="portal-tests-") -> Path:
    """A data folder of its own, which root's unprivileged account may pass through."""
    var = Path(tempfile.mkdtemp(prefix=prefix)).resolve()
    var.chmod(0o711)
    return var


def remove_var(var: Path) -> None:
    """The data folder and what had to be kept outside of it."""
    places = addresses.places(var)
    for folder in (var, places.home, places.sockets):
        shutil.rmtree(folder, ignore_errors=True)


class TestServers:
    """The servers of a test run: those of the environment, or else embedded ones in a folder of their own."""

    __test__ = False  # the name is plain English, not a test class

    def __init__(self):
        wanted = [name for name, variable in GIVEN.items() if not os.environ.get(variable)]
        self.is_ours = bool(wanted) or "PORTAL_VAR" not in os.environ
        self.var = new_var() if self.is_ours else Path(os.environ["PORTAL_VAR"]).resolve()
        os.environ["PORTAL_VAR"] = str(self.var)
        self.embedded = EmbeddedServers(self.var, wanted=wanted, durable=False)

    def start(self):
        (self.var / "static").mkdir(exist_ok=True)  # looked for even when nothing is collected
        try:
            if self.embedded.wanted:
                self.embedded.start()
        except RuntimeFault as fault:
            raise SystemExit(f"The tests' servers do not start: {fault}") from fault

    def stop(self):
        self.embedded.stop()
        if self.is_ours:
            remove_var(self.var)


class MigratedDump:
    """The test database as it is right after its migrations, kept between runs until a migration changes.

    Making it takes half a minute, loading it a second. Only for embedded servers: whoever gives a server of
    their own has `--reuse-db`.
    """

    def __init__(self, folder: Path, servers: TestServers):
        from django.db import connection

        self.servers = servers
        self.name = connection.creation._get_test_db_name()
        self.file = folder / f"{_fingerprint_of_migrations()}.dump"

    def load(self) -> bool:
        """Whether the database is there now."""
        if not self.file.exists():
            return False
        self._run("createdb", self.name)
        self._run("pg_restore", "--exit-on-error", "--dbname", self.name, str(self.file))
        return True

    def save(self) -> None:
        for outdated in self.file.parent.glob("*.dump"):
            outdated.unlink(missing_ok=True)  # a process beside this one may have been faster
        draft = self.file.with_suffix(f".{os.getpid()}")
        self._run("pg_dump", "--format=custom", "--file", str(draft), self.name)
        draft.rename(self.file)

    def _run(self, program, *arguments):
        places = self.servers.embedded.places
        tool = binaries.postgres_tree(places) / "bin" / program
        where = {
            "PGHOST": str(places.sockets),
            "PGPORT": str(addresses.PORT),
            "PGUSER": addresses.DATABASE_USER,
        }
        subprocess.run([tool, *arguments], env=os.environ | where, check=True)


def _fingerprint_of_migrations() -> str:
    """Changes with any migration of any installed app."""
    from django.apps import apps

    state = hashlib.sha256()
    for app in apps.get_app_configs():
        for file in sorted(Path(app.path, "migrations").glob("*.py")):
            state.update(f"{app.label} {file.name} ".encode() + file.read_bytes())
    return state.hexdigest()[:16]


class WorkerProcess:
    """A Celery worker of its own process on the test database: to be killed, and started again."""

    def __init__(self, var: Path, database_url: str):
        from portal.runtime import programs

        places = addresses.places(var)
        folders.prepare(places)
        as_served = programs.worker(places, alone=True)
        self.program = dataclasses.replace(
            as_served, environ=as_served.environ | {"DATABASE_URL": database_url}, log=places.log("worker")
        )
        self.child = None

    def start(self):
        """Start it and return when it takes work."""
        from portal.celery import app

        self.child = Child.start(self.program)
        wait_until(lambda: self.child.has_ended() or app.control.ping(timeout=0.3), every=0)
        assert not self.child.has_ended(), folders.last_lines(self.program.log, 40)

    def kill(self):
        """SIGKILL to the worker and its pool, as a machine that loses power would."""
        self.child.kill()

    def stop(self):
        """Ask it to end, as `manage.py serve` does."""
        stop_together([self.child])


def url_of(connection, *, name: str | None = None) -> str:
    """The address of the database that a Django connection uses, or of another on its server."""
    told = connection.settings_dict
    who = quote(told["USER"], safe="") + (f":{quote(told['PASSWORD'], safe='')}" if told["PASSWORD"] else "")
    host = addresses.encoded_host(told["HOST"])
    return f"postgres://{who}@{host}:{told['PORT'] or 5432}/{name or told['NAME']}"


@contextlib.contextmanager
def worker_process(var: Path, database_url: str):
    """A running worker, with nothing of an earlier test in its queues."""
    from portal.celery import app
    from portal.runtime.tasks import return_unacknowledged

    return_unacknowledged()
    app.control.purge()
    worker = WorkerProcess(var, database_url)
    try:
        worker.start()
        yield worker
    finally:
        if worker.child:
            worker.kill()
