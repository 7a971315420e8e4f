"""Recording what belongs to a setting and a year, and correcting it."""

from datetime import datetime

from django.db import transaction

from kpis.topups.actions.refusals import ChangedMeanwhile, ReasonMissing, Taken, check_may
from kpis.topups.actions.turns import take_turn
from kpis.topups.models.entries import CostSplit, Entry, FirstSliceShown

# Of these there is one a year for each of the names; a second one is a correction of the first.
NAMED_BY = {
    FirstSliceShown: ("financial_year", "reference"),
    CostSplit: ("setting", "financial_year", "basis"),
}


@transaction.atomic
def record_entry(*, of: type[Entry], by, at: datetime, **terms) -> Entry:
    """A first entry `of` a model with its fields; Taken where there is one to correct instead."""
    check_may(by)
    take_turn()
    named = {name: terms[name] for name in NAMED_BY.get(of, ())}
    if named and of.objects.filter(corrects__isnull=True, **named).exists():
        raise Taken("This is recorded for the year already. Correct that entry instead.")
    return of.objects.create(recorded_by=by, recorded_at=at, **terms)


@transaction.atomic
def correct_entry(*, entry: Entry, reason: str, by, at: datetime, **terms) -> Entry:
    """A further entry in the place of an earlier one, which stays. Its year and what names it stay as they are."""
    check_may(by)
    take_turn()
    if not reason:
        raise ReasonMissing("Say why it changes: the earlier entry stays on record beside this one.")
    kind = type(entry)
    if kind.objects.filter(corrects=entry).exists():
        raise ChangedMeanwhile(
            "Somebody else corrected this while you had it open. Read their correction first."
        )
    kept = {name: getattr(entry, name) for name in ("financial_year", *NAMED_BY.get(kind, ()))}
    return kind.objects.create(
        recorded_by=by, recorded_at=at, corrects=entry, reason=reason, **(terms | kept)
    )
