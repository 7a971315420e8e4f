"""The front door of the Local Offer and the sections behind it."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page

from portal.local_offer.models.choices import PageKind
from portal.local_offer.models.pages import OfferPage


class LocalOfferHome(OfferPage):
    """The one page everybody starts from. Made by a migration; cannot be added again."""

    introduction = models.CharField(max_length=300, blank=True)
    local_areas = models.CharField(
        max_length=200, blank=True, help_text="The places that count as local, as people say them."
    )
    disagree_page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The page that says what families can do when they disagree. Linked wherever somebody decides.",
    )

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "local_offer.SectionPage",
        "local_offer.GuidancePage",
        "local_offer.OutOfAreaPage",
        "local_offer.ServicePage",
    ]
    template = "local_offer/home_page.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("local_areas"),
        PageChooserPanel("disagree_page"),
        MultiFieldPanel([InlinePanel("featured", label="page", max_num=6)], "Pages people often need"),
    ]

    class Meta:
        verbose_name = "front door"


class FeaturedPage(Orderable):
    """A page the editors put on the front door."""

    home = ParentalKey(LocalOfferHome, on_delete=models.CASCADE, related_name="featured")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["home", "page"], name="featured_page_once")]

    panels = [PageChooserPanel("page")]


class SectionPage(OfferPage):
    """A heading group: what belongs together, in the words of somebody looking for it."""

    introduction = models.CharField(
        max_length=300, help_text="What can be found here, in one or two sentences."
    )

    parent_page_types = ["local_offer.LocalOfferHome"]
    subpage_types = ["local_offer.GuidancePage", "local_offer.OutOfAreaPage", "local_offer.ServicePage"]
    template = "local_offer/section_page.html"
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = "section"

    def catalogue_facts(self) -> dict:
        return {"kind": PageKind.SECTION, "summary": self.introduction, "words": (self.introduction, "", "")}
