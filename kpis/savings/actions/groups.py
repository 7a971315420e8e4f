"""Which initiatives save the same money: their group, its base by month, and their order in it."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from kpis.domain import savings
from kpis.domain.block import Basis, PriceBase
from kpis.savings.actions.recompute import recompute_progress
from kpis.savings.actions.refusals import (
    ChangedMeanwhile,
    NameTaken,
    NoBase,
    NotSharing,
    PlaceTaken,
    ReasonMissing,
    StatedAsPerCent,
)
from kpis.savings.models import (
    DoubleCountBase,
    DoubleCountBaseAmount,
    DoubleCountGroup,
    DoubleCountMember,
    Initiative,
    MonthlyAmount,
    MonthlyPlan,
)


@transaction.atomic
def add_group(*, name: str, by, at: datetime, **base) -> DoubleCountGroup:
    """A group without initiatives yet. `base` is its first version, as `set_base` takes it."""
    if DoubleCountGroup.objects.filter(name=name).exists():
        raise NameTaken(f"There is already a group called “{name}”.")
    group = DoubleCountGroup.objects.create(name=name, added_by=by, added_at=at)
    set_base(group=group, by=by, at=at, **base)
    return group


@transaction.atomic
def set_base(
    *,
    group: DoubleCountGroup,
    what_is_shared: str,
    basis: str,
    funding_scope: str,
    source: str,
    amounts: Mapping[date, Decimal],
    by,
    at: datetime,
    price_base: str = PriceBase.CASH,
    reason: str = "",
    replaces: int | None = None,
) -> DoubleCountBase:
    """The next version of what is shared. The months of every year named are replaced, other years carried over.

    `replaces` is the version its author saw, 0 for none. NoBase where no month is named.
    """
    checked = {savings.month_checked(m): savings.exact_amount(a) for m, a in amounts.items()}
    if not checked:
        raise NoBase("State the base of at least one month.")
    last = _held(group).bases.order_by("-version").first()
    if replaces is not None and replaces != (last.version if last else 0):
        raise ChangedMeanwhile("Somebody else changed the base while you had it open. Read it first.")
    if last and not reason:
        raise ReasonMissing("Say why the base changes: the version before stays on record.")
    base = DoubleCountBase.objects.create(
        group=group,
        version=last.version + 1 if last else 1,
        what_is_shared=what_is_shared,
        basis=Basis(basis),
        price_base=PriceBase(price_base),
        funding_scope=funding_scope,
        source=source,
        reason=reason,
        recorded_by=by,
        recorded_at=at,
    )
    DoubleCountBaseAmount.objects.bulk_create(
        DoubleCountBaseAmount(base=base, month=month, amount_gbp=amount)
        for month, amount in sorted({**_kept(last, checked), **checked}.items())
    )
    recompute_progress(at=at)
    return base


@transaction.atomic
def join_group(
    *, group: DoubleCountGroup, initiative: Initiative, position: int, reason: str, by, at: datetime
) -> DoubleCountMember:
    """Put an initiative at a free position. Refused as PlaceTaken where it is not free, or shares a base already."""
    held = _held(group)
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    here = (
        DoubleCountMember.objects.known_at(None).filter(initiative=initiative).select_related("group").first()
    )
    if here:
        raise PlaceTaken(
            f"{initiative.code} is in the group “{here.group}” already. Take it out there first."
        )
    taken = held.members.known_at(None).filter(position=position).select_related("initiative").first()
    if taken:
        raise PlaceTaken(
            f"{taken.initiative.code} is at position {position}. Choose another, or change the order."
        )
    member = _add(held, initiative.pk, position, reason, by, at)
    recompute_progress(at=at)
    return member


@transaction.atomic
def reorder_group(
    *,
    group: DoubleCountGroup,
    positions: Mapping[int, int],
    reason: str,
    by,
    at: datetime,
    replaces: int | None = None,
) -> list[DoubleCountMember]:
    """Give every initiative of the group (by its id) its position; those that keep theirs keep their row.

    `replaces` is the last place its author saw (the highest id). ChangedMeanwhile where there is a later one, or
    where the initiatives are not those of the group, PlaceTaken where two share a position.
    """
    held = _held(group)
    members = {member.initiative_id: member for member in held.members.known_at(None)}
    last = max((member.pk for member in members.values()), default=0)
    if members.keys() != positions.keys() or replaces not in (None, last):
        raise ChangedMeanwhile("The group changed while you had it open. Look at it again.")
    if len(set(positions.values())) < len(positions):
        raise PlaceTaken("Two initiatives have the same position. Each needs one of its own.")
    moved = {id: place for id, place in positions.items() if members[id].position != place}
    for id in moved:
        _end(members[id], reason, by, at)
    added = [_add(held, id, place, reason, by, at) for id, place in sorted(moved.items())]
    recompute_progress(at=at)
    return added


@transaction.atomic
def leave_group(
    *, group: DoubleCountGroup, initiative: Initiative, reason: str, by, at: datetime
) -> DoubleCountMember:
    """Take it out: from now on what it states counts in full.

    NotSharing where it is not in this group, StatedAsPerCent where it would be a per cent of nothing.
    """
    held = _held(group)
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    member = held.members.known_at(None).filter(initiative=initiative).first()
    if member is None:
        raise NotSharing(f"{initiative.code} is not in this group any more.")
    latest = MonthlyPlan.objects.filter(initiative=initiative).known_at(at)
    if MonthlyAmount.objects.filter(plan__in=latest.values("id"), per_cent__isnull=False).exists():
        raise StatedAsPerCent(
            f"{initiative.code} states its saving as a per cent of this base. "
            "Record its plan and forecast in pounds first; where the plan is frozen, stop it instead."
        )
    _end(member, reason, by, at)
    recompute_progress(at=at)
    return member


def next_position(group: DoubleCountGroup) -> int:
    """The position after the last."""
    return (group.members.known_at(None).aggregate(last=Max("position"))["last"] or 0) + 1


def _held(group: DoubleCountGroup) -> DoubleCountGroup:
    """Nobody else changes it until this transaction ends."""
    return DoubleCountGroup.objects.select_for_update().get(pk=group.pk)


def _kept(last: DoubleCountBase | None, checked: Mapping[date, Decimal]) -> dict[date, Decimal]:
    """The months of the years that are not named."""
    years = {savings.year_of(month) for month in checked}
    before = last.amounts.values_list("month", "amount_gbp") if last else ()
    return {month: amount for month, amount in before if savings.year_of(month) not in years}


def _add(
    group: DoubleCountGroup, initiative_id: int, position: int, reason: str, by, at
) -> DoubleCountMember:
    if not reason:
        raise ReasonMissing("Say why: everybody who reads the history sees it.")
    return DoubleCountMember.objects.create(
        group=group, initiative_id=initiative_id, position=position, reason=reason, added_by=by, added_at=at
    )


def _end(member: DoubleCountMember, reason: str, by, at: datetime) -> None:
    if not reason:
        raise ReasonMissing("Say why: everybody who reads the history sees it.")
    member.ended_by, member.ended_at, member.end_reason = by, at, reason
    member.save(update_fields=["ended_by", "ended_at", "end_reason"])
