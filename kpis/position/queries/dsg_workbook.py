"""The plan as the sheets of a workbook, laid out to be copied into the official template."""

from collections.abc import Iterable

from django.utils import timezone

from kpis.domain.dsg_plan import ALL_PLANS, CATEGORIES
from kpis.position.queries.dsg_plan import DsgPlan
from kpis.position.queries.five_years import FiveYears
from kpis.position.queries.plan_numbers import NOT_PUBLISHED, Origin, YearTable
from kpis.position.spreadsheets import Heading, Money, PlanSheet, Title

WIDE = (44, *[16] * 12)
ROUNDED = (
    "Forecasts of plans are whole numbers by controlled rounding: the totals by placement category first, then "
    "each table, so that ages, needs and totals add up to the same. No other number of plans is rounded, and "
    "none is estimated."
)
LEGEND = (
    f"“{NOT_PUBLISHED}” stands where nobody published a number and the council has not filled one in. It is not "
    "nought."
)
GOES_ON = "After the last year planned for it, a recurrent saving goes on at its full-year effect."
STAGES = (
    "“Mitigated” takes off what every initiative forecasts; “counted on” takes off as much of it as its stage "
    "is counted at. Only cashable savings and income are taken off."
)


def sheets_of(plan: DsgPlan) -> list[PlanSheet]:
    """Every sheet of the workbook, in order."""
    tables = [(census.label, census.ages, census.needs) for census in plan.latest_first]
    return [
        _about(plan),
        _by_category(plan),
        PlanSheet("EHCP by age", _blocks([(label, ages) for label, ages, _ in tables]), WIDE),
        PlanSheet("EHCP by need", _blocks([(label, needs) for label, _, needs in tables]), WIDE),
        PlanSheet("Money by year", _money(plan.money), WIDE),
        PlanSheet("Savings by initiative", _savings(plan), (12, 40, 28, 18, 20, 16, *[16] * 7, 40)),
        PlanSheet("Block movements", _movements(plan), (12, 44, 18, 16, 14, 36, 50, 44)),
        PlanSheet("Workstreams", _words(plan), (30, 50, 80, 50)),
    ]


def _about(plan: DsgPlan) -> PlanSheet:
    area = plan.area.name if plan.area else "no area"
    known = timezone.localtime(plan.at)
    rows = [
        [Title("DSG management plan")],
        [f"{area}, as known on {known:%-d %B %Y} at {known:%H:%M}"],
        ["Laid out for copying into the official template; it does not take its place."],
        [],
        [Heading("How to read it")],
        [LEGEND],
        [ROUNDED],
        [STAGES],
        [],
        [Heading("Sources of the numbers of plans")],
        *[[source] for source in plan.sources or ["none yet"]],
    ]
    return PlanSheet("About", rows, (120,))


def _by_category(plan: DsgPlan) -> PlanSheet:
    heads = [Heading("Placement category"), *(Heading(census.label) for census in plan.censuses)]
    rows = [[name, *(cell.shown for cell in cells)] for name, cells in plan.totals_by_year]
    *categories, total = rows
    origins = [census.totals.origins for census in plan.censuses]
    said = list(dict.fromkeys(c.totals.said for c in plan.censuses if c.totals.said))
    table = [
        [Title("EHC plans by placement category at each January census")],
        heads,
        *categories,
        [Heading(total[0]), *total[1:]],
        ["Where the numbers are from", *origins],
        *[[sentence] for sentence in (plan.warning, *said) if sentence],
    ]
    return PlanSheet("EHCP by category", table, WIDE, "B3")


def _blocks(tables: list[tuple[str, YearTable]]) -> list[list]:
    """The tables of all censuses under one another, the latest first."""
    return [row for label, table in tables for row in [*_block(label, table), []]]


def _block(label: str, table: YearTable) -> list[list]:
    heads = [Heading(table.table.heading), *map(Heading, CATEGORIES), Heading("All placements")]
    return [
        [Title(f"EHC plans {table.table.words}, {label}")],
        heads,
        *[[name, *(cell.shown for cell in cells), total.shown] for name, cells, total in table.lines],
        [Heading(ALL_PLANS), *(cell.shown for cell in table.totals), table.total.shown],
        [table.origins],
        *([[table.said]] if table.said else []),
    ]


