"""The embedded Valkey: broker and cache, on a socket that only its owner may enter."""

import socket
import time

from portal.runtime import binaries, folders
from portal.runtime.addresses import Places
from portal.runtime.children import POLL, Child, Program, RuntimeFault

READY_WITHIN = 30  # seconds


def program(places: Places, *, durable: bool) -> Program:
    """The server of this data folder."""
    data = places.home / "valkey"
    folders.private(data, places.account)
    return Program(
        name="valkey",
        argv=[
            str(binaries.valkey_server(places)),
            *("--port", "0", "--unixsocket", str(places.valkey_socket), "--unixsocketperm", "700"),
            *("--dir", str(data), "--save", "", "--appendonly", "yes" if durable else "no"),
            *("--maxmemory-policy", "noeviction"),  # a queue must refuse rather than forget
            *("--daemonize", "no", "--loglevel", "warning"),
        ],
        environ=folders.ENVIRON,
        folder=data,
        lock=places.lock("valkey"),
        account=places.account,
        log=places.log("valkey"),
        prepare=lambda: folders.keep_one_earlier(places.log("valkey")),
    )


def wait_until_ready(child: Child, places: Places) -> None:
    """Until it answers; raises RuntimeFault with its last words if it ends."""
    deadline = time.monotonic() + READY_WITHIN
    while not answers(places):
        if child.has_ended() or time.monotonic() > deadline:
            log = places.log("valkey")
            raise RuntimeFault(f"Valkey does not start. {log} ends:\n{folders.last_lines(log)}")
        time.sleep(POLL)


def answers(places: Places) -> bool:
    """Whether it says it is ready; while it still reads its file it says that instead."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        try:
            connection.connect(str(places.valkey_socket))
            connection.sendall(b"PING\r\n")
            return connection.recv(64).startswith(b"+PONG")
        except OSError:
            return False
