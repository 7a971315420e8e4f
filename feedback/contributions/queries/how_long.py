"""How long what families told us is kept, in words for the privacy notice."""

from dataclasses import dataclass

from django.db.models import Max

from feedback.contributions.models import RetentionRule
from feedback.domain.keeping import how_long


@dataclass(frozen=True, slots=True)
class KeptFor:
    """The longest of every kind of contribution, as `two years`."""

    bands: str
    contact: str
    original: str


def kept_for() -> KeptFor | None:
    """None where no rule is there to be told. One query."""
    longest = RetentionRule.objects.aggregate(
        bands=Max("bands_days"), contact=Max("contact_days"), original=Max("original_days")
    )
    if None in longest.values():
        return None
    return KeptFor(**{name: how_long(days) for name, days in longest.items()})
