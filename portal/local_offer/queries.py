"""What the Local Offer's pages read, named for where it is read."""

import re
from dataclasses import dataclass, replace

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q
from wagtail.models import Page

from portal.local_offer.models import (
    Area,
    CatalogueEntry,
    Category,
    CheckedPage,
    LocalOfferHome,
    Need,
    OutOfAreaPage,
    PageKind,
    SectionPage,
    ServicePage,
)
from portal.local_offer.models.catalogue import SEARCH_LANGUAGE

WORD = re.compile(r"\w+")

# ---- for other rooms ----


def recently_published(limit: int):
    """The guidance pages and services published last, newest first."""
    told = Page.objects.live().filter(catalogue_entry__kind__in=[PageKind.GUIDANCE, PageKind.SERVICE])
    return told.order_by("-last_published_at", "-pk")[:limit]


def overdue_checks(on):
    """Catalogue entries of published pages whose next check was due before this day, longest overdue first."""
    return CatalogueEntry.objects.overdue(on).to_list().order_by("next_check_on", "page_id")


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


# ---- search ----


@dataclass(frozen=True, slots=True)
class Search:
    """What somebody looks for: words, the age of the child, needs. Empty parts do not narrow."""

    words: str = ""
    age: int | None = None
    needs: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.words and self.age is None and not self.needs

    @property
    def need_labels(self) -> list[str]:
        return [Need(need).label for need in self.needs]

    def entries(self):
        """Entries with all the words, for the age and any of the needs; the best match first."""
        query = SearchQuery(self.words, config=SEARCH_LANGUAGE, search_type="websearch")
        return self._narrowed().matching(query)

    def listed(self):
        """Entries for the age and the needs, where no words were given: in the order of their names."""
        return self._narrowed().guidance_and_services().order_by("title", "page_id")

    def _narrowed(self):
        entries = CatalogueEntry.objects.to_list()
        if self.age is not None:
            entries = entries.for_age(self.age)
        return entries.for_needs(list(self.needs)) if self.needs else entries

    def with_any_word(self) -> "Search":
        """The same search, satisfied by one of the words."""
        return replace(self, words=" OR ".join(WORD.findall(self.words)))


@dataclass(frozen=True, slots=True)
class Found:
    """Results and how they were reached: `loosened` when no page had all the words but some had one."""

    entries: object
    loosened: bool = False


def find(search: Search) -> Found:
    """What to show for a search. A search that finds nothing is tried again with any one of its words."""
    if search.is_empty:
        return Found(CatalogueEntry.objects.none())
    if not search.words:
        return Found(search.listed())
    entries = search.entries()
    if len(WORD.findall(search.words)) < 2 or entries.exists():
        return Found(entries)
    return Found(search.with_any_word().entries(), loosened=True)
