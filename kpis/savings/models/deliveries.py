"""What was saved, with its evidence and finance's signature.

Never overwritten: a correction is a further row with a reason. A report counts from when finance has signed
it; until a correction is signed, what was signed before it counts.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from kpis.domain.savings import MOST_GBP
from kpis.savings.models.initiatives import Initiative, until
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class DeliveredAmountQuerySet(models.QuerySet):
    def known_at(self, moment):
        """The amount that counted for each month at this moment: the last that was signed by then. None is now."""
        month = DeliveredAmount.objects.filter(initiative=OuterRef("initiative"), month=OuterRef("month"))
        later = month.filter(until("signed_at", moment), signed_at__isnull=False, pk__gt=OuterRef("pk"))
        return self.filter(~Exists(later), until("signed_at", moment), signed_at__isnull=False)

    def last_of_their_month(self):
        """Without those that were corrected."""
        return self.filter(correction__isnull=True)

    def waiting_at(self, moment):
        """Reported by this moment, and neither signed, returned nor corrected by then. None is now."""
        correction = DeliveredAmount.objects.filter(until("reported_at", moment), corrects=OuterRef("pk"))
        reported = self.filter(until("reported_at", moment)).filter(~Exists(correction))
        if moment is None:
            return reported.filter(signed_at__isnull=True, returned_at__isnull=True)
        not_signed = Q(signed_at__isnull=True) | Q(signed_at__gt=moment)
        return reported.filter(not_signed, Q(returned_at__isnull=True) | Q(returned_at__gt=moment))

    def to_sign_by(self, user):
        """Waiting, and neither this person's own report nor of an initiative they own."""
        return self.waiting_at(None).exclude(reported_by=user).exclude(initiative__owner=user)


class SignOffState(models.TextChoices):
    WAITING = "waiting", "Waiting for finance"
    SIGNED = "signed", "Signed by finance"
    RETURNED = "returned", "Returned by finance"


class DeliveredAmount(models.Model):
    """The saving of one month. A month is a chain: one first report, each row corrected at most once.

    A foreign key over three columns (in the migration) keeps a chain to one initiative and one month; a
    trigger refuses the signature of the initiative's owner.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="deliveries")
    month = models.DateField()
    amount_gbp = models.DecimalField("delivered", max_digits=14, decimal_places=2)
    evidence = models.TextField()
    reported_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="correction")
    correction_reason = models.CharField("reason for the correction", max_length=400, blank=True)

    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    returned_at = models.DateTimeField(null=True)
    returned_because = models.CharField("why it was returned", max_length=400, blank=True)

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
            models.CheckConstraint(
                condition=both_or_neither("signed_by", "signed_at"),
                name="delivered_signed_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(signed_by__isnull=True) | ~Q(signed_by=F("reported_by")),
                name="delivered_signed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(returned_by__isnull=True, returned_at__isnull=True, returned_because="")
                | (Q(returned_by__isnull=False, returned_at__isnull=False) & ~Q(returned_because="")),
                name="delivered_returned_by_at_and_why_together",
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True) | Q(returned_at__isnull=True),
                name="delivered_signed_or_returned",
            ),
            models.CheckConstraint(
                condition=(Q(signed_at__isnull=True) | Q(signed_at__gte=F("reported_at")))
                & (Q(returned_at__isnull=True) | Q(returned_at__gte=F("reported_at"))),
                name="delivered_decided_after_it_was_reported",
            ),
        ]
        indexes = [models.Index(fields=["initiative", "month", "id"], name="delivered_of_a_month")]

    @property
    def state(self) -> SignOffState:
        if self.signed_at:
            return SignOffState.SIGNED
        return SignOffState.RETURNED if self.returned_at else SignOffState.WAITING
