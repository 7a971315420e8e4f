"""You said, we did: the published answer to one or many contributions."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from feedback.contributions.models.contribution import Contribution
from kpis.workstreams.models import Workstream, both_or_neither

USER = settings.AUTH_USER_MODEL


class Outcome(models.TextChoices):
    DID = "did", "We did this"
    WILL = "will", "We will do this"
    WILL_NOT = "will_not", "We will not do this"


class ResponseQuerySet(models.QuerySet):
    def published(self):
        return self.filter(published_version__isnull=False)


class Response(models.Model):
    """An answer. Its words are in its versions; contributions it answers are named, not copied.

    Whom it answers and its workstream are those of the published version; before there is one, of the latest.
    """

    workstream = models.ForeignKey(
        Workstream, on_delete=models.PROTECT, null=True, blank=True, related_name="responses"
    )
    contributions = models.ManyToManyField(Contribution, related_name="responses")
    started_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    published_version = models.OneToOneField(
        "contributions.ResponseVersion", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ResponseQuerySet.as_manager()


class ResponseVersion(models.Model):
    """The words of an answer, and whom it answers. A change is a new version; the latest published one is read.

    `what` says what was done, will be done, or why not: a reason is required as much as a deed.
    A claim that something changed brings its evidence: a KPI, a milestone or a published page, with its title
    and address as they were. Rows older than that rule may have words of any kind.
    """

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    workstream = models.ForeignKey(
        Workstream, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    contributions = models.ManyToManyField(Contribution, related_name="+")
    you_said = models.TextField()
    outcome = models.CharField(max_length=10, choices=Outcome)
    what = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    owner = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    evidence_url = models.CharField(max_length=500, blank=True)
    evidence_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, related_name="+")
    evidence_id = models.CharField(max_length=40, blank=True)
    drafted_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    published_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response", "number"], name="response_version_number_once_a_response"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="response_version_outcome_is_known"
            ),
            models.CheckConstraint(condition=~Q(you_said=""), name="response_version_says_what_was_said"),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.WILL_NOT) & ~Q(what="")
                | Q(outcome=Outcome.WILL_NOT, what="") & ~Q(reason=""),
                name="response_version_has_deed_or_reason",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.WILL) | ~Q(owner="") & Q(due_on__isnull=False),
                name="response_version_promise_has_owner_and_due",
            ),
            models.CheckConstraint(
                # Not validated for rows of before: their evidence was words of any kind.
                condition=~Q(outcome=Outcome.DID) | Q(evidence_type__isnull=False),
                name="response_version_deed_shows_evidence",
            ),
            models.CheckConstraint(
                condition=Q(evidence_type__isnull=True, evidence_id="")
                | Q(evidence_type__isnull=False) & ~Q(evidence_id="") & ~Q(evidence=""),
                name="response_version_evidence_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(evidence_url="") | Q(evidence_url__regex=r"^(https://|/[^/\\])"),
                name="response_version_evidence_is_an_address",
            ),
            models.CheckConstraint(
                condition=both_or_neither("published_by", "published_at"),
                name="response_version_published_by_and_at_together",
            ),
        ]

    @property
    def answer(self) -> str:
        """What was done or will be, or why not."""
        return self.reason if self.outcome == Outcome.WILL_NOT else self.what


class ForumView(models.Model):
    """The parent carer forum's own view of an answer. Only the forum writes it; the latest is shown."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="forum_views")
    text = models.TextField(blank=True)
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
