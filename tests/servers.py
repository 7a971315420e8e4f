"""The servers that tests run against, and a real worker beside them."""

import contextlib
import dataclasses
import os
import re
import shutil
import socket
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from portal.runtime import addresses, folders
from portal.runtime.children import Child, RuntimeFault, stop_together
from portal.runtime.embedded import EmbeddedServers

GIVEN = {"postgres": "DATABASE_URL", "valkey": "REDIS_URL"}
WITHIN = 90  # seconds; nothing in the tests takes longer unless it is broken


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
        if os.environ.get("REDIS_URL"):
            os.environ["REDIS_URL"] = _of_this_process(os.environ["REDIS_URL"])
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


def _of_this_process(url: str) -> str:
    """The given server's address with a numbered database for each process that runs tests.

    PostgreSQL needs no such care: pytest-django names a database of its own for each.
    """
    process = os.environ.get("PYTEST_XDIST_WORKER", "")
    if not process:
        return url
    address = urlsplit(url)
    first = int(address.path.strip("/") or 0)
    return urlunsplit(address._replace(path=f"/{first + 1 + int(process.removeprefix('gw'))}"))


def send_everybody_away(connection) -> None:
    """End everything that is connected to this database, so that it can be dropped or copied.

    A killed worker's last statement, or a request whose browser is gone, may outlive the test it belonged to,
    and a test in a browser leaves connections that this one does not know of.
    """
    name = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = current_user",
            [name],
        )


class WorkerProcess:
    """A Celery worker of its own process on the test database: to be killed, and started again.

    One with a `name` is one of several on the broker: it does one task at a time, as on a machine of one core.
    """

    def __init__(self, var: Path, database_url: str, *, name: str = ""):
        from portal.runtime import programs

        places = addresses.places(var)
        folders.prepare(places)
        as_served = programs.worker(places, alone=not name)
        own = ["--concurrency", "1", "--hostname", f"{name}@%h"] if name else []
        self.program = dataclasses.replace(
            as_served,
            argv=[*as_served.argv, *own],
            environ=as_served.environ | {"DATABASE_URL": database_url},
            lock=places.lock(name or as_served.name),
            log=places.log(name or as_served.name),
        )
        self.name, self.child = name or "portal", None

    def start(self):
        """Start it and return when it takes work."""
        from portal.celery import app

        self.child = Child.start(self.program)
        mine = [f"{self.name}@{socket.gethostname()}"]
        wait_until(lambda: self.child.has_ended() or app.control.ping(timeout=0.3, destination=mine), every=0)
        assert not self.child.has_ended(), folders.last_lines(self.program.log, 40)

    @property
    def resident_bytes(self) -> int:
        """What the worker's processes hold: all of the first one's memory, and of its children what they do not share.

        Only Linux tells it.
        """
        first = self.child.process.pid
        children = [pid for pid in _processes() if pid != first and _group_of(pid) == first]
        return _held(first, "Rss") + sum(_held(pid, "Private_Clean", "Private_Dirty") for pid in children)

    def kill(self):
        """SIGKILL to the worker and its pool, as a machine that loses power would."""
        self.child.kill()

    def stop(self):
        """Ask it to end, as `manage.py serve` does."""
        stop_together([self.child])


def _processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _group_of(pid: int) -> int:
    with contextlib.suppress(ProcessLookupError):
        return os.getpgid(pid)
    return 0  # it has ended meanwhile


def _held(pid: int, *kinds: str) -> int:
    """Bytes of these kinds of memory; nought where the process has ended meanwhile."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        told = (Path("/proc") / str(pid) / "smaps_rollup").read_text()
        return sum(int(re.search(rf"^{kind}:\s+(\d+) kB", told, re.MULTILINE)[1]) * 1024 for kind in kinds)
    return 0


def url_of(connection, *, name: str | None = None) -> str:
    """The address of the database that a Django connection uses, or of another on its server."""
    told = connection.settings_dict
    who = quote(told["USER"], safe="") + (f":{quote(told['PASSWORD'], safe='')}" if told["PASSWORD"] else "")
    host = addresses.encoded_host(told["HOST"])
    return f"postgres://{who}@{host}:{told['PORT'] or 5432}/{name or told['NAME']}"


@contextlib.contextmanager
def worker_process(var: Path, database_url: str):
    """A running worker, with nothing of an earlier test in its queues."""
    with worker_processes(var, database_url, "") as [worker]:
        worker.start()
        yield worker


@contextlib.contextmanager
def worker_processes(var: Path, database_url: str, *names: str):
    """Workers of these names that are yet to be started, with nothing of an earlier test in their queues."""
    from portal.celery import app
    from portal.runtime.tasks import return_unacknowledged

    return_unacknowledged()
    app.control.purge()
    workers = [WorkerProcess(var, database_url, name=name) for name in names]
    try:
        yield workers
    finally:
        for worker in workers:
            if worker.child:
                worker.kill()
