"""What somebody told us, without the words: those stand apart, in the original and its public versions."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q

from feedback.contributions.models.keyed import keyed_hash
from feedback.domain.lifecycle import NEEDS_APPROVED_VERSION, Position, State, Step
from kpis.workstreams.models import Workstream

USER = settings.AUTH_USER_MODEL
HELD = str(State.SAFEGUARDING_HOLD)
STATES = [(str(state), state.value.capitalize()) for state in State]


class Kind(models.TextChoices):
    """The three subjects on which regulation 56 asks for comments, in plain words, and two more."""

    PROVISION = "provision", "The help there is: what works, what does not, what is missing"
    INFORMATION = "information", "The information: how easy it is to find and to understand"
    MAKING = "making", "How the Local Offer is put together and checked"
    IDEA = "idea", "An idea"
    COMPLIMENT = "compliment", "Something good that others should know"


class PartnerType(models.TextChoices):
    PARENT_CARER = "parent_carer", "A parent or carer"
    YOUNG_PERSON = "young_person", "A child or young person"
    SCHOOL = "school", "Somebody who works in a school, nursery or college"
    HEALTH = "health", "Somebody who works in health"
    SOCIAL_CARE = "social_care", "Somebody who works in social care"
    FINANCE = "finance", "Somebody who works in finance"
    VOLUNTARY = "voluntary", "A voluntary or community organisation"
    OTHER = "other", "Somebody else, or I would rather not say"


class PublishConsent(models.TextChoices):
    EDITED = "edited", "Yes, after anything personal has been taken out"
    COUNTS_ONLY = "counts_only", "No. Count it, but do not show it"


class Channel(models.TextChoices):
    WEB = "web", "This site"
    PAPER = "paper", "Paper"
    PHONE = "phone", "Telephone"
    EVENT = "event", "At an event"
    INTERPRETER = "interpreter", "Through an interpreter"
    SIGN_LANGUAGE = "sign_language", "In sign language"


class SetAside(models.TextChoices):
    """Why a contribution waits apart for a moderator's glance: it may be abuse, but it is never dropped."""

    RUSH = "rush", "More arrived from one address in a day than people send"
    TRAP = "trap", "A field was filled that people cannot see"


def receipt_hmac(code: str) -> str:
    """Under what a canonical receipt code is stored; without the key nothing leads back to the code."""
    return keyed_hash("receipt", code)


def seen_as(*states: State) -> Q:
    """In one of these states, or on a safeguarding hold from one of them: as outside eyes see it."""
    names = sorted(str(state) for state in states)
    return Q(state__in=names) | Q(resumes_as__in=names)


class ContributionQuerySet(models.QuerySet):
    def with_receipt(self, code: str):
        """The one whose canonical receipt code this is, or none."""
        return self.filter(receipt_hmac=receipt_hmac(code))

    def for_moderators(self):
        """All but what is on safeguarding hold: moderators must not see that."""
        return self.exclude(state=HELD)

    def held(self):
        return self.filter(state=HELD)

    def for_safeguarding(self):
        """All that has or had an alert or a hold: a lead's scope."""
        return self.filter(Q(events__step=Step.HOLD) | Q(alerts__isnull=False)).distinct()

    def to_screen(self):
        return self.for_moderators().filter(
            state__in=[State.RECEIVED, State.SCREENING, State.READY], set_aside=""
        )

    def awaiting_answer(self):
        """What a response may still be given to, as outside eyes see it."""
        return self.filter(seen_as(State.PUBLISHED, State.PRIVATE))

    def shown_in_public(self):
        """Whose approved public version everybody may read."""
        shown = seen_as(State.PUBLISHED, State.ANSWERED, State.OUTCOME_ASKED)
        return self.filter(shown, approved_version__isnull=False)

    def oldest_first(self):
        return self.order_by("received_at", "id")


