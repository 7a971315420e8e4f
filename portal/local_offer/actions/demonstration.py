"""The demonstration's pages: read from `demo_pages/`, put into the tree and published.

Each file is one page. In its texts `[words](slug)` is a link to another page, `**words**` is bold, an empty
line ends a paragraph and `- ` begins each line of a list. Dates are told in days before or after the moment
of loading, so that the pages are as fresh as they say.
"""

import re
import tomllib
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.html import escape
from wagtail.models import Page

from kpis.workstreams.models import Partner, PartnerKind
from portal.local_offer.models import (
    Area,
    FeaturedPage,
    GuidancePage,
    LocalOfferHome,
    OutOfAreaPage,
    Provider,
    ProviderAnswer,
    SectionPage,
    ServicePage,
)
from portal.local_offer.queries.pages import home_page

FOLDER = Path(__file__).resolve().parent.parent / "demo_pages"
MODELS = {"guidance": GuidancePage, "out_of_area": OutOfAreaPage, "service": ServicePage}
OWNERS = {  # who answers for a page: slug, name, kind
    "council": ("Council", PartnerKind.COUNCIL),
    "schools": ("Schools and colleges", PartnerKind.EDUCATION),
    "health": ("Health services", PartnerKind.HEALTH),
    "social-care": ("Adult and children's social care", PartnerKind.SOCIAL_CARE),
    "forum": ("Parent carer forum", PartnerKind.FORUM),
}
SERVICE_TEXTS = (
    "category",
    "where_and_when",
    "postcode",
    "eligibility",
    "how_to_get_it",
    "who_decides",
    "waiting_time",
    "cost",
    "cost_kind",
    "accessibility",
    "languages",
    "places",
    "quality",
    "outcomes",
    "contact_name",
    "phone",
    "email",
    "website",
)
DATED_TEXTS = ("waiting_time", "places", "quality", "outcomes")
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")


@transaction.atomic
def load_demo_pages(*, by, at) -> int:
    """Publish the demonstration's pages as of `at`, and return how many there were to publish.

    A page whose slug is there already is left as it is, so a second call changes nothing.
    """
    plan = _read("sections.toml")
    sections = [{"kind": "section", **section} for section in plan["section"]]
    told = {facts["slug"]: facts for facts in [*sections, *map(_read, _page_files())]}
    added = [draft.pk for draft in map(_add_draft, told.values()) if draft]
    links = dict(Page.objects.descendant_of(home_page()).values_list("slug", "pk"))
    for page in Page.objects.filter(pk__in=added).order_by("path").specific():
        _fill(page, told[page.slug], links=links, on=at.date())
        _publish(page, by)
    if added:
        _publish(_front_door(plan, links), by)
    Page.objects.filter(pk__in=added).update(first_published_at=at, last_published_at=at)
    return len(added)


def _publish(page: Page, by) -> None:
    page.save_revision(user=by, clean=False).publish(user=by, skip_permission_checks=True)  # which cleans


def _page_files() -> list[str]:
    return sorted(path.name for path in FOLDER.glob("[0-9]*.toml"))


def _read(name: str) -> dict:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def _add_draft(facts: dict) -> Page | None:
    """A place in the tree for a page that has none yet; links between pages need all places first."""
    if Page.objects.filter(slug=facts["slug"]).descendant_of(home_page()).exists():
        return None
    parent = SectionPage.objects.get(slug=facts["section"]) if "section" in facts else home_page()
    model = MODELS.get(facts["kind"], SectionPage)
    return parent.add_child(instance=model(title=facts["title"], slug=facts["slug"], live=False))


def _fill(page: Page, facts: dict, *, links: dict, on) -> None:
    if isinstance(page, SectionPage):
        page.introduction = facts["introduction"]
        return
    page.summary = facts["summary"]
    page.age_from, page.age_to = facts.get("ages", (0, 25))
    page.needs = facts.get("needs", [])
    page.headings = facts["headings"]
    page.owner_partner = _owner(facts["owner"])
    page.checked_by = f"{facts['checked_by']} (illustrative)"
    page.last_checked_on = on - timedelta(days=facts["checked_days_ago"])
    page.next_check_on = on + timedelta(days=facts["next_check_in_days"])
    if isinstance(page, ServicePage):
        _fill_service(page, facts, links)
    else:
        _fill_guidance(page, facts, links)


def _owner(slug: str) -> Partner:
    name, kind = OWNERS[slug]
    return Partner.objects.get_or_create(slug=slug, defaults={"name": name, "kind": kind})[0]


def _fill_service(page: ServicePage, facts: dict, links: dict) -> None:
    page.provider, _ = Provider.objects.get_or_create(name=facts["provider"])
    page.description = _rich_text(facts["description"], links)
    page.area = facts.get("area", Area.LOCAL)
    page.days, page.access = facts["days"], facts["access"]
    page.answers = [
        ProviderAnswer(question=question, answer=answer)
        for question, answer in facts.get("questions", {}).items()
    ]
    for name in SERVICE_TEXTS:
        setattr(page, name, facts.get(name, ""))
    for name in DATED_TEXTS:
        setattr(page, f"{name}_on", page.last_checked_on if getattr(page, name) else None)


def _fill_guidance(page: GuidancePage | OutOfAreaPage, facts: dict, links: dict) -> None:
    page.audience = facts.get("audience", "")
    page.who_decides = facts["who_decides"]
    page.if_you_disagree = _rich_text(facts["if_you_disagree"], links)
    page.body = [_block(part, links) for part in facts["body"]]
    if isinstance(page, OutOfAreaPage):
        page.what_local_offers = _rich_text(facts["what_local_offers"], links)


def _block(part: dict, links: dict) -> tuple[str, object]:
    """One part of a page as the name and value of a block."""
    [(kind, value)] = part.items()
    if kind == "heading":
        return "heading", value
    if kind == "sendiass":
        about = "Free, private advice on special educational needs and disability."
        return "contact", {"name": "SENDIASS", "about": about, "phone": settings.SENDIASS_CONTACT}
    if kind in ("list", "steps"):
        return "list", _list("ul" if kind == "list" else "ol", value, links)
    return {"text": "paragraph", "notice": "notice"}[kind], _rich_text(value, links)


def _rich_text(text: str, links: dict) -> str:
    paragraphs = [part.strip() for part in text.split("\n\n")]
    return "".join(
        _list("ul", [line.removeprefix("- ") for line in part.splitlines()], links)
        if part.startswith("- ")
        else f"<p>{_inline(part, links)}</p>"
        for part in paragraphs
    )


def _list(tag: str, items: list[str], links: dict) -> str:
    return f"<{tag}>{''.join(f'<li>{_inline(item, links)}</li>' for item in items)}</{tag}>"


def _inline(text: str, links: dict) -> str:
    marked = BOLD.sub(r"<b>\1</b>", escape(text))
    return LINK.sub(lambda match: f'<a linktype="page" id="{links[match[2]]}">{match[1]}</a>', marked)


def _front_door(plan: dict, links: dict) -> LocalOfferHome:
    """The front door with what it says and points to, where an editor has not said it already."""
    home = home_page()
    home.local_areas = home.local_areas or plan["local_areas"]
    home.disagree_page_id = home.disagree_page_id or links[plan["disagree_page"]]
    if not home.featured.exists():
        home.featured = [FeaturedPage(page_id=links[slug]) for slug in plan["featured"]]
    return home
