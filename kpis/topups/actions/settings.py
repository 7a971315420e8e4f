"""Adding schools and other settings."""

from datetime import datetime

from django.db import transaction

from kpis.domain.block import PlacementCategory
from kpis.topups.actions.refusals import Taken, check_may
from kpis.topups.actions.turns import take_turn
from kpis.topups.models import Setting


@transaction.atomic
def add_setting(*, name: str, category: str, by, at: datetime, note: str = "") -> Setting:
    """A further setting. A name that is taken, whatever its capitals, is refused as Taken."""
    check_may(by)
    take_turn()
    if Setting.objects.filter(name__iexact=name).exists():
        raise Taken(f"There is a setting “{name}” already.")
    category = PlacementCategory(category)
    return Setting.objects.create(name=name, category=category, note=note, added_by=by, added_at=at)
