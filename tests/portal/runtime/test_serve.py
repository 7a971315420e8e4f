"""The whole site in one command: first start, killed parts, second start, and an end that leaves nothing.

The tests share one data folder, and all but the last few the one site that runs on it.
"""

import http.client
import json
import signal

import pytest

from tests.portal.runtime.conftest import Run, free_port, gone
from tests.servers import wait_until

pytestmark = pytest.mark.servers
FIRST_START = 400  # seconds; every migration, and the demonstration's data
PROGRAMS = ("bin/postgres", "valkey-server", "-m granian", "--quiet worker", "--quiet beat")


class Served:
    """A run of `manage.py serve` and what its web server answers."""

    def __init__(self, var, **environ):
        self.port = free_port()
        self.var = var
        self.run = Run(
            ["manage.py", "serve"],
            **{"PORTAL_DEMO": "1", "PORTAL_VAR": str(var), "PORTAL_PORT": str(self.port)} | environ,
        )

    def wait_until_ready(self, *, within):
        """Until the web server answers and everything else was started."""
        self.run.wait_for("Ready:", within=within)
        wait_until(lambda: self.run.child("--quiet beat"))
        return self

    def get(self, path) -> tuple[int, str]:
        """Status and body; status 0 where nothing answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            connection.close()

    def ready(self) -> dict:
        status, body = self.get("/health/ready")
        return json.loads(body) if status in (200, 503) and body.startswith("{") else {}


@pytest.fixture(scope="module")
def site(module_var):
    """The site after its first start; tests below do to it what they like."""
    served = Served(module_var)
    try:
        yield served.wait_until_ready(within=FIRST_START)
    finally:
        served.run.end(signal.SIGKILL)


@pytest.fixture
def folder(site):
    """The site's data folder when nothing runs on it any more."""
    site.run.end(signal.SIGTERM)
    return site.var


def test_the_first_start_says_where_the_site_is(site):
    said = [line.split(maxsplit=1)[1] for line in site.run.lines if line.startswith("portal")]
    assert said[0] == f"Starting postgres and valkey; their data is in {site.var}/servers"
    assert f"Ready: http://127.0.0.1:{site.port}/ - press Ctrl-C to stop everything" in said


def test_the_site_answers_and_shows_that_every_part_works(site):
    assert site.get("/health/live")[0] == 200
    wait_until(lambda: site.ready().get("status") == "ok", within=180)
    assert site.get("/")[0] == 200


def test_files_for_the_pages_are_served_by_their_content_names(site):
    manifest = json.loads((site.var / "static" / "staticfiles.json").read_text())
    assert site.get(f"/static/{manifest['paths']['design/portal.css']}")[0] == 200


def test_a_second_site_on_the_same_folder_is_refused_with_the_first_ones_number(site):
    second = Served(site.var)
    assert second.run.end(signal.SIGCONT) == 1
    assert f"in use already, by process {site.run.process.pid}" in second.run.said


def test_another_command_uses_the_database_that_runs(site):
    wait_until(lambda: site.ready().get("beat", {}).get("ok"), within=180)
    asked = "from portal.runtime.models import Heartbeat; print('beats', Heartbeat.objects.count())"
    command = Run(["manage.py", "shell", "-c", asked], PORTAL_DEMO="1", PORTAL_VAR=str(site.var))
    assert command.end(signal.SIGCONT, within=180) == 0
    assert "beats 1" in command.said


@pytest.mark.parametrize("words", PROGRAMS)
def test_a_killed_part_comes_back(site, words):
    killed = site.run.child(words)
    killed.send_signal(signal.SIGKILL)
    wait_until(lambda: (child := site.run.child(words)) and child.pid != killed.pid)
    wait_until(lambda: site.get("/")[0] == 200, within=180)


def test_without_its_database_the_site_says_so_and_recovers_by_itself(site):
    killed = site.run.child("bin/postgres")
    sockets = site.var / "servers" / "run"
    hidden = sockets.rename(sockets.with_name("hidden"))  # it comes back, and still nobody finds it
    killed.send_signal(signal.SIGKILL)
    status, page = site.get("/local-offer/")
    hidden.rename(sockets)
    assert (status, "reload this page" in page) == (503, True)
    wait_until(lambda: site.ready().get("database") == {"ok": True})
    wait_until(lambda: site.get("/local-offer/")[0] == 200)


def test_sigterm_ends_the_site_and_every_process_of_it(site):
    processes = site.run.descendants()
    assert len(processes) > len(PROGRAMS)
    assert site.run.end(signal.SIGTERM) == 0
    assert gone(processes)
    assert site.get("/health/live")[0] == 0
    assert site.run.lines[-1].endswith("Stopped; nothing is left running")


def test_the_second_start_is_short_and_finds_the_data(folder):
    served = Served(folder).wait_until_ready(within=180)
    try:
        assert "Loading the demonstration" not in served.run.said
        assert "Collected" not in served.run.said
        assert served.get("/")[0] == 200
    finally:
        processes = served.run.descendants()
        assert served.run.end(signal.SIGINT) == 0
    assert gone(processes)


def test_a_killed_supervisor_takes_every_process_along_and_the_next_start_works(folder):
    first = Served(folder).wait_until_ready(within=180)
    processes = first.run.descendants()
    first.run.end(signal.SIGKILL)
    second = Served(folder, PORTAL_PORT=str(first.port))
    second.port = first.port
    try:
        second.wait_until_ready(within=180)
        wait_until(lambda: gone(processes))
        assert second.get("/")[0] == 200
    finally:
        assert second.run.end(signal.SIGHUP) == 0


def test_asked_to_stop_before_everything_runs_it_leaves_nothing(folder):
    served = Served(folder)
    served.run.wait_for("Bringing the database up to date")
    processes = served.run.descendants()
    assert served.run.end(signal.SIGTERM) == 0
    assert gone(processes)
    assert "Ready" not in served.run.said
