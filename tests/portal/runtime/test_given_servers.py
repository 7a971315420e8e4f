"""The same command against servers that somebody else runs: outside the demonstration, with secrets of its own."""

import secrets
import signal
import subprocess

import pytest
from django.conf import settings
from django.db import connection

from portal.runtime import addresses, binaries
from tests.portal.runtime.conftest import free_port, gone
from tests.portal.runtime.test_serve import Served
from tests.servers import send_everybody_away, url_of, wait_until

pytestmark = pytest.mark.servers


@pytest.fixture
def database(transactional_db):
    """The address of a migrated, empty database."""
    template = connection.settings_dict["NAME"]
    name = f"{template}_given"
    send_everybody_away(connection)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    yield url_of(connection, name=name)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def broker(tmp_path):
    """The address of a Valkey on the network, as deployments have it."""
    port = free_port()
    server = binaries.valkey_server(addresses.places(settings.VAR_DIR))
    argv = [str(server), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen(argv, stdout=subprocess.DEVNULL)
    yield f"redis://127.0.0.1:{port}/0"
    process.kill()
    process.wait()


def test_given_servers_are_used_and_none_of_its_own_started(database, broker, var):
    served = Served(
        var,
        PORTAL_DEMO="",
        PORTAL_HOSTS="portal.example,127.0.0.1",
        PORTAL_BASE_URL="http://portal.example",
        PORTAL_SECRET_KEY=secrets.token_urlsafe(48),
        PORTAL_RECEIPT_KEY=secrets.token_urlsafe(48),
        PORTAL_SEALING_KEY=secrets.token_urlsafe(48),
        DATABASE_URL=database,
        REDIS_URL=broker,
    )
    try:
        served.wait_until_ready(within=180)
        wait_until(lambda: served.ready().get("status") == "ok", within=180)
        assert served.get("/demo/")[0] == 404
        assert not list((var / "servers").glob("postgres*"))
        assert not (var / "secrets.json").exists()
        processes = served.run.descendants()
        assert served.run.end() == 0
        assert gone(processes)
    finally:
        served.run.end(signal.SIGKILL)
