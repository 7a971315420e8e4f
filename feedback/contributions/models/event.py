"""Every step of a contribution: who, when, why. Rows are added, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from feedback.contributions.models.contribution import HELD, STATES, Contribution
from feedback.domain.lifecycle import Step

RECEIVE = "receive"
LET_THROUGH = "let through"
ADD = "add"
READ_ADDITION = "read addition"
ALERT = "alert"
NO_RISK = "no risk"
TELL_OUTCOME = "tell outcome"
FORGET_CONTACT = "forget contact"
FORGET_BANDS = "forget bands"
FORGET_ORIGINAL = "forget original"
ERASE = "erase"
STEPS = {
    RECEIVE: "Received",
    LET_THROUGH: "Let through",
    ADD: "The author added something",
    READ_ADDITION: "The addition was read",
    ALERT: "The safeguarding leads were told",
    NO_RISK: "A safeguarding lead saw no risk",
    TELL_OUTCOME: "The author said whether it made a difference",
    FORGET_CONTACT: "The contact was deleted",
    FORGET_BANDS: "The answers about the author were deleted",
    FORGET_ORIGINAL: "The original was deleted",
    ERASE: "Erased on request",
    str(Step.START_SCREENING): "Reading began",
    str(Step.APPROVE): "Public version approved",
    str(Step.ASK_AUTHOR): "The author was asked",
    str(Step.AGREE): "The author agreed",
    str(Step.DISAGREE): "The author disagreed",
    str(Step.PUBLISH): "Published",
    str(Step.KEEP_PRIVATE): "Counted, not shown",
    str(Step.WITHHOLD): "Not published",
    str(Step.TAKE_BACK): "Taken back",
    str(Step.ANSWER): "Answered",
    str(Step.ASK_OUTCOME): "The author was asked what it changed",
    str(Step.WITHDRAW): "Withdrawn",
    str(Step.EXPIRE): "No longer kept",
    str(Step.HOLD): "Put on safeguarding hold",
    str(Step.RELEASE): "Released",
}
OF_SAFEGUARDING = frozenset({Step.HOLD, Step.RELEASE})
OF_THE_RULES = frozenset(
    {ALERT, FORGET_CONTACT, FORGET_BANDS, FORGET_ORIGINAL, Step.ASK_OUTCOME, Step.EXPIRE}
)


class EventQuerySet(models.QuerySet):
    def for_moderators(self):
        """Without holds and releases, and without what happened during one."""
        return self.exclude(step__in=OF_SAFEGUARDING).exclude(to_state=HELD)

    def in_order(self):
        return self.order_by("at", "id")


class ContributionEvent(models.Model):
    """A step from one state to another, or a note of something that moves nothing.

    `by` is empty where the author did it, or the rules themselves. Erasure empties `why` and leaves the rest.

    `shows_as` is the state as its author and the public see it from then on: during a safeguarding
    hold it differs from `to_state`. Reading the latest event before a moment gives the state as at it.
    """

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="events")
    step = models.CharField(max_length=20, choices=STEPS)
    from_state = models.CharField(max_length=20, choices=STATES, blank=True)
    to_state = models.CharField(max_length=20, choices=STATES)
    shows_as = models.CharField(max_length=20, choices=STATES)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    why = models.CharField(max_length=500, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=list(STEPS)), name="contribution_event_step_is_known"
            ),
            models.CheckConstraint(
                condition=Q(step=RECEIVE, from_state="") | ~Q(step=RECEIVE) & ~Q(from_state=""),
                name="contribution_event_starts_somewhere",
            ),
            models.CheckConstraint(condition=~Q(shows_as=HELD), name="contribution_event_shows_no_hold"),
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(step=RECEIVE), name="contribution_event_received_once"
            ),
        ]
        indexes = [models.Index(fields=["contribution", "at", "id"], name="contribution_event_as_at")]

    @property
    def who(self) -> str:
        if self.by:
            return str(self.by)
        return "By the rules" if self.step in OF_THE_RULES else "The author"
