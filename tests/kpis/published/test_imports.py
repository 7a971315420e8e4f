"""A published file becomes stored values: seen first, of one vintage, all or none, by who may."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from kpis.domain.dsg_plan import total_measure
from kpis.published.actions import ImportRefused, import_values
from kpis.published.models import Area, PublishedValue
from kpis.published.queries import topics_at
from kpis.published.spreadsheets import FILE_KINDS, read_file

from .files import OURS, csv_of
from .test_readers_census import REVIEWS, row

JULY = datetime(2025, 7, 1, tzinfo=UTC)
NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def kingston(db):
    Area.objects.create(name="England", code="E92000001")
    return Area.objects.create(name="Kingston", code=OURS, is_ours=True)


def census(plans):
    return csv_of([row(plans, mainstream_academy=str(plans))])


def store(area, plans, by, *, known_from=JULY, at=NOW, values=None):
    values = values or read_file("ehcp", "caseload.csv", census(plans), area_code=OURS).values
    return import_values(
        kind=FILE_KINDS["ehcp"], values=values, area=area, source="DfE", known_from=known_from, by=by, at=at
    )


def counts():
    stored = PublishedValue.objects.filter(measure=total_measure()).order_by("known_from")
    return [(value.known_from, value.value) for value in stored]


def test_every_value_is_stored_with_its_place_and_the_day_it_was_known(kingston, person):
    officer = person("data_officer")
    assert store(kingston, 12, officer).stored == 8
    value = PublishedValue.objects.get(measure=total_measure())
    assert (value.value, value.period_words, value.known_from) == (12, "January 2025", JULY)
    assert (value.source, value.place) == ("DfE", "caseload.csv, M2")
    assert (value.loaded_by, value.loaded_at) == (officer, NOW)


def test_a_second_import_of_the_same_file_stores_nothing(kingston, person):
    officer = person("data_officer")
    store(kingston, 12, officer)
    again = store(kingston, 12, officer)
    assert (again.stored, again.unchanged) == (0, 8)


def test_a_revised_file_is_a_later_vintage_and_the_first_stays(kingston, person):
    officer = person("data_officer")
    store(kingston, 12, officer)
    later = JULY + timedelta(days=200)
    assert store(kingston, 13, officer, known_from=later).stored == 2  # all plans, and mainstream
    assert counts() == [(JULY, 12), (later, 13)]
    as_known = PublishedValue.objects.known_at(later - timedelta(days=1)).get(measure=total_measure())
    assert as_known.value == 12


def test_other_numbers_for_the_same_day_are_refused_and_nothing_is_stored(kingston, person):
    officer = person("data_officer")
    store(kingston, 12, officer)
    with pytest.raises(ImportRefused, match="another value of the same day is stored already"):
        store(kingston, 13, officer)
    assert counts() == [(JULY, 12)]


def test_a_day_still_to_come_is_refused(kingston, person):
    with pytest.raises(ImportRefused, match="still to come"):
        store(kingston, 12, person("data_officer"), known_from=NOW + timedelta(days=1))


def test_values_of_another_area_are_refused(kingston, person):
    other = Area.objects.create(name="Sutton", code="E09000029")
    with pytest.raises(ImportRefused, match="not those of Sutton"):
        store(other, 12, person("data_officer"))


def test_imported_values_do_not_crowd_the_boards_page(kingston, person):
    store(kingston, 12, person("data_officer"))
    assert topics_at(NOW) == []


def send(client, content, *, name="caseload.csv", **about):
    data = {
        "kind": "ehcp",
        "area": Area.objects.get(is_ours=True).pk,
        "published_on": "2025-07-01",
        "source": "DfE, release 2025",
    } | about
    return client.post(reverse("published:import"), {**data, "file": SimpleUploadedFile(name, content)})


def test_the_data_officer_looks_first_and_stores_then(kingston, client_as):
    officer = client_as("data_officer")
    page = send(officer, census(12))
    text = page.content.decode()
    assert "8 would be stored" in text
    assert "caseload.csv, M2" in text
    assert not PublishedValue.objects.exists()
    answer = officer.post(
        reverse("published:store_import"), {"seal": page.context["form"].initial["seal"]}, follow=True
    )
    assert "8 values stored, 0 of them to be confirmed" in answer.content.decode()
    [(known_from, value)] = counts()
    assert (timezone.localtime(known_from).isoformat(), value) == ("2025-07-01T00:00:00+01:00", 12)


def test_what_stands_in_doubt_leads_to_the_page_that_confirms_it(kingston, client_as):
    officer = client_as("data_officer")
    content = csv_of([REVIEWS | {"review_decision_outstanding": "-2"}])
    page = send(officer, content, name="annual_reviews.csv")
    assert "To be confirmed: a count is whole and not below nought" in page.content.decode()
    answer = officer.post(reverse("published:store_import"), {"seal": page.context["form"].initial["seal"]})
    assert answer.url == reverse("published:doubtful")
    assert PublishedValue.objects.doubtful().get().as_printed == "-2"


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ({"published_on": ""}, "Enter the day on which this version was published."),
        ({"published_on": "2999-01-01"}, "The day of publication is still to come."),
        ({"source": ""}, "Say which publication it is."),
        ({"kind": "benchmarking"}, "published as XLSX, not as CSV"),
        ({"kind": "moon"}, "Select a valid choice"),
        ({"name": "caseload.exe"}, "Send the file as it was published"),
        ({"content": b"a,b\n1,2\n"}, "there is no heading"),
    ],
    ids=["no-day", "day-to-come", "no-source", "other-kind", "no-kind", "other-ending", "other-content"],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_stored(kingston, client_as, about, message):
    content = about.pop("content", census(12))
    page = send(client_as("data_officer"), content, **about)
    assert message in page.content.decode()
    assert not PublishedValue.objects.exists()


def test_a_clash_is_shown_before_anything_can_be_stored(kingston, client_as, person):
    store(kingston, 12, person("data_officer"), known_from=datetime(2025, 6, 30, 23, tzinfo=UTC))
    text = send(client_as("data_officer"), census(13)).content.decode()
    assert "2 values differ from what is stored for the same day" in text
    assert "published/import/store" not in text


def test_values_that_somebody_changed_on_the_way_are_not_stored(kingston, client_as):
    officer = client_as("data_officer")
    seal = send(officer, census(12)).context["form"].initial["seal"]
    for wrong in (seal[:-3] + "abc", "", "x"):
        assert officer.post(reverse("published:store_import"), {"seal": wrong}).status_code == 200
    other = client_as("data_officer").post(reverse("published:store_import"), {"seal": seal})
    assert "Somebody else looked at this file" in other.content.decode()
    assert not PublishedValue.objects.exists()


def test_the_refusal_of_what_no_longer_holds_is_said_and_nothing_is_stored(kingston, client_as, person):
    officer = client_as("data_officer")
    seal = send(officer, census(12)).context["form"].initial["seal"]
    store(kingston, 13, person("data_officer"), known_from=datetime(2025, 6, 30, 23, tzinfo=UTC))
    answer = officer.post(reverse("published:store_import"), {"seal": seal})
    assert "another value of the same day is stored already" in answer.content.decode()
    assert [value for _, value in counts()] == [Decimal(13)]


@pytest.mark.parametrize("role", ["finance", "board_member", "workstream_lead"])
def test_nobody_else_imports(kingston, client_as, role):
    assert client_as(role).get(reverse("published:import")).status_code == 403
