"""How often one address may do something in a day. What is over the limit is never lost."""

from datetime import date

from django.db.models import F

from feedback.contributions.models import AddressTally
from feedback.contributions.models.keyed import keyed_hash

A_DAY = {
    AddressTally.Purpose.GIVE: 20,  # a school or a library shares one address among many people
    AddressTally.Purpose.WRONG_CODE: 50,  # guessing needs 2**63 tries; this stops the noise
}


def count_try(*, purpose: AddressTally.Purpose, address: str, on: date) -> bool:
    """Count one more; True where that is over the day's limit. Forgets the days before."""
    AddressTally.objects.filter(day__lt=on).delete()
    row = AddressTally(day=on, purpose=purpose, address_hmac=_pseudonym(address, on))
    AddressTally.objects.bulk_create([row], ignore_conflicts=True)
    _rows(purpose, address, on).update(count=F("count") + 1)
    return is_over_limit(purpose=purpose, address=address, on=on)


def is_over_limit(*, purpose: AddressTally.Purpose, address: str, on: date) -> bool:
    """Whether this address has used up the day's tries already."""
    return _rows(purpose, address, on).filter(count__gt=A_DAY[purpose]).exists()


def _rows(purpose: AddressTally.Purpose, address: str, on: date):
    return AddressTally.objects.filter(day=on, purpose=purpose, address_hmac=_pseudonym(address, on))


def _pseudonym(address: str, on: date) -> str:
    """Differs from day to day, so that days cannot be joined."""
    return keyed_hash("address", address, on.isoformat())
