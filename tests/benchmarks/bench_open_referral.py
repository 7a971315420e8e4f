"""What a list of fifty full services of the open data costs, beside writing the same rows as JSON and no more."""

import json

from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from portal.local_offer.actions import enter_in_catalogue
from portal.local_offer.api import views
from portal.local_offer.models import HeadingList, Need, Provider, SectionPage, ServicePage
from portal.local_offer.queries.open_data import SERVICE_FIELDS, published_services
from tests.portal.local_offer.tree import plant_the_tree

SENTENCES = "You come with your child and stay as long as you like. We play, talk and eat together. "


def fifty_services(person):
    home = plant_the_tree()
    section = home.add_child(instance=SectionPage(title="Health", slug="health", introduction="Who helps."))
    HeadingList.objects.update(checked_by=person("editor"), checked_at=timezone.now())
    for number in range(50):
        page = ServicePage(
            title=f"Service {number}",
            provider=Provider.objects.get_or_create(name=f"Provider {number % 20}")[0],
            summary=SENTENCES,
            description=f"<p>{SENTENCES * 3}</p><ul><li>{SENTENCES}</li></ul>",
            category="health",
            age_from=number % 10,
            age_to=number % 10 + 10,
            needs=Need.values[number % 6 : number % 6 + 3],
            headings=["special-schools", "mainstream-schools"],
            where_and_when=SENTENCES,
            days=["mon", "fri"],
            postcode="KT1 1EU",
            eligibility=SENTENCES,
            how_to_get_it=SENTENCES,
            cost="Free",
            cost_kind="free",
            access=["step_free", "toilet"],
            accessibility=SENTENCES,
            languages="English, Polish",
            contact_name="Reception",
            phone="020 7946 0101",
            email="hello@example.org",
            website="https://example.org/",
            checked_by="the provider",
            last_checked_on="2026-10-01",
            next_check_on="2027-10-01",
            last_published_at=timezone.now(),
        )
        enter_in_catalogue(page=section.add_child(instance=page))


def bench_a_list_of_fifty_full_services(measure, db, person):
    """The floor reads the same rows with one bare query and writes the answer's contents with `json`.

    Measured as from the second request of a process on: a service is written anew only when it has changed.
    """
    fifty_services(person)
    query, parameters = published_services().order_by("pk").values(*SERVICE_FIELDS).query.sql_with_params()
    request = RequestFactory().get("/api/oruk/services", {"full": "true", "per_page": "50"})
    contents = json.loads(views.services(request).content)["contents"]
    assert len(contents) == 50

    def floor():
        with connection.cursor() as cursor:
            cursor.execute(query, parameters)
            rows = cursor.fetchall()
        assert len(rows) == 50
        json.dumps(contents)

    measure(
        "Open Referral list of 50 full services",
        goal=3.0,
        work=lambda: [views.services(request) for _ in range(20)],
        floors=[lambda: [floor() for _ in range(20)]],
    )
