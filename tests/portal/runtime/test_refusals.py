"""When the portal must not or cannot start, it says why, names everything that is wrong, and what to do."""

import secrets
import signal
import socket

import pytest
from django.contrib.auth import get_user_model

from portal.runtime import site
from portal.runtime.children import RuntimeFault
from tests.portal.runtime.conftest import free_port

OUTSIDE_THE_DEMONSTRATION = {
    "PORTAL_HOSTS": "portal.example.org",
    "PORTAL_SECRET_KEY": secrets.token_urlsafe(48),
    "PORTAL_RECEIPT_KEY": secrets.token_urlsafe(48),
    "PORTAL_SEALING_KEY": secrets.token_urlsafe(48),
}


@pytest.fixture
def serve(run, var):
    """Start with this environment; what it says when it ends by itself, with a status that is not 0."""

    def start(**environ):
        ended = run("manage.py", "serve", PORTAL_VAR=str(var), PORTAL_PORT=str(free_port()), **environ)
        assert ended.end(signal.SIGCONT, within=60) == 1
        return ended.said

    return start


def test_without_the_demonstration_every_missing_secret_is_named(serve):
    said = serve(PORTAL_HOSTS="portal.example.org")
    assert "PORTAL_SECRET_KEY is missing; PORTAL_RECEIPT_KEY is missing" in said
    assert "Traceback" not in said


def test_a_weak_secret_is_named(serve):
    said = serve(**OUTSIDE_THE_DEMONSTRATION | {"PORTAL_RECEIPT_KEY": "short"})
    assert "PORTAL_RECEIPT_KEY is too short" in said
    assert "PORTAL_SECRET_KEY" not in said


def test_without_the_demonstration_host_names_are_required(serve):
    assert "PORTAL_HOSTS is missing" in serve(**OUTSIDE_THE_DEMONSTRATION | {"PORTAL_HOSTS": ""})


def test_the_demonstration_refuses_a_host_name_of_the_network(serve):
    assert "on this machine only" in serve(PORTAL_DEMO="1", PORTAL_HOSTS="portal.example.org")


def test_the_demonstration_refuses_an_address_of_the_network(serve):
    assert "on this machine only: leave PORTAL_BIND empty" in serve(PORTAL_DEMO="1", PORTAL_BIND="192.0.2.1")


@pytest.mark.servers
def test_a_port_in_use_is_said_before_anything_starts(run, var):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = run("manage.py", "serve", PORTAL_DEMO="1", PORTAL_VAR=str(var), PORTAL_PORT=str(port))
        assert ended.end(signal.SIGCONT, within=60) == 1
    assert f"Port {port} is taken" in ended.said
    assert f"PORTAL_PORT={port + 1} make run" in ended.said
    assert not (var / "servers").exists()


def test_a_database_that_does_not_answer_is_named(monkeypatch, settings):
    monkeypatch.setattr(site, "DATABASE_COMES_WITHIN", 0)
    monkeypatch.setattr(site.connection, "ensure_connection", _refused)
    with pytest.raises(RuntimeFault, match="The database at DATABASE_URL does not answer: refused"):
        site.wait_until_database_answers()


def _refused():
    raise site.OperationalError("refused")


def make(email):
    return get_user_model().objects.create_user(email)


def test_the_demonstration_refuses_a_database_of_real_people(db):
    make("parent@example.org")
    with pytest.raises(RuntimeFault, match="holds real people"):
        site.check_people(demo=True)


def test_the_demonstration_keeps_people_who_signed_up_in_it(db):
    make("lead@demo.invalid")
    make("curious@example.org")
    site.check_people(demo=True)


def test_a_real_portal_refuses_the_demonstrations_database(db):
    make("lead@demo.invalid")
    with pytest.raises(RuntimeFault, match="is the demonstration's"):
        site.check_people(demo=False)


@pytest.mark.parametrize("demo", [True, False])
def test_an_empty_database_suits_both(db, demo):
    site.check_people(demo=demo)


def test_a_real_portal_keeps_its_people(db):
    make("parent@example.org")
    site.check_people(demo=False)
