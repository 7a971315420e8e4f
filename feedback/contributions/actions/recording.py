"""The record of what personal data is used for: a change is a further version."""

from django.db import transaction

from feedback.contributions.actions.steps import Refused
from feedback.contributions.models import Activity, ProcessingRecord


@transaction.atomic
def record_processing(*, activity: str, based_on: int, by, at, **words) -> ProcessingRecord:
    """Record an activity, made from version `based_on`, 0 for the first. Raises Refused where there is a newer one."""
    if activity not in Activity.values:
        raise Refused("There is no such activity.")
    versions = ProcessingRecord.objects.select_for_update().filter(activity=activity)
    latest = versions.order_by("-number").first()
    if based_on != (latest.number if latest else 0):
        raise Refused("Somebody has recorded a newer version since you opened this page. Look at it first.")
    if bool(words.get("assessed_on")) != bool(words.get("assessed_by")):
        raise Refused("Say when the impact assessment was done, and by whom.", "assessed_on")
    return ProcessingRecord.objects.create(
        activity=activity, number=based_on + 1, recorded_by=by, recorded_at=at, **words
    )
