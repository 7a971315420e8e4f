"""Made-up services for measurements: real pages in every respect but that they are real."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from portal.local_offer.actions import make_services, rebuild_catalogue
from portal.local_offer.models import CatalogueEntry, ServicePage
from portal.local_offer.queries.finding import Search, find

ON = date(2026, 11, 1)


def test_made_up_services_are_pages_that_can_be_read_found_and_edited(home, client):
    assert make_services(count=3, seed=1, on=ON) == 3
    assert make_services(count=2, seed=1, on=ON) == 2
    services = ServicePage.objects.live().order_by("path")
    assert services.count() == 5
    assert not any(Page.find_problems()), "the tree is whole"
    for service in services:
        assert client.get(service.url).status_code == 200
    assert find(Search(words="made up")).total == 6  # with their section
    before = list(CatalogueEntry.objects.order_by("pk").values())
    rebuild_catalogue()
    assert list(CatalogueEntry.objects.order_by("pk").values()) == before
    service.title = "Changed"
    service.save_revision().publish()
    assert CatalogueEntry.objects.get(page=service).title == "Changed"


def test_the_command_stays_out_of_a_real_local_offer(home, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="demonstration only"):
        call_command("make_services", 1)
