"""Fifty people tell us something at once while the web server is killed: nothing is lost, nothing is there twice."""

import contextlib
import http.client
import re
import secrets
import signal
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar

import psutil
import pytest

from feedback.contributions.actions.limits import A_DAY_WITHOUT_PROOF
from tests.portal.runtime.conftest import Run, free_port
from tests.servers import new_var, remove_var, wait_until

pytestmark = pytest.mark.servers
PEOPLE = 50
IN_LETTERS = str.maketrans(
    "0123456789", "ghijklmnop"
)  # some numbers look like a telephone's, which is asked about
FIRST_START = 400  # seconds; every migration, on a machine that does other things too
BROKEN_LINE = (OSError, http.client.HTTPException)  # of which a refused answer of the server is one too


class Site:
    """A site of its own, without the demonstration, and its pages as a browser without script asks for them."""

    def __init__(self, var):
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self.environ = {
            "PORTAL_VAR": str(var),
            "PORTAL_PORT": str(port),
            "PORTAL_HOSTS": "127.0.0.1",
            "PORTAL_BASE_URL": self.address,
            **{f"PORTAL_{kind}_KEY": secrets.token_urlsafe(48) for kind in ("SECRET", "RECEIPT", "SEALING")},
        }
        self.run = Run(["manage.py", "serve"], **self.environ)

    def wait_until_ready(self):
        self.run.wait_for("Ready:", within=FIRST_START)

    def kill_web(self):
        """SIGKILL to the web server and its workers, as a machine does that runs out of memory."""
        server = self.run.child("-m granian")
        for process in [*server.children(recursive=True), server]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)

    def stored(self) -> Counter:
        """How many contributions are in the database, by why they were set aside."""
        sql = "SELECT 'set aside: (' || set_aside || ')' FROM contributions_contribution"
        command = Run(["manage.py", "pg", "psql", "-Atc", sql], **self.environ)
        assert command.end(signal.SIGCONT, within=60) == 0, command.said
        return Counter(re.findall(r"^set aside: \((\w*)\)$", command.said, flags=re.M))


class Visitor:
    """A browser of its own, without script."""

    def __init__(self, site: Site):
        self.site = site
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        with self.opener.open(self.site.address + path, timeout=30) as answer:
            return answer.read().decode()

    def post(self, path: str, form_page: str, **fields) -> str:
        """The page that follows, redirects included."""
        hidden = dict(re.findall(r'name="(csrfmiddlewaretoken|token)" value="([^"]+)"', form_page))
        data = urllib.parse.urlencode(hidden | fields).encode()
        request = urllib.request.Request(self.site.address + path, data)  # noqa: S310 - our own address
        with self.opener.open(request, timeout=30) as answer:
            return answer.read().decode()


def code_on(page: str) -> str:
    return re.search(r"<code>([^<]+)</code>", page).group(1)


class Crowd:
    """What everybody sent and was shown, counted."""

    def __init__(self, site: Site):
        self.site = site
        self.until = 0.0
        self.forms, self.codes, self.broken = [], [], []
        self.calm = threading.Event()

    def send_for(self, seconds: float):
        self.until = time.monotonic() + seconds
        with ThreadPoolExecutor(PEOPLE) as people:
            list(people.map(self._one_person, range(PEOPLE)))

    def _one_person(self, number: int):
        """One message after the other; where the line breaks, the same form again, as people press again."""
        while time.monotonic() < self.until:
            visitor = Visitor(self.site)
            page = self._again(lambda visitor=visitor: visitor.get("/feedback/"))
            self.forms.append(number)
            text = f"Person {number}, {secrets.token_hex(8).translate(IN_LETTERS)}"
            fields = {"text": text, "kind": "idea", "partner_type": "other", "publish_consent": "edited"}
            sent = self._again(
                lambda visitor=visitor, page=page, fields=fields: visitor.post("/feedback/", page, **fields)
            )
            self.codes.append(code_on(sent))

    def _again(self, ask):
        """The answer, however often the line breaks before it."""
        give_up = time.monotonic() + 120
        while True:
            try:
                return ask()
            except BROKEN_LINE as problem:
                self.broken.append(type(problem).__name__)
                if time.monotonic() > give_up:
                    raise
                self.calm.wait(0.2)


@pytest.fixture
def site():
    var = new_var()
    running = Site(var)
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.run.end(signal.SIGTERM, within=60)
        remove_var(var)


@pytest.mark.parametrize(
    ("seconds", "kills"), [(8, 1), pytest.param(60, 4, marks=pytest.mark.long)], ids=["short", "a minute"]
)
def test_fifty_people_at_once_while_the_web_server_is_killed(site, seconds, kills):
    crowd = Crowd(site)
    sending = threading.Thread(target=crowd.send_for, args=(seconds,))
    sending.start()
    for nth in range(1, kills + 1):
        wait_until(lambda nth=nth: len(crowd.codes) >= nth * 20, within=120)
        killed = site.run.child("-m granian").pid
        site.kill_web()
        wait_until(lambda killed=killed: (new := site.run.child("-m granian")) and new.pid != killed)
    sending.join(timeout=seconds + 240)
    assert not sending.is_alive()

    assert len(set(crowd.codes)) == len(crowd.codes) == len(crowd.forms)  # everybody got a code of their own
    held = site.stored()
    stored = held.total()
    print(
        f"\n{len(crowd.codes)} receipts shown to {PEOPLE} people in {seconds} s, {len(crowd.broken)} broken lines "
        f"({dict(Counter(crowd.broken))}), {stored} stored, {held['rush']} of them set aside"
    )
    assert crowd.broken  # they did meet the kill
    assert stored == len(crowd.forms)  # none lost, and none twice, however often it was sent
    assert held[""] <= A_DAY_WITHOUT_PROOF
    assert held["rush"] == stored - held[""]
    with ThreadPoolExecutor(8) as readers:
        assert set(readers.map(lambda code: opened(site, code), crowd.codes)) == {True}


def opened(site: Site, code: str) -> bool:
    """Whether this code opens the page that says where its contribution stands."""
    visitor = Visitor(site)
    return "<h1>Being read</h1>" in visitor.post(
        "/feedback/receipt/", visitor.get("/feedback/receipt/"), code=code
    )
