"""Services: who offers what, for whom, and how to get it."""

from django.contrib.postgres.functions import RandomUUID
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page
from wagtail.rich_text import get_text_for_indexing

from portal.local_offer.blocks import INLINE
from portal.local_offer.completeness import Listing, lacking, score
from portal.local_offer.models.choices import Access, Area, Category, ChoicesField, CostKind, Day, PageKind
from portal.local_offer.models.editing import NO_CONTACT, WAYS_TO_GET_IN_TOUCH, ReadingPanel, ServiceForm
from portal.local_offer.models.finding import Postcode
from portal.local_offer.models.pages import CheckedPage


class Provider(models.Model):
    """An organisation that runs services of the Local Offer."""

    name = models.CharField(max_length=200, unique=True)
    website = models.URLField(blank=True)
    check_email = models.EmailField(
        "e-mail for checks", blank=True, help_text="Where we ask whether listings are right. Never shown."
    )
    reference = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)  # in open data
    # Since when its name and website are as they are, if they have ever changed; kept by the database.
    described_at = models.DateTimeField(null=True, editable=False)

    panels = [FieldPanel("name"), FieldPanel("website"), FieldPanel("check_email")]

    def __str__(self):
        return self.name

    @property
    def mail_address(self) -> str | None:
        """Where the outbox sends what this provider is owed."""
        return self.check_email or None


def said_with_its_date(text: str, date: str, *, name: str, message: str) -> models.CheckConstraint:
    """A constraint: what ages quickly carries the day it was true, and a day says what was true."""
    return models.CheckConstraint(
        condition=Q(**{text: "", f"{date}__isnull": True})
        | (~Q(**{text: ""}) & Q(**{f"{date}__isnull": False})),
        name=name,
        violation_error_message=message,
    )


