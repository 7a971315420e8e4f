"""What every page of the Local Offer has: an address, an audience by age and need, and a check by date."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from portal.local_offer.models.choices import OLDEST, YOUNGEST, ChoicesField, Need, ages_in_words
from portal.local_offer.models.editing import CheckedPageForm
from portal.local_offer.models.formats import AlternativeFormat
from portal.local_offer.models.review import OfferPagePermissions
from portal.local_offer.models.wording import fingerprint
from portal.local_offer.reading import in_words, reading_grade

READER_METHODS = ["GET", "HEAD", "OPTIONS"]
# Addresses beside the tree that a page would hide behind.
TAKEN_SLUGS = {"check", "imports", "open-data", "paper", "search", "shortlist"}


class OfferPage(Page):
    """A page in the tree under /local-offer/. All of them are public once published."""

    private_page_options = []  # the Local Offer has no private pages
    allowed_http_methods = READER_METHODS
    promote_panels = [MultiFieldPanel([FieldPanel("slug"), FieldPanel("search_description")], "Address")]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.slug in TAKEN_SLUGS:
            raise ValidationError({"slug": "This address is used by the site itself. Choose another."})

    def permissions_for_user(self, user):
        return OfferPagePermissions(user, self)

    def catalogue_facts(self) -> dict | None:
        """The fields of this page's catalogue entry, and under `words` three texts to search beside the title,
        in the order of their weight; None keeps the page out of the catalogue."""
        return None


class CheckedPage(OfferPage):
    """A page somebody answers for: for whom it is, when it was last checked and when it will be again.

    A draft may leave anything empty; a published page has a summary and both dates.
    """

    summary = models.CharField(
        max_length=300, help_text="One or two plain sentences. Shown in lists and at the top of the page."
    )
    age_from = models.PositiveSmallIntegerField(
        "from age", default=YOUNGEST, validators=[MaxValueValidator(OLDEST)]
    )
    age_to = models.PositiveSmallIntegerField(
        "to age", default=OLDEST, validators=[MaxValueValidator(OLDEST)]
    )
    needs = ChoicesField(
        models.CharField(max_length=4, choices=Need),
        default=list,
        blank=True,
        help_text="Tick none when it is for any need.",
    )
    headings = ArrayField(
        models.SlugField(max_length=40),
        default=list,
        blank=True,
        help_text="The headings of the duties that this page answers.",
    )
    last_checked_on = models.DateField(null=True)
    checked_by = models.CharField(
        max_length=120, help_text="An organisation or a role, such as “the provider”."
    )
    next_check_on = models.DateField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(age_from__lte=F("age_to"), age_to__lte=OLDEST),
                name="%(class)s_ages_in_order",
                violation_error_message="The ages must run from the younger to the older, between 0 and 25.",
            ),
            models.CheckConstraint(
                condition=Q(needs__contained_by=list(Need.values)), name="%(class)s_needs_are_known"
            ),
            models.CheckConstraint(
                condition=Q(next_check_on__isnull=True)
                | Q(last_checked_on__isnull=False, next_check_on__gt=F("last_checked_on")),
                name="%(class)s_next_check_after_last",
                violation_error_message="The next check must come after the last one.",
            ),
        ]

    audience_panel = MultiFieldPanel(
        [FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]), FieldPanel("needs")], "Who it is for"
    )
    base_form_class = CheckedPageForm
    headings_panel = MultiFieldPanel([FieldPanel("headings")], "Duties")
    formats_panel = MultiFieldPanel(
        [InlinePanel("alternative_formats", label="format")], "The same page in other forms"
    )
    check_panel = MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("last_checked_on"), FieldPanel("next_check_on")]),
            FieldPanel("checked_by"),
        ],
        "Keeping it true",
    )

    @property
    def ages(self) -> str:
        return ages_in_words(self.age_from, self.age_to)

    @property
    def need_labels(self) -> list[str]:
        return [Need(need).label for need in self.needs]

    @property
    def answered_by(self) -> str:
        """Who says whether the page is right: a service's provider, else the partner that owns it."""
        raise NotImplementedError

    @property
    def reading_in_words(self) -> str:
        return in_words(reading_grade("\n".join([self.summary, *self.body_texts()])))

    @property
    def wording(self) -> str:
        """The words that readers see, as one short mark: it changes when they do."""
        return fingerprint([self.title, self.summary, *self.body_texts()])

    def with_content_json(self, content):
        """A version of the page. A check made since it was written stands: drafts do not take it back."""
        version = super().with_content_json(content)
        check = self.checks.order_by("-checked_at", "-id").first()
        if check and check.checked_on == self.last_checked_on and _is_older(version, than=check.checked_on):
            version.last_checked_on, version.checked_by = self.last_checked_on, self.checked_by
            version.next_check_on = self.next_check_on
        return version

    def catalogue_facts(self) -> dict:
        texts = self.body_texts()
        formats = list(self.alternative_formats.all())
        grade = reading_grade("\n".join([self.summary, *texts]))
        return {
            "reading_grade": None if grade is None else round(grade, 1),
            "has_easyread": any(one.kind == AlternativeFormat.Kind.EASYREAD for one in formats),
            "summary": self.summary,
            "age_from": self.age_from,
            "age_to": self.age_to,
            "needs": self.needs,
            "headings": self.headings,
            "last_checked_on": self.last_checked_on,
            "next_check_on": self.next_check_on,
            "words": (
                self.summary,
                " ".join(self.need_labels),
                " ".join([*texts, *(one.words for one in formats)]),
            ),
        }

    def body_texts(self) -> list[str]:
        """What the page says below its summary, without markup."""
        raise NotImplementedError

    def check_is_overdue(self, on) -> bool:
        """True from the day after the next check was due."""
        return self.next_check_on is not None and self.next_check_on < on


def _is_older(version: CheckedPage, *, than) -> bool:
    return version.last_checked_on is None or version.last_checked_on < than
