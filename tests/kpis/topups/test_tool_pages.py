"""The tools: who opens them, what they say of a list, and what they say where there is nothing."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from kpis.topups import actions
from kpis.topups.models import BandTable, CostSplit, FirstSliceShown, Incentive, PaidPlaces
from portal.demo.loading.topups import load_topups
from tests.kpis.topups.conftest import NOW, TERMS

D = Decimal
LIST = [2019, "outturn"]
PAGES = ["averages", "days", "bands", "empty_places", "first_slice"]


@pytest.fixture
def client(client_as, officer):
    return client_as(officer)


def page(client, name, *args, **query):
    return client.get(reverse(f"topups:{name}", args=args), query)


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").find("main").get_text(" ").split())


# 2019/20 has 366 days. TU-1 all of them at £3,660, TU-2 the last 183 at £7,320, TU-3 the first 183 at £7,320.
WHOLE = "TU-1,Primary A,,Maintained,B1,3660,2019-04-01,"
LATE = "TU-2,Special E,,Academy,S1,7320,2019-10-01,"
EARLY = "TU-3,Special E,,Academy,,7320,2018-09-01,2019-09-30"


# ---- who ----


@pytest.mark.parametrize(("role", "status"), [("finance", 200), ("data_officer", 200), ("board_member", 403)])
def test_officers_open_the_tools_and_others_do_not(client_as, load, role, status):
    load(WHOLE)
    client = client_as(role)
    assert [page(client, name, *LIST).status_code for name in PAGES] == [status] * len(PAGES)
    assert page(client, "index").status_code == status


@pytest.mark.parametrize("name", PAGES)
def test_a_list_that_is_not_there_is_not_found(client, load, name):
    load(WHOLE)
    assert page(client, name, 2018, "outturn").status_code == 404
    assert page(client, name, 2019, "budget").status_code == 404


# ---- empty states ----


def test_nothing_recorded_says_so_everywhere(client):
    assert "No top-ups are recorded yet." in text_of(page(client, "index"))
    assert "Nothing published about top-ups is loaded." in text_of(page(client, "index"))
    assert "No table of bands is recorded yet." in text_of(page(client, "band_tables"))
    assert "No school's costs are split" in text_of(page(client, "numbers"))
    assert "No incentive is recorded yet." in text_of(page(client, "incentives"))
    assert "No school is recorded yet." in text_of(page(client, "settings"))
    for kind in ("paid-places", "first-slice"):
        assert "Nothing is recorded yet." in text_of(page(client, "entries", kind))


def test_a_list_without_what_a_tool_needs_says_so(client, load):
    load(LATE)
    assert "No table of bands is recorded yet." in text_of(page(client, "bands", *LIST))
    assert "No places are recorded as paid for while empty" in text_of(page(client, "empty_places", *LIST))
    assert "No top-up of this list is paid to a mainstream school" in text_of(
        page(client, "first_slice", *LIST)
    )


# ---- averages and days ----


def test_averages_are_said_with_their_number_and_small_ones_are_marked(client, load):
    load(WHOLE, LATE, EARLY)
    text = text_of(page(client, "averages", *LIST))
    # £3,660 + £3,660 + £3,660 = £10,980 for 3 top-ups over 2 full places
    assert (
        "3 top-ups cost £10,980.00: £3,660 for each, £5,490 for a place that is occupied the whole year."
        in text
    )
    assert "Fewer than 5" in text
    assert "Final outturn, 2019/20" in text
    assert "Source: Extract of 14 April 2020" in text


def test_days_and_pounds_of_each_stay(client, load):
    load(WHOLE, LATE, EARLY)
    answer = page(client, "days", *LIST)
    rows = {row.stay.reference: (row.days, row.pounds) for s in answer.context["settings"] for row in s.rows}
    assert rows == {"TU-1": (366, D(3660)), "TU-2": (183, D(3660)), "TU-3": (183, D(3660))}
    assert "732 days occupied cost £10,980.00 pro rata." in text_of(answer)
    assert "30 September 2019" in text_of(answer)


def test_thirds_of_a_penny_still_add_up(client, load):
    load(*(f"TU-{n},Primary A,,Maintained,,0.10,2019-04-01,2019-07-31" for n in range(10, 20)))
    answer = page(client, "days", *LIST)  # each 10p x 122/366 = 3 1/3 pence, ten of them 33 1/3
    [school] = answer.context["settings"]
    assert sum(row.pounds for row in school.rows) == school.pounds == answer.context["pounds"] == D("0.33")


# ---- empty places ----


def test_what_paying_in_full_costs_by_school(client, load, record, schools):
    load(LATE)
    record(PaidPlaces, schools["Special E"], places=1, annual_gbp=3_660)
    answer = page(client, "empty_places", *LIST)
    [row] = answer.context["rows"]
    assert (row.in_full, row.pro_rata, row.for_empty) == (D(5490), D(3660), D(1830))
    assert "costs £1,830.00: £5,490.00 paid in full, £3,660.00 by the days occupied." in text_of(answer)


def test_places_of_another_basis_are_not_mixed_in(client, load, record, schools):
    load(LATE)
    record(PaidPlaces, schools["Special E"], places=1, annual_gbp=3_660, basis="budget")
    assert page(client, "empty_places", *LIST).context["rows"] == []


def test_the_columns_of_every_tool_add_up_as_they_are_shown(client, officer):
    load_topups(people={"finance": officer}, at=NOW)
    table = BandTable.objects.get(name__startswith="Proposed")
    averages = page(client, "averages", 2019, "forecast").context
    for one in averages["tables"]:
        assert sum(row.cost for row in one.rows) == averages["everyone"].cost
    bands = page(client, "bands", 2019, "forecast", table=table.pk).context
    assert sum(row.then - row.now for row in bands["rows"]) == bands["together"].more
    empty = page(client, "empty_places", 2019, "forecast").context
    assert all(row.pro_rata + row.for_empty == row.in_full for row in empty["rows"])
    pence = [row.cost for row in averages["tables"][0].rows]
    assert [amount == round(amount, 2) for amount in pence] == [True] * len(pence)


# ---- bands ----


def test_what_another_table_would_cost_by_school(client, load, officer):
    load(WHOLE, LATE, EARLY)
    bands = [actions.BandLine("B1", D(4026)), actions.BandLine("S1", D(6588))]
    table = actions.add_band_table(name="Draft", bands=bands, by=officer, at=NOW, basis="planned", **TERMS)
    answer = page(client, "bands", *LIST, table=table.pk)
    rows = {row.setting: (row.now, row.then, row.more) for row in answer.context["rows"]}
    assert rows == {"Primary A": (D(3660), D(4026), D(366)), "Special E": (D(7320), D(6954), D(-366))}
    text = text_of(answer)
    assert "would cost £10,980.00 instead of £10,980.00: the same." in text
    assert "1 top-up is in a band that this table does not have" in text
    assert "TU-3" in text


def test_a_table_that_is_not_there_is_said(client, load, officer):
    load(WHOLE)
    actions.add_band_table(
        name="Now", bands=[actions.BandLine("B1", D(1))], by=officer, at=NOW, basis="budget", **TERMS
    )
    assert "This table is not there." in text_of(page(client, "bands", *LIST, table="99"))


# ---- the first slice ----


def test_who_has_and_who_has_not_shown_the_first_slice(client, load, record, schools):
    load(WHOLE, WHOLE.replace("TU-1", "TU-4"), WHOLE.replace("TU-1", "TU-5"), LATE)
    shown = {"shown_on": NOW.date(), "evidence": "Provision map"}
    record(FirstSliceShown, schools["Primary A"], reference="TU-1", shown_gbp=6_000, **shown)
    record(FirstSliceShown, schools["Primary A"], reference="TU-4", shown_gbp="5999.99", **shown)
    answer = page(client, "first_slice", *LIST)
    [row] = answer.context["rows"]
    assert (row.shown, row.shown_less, row.not_shown) == (("TU-1",), ("TU-4",), ("TU-5",))
    assert "For 1 of 3 top-ups in mainstream schools" in text_of(answer)


# ---- numbers of pupils, incentives ----


def test_one_more_pupil_against_the_average(client, record, schools):
    record(CostSplit, schools["Special E"], fixed_gbp=300_000, per_pupil_gbp=12_000, pupils=50)
    text = text_of(page(client, "numbers", more="4"))
    for amount in ("£18,000", "£12,000", "£48,000", "£72,000", "£24,000"):
        assert amount in text


@pytest.mark.parametrize("more", ["", "x", "-50", "501", "\x00"])
def test_any_number_of_pupils_is_answered(client, record, schools, more):
    record(CostSplit, schools["Special E"], fixed_gbp=1, per_pupil_gbp=1, pupils=50)
    assert page(client, "numbers", more=more).status_code == 200


def test_incentives_are_added_within_a_kind_year_and_basis_only(client, record, schools):
    for basis, amount in (("outturn", 100), ("outturn", 50), ("budget", 7)):
        record(
            Incentive,
            schools["Primary A"],
            kind="service",
            what_for="Therapist",
            pupils=3,
            amount_gbp=amount,
            basis=basis,
        )
    groups = page(client, "incentives").context["groups"]
    assert sorted((group.basis, group.amount, group.pupils) for group in groups) == [
        ("budget", D(7), 3),
        ("final outturn", D(150), 6),
    ]


# ---- export ----


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_lists_and_templates_are_files(client, load, kind):
    load(WHOLE)
    answer = page(client, "table", *LIST, kind)
    assert f'filename="top-ups-2019-20-outturn-version-1.{kind}"' in answer["Content-Disposition"]
    assert page(client, "template", kind).status_code == 200


def test_the_export_has_the_last_day(client, load):
    load(EARLY)
    rows = page(client, "table", *LIST, "csv").content.decode("utf-8-sig").splitlines()
    assert rows[1].endswith(",7320,2018-09-01,2019-09-30")


# ---- demonstration and queries ----


def test_the_demonstration_is_marked_and_fills_every_tool(client, officer):
    load_topups(people={"finance": officer}, at=NOW)
    for name in (*PAGES, "index"):
        answer = page(client, name, *([] if name == "index" else [2019, "forecast"]))
        assert "Illustrative" in text_of(answer)
    assert "Illustrative" in text_of(page(client, "numbers"))
    assert "Illustrative" in text_of(page(client, "incentives"))


@pytest.mark.parametrize("name", PAGES)
def test_a_long_list_takes_as_many_queries_as_a_short_one(client, load, name, django_assert_max_num_queries):
    load(WHOLE)
    with django_assert_max_num_queries(30) as few:
        page(client, name, *LIST)
    more = [WHOLE.replace("TU-1", f"TU-{n}") for n in range(10, 60)]
    load(*more, LATE, EARLY, reason="All of them")
    with django_assert_max_num_queries(30) as many:
        page(client, name, *LIST)
    assert len(many) == len(few)
