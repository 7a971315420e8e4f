"""Many services that nobody offers, to measure with: the same for the same seed."""

import random
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from portal.local_offer.actions.catalogue import enter_many_in_catalogue
from portal.local_offer.models import (
    Access,
    Area,
    Category,
    CostKind,
    Day,
    Need,
    Provider,
    SectionPage,
    ServicePage,
)
from portal.local_offer.places import outcodes
from portal.local_offer.queries.pages import home_page

SECTION = {"title": "Made up to measure with", "slug": "made-up", "introduction": "No service here is real."}
ACTIVITIES = ["swimming", "music", "climbing", "cooking", "football", "drama", "dancing", "painting"]
ACTIVITIES += ["reading", "gardening", "cycling", "judo", "talking", "listening"]
KINDS = [
    "club",
    "group",
    "session",
    "course",
    "clinic",
    "drop-in",
    "playscheme",
    "workshop",
    "class",
    "circle",
]
PLACES = [
    "Riverside",
    "Hilltop",
    "Millpond",
    "Orchard",
    "Bridge",
    "Garden",
    "Meadow",
    "Station",
    "Harbour",
    "Park",
]
SENTENCES = (
    "We meet in small groups and everybody may bring a friend.",
    "A therapist looks in every week and gives advice on speech and language.",
    "There is a quiet room for autistic children who need a break from noise.",
    "Parents and carers are welcome to stay or to have a short break.",
    "Volunteers help with eating, toilets and getting changed.",
    "We plan the first visit with you and send pictures beforehand.",
    "Travel training can be arranged for those who want to come alone.",
    "We work with your school and with the educational psychologist.",
    "Wheelchair users reach every room and there is a hoist.",
    "Signing is used throughout and staff know Makaton.",
    "Young people preparing for adulthood help to run the sessions.",
    "Brothers and sisters are welcome when there is room.",
)


@transaction.atomic
def make_services(*, count: int, seed: int, on: date) -> int:
    """Publish so many services in a section of their own, checked around `on`; returns how many there are now.

    Written straight into the tables, without revisions: by the hundred, pages saved one by one take too long.
    """
    chance = random.Random(seed)  # noqa: S311 - it decides nothing
    section = _section()
    providers = [Provider.objects.get_or_create(name=f"{place} Families (made up)")[0] for place in PLACES]
    first = section.numchild
    facts = [_facts(first + n, chance, providers, on) for n in range(count)]
    pages = _pages(section, facts, on)
    for page, told in zip(pages, facts, strict=True):
        service = ServicePage(page_ptr=page, **told)
        service.__dict__.update({name: value for name, value in page.__dict__.items() if name[0] != "_"})
        service.save_base(raw=True, force_insert=True)  # its own row only: the page's is there
    Page.objects.filter(pk=section.pk).update(numchild=first + count)
    return enter_many_in_catalogue(
        ServicePage.objects.descendant_of(section).filter(catalogue_entry=None).select_related("provider")
    )


def _section() -> SectionPage:
    found = SectionPage.objects.filter(slug=SECTION["slug"]).first()
    if found is None:
        found = home_page().add_child(instance=SectionPage(**SECTION))
        found.save_revision().publish()
    found.refresh_from_db()
    return found


def _pages(section: SectionPage, facts: list[dict], on: date) -> list[Page]:
    """The rows of the tree, as `add_child` would have made them one by one."""
    kind = ContentType.objects.get_for_model(ServicePage)
    rows = [
        Page(
            path=Page._get_path(section.path, section.depth + 1, section.numchild + n),
            depth=section.depth + 1,
            numchild=0,
            title=told["title"],
            draft_title=told["title"],
            slug=told["slug"],
            url_path=f"{section.url_path}{told['slug']}/",
            content_type=kind,
            locale_id=section.locale_id,
            live=True,
        )
        for n, told in enumerate(facts, start=1)
    ]
    for told in facts:
        del told["slug"]
    return Page.objects.bulk_create(rows, batch_size=1000)


def _facts(number: int, chance: random.Random, providers: list[Provider], on: date) -> dict:
    activity, kind, place = chance.choice(ACTIVITIES), chance.choice(KINDS), chance.choice(PLACES)
    title = f"{place} {activity} {kind} {number}"
    youngest = chance.randrange(0, 18)
    checked = on - timedelta(days=chance.randrange(1, 150))
    free = chance.random() < 0.4
    return {
        "title": title,
        "slug": slugify(title),
        "summary": f"A {kind} for {activity}. {chance.choice(SENTENCES)}",
        "provider": chance.choice(providers),
        "description": "".join(f"<p>{sentence}</p>" for sentence in chance.sample(SENTENCES, 4)),
        "category": chance.choice(Category.values),
        "area": Area.LOCAL if chance.random() < 0.9 else Area.OUTSIDE,
        "age_from": youngest,
        "age_to": chance.randrange(youngest, 26),
        "needs": sorted(chance.sample(Need.values, chance.choice([0, 1, 1, 2, 3]))),
        "headings": [],
        "where_and_when": f"{place} centre, in term time.",
        "days": chance.sample(Day.values, chance.choice([1, 1, 2])),
        "postcode": chance.choice(_nearby()),
        "eligibility": "Families who live in the area.",
        "how_to_get_it": "Write to us; we answer within a week.",
        "waiting_time": "About a month",
        "waiting_time_on": checked,
        "cost": "Free" if free else f"£{chance.randrange(2, 15)} a session",
        "cost_kind": CostKind.FREE if free else CostKind.PAID,
        "access": chance.sample(Access.values, chance.choice([0, 1, 2, 3])),
        "email": "measure@example.org",
        "last_checked_on": checked,
        "checked_by": "nobody: it is made up",
        "next_check_on": checked + timedelta(days=180),
    }


def _nearby() -> list[str]:
    return [code for code in outcodes() if code.startswith(("KT", "TW", "SW"))]
