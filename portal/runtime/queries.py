"""What the health page reads: whether the database answers, and when the background jobs last did."""

from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, connection

from portal.runtime.models import Heartbeat

LATE_AFTER = timedelta(seconds=60)  # several beats missed


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (OperationalError, InterfaceError):
        return False
    return True


def background_jobs(*, queue: str, at: datetime) -> dict[str, dict]:
    """The worker's and the scheduler's latest sign of life, in seconds before `at`; None where none is."""
    pulse = Heartbeat.objects.filter(queue=queue).first()
    if pulse is None:
        return {
            "worker": {"ok": False, "answered_seconds_ago": None, "waited_seconds": None},
            "beat": {"ok": False, "asked_seconds_ago": None},
        }
    return {
        "worker": {
            "ok": at - pulse.answered_at < LATE_AFTER,
            "answered_seconds_ago": _seconds(at - pulse.answered_at),
            "waited_seconds": _seconds(pulse.answered_at - pulse.asked_at),
        },
        "beat": {"ok": at - pulse.asked_at < LATE_AFTER, "asked_seconds_ago": _seconds(at - pulse.asked_at)},
    }


def _seconds(span: timedelta) -> float:
    return round(max(span, timedelta(0)).total_seconds(), 1)
