"""The heartbeat of scheduler and worker, and the two things about the broker that only Celery can do."""

from datetime import datetime, timedelta

from celery import current_app, shared_task
from django.conf import settings
from django.utils import timezone
from kombu.exceptions import OperationalError

from portal.runtime import actions
from portal.runtime.children import RuntimeFault

HEARTBEAT_EXPIRES = 60  # seconds; beats that nobody took in time do not pile up
EVERYTHING = 1_000_000  # messages; more than a worker ever held


@shared_task(bind=True, expires=HEARTBEAT_EXPIRES)
def beat(self):
    """Sent by the scheduler every few seconds: an answer proves the scheduler, the broker and a worker."""
    asked_at = datetime.fromisoformat(self.request.expires) - timedelta(seconds=HEARTBEAT_EXPIRES)
    actions.record_heartbeat(queue=settings.CELERY_TASK_DEFAULT_QUEUE, asked_at=asked_at, at=timezone.now())


def broker_answers() -> bool:
    """Whether the message broker takes a connection now."""
    try:
        with current_app.connection_for_write(connect_timeout=2) as connection:
            connection.ensure_connection(max_retries=1, timeout=2)
    except OperationalError:
        return False
    return True


def return_unacknowledged() -> None:
    """Put back in their queues the messages that a killed worker had taken and not finished.

    Only while no worker runs: it cannot tell a dead worker's messages from a living one's. Without it
    they come back after the broker's visibility timeout, an hour. Raises RuntimeFault when the broker does
    not answer.
    """
    take_all = {
        "visibility_timeout": 0,
        "unacked_mutex_key": "unacked_mutex_at_start",  # the dead worker may still hold its own
        "unacked_mutex_expire": 10,
        "interval_start": 0,
        "max_retries": 1,  # the supervisor tries again by itself, and must not be held up
    }
    try:
        with current_app.connection_for_write(transport_options=take_all) as connection:
            connection.default_channel.qos.restore_visible(num=EVERYTHING)
    except OperationalError as error:
        raise RuntimeFault(f"the message broker does not answer ({error})") from error
