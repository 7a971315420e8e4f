"""What every page of the Local Offer has: an address, an audience by age and need, and a check by date."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from portal.local_offer.models.choices import OLDEST, YOUNGEST, ChoicesField, Need

READER_METHODS = ["GET", "HEAD", "OPTIONS"]
TAKEN_SLUGS = {"search"}  # addresses beside the tree that a page would hide behind


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

    def catalogue_facts(self) -> dict | None:
        """The fields of this page's catalogue entry, and under `words` three texts to search beside the title,
        in the order of their weight; None keeps the page out of the catalogue."""
        return None

    def get_context(self, request, *args, **kwargs):
        return {
            **super().get_context(request, *args, **kwargs),
            "sendiass_contact": settings.SENDIASS_CONTACT,
        }


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
    check_panel = MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("last_checked_on"), FieldPanel("next_check_on")]),
            FieldPanel("checked_by"),
        ],
        "Keeping it true",
    )

    @property
    def ages(self) -> str:
        """The ages in words: `Ages 0 to 7`, `Age 16`, `All ages from birth to 25`."""
        if (self.age_from, self.age_to) == (YOUNGEST, OLDEST):
            return f"All ages from birth to {OLDEST}"
        if self.age_from == self.age_to:
            return f"Age {self.age_from}"
        return f"Ages {self.age_from} to {self.age_to}"

    @property
    def need_labels(self) -> list[str]:
        return [Need(need).label for need in self.needs]

    def catalogue_facts(self) -> dict:
        return {
            "summary": self.summary,
            "age_from": self.age_from,
            "age_to": self.age_to,
            "needs": self.needs,
            "next_check_on": self.next_check_on,
            "words": (self.summary, " ".join(self.need_labels), " ".join(self.body_texts())),
        }

    def body_texts(self) -> list[str]:
        """What the page says below its summary, without markup."""
        raise NotImplementedError

    def check_is_overdue(self, on) -> bool:
        """True from the day after the next check was due."""
        return self.next_check_on is not None and self.next_check_on < on
