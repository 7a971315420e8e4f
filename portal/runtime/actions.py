"""What changes when a background job shows that it is alive."""

from datetime import datetime

from portal.runtime.models import Heartbeat


def record_heartbeat(*, queue: str, asked_at: datetime, at: datetime) -> None:
    """Note that what the scheduler asked at one moment was answered by a worker at another."""
    Heartbeat.objects.update_or_create(
        queue=queue,
        defaults={
            "asked_at": min(asked_at, at),
            "answered_at": at,
        },  # two machines' clocks may differ a little
    )
