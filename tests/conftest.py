"""What every test may ask for: servers, people with roles, signed-in clients, a worker, a browser.

Django's settings are read here and not earlier, because they need to know where the servers are: those of
DATABASE_URL and REDIS_URL, or embedded ones in a folder of this test run's own.
"""

import os

import django
import pytest

from tests.servers import TestServers, send_everybody_away, url_of, worker_process

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ.setdefault("PORTAL_DEMO", "1")
SERVERS = TestServers()

from django.conf import settings  # noqa: E402 - it is read from the environment made above

settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
django.setup()

from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402
from pytest_django.plugin import blocking_manager_key  # noqa: E402

from tests.browser import axe, browser, new_page, page, page_as, phone  # noqa: E402, F401 - fixtures
from tests.planted import plant_again  # noqa: E402


def pytest_sessionstart(session):
    if _only_hands_out_tests(session.config):
        # Otherwise its processes read the settings before they have servers.
        del os.environ["DJANGO_SETTINGS_MODULE"]
    else:
        SERVERS.start()


def pytest_unconfigure():
    SERVERS.stop()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test that empties every table takes what migrations had put there with it: it is planted again."""
    result = yield
    if nextitem and _empties_every_table(item):  # after the last test there is no database any more
        with item.config.stash[blocking_manager_key].unblock():
            plant_again()
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """What takes longest is handed out first; a file stays in one process, unless a test names a group of its own."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            if item.get_closest_marker("xdist_group") is None:
                item.add_marker(pytest.mark.xdist_group(str(item.path.relative_to(config.rootpath))))
    yield
    # After everybody else's sorting: pytest-django would have them last.
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def _empties_every_table(item) -> bool:
    marker = item.get_closest_marker("django_db")
    is_marked = bool(marker and marker.kwargs.get("transaction"))
    return is_marked or bool({"transactional_db", "live_server"} & set(item.fixturenames))


def _only_hands_out_tests(config) -> bool:
    """Whether the tests run in further processes, each with a conftest and servers of its own."""
    return bool(config.getoption("numprocesses", None)) and not hasattr(config, "workerinput")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    yield
    with django_db_blocker.unblock():
        send_everybody_away(connection)


@pytest.fixture(autouse=True)
def _nothing_remembered(request):
    """Rate limits and cached pages of one test do not reach the next."""
    if {"db", "transactional_db"} & set(request.fixturenames):
        from portal.local_offer.edition import LAST_HEARD

        cache.clear()
        LAST_HEARD.forget()


@pytest.fixture
def celery_worker_process(transactional_db):
    """A real worker in a process of its own, on the test database; it has `kill`, `start` and `stop`."""
    with worker_process(settings.VAR_DIR, url_of(connection)) as worker:
        yield worker


@pytest.fixture
def person(db):
    """Make a user holding a role: `person("workstream_lead", email="lead@example.org")`."""
    from portal.accounts.models import RoleGrant, User

    def make(role=None, *, email=None, **fields):
        email = email or f"{role or 'nobody'}-{User.objects.count()}@example.org"
        user = User.objects.create_user(email, **fields)
        if role:
            RoleGrant.objects.create(user=user, role=role, granted_at=timezone.now())
        return user

    return make


@pytest.fixture
def client_as(person):
    """A client signed in as this user, or as a new holder of this role, second factor included."""

    def sign_in(who):
        user = person(who) if isinstance(who, str) else who
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session["second_factor_passed"] = True
        session.save()
        return client

    return sign_in
