"""The Board's page: the paper's own figures at its meeting, later ones later, and nothing silently read."""

import csv
import re
from decimal import Decimal
from html import unescape

import pytest
from django.urls import reverse

from kpis.published.models import PublishedValue
from portal.demo.loading.figures import DATA


def text_of(response):
    """The page's words without its markup, spaces folded."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


@pytest.fixture
def board(demo, client_as):
    client = client_as(demo["board"])

    def read(day=None):
        address = reverse("home:board") if day is None else f"/board/{day}/"
        response = client.get(address)
        assert response.status_code == 200
        return text_of(response)

    return read


# From the paper of 14 November 2019: its four tables, and its money with period and basis.
PAPER = [
    "Kingston 958 1,161 21.2%",
    "Outer London 30,909 37,620 21.7%",
    "South East 48,883 60,860 24.5%",
    "England 287,290 353,995 23.2%",
    "Kingston 40,454 2.9%",
    "Outer London 1,323,778 2.8%",
    "South East 2,051,809 3.0%",
    "England 12,512,090 2.8%",
    "Kingston 2% 33% 38% 21% 5%",
    "Outer London 4% 36% 34% 20% 5%",
    "South East 4% 33% 36% 22% 5%",
    "England 4% 33% 36% 22% 5%",
    "Kingston £278 per head £206 per head",
    "Statistical neighbours £201 per head £122 per head",
    "Outer London £295 per head £126 per head",
    "England £226 per head £94 per head",
    "2019/20 £22,600,000 budget",
    "2018/19 £26,500,000 outturn",
    "2019/20 £29,800,000 forecast outturn",
    "2018/19 £14,000,000 reported",
    "2019/20 £10,245,000 forecast outturn",
    "2019/20 £15,908 forecast outturn",
    "£15,908 (forecast)",
    "131.9% (forecast)",
    "10.3%",
    "includes academies and further education colleges; not the whole High Needs Block",
    "January 2019; census count",
]


@pytest.mark.parametrize("words", PAPER)
def test_the_meeting_of_14_november_2019_shows_the_papers_figures(board, words):
    assert words in board("2019-11-14")


def test_every_fact_of_the_paper_is_on_its_page(board):
    """Each row of money and rules stands there with its period and basis."""
    page = board("2019-11-14")
    with (DATA / "published.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["known_from"] == "2019-11-14"]
    assert len(rows) == 77  # 12 of growth, 8 of prevalence, 20 of age, 8 of top-ups, 29 of money and rules
    missing = [row for row in rows if not all(row[name] in page for name in ("measure", "period", "basis"))]
    assert missing == []


@pytest.mark.parametrize("later", ["1,958", "93.5%", "96.2%", "13.69%", "£9,777,350"])
def test_what_was_published_later_is_not_on_the_papers_page(board, later):
    assert later not in board("2019-11-14")


@pytest.mark.parametrize("words", ["1,958", "93.5%", "£9,777,350", "6.9%", "Aged 5 to 10"])
def test_the_meeting_of_2025_shows_the_later_figures(board, words):
    assert words in board("2025-11-13")


def test_baselines_that_were_not_known_yet_are_said_to_be_missing(board):
    """AP4 and CT4: the tribunal and outturn figures of 2018 came out in December 2019."""
    page = board("2019-11-14")
    for name in ("SEND tribunal appeal rate", "Spending on independent placements"):
        after = page.split(name, 1)[1][:160]
        assert "no baseline yet" in after.lower()


def test_demand_is_never_rated(board):
    assert "Demand has no good direction, so it is not rated." in board("2025-11-13")


def test_the_misprint_was_doubted_and_confirmed_with_a_note(demo):
    value = PublishedValue.objects.exclude(doubt="").get()
    assert value.as_printed == "1,251,2090"
    assert "digits are not grouped in threes; did you mean 12,512,090?" in value.doubt
    assert value.value == Decimal("12512090")
    assert value.confirmed_by == demo["finance"]
    assert "2.8%" in value.confirmation_note


def test_the_misprint_is_said_beside_the_table(board):
    assert "England is printed as 1,251,2090 and read as 12,512,090" in board("2019-11-14")


def test_every_page_says_that_it_is_a_demonstration(board):
    assert "Demonstration - not the council's record" in board("2019-11-14")


def test_what_changed_since_the_last_meeting_is_listed(board):
    page = board("2025-11-13")
    changed = page.split("Changed since 14 November 2024", 1)[1]
    assert "2024 93.5%" in changed
    assert "January 2025 1,958" in changed


def test_every_kpi_a_past_meetings_page_links_to_is_shown_as_of_that_meeting(demo, client_as):
    page = client_as(demo["board"]).get("/board/2019-11-14/").content.decode()
    links = re.findall(r'href="/kpis/[^"]+"', page)
    assert len(links) > 20
    assert [link for link in links if not link.endswith('?meeting=2019-11-14"')] == []


def test_an_unknown_meeting_or_day_is_not_found(demo, client_as):
    client = client_as(demo["board"])
    assert client.get("/board/2019-11-15/").status_code == 404
    assert client.get("/board/2019-13-45/").status_code == 404


def test_the_boards_page_asks_as_many_questions_for_sixty_kpis_as_for_thirty(
    demo, client_as, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from kpis.figures.actions.definitions import create_kpi, define_kpi
    from kpis.figures.models import Kpi
    from kpis.figures.queries.definitions import SET_BY_THE_ACTION

    client = client_as(demo["board"])
    client.get(reverse("home:board"))
    with CaptureQueriesContext(connection) as thirty:
        client.get(reverse("home:board"))
    for kpi in list(Kpi.objects.order_by("pk")):
        latest = kpi.definitions.order_by("-version").first()
        names = [f.attname for f in latest._meta.concrete_fields if f.name not in SET_BY_THE_ACTION]
        fields = {name: getattr(latest, name) for name in names}
        copy = create_kpi(code=f"X{kpi.code}", workstream=kpi.workstream)
        define_kpi(kpi=copy, fields=fields, by=demo["data"], at=timezone.now())
    with django_assert_num_queries(len(thirty)):
        client.get(reverse("home:board"))


@pytest.mark.parametrize(
    "who", ["board", "lead.provision", "finance", "forum", "officer", "data", "administrator"]
)
def test_the_partnership_sees_the_boards_page(demo, client_as, who):
    assert client_as(demo[who]).get(reverse("home:board")).status_code == 200


@pytest.mark.parametrize("who", ["parent", "provider", "moderator", "safeguarding", "editor"])
def test_others_do_not(demo, client_as, who):
    assert client_as(demo[who]).get(reverse("home:board")).status_code == 403
