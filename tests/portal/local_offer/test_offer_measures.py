"""What the Local Offer is measured by, and the figures of KPIs that come of it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from feedback.contributions.actions import Refused
from kpis.domain.periods import PeriodKind, containing
from kpis.figures.actions.definitions import create_kpi, define_kpi
from kpis.figures.models import Figure
from kpis.workstreams.models import Plan, Workstream
from portal.local_offer import actions
from portal.local_offer.models import Heading, HeadingList, OfferMeasure, SearchTerm
from portal.local_offer.queries.measures import count_all, measure_rows
from tests.offer_kpi import OFFER_KPI

TODAY = date(2026, 11, 1)
AT = datetime(2026, 11, 1, 4, 40, tzinfo=UTC)
OCTOBER = containing(date(2026, 10, 1), PeriodKind.MONTH)


@pytest.fixture
def duties(editor):
    made = HeadingList.objects.create(name="Duties", as_of=date(2026, 10, 1), sources="The law")
    for position, (code, duty) in enumerate([("a", "must"), ("b", "must"), ("c", "must"), ("d", "should")]):
        Heading.objects.create(
            heading_list=made,
            code=code,
            group="All",
            title=code.upper(),
            source="P",
            duty=duty,
            position=position,
        )
    return actions.check_heading_list(heading_list=made, by=editor, at=AT)


def parts(found):
    return found.part, found.whole


def test_measures_counted_by_hand(duties, add_page, guidance, service):
    add_page(guidance(title="One", headings=["a"], next_check_on=date(2026, 10, 31)))
    spoken = add_page(guidance(title="Two", headings=["b", "d"], next_check_on=TODAY))
    add_page(service(title="Three", headings=["d"], next_check_on=TODAY))
    spoken.alternative_formats.create(
        kind="easyread", title="Easy", address="https://example.org/e", made_from=TODAY
    )
    spoken.save_revision().publish()
    for term, searches, nothing in [("autism", 8, 0), ("trampolining", 2, 2)]:
        SearchTerm.objects.create(day=date(2026, 10, 31), term=term, searches=searches, found_nothing=nothing)
    SearchTerm.objects.create(day=TODAY, term="too late", searches=9, found_nothing=9)
    found = count_all(TODAY, OCTOBER)
    assert parts(found[OfferMeasure.COVERAGE_MUST]) == (2, 3)
    assert found[OfferMeasure.COVERAGE_MUST].remark == "Not covered: C."
    assert parts(found[OfferMeasure.COVERAGE_SHOULD]) == (1, 1)
    assert parts(found[OfferMeasure.IN_DATE]) == (2, 3)  # overdue from the day after
    assert parts(found[OfferMeasure.EASYREAD]) == (1, 2)
    assert parts(found[OfferMeasure.ZERO_RESULTS]) == (2, 10)
    # Of seven criteria the service lacks how long people wait and where it is.
    assert parts(found[OfferMeasure.COMPLETENESS]) == (5, 7)


def test_where_there_is_nothing_there_is_no_nought(home):
    found = count_all(TODAY, OCTOBER)
    assert all(not one.whole for one in found.values())
    assert found[OfferMeasure.COVERAGE_MUST].remark == "No editor has checked the list of duties yet."


def test_measuring_takes_as_many_queries_whatever_there_is(
    duties, add_page, guidance, django_assert_num_queries
):
    for number in range(4):
        add_page(guidance(title=f"Page {number}", headings=["a"]))
    with django_assert_num_queries(6):
        count_all(TODAY, OCTOBER)


# ---- figures ----


@pytest.fixture
def keeper(person):
    return person("data_officer")


@pytest.fixture
def kpi(keeper):
    """Make a KPI that takes shares, or with `unit` another number."""
    plan = Plan.objects.create(name="Plan")
    workstream = Workstream.objects.create(plan=plan, name="Strategy", slug="strategy", purpose="To plan.")

    def make(code="LO1", **fields):
        kpi = create_kpi(code=code, workstream=workstream, position=1)
        define_kpi(kpi=kpi, fields=OFFER_KPI | fields, by=keeper, at=AT, counts_from=AT)
        return kpi

    return make


def link(kpi, keeper, measure="coverage_must"):
    return actions.link_offer_measure(measure=measure, kpi=kpi, by=keeper, at=AT)


def test_a_month_is_counted_once_on_its_first_day_after(duties, add_page, guidance, kpi, keeper):
    add_page(guidance(title="One", headings=["a"]))
    linked = link(kpi(), keeper)
    assert actions.fill_offer_measures(at=AT) == 1
    figure = Figure.objects.get(kpi=linked.kpi)
    assert (figure.numerator, figure.denominator) == (1, 3)
    assert figure.value == Decimal("33.333333")
    assert (figure.period_start, figure.recorded_by, figure.basis) == (date(2026, 10, 1), keeper, "counted")
    assert figure.remark == "Not covered: B, C."
    add_page(guidance(title="Two", headings=["b"]))
    assert actions.fill_offer_measures(at=datetime(2026, 11, 20, 4, 40, tzinfo=UTC)) == 0
    assert actions.fill_offer_measures(at=datetime(2026, 12, 1, 4, 40, tzinfo=UTC)) == 1
    assert [(f.period_start.month, f.numerator) for f in Figure.objects.order_by("period_start")] == [
        (10, 1),
        (11, 2),
    ]


def test_a_count_that_came_late_says_on_which_day_it_was_made(duties, kpi, keeper):
    link(kpi(), keeper)
    actions.fill_offer_measures(at=datetime(2026, 11, 20, 4, 40, tzinfo=UTC))
    assert Figure.objects.get().remark == "Counted on 20 November 2026. Not covered: A, B, C."


def test_what_cannot_be_counted_is_not_a_nought(home, kpi, keeper):
    link(kpi(), keeper)
    actions.fill_offer_measures(at=AT)
    figure = Figure.objects.get()
    assert (figure.value, figure.symbol) == (None, "z")


def test_a_kpi_that_does_not_fit_is_refused(kpi, keeper, person):
    with pytest.raises(Refused, match="in per cent, the measure is in count"):
        link(kpi("LO1"), keeper, "reading_grade")
    with pytest.raises(Refused, match="those who keep their definitions"):
        link(kpi("LO2"), person("editor"))
    linked = link(kpi("LO3"), keeper)
    with pytest.raises(Refused, match="linked already"):
        link(kpi("LO4"), keeper)
    actions.unlink_offer_measure(link=linked, by=keeper, at=AT)
    assert actions.fill_offer_measures(at=AT) == 0


def test_the_measures_page_shows_today_and_the_latest_figure(
    duties, add_page, guidance, kpi, keeper, client_as
):
    add_page(guidance(title="One", headings=["a"]))
    made = kpi()
    desk = client_as(keeper)
    assert "Choose a KPI." in desk.post("/offer/measures/coverage_must/link/", {"kpi": ""}).content.decode()
    desk.post("/offer/measures/coverage_must/link/", {"kpi": made.pk})
    actions.fill_offer_measures(at=AT)
    row = next(row for row in measure_rows(TODAY) if row.key == "coverage_must")
    assert (row.now, row.shown, row.period) == ("1 of 3", "33%", "October 2026")
    assert "1 of 3" in desk.get("/offer/measures/").content.decode()
    assert "Link to a KPI" not in client_as("board_member").get("/offer/measures/").content.decode()
    desk.post("/offer/measures/coverage_must/unlink/")
    assert not next(row for row in measure_rows(TODAY) if row.key == "coverage_must").link
    assert desk.get("/offer/measures/nothing/link/").status_code == 404
