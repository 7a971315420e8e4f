"""The privacy record as it stands, and what is missing from it."""

from dataclasses import dataclass, field
from datetime import date

from feedback.contributions.models import Activity, ProcessingRecord
from feedback.contributions.queries.keeping import kept_for

KEPT_BY_RULE = {
    Activity.CONTRIBUTIONS: "original",
    Activity.CONTACT: "contact",
    Activity.BANDS: "bands",
}


@dataclass(frozen=True, slots=True)
class Recorded:
    """One activity with the version in force, the earlier ones newest first, and how long its rule keeps it."""

    activity: Activity
    now: ProcessingRecord | None
    earlier: list[ProcessingRecord] = field(default_factory=list)
    kept_for: str = ""
    review_is_late: bool = False

    @property
    def needs_assessment(self) -> bool:
        return self.now is not None and self.now.assessed_on is None


def privacy_record(today: date) -> list[Recorded]:
    """Every activity, recorded or missing. Two queries."""
    rules = kept_for()
    versions = {activity: [] for activity in Activity}
    for record in ProcessingRecord.objects.select_related("recorded_by").order_by("activity", "-number"):
        versions[Activity(record.activity)].append(record)
    return [_recorded(activity, found, rules, today) for activity, found in versions.items()]


def _recorded(activity: Activity, versions: list, rules, today: date) -> Recorded:
    now, *earlier = versions or [None]
    rule = KEPT_BY_RULE.get(activity)
    return Recorded(
        activity=activity,
        now=now,
        earlier=earlier,
        kept_for=getattr(rules, rule) if rule else "",
        review_is_late=bool(now and now.next_review_on < today),
    )


def latest_record(activity: str) -> ProcessingRecord | None:
    return ProcessingRecord.objects.filter(activity=activity).order_by("-number").first()
