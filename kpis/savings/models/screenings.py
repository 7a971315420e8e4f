"""Screenings: how much consultation and equality impact assessment an initiative needs, and who signed that."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from kpis.domain.savings.gates import Extent
from kpis.savings.models.initiatives import Initiative, until

USER = settings.AUTH_USER_MODEL
EXTENTS = [(extent.value, extent.words) for extent in Extent]
NOT_REQUIRED = Extent.NOT_REQUIRED.value


def extent_field(name: str):
    return models.CharField(name, max_length=20, choices=EXTENTS)


class ScreeningQuerySet(models.QuerySet):
    def known_at(self, moment):
        """What was signed by this moment, the last version of an initiative first; None is now."""
        return self.filter(until("signed_at", moment)).order_by("initiative_id", "-version")


class Screening(models.Model):
    """One signed version. A trigger (in the migration) refuses the owner's own signature.

    Where the owner changes to whoever signed, the screening no longer counts: see `queries.gates`.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="screenings")
    version = models.PositiveSmallIntegerField()
    consultation = extent_field("consultation")
    consultation_because = models.TextField("why so much consultation, or none", blank=True)
    equality_impact = extent_field("equality impact assessment")
    equality_impact_because = models.TextField("why so much assessment, or none", blank=True)
    reason = models.CharField("reason for the change", max_length=400, blank=True)
    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    objects = ScreeningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["initiative", "version"], name="screening_version_once"),
            models.CheckConstraint(
                condition=Q(consultation__in=[e.value for e in Extent])
                & Q(equality_impact__in=[e.value for e in Extent]),
                name="screening_extents_are_known",
            ),
            models.CheckConstraint(
                condition=~Q(consultation=NOT_REQUIRED, consultation_because="")
                & ~Q(equality_impact=NOT_REQUIRED, equality_impact_because=""),
                name="screening_says_why_something_is_not_required",
            ),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="screening_change_has_reason",
            ),
        ]

    @property
    def counts(self) -> bool:
        """False where who signed it has become the owner. Reads the initiative."""
        return self.signed_by_id != self.initiative.owner_id
