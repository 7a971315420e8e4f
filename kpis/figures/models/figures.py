"""Reported values. A figure is never overwritten: what changes is a new row, and each row says who and when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kpis.domain.periods import Period, PeriodKind
from kpis.domain.symbols import BESIDE_VALUE, INSTEAD_OF_VALUE, Symbol
from kpis.figures.models.definitions import PERIOD_KINDS, Kpi, KpiDefinition
from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL
SYMBOLS = [(str(symbol), symbol.words) for symbol in Symbol]


class FigureState(models.TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Waiting for approval"
    RETURNED = "returned", "Returned"
    APPROVED = "approved", "Approved"
    WITHDRAWN = "withdrawn", "Withdrawn with its file"


class FigureQuerySet(models.QuerySet):
    def known_at(self, moment):
        """What counted at this moment: approved, or published, at or before it."""
        return self.filter(counts_from__lte=moment)

    def open(self):
        return self.filter(state__in=(FigureState.DRAFT, FigureState.SUBMITTED))

    def waiting(self):
        return self.filter(state=FigureState.SUBMITTED)

    def waiting_at(self, moment):
        """Submitted by this moment and not decided by then, the newest period last."""
        undecided = Q(decided_at__isnull=True) | Q(decided_at__gt=moment)
        return self.filter(undecided, submitted_at__lte=moment).order_by("period_start", "id")

    def for_period(self, period: Period):
        return self.filter(period_kind=period.kind, period_start=period.start)

    def board_values(self, moment):
        """The Board's figure of each period at a moment: of those that counted, the last to count."""
        return (
            self.known_at(moment)
            .order_by("kpi_id", "period_kind", "period_start", "-counts_from", "-id")
            .distinct("kpi_id", "period_kind", "period_start")
        )


class Figure(models.Model):
    """One reported value, or a symbol instead of it, of a KPI for a period.

    A draft may still be typed over; from its submission on the row's value never changes. A figure
    loaded from a publication carries `known_from`, the day it was published, instead of an approval. One that
    came in a file names it; by whom, when and why it was withdrawn stands with the file.
    """

    kpi = models.ForeignKey(Kpi, on_delete=models.PROTECT, related_name="figures")
    definition = models.ForeignKey(KpiDefinition, on_delete=models.PROTECT, related_name="+")
    period_kind = models.CharField(max_length=20, choices=PERIOD_KINDS)
    period_start = models.DateField()
    period_end = models.DateField()
    value = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    symbol = models.CharField(max_length=4, choices=SYMBOLS, blank=True)
    numerator = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    remark = models.CharField(max_length=400, blank=True)
    source = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=60, blank=True)

    state = models.CharField(max_length=10, choices=FigureState, default=FigureState.DRAFT)
    recorded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    submitted_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    returned_because = models.CharField(max_length=400, blank=True)
    known_from = models.DateTimeField("published on", null=True)
    counts_from = models.DateTimeField(null=True, editable=False)

    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrections")
    correction_reason = models.CharField(max_length=400, blank=True)
    file = models.ForeignKey(
        "FigureImport", on_delete=models.PROTECT, null=True, related_name="+", db_index=False, editable=False
    )

    objects = FigureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kpi", "period_kind", "period_start"],
                condition=Q(state__in=[FigureState.DRAFT, FigureState.SUBMITTED]),
                name="figure_one_open_per_period",
            ),
            models.UniqueConstraint(
                fields=["kpi", "period_kind", "period_start"],
                condition=Q(state=FigureState.APPROVED, corrects__isnull=True, known_from__isnull=True),
                name="figure_one_first_approval_per_period",
            ),
            models.UniqueConstraint(
                fields=["corrects"],
                condition=Q(state=FigureState.APPROVED),
                name="figure_corrected_once_then_the_correction_is",
            ),
            models.CheckConstraint(
                condition=Q(state=FigureState.DRAFT)
                | Q(value__isnull=False, symbol="")
                | Q(value__isnull=True, symbol__in=sorted(map(str, INSTEAD_OF_VALUE)))
                | Q(value__isnull=False, symbol__in=sorted(map(str, BESIDE_VALUE))),
                name="figure_value_and_symbol_belong_together",
            ),
            models.CheckConstraint(
                condition=both_or_neither("submitted_by", "submitted_at"),
                name="figure_submitted_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=both_or_neither("decided_by", "decided_at"),
                name="figure_decided_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("submitted_by")),
                name="figure_never_approved_by_its_submitter",
            ),
            models.CheckConstraint(
                condition=Q(state=FigureState.DRAFT, submitted_at__isnull=True, decided_at__isnull=True)
                | Q(state=FigureState.SUBMITTED, submitted_at__isnull=False, decided_at__isnull=True)
                | (Q(state=FigureState.RETURNED, decided_at__isnull=False) & ~Q(returned_because=""))
                | Q(state=FigureState.APPROVED, submitted_at__isnull=False, decided_at__isnull=False)
                | Q(state=FigureState.APPROVED, known_from__isnull=False)
                | Q(state=FigureState.WITHDRAWN, decided_at__isnull=True, file__isnull=False),
                name="figure_state_has_its_people",
            ),
            models.CheckConstraint(
                condition=Q(state=FigureState.APPROVED, counts_from__isnull=False)
                | (~Q(state=FigureState.APPROVED) & Q(counts_from__isnull=True, known_from__isnull=True)),
                name="figure_counts_when_approved",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, correction_reason="")
                | (Q(corrects__isnull=False) & ~Q(correction_reason="")),
                name="figure_correction_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | ~Q(denominator=0), name="figure_denominator_not_zero"
            ),
            models.CheckConstraint(
                condition=Q(period_start__lt=F("period_end")), name="figure_period_not_empty"
            ),
        ]
        indexes = [
            models.Index(
                fields=["kpi", "period_kind", "period_start", "-counts_from"], name="figure_by_period"
            ),
            models.Index(
                fields=["state", "kpi"],
                condition=Q(state__in=["draft", "submitted"]),
                name="figure_still_open",
            ),
        ]

    @property
    def period(self) -> Period:
        return Period(PeriodKind(self.period_kind), self.period_start, self.period_end)

    @property
    def symbol_words(self) -> str:
        return Symbol(self.symbol).words if self.symbol else ""

    @property
    def approvers(self) -> list:
        """The workstream's sponsor, then its deputy, as far as they have no part in this figure."""
        workstream, own = self.kpi.workstream, (self.submitted_by_id, self.recorded_by_id)
        people = (workstream.sponsor, workstream.deputy)
        return [person for person in people if person and person.pk not in own]


class Commentary(models.Model):
    """The lead's words that went with a figure; they are read once the figure counts."""

    figure = models.ForeignKey(Figure, on_delete=models.PROTECT, related_name="commentaries")
    words = models.TextField()
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
