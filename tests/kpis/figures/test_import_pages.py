"""What the person who sends a file sees, and that nobody else does."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kpis.figures.models import Figure, FigureImport, ImportState

from .bringing import apply, csv, read, withdraw

UPLOAD = reverse("figures:upload")
STEPS = ("confirm_import", "discard_import", "withdraw_import")


@pytest.fixture
def lead(client_as, team):
    return client_as(team.lead)


def page_of(client, row, query=""):
    return client.get(f"{row.get_absolute_url()}{query}").content.decode()


def test_a_sent_file_is_kept_as_it_is_and_waits(lead, team, make_kpi):
    make_kpi()
    content = csv("AP1,2021,,,90,,\n")
    answer = lead.post(UPLOAD, {"file": SimpleUploadedFile("mine.csv", content)})
    row = FigureImport.objects.get()
    assert answer.url == row.get_absolute_url()
    assert (bytes(row.content), row.sent_by, row.state) == (content, team.lead, ImportState.STORED)
    page = page_of(lead, row)
    assert "Waiting to be read" in page
    assert '<meta http-equiv="refresh" content="3">' in page


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("f.exe", b"MZ", "Send a CSV, an XLSX or an ODS file."),
        ("f.csv", b"", "The file is empty."),
        ("f.csv", b"x" * 10_000_001, "The file is larger than 10 MB. Send fewer rows at a time."),
        (None, None, "Choose a file."),
    ],
    ids=["kind", "empty", "large", "none"],
)
def test_what_is_no_table_is_refused_where_it_is_sent(lead, name, content, error):
    page = lead.post(UPLOAD, {"file": SimpleUploadedFile(name, content)} if name else {"a": "b"})
    assert page.context["form"].errors["file"] == [error]
    assert not FigureImport.objects.exists()


def test_the_preview_shows_what_would_change_and_the_report_what_did(lead, team, make_kpi):
    make_kpi()
    apply(read(csv("AP1,2022,,,70,,\n"), team.lead), team.lead)
    row = read(csv("AP1,2021,,,90,,\nAP1,2022,,,71,p,\n"), team.lead)
    page = page_of(lead, row)
    for words in ("Nothing is stored yet", "1 is new", "1 differs", "90.0%", "Store 2 figures"):
        assert words in page
    page = page_of(lead, row, "?show=changed")
    assert "71.0%, provisional" in page
    assert "70.0% (draft)" in page
    lead.post(reverse("figures:confirm_import", args=[row.pk]))
    row.refresh_from_db()
    assert row.state == ImportState.CONFIRMED
    assert "all of them or none" in page_of(lead, row)
    assert Figure.objects.count() == 1  # the worker stores it


def test_a_correction_is_not_confirmed_without_its_reason(lead, team, judged_kpi, publish):
    publish(judged_kpi, "2019", "96.2")
    row = read(csv("AP1,2019,,,95,,\n"), team.lead)
    assert "corrects an approved figure" in page_of(lead, row)
    page = lead.post(reverse("figures:confirm_import", args=[row.pk]), {"reason": " "}).content.decode()
    assert "Say why the approved figures are corrected." in page
    assert "<title>Error: " in page
    row.refresh_from_db()
    assert row.state == ImportState.READ


def test_bad_cells_are_listed_by_place_and_downloaded(lead, team, make_kpi):
    make_kpi()
    row = read(csv('AP1,2025,,,"1,251,2090",,\nXX9,2025,,,=1+1,,\n'), team.lead)
    page = page_of(lead, row)
    assert "did you mean 12,512,090?" in page
    assert "E2" in page
    assert "Store" not in page.partition("<main")[2].replace("Nothing is stored", "")
    table = lead.get(reverse("figures:import_table", args=[row.pk, "problems", "csv"])).content.decode(
        "utf-8-sig"
    )
    assert table.splitlines()[1].startswith(',E2,"1,251,2090","digits are not grouped in threes')
    assert ",'=1+1," in table  # a cell that a spreadsheet would run is neutralised


def test_every_tab_can_be_taken_away(lead, team, make_kpi):
    make_kpi()
    row = read(csv("AP1,2021,90,100,,,@risk\n"), team.lead)
    assert lead.get(reverse("figures:import_table", args=[row.pk, "new", "xlsx"])).content.startswith(b"PK")
    table = lead.get(reverse("figures:import_table", args=[row.pk, "new", "csv"])).content.decode("utf-8-sig")
    assert table.splitlines()[1] == ",C2,AP1,2021,90,100,90,,'@risk,New,,,,,,"
    assert lead.get(reverse("figures:import_table", args=[row.pk, "changed", "csv"])).status_code == 404


def test_with_htmx_the_bar_alone_is_answered_until_the_work_is_done(lead, team, make_kpi):
    make_kpi()
    row = read(csv("AP1,2021,,,90,,\n"), team.lead)
    FigureImport.objects.update(state=ImportState.READING)
    answer = lead.get(row.get_absolute_url(), headers={"HX-Request": "true"})
    assert "0 of 1 parts read" in answer.content.decode()
    assert "<html" not in answer.content.decode()
    FigureImport.objects.update(state=ImportState.READ)
    assert lead.get(row.get_absolute_url(), headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_a_withdrawal_needs_its_reason_and_is_reported(lead, team, make_kpi):
    make_kpi()
    row = apply(read(csv("AP1,2021,,,90,,\n"), team.lead), team.lead)
    assert "Withdraw the whole file" in page_of(lead, row)
    page = lead.post(reverse("figures:withdraw_import", args=[row.pk]), {"why": ""}).content.decode()
    assert "Say why the file is withdrawn." in page
    row = withdraw(row, team.lead, why="The wrong year.")
    assert "The wrong year." in page_of(lead, row)
    assert "1 draft withdrawn" in page_of(lead, row)


def test_a_file_can_be_thrown_away(lead, team, make_kpi):
    make_kpi()
    row = read(csv("AP1,2021,,,90,,\n"), team.lead)
    page = lead.post(reverse("figures:discard_import", args=[row.pk]), follow=True).content.decode()
    assert "is thrown away" in page
    assert "Thrown away" in page
    page = lead.post(reverse("figures:discard_import", args=[row.pk]), follow=True).content.decode()
    assert "a step further meanwhile" in page


def test_a_file_cannot_be_seen_or_touched_by_another_lead(client_as, person, team, make_kpi):
    make_kpi()
    row = read(csv("AP1,2021,,,90,,\n"), team.lead)
    stranger = client_as(person("workstream_lead"))
    assert stranger.get(row.get_absolute_url()).status_code == 404
    assert stranger.get(reverse("figures:import_table", args=[row.pk, "new", "csv"])).status_code == 404
    for step in STEPS:
        assert stranger.post(reverse(f"figures:{step}", args=[row.pk])).status_code == 404
    row.refresh_from_db()
    assert row.state == ImportState.READ


@pytest.mark.parametrize("name", ["template", "template_wide"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_template_has_what_is_due_and_comes_back(lead, team, judged_kpi, name, kind):
    content = lead.get(reverse(f"figures:{name}", args=[kind])).content
    assert "no figures below them" in read(content, team.lead, name=f"f.{kind}").refused_because
    if kind == "csv":
        text = content.decode("utf-8-sig")
        last = text.splitlines()[-1].split(",")
        last[-1 if name == "template_wide" else -3] = "88"
        filled = "\n".join([*text.splitlines()[:-1], ",".join(last)]).encode()
        assert read(filled, team.lead).new_count == 1


def test_the_preview_of_a_long_file_has_pages_and_a_fixed_number_of_queries(lead, team, make_kpi):
    counts = []
    for code, years in (("AP1", range(2020, 2023)), ("AP2", range(1900, 2020))):
        make_kpi(code)
        row = read(csv("".join(f"{code},{year_},,,50,,\n" for year_ in years)), team.lead)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            page = page_of(lead, row)
        counts.append(len(queries))
    assert "Page 1 of 3" in page
    assert counts[0] == counts[1]
