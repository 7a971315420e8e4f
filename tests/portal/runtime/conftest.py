"""Data folders, ports and whole runs of the portal that a test may end as roughly as it likes."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import psutil
import pytest
from django.conf import settings

from portal.runtime import launch
from portal.runtime.addresses import Account
from tests.servers import WITHIN, new_var, remove_var, wait_until

OURS = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")


@pytest.fixture
def var():
    folder = new_var()
    yield folder
    remove_var(folder)


@pytest.fixture(scope="module")
def module_var():
    folder = new_var()
    yield folder
    remove_var(folder)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Run:
    """A program of ours in a process of its own, and every line it says."""

    def __init__(self, argv: list[str], *, account: Account | None = None, **environ: str):
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
        self.environ = {name: value for name, value in inherited.items() if name not in OURS} | environ
        self.lines: list[str] = []
        account = account or Account("", os.geteuid(), os.getegid())
        program = [sys.executable, "-u", *argv]
        self.process = subprocess.Popen(  # tied to this test run: a killed one leaves nothing
            launch.command(program, signal_on_death=signal.SIGTERM, uid=account.uid, gid=account.gid),
            cwd=settings.BASE_DIR,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        with self.process.stdout as stream:
            self.lines.extend(line.rstrip() for line in iter(stream.readline, ""))

    @property
    def said(self) -> str:
        return "\n".join(self.lines)

    def wait_for(self, words: str, *, within=WITHIN):
        """Until it has said these words; fails when it ends without."""
        wait_until(lambda: words in self.said or self.process.poll() is not None, within=within)
        assert words in self.said, self.said

    def descendants(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def child(self, words: str) -> psutil.Process | None:
        """The child whose command line has these words, if it runs now."""
        for child in psutil.Process(self.process.pid).children():
            try:
                if words in " ".join(child.cmdline()):
                    return child
            except psutil.Error:
                continue
        return None

    def end(self, number=signal.SIGTERM, *, within=WITHIN) -> int:
        """Send it a signal; the status it ends with."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(timeout=within)
        self._reader.join(timeout=within)
        return status


def gone(processes: list[psutil.Process]) -> bool:
    """Whether none of these runs any more."""
    return not any(_runs(process) for process in processes)


def _runs(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:  # it went between the two questions
        return False


@pytest.fixture
def run():
    """Start programs of ours: `run("manage.py", "serve", PORTAL_VAR=...)`; what still runs is killed at the end."""
    runs = []

    def start(*argv, **more):
        runs.append(Run(list(argv), **more))
        return runs[-1]

    yield start
    for each in runs:
        each.end(signal.SIGKILL)


@pytest.fixture
def hold_servers(run):
    """A process that runs a data folder's servers and nothing else: `hold_servers(var)` when they answer."""
    script = Path(__file__).with_name("hold_servers.py")

    def start(var, **more):
        holder = run(str(script), str(var), **more)
        holder.wait_for("ready")
        return holder

    return start
