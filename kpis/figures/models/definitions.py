"""What a KPI is. The KPI is its code and its workstream; all that is said of it is a version of its definition."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from kpis.domain.definition import Accumulation, Polarity
from kpis.domain.numbers import Unit
from kpis.domain.periods import PeriodKind
from kpis.domain.spc import Conflict
from kpis.workstreams.models import Workstream

USER = settings.AUTH_USER_MODEL


class Nature(models.TextChoices):
    DEMAND = "demand", "Demand"
    TIMELINESS = "timeliness", "Timeliness"
    PROVISION_MIX = "provision_mix", "Provision mix"
    COST = "cost", "Cost"
    QUALITY = "quality", "Quality"
    OUTCOME = "outcome", "Outcome"
    EXPERIENCE = "experience", "Experience"


# A better number of these kinds can be bought at families' expense, so each stands beside a measure that guards them.
GUARDED_NATURES = (Nature.DEMAND, Nature.PROVISION_MIX, Nature.COST)


HOW_OFTEN = {
    PeriodKind.MONTH: "Monthly",
    PeriodKind.QUARTER: "Quarterly",
    PeriodKind.TERM: "Every term",
    PeriodKind.FINANCIAL_YEAR: "Every financial year",
    PeriodKind.ACADEMIC_YEAR: "Every academic year",
    PeriodKind.CALENDAR_YEAR: "Every calendar year",
    PeriodKind.CENSUS: "January census",
}
WHAT_IS_ADDED = {
    Accumulation.SNAPSHOT: "As it stands at the end of the period",
    Accumulation.IN_PERIOD: "What happened in the period",
    Accumulation.CUMULATIVE: "Adds up over the year",
}

PERIOD_KINDS = [(str(kind), words) for kind, words in HOW_OFTEN.items()]
ACCUMULATIONS = [(str(kind), words) for kind, words in WHAT_IS_ADDED.items()]
POLARITIES = [(str(polarity), polarity.words.capitalize()) for polarity in Polarity]
CONFLICTS = [(str(conflict), str(conflict).capitalize()) for conflict in Conflict]
UNITS = [(str(unit), str(unit).capitalize()) for unit in Unit]


class DataQuality(models.TextChoices):
    GOOD = "good", "Good"
    FAIR = "fair", "Fair"
    POOR = "poor", "Poor"
    NOT_ASSESSED = "not_assessed", "Not assessed"


class KpiQuerySet(models.QuerySet):
    def led_by(self, user):
        return self.filter(workstream__in=Workstream.objects.led_by(user))

    def approved_by(self, user):
        return self.filter(workstream__in=Workstream.objects.approved_by(user))

    def marked_by(self, user):
        """Those on whose charts this person may propose a mark."""
        return self if user.has_perm("figures.change_kpi") else self.led_by(user)

    def current(self):
        return self.filter(retired_on__isnull=True)

    def current_on(self, day):
        """Not retired by that day."""
        return self.filter(Q(retired_on__isnull=True) | Q(retired_on__gt=day))

    def shown_to_board(self):
        """Those whose latest definition lets the Board see them."""
        latest = KpiDefinition.objects.filter(kpi=OuterRef("pk")).order_by("-version")
        return self.alias(is_shown=Subquery(latest.values("shown_to_board")[:1])).filter(is_shown=True)

    def readable_by(self, user):
        """What the Board sees, and for those who define, report or approve a KPI that one too."""
        if user.has_perm("figures.change_kpi"):
            return self
        theirs = Workstream.objects.led_by(user) | Workstream.objects.approved_by(user)
        return self.filter(Q(pk__in=Kpi.objects.shown_to_board()) | Q(workstream__in=theirs))

    def in_order(self):
        return self.order_by("workstream__position", "workstream_id", "position", "code")


class Kpi(models.Model):
    """The defined thing. `code` never changes: figures, files and counter-measures refer to it."""

    code = models.SlugField(max_length=20, unique=True)
    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="kpis")
    position = models.PositiveSmallIntegerField("place in lists", default=0)
    retired_on = models.DateField(null=True, blank=True)

    objects = KpiQuerySet.as_manager()

    class Meta:
        verbose_name = "KPI"
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z]{1,6}[0-9]{1,4}$"), name="kpi_code_is_letters_digits"
            )
        ]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("figures:kpi", args=[self.code])


class KpiDefinition(models.Model):
    """One version of what a KPI means and how it is judged. A change is the next version, with a reason."""

    kpi = models.ForeignKey(Kpi, on_delete=models.PROTECT, related_name="definitions")
    version = models.PositiveSmallIntegerField()
    reason = models.CharField("reason for the change", max_length=400, blank=True)
    set_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    counts_from = models.DateTimeField()

    name = models.CharField(max_length=200)
    meaning = models.TextField("what it means, in plain English")
    why_it_matters = models.TextField(blank=True)
    nature = models.CharField(max_length=20, choices=Nature)
    numerator = models.CharField("what is counted", max_length=200)
    denominator = models.CharField("out of what", max_length=200, blank=True)
    unit = models.CharField(max_length=20, choices=UNITS)
    decimals = models.PositiveSmallIntegerField("decimal places shown", default=0)
    polarity = models.CharField("which way is better", max_length=10, choices=POLARITIES)
    range_low = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    range_high = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    frequency = models.CharField(max_length=20, choices=PERIOD_KINDS)
    is_share = models.BooleanField(
        "the numerator is part of the denominator", default=False, help_text="Then it can never be above it."
    )
    accumulation = models.CharField(max_length=12, choices=ACCUMULATIONS, default=str(Accumulation.SNAPSHOT))
    collected_from = models.DateField(
        "first day of the first period that is due",
        null=True,
        blank=True,
        help_text="Empty: not collected yet.",
    )
    due_days = models.PositiveSmallIntegerField("days after the period's end when it is due", default=30)
    source = models.CharField(max_length=200)
    collection_note = models.TextField("how it is collected", blank=True)
    tolerance = models.DecimalField(
        "how far from expected is still at risk", max_digits=12, decimal_places=4, default=5
    )
    tolerance_is_per_cent = models.BooleanField("tolerance is a per cent of the expected value", default=True)
    trajectory_is_stepped = models.BooleanField("expected values move in steps, not in a line", default=False)
    spc_conflict = models.CharField(
        "a point that is both improvement and concern counts as",
        max_length=12,
        choices=CONFLICTS,
        default=str(Conflict.CONCERN),
    )
    spc_screens = models.BooleanField("leave freak jumps out of the process limits", default=False)
    spc_shift = models.PositiveSmallIntegerField("points in a row that make a shift", default=7)
    spc_trend = models.PositiveSmallIntegerField("points in a row that make a trend", default=7)
    spc_baseline_points = models.PositiveSmallIntegerField(
        "first points that fix the process limits",
        null=True,
        blank=True,
        help_text="Empty: all points make the limits. Otherwise these stand until the limits are recalculated.",
    )
    data_quality = models.CharField(max_length=15, choices=DataQuality, default=DataQuality.NOT_ASSESSED)
    data_quality_reason = models.CharField(max_length=300, blank=True)
    counter_measures = ArrayField(
        models.CharField(max_length=20), verbose_name="counter-measures (KPI codes)", default=list, blank=True
    )
    shown_to_board = models.BooleanField("the Board sees it", default=False)
    is_public = models.BooleanField("the public may see it", default=False)
    checked_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    checked_on = models.DateField(null=True, blank=True)
    next_review_on = models.DateField(null=True, blank=True)
    owner = models.CharField("who owns it", max_length=120, blank=True)

    class Meta:
        verbose_name = "KPI definition"
        constraints = [
            models.UniqueConstraint(fields=["kpi", "version"], name="definition_version_once"),
            models.CheckConstraint(
                condition=Q(version=1, reason="") | (Q(version__gt=1) & ~Q(reason="")),
                name="definition_change_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(nature=Nature.DEMAND) | Q(polarity=Polarity.NONE),
                name="definition_demand_has_no_good_direction",
                violation_error_message="Demand has no good direction: fewer requests or plans are no success.",
            ),
            models.CheckConstraint(
                condition=~Q(nature__in=GUARDED_NATURES)
                | Q(shown_to_board=False)
                | Q(counter_measures__len__gt=0),
                name="definition_guarded_before_the_board_sees_it",
                violation_error_message="A demand, mix or cost KPI needs a counter-measure before the Board sees it.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(polarity=Polarity.RANGE, range_low__isnull=False, range_high__isnull=False)
                    & Q(range_low__lt=F("range_high"))
                )
                | (~Q(polarity=Polarity.RANGE) & Q(range_low__isnull=True, range_high__isnull=True)),
                name="definition_range_has_both_bounds",
                violation_error_message="Give both bounds, the lower first, for “stay in range”, else none.",
            ),
            models.CheckConstraint(
                condition=Q(spc_shift__range=(6, 8), spc_trend__range=(6, 8)),
                name="definition_runs_of_six_to_eight",
                violation_error_message="A shift or a trend is six to eight points long.",
            ),
            models.CheckConstraint(
                condition=Q(spc_baseline_points__isnull=True) | Q(spc_baseline_points__gte=12),
                name="definition_limits_from_twelve_points",
                violation_error_message="Process limits are fixed by at least twelve points.",
            ),
            models.CheckConstraint(condition=Q(tolerance__gte=0), name="definition_tolerance_not_negative"),
            models.CheckConstraint(condition=Q(decimals__lte=6), name="definition_decimals_at_most_six"),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True, checked_on__isnull=True)
                | Q(checked_by__isnull=False, checked_on__isnull=False),
                name="definition_checked_by_and_on_together",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_ratio_of_counts(self) -> bool:
        """Its value is derived from a numerator and a denominator where both are given."""
        return bool(self.denominator)
