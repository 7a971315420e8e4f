"""What people have agreed about a chart: where its limits begin anew, what is left out of them, and notes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.domain.periods import Period, PeriodKind
from kpis.figures.models.definitions import PERIOD_KINDS, Kpi
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class MarkKind(models.TextChoices):
    RECALCULATE = "recalculate", "Recalculate the limits from here"
    GHOST = "ghost", "Leave this point out"
    ANNOTATE = "annotate", "Write a note at this point"


MARKED = {
    MarkKind.RECALCULATE: "New process limits from here.",
    MarkKind.GHOST: "Left out.",
    MarkKind.ANNOTATE: "",
}


class MarkState(models.TextChoices):
    PROPOSED = "proposed", "Proposed"
    AGREED = "agreed", "Agreed"
    DECLINED = "declined", "Declined"
    ENDED = "ended", "Ended"


class ChartMarkQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state__in=(MarkState.PROPOSED, MarkState.AGREED))

    def proposed(self):
        return self.filter(state=MarkState.PROPOSED)

    def agreed_at(self, moment):
        """What counted at this moment: agreed by then, and not ended by then."""
        counts = Q(ended_at__isnull=True) | Q(ended_at__gt=moment)
        return self.exclude(state=MarkState.DECLINED).filter(counts, decided_at__lte=moment)


class ChartMark(models.Model):
    """A mark at one period of a KPI's chart. It counts from a second person's agreement on until it is ended."""

    kpi = models.ForeignKey(Kpi, on_delete=models.PROTECT, related_name="chart_marks")
    kind = models.CharField(max_length=12, choices=MarkKind)
    period_kind = models.CharField(max_length=20, choices=PERIOD_KINDS)
    period_start = models.DateField()
    period_end = models.DateField()
    why = models.CharField(max_length=400)
    state = models.CharField(max_length=10, choices=MarkState, default=MarkState.PROPOSED)
    proposed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    declined_because = models.CharField(max_length=400, blank=True)
    ended_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=400, blank=True)

    objects = ChartMarkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "kind", "period_kind", "period_start"],
                condition=Q(state__in=[MarkState.PROPOSED, MarkState.AGREED]),
                name="chart_mark_one_open_per_point",
            ),
            models.CheckConstraint(condition=~Q(why=""), name="chart_mark_says_why"),
            models.CheckConstraint(
                condition=Q(period_start__lt=F("period_end")), name="chart_mark_period_not_empty"
            ),
            models.CheckConstraint(
                condition=both_or_neither("decided_by", "decided_at"),
                name="chart_mark_decided_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=both_or_neither("ended_by", "ended_at"), name="chart_mark_ended_by_and_at_together"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="chart_mark_agreed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(state=MarkState.PROPOSED, decided_at__isnull=True, ended_at__isnull=True)
                | Q(state=MarkState.AGREED, decided_at__isnull=False, ended_at__isnull=True)
                | Q(state=MarkState.DECLINED, decided_at__isnull=False, ended_at__isnull=True)
                | Q(state=MarkState.ENDED, ended_at__isnull=False),
                name="chart_mark_state_has_its_people",
            ),
            models.CheckConstraint(
                condition=(Q(state=MarkState.DECLINED) & ~Q(declined_because=""))
                | (~Q(state=MarkState.DECLINED) & Q(declined_because="")),
                name="chart_mark_declined_with_words",
            ),
            models.CheckConstraint(
                condition=(Q(state=MarkState.ENDED) & ~Q(ended_because=""))
                | (~Q(state=MarkState.ENDED) & Q(ended_because="")),
                name="chart_mark_ended_with_words",
            ),
        ]

    @property
    def words(self) -> str:
        """What the mark says under its chart."""
        said = f"{MARKED[self.kind]} {self.why}".strip()
        if self.decided_at is None:
            return f"{said} (Not agreed yet.)"
        return f"{said} (Proposed by {self.proposed_by}, agreed by {self.decided_by}, {self.decided_at:%-d %B %Y}.)"

    @property
    def period(self) -> Period:
        return Period(PeriodKind(self.period_kind), self.period_start, self.period_end)
