"""What waits for finance: reports of savings to sign, plans to approve, baselines to agree."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Sum

from kpis.savings.models import CostBaseline, DeliveredAmount, MonthlyAmount, MonthlyPlan, PlanKind


@dataclass(frozen=True, slots=True)
class FinanceQueue:
    """What one person may decide, longest waiting first, and how many reports only somebody else may."""

    reports: tuple[DeliveredAmount, ...]
    plans: tuple[MonthlyPlan, ...]
    baselines: tuple[CostBaseline, ...]
    for_others: int

    @property
    def is_empty(self) -> bool:
        return not (self.reports or self.plans or self.baselines)


def finance_queue(user) -> FinanceQueue:
    """Nothing of this person's own: nobody signs what they reported, planned, recorded or own. Four queries."""
    reports = tuple(reports_to_sign(user))
    waiting = DeliveredAmount.objects.waiting_at(None).count()
    return FinanceQueue(
        reports=reports,
        plans=tuple(plans_to_approve(user)),
        baselines=tuple(baselines_to_agree(user)),
        for_others=waiting - len(reports),
    )


def reports_to_sign(user):
    """Reports that wait for this person, with what the plan has for the month.

    That is `planned_gbp`, or `planned_per_cent` of the base it shares with others.
    """
    last_plan = MonthlyPlan.objects.filter(
        initiative=OuterRef(OuterRef("initiative")), kind=PlanKind.PLANNED
    ).order_by("-version")
    planned = MonthlyAmount.objects.filter(plan=Subquery(last_plan.values("pk")[:1]), month=OuterRef("month"))
    waiting = DeliveredAmount.objects.to_sign_by(user).annotate(
        planned_gbp=Subquery(planned.values("amount_gbp")[:1]),
        planned_per_cent=Subquery(planned.values("per_cent")[:1]),
    )
    along = ("initiative__workstream", "initiative__owner", "reported_by", "corrects")
    return waiting.select_related(*along).order_by("reported_at", "id")


def plans_to_approve(user):
    """The last versions of planned savings that are not approved and that this person did not record."""
    later = MonthlyPlan.objects.filter(
        initiative=OuterRef("initiative"), kind=OuterRef("kind"), version__gt=OuterRef("version")
    )
    open_plans = MonthlyPlan.objects.filter(~Exists(later), kind=PlanKind.PLANNED, approved_at__isnull=True)
    waiting = open_plans.exclude(recorded_by=user).select_related("initiative", "recorded_by")
    per_cent = Count("amounts", filter=Q(amounts__per_cent__isnull=False))
    stated = waiting.annotate(all_gbp=Sum("amounts__amount_gbp"), per_cent_months=per_cent)
    return stated.order_by("recorded_at", "id")


def baselines_to_agree(user):
    """The last versions of cost baselines that are not agreed and that this person did not record."""
    waiting = CostBaseline.objects.to_agree().exclude(recorded_by=user)
    return waiting.select_related("initiative", "recorded_by").order_by("recorded_at", "id")
