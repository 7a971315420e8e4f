"""What was saved, with its evidence. Never overwritten: a correction is a further row with a reason."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from kpis.domain.savings import MOST_GBP
from kpis.savings.models.initiatives import Initiative

USER = settings.AUTH_USER_MODEL


class DeliveredAmountQuerySet(models.QuerySet):
    def known_at(self, moment):
        """The amount that counted for each month at this moment: reported and not yet corrected by then."""
        correction = DeliveredAmount.objects.filter(corrects=OuterRef("pk"), reported_at__lte=moment)
        return self.filter(~Exists(correction), reported_at__lte=moment)


class DeliveredAmount(models.Model):
    """The saving of one month. A month is a chain: one first report, each row corrected at most once.

    A foreign key over three columns (in the migration) keeps a chain to one initiative and one month.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="deliveries")
    month = models.DateField()
    amount_gbp = models.DecimalField("delivered", max_digits=14, decimal_places=2)
    evidence = models.TextField()
    reported_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="correction")
    correction_reason = models.CharField("reason for the correction", max_length=400, blank=True)

    objects = DeliveredAmountQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "month"],
                condition=Q(corrects__isnull=True),
                name="delivered_first_report_once_a_month",
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="delivered_on_the_first"),
            models.CheckConstraint(
                condition=Q(reported_at__date__gte=F("month")), name="delivered_month_had_begun"
            ),
            models.CheckConstraint(
                condition=Q(amount_gbp__gte=0, amount_gbp__lte=MOST_GBP), name="delivered_in_bounds"
            ),
            models.CheckConstraint(condition=~Q(evidence=""), name="delivered_has_evidence"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, correction_reason="")
                | (Q(corrects__isnull=False) & ~Q(correction_reason="")),
                name="delivered_correction_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")),
                name="delivered_never_corrects_itself",
            ),
        ]
