"""The embedded PostgreSQL and Valkey of one data folder, for as long as one process holds them.

    with EmbeddedServers(var).running():
        ...

Nothing outlives the process that started them, however it ends: the servers are told by the kernel. Which
servers answer where follows from the folder alone (`addresses`).
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from portal.runtime import addresses, folders, postgres, valkey
from portal.runtime.children import Child, Program, RuntimeFault, hold, stop_together

SERVERS = {"postgres": postgres, "valkey": valkey}


class FolderInUse(RuntimeFault):
    """Another process holds the data folder's servers."""


class EmbeddedServers:
    """The wanted servers of a data folder; one process at a time holds a folder.

    `durable=False` gives up safety on a power cut for speed: for tests, whose data is thrown away.
    """

    def __init__(self, var: Path, *, wanted: Sequence[str] = tuple(SERVERS), durable: bool = True):
        self.places = addresses.places(var)
        self.wanted = wanted
        self.durable = durable
        self.children: list[Child] = []
        self._held: int | None = None

    @contextlib.contextmanager
    def running(self) -> Iterator["EmbeddedServers"]:
        try:
            self.start()
            yield self
        finally:
            self.stop()

    def start(self) -> None:
        """Take the folder and start its servers; returns when they answer.

        Raises RuntimeFault when another process holds the folder or a server does not start.
        """
        self.take()
        self.launch()

    def launch(self) -> None:
        """Start the servers of a folder that was taken."""
        for name in self.wanted:
            self.children.append(Child.start(self.program(name)))
        for child in self.children:
            self.wait_until_ready(child)

    def take(self, *, wait: float = 0) -> None:
        """Become the one process that may run this folder's servers; an earlier one has `wait` seconds to end."""
        try:
            folders.prepare(self.places)
            lock = self.places.lock("supervisor")
            self._held = hold(lock, wait=wait)
        except PermissionError as error:
            raise RuntimeFault(
                f"{error.filename} belongs to another account. Work in a copy of your own, "
                "or name a folder of your own for the data with PORTAL_VAR."
            ) from error
        if self._held is None:
            raise FolderInUse(
                f"The servers of {self.places.var} are in use already, by {lock.read_text().strip()}. "
                "End that first, or name another folder with PORTAL_VAR."
            )
        os.truncate(self._held, 0)
        os.write(self._held, f"process {os.getpid()} ({' '.join(sys.argv[:3])})".encode())

    def program(self, name: str) -> Program:
        return SERVERS[name].program(self.places, durable=self.durable)

    def wait_until_ready(self, child: Child) -> None:
        SERVERS[child.program.name].wait_until_ready(child, self.places)

    def stop(self) -> None:
        """End the servers and give the folder back; may be called when nothing was started."""
        stop_together(self.children)
        self.children = []
        if self._held is not None:
            os.close(self._held)
            self._held = None
