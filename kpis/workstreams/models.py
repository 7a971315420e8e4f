"""The plan and the people around it: partners, workstreams, milestones, meetings, mails to send."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

USER = settings.AUTH_USER_MODEL


def both_or_neither(*names: str) -> Q:
    """A condition: these columns are all set or all null, such as who and when."""
    return Q(**{f"{n}__isnull": True for n in names}) | Q(**{f"{n}__isnull": False for n in names})


class PartnerKind(models.TextChoices):
    COUNCIL = "council", "Council"
    EDUCATION = "education", "Education"
    HEALTH = "health", "Health"
    SOCIAL_CARE = "social_care", "Social care"
    FINANCE = "finance", "Finance"
    FORUM = "forum", "Parent carer forum"
    VOLUNTARY = "voluntary", "Voluntary sector"


class Partner(models.Model):
    """An organisation of the partnership."""

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=20, choices=PartnerKind)

    def __str__(self):
        return self.name


class Membership(models.Model):
    """A person's place in a partner organisation, from a day until, perhaps, a day before which it ended."""

    user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="memberships")
    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="memberships")
    position = models.CharField("position held", max_length=120, blank=True)
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "partner"], condition=Q(until_on__isnull=True), name="membership_held_once"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("since_on")),
                name="membership_ends_after_start",
            ),
        ]


class Plan(models.Model):
    class Kind(models.TextChoices):
        TRANSFORMATION = "transformation", "Transformation plan"
        IMPROVEMENT = "improvement", "Improvement plan after an inspection"

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.TRANSFORMATION)

    def __str__(self):
        return self.name


class WorkstreamQuerySet(models.QuerySet):
    def led_by(self, user):
        """Where this person reports figures: as lead or as deputy."""
        return self.filter(Q(lead=user) | Q(deputy=user))

    def approved_by(self, user):
        """Where this person approves what somebody else submitted: as sponsor or as deputy."""
        return self.filter(Q(sponsor=user) | Q(deputy=user))

    def in_order(self):
        return self.order_by("position", "id")


class Workstream(models.Model):
    """A strand of the plan, with somebody who reports, a deputy, and a sponsor on the Board who approves."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="workstreams")
    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(unique=True)
    purpose = models.TextField()
    position = models.PositiveSmallIntegerField("place in lists", default=0)
    lead = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    deputy = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sponsor = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    partners = models.ManyToManyField(Partner, related_name="workstreams", blank=True)

    objects = WorkstreamQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(lead__isnull=True) | Q(sponsor__isnull=True) | ~Q(lead=F("sponsor")),
                name="workstream_lead_is_not_sponsor",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("home:workstream", args=[self.slug])


class MilestoneStatus(models.TextChoices):
    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class Milestone(models.Model):
    """A dated deliverable of a workstream. What is said of it over time are its reports."""

    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="milestones")
    name = models.CharField(max_length=200)
    due_on = models.DateField()
    owner = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workstream", "name"], name="milestone_named_once")]

    def __str__(self):
        return self.name


class MilestoneReport(models.Model):
    """What was said of a milestone at a moment; the latest one counts."""

    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, related_name="reports")
    status = models.CharField(max_length=20, choices=MilestoneStatus)
    evidence = models.TextField(blank=True)
    reported_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(status=MilestoneStatus.DONE) | ~Q(evidence=""),
                name="milestone_report_done_has_evidence",
            ),
        ]


class Meeting(models.Model):
    """A meeting of the Board. Its pages show what was known when it began."""

    held_on = models.DateField(unique=True)
    starts_at = models.DateTimeField()
    title = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)

    def __str__(self):
        return self.title


class OutboxMail(models.Model):
    """A mail that somebody is owed. Rendered and sent by the site; `key` makes sure it is sent once.

    It goes to a person of ours, `recipient`, or to the `mail_address` that a row of another feature
    gives when the mail is sent, its `addressee`; where that row is gone by then, nothing is sent.
    `template` names a pair of templates `mail/<template>_subject.txt` and `mail/<template>.txt`;
    `context` holds names, dates and addresses of pages only: never what a family wrote, never a contact.
    """

    key = models.CharField(max_length=200, unique=True)
    template = models.CharField(max_length=80)
    recipient = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    addressee_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, related_name="+")
    addressee_id = models.CharField(max_length=40, blank=True)
    addressee = GenericForeignKey("addressee_type", "addressee_id")
    context = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(recipient__isnull=False, addressee_type__isnull=True, addressee_id="")
                | Q(recipient__isnull=True, addressee_type__isnull=False) & ~Q(addressee_id=""),
                name="outbox_mail_has_one_receiver",
            ),
        ]

    @property
    def to_address(self) -> str | None:
        """Where it goes now; None where the addressee has been deleted since."""
        if self.recipient:
            return self.recipient.email
        return self.addressee.mail_address if self.addressee else None
