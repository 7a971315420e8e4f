"""The whole portal on one machine: its servers, its data brought up to date, its programs kept running."""

import os
import socket
import time
from collections.abc import Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import OperationalError, connection, connections

from portal.runtime import collected
from portal.runtime.addresses import Places
from portal.runtime.children import POLL, Child, Program, RuntimeFault, hold
from portal.runtime.embedded import EmbeddedServers
from portal.runtime.programs import programs
from portal.runtime.supervisor import Attention, Stopping, Supervisor, Voice

LOOPBACK = {"127.0.0.1", "::1"}
EARLIER_ENDS_WITHIN = 10  # seconds
EARLIER_GIVES_BACK_WITHIN = 3  # seconds; after Ctrl-C the last of it may still be closing its files
DATABASE_COMES_WITHIN = 30  # seconds
WEB_ANSWERS_WITHIN = 20  # seconds
DEMO_PEOPLE = "@demo.invalid"  # how the demonstration's own people are known


class Site:
    """One run of the portal, from the first check to the last process gone."""

    def __init__(self, voice: Voice, attention: Attention):
        self.voice = voice
        self.attention = attention
        self.supervisor = Supervisor(voice, attention)
        self.servers = EmbeddedServers(settings.VAR_DIR, wanted=missing_servers())
        self.programs: list[Child] = []
        self.waiting: list[Program] = []
        self.announced = False

    def run(self) -> None:
        """Until somebody asks to stop. Raises RuntimeFault with what to do when the site cannot start."""
        try:
            check_address(self.servers.places)
            self._start_servers()
            self._bring_up_to_date()
            self._start_programs()
            self.supervisor.run(each_round=self._look)
        except Stopping:
            pass  # asked to stop before everything ran: what runs already is stopped below
        finally:
            self._stop()

    def _start_servers(self) -> None:
        self.servers.take(wait=EARLIER_GIVES_BACK_WITHIN)
        if self.servers.wanted:
            places = self.servers.places
            self.voice.say(f"Starting {' and '.join(self.servers.wanted)}; their data is in {places.home}")
            if places.moved:
                self.voice.say(
                    f"  (not in {places.var}, which the account {places.account.name} cannot enter)"
                )
        self.servers.launch()

    def _bring_up_to_date(self) -> None:
        wait_until_database_answers()
        self.voice.say("Bringing the database up to date")
        call_command("migrate", interactive=False, verbosity=0)
        if collected.collect():
            self.voice.say("Collected styles, scripts and pictures")
        check_people(demo=settings.DEMO)
        if settings.DEMO and not get_user_model().objects.exists():
            self.voice.say("Loading the demonstration; this happens once")
            call_command("load_demo")
        connections.close_all()

    def _start_programs(self) -> None:
        """The web server, and the others once it answers: together they would hold each other up."""
        self.voice.say("Starting the web server, a worker for background jobs, and the scheduler")
        self.attention.interrupting = False  # from here on nobody may miss a child that was just started
        for child in self.servers.children:
            self.supervisor.keep(child)
        first, *self.waiting = programs(self.servers)
        self._start(first)

    def _start(self, program: Program) -> None:
        child = Child.start(program)
        self.programs.append(child)
        self.supervisor.keep(child)

    def _look(self) -> None:
        """Once the web server answers, say so and start the others; if it does not, do not wait for it."""
        if not self.announced and answers(settings.BIND, settings.PORT):
            self.voice.say(f"Ready: {settings.BASE_URL}/ - press Ctrl-C to stop everything")
            self.announced = True
        if self.waiting and (self.announced or self.programs[0].age > WEB_ANSWERS_WITHIN):
            for program in self.waiting:
                self._start(program)
            self.waiting = []

    def _stop(self) -> None:
        self.attention.interrupting = False
        if running := bool(self.programs or self.servers.children):
            self.voice.say(f"Stopping ({self.attention.how or 'nobody listens any more'})")
        self.supervisor.stop(self.programs)  # first: they still need the servers
        self.servers.stop()
        if running:
            self.voice.say("Stopped; nothing is left running")


def missing_servers() -> Sequence[str]:
    """The servers that nobody gave us an address for."""
    given = {"postgres": os.environ.get("DATABASE_URL"), "valkey": os.environ.get("REDIS_URL")}
    return [name for name, address in given.items() if not address]


def check_address(places: Places) -> None:
    """Raise RuntimeFault when the web server could not listen where it is told to, or must not."""
    if settings.DEMO and settings.BIND not in LOOPBACK:
        raise RuntimeFault("The demonstration answers on this machine only: leave PORTAL_BIND empty.")
    deadline = time.monotonic() + EARLIER_ENDS_WITHIN
    while not _is_free(settings.BIND, settings.PORT):
        if time.monotonic() > deadline or not _is_held(places.lock("web")):
            raise RuntimeFault(
                f"Port {settings.PORT} is taken by another program, perhaps another copy of the portal. "
                f"End that, or choose another port: PORTAL_PORT={settings.PORT + 1} make run"
            )
        time.sleep(POLL)


def check_people(*, demo: bool) -> None:
    """Raise RuntimeFault when a demonstration meets real people, or a real portal the demonstration's.

    In the demonstration anybody may step in as anybody. Its own people tell its database from a real one, and
    whoever signs up in it is part of it.
    """
    people = get_user_model().objects
    is_demonstration = people.filter(email__iendswith=DEMO_PEOPLE).exists()
    if demo and people.exists() and not is_demonstration:
        raise RuntimeFault(
            "This database holds real people, and the demonstration lets anybody step in as any of them. "
            "Run without PORTAL_DEMO, or name another database or another PORTAL_VAR."
        )
    if not demo and is_demonstration:
        raise RuntimeFault(
            "This database is the demonstration's: everybody in it is invented. "
            "Name another database or another PORTAL_VAR, or run it with PORTAL_DEMO=1."
        )


def wait_until_database_answers() -> None:
    """A database given by its address may still be starting; raises RuntimeFault when it does not come."""
    deadline = time.monotonic() + DATABASE_COMES_WITHIN
    while True:
        try:
            return connection.ensure_connection()
        except OperationalError as error:
            if time.monotonic() > deadline:
                raise RuntimeFault(f"The database at DATABASE_URL does not answer: {error}") from error
            time.sleep(0.5)


def answers(host: str, port: int) -> bool:
    """Whether the web server answers at all; what it says does not matter here."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - a name to replace
    request = HTTPConnection(here, port, timeout=1)
    try:
        request.request("GET", "/health/live", headers={"Host": settings.ALLOWED_HOSTS[0]})
        return bool(request.getresponse().status)
    except (OSError, HTTPException):
        return False
    finally:
        request.close()


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections just closed do not count
        try:
            listener.bind((host, port))
        except OSError:
            return False
        return True


def _is_held(lock: Path) -> bool:
    """Whether an earlier copy of a program is still ending."""
    if not lock.exists():
        return False
    held = hold(lock)
    if held is not None:
        os.close(held)
    return held is None
