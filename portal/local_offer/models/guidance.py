"""Guidance: what a family may expect, who decides, and what to do if they disagree."""

from django.db import models
from django.db.models import Q
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from portal.local_offer.blocks import INLINE, BodyBlock
from portal.local_offer.models.choices import PageKind
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
        FieldPanel("owner_partner"),
        CheckedPage.check_panel,
    ]

    class Meta(CheckedPage.Meta):
        abstract = True

    def catalogue_facts(self) -> dict:
        return {**super().catalogue_facts(), "kind": PageKind.GUIDANCE}

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
    wording_approved_by = models.CharField(
        max_length=120, blank=True, help_text="Who approved the wording: the parent carer forum."
    )
    wording_approved_on = models.DateField(null=True, blank=True)

    template = "local_offer/out_of_area_page.html"
    content_panels = [
        *Guidance.content_panels,
        FieldPanel("what_local_offers"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("wording_approved_by"), FieldPanel("wording_approved_on")])],
            "Wording approved by families",
        ),
    ]

    class Meta(Guidance.Meta):
        verbose_name = "page on places outside the area"
        constraints = [
            *Guidance.Meta.constraints,
            models.CheckConstraint(
                condition=Q(wording_approved_by="", wording_approved_on__isnull=True)
                | (~Q(wording_approved_by="") & Q(wording_approved_on__isnull=False)),
                name="%(class)s_approved_by_and_on_together",
                violation_error_message="Say both who approved the wording and when.",
            ),
        ]

    def body_texts(self) -> list[str]:
        return [*super().body_texts(), get_text_for_indexing(self.what_local_offers)]
