"""What recording anything in the position has in common: who may, one at a time, corrections with a reason."""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from kpis.position.actions.refusals import AlreadyRecorded, ChangedMeanwhile, NotAllowed, ReasonMissing
from kpis.position.models.recorded import Recorded

TURN = 20200  # the key of this feature's advisory lock


def new_record(
    model: type[Recorded],
    *,
    first_versions: Mapping,
    source: str,
    by,
    at: datetime,
    note: str = "",
    known_from: datetime | None = None,
    supersedes: Recorded | None = None,
    reason: str = "",
    **terms,
) -> Recorded:
    """Store a record, or a correction of `supersedes`. Call it inside a transaction.

    `first_versions` are the fields that name a record: a second first version of the same name is refused as
    AlreadyRecorded. Only a loader of past records gives `known_from`. ChangedMeanwhile, ReasonMissing and
    NotAllowed as their names say.
    """
    if not by.has_perm("position.change_position"):
        raise NotAllowed("Only finance records amounts of the High Needs Block.")
    take_turn()
    if supersedes is None:
        _check_new(model, first_versions)
    else:
        _check_correction(model, supersedes, reason)
    return model.objects.create(
        source=source,
        note=note,
        known_from=known_from or at,
        recorded_by=by,
        recorded_at=at,
        supersedes=supersedes,
        reason=reason,
        **terms,
    )


def take_turn() -> None:
    """Until this transaction ends nobody else records in the position, so that no record is made twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def _check_new(model: type[Recorded], named: Mapping) -> None:
    if named and model.objects.filter(supersedes__isnull=True, **_nulls_compared(named)).exists():
        raise AlreadyRecorded(
            "This is recorded already, from the same source. Correct that record instead: it keeps the earlier one."
        )


def _nulls_compared(named: Mapping) -> dict:
    return {
        (f"{name}__isnull" if value is None else name): value is None or value
        for name, value in named.items()
    }


def _check_correction(model: type[Recorded], supersedes: Recorded, reason: str) -> None:
    if model.objects.filter(supersedes=supersedes).exists():
        raise ChangedMeanwhile(
            "Somebody else corrected this while you had it open. Read their correction first."
        )
    if not reason:
        raise ReasonMissing("Say why it changes: the earlier record stays beside this one.")
