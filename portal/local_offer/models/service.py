"""Services: who offers what, for whom, and how to get it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from portal.local_offer.blocks import INLINE
from portal.local_offer.models.choices import Area, Category, PageKind
from portal.local_offer.models.pages import CheckedPage

WAYS_TO_GET_IN_TOUCH = ("phone", "email", "website")
NO_CONTACT = "Give at least one way to get in touch: a phone number, an e-mail address or a website."


class Provider(models.Model):
    """An organisation that runs services of the Local Offer."""

    name = models.CharField(max_length=200, unique=True)
    website = models.URLField(blank=True)

    panels = [FieldPanel("name"), FieldPanel("website")]

    def __str__(self):
        return self.name


def said_with_its_date(text: str, date: str, *, name: str, message: str) -> models.CheckConstraint:
    """A constraint: what ages quickly carries the day it was true, and a day says what was true."""
    return models.CheckConstraint(
        condition=Q(**{text: "", f"{date}__isnull": True})
        | (~Q(**{text: ""}) & Q(**{f"{date}__isnull": False})),
        name=name,
        violation_error_message=message,
    )


class ServiceForm(WagtailAdminPageForm):
    """The editor's form; a draft may leave the contact out, a published service may not."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation and not any(cleaned.get(way) for way in WAYS_TO_GET_IN_TOUCH):
            self.add_error("phone", NO_CONTACT)
        return cleaned


class ServicePage(CheckedPage):
    """One service. Published, it says who can get it, how, what it costs and whom to ask."""

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, related_name="services")
    description = RichTextField("what it is", features=["ul", *INLINE])
    category = models.CharField(max_length=20, choices=Category)
    area = models.CharField(max_length=10, choices=Area, default=Area.LOCAL)
    where_and_when = models.TextField(blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    eligibility = models.TextField("who can get it")
    how_to_get_it = models.TextField()
    who_decides = models.TextField(blank=True)
    waiting_time = models.CharField(max_length=200, blank=True)
    waiting_time_on = models.DateField("waiting time as of", null=True, blank=True)
    cost = models.CharField(max_length=200, help_text="Say “Free” when it is free.")
    accessibility = models.TextField(blank=True)
    languages = models.CharField(
        max_length=200, blank=True, help_text="Languages spoken, interpreters, signing."
    )
    places = models.CharField(
        max_length=200, blank=True, help_text="How many there are, and whether any are free."
    )
    places_on = models.DateField("places as of", null=True, blank=True)
    quality = models.CharField(
        max_length=300, blank=True, help_text="What an inspection or a survey found, and whose."
    )
    quality_on = models.DateField("inspected or surveyed on", null=True, blank=True)
    contact_name = models.CharField(
        "whom to ask for", max_length=120, blank=True, help_text="A role, not a person."
    )
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)

    base_form_class = ServiceForm
    subpage_types = []
    parent_page_types = ["local_offer.SectionPage", "local_offer.LocalOfferHome"]
    template = "local_offer/service_page.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("provider"),
        FieldRowPanel([FieldPanel("category"), FieldPanel("area")]),
        FieldPanel("description"),
        CheckedPage.audience_panel,
        MultiFieldPanel(
            [
                FieldPanel("eligibility"),
                FieldPanel("how_to_get_it"),
                FieldPanel("who_decides"),
                FieldPanel("cost"),
            ],
            "Getting it",
        ),
        MultiFieldPanel(
            [
                FieldPanel("where_and_when"),
                FieldPanel("postcode"),
                FieldPanel("accessibility"),
                FieldPanel("languages"),
            ],
            "Where, when and access",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("waiting_time"), FieldPanel("waiting_time_on")]),
                FieldRowPanel([FieldPanel("places"), FieldPanel("places_on")]),
                FieldRowPanel([FieldPanel("quality"), FieldPanel("quality_on")]),
            ],
            "Waiting time, places and quality, each with its date",
        ),
        MultiFieldPanel(
            [FieldPanel("contact_name"), *(FieldPanel(way) for way in WAYS_TO_GET_IN_TOUCH)],
            "Contact: at least one way",
        ),
        CheckedPage.check_panel,
    ]

    class Meta(CheckedPage.Meta):
        verbose_name = "service"
        constraints = [
            *CheckedPage.Meta.constraints,
            models.CheckConstraint(
                condition=Q(category__in=["", *Category.values]), name="%(class)s_category_is_known"
            ),
            models.CheckConstraint(condition=Q(area__in=Area.values), name="%(class)s_area_is_known"),
            said_with_its_date(
                "waiting_time",
                "waiting_time_on",
                name="%(class)s_wait_with_its_date",
                message="Give a waiting time and the date it was true together.",
            ),
            said_with_its_date(
                "places",
                "places_on",
                name="%(class)s_places_with_their_date",
                message="Give the places and the date they were counted together.",
            ),
            said_with_its_date(
                "quality",
                "quality_on",
                name="%(class)s_quality_with_its_date",
                message="Give what was found and the date it was found together.",
            ),
        ]

    def save(self, clean=True, **kwargs):
        """A live service without any contact is refused on every road, not only in the editor's form."""
        if clean and self.live and not any(getattr(self, way) for way in WAYS_TO_GET_IN_TOUCH):
            raise ValidationError({"phone": NO_CONTACT})
        return super().save(clean=clean, **kwargs)

    def catalogue_facts(self) -> dict:
        facts = super().catalogue_facts()
        summary, needs, body = facts["words"]
        labels = f"{self.provider} {needs} {self.get_category_display()}"
        return {
            **facts,
            "kind": PageKind.SERVICE,
            "provider": str(self.provider),
            "category": self.category,
            "area": self.area,
            "words": (summary, labels, body),
        }

    def body_texts(self) -> list[str]:
        texts = [self.eligibility, self.how_to_get_it, self.who_decides, self.where_and_when, self.postcode]
        return [
            get_text_for_indexing(self.description),
            *texts,
            self.cost,
            self.accessibility,
            self.languages,
        ]
