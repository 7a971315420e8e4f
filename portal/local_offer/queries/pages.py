"""The tree and its pages: the front door, sections, one page and what stands beside it."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, F, Q, Value
from django.db.models.functions import Greatest, Least
from django.utils.http import urlencode
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

MOST_NEARBY = 10
_IS_FOR_ANY_NEED = ExpressionWrapper(Q(needs=[]), output_field=BooleanField())

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


@dataclass(frozen=True, slots=True)
class Nearby:
    """Local places to stand beside a page on places elsewhere, how many more there are, and a search for them all."""

    places: list[ServicePage]
    more: int
    search: str  # the parameters of its address


def local_places(page: CheckedPage) -> Nearby:
    """Published local services of the same kind that share an age and a need; those made for the need come first,
    and of them those that share most years.

    A service or a page without a need is for any need. At most two queries.
    """
    category = getattr(page, "category", Category.SCHOOL_PLACE)
    years_shared = Least(F("age_to"), Value(page.age_to)) - Greatest(F("age_from"), Value(page.age_from))
    services = (
        _sharing_age_and_need(ServicePage.objects.live(), page)
        .filter(area=Area.LOCAL, category=category)
        .select_related("provider")
        .order_by(_IS_FOR_ANY_NEED, years_shared.desc(), "title", "pk")
    )
    places = list(services[: MOST_NEARBY + 1])
    more = services.count() - MOST_NEARBY if len(places) > MOST_NEARBY else 0
    asked = [("category", category), ("area", Area.LOCAL.value), *(("need", need) for need in page.needs)]
    return Nearby(places[:MOST_NEARBY], more, urlencode(asked))


def what_nearby_can_offer(page: CheckedPage) -> OutOfAreaPage | None:
    """The guidance that says what going to school nearby can offer: the page itself, or for a school elsewhere the
    published page on places elsewhere whose ages it shares most of."""
    if isinstance(page, OutOfAreaPage):
        return page
    if not shows_local_places(page) or page.category != Category.SCHOOL_PLACE:
        return None
    guidance = _sharing_age_and_need(OutOfAreaPage.objects.live(), page).order_by("path")
    return max(guidance, key=lambda told: _years_shared(told, page), default=None)


def _sharing_age_and_need(pages, page: CheckedPage):
    shared = pages.filter(age_from__lte=page.age_to, age_to__gte=page.age_from)
    return shared.filter(Q(needs__overlap=page.needs) | Q(needs=[])) if page.needs else shared


def _years_shared(one: CheckedPage, other: CheckedPage) -> tuple[int, int]:
    """How many years two pages share; of two that share as many, the one made for fewer years is the nearer."""
    shared = min(one.age_to, other.age_to) - max(one.age_from, other.age_from)
    return shared, one.age_from - one.age_to


@dataclass(frozen=True, slots=True)
class Step:
    """Something that families can always do: its name, how, and a page that says more."""

    name: str
    how: str
    page: Page | None = None


def your_choice() -> list[Step]:
    """What stands beside every place elsewhere: how to ask for a school, who advises, how to appeal."""
    phone = f" Phone {settings.SENDIASS_CONTACT}." if settings.SENDIASS_CONTACT else ""
    return [
        Step(
            "Ask for a school by name.",
            "When an Education, Health and Care plan is written or reviewed, you can say which school or college you "
            "want, near or far. The council must ask that school, and must give reasons if it names another.",
        ),
        Step(
            "Free advice that is on your side.",
            "The local SEND information, advice and support service (SENDIASS) is confidential and works apart from "
            f"the council.{phone}",
        ),
        Step(
            "You can appeal",
            "to the First-tier Tribunal (SEND) about the school a plan names. It costs nothing to appeal.",
            home_page().disagree_page,
        ),
    ]
