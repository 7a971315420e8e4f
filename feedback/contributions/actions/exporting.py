"""Giving out a copy of what is held about somebody: whoever opens sealed words for it is written down."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from feedback.contributions.models import Contribution, DataRequest, Original, OriginalOpening
from feedback.contributions.models.original import SUBJECT_ACCESS
from feedback.contributions.queries.held_about import held_about, openable


@transaction.atomic
def export_held(*, contributions: Iterable[Contribution], by, at) -> list[dict]:
    """What `held_about` gives, after recording the export and each original that is opened for it."""
    ids = [contribution.pk for contribution in contributions]
    rows = list(Contribution.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk"))
    opened = openable(rows, timezone.localdate(at))
    with_words = Original.objects.filter(contribution__in=opened).values_list("pk", flat=True)
    OriginalOpening.objects.bulk_create(
        OriginalOpening(
            contribution_id=pk, opened_by=by, opened_at=at, reason=SUBJECT_ACCESS, while_held=False
        )
        for pk in sorted(with_words)
    )
    DataRequest.objects.bulk_create(
        DataRequest(
            contribution=row, what=DataRequest.What.EXPORT, handled_by=by, handled_at=at, carried_out_at=at
        )
        for row in rows
    )
    return held_about([row.pk for row in rows], at)
