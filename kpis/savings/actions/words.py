"""Changing the words about an initiative, and its owner, with every change kept."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from kpis.domain import savings
from kpis.domain.savings import SavingType
from kpis.savings.actions.refusals import ChangedMeanwhile, ReasonMissing
from kpis.savings.models import Initiative, WordsChange

WORDS = ("name", "mechanism", "population", "who_loses", "risks", "partner_dependencies", "note")
KPIS = "KPIs that evidence it"


@transaction.atomic
def change_words(
    *,
    initiative: Initiative,
    owner,
    one_off_cost: Decimal,
    kpis,
    reason: str,
    by,
    at: datetime,
    replaces: int | None = None,
    **words: str,
) -> list[WordsChange]:
    """Set what changed; each field's words before and after stay on record. No change, no row.

    `words` are some of `WORDS`. What sums depend on (type, workstream, recurrence, first month) never
    changes: that would be another initiative. `replaces` is the last change its author saw (0 for none);
    another one since is refused as ChangedMeanwhile.
    """
    held = Initiative.objects.select_for_update(of=("self",)).select_related("owner").get(pk=initiative.pk)
    if replaces is not None and replaces != last_change(held):
        raise ChangedMeanwhile(
            "Somebody else changed this initiative while you had it open. Read what it says now, then make your "
            "change again."
        )
    if unknown := set(words) - set(WORDS):
        raise TypeError(f"{sorted(unknown)} are not words of an initiative.")
    if held.saving_type == SavingType.SCOPE_REDUCTION and not words.get("who_loses", held.who_loses):
        raise ReasonMissing("Say who loses: a scope reduction gives somebody less than now.")
    new = {**words, "owner": owner, "one_off_cost_gbp": savings.exact_amount(one_off_cost)}
    changed = [
        (str(Initiative._meta.get_field(name).verbose_name), _read(getattr(held, name)), _read(value))
        for name, value in new.items()
        if getattr(held, name) != value
    ]
    for name, value in new.items():
        setattr(held, name, value)
    held.save(update_fields=list(new))
    changed += _link_kpis(held, kpis)
    return _kept(held, changed, reason=reason, by=by, at=at)


def last_change(initiative: Initiative) -> int:
    """The id of the last change of its words; 0 before the first."""
    return initiative.words_changes.order_by("-id").values_list("pk", flat=True).first() or 0


def _link_kpis(held: Initiative, kpis) -> list[tuple[str, str, str]]:
    before, after = sorted(kpi.code for kpi in held.kpis.all()), sorted(kpi.code for kpi in kpis)
    held.kpis.set(kpis)
    return [(KPIS, ", ".join(before), ", ".join(after))] if before != after else []


def _kept(held: Initiative, changed, *, reason: str, by, at: datetime) -> list[WordsChange]:
    if changed and not reason:
        raise ReasonMissing("Say why it changes: what it said before stays in the history.")
    return WordsChange.objects.bulk_create(
        WordsChange(
            initiative=held,
            field=field.capitalize() if field != KPIS else field,
            before=before,
            after=after,
            reason=reason,
            changed_by=by,
            changed_at=at,
        )
        for field, before, after in changed
    )


def _read(value) -> str:
    return f"£{value:,.2f}" if isinstance(value, Decimal) else str(value)
