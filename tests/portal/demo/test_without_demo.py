"""Without PORTAL_DEMO nothing of the demonstration exists, and the site wants its secrets."""

import os
import secrets
import subprocess
import sys

import pytest
from django.conf import settings

DEPLOYED = {
    "PORTAL_DEMO": "",
    "PORTAL_HOSTS": "portal.example",
    "PORTAL_SECRET_KEY": secrets.token_urlsafe(48),
    "PORTAL_RECEIPT_KEY": secrets.token_urlsafe(48),
    "PORTAL_SEALING_KEY": secrets.token_urlsafe(48),
}


def manage(*arguments, **environ):
    """`manage.py` as a deployment runs it; the finished process with its words."""
    given = {
        name: value for name, value in {**os.environ, **DEPLOYED, **environ}.items() if value is not None
    }
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command, env=given, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=60
    )


RESOLVE = "from django.urls import resolve; resolve('{}')"


@pytest.mark.parametrize("address", ["/demo/", "/demo/mail/", "/demo/as/1/"])
def test_there_is_no_step_in_page(address):
    answer = manage("shell", "-v0", "-c", RESOLVE.format(address))
    assert "Resolver404" in answer.stderr


def test_the_rest_of_the_site_is_there():
    assert manage("shell", "-v0", "-c", RESOLVE.format("/board/")).returncode == 0


def test_there_is_no_demonstration_to_load():
    assert "Unknown command: 'load_demo'" in manage("load_demo").stderr


def test_every_missing_secret_is_named_at_once():
    answer = manage("check", PORTAL_SECRET_KEY=None, PORTAL_RECEIPT_KEY=None)
    assert answer.returncode != 0
    assert "PORTAL_SECRET_KEY" in answer.stderr
    assert "PORTAL_RECEIPT_KEY" in answer.stderr


def test_a_weak_secret_is_refused():
    assert "PORTAL_SECRET_KEY" in manage("check", PORTAL_SECRET_KEY="aaaaaaaa").stderr


def test_the_demonstration_answers_on_this_machine_only():
    answer = manage("check", PORTAL_DEMO="1", PORTAL_HOSTS="portal.example")
    assert "on this machine only" in answer.stderr
