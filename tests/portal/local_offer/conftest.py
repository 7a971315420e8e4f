"""A small Local Offer: a section, and pages that are complete until a test takes something away."""

from datetime import date

import pytest
from django.utils import timezone
from wagtail import hooks

from kpis.workstreams.models import Partner
from portal.local_offer.models import (
    Area,
    Category,
    GuidancePage,
    OutOfAreaPage,
    Provider,
    SectionPage,
    ServicePage,
)
from tests.portal.local_offer.tree import plant_the_tree

CHECKED = {
    "summary": "What this is, in one sentence.",
    "checked_by": "the provider",
    "last_checked_on": date(2019, 11, 3),
    "next_check_on": date(2999, 5, 1),
}


@pytest.fixture(autouse=True)
def _receivers_listen():
    """They live beside Wagtail's hooks, which are looked for with the first page."""
    hooks.search_for_hooks()


@pytest.fixture(autouse=True)
def _static_files_as_they_lie(settings):
    """The editor's screens name their files by plain names: nothing is collected for tests."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def editor(person, home):
    """A Local Offer editor, with what the role brings."""
    from portal.accounts.actions.roles import grant_role

    user = person(email="editor@example.org")
    grant_role(user=user, role="editor", by=None, at=timezone.now())
    return user


@pytest.fixture
def second_editor(person, home):
    """Another editor, who reads what the first one wrote."""
    from portal.accounts.actions.roles import grant_role

    user = person(email="second.editor@example.org")
    grant_role(user=user, role="editor", by=None, at=timezone.now())
    return user


@pytest.fixture
def home(db):
    return plant_the_tree()


@pytest.fixture
def told_about(db, person):
    """Somebody tells us something about a page; with `public` a version of it is published."""
    from feedback.contributions import actions
    from feedback.contributions.queries import about_of
    from tests.planted import plant_reasons_and_rules

    plant_reasons_and_rules()
    at = timezone.now()

    def tell(page, text, *, kind="provision", public=""):
        contribution, _code = actions.receive_contribution(
            text=text,
            kind=kind,
            partner_type="parent_carer",
            publish_consent="edited",
            about=about_of(page),
            at=at,
        )
        if not public:
            return contribution
        version = actions.save_public_version(
            contribution=contribution, text=public, by=person("moderator"), at=at
        )
        return actions.approve_public_version(version=version, by=person("moderator"), at=at)

    return tell


@pytest.fixture
def section(home):
    page = home.add_child(
        instance=SectionPage(title="Health and therapy", slug="health", introduction="Who helps.")
    )
    page.save_revision().publish()
    return page


@pytest.fixture
def add_page(section, editor):
    """Add a page below the section and publish it unless `live=False`."""

    def add(page, *, live=True):
        page.live = live
        section.refresh_from_db()
        section.add_child(instance=page)
        if live:
            page.save_revision(user=editor).publish(user=editor, skip_permission_checks=True)
        return page

    return add


@pytest.fixture
def guidance(db):
    """An unsaved guidance page with everything it needs."""
    return lambda model=GuidancePage, **facts: model(
        **{
            "title": "SEN support in school",
            "body": [("heading", "How it works"), ("paragraph", "<p>Assess, plan, do, review.</p>")],
            "who_decides": "The school.",
            "if_you_disagree": "<p>Speak to the head teacher.</p>",
            "owner_partner": Partner.objects.get_or_create(name="Council", slug="council", kind="council")[0],
            **CHECKED,
            **facts,
        }
    )


@pytest.fixture
def out_of_area(guidance):
    return lambda **facts: guidance(
        OutOfAreaPage,
        **{"title": "Schools elsewhere", "what_local_offers": "<p>Friends close by.</p>", **facts},
    )


@pytest.fixture
def service(db):
    """An unsaved service with everything it needs."""
    return lambda **facts: ServicePage(
        **{
            "title": "Talking drop-in",
            "provider": Provider.objects.get_or_create(name="Example Therapies")[0],
            "description": "<p>A therapist plays with your child.</p>",
            "category": Category.HEALTH,
            "area": Area.LOCAL,
            "eligibility": "Any child who lives here.",
            "how_to_get_it": "Come along.",
            "cost": "Free",
            "phone": "020 7946 0101",
            **CHECKED,
            **facts,
        }
    )
