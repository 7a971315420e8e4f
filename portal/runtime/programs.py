"""What runs beside the servers: the web server, a worker for background jobs, and the scheduler."""

import os
import sys

from django.conf import settings

from portal.runtime import tasks
from portal.runtime.addresses import Places
from portal.runtime.children import Program
from portal.runtime.embedded import EmbeddedServers

CELERY = (sys.executable, "-m", "celery", "--app", "portal", "--quiet")
# Celery's warning at each start under root: the demonstration may be tried that way, a deployment is not run so.
HUSH = "ignore:You're running the worker with superuser privileges"


def programs(servers: EmbeddedServers) -> list[Program]:
    """The programs of this machine, in the order of their start."""
    alone = "valkey" in servers.wanted  # then nobody else's worker is on this broker
    return [web(servers.places), worker(servers.places, alone=alone), beat(servers.places)]


def web(places: Places) -> Program:
    arguments = [
        *("--interface", "wsgi", "--no-ws", "--log-level", "warning"),
        *("--host", settings.BIND, "--port", str(settings.PORT)),
        *("--workers", "2", "--blocking-threads", "2"),
        *("--respawn-failed-workers", "--respawn-interval", "0.5", "--workers-kill-timeout", "5"),
    ]
    return _program("web", [sys.executable, "-m", "granian", *arguments, "portal.wsgi:application"], places)


def worker(places: Places, *, alone: bool) -> Program:
    """One worker for both queues; `alone` on its broker, it takes back what a killed one before it held.

    Asked to end, it stops taking work, waits a little, and hands back what is not done (REMAP_SIGTERM).
    """
    arguments = [
        *("--concurrency", "2", "--queues", "default,heavy", "--hostname", "portal@%h"),
        *("--without-mingle", "--without-gossip", "--loglevel", "WARNING"),
    ]
    return _program(
        "worker",
        [*CELERY, "worker", *arguments],
        places,
        environ={"REMAP_SIGTERM": "SIGQUIT", "PYTHONWARNINGS": HUSH},
        prepare=tasks.return_unacknowledged if alone else None,
    )


def beat(places: Places) -> Program:
    return _program("beat", [*CELERY, "beat", "--loglevel", "WARNING", "--pidfile", ""], places)


def _program(name: str, argv: list[str], places: Places, *, environ: dict | None = None, **more) -> Program:
    return Program(
        name=name,
        argv=argv,
        environ=os.environ | {"PYTHONUNBUFFERED": "1"} | (environ or {}),
        folder=settings.BASE_DIR,
        lock=places.lock(name),
        **more,
    )
