"""Savings targets of the High Needs Block, split over workstreams, and the thresholds savings are judged by."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.domain import savings
from kpis.domain.periods import year_name
from kpis.domain.savings import MOST_GBP, Rules
from kpis.workstreams.models import Workstream

USER = settings.AUTH_USER_MODEL


def financial_year_field():
    """2019 is 2019/20."""
    return models.PositiveSmallIntegerField("financial year, by the calendar year it begins in")


def is_financial_year() -> Q:
    return Q(financial_year__gte=2000, financial_year__lte=2100)


class SavingsTargetQuerySet(models.QuerySet):
    def known_at(self, moment):
        """The target of each year that counted at this moment."""
        counted = self.filter(counts_from__lte=moment)
        return counted.order_by("financial_year", "-version").distinct("financial_year")

    def latest_first(self):
        return self.order_by("-financial_year", "-version")


class SavingsTarget(models.Model):
    """One version of what a financial year must save. Never edited: a change is the next version.

    All amounts of savings are cash of the year they fall in. `counts_from` is the moment from which
    the Board's pages use this version; only a loader of past records sets it before `set_at`.
    """

    financial_year = financial_year_field()
    version = models.PositiveSmallIntegerField()
    amount_gbp = models.DecimalField("target", max_digits=14, decimal_places=2)
    funding_scope = models.CharField("what money it is about", max_length=200)
    source = models.CharField("where it is written down", max_length=300)
    note = models.CharField(max_length=300, blank=True)
    agreed_by = models.CharField("who agreed it", max_length=200, blank=True)
    agreed_on = models.DateField("agreed on", null=True, blank=True)
    reason = models.CharField("reason for the change", max_length=400, blank=True)
    set_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    counts_from = models.DateTimeField()

    objects = SavingsTargetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["financial_year", "version"], name="savings_target_version_once"),
            models.CheckConstraint(condition=is_financial_year(), name="savings_target_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(amount_gbp__gt=0, amount_gbp__lte=MOST_GBP),
                name="savings_target_amount_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="savings_target_change_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by="", agreed_on__isnull=True)
                | (~Q(agreed_by="") & Q(agreed_on__isnull=False)),
                name="savings_target_agreed_by_and_on_together",
            ),
            models.CheckConstraint(
                condition=Q(counts_from__lte=F("set_at")), name="savings_target_counts_at_the_latest_when_set"
            ),
        ]

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)

    @property
    def not_yet_allocated(self):
        """What no workstream has taken on. Reads the shares."""
        return savings.not_yet_allocated(self.amount_gbp, [share.amount_gbp for share in self.shares.all()])


class SavingsTargetShare(models.Model):
    """A workstream's part of a target. A trigger refuses shares that add up to more than their target."""

    target = models.ForeignKey(SavingsTarget, on_delete=models.CASCADE, related_name="shares")
    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="+")
    amount_gbp = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["target", "workstream"], name="savings_share_once_a_workstream"),
            models.CheckConstraint(
                condition=Q(amount_gbp__gte=0, amount_gbp__lte=MOST_GBP),
                name="savings_share_amount_in_bounds",
            ),
        ]


class SavingsRulesQuerySet(models.QuerySet):
    def known_at(self, moment):
        return self.filter(set_at__lte=moment).order_by("-version")


class SavingsRules(models.Model):
    """A version of the thresholds savings are judged by. Until one is set, `domain.savings.USUAL_RULES` hold.

    By stage: the per cent of a remaining forecast that is counted on; nothing of a stopped initiative.
    """

    version = models.PositiveSmallIntegerField(unique=True)
    identified = models.PositiveSmallIntegerField("identified, per cent counted on")
    planned = models.PositiveSmallIntegerField("planned, per cent counted on")
    in_delivery = models.PositiveSmallIntegerField("in delivery, per cent counted on")
    delivered = models.PositiveSmallIntegerField("delivered, per cent counted on")
    tolerance = models.DecimalField(
        "how far below what is expected is still at risk, per cent", max_digits=5, decimal_places=2
    )
    reason = models.CharField("reason for the change", max_length=400)
    set_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    objects = SavingsRulesQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(identified__lte=F("planned"), planned__lte=F("in_delivery"))
                & Q(in_delivery__lte=F("delivered"), delivered__lte=100),
                name="savings_rules_weights_grow_to_at_most_100",
            ),
            models.CheckConstraint(
                condition=Q(tolerance__gte=0, tolerance__lte=100), name="savings_rules_tolerance_in_bounds"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="savings_rules_have_a_reason"),
        ]

    @property
    def rules(self) -> Rules:
        return Rules(
            {stage: getattr(self, stage.value) for stage in savings.USUAL_RULES.weights}, self.tolerance
        )
