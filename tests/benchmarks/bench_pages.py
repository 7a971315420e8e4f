"""Pages: a figure saved, the Board's page, a chart, and what a first view of a public page weighs."""

import gzip
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kpis.domain.series import Series, SeriesPoint
from kpis.figures.actions import figures
from kpis.figures.actions.recompute import open_kpi_run, recompute_chunk
from kpis.figures.models import Figure, FigureState, Kpi, KpiDefinition
from portal.design.charts import kpi_chart
from tests.benchmarks.conftest import alternating
from tests.benchmarks.tracked import MONTHS, track
from tests.test_public_surface import PUBLIC, TABLE, addresses

AT_A_TIME = 20
FEW, MANY = 30, 300


@pytest.fixture
def tracked(person):
    """300 KPIs of six workstreams with their status, a lead and a sponsor."""
    people = {"lead": person("workstream_lead"), "sponsor": person("board_member")}
    track(MANY, by=person("data_officer"), workstreams=6, **people)
    run = open_kpi_run(why="bench", by_id=None, at=timezone.now())
    for number in range(1, run.chunk_count + 1):
        recompute_chunk(run_id=run.pk, number=number, at=timezone.now())
    return people


def submitted(lead) -> list[int]:
    """A figure of each KPI for January 2026 that waits for its approval."""
    at = datetime(2026, 2, 3, tzinfo=UTC)
    waiting = Figure.objects.bulk_create(
        Figure(
            kpi_id=definition.kpi_id,
            definition=definition,
            period_kind="month",
            period_start=date(2026, 1, 1),
            period_end=date(2026, 2, 1),
            value=Decimal(60),
            state=FigureState.SUBMITTED,
            recorded_by=lead,
            recorded_at=at,
            submitted_by=lead,
            submitted_at=at,
        )
        for definition in KpiDefinition.objects.order_by("kpi_id")
    )
    return [figure.pk for figure in waiting]


def bench_one_figure_saved(tracked, client_as, measure, monkeypatch):
    """A figure is approved: it counts, the status of its KPI and workstream is brought up to date, the answer sent."""
    waiting, client = submitted(tracked["lead"]), client_as(tracked["sponsor"])

    def approve():
        for _ in range(AT_A_TIME):
            answer = client.post(reverse("figures:decide", args=[waiting.pop()]), {"approve": "1"})
            assert answer.status_code == 302

    def approve_without():
        with monkeypatch.context() as without:
            without.setattr(figures, "recompute_kpi", lambda **_: None)
            approve()

    measure("one figure saved", goal=1.5, work=approve, floors=[approve_without], unit="seconds for 20")


def get(client, address, times=1, **headers):
    for _ in range(times):
        answer = client.get(address, headers=headers)
        assert answer.status_code in (200, 304), answer.status_code
    return answer


def queries_of(client, address) -> int:
    with CaptureQueriesContext(connection) as captured:
        get(client, address)
    return len(captured)


def only(kpis: int):
    """So many KPIs are current; the others have been retired."""
    Kpi.objects.update(retired_on=None)
    kept = Kpi.objects.order_by("pk").values_list("pk", flat=True)[:kpis]
    Kpi.objects.exclude(pk__in=list(kept)).update(retired_on=date(2025, 1, 1))


@pytest.mark.urls("tests.benchmarks.plain")
def bench_the_boards_page(tracked, client_as, measure, put_down):
    """Worked out anew each time: what this transaction wrote is not committed, so nothing of it is kept."""
    client, board, table = client_as("board_member"), reverse("home:board"), "/plain/table/"
    counted = {}
    for kpis, goal in ((MANY, 1.5), (FEW, 0.5)):
        only(kpis)
        counted[kpis] = queries_of(client, board)
        works = [lambda: get(client, board), lambda: get(client, table)]
        measure(f"Board, {kpis} KPIs, against a plain table", goal=goal, work=works[0], floors=works[1:])
    put_down(
        "Board, queries more for 300 KPIs than for 30",
        value=counted[MANY] - counted[FEW],
        goal=0,
        unit="queries",
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.urls("tests.benchmarks.plain")
def bench_the_boards_page_again(tracked, client_as, put_down):
    """A browser that has the page asks whether it changed; the other view says one word to the same person."""
    client, board = client_as("board_member"), reverse("home:board")
    tag = get(client, board).headers.get("ETag", "")
    again, trivial = alternating(
        lambda: get(client, board, times=AT_A_TIME, if_none_match=tag),
        lambda: get(client, "/plain/trivial/", times=AT_A_TIME),
    )
    put_down(
        "Board, an unchanged edition again",
        value=AT_A_TIME / again,
        floor=AT_A_TIME / trivial,
        goal=0.9,
        unit="requests a second",
        higher_is_better=True,
    )


def bench_chart(measure, put_down):
    points = tuple(
        SeriesPoint(
            label=str(n), on=date(2020 + n // 12, n % 12 + 1, 28), value=Decimal(n % 17), text=f"{n % 17}%"
        )
        for n in range(len(MONTHS))
    )
    series = Series(title="A KPI", unit="per cent", points=points, summary="It moved.")
    measure(
        "chart", goal=1.0, work=lambda: [kpi_chart(series) for _ in range(1000)], unit="milliseconds each"
    )
    put_down("chart, size", value=len(kpi_chart(series)) / 1000, goal=6, unit="kB")


# What a page brings with it: its own style and script, and whatever it names by a whole address.
BROUGHT = re.compile(r'<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"|<script[^>]*src="([^"]+)"')
BY_WHOLE_ADDRESS = re.compile(
    r'<(?:link|script|img|iframe|source|video|audio)[^>]*(?:href|src)="((?:https?:)?//[^"]*)'
)


NAMES_A_ROW = "local_offer:picture"  # by a part of its address that has no name


def public_pages():
    """Every public address that leads to a page without naming a row."""
    public = [name for name, _, arguments in addresses() if TABLE[name] == PUBLIC and not arguments]
    answers = {name: Client().get(reverse(name)) for name in public if not name.startswith(NAMES_A_ROW)}
    return {
        name: answer.content.decode()
        for name, answer in answers.items()
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    }


def weight(page: str) -> float:
    """Kilobytes of a first view, compressed: the page, its style and its script."""
    files = {css or script for css, script in BROUGHT.findall(page)}
    paths = [finders.find(file.partition("/static/")[2].partition("?")[0]) for file in files]
    parts = [page.encode(), *(Path(path).read_bytes() for path in paths)]
    return sum(len(gzip.compress(part)) for part in parts) / 1000


def bench_public_pages(db, put_down):
    pages = public_pages()
    assert len(pages) > 5
    put_down(
        "page weight, the heaviest public page", value=max(map(weight, pages.values())), goal=60, unit="kB"
    )
    named = [address for page in pages.values() for address in BY_WHOLE_ADDRESS.findall(page)]
    elsewhere = [address for address in named if not address.startswith(f"{settings.BASE_URL}/")]
    put_down("page weight, third-party requests", value=len(elsewhere), goal=0, unit="requests")
