"""What was decided, consulted on, assessed and agreed about an initiative: the records its gates ask for."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.domain.savings.gates import GateKind
from kpis.savings.models.initiatives import Initiative, until

USER = settings.AUTH_USER_MODEL
KINDS = [(kind.value, kind.words) for kind in GateKind]


class GateRecordQuerySet(models.QuerySet):
    def known_at(self, moment):
        """Recorded and not withdrawn by this moment; None is now."""
        withdrawn = Q() if moment is None else Q(withdrawn_at__gt=moment)
        return self.filter(until("recorded_at", moment), Q(withdrawn_at__isnull=True) | withdrawn)

    def latest_first(self):
        return self.order_by("-dated_on", "-id")


class GateRecord(models.Model):
    """One record: where it is written down, its day, and what it shows. Never edited: a wrong one is
    withdrawn with a reason and stays in the history.

    `address` leads to it where it can be read: a path of this site or an https address.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="gate_records")
    kind = models.CharField("what it is a record of", max_length=20, choices=KINDS)
    reference = models.CharField("where it is written down", max_length=300)
    address = models.CharField("where it can be read", max_length=300, blank=True)
    dated_on = models.DateField("its day")
    evidence = models.TextField("what it shows")
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.CharField("why it was withdrawn", max_length=400, blank=True)

    objects = GateRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in GateKind]), name="gate_record_kind_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(reference="") & ~Q(evidence=""), name="gate_record_has_reference_and_evidence"
            ),
            models.CheckConstraint(
                condition=Q(address="") | Q(address__regex=r"^(/[^/]|https://)"),
                name="gate_record_address_can_be_followed",
            ),
            models.CheckConstraint(
                condition=Q(dated_on__lte=F("recorded_at__date")), name="gate_record_is_not_of_the_future"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawn_reason="")
                | (Q(withdrawn_by__isnull=False, withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="gate_record_withdrawn_by_at_and_reason_together",
            ),
        ]
        indexes = [models.Index(fields=["initiative", "kind"], name="gate_record_of_a_kind")]

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None
