"""Naming what an amount counts."""

from datetime import datetime

from django.db import transaction

from kpis.domain.block import Inclusion
from kpis.position.actions.recording import take_turn
from kpis.position.actions.refusals import AlreadyRecorded, NotAllowed
from kpis.position.models import FundingScope


@transaction.atomic
def add_scope(
    *,
    name: str,
    words: str,
    by,
    at: datetime,
    academy_places: str = Inclusion.NOT_STATED,
    colleges: str = Inclusion.NOT_STATED,
    independent_mainstream: str = Inclusion.NOT_STATED,
) -> FundingScope:
    """A further funding scope. A name that is taken, whatever its capitals, is refused as AlreadyRecorded."""
    if not by.has_perm("position.change_position"):
        raise NotAllowed("Only finance names funding scopes.")
    take_turn()
    if FundingScope.objects.filter(name__iexact=name).exists():
        raise AlreadyRecorded(f"There is a funding scope “{name}” already. Choose another name.")
    return FundingScope.objects.create(
        name=name,
        words=words,
        academy_places=Inclusion(academy_places),
        colleges=Inclusion(colleges),
        independent_mainstream=Inclusion(independent_mainstream),
        recorded_by=by,
        recorded_at=at,
    )
