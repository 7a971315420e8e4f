"""The tree and its pages: the front door, sections, one page and what stands beside it."""

from django.db.models import Q
from wagtail.models import Page

from portal.local_offer.models import (
    Area,
    CatalogueEntry,
    Category,
    CheckedPage,
    LocalOfferHome,
    OutOfAreaPage,
    PageKind,
    SectionPage,
    ServicePage,
)

# ---- for other rooms ----


def recently_published(limit: int):
    """The guidance pages and services published last, newest first."""
    told = Page.objects.live().filter(catalogue_entry__kind__in=[PageKind.GUIDANCE, PageKind.SERVICE])
    return told.order_by("-last_published_at", "-pk")[:limit]


def overdue_checks(on):
    """Catalogue entries of published pages whose next check was due before this day, longest overdue first."""
    return CatalogueEntry.objects.overdue(on).to_list().order_by("next_check_on", "page_id")


def every_page():
    """Every published page, in the order of the tree."""
    return Page.objects.live().descendant_of(home_page(), inclusive=True).order_by("path")


# ---- the front door and the sections ----


def home_page() -> LocalOfferHome:
    return LocalOfferHome.objects.get()


def sections():
    return SectionPage.objects.live().order_by("path")


def featured(home: LocalOfferHome):
    """What the editors put on the front door, leaving out what is no longer published."""
    return [choice.page for choice in home.featured.select_related("page") if choice.page.live]


def entries_below(page: Page):
    """Catalogue entries of the pages directly below this one, in the order the editors gave them."""
    return (
        CatalogueEntry.objects.filter(page__path__startswith=page.path, page__depth=page.depth + 1)
        .guidance_and_services()
        .to_list()
        .order_by("page__path")
    )


# ---- one page ----


def trail(page: Page) -> list[Page]:
    """The pages above this one, from the front door down."""
    return list(page.get_ancestors().filter(depth__gt=1))


def related(page: Page, limit: int = 5):
    """Neighbours of this page in its section."""
    parent = page.get_parent()
    return entries_below(parent).exclude(page_id=page.pk)[:limit] if parent else CatalogueEntry.objects.none()


def shows_local_places(page: CheckedPage) -> bool:
    """True where the law of this site wants local provision beside the page: it speaks of places elsewhere."""
    return isinstance(page, OutOfAreaPage) or getattr(page, "area", Area.LOCAL) == Area.OUTSIDE


def local_places(page: CheckedPage):
    """Published local services that stand beside a page on places elsewhere: same kind, an age and a need shared.

    A service or a page without a need is for any need.
    """
    category = getattr(page, "category", Category.SCHOOL_PLACE)
    services = (
        ServicePage.objects.live()
        .filter(area=Area.LOCAL, category=category, age_from__lte=page.age_to, age_to__gte=page.age_from)
        .select_related("provider")
        .order_by("title", "pk")
    )
    return services.filter(Q(needs__overlap=page.needs) | Q(needs=[])) if page.needs else services
