"""Kingston's published spending on independent and non-maintained special placements, beside the plans there."""

from decimal import Decimal

from kpis.domain.block import Basis, BlockLine, PlacementCategory
from kpis.position.actions import AmountLine, add_scope, record_statement
from kpis.position.models import FundingScope
from kpis.published.models import Area
from portal.demo.loading.figures import known_at

COVERAGE = "Independent and non-maintained special placements"
SCOPE = "Specialist spend file: schools covered not stated"
MONEY = "DfE specialist spend file (section 251 outturn)"
PLANS = "DfE SEN2 census"
COUNTS = "plans, January {} census, non-maintained and independent special schools only"
# Financial year, outturn in pounds, plans, the January they were counted in, with independent mainstream, known from.
YEARS = (
    (2018, Decimal(6_699_605), 142, 2019, 158, "2019-12-31"),
    (2021, Decimal(9_777_350), 145, 2022, 172, "2022-12-31"),
)


def load_bridge(*, people, at):
    """Two outturns with the plans counted in the January inside their year. Needs the areas of `load_published`;
    the funding scope is shared with `load_position` where that ran before."""
    finance = people["finance"]
    scope = FundingScope.objects.filter(name=SCOPE).first() or add_scope(
        name=SCOPE,
        words="Spending on placements in independent and non-maintained special schools. The published file does "
        "not say which schools it covers.",
        by=finance,
        at=at,
    )
    for year, pounds, plans, january, wider, known_from in YEARS:
        record_statement(
            area=Area.objects.get(is_ours=True),
            financial_year=year,
            basis=Basis.OUTTURN,
            scope=scope,
            coverage=COVERAGE,
            amounts=[_amount(pounds, plans, january, wider)],
            source=f"{MONEY}; plans: {PLANS}, January {january}",
            known_from=known_at(known_from, at=at),
            by=finance,
            at=at,
        )


def _amount(pounds: Decimal, plans: int, january: int, wider: int) -> AmountLine:
    return AmountLine(
        line=BlockLine.PLACEMENTS,
        category=PlacementCategory.INDEPENDENT,
        amount_gbp=pounds,
        volume=Decimal(plans),
        volume_words=COUNTS.format(january),
        note=f"January {january}: {plans} plans count special schools only; "
        f"with independent mainstream schools there are {wider}.",
    )
