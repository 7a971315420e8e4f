"""What is done to reduce cost: initiatives and the stages they went through."""

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from kpis.domain.savings import MOST_GBP, SavingType, Stage, TypeGroup
from kpis.figures.models import Kpi
from kpis.workstreams.models import Workstream

USER = settings.AUTH_USER_MODEL
TYPES = [(saving_type.value, saving_type.words) for saving_type in SavingType]
STAGES = [(stage.value, stage.words) for stage in Stage]


class Recurrence(models.TextChoices):
    RECURRENT = "recurrent", "Recurrent: saves every year once in place"
    ONE_OFF = "one_off", "One-off: saves once"


def until(field: str, moment) -> Q:
    """What had happened by this moment; None is now, so everything that has."""
    return Q() if moment is None else Q(**{f"{field}__lte": moment})


def workstreams_kept_by(user):
    """Whose savings this person plans and reports: every workstream's for finance, else of those they lead."""
    return (
        Workstream.objects.all() if user.has_perm("savings.set_target") else Workstream.objects.led_by(user)
    )


class InitiativeQuerySet(models.QuerySet):
    def kept_by(self, user):
        return self.filter(workstream__in=workstreams_kept_by(user))

    def screened_by(self, user):
        """Whose screening this person may sign: every initiative's but their own."""
        return self.exclude(owner=user)

    def known_at(self, moment):
        return self.filter(until("added_at", moment))

    def with_stage(self, moment):
        """Adds `stage` and `stage_since`: the last move at or before the moment; None is now."""
        moves = StageMove.objects.filter(until("moved_at", moment), initiative=OuterRef("pk"))
        last = moves.order_by("-moved_at", "-id")
        return self.annotate(
            stage=Subquery(last.values("stage")[:1]), stage_since=Subquery(last.values("moved_at")[:1])
        )

    def in_order(self):
        return self.order_by("workstream__position", "workstream_id", "code")


class Initiative(models.Model):
    """One way of saving. Its stage is the last of its moves, its money its monthly plans and deliveries.

    Its words and its owner may change, each change kept as a `WordsChange`; what sums depend on may not.
    """

    code = models.CharField(max_length=20, unique=True)
    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="initiatives")
    owner = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    mechanism = models.TextField("how it saves money")
    population = models.CharField("who is affected", max_length=300)
    saving_type = models.CharField("type of saving", max_length=20, choices=TYPES)
    who_loses = models.TextField("who loses", blank=True)
    recurrence = models.CharField("recurrent or one-off", max_length=10, choices=Recurrence)
    one_off_cost_gbp = models.DecimalField("one-off cost", max_digits=14, decimal_places=2, default=0)
    starts_on = models.DateField("first month")
    risks = models.TextField("what could go wrong", blank=True)
    partner_dependencies = models.TextField("what it needs from partners", blank=True)
    kpis = models.ManyToManyField(
        Kpi, blank=True, related_name="initiatives", verbose_name="KPIs that evidence it"
    )
    note = models.CharField(max_length=300, blank=True)
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[A-Z][A-Z0-9-]+$"), name="initiative_code_is_capitals"
            ),
            models.CheckConstraint(
                condition=Q(saving_type__in=[t.value for t in SavingType]), name="initiative_type_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(saving_type=SavingType.SCOPE_REDUCTION.value) | ~Q(who_loses=""),
                name="initiative_scope_reduction_says_who_loses",
            ),
            models.CheckConstraint(
                condition=Q(recurrence__in=Recurrence.values), name="initiative_recurrence_is_known"
            ),
            models.CheckConstraint(
                condition=Q(one_off_cost_gbp__gte=0, one_off_cost_gbp__lte=MOST_GBP),
                name="initiative_one_off_cost_in_bounds",
            ),
            models.CheckConstraint(condition=Q(starts_on__day=1), name="initiative_starts_with_a_month"),
        ]

    def __str__(self):
        return f"{self.code} {self.name}"

    def get_absolute_url(self):
        return reverse("savings:initiative", args=[self.code])

    @property
    def group(self) -> TypeGroup:
        return TypeGroup.of(SavingType(self.saving_type))


class StageMove(models.Model):
    """An initiative came to a stage: when, by whom, and why where it stopped, went back or began again."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="moves")
    stage = models.CharField(max_length=20, choices=STAGES)
    reason = models.CharField(max_length=400, blank=True)
    moved_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=[s.value for s in Stage]), name="stage_move_stage_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.STOPPED.value) | ~Q(reason=""), name="stage_move_stopped_has_reason"
            ),
        ]
        indexes = [
            models.Index(F("initiative"), F("moved_at").desc(), F("id").desc(), name="stage_move_latest")
        ]
