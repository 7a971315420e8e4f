"""The pages of figures in states that the demonstration does not come in: each with who sees it."""

from datetime import timedelta
from decimal import Decimal

from django.urls import reverse
from django.utils import timezone

from kpis.domain.periods import PeriodKind, parse
from kpis.figures.actions import importing
from kpis.figures.actions.entries import Entry
from kpis.figures.actions.figures import draft_correction, return_figure, save_draft, submit_figure
from kpis.figures.models import ChartMark, Figure, FigureImport, ImportState, Kpi, KpiException, MarkState
from kpis.figures.queries.entry import due_from
from tests.journeys.walk import Place

HEAD = "kpi code,period,numerator,denominator,value,symbol,remark\n"


def figure_states(demo) -> list[Place]:
    """A draft that needs its cause, a figure to decide, a correction that came back, marks, exceptions, files."""
    at = timezone.now()
    lead, sponsor = demo["lead.assessment"], demo["sponsor.education"]
    draft, sent = _drafts(lead, at)
    submit_figure(figure=sent, by=lead, at=at)
    _correction_returned(lead, sponsor, at)
    proposed = ChartMark.objects.filter(state=MarkState.PROPOSED).first()
    agreed = ChartMark.objects.filter(state=MarkState.AGREED).first()
    exception = KpiException.objects.filter(closed_at=None, figure__kpi__workstream__lead=lead).first()
    told = [
        ("figures:due", [], lead),
        ("figures:submit", [draft.pk], lead),
        ("figures:correct", [Figure.objects.get(kpi__code="AP1", period_start="2023-01-01").pk], lead),
        ("figures:explain", [exception.figure_id], lead),
        ("figures:update_exception", [exception.pk], lead),
        ("figures:close_exception", [exception.pk], lead),
        ("figures:approvals", [], sponsor),
        ("figures:decide", [sent.pk], sponsor),
        ("figures:propose_mark", [proposed.kpi.code], demo["lead.provision"]),
        ("figures:decide_mark", [proposed.pk], sponsor),
        ("figures:end_mark", [agreed.pk], sponsor),
        ("figures:upload", [], lead),
        ("figures:kpi", ["AP1"], lead),
        ("figures:kpi", [proposed.kpi.code], sponsor),
        ("figures:exceptions", [], sponsor),
        ("figures:exception", [exception.pk], lead),
        ("figures:marks", [proposed.kpi.code], sponsor),
        ("home:board", [], sponsor),
    ]
    places = [Place(name, reverse(name, args=args), who) for name, args, who in told]
    marks = reverse("figures:propose_mark", args=[proposed.kpi.code])
    period = proposed.period_start.isoformat()
    places.append(Place("mark without its kind", f"{marks}?period=nonsense&why=", demo["lead.provision"]))
    places.append(
        Place("effect of a mark", f"{marks}?kind=ghost&period={period}&why=Why", demo["lead.provision"])
    )
    return places + [Place(f"import {row.state}", row.get_absolute_url(), lead) for row in _imports(lead, at)]


def _drafts(lead, at) -> tuple[Figure, Figure]:
    """Two of the figures this lead owes: one off track, one that needs no explanation."""
    owed = {item.kpi.code: item for item in due_from(lead, at=at)}
    said = [("AP1", Decimal(40)), ("AP2", Decimal(380))]
    return tuple(
        save_draft(kpi=owed[code].kpi, period=owed[code].period, entry=Entry(value=value), by=lead, at=at)
        for code, value in said
    )


def _correction_returned(lead, sponsor, at):
    figure = Figure.objects.get(kpi__code="AP1", period_start="2024-01-01")
    draft = draft_correction(
        figure=figure, entry=Entry(value=Decimal("95.5")), reason="Plans were missing.", by=lead, at=at
    )
    sent = submit_figure(figure=draft, by=lead, at=at)
    return_figure(figure=sent, words="Which plans were missing, and since when?", by=sponsor, at=at)


def _imports(lead, at) -> list[FigureImport]:
    """A file in each of its states; one to be looked at corrects a figure, so it asks for a reason."""
    periods = [parse(str(year), PeriodKind.CALENDAR_YEAR) for year in (2019, 2020, 2021)]
    codes = Kpi.objects.led_by(lead).values_list("code", flat=True)
    assert "AP1" in codes
    texts = [HEAD + f"AP1,{period.label},,,{70 + number},,\n" for number, period in enumerate(periods)]
    read, applied, withdrawn = (_read(lead, f"returns-{n}.csv", text, at) for n, text in enumerate(texts))
    for row in (applied, withdrawn):
        importing.confirm_import(figure_import=row, reason="The count was wrong.", by=lead, at=at)
        importing.apply_import(import_id=row.pk, at=at)
    importing.withdraw_import(figure_import=withdrawn, why="The wrong year.", by=lead, at=at)
    importing.take_back(import_id=withdrawn.pk, at=at)
    refused = _read(lead, "letter.csv", "Dear all,\n", at)
    thrown_away = _read(lead, "twice.csv", texts[0], at - timedelta(days=1))
    importing.discard_import(figure_import=thrown_away, by=lead, at=at)
    stored = importing.store_file(name="waits.csv", content=texts[0].encode(), by=lead, at=at)
    mended = FigureImport.objects.filter(state=ImportState.READ, problem_count__gt=0).first()
    rows = [read, applied, withdrawn, refused, thrown_away, stored, mended]
    return list(FigureImport.objects.defer("content").filter(pk__in=[row.pk for row in rows]).order_by("pk"))


def _read(lead, name, text, at) -> FigureImport:
    row = importing.store_file(name=name, content=text.encode(), by=lead, at=at)
    for number in importing.cut_import(import_id=row.pk, at=at):
        importing.read_chunk(import_id=row.pk, number=number, at=at)
    return row
