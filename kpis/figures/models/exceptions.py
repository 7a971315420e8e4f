"""Why something is off track, what is being done about it, and what was said of that since."""

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse

from kpis.figures.models.figures import Figure, FigureState
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class KpiExceptionQuerySet(models.QuerySet):
    def known_at(self, moment):
        """Those of figures that counted at the moment, with what had been said of them by then. Two queries."""
        updates = ExceptionUpdate.objects.filter(written_at__lte=moment)
        updates = updates.select_related("written_by", "reminds").order_by("written_at", "id")
        return self.filter(
            figure__state=FigureState.APPROVED, figure__counts_from__lte=moment, raised_at__lte=moment
        ).prefetch_related(Prefetch("updates", queryset=updates, to_attr="known_updates"))

    def open_at(self, moment):
        return self.filter(Q(closed_at__isnull=True) | Q(closed_at__gt=moment))


class KpiException(models.Model):
    """An off-track period: why, what is being done, by whom and by when. Closed with an outcome, never deleted."""

    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="exceptions")
    cause = models.TextField()
    action = models.TextField("what is being done")
    owner = models.CharField("who does it", max_length=120)
    due_on = models.DateField("by when")
    reminds = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    raised_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    closed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    outcome = models.TextField(blank=True)

    objects = KpiExceptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=both_or_neither("closed_by", "closed_at"),
                name="exception_closed_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(outcome=""), name="exception_closed_with_outcome"
            ),
        ]

    def get_absolute_url(self):
        return reverse("figures:exception", args=[self.pk])

    @property
    def latest(self):
        """What holds of action, owner and date: the last update, else the exception itself. Needs `known_at`."""
        return self.known_updates[-1] if self.known_updates else self


class ExceptionUpdate(models.Model):
    """What was said of an exception later: how it goes, and what holds from then on. Never changed."""

    exception = models.ForeignKey(KpiException, on_delete=models.PROTECT, related_name="updates")
    words = models.TextField("how it goes")
    action = models.TextField("what is being done")
    owner = models.CharField("who does it", max_length=120)
    due_on = models.DateField("by when")
    reminds = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="exception_update_says_how_it_goes")
        ]
