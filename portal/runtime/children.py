"""Programs that run below us: started so that they cannot outlive us, stopped so that nothing is left."""

import contextlib
import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from portal.runtime import launch
from portal.runtime.addresses import Account

POLL = 0.01  # seconds between two looks at something we cannot wait for
ENDED_ALREADY = (ProcessLookupError, PermissionError)  # what a signal to a group of ended processes meets


class RuntimeFault(Exception):
    """Something a person must know before the portal can run; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to run, as whom, and how it is told to end."""

    name: str
    argv: Sequence[str]
    environ: Mapping[str, str]
    folder: Path  # the working directory; the account must be able to enter it
    lock: Path  # kept by every process of the program: a second copy waits until the first is gone
    stop_signal: signal.Signals = signal.SIGTERM
    account: Account | None = None  # None: ourselves
    tied_by: str = launch.HOW  # how its life is tied to ours
    log: Path | None = None  # where its output goes; None: to us, line by line
    patience: float = 8  # seconds it may take to end
    prepare: Callable[[], None] | None = None  # before each start, when nothing of an earlier copy is left

    def command(self) -> list[str]:
        """The program behind the launcher that ties its life to ours."""
        account = self.account or Account("", os.geteuid(), os.getegid())
        return launch.command(
            self.argv, signal_on_death=self.stop_signal, uid=account.uid, gid=account.gid, how=self.tied_by
        )


class Child:
    """One program, running; `start` begins it, `revive` begins it again when it has ended."""

    def __init__(self, program: Program):
        self.program = program
        self.process: subprocess.Popen | None = None
        self.started_at = 0.0  # monotonic

    @classmethod
    def start(cls, program: Program) -> "Child":
        child = cls(program)
        child.revive()
        return child

    def revive(self, *, lock_wait: float = 20) -> None:
        """Start the program once nothing of an earlier copy is left; raises RuntimeFault if it never is.

        Call it from the main thread: the kernel takes the end of the calling thread for the parent's death.
        """
        held = hold(self.program.lock, wait=lock_wait)
        if held is None:
            raise RuntimeFault(f"An earlier {self.program.name} of this folder still runs and does not end.")
        try:
            if self.program.prepare:
                self.program.prepare()
            self.process = _spawn(self.program, held)
            self.started_at = time.monotonic()
        finally:
            os.close(held)  # the child keeps its own copy, and with it the lock

    @property
    def age(self) -> float:
        """Seconds since it was last started."""
        return time.monotonic() - self.started_at

    def has_ended(self) -> bool:
        """Whether it has ended; its number stays reserved meanwhile, so that no stranger can be hit."""
        if self.process.returncode is not None:
            return True
        if not hasattr(os, "waitid"):  # macOS before Python 3.13
            return self.process.poll() is not None
        return os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def ask_to_end(self) -> None:
        if not self.has_ended():
            os.kill(self.process.pid, self.program.stop_signal)

    def kill(self) -> None:
        """SIGKILL to the program and to every process left of its group; returns when they are gone."""
        if self.process.returncode is None:
            group = self.process.pid
            with contextlib.suppress(*ENDED_ALREADY):
                os.killpg(group, signal.SIGKILL)
            self.process.wait()
            _wait_until_empty(group)


def stop_together(children: Sequence[Child], *, hurry: Callable[[], bool] = lambda: False) -> None:
    """Ask all of them to end, wait for each as long as it may take or until there is a hurry, leave none."""
    asked_at = time.monotonic()
    for child in children:
        child.ask_to_end()
    for child in children:
        deadline = asked_at + child.program.patience
        while not child.has_ended() and time.monotonic() < deadline and not hurry():
            time.sleep(POLL)
        child.kill()


def hold(lock: Path, *, wait: float = 0) -> int | None:
    """Take this lock file and return its descriptor; None when somebody else keeps it for `wait` seconds."""
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    deadline = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return descriptor
        except BlockingIOError:
            if time.monotonic() >= deadline:
                os.close(descriptor)
                return None
            time.sleep(POLL)


def run_once(program: Program) -> None:
    """Run a program that ends by itself; raises RuntimeFault with what it said when it fails."""
    child = Child.start(program)
    said, _ = child.process.communicate()
    if child.process.returncode:
        raise RuntimeFault(f"{program.name} failed: {said.decode(errors='replace').strip()}")


def _wait_until_empty(group: int) -> None:
    """Until no process is left of the group. Killed they are; who collects them may take a moment over it."""
    deadline = time.monotonic() + 1
    with contextlib.suppress(*ENDED_ALREADY):
        while time.monotonic() < deadline:
            os.killpg(group, 0)
            time.sleep(POLL)


def _spawn(program: Program, lock: int) -> subprocess.Popen:
    with _output(program) as output:
        return subprocess.Popen(  # noqa: S603 - a list of our own making, and no shell
            program.command(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(program.environ),
            cwd=program.folder,
            start_new_session=True,
            pass_fds=[lock],
        )


@contextlib.contextmanager
def _output(program: Program) -> Iterator[int | BinaryIO]:
    """The pipe or the log file that a program writes to; the file is closed on our side once it runs."""
    if program.log is None:
        yield subprocess.PIPE
    else:
        with open(program.log, "ab", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            yield file
