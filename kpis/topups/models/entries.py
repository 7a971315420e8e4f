"""What is recorded of one setting in a financial year. A correction is a further row with its reason."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from kpis.domain.periods import year_name
from kpis.domain.topups import CostOfPupils, PlacesPaidFor, year_of_days
from kpis.domain.topups.references import PATTERN
from kpis.topups.models.recorded import (
    Recorded,
    financial_year_field,
    in_bounds,
    is_financial_year,
    money_field,
)
from kpis.topups.models.settings import Setting


class EntryQuerySet(models.QuerySet):
    def counting(self):
        """Those that no later row corrects."""
        return self.filter(correction__isnull=True)

    def known_at(self, moment):
        """Those that counted at the moment: recorded by then, and corrected by nothing that was."""
        uncorrected = Q(correction__isnull=True) | Q(correction__recorded_at__gt=moment)
        return self.filter(uncorrected, recorded_at__lte=moment)

    def in_order(self):
        return self.select_related("setting", "recorded_by").order_by("setting__name", "id")


class Entry(Recorded):
    setting = models.ForeignKey(Setting, on_delete=models.PROTECT, related_name="+")
    financial_year = financial_year_field()
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="correction")
    reason = models.CharField("reason for the correction", max_length=400, blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(condition=is_financial_year(), name="%(class)s_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, reason="") | (Q(corrects__isnull=False) & ~Q(reason="")),
                name="%(class)s_correction_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")),
                name="%(class)s_never_corrects_itself",
            ),
        ]

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)


class PaidPlaces(Entry):
    """Places of a setting whose top-up is paid whether or not somebody occupies them.

    From `starts_on` up to, but not including, `ends_before`; empty is the start or the end of the year.
    """

    places = models.PositiveSmallIntegerField("places paid for")
    annual_gbp = money_field("top-up paid for an empty place, full year")
    starts_on = models.DateField("from", null=True)
    ends_before = models.DateField("ended before", null=True)

    class Meta:
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(condition=in_bounds("annual_gbp"), name="paidplaces_amount_in_bounds"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_before__isnull=True)
                | Q(ends_before__gt=F("starts_on")),
                name="paidplaces_end_after_they_start",
            ),
        ]

    @property
    def last_day(self):
        return self.ends_before and self.ends_before - timedelta(days=1)

    @property
    def commitment(self) -> PlacesPaidFor:
        first, after = year_of_days(self.financial_year)
        pence = int(self.annual_gbp * 100)
        return PlacesPaidFor(self.places, pence, self.starts_on or first, self.ends_before or after)


class FirstSliceShown(Entry):
    """What a mainstream school has shown that it spends for a top-up before the top-up begins."""

    reference = models.CharField(max_length=20)
    shown_gbp = money_field("shown")
    shown_on = models.DateField()
    evidence = models.CharField(max_length=400)

    class Meta:
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["financial_year", "reference"],
                condition=Q(corrects__isnull=True),
                name="firstsliceshown_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(reference__regex=PATTERN), name="firstsliceshown_reference_is_a_code"
            ),
            models.CheckConstraint(condition=in_bounds("shown_gbp"), name="firstsliceshown_amount_in_bounds"),
            models.CheckConstraint(condition=~Q(evidence=""), name="firstsliceshown_has_evidence"),
        ]


class CostSplit(Entry):
    """What a setting costs in a year: a fixed part and a part for each pupil."""

    fixed_gbp = money_field("fixed part")
    per_pupil_gbp = money_field("part for each pupil")
    pupils = models.PositiveSmallIntegerField("pupils now")

    class Meta:
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["setting", "financial_year", "basis"],
                condition=Q(corrects__isnull=True),
                name="costsplit_once_a_year",
            ),
            models.CheckConstraint(
                condition=in_bounds("fixed_gbp") & in_bounds("per_pupil_gbp"), name="costsplit_in_bounds"
            ),
            models.CheckConstraint(condition=Q(pupils__gte=1), name="costsplit_has_a_pupil"),
        ]

    @property
    def cost(self) -> CostOfPupils:
        return CostOfPupils(fixed=self.fixed_gbp, per_pupil=self.per_pupil_gbp, pupils=self.pupils)


class IncentiveKind(models.TextChoices):
    TARGETED = "targeted", "Targeted funding"
    INDIVIDUAL = "individual", "Individual top-up"
    SERVICE = "service", "Service from professionals"


class Incentive(Entry):
    """What makes it easier for a school to take and keep pupils with higher needs."""

    kind = models.CharField(max_length=12, choices=IncentiveKind)
    what_for = models.CharField("what it is for", max_length=300)
    pupils = models.PositiveSmallIntegerField("pupils it reaches", null=True)
    amount_gbp = money_field("amount")

    class Meta:
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=IncentiveKind.values), name="incentive_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(what_for=""), name="incentive_says_what_for"),
            models.CheckConstraint(condition=in_bounds("amount_gbp"), name="incentive_amount_in_bounds"),
        ]
