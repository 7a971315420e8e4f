"""An editor sends a list, looks at it, decides, confirms and reads what was done."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from portal.local_offer.models import ListingImport, ServicePage
from tests.portal.local_offer.importing.conftest import as_csv
from tests.portal.local_offer.importing.test_spreadsheets import ROW, row_with

ADDRESS = "/local-offer/imports/"


@pytest.fixture
def editors_client(importer, client_as, section):
    return client_as(importer)


def upload(content, name="list.csv"):
    return {"source": "Families' information", "files": SimpleUploadedFile(name, content)}


def test_from_the_list_to_the_report(editors_client, section):
    answer = editors_client.post(
        ADDRESS, upload(as_csv([ROW, row_with(ref="R2", ages="twelve")])), follow=True
    )
    page = answer.content.decode()
    assert "Apply 1 listing" in page
    assert "F3 (“twelve”): Give the ages as 5-11, from 0 to 25." in page
    assert not ServicePage.objects.exists()
    received = ListingImport.objects.get()
    report = editors_client.post(
        f"{ADDRESS}{received.pk}/confirm/", {"section": section.pk, "publishes": "yes"}, follow=True
    )
    assert "Published: 1" in report.content.decode()
    assert ServicePage.objects.get().live


def test_a_duplicate_is_decided_on_the_page(editors_client, add_page, service):
    add_page(service(title="Elm Club", provider=None, postcode="KT1 1EU"), live=False)
    page = editors_client.post(ADDRESS, upload(as_csv([ROW])), follow=True)
    assert "Is Elm Club the same?" in page.content.decode()
    received = ListingImport.objects.get()
    editors_client.post(f"{ADDRESS}{received.pk}/rows/2/", {"decision": "leave"})
    assert received.rows.get().decision == "leave"


def test_what_would_change_is_said_field_by_field(editors_client, look, apply, add_page, service):
    """Of a listing that came before, and of one of ours that may be the same."""
    apply(look(as_csv([ROW])))
    changed = look(as_csv([row_with(cost="£9 a time", needs="autism; deafness")]))
    page = editors_client.get(changed.get_absolute_url()).content.decode()
    assert "Cost: £5 a time <b>would be</b> £9 a time" in page
    assert "Needs: Autism <b>would be</b> Autism, Hearing" in page
    assert page.count("would be</b>") == 2
    add_page(service(title="Yew Choir", postcode="KT1 1EU", cost="Free"))
    like_ours = look(as_csv([row_with(ref="Y1", name="The Yew Choir", provider="Example Therapies")]))
    page = editors_client.get(like_ours.get_absolute_url()).content.decode()
    assert "Cost: Free <b>would be</b> £5 a time" in page
    assert "Last checked: 3 November 2019 <b>would be</b> 3 November 2026" in page
    assert "Postcode" not in page.partition("Listings in the order")[2], "which is the same"


def test_a_listing_that_stands_twice_is_shown_beside_the_first_and_left_out_or_added(editors_client):
    content = as_csv([ROW, row_with(ref="R2", name="Elm Clubb")])
    page = editors_client.post(ADDRESS, upload(content), follow=True).content.decode()
    assert "1 may be a listing we have, or stands twice in the list." in page
    assert "Nearly the same as “Elm Club” in row 2 of this list." in page
    assert 'value="leave"' in page
    assert 'value="same"' not in page, "there is no page of ours to bring up to date"


def test_a_list_that_is_missing_or_of_a_kind_nobody_reads_is_said_at_its_field(editors_client):
    assert "Choose a file." in editors_client.post(ADDRESS, {"source": "x"}).content.decode()
    wrong = editors_client.post(ADDRESS, upload(b"x", "list.pdf"))
    assert "Send one spreadsheet" in wrong.content.decode()


def test_the_template_is_a_list_without_listings(editors_client):
    template = editors_client.get(f"{ADDRESS}template.csv").content
    answer = editors_client.post(ADDRESS, upload(template), follow=True)
    assert "nothing below" in answer.content.decode()


def test_an_address_that_was_not_set_cannot_be_chosen(editors_client, settings):
    assert "Or fetch a feed" not in editors_client.get(ADDRESS).content.decode()
    settings.OPEN_REFERRAL_FEEDS = ["https://feeds.example/api"]
    refused = editors_client.post(ADDRESS, {"feed": "http://169.254.169.254/"})
    assert "Select a valid choice" in refused.content.decode()
    assert not ListingImport.objects.exists()


def test_queries_do_not_grow_with_the_listings(editors_client, look, django_assert_max_num_queries):
    received = look(as_csv([row_with(ref=f"R{n}", name=f"Club {n * 977}") for n in range(40)]))
    with django_assert_max_num_queries(16):
        assert editors_client.get(received.get_absolute_url()).status_code == 200
