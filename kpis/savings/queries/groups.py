"""Double counting as its pages read it: groups, their bases, who is in them, and what was counted once."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Prefetch

from kpis.domain import savings
from kpis.domain.periods import year_name
from kpis.domain.savings import Progress, Stage, TypeGroup
from kpis.savings.models import (
    DoubleCountBase,
    DoubleCountBaseAmount,
    DoubleCountGroup,
    DoubleCountMember,
    Initiative,
)
from kpis.savings.queries.monthly import CountedMonth, counted_months
from kpis.savings.queries.years import WorkedOut, work_out_years


@dataclass(frozen=True, slots=True)
class MemberRow:
    """An initiative at its position, and what of it is counted in the year."""

    member: DoubleCountMember
    stage: Stage
    progress: Progress

    @property
    def initiative(self) -> Initiative:
        return self.member.initiative


@dataclass(frozen=True, slots=True)
class BaseMonth:
    """A month's base, None where none is stated, and what of it is left when everybody had their turn."""

    month: date
    base: Decimal | None
    left_by_plans: Decimal | None
    left_by_forecasts: Decimal | None


@dataclass(frozen=True, slots=True)
class GroupYear:
    """A group in a financial year. `base` is the version that counts."""

    group: DoubleCountGroup
    year: int
    base: DoubleCountBase
    members: tuple[MemberRow, ...]
    months: tuple[BaseMonth, ...]

    @property
    def year_label(self) -> str:
        return year_name(self.year)

    @property
    def base_gbp(self) -> Decimal | None:
        """The year's base, of the months that have one; None where none has."""
        stated = [month.base for month in self.months if month.base is not None]
        return sum(stated, Decimal(0)) if stated else None

    @property
    def months_without_base(self) -> int:
        return sum(month.base is None for month in self.months)

    @property
    def by_type(self) -> tuple[tuple[TypeGroup, Progress], ...]:
        """What its initiatives come to, each group of types for itself."""
        parts = (
            (group, [r.progress for r in self.members if r.initiative.group is group]) for group in TypeGroup
        )
        return tuple((group, savings.total(progress)) for group, progress in parts if progress)


@dataclass(frozen=True, slots=True)
class SharedPart:
    """An initiative's place among those it shares a base with, and what that leaves of it month by month."""

    member: DoubleCountMember
    base: DoubleCountBase
    beside: tuple[DoubleCountMember, ...]
    months: tuple[CountedMonth, ...]


def groups_in(*, year: int, at: datetime) -> list[GroupYear]:
    """Every group in a year, by name."""
    known = work_out_years(years=[year], at=at)[year]
    bases = {
        base.group_id: base for base in DoubleCountBase.objects.known_at(at).select_related("recorded_by")
    }
    groups = DoubleCountGroup.objects.prefetch_related(Prefetch("members", places_at(at), to_attr="places"))
    progress, stages = known.by_initiative(), {line.id: line.stage for line in known.lines}
    stated = _stated(list(bases.values()), year)
    return [
        GroupYear(
            group=group,
            year=year,
            base=bases[group.pk],
            members=tuple(
                MemberRow(place, stages[place.initiative_id], progress[place.initiative_id])
                for place in group.places
            ),
            months=_months(group, stated, known, year),
        )
        for group in groups.order_by("name", "id")
        if group.pk in bases
    ]


def group_in(group: DoubleCountGroup, *, year: int, at: datetime) -> GroupYear:
    """One of `groups_in`; it has a base, as every group has from the moment it is added."""
    return next(row for row in groups_in(year=year, at=at) if row.group == group)


def shared_part(initiative: Initiative, known: WorkedOut, *, year: int, at: datetime) -> SharedPart | None:
    """None where it is in no group. `known` has at least the initiative and those beside it."""
    places = list(places_at(at).filter(group__in=places_at(at).filter(initiative=initiative).values("group")))
    member = next((place for place in places if place.initiative_id == initiative.pk), None)
    if member is None:
        return None
    base = DoubleCountBase.objects.filter(group=member.group).known_at(at).get()
    beside = tuple(place for place in places if place != member)
    return SharedPart(member, base, beside, counted_months(known, year)[initiative.pk])


def base_versions(group: DoubleCountGroup):
    """Every version of its base with its months, the latest first."""
    amounts = DoubleCountBaseAmount.objects.order_by("month")
    versions = group.bases.select_related("recorded_by").prefetch_related(Prefetch("amounts", amounts))
    return versions.order_by("-version")


def member_history(group: DoubleCountGroup):
    """Every place that was ever taken in it, the latest first."""
    people = ("initiative", "added_by", "ended_by")
    return group.members.select_related(*people).order_by("-added_at", "-id")


def current_base(group: DoubleCountGroup) -> DoubleCountBase:
    """The last version of what is shared."""
    return group.bases.order_by("-version")[:1].get()


def base_amounts(base: DoubleCountBase | None, year: int) -> dict[date, Decimal]:
    """What a version says of the months of a year; a month without a base is left out."""
    if base is None:
        return {}
    months = savings.months_of(year)
    in_year = base.amounts.filter(month__gte=months[0], month__lte=months[-1])
    return dict(in_year.order_by("month").values_list("month", "amount_gbp"))


def sharing_nothing(at: datetime):
    """Initiatives that are in no group, to choose from."""
    members = DoubleCountMember.objects.known_at(at)
    return Initiative.objects.exclude(pk__in=members.values("initiative")).in_order()


def base_years() -> set[int]:
    """The financial years that any base is stated for."""
    months = DoubleCountBaseAmount.objects.values_list("month", flat=True).distinct()
    return {savings.year_of(month) for month in months}


def places_at(at: datetime):
    places = DoubleCountMember.objects.known_at(at).select_related("group", "initiative__workstream")
    return places.order_by("group_id", "position", "id")


def _stated(bases: list[DoubleCountBase], year: int) -> dict[tuple[int, date], Decimal]:
    """The base of each group (by its id) and month that has one."""
    months = savings.months_of(year)
    amounts = DoubleCountBaseAmount.objects.filter(
        base__in=bases, month__gte=months[0], month__lte=months[-1]
    ).values_list("base__group_id", "month", "amount_gbp")
    return {(group, month): amount for group, month, amount in amounts}


def _months(group: DoubleCountGroup, stated: dict, known: WorkedOut, year: int) -> tuple[BaseMonth, ...]:
    """A group that nobody is in has all of its base left."""
    place = known.group_ids.index(group.pk) if group.pk in known.group_ids else None

    def left(table, m: int, base: Decimal | None) -> Decimal | None:
        if base is None or place is None:
            return base
        return Decimal(int(table[place, m])).scaleb(-2)

    bases = [stated.get((group.pk, month)) for month in savings.months_of(year)]
    return tuple(
        BaseMonth(
            month,
            bases[m],
            left(known.months.planned.left, m, bases[m]),
            left(known.months.due.left, m, bases[m]),
        )
        for m, month in enumerate(savings.months_of(year))
    )