class Contribution(models.Model):
    """One thing somebody told us, and where it stands. The text is in `Original` and `PublicVersion`.

    `state` and `resumes_as` follow `feedback.domain.lifecycle` and change only with an event beside
    them. The receipt code itself is stored nowhere; its HMAC is.
    """

    receipt_hmac = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    partner_type = models.CharField(max_length=20, choices=PartnerType)
    publish_consent = models.CharField(max_length=20, choices=PublishConsent)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.WEB)
    entered_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    consent_given_on = models.DateField(null=True)  # where staff entered it: when the author agreed
    received_at = models.DateTimeField(db_index=True)

    # What it is about, as it was called and where it was found on that day.
    about_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, null=True, related_name="+")
    about_id = models.CharField(max_length=40, blank=True)
    about_title = models.CharField(max_length=255, blank=True)
    about_url = models.CharField(max_length=500, blank=True)
    workstream = models.ForeignKey(
        Workstream, on_delete=models.PROTECT, null=True, related_name="contributions"
    )

    state = models.CharField(max_length=20, choices=STATES, default=str(State.RECEIVED))
    resumes_as = models.CharField(max_length=20, choices=STATES, blank=True)
    state_since = models.DateTimeField()
    set_aside = models.CharField(max_length=10, choices=SetAside, blank=True)
    needs_second_person = models.BooleanField(default=False)
    approved_version = models.OneToOneField(
        "contributions.PublicVersion", on_delete=models.PROTECT, null=True, related_name="+"
    )
    not_published_because = models.ForeignKey(
        "contributions.NotPublishingReason", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[name for name, _ in STATES]), name="contribution_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state=HELD, resumes_as__in=[name for name, _ in STATES if name != HELD])
                | ~Q(state=HELD) & Q(resumes_as=""),
                name="contribution_hold_knows_what_it_resumes_as",
            ),
            models.CheckConstraint(
                condition=~seen_as(*NEEDS_APPROVED_VERSION) | Q(approved_version__isnull=False),
                name="contribution_published_has_approved_version",
            ),
            models.CheckConstraint(
                condition=~seen_as(State.ANSWERED, State.OUTCOME_ASKED)
                | Q(approved_version__isnull=False)
                | Q(publish_consent=PublishConsent.COUNTS_ONLY),
                name="contribution_answered_is_approved_or_counted_only",
            ),
            models.CheckConstraint(
                condition=Q(publish_consent=PublishConsent.EDITED) | Q(approved_version__isnull=True),
                name="contribution_counted_only_has_no_public_text",
            ),
            models.CheckConstraint(
                condition=~seen_as(State.NOT_PUBLISHED) | Q(not_published_because__isnull=False),
                name="contribution_not_published_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(channel=Channel.WEB, entered_by__isnull=True, consent_given_on__isnull=True)
                | ~Q(channel=Channel.WEB) & Q(entered_by__isnull=False, consent_given_on__isnull=False),
                name="contribution_on_behalf_names_who_and_consent",
            ),
            models.CheckConstraint(
                condition=Q(about_type__isnull=True, about_id="", about_title="", about_url="")
                | Q(about_type__isnull=False) & ~Q(about_id="") & ~Q(about_title=""),
                name="contribution_about_is_whole",
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="contribution_kind_is_known"),
            models.CheckConstraint(
                condition=Q(partner_type__in=PartnerType.values), name="contribution_partner_type_is_known"
            ),
            models.CheckConstraint(
                condition=Q(publish_consent__in=PublishConsent.values), name="contribution_consent_is_known"
            ),
        ]
        indexes = [models.Index(fields=["state", "received_at"], name="contribution_state_received")]

    def __str__(self):
        return f"Contribution {self.pk}"

    @property
    def position(self) -> Position:
        return Position(State(self.state), State(self.resumes_as) if self.resumes_as else None)

    @position.setter
    def position(self, position: Position):
        self.state = position.state
        self.resumes_as = position.resumes_as or ""

    @property
    def shows_as(self) -> State:
        """Where it stands for its author and the public: a safeguarding hold changes nothing for them."""
        return self.position.shows_as

    @property
    def is_counted_only(self) -> bool:
        return self.publish_consent == PublishConsent.COUNTS_ONLY

    @property
    def public_text(self) -> str:
        """The approved public version; empty where there is none."""
        return self.approved_version.text if self.approved_version else ""
