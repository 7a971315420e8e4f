"""What the block would come to if nothing were done: typed by finance, year by year."""

from django.db import models
from django.db.models import Q

from kpis.position.models.recorded import Recorded, in_bounds, is_financial_year, money_field


class UnmitigatedLine(Recorded):
    """The in-year balances of the coming years without any initiative, and the balance they start from.

    `pressure_gbp` is by how much growth alone is said to worsen a year against the one before: the sense
    check of the line.
    """

    opening_gbp = money_field("balance at the start of the first year")
    pressure_gbp = money_field("pressure from growth, a year", null=True)
    pressure_source = models.CharField("where the pressure is written down", max_length=300, blank=True)

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=in_bounds("opening_gbp", "pressure_gbp"), name="unmitigatedline_in_bounds"
            ),
            models.CheckConstraint(
                condition=Q(pressure_gbp__isnull=True, pressure_source="")
                | (Q(pressure_gbp__isnull=False, pressure_gbp__gt=0) & ~Q(pressure_source="")),
                name="unmitigatedline_pressure_has_its_source",
            ),
        ]

    def __str__(self):
        return "The position without savings"


class UnmitigatedYear(models.Model):
    """One year of the line. A deficit is negative."""

    of_line = models.ForeignKey(UnmitigatedLine, on_delete=models.CASCADE, related_name="years")
    financial_year = models.PositiveSmallIntegerField("financial year, by the calendar year it begins in")
    in_year_gbp = money_field("in-year balance")
    source = models.CharField("what it rests on", max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of_line", "financial_year"], name="unmitigated_year_once"),
            models.CheckConstraint(condition=is_financial_year(), name="unmitigated_year_is_a_year"),
            models.CheckConstraint(condition=in_bounds("in_year_gbp"), name="unmitigated_year_in_bounds"),
            models.CheckConstraint(condition=~Q(source=""), name="unmitigated_year_has_a_source"),
        ]
