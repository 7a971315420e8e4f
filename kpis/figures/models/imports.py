"""A file of figures on its way in: what was sent, what was read from it, what was made of it.

All that matters about an import stands in these rows, so that no closed browser, lost message or dead worker
can lose or double anything: a chunk without `done_at` is still to be read, an import that is confirmed and not
applied is still to be applied.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from kpis.workstreams.models import both_or_neither

USER = settings.AUTH_USER_MODEL


class ImportState(models.TextChoices):
    STORED = "stored", "Waiting to be read"
    READING = "reading", "Being read"
    REFUSED = "refused", "Cannot be read"
    READ = "read", "To be looked at"
    CONFIRMED = "confirmed", "Being stored"
    APPLIED = "applied", "Stored"
    WITHDRAWING = "withdrawing", "Being withdrawn"
    WITHDRAWN = "withdrawn", "Withdrawn"
    DISCARDED = "discarded", "Thrown away"


WORKING = (ImportState.STORED, ImportState.READING, ImportState.CONFIRMED, ImportState.WITHDRAWING)
NOT_YET_CONFIRMED = (
    ImportState.STORED,
    ImportState.READING,
    ImportState.REFUSED,
    ImportState.READ,
    ImportState.DISCARDED,
)


class FigureImportQuerySet(models.QuerySet):
    def sent_by(self, user):
        return self.filter(sent_by=user)

    def working(self):
        return self.filter(state__in=WORKING)


class FigureImport(models.Model):
    """One file that somebody sent, from its bytes to the report of what it changed, and to its withdrawal."""

    file_name = models.CharField(max_length=200)
    content = models.BinaryField()
    sent_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=ImportState, default=ImportState.STORED)
    attempts = models.PositiveSmallIntegerField("how often a worker has begun the present step", default=0)
    claimed_at = models.DateTimeField("when a worker last began it", null=True)
    refused_because = models.CharField(max_length=400, blank=True)

    sheets = models.JSONField("what was found on each sheet", default=list)
    chunk_count = models.PositiveIntegerField(default=0)
    entry_count = models.PositiveIntegerField("figures in the file, good and bad", default=0)
    new_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)
    correction_count = models.PositiveIntegerField("of those changed, how many are approved", default=0)
    unchanged_count = models.PositiveIntegerField(default=0)
    problem_count = models.PositiveIntegerField(default=0)
    newer_count = models.PositiveIntegerField("changed by others since the preview", default=0)
    read_at = models.DateTimeField(null=True)

    reason = models.CharField("why approved figures are corrected", max_length=400, blank=True)
    confirmed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    applied_at = models.DateTimeField(null=True)

    withdrawn_because = models.CharField(max_length=400, blank=True)
    withdrawn_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField("when the withdrawal was asked for", null=True)
    taken_back_count = models.PositiveIntegerField("drafts withdrawn", default=0)
    restored_count = models.PositiveIntegerField("earlier drafts put back", default=0)
    reversed_count = models.PositiveIntegerField(
        "corrections begun, of what was approved meanwhile", default=0
    )
    left_count = models.PositiveIntegerField("left, because somebody changed them since", default=0)

    objects = FigureImportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ImportState.REFUSED) & ~Q(refused_because="")
                | ~Q(state=ImportState.REFUSED) & Q(refused_because=""),
                name="import_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=both_or_neither("confirmed_by", "confirmed_at"),
                name="import_confirmed_by_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(state__in=NOT_YET_CONFIRMED, applied_at__isnull=True)
                | Q(state=ImportState.CONFIRMED, confirmed_at__isnull=False, applied_at__isnull=True)
                | Q(
                    state__in=(ImportState.APPLIED, ImportState.WITHDRAWING, ImportState.WITHDRAWN),
                    confirmed_at__isnull=False,
                    applied_at__isnull=False,
                ),
                name="import_applied_after_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=(ImportState.WITHDRAWING, ImportState.WITHDRAWN),
                    withdrawn_by__isnull=False,
                    withdrawn_at__isnull=False,
                )
                & ~Q(withdrawn_because="")
                | ~Q(state__in=(ImportState.WITHDRAWING, ImportState.WITHDRAWN))
                & Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True, withdrawn_because=""),
                name="import_withdrawn_by_at_and_why",
            ),
        ]
        indexes = [
            models.Index(fields=["state"], condition=Q(state__in=WORKING), name="import_still_working"),
            models.Index(fields=["sent_by", "-sent_at"], name="import_by_sender"),
        ]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("figures:import", args=[self.pk])

    @property
    def is_working(self) -> bool:
        return self.state in WORKING

    @property
    def may_be_confirmed(self) -> bool:
        """There is something to store and nothing to mend."""
        has_something = self.new_count or self.changed_count
        return self.state == ImportState.READ and bool(has_something) and not self.problem_count


class ImportChunk(models.Model):
    """A share of a file that one worker reads in a second or two: its cells as text, as JSON."""

    figure_import = models.ForeignKey(FigureImport, on_delete=models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField()
    first_position = models.PositiveIntegerField()
    entries = models.TextField()
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["figure_import", "number"], name="import_chunk_number_once")
        ]


class Finding(models.TextChoices):
    NEW = "new", "New"
    CHANGED = "changed", "Changed"
    UNCHANGED = "unchanged", "Unchanged"
    PROBLEM = "problem", "Problem"


class ImportedFigure(models.Model):
    """A figure as the file has it, and what stood for its period when the preview was made.

    Derived; read from the file again whenever that is needed, until it is applied. `kpi_id`, `definition_id` and
    `before_id` are plain numbers for that reason, and because a hundred thousand rows are stored at once.
    """

    figure_import = models.ForeignKey(
        FigureImport, on_delete=models.CASCADE, related_name="figures", db_index=False
    )
    position = models.PositiveIntegerField("place in the file")
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    cell = models.CharField(max_length=12)
    kpi_id = models.BigIntegerField()
    definition_id = models.BigIntegerField()
    period_kind = models.CharField(max_length=20)
    period_start = models.DateField()
    period_end = models.DateField()
    period_label = models.CharField(max_length=40)
    value = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    symbol = models.CharField(max_length=4)
    numerator = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    denominator = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    remark = models.CharField(max_length=400)
    is_formula = models.BooleanField("a formula's stored value was read")

    finding = models.CharField(max_length=10, choices=Finding, db_default=Finding.NEW)
    is_newer = models.BooleanField("changed by somebody else since the preview", db_default=False)
    before_id = models.BigIntegerField(null=True)
    before_state = models.CharField(max_length=10, db_default="")
    before_value = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    before_symbol = models.CharField(max_length=4, db_default="")
    before_numerator = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    before_denominator = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    before_remark = models.CharField(max_length=400, db_default="")
    before_recorded_by_id = models.BigIntegerField(null=True)
    before_recorded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["figure_import", "position"], name="imported_figure_place_once")
        ]

    @property
    def is_correction(self) -> bool:
        """What it changes has been approved, so it needs a reason and counts only once it is approved too."""
        return self.finding == Finding.CHANGED and self.before_state == "approved"

    @property
    def place(self) -> str:
        return f"sheet “{self.sheet}”, {self.cell}" if self.sheet else self.cell


class ImportProblem(models.Model):
    """A cell that has to be mended before the file can be stored."""

    figure_import = models.ForeignKey(
        FigureImport, on_delete=models.CASCADE, related_name="problems", db_index=False
    )
    position = models.PositiveIntegerField("place in the file")
    sheet = models.CharField(max_length=100)
    row = models.PositiveIntegerField()
    cell = models.CharField(max_length=12)
    text = models.CharField(max_length=200)
    message = models.CharField(max_length=400)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["figure_import", "position", "sheet", "cell", "message"],
                name="import_problem_said_once",
            )
        ]

    @property
    def place(self) -> str:
        return f"sheet “{self.sheet}”, {self.cell}" if self.sheet else self.cell
