"""Top-ups, listed year by year: each upload is a whole list, and the ones before it stay."""

from django.db import models
from django.db.models import F, Q

from kpis.domain.block import Sector
from kpis.domain.periods import year_name
from kpis.domain.topups import Stay
from kpis.domain.topups.references import PATTERN
from kpis.topups.models.recorded import (
    Recorded,
    financial_year_field,
    in_bounds,
    is_financial_year,
    money_field,
)
from kpis.topups.models.settings import Setting

SECTORS = [(sector.value, sector.words) for sector in Sector]


class TopUpListQuerySet(models.QuerySet):
    def known_at(self, moment):
        return self.filter(recorded_at__lte=moment)

    def latest(self):
        """The last version of each year and basis among these, the latest year first."""
        newest = self.order_by("-financial_year", "basis", "-version")
        return newest.distinct("financial_year", "basis")


class TopUpList(Recorded):
    """One version of the top-ups of a financial year on one basis. A change is the next version, all rows of it."""

    financial_year = financial_year_field()
    version = models.PositiveSmallIntegerField()
    reason = models.CharField("reason for the change", max_length=400, blank=True)

    objects = TopUpListQuerySet.as_manager()

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["financial_year", "basis", "version"], name="topuplist_version_once"
            ),
            models.CheckConstraint(condition=is_financial_year(), name="topuplist_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="topuplist_change_has_reason",
            ),
        ]

    def __str__(self):
        return f"{self.basis_words.capitalize()}, {self.year_label}"

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)


class TopUp(models.Model):
    """One stay at a setting. `reference` is the council's own code; no two stays of a list share a day of it.

    From `starts_on` up to, but not including, `ends_before`; empty while it goes on. The exclusion of
    overlaps is in the migration.
    """

    of_list = models.ForeignKey(TopUpList, on_delete=models.CASCADE, related_name="top_ups")
    reference = models.CharField(max_length=20)
    setting = models.ForeignKey(Setting, on_delete=models.PROTECT, related_name="+")
    sector = models.CharField(max_length=20, choices=SECTORS)
    band = models.CharField(max_length=20, blank=True)
    annual_gbp = money_field("top-up for a full year")
    starts_on = models.DateField("from")
    ends_before = models.DateField("ended before", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(reference__regex=PATTERN), name="top_up_reference_is_a_code"),
            models.CheckConstraint(
                condition=Q(sector__in=[s.value for s in Sector]), name="top_up_sector_is_known"
            ),
            models.CheckConstraint(condition=in_bounds("annual_gbp"), name="top_up_amount_in_bounds"),
            models.CheckConstraint(
                condition=Q(ends_before__isnull=True) | Q(ends_before__gt=F("starts_on")),
                name="top_up_ends_after_it_starts",
            ),
        ]

    @property
    def stay(self) -> Stay:
        """For arithmetic; reads the setting."""
        return Stay(
            reference=self.reference,
            setting=self.setting.name,
            sector=self.sector,
            band=self.band,
            annual_pence=int(self.annual_gbp * 100),
            start=self.starts_on,
            end=self.ends_before,
        )