def _money(money: FiveYears | None) -> list[list]:
    title = [Title("Unmitigated and mitigated position by financial year (£)")]
    if money is None:
        return [title, ["No unmitigated line is recorded yet."]]
    years = money.years
    ways = (("unmitigated", "Unmitigated"), ("mitigated", "Mitigated"), ("counted_on", "Counted on"))
    lines = [
        [f"{words}, {what}", *(Money(getattr(getattr(year, way), name)) for year in years)]
        for way, words in ways
        for name, what in (("in_year", "in-year balance"), ("closing", "cumulative balance"))
    ]
    parts = [(f"Mitigation: {stage.words.lower()}", amounts) for stage, amounts in money.stages]
    parts += [(f"Not taken off: {group.words.lower()}", amounts) for group, amounts in money.other_groups]
    return [
        title,
        [Heading("A deficit is negative"), *(Heading(year.label) for year in years)],
        *lines,
        *[[words, *(Money(pounds) for _, pounds in amounts)] for words, amounts in parts],
        ["What the unmitigated line rests on", *(year.rests_on for year in years)],
        [STAGES],
        [f"Source of the unmitigated line: {money.line.source}"],
    ]


def _savings(plan: DsgPlan) -> list[list]:
    heads = ("Code", "Initiative", "Workstream", "Type of saving", "Counts towards the target", "Stage")
    amounts = ("Planned", "Forecast", "Counted on by its stage", "Delivered")
    rows = [
        [
            row.initiative.code,
            row.initiative.name,
            row.initiative.workstream.name,
            row.initiative.get_saving_type_display(),
            "yes" if row.initiative.group.counts_towards_target else "no",
            row.stage.words,
            row.label,
            *(Money(amount) for amount in _amounts(row.progress)),
            row.initiative.note,
        ]
        for row in plan.savings
    ]
    headings = [*heads, "Financial year", *(f"{name} (£)" for name in amounts), "Note"]
    return [
        [Title("Savings by initiative and financial year")],
        [f"Types of saving are never added up across kinds. {GOES_ON}"],
        [Heading(name) for name in headings],
        *(rows or [["No savings are recorded yet."]]),
    ]


def _amounts(progress) -> tuple:
    return progress.planned, progress.forecast, progress.risk_adjusted, progress.delivered


def _movements(plan: DsgPlan) -> list[list]:
    heads = ("Financial year", "What is moved", "Amount (£)", "% of Schools Block", "Limit (%)", "Status")
    rows = [
        [
            row.label,
            row.what,
            Money(row.amount_gbp),
            None if row.share is None else round(row.share, 2),
            row.limit.per_cent if row.limit else None,
            row.status,
            row.who_bears,
            row.source,
        ]
        for row in plan.movements
    ]
    return [
        [Title("Block movements")],
        [Heading(name) for name in (*heads, "Who bears the cost if it is refused", "Source")],
        *(rows or [["No movement between blocks is recorded yet."]]),
    ]


def _words(plan: DsgPlan) -> list[list]:
    rows = [
        [
            words.workstream.name,
            words.workstream.purpose,
            words.narrative.text if words.narrative else "not written yet",
            "; ".join(f"{row.code} {row.name}: {row.mechanism}" for row in words.initiatives),
        ]
        for words in plan.words
    ]
    heads = ("Workstream", "What it is for", "What the plan says", "Initiatives and how they save")
    return [[Title("Narrative by workstream")], [Heading(name) for name in heads], *rows]


def rows_to_fill(tables: Iterable[YearTable]) -> list[list[str]]:
    """The template of one census: a row for each cell that is not published, with what was given before."""
    return [
        [
            table.table.value,
            table.label,
            row,
            column,
            "" if cell.value is None else f"{cell.value.normalize():f}",
            "forecast" if cell.origin is Origin.FORECAST else "",
        ]
        for table in tables
        for row, cells in table.rows.items()
        for column, cell in zip(CATEGORIES, cells, strict=True)
        if cell.origin is not Origin.PUBLISHED or cell.value is None
    ]
