"""Forms of officers: what they record, what is refused in which words, and nothing lost."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kpis.topups.models import (
    BandTable,
    CostSplit,
    FirstSliceShown,
    Incentive,
    PaidPlaces,
    Setting,
    TopUpList,
)
from tests.kpis.topups.conftest import HEAD

UPLOAD, BANDS, SCHOOLS = (reverse(f"topups:{name}") for name in ("upload", "band_tables", "settings"))
SAID = {
    "basis": "outturn",
    "price_base": "cash",
    "funding_scope": "High Needs Block",
    "source": "Ledger",
    "note": "",
}
ROW = "TU-1,Primary A,,Maintained,B1,8000,2019-09-02,\n"


@pytest.fixture
def client(client_as, officer, schools):
    return client_as(officer)


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").find("main").get_text(" ").split())


def send(client, content, name="top-ups.csv", **changes):
    file = SimpleUploadedFile(name, content.encode())
    return client.post(UPLOAD, SAID | {"financial_year": "2019/20", "reason": "", "file": file} | changes)


# ---- upload ----


def test_a_table_is_uploaded(client, officer):
    answer = send(client, HEAD + ROW)
    assert answer.url == reverse("topups:averages", args=[2019, "outturn"])
    stored = TopUpList.objects.get()
    assert (stored.version, stored.recorded_by, stored.source) == (1, officer, "Ledger")


@pytest.mark.parametrize(
    ("content", "changes", "words"),
    [
        (HEAD + ROW + ROW, {}, "TU-1 is occupied already: row 2 has it from 02/09/2019 on."),
        (HEAD + ROW.replace("8000", "1,251,2090"), {}, "cannot be taken. Nothing was stored."),
        ("a,b\n1,2\n", {}, "no row of headings"),
        (HEAD, {}, "nothing below them"),
        (HEAD + ROW, {"financial_year": "2019"}, "2019"),
        (HEAD + ROW, {"source": ""}, "Say where it is written down."),
        (HEAD + ROW, {"name": "top-ups.pdf"}, "Send a CSV or an XLSX file."),
    ],
    ids=["overlap", "bad cell", "headings", "no rows", "year", "source", "kind of file"],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(client, content, changes, words):
    answer = send(client, content, **changes)
    assert words in text_of(answer)
    assert not TopUpList.objects.exists()
    assert 'value="High Needs Block"' in answer.content.decode()


def test_a_second_list_needs_its_reason(client):
    send(client, HEAD + ROW)
    assert "Say why this one takes its place." in text_of(send(client, HEAD + ROW))
    assert send(client, HEAD + ROW, reason="A row was missing").status_code == 302


# ---- entries ----


def typed(kind, school, **changes):
    own = {
        "paid-places": {
            "places": "8",
            "annual_gbp": "£11,000",
            "starts_on": "2019-09-01",
            "last_day": "2020-02-29",
        },
        "first-slice": {
            "reference": "tu-1",
            "shown_gbp": "6,000",
            "shown_on": "2019-10-07",
            "evidence": "Provision map",
        },
        "costs": {"fixed_gbp": "300000", "per_pupil_gbp": "12000", "pupils": "50"},
        "incentives": {"kind": "service", "what_for": "Therapist", "pupils": "", "amount_gbp": "9500"},
    }
    return SAID | {"setting": school.pk, "financial_year": "2019/20"} | own[kind] | changes


MODELS = {
    "paid-places": PaidPlaces,
    "first-slice": FirstSliceShown,
    "costs": CostSplit,
    "incentives": Incentive,
}


@pytest.mark.parametrize("kind", MODELS)
def test_an_entry_is_recorded_shown_and_corrected(client, schools, kind):
    record = reverse("topups:record_entry", args=[kind])
    assert client.get(record).status_code == 200
    assert client.post(record, typed(kind, schools["Primary A"])).status_code == 302
    entry = MODELS[kind].objects.get()
    assert "Primary A" in text_of(client.get(reverse("topups:entries", args=[kind]), follow=True))

    correct = reverse("topups:correct_entry", args=[kind, entry.pk])
    assert "Ledger" in client.get(correct).content.decode()
    changed = typed(kind, schools["Primary A"], source="Ledger, second look")
    assert "Say why it changes." in text_of(client.post(correct, changed))
    assert client.post(correct, changed | {"reason": "Read again"}).status_code == 302
    [counts] = MODELS[kind].objects.counting()
    assert (counts.source, counts.corrects, counts.reason) == ("Ledger, second look", entry, "Read again")
    assert client.get(correct).status_code == 404
    second = text_of(client.post(correct, changed | {"reason": "Read again", "source": "Third look"}))
    assert "Somebody else corrected this while you had it open." in second


def test_the_last_day_of_paid_places_is_shown_and_kept_half_open(client, schools):
    client.post(
        reverse("topups:record_entry", args=["paid-places"]), typed("paid-places", schools["Special E"])
    )
    entry = PaidPlaces.objects.get()
    assert f"{entry.ends_before}" == "2020-03-01"
    assert "until 29 February 2020" in text_of(client.get(reverse("topups:entries", args=["paid-places"])))
    form = client.get(reverse("topups:correct_entry", args=["paid-places", entry.pk])).context["form"]
    assert f"{form['last_day'].value()}" == "2020-02-29"


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        ("first-slice", {"reference": "Jane Smith"}, "Never use a child's name."),
        ("first-slice", {"shown_gbp": "-1"}, "below zero"),
        ("paid-places", {"last_day": "2019-08-01"}, "The last day comes before the first."),
        ("paid-places", {"annual_gbp": "200,000,000"}, "This is more than £100,000,000."),
        ("paid-places", {"setting": "99999"}, "Select a valid choice"),
        ("costs", {"pupils": "0"}, "greater than or equal to 1"),
        ("costs", {"financial_year": "1999/00"}, "from 2000/01"),
        ("incentives", {"what_for": ""}, "Say what it is for."),
    ],
)
def test_bad_input_is_said_beside_what_was_typed(client, schools, kind, changes, words):
    answer = client.post(
        reverse("topups:record_entry", args=[kind]), typed(kind, schools["Primary A"], **changes)
    )
    assert words in text_of(answer)
    assert not MODELS[kind].objects.exists()


def test_pupils_that_are_not_known_are_not_counted_as_none(client, schools):
    record = reverse("topups:record_entry", args=["incentives"])
    client.post(record, typed("incentives", schools["Primary A"]))
    page = text_of(client.get(reverse("topups:incentives")))
    assert "pupils not known" in page
    assert "Fewer than 5" not in page
    client.post(record, typed("incentives", schools["Special E"], pupils="12"))
    page = text_of(client.get(reverse("topups:incentives")))
    assert "12 pupils, and those of 1 more that are not known" in page


def test_what_is_recorded_already_is_corrected_and_not_recorded_twice(client, schools):
    record = reverse("topups:record_entry", args=["costs"])
    client.post(record, typed("costs", schools["Special E"]))
    assert "Correct that entry instead." in text_of(client.post(record, typed("costs", schools["Special E"])))


def test_a_kind_that_does_not_exist_is_not_found(client):
    assert client.get(reverse("topups:record_entry", args=["gifts"])).status_code == 404
    assert client.get(reverse("topups:correct_entry", args=["costs", 1])).status_code == 404


# ---- bands and schools ----


def table(*bands, name="Draft"):
    rows = {f"form-{n}-{field}": value for n, band in enumerate(bands) for field, value in band.items()}
    return SAID | {"name": name, "starts_on": "", "form-TOTAL_FORMS": "8", "form-INITIAL_FORMS": "0"} | rows


def test_a_table_of_bands_is_recorded_and_the_empty_rows_are_left_out(client):
    rows = ({"code": "B1", "annual_gbp": "4,500", "words": "Some help"}, {"code": "B2", "annual_gbp": "8000"})
    assert client.post(BANDS, table(*rows)).status_code == 302
    assert BandTable.objects.get().values == {"B1": 450_000, "B2": 800_000}
    assert "Proposed" in text_of(client.get(BANDS))


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        ([], "Enter at least one band."),
        (
            [{"code": "B1", "annual_gbp": "1"}, {"code": "B1", "annual_gbp": "2"}],
            "The band “B1” stands twice.",
        ),
        ([{"code": "B1", "annual_gbp": ""}], "Enter what the band is worth."),
        ([{"code": "", "annual_gbp": "5"}], "Enter the band."),
        ([{"code": "B1", "annual_gbp": "5x"}], "there are letters in it"),
    ],
    ids=["none", "twice", "no worth", "no code", "no number"],
)
def test_a_table_that_is_wrong_is_not_recorded(client, bands, words):
    assert words in text_of(client.post(BANDS, table(*bands)))
    assert not BandTable.objects.exists()


def test_a_school_is_added_once(client):
    new = {"name": "Primary Z", "category": "Mainstream schools or academies", "note": ""}
    assert client.post(SCHOOLS, new).status_code == 302
    assert "There is a setting “primary z” already." in text_of(
        client.post(SCHOOLS, new | {"name": "primary z"})
    )
    assert Setting.objects.filter(name__iexact="primary z").count() == 1
