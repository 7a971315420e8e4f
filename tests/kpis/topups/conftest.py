"""An officer, three schools and lists of top-ups made to measure."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from kpis.domain.block import PlacementCategory
from kpis.topups import actions
from kpis.topups.actions.rows import read_top_ups

NOW = datetime(2020, 4, 20, 9, tzinfo=UTC)
HEAD = "reference,setting,category,sector,band,annual top-up,from,to\n"
TERMS = {"price_base": "cash", "funding_scope": "High Needs Block", "source": "Extract of 14 April 2020"}
YEAR = {"financial_year": 2019, "basis": "outturn", **TERMS}
SCHOOLS = {
    "Primary A": PlacementCategory.MAINSTREAM,
    "Provision D": PlacementCategory.RESOURCED,
    "Special E": PlacementCategory.SPECIAL,
}


@pytest.fixture
def officer(person):
    return person("finance")


@pytest.fixture
def schools(officer):
    return {
        name: actions.add_setting(name=name, category=category, by=officer, at=NOW)
        for name, category in SCHOOLS.items()
    }


@pytest.fixture
def load(officer, schools):
    """`load("TU-1,Primary A,,Maintained,B1,1000,2019-04-01,")`: the list of 2019/20, outturn, from its rows."""

    def make(*rows, content=None, **changes):
        content = (HEAD + "\n".join(rows) + "\n").encode() if content is None else content
        terms = YEAR | {"by": officer, "at": NOW} | changes
        return actions.replace_list(rows=read_top_ups("t.csv", content), **terms)

    return make


@pytest.fixture
def record(officer):
    """`record(PaidPlaces, school, places=2, annual_gbp=10_000)`: an entry of 2019/20."""

    def make(of, setting, **terms):
        money = {name: Decimal(value) for name, value in terms.items() if name.endswith("_gbp")}
        return actions.record_entry(of=of, setting=setting, by=officer, at=NOW, **(YEAR | terms | money))

    return make
