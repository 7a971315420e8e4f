"""How often one address may do something in a day. What is over the limit is never lost."""

from datetime import date

from django.db.models import F

from feedback.contributions.models import AddressTally
from feedback.contributions.models.keyed import keyed_hash

A_DAY = {
    AddressTally.Purpose.GIVE: 20,  # a school or a library shares one address among many people
    AddressTally.Purpose.WRONG_CODE: 50,  # guessing needs 2**63 tries; this stops the noise
}
A_DAY_WITHOUT_PROOF = 5  # from a browser that runs no script, or from a script that is no browser


def count_given(*, address: str, proof: str = "", on: date) -> bool:
    """Count one more contribution of this address; True where it is over the day's limit.

    `proof` names a challenge that its sender has solved. One solution counts for one contribution;
    without a proof the limit is lower.
    """
    is_over = count_try(purpose=AddressTally.Purpose.GIVE, address=address, on=on)
    if proof and _count(AddressTally.Purpose.GIVE, keyed_hash("proof", proof), on) == 1:
        return is_over
    given = _rows(AddressTally.Purpose.GIVE, address, on)
    return is_over or given.filter(count__gt=A_DAY_WITHOUT_PROOF).exists()


def count_try(*, purpose: AddressTally.Purpose, address: str, on: date) -> bool:
    """Count one more; True where that is over the day's limit. Forgets the days before."""
    AddressTally.objects.filter(day__lt=on).delete()
    _count(purpose, _pseudonym(address, on), on)
    return is_over_limit(purpose=purpose, address=address, on=on)


def is_over_limit(*, purpose: AddressTally.Purpose, address: str, on: date) -> bool:
    """Whether this address has used up the day's tries already."""
    return _rows(purpose, address, on).filter(count__gt=A_DAY[purpose]).exists()


def _count(purpose: AddressTally.Purpose, hashed: str, on: date) -> int:
    """One more under this hash on this day; how many there are now, or more where others count at once."""
    row = AddressTally(day=on, purpose=purpose, address_hmac=hashed)
    AddressTally.objects.bulk_create([row], ignore_conflicts=True)
    rows = AddressTally.objects.filter(day=on, purpose=purpose, address_hmac=hashed)
    rows.update(count=F("count") + 1)
    return rows.values_list("count", flat=True).get()


def _rows(purpose: AddressTally.Purpose, address: str, on: date):
    return AddressTally.objects.filter(day=on, purpose=purpose, address_hmac=_pseudonym(address, on))


def _pseudonym(address: str, on: date) -> str:
    """Differs from day to day, so that days cannot be joined."""
    return keyed_hash("address", address, on.isoformat())
