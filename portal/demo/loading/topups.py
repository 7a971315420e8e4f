"""Top-ups of schools that do not exist, so that the tools can be tried: all of it illustrative, and said to be."""

from datetime import date
from decimal import Decimal

from kpis.domain.block import Basis, PlacementCategory, PriceBase
from kpis.topups.actions import BandLine, add_band_table, add_setting, record_entry, replace_list
from kpis.topups.actions.rows import read_top_ups
from kpis.topups.models import CostSplit, FirstSliceShown, Incentive, IncentiveKind, PaidPlaces, Setting
from portal.demo.loading.figures import DATA

YEAR = 2019  # the paper's year, which has a leap day
TERMS = {
    "price_base": PriceBase.CASH,
    "funding_scope": "High Needs Block, top-ups to invented schools",
    "source": "The demonstration",
    "note": "Illustrative",
}
SCHOOLS = (
    ("Illustrative primary A", PlacementCategory.MAINSTREAM),
    ("Illustrative primary B", PlacementCategory.MAINSTREAM),
    ("Illustrative secondary C", PlacementCategory.MAINSTREAM),
    ("Illustrative resourced provision D", PlacementCategory.RESOURCED),
    ("Illustrative special school E", PlacementCategory.SPECIAL),
)
BANDS = (
    ("B1", 4_500, 4_800, "Some extra help in class"),
    ("B2", 8_000, 7_600, "Regular help from an adult"),
    ("B3", 12_500, 11_400, "Help from an adult for most of the week"),
    ("R1", 11_000, 10_500, "A place in a resourced provision"),
    ("S1", 16_000, 16_800, "Special school, class of ten"),
    ("S2", 24_000, 23_200, "Special school, class of eight"),
    ("S3", 34_500, 33_000, "Special school, class of six"),
)
PLACES = (("Illustrative resourced provision D", 8, 11_000), ("Illustrative special school E", 14, 24_000))
SHOWN = (
    ("Illustrative primary A", "TU-0001", 6_000),
    ("Illustrative primary A", "TU-0002", 6_400),
    ("Illustrative primary B", "TU-0007", 3_750),
    ("Illustrative secondary C", "TU-0010", 6_000),
)
COSTS = (
    ("Illustrative special school E", 620_000, 14_500, 60),
    ("Illustrative resourced provision D", 64_000, 7_200, 8),
)
INCENTIVES = (
    (
        "Illustrative primary A",
        IncentiveKind.TARGETED,
        "A share for schools with many pupils with plans",
        6,
        18_000,
    ),
    (
        "Illustrative secondary C",
        IncentiveKind.SERVICE,
        "A speech and language therapist one day a week",
        9,
        9_500,
    ),
    ("Illustrative primary B", IncentiveKind.INDIVIDUAL, "A place above the usual band", 1, 15_200),
)


def load_topups(*, people, at):
    """A list of 2019/20, two tables of bands, paid places, costs, what was shown, and incentives."""
    given = {**TERMS, "by": people["finance"], "at": at}
    for name, category in SCHOOLS:
        add_setting(name=name, category=category, note="Illustrative: no such school", by=given["by"], at=at)
    content = (DATA / "top_ups.csv").read_bytes()
    replace_list(
        rows=read_top_ups("top_ups.csv", content), financial_year=YEAR, basis=Basis.FORECAST, **given
    )
    _load_bands(given)
    _load_entries({**given, "financial_year": YEAR, "basis": Basis.FORECAST})


def _load_bands(given: dict):
    now = [BandLine(code, Decimal(amount), words) for code, amount, _, words in BANDS]
    then = [BandLine(code, Decimal(amount), words) for code, _, amount, words in BANDS]
    in_force = {"starts_on": date(YEAR, 4, 1), "basis": Basis.BUDGET, **given}
    add_band_table(name=f"Bands of {YEAR}/20 (illustrative)", bands=now, **in_force)
    add_band_table(name="Proposed bands (illustrative)", bands=then, basis=Basis.PLANNED, **given)


def _load_entries(given: dict):
    schools = {setting.name: setting for setting in Setting.objects.all()}
    for name, places, amount in PLACES:
        record_entry(of=PaidPlaces, setting=schools[name], places=places, annual_gbp=Decimal(amount), **given)
    for name, reference, amount in SHOWN:
        record_entry(
            of=FirstSliceShown,
            setting=schools[name],
            reference=reference,
            shown_gbp=Decimal(amount),
            shown_on=date(YEAR, 10, 7),
            evidence="Costed provision map (illustrative)",
            **given,
        )
    for name, fixed, per_pupil, pupils in COSTS:
        record_entry(
            of=CostSplit,
            setting=schools[name],
            fixed_gbp=Decimal(fixed),
            per_pupil_gbp=Decimal(per_pupil),
            pupils=pupils,
            **given,
        )
    for name, kind, what_for, pupils, amount in INCENTIVES:
        record_entry(
            of=Incentive,
            setting=schools[name],
            kind=kind,
            what_for=what_for,
            pupils=pupils,
            amount_gbp=Decimal(amount),
            **given,
        )
