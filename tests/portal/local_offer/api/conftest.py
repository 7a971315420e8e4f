"""A small Local Offer that differs in everything the open data tells, one draft among it: planted once a file."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from portal.local_offer.actions import enter_in_catalogue
from portal.local_offer.models import (
    Area,
    Category,
    CostKind,
    HeadingList,
    Need,
    Provider,
    SectionPage,
    ServicePage,
)
from tests.portal.local_offer.tree import plant_the_tree

TITLES = ("Talking time", "Splash club", "Autism base", "Travel training", "Sleep clinic", "Job club")
POSTCODES = ("KT1 1EU", "KT2 6QL", "", "TW9 1DN", "SW1A 1AA", "")
PUBLISHED_AT = datetime(2026, 3, 15, 10, 30, 45, 123456, tzinfo=UTC)


def a_service(number, title, **facts):
    return ServicePage(
        title=title,
        provider=Provider.objects.get_or_create(name=f"Provider {number % 3}")[0],
        summary="What this is, in one sentence.",
        description="<p>A therapist plays with your child.</p>",
        category=Category.HEALTH,
        eligibility="Any child who lives here.",
        how_to_get_it="Come along.",
        cost="Free",
        phone="020 7946 0101",
        checked_by="the provider",
        last_checked_on=date(2019, 11, 3),
        next_check_on=date(2999, 5, 1),
        last_published_at=PUBLISHED_AT,
        **facts,
    )


def six_services():
    return [
        a_service(
            number,
            title,
            age_from=number * 4,
            age_to=number * 4 + 5,
            needs=[] if number == 3 else [Need.values[number], Need.values[number + 1]],
            headings=["special-schools"] if number % 2 else [],
            postcode=POSTCODES[number],
            days=["mon", "fri"] if number % 2 else [],
            where_and_when="At the Town Hall" if number < 4 else "",
            cost_kind=CostKind.FREE if number % 2 else "",
            area=Area.OUTSIDE if number == 4 else Area.LOCAL,
            waiting_time="Six weeks" if number == 1 else "",
            waiting_time_on=date(2019, 11, 1) if number == 1 else None,
            quality="Good, says Ofsted" if number == 2 else "",
            quality_on=date(2019, 3, 2) if number == 2 else None,
            access=["step_free"] if number == 1 else [],
            languages="English, Polish" if number == 1 else "",
            contact_name="Reception" if number == 1 else "",
            website="https://example.org/tänzen" if number == 2 else "",
        )
        for number, title in enumerate(TITLES)
    ]


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker):
    """Ids of six published services, with a draft beside them and the list of duties checked."""
    from portal.accounts.models import User

    with django_db_blocker.unblock(), transaction.atomic():
        home = plant_the_tree()
        section = home.add_child(
            instance=SectionPage(title="Health", slug="health", introduction="Who helps.")
        )
        HeadingList.objects.update(
            checked_by=User.objects.create_user("editor-of-duties@example.org"), checked_at=PUBLISHED_AT
        )
        pages = [section.add_child(instance=page) for page in six_services()]
        for page in pages:
            enter_in_catalogue(page=page)
        not_yet = a_service(0, "Not yet", live=False)
        not_yet.provider = Provider.objects.create(name="Not yet either")
        section.add_child(instance=not_yet)
        yield [page.pk for page in pages]
        transaction.set_rollback(True)


@pytest.fixture
def offer(planted, db):
    """The six published services, as they are in the database."""
    return list(ServicePage.objects.filter(pk__in=planted).order_by("pk"))


@pytest.fixture
def ask(client):
    """GET an address of the API and read the JSON: `ask("services", page=2)`."""

    def get(path="", **parameters):
        return client.get(f"/api/oruk/{path}", parameters).json()

    return get