class ServicePage(CheckedPage):
    """One service. Published, it says who can get it, how, what it costs and whom to ask."""

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, related_name="services")
    description = RichTextField("what it is", features=["ul", *INLINE])
    category = models.CharField(max_length=20, choices=Category)
    area = models.CharField(max_length=10, choices=Area, default=Area.LOCAL)
    owner_partner = models.ForeignKey(
        "workstreams.Partner",
        verbose_name="owner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The partner that answers for this listing being right.",
    )
    reference = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)  # in open data
    where_and_when = models.TextField(blank=True)
    days = ChoicesField(models.CharField(max_length=3, choices=Day), default=list, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    eligibility = models.TextField("who can get it")
    how_to_get_it = models.TextField()
    who_decides = models.TextField(blank=True)
    waiting_time = models.CharField(max_length=200, blank=True)
    waiting_time_on = models.DateField("waiting time as of", null=True, blank=True)
    cost = models.CharField(max_length=200, help_text="Say “Free” when it is free.")
    cost_kind = models.CharField(max_length=5, choices=CostKind, blank=True)
    access = ChoicesField(models.CharField(max_length=14, choices=Access), default=list, blank=True)
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
    outcomes = models.CharField(
        max_length=300, blank=True, help_text="What young people went on to do, and who says so."
    )
    outcomes_on = models.DateField("outcomes as of", null=True, blank=True)
    contact_name = models.CharField(
        "whom to ask for", max_length=120, blank=True, help_text="A role, not a person."
    )
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)

    exclude_fields_in_copy = ["reference"]  # a copy is another listing
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
                FieldRowPanel([FieldPanel("cost"), FieldPanel("cost_kind")]),
            ],
            "Getting it",
        ),
        MultiFieldPanel(
            [
                FieldPanel("where_and_when"),
                FieldPanel("days"),
                FieldPanel("postcode"),
                FieldPanel("access"),
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
                FieldRowPanel([FieldPanel("outcomes"), FieldPanel("outcomes_on")]),
            ],
            "Waiting time, places, quality and outcomes, each with its date",
        ),
        MultiFieldPanel(
            [FieldPanel("contact_name"), *(FieldPanel(way) for way in WAYS_TO_GET_IN_TOUCH)],
            "Contact: at least one way",
        ),
        MultiFieldPanel([InlinePanel("answers", label="answer")], "What families usually ask"),
        CheckedPage.headings_panel,
        CheckedPage.formats_panel,
        FieldPanel("owner_partner"),
        CheckedPage.check_panel,
        ReadingPanel(),
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
            said_with_its_date(
                "outcomes",
                "outcomes_on",
                name="%(class)s_outcomes_with_their_date",
                message="Give the outcomes and the date they were counted together.",
            ),
            models.CheckConstraint(
                condition=Q(cost_kind__in=["", *CostKind.values]), name="%(class)s_cost_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(days__contained_by=list(Day.values)), name="%(class)s_days_are_known"
            ),
            models.CheckConstraint(
                condition=Q(access__contained_by=list(Access.values)), name="%(class)s_access_is_known"
            ),
        ]

    @property
    def access_labels(self) -> list[str]:
        return [Access(access).label for access in self.access]

    def save(self, clean=True, **kwargs):
        """A live service without any contact is refused on every road, not only in the editor's form."""
        if clean and self.live and not any(getattr(self, way) for way in WAYS_TO_GET_IN_TOUCH):
            raise ValidationError({"phone": NO_CONTACT})
        return super().save(clean=clean, **kwargs)

    def catalogue_facts(self) -> dict:
        facts = super().catalogue_facts()
        summary, needs, body = facts["words"]
        place = Postcode.objects.place_if_known(self.postcode)
        labels = f"{self.provider} {needs} {self.get_category_display()}"
        return {
            **facts,
            "kind": PageKind.SERVICE,
            "provider": str(self.provider),
            "category": self.category,
            "area": self.area,
            "cost_kind": self.cost_kind,
            "days": self.days,
            "access": self.access,
            "owner_partner_id": self.owner_partner_id,
            "latitude": place.latitude if place else None,
            "longitude": place.longitude if place else None,
            "completeness": score(self.listing()),
            "words": (summary, labels, body),
        }

    def listing(self) -> Listing:
        """What the service says, to be judged for completeness."""
        return Listing(
            ages=(self.age_from, self.age_to),
            needs=self.needs,
            eligibility=self.eligibility,
            cost=self.cost,
            waiting_time=self.waiting_time,
            location=self.postcode,
            text="\n".join([self.summary, *self.body_texts()]),
            next_check_on=self.next_check_on,
        )

    @property
    def not_said(self) -> list[str]:
        """What families would miss in the listing, in words; whether its check is overdue is said elsewhere."""
        return [criterion.value for criterion in lacking(self.listing())]

    @property
    def answered_by(self) -> str:
        return str(self.provider or "")

    def body_texts(self) -> list[str]:
        texts = [self.eligibility, self.how_to_get_it, self.who_decides, self.where_and_when, self.postcode]
        return [
            get_text_for_indexing(self.description),
            *texts,
            self.cost,
            self.accessibility,
            self.languages,
        ]


class ProviderAnswer(Orderable):
    """The provider's answer to one of the seven questions that families usually ask."""

    class Question(models.TextChoices):
        FIND_OUT = "find_out", "How will you find out what my child needs?"
        INVOLVE = "involve", "How will I be involved and told how it goes?"
        ADAPT = "adapt", "How will you adapt what you do for my child?"
        STAFF = "staff", "What do your staff know about my child's needs?"
        ACCESS = "access", "Can everybody get in and take part?"
        MOVE_ON = "move_on", "How do you help when my child moves on?"
        WORRIED = "worried", "Whom do I talk to if I am worried?"

    service = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=10, choices=Question)
    answer = models.TextField()

    panels = [FieldPanel("question"), FieldPanel("answer")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["service", "question"], name="provider_answer_once_a_question"),
        ]
