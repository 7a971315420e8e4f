"""One writer at a time, so that two versions never get one number and nothing is recorded twice."""

from django.db import connection

TURN = 20210  # the key of this feature's advisory lock


def take_turn() -> None:
    """Until this transaction ends nobody else records top-ups."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
