"""Who pays for jointly funded placements: totals and counts, never a list of young people."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.domain.periods import year_name
from kpis.position.models.recorded import (
    MOST_GBP,
    Recorded,
    financial_year_field,
    is_financial_year,
    money_field,
)

USER = settings.AUTH_USER_MODEL


class JointFunding(Recorded):
    """What education, health and social care pay in a year, and what is not agreed yet, as on a day."""

    financial_year = financial_year_field()
    as_on = models.DateField("as on")
    education_gbp = money_field("education pays")
    health_gbp = money_field("health pays")
    social_care_gbp = money_field("social care pays")
    without_split = models.PositiveIntegerField("placements without an agreed split")
    open_disputes = models.PositiveIntegerField("open disputes")
    oldest_dispute_on = models.DateField("the oldest open dispute began on", null=True)
    owner = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["financial_year", "as_on"],
                condition=Q(supersedes__isnull=True),
                name="jointfunding_first_version_once",
            ),
            models.CheckConstraint(condition=is_financial_year(), name="jointfunding_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(
                    education_gbp__gte=0,
                    education_gbp__lte=MOST_GBP,
                    health_gbp__gte=0,
                    health_gbp__lte=MOST_GBP,
                    social_care_gbp__gte=0,
                    social_care_gbp__lte=MOST_GBP,
                ),
                name="jointfunding_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(open_disputes=0, oldest_dispute_on__isnull=True)
                | Q(open_disputes__gt=0, oldest_dispute_on__isnull=False, oldest_dispute_on__lte=F("as_on")),
                name="jointfunding_dispute_has_its_beginning",
            ),
        ]

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)

    def __str__(self):
        return f"Joint funding as on {self.as_on}"
