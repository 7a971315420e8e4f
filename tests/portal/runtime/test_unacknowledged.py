"""What a killed worker had taken comes back before the next one starts."""

import subprocess
import sys

import pytest
from django.conf import settings

from portal.celery import app
from portal.runtime import tasks

pytestmark = pytest.mark.servers
TAKE_ONE_AND_DIE = """
import os, signal
from portal.celery import app
with app.connection_for_read() as connection:
    connection.default_channel.basic_get("default")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def waiting():
    """How many messages wait in the default queue, which is empty before and after."""
    with app.connection_for_read() as connection:
        connection.default_channel.client.flushdb()  # what killed workers of other tests had taken goes too
        yield lambda: connection.default_channel._size("default")
    app.control.purge()


def test_a_message_that_a_killed_worker_held_waits_again(waiting):
    tasks.beat.delay()
    subprocess.run([sys.executable, "-c", TAKE_ONE_AND_DIE], cwd=settings.BASE_DIR, check=False)
    assert waiting() == 0
    tasks.return_unacknowledged()
    assert waiting() == 1


def test_returning_nothing_changes_nothing(waiting):
    tasks.beat.delay()
    tasks.return_unacknowledged()
    assert waiting() == 1
