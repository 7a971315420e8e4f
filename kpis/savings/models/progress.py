"""What the recompute last worked out. Derived; safe to delete and rebuild."""

from django.db import models
from django.db.models import Q

from kpis.domain.savings import AMOUNT_NAMES, Progress, TypeGroup
from kpis.savings.models.targets import financial_year_field
from kpis.workstreams.models import Workstream

GROUPS = [(group.value, group.words) for group in TypeGroup]


def amount_field():
    """Pounds to a hundredth of a penny, so that whole per cents of whole pence are kept exactly."""
    return models.DecimalField(max_digits=20, decimal_places=4)


class SavingsProgress(models.Model):
    """What a workstream comes to in a year, for one group of types. Derived; safe to delete and rebuild.

    Without a workstream it is the total. For past moments see `queries.worked_out`.
    """

    financial_year = financial_year_field()
    workstream = models.ForeignKey(Workstream, on_delete=models.CASCADE, null=True, related_name="+")
    type_group = models.CharField(max_length=20, choices=GROUPS)
    target = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    tolerance = models.DecimalField(max_digits=5, decimal_places=2)
    planned = amount_field()
    forecast = amount_field()
    risk_adjusted = amount_field()
    delivered = amount_field()
    expected = amount_field()
    first_plan = amount_field()
    unreported = amount_field()
    full_year_effect = amount_field()
    planned_overlap = amount_field()
    forecast_overlap = amount_field()
    delivered_overlap = amount_field()
    computed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["financial_year", "workstream", "type_group"],
                nulls_distinct=False,
                name="savings_progress_once",
            ),
            models.CheckConstraint(
                condition=Q(type_group__in=[group.value for group in TypeGroup]),
                name="savings_progress_group_is_known",
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | Q(type_group=TypeGroup.TOWARDS_TARGET.value),
                name="savings_progress_only_cash_has_a_target",
            ),
        ]

    @property
    def progress(self) -> Progress:
        amounts = {name: getattr(self, name) for name in AMOUNT_NAMES}
        return Progress(**amounts, target=self.target, tolerance=self.tolerance)
