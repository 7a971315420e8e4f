"""Guidance: what a family may expect, who decides, and what to do if they disagree."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from portal.local_offer.blocks import INLINE, BodyBlock
from portal.local_offer.models.choices import PageKind
from portal.local_offer.models.editing import ReadingPanel, WordingPanel
from portal.local_offer.models.pages import CheckedPage

GUIDANCE_PARENTS = ["local_offer.LocalOfferHome", "local_offer.SectionPage"]


class Guidance(CheckedPage):
    """What both kinds of guidance page hold."""

    audience = models.CharField(
        max_length=200, blank=True, help_text="Who should read this, if not every family."
    )
    body = StreamField(BodyBlock())
    who_decides = models.TextField(help_text="Who makes the decision, in plain words.")
    if_you_disagree = RichTextField(features=INLINE, help_text="How to complain or appeal about this.")
    owner_partner = models.ForeignKey(
        "workstreams.Partner",
        verbose_name="owner",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The partner that answers for this page being right.",
    )

    subpage_types = []
    parent_page_types = GUIDANCE_PARENTS
    decision_panel = MultiFieldPanel(
        [FieldPanel("who_decides"), FieldPanel("if_you_disagree")], "Who decides, and if you disagree"
    )
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("audience"),
        FieldPanel("body"),
        decision_panel,
        CheckedPage.audience_panel,
        CheckedPage.headings_panel,
        CheckedPage.formats_panel,
        FieldPanel("owner_partner"),
        CheckedPage.check_panel,
        ReadingPanel(),
    ]

    class Meta(CheckedPage.Meta):
        abstract = True

    def catalogue_facts(self) -> dict:
        facts = super().catalogue_facts()
        return {**facts, "kind": PageKind.GUIDANCE, "owner_partner_id": self.owner_partner_id}

    @property
    def answered_by(self) -> str:
        return str(self.owner_partner or "")

    def body_texts(self) -> list[str]:
        said = self.body.stream_block.get_searchable_content(self.body)
        return [self.audience, *said, self.who_decides, get_text_for_indexing(self.if_you_disagree)]


class GuidancePage(Guidance):
    """A page that explains one thing."""

    template = "local_offer/guidance_page.html"

    class Meta(Guidance.Meta):
        verbose_name = "guidance page"


class OutOfAreaPage(Guidance):
    """Guidance on places outside the local area. What is offered locally always stands beside it.

    Local places are those of the page's own ages and needs; where there are none, the page says so.
    """

    what_local_offers = RichTextField(
        features=["ul", *INLINE], help_text="What going to a place nearby can mean for a child, put fairly."
    )

    template = "local_offer/out_of_area_page.html"
    content_panels = [
        *Guidance.content_panels,
        FieldPanel("what_local_offers"),
        WordingPanel(),
    ]

    class Meta(Guidance.Meta):
        verbose_name = "page on places outside the area"

    def body_texts(self) -> list[str]:
        return [*super().body_texts(), get_text_for_indexing(self.what_local_offers)]
