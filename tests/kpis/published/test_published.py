"""Published values: read as printed or doubted, counted from when they were known, confirmed with a note."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kpis.published.actions import NothingToConfirm, confirm_value, load_value, read_printed
from kpis.published.models import Area, PublishedValue, Topic
from kpis.published.queries import topics_at

KNOWN = datetime(2019, 11, 14, tzinfo=UTC)
NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def load(person):
    """`load("12", area="England")`: a printed value, loaded by a data officer."""
    officer = person("data_officer")
    topic = Topic.objects.create(name="Population")

    def make(printed, *, area="England", known_from=KNOWN, measure="Aged 0 to 18", basis="as printed"):
        return load_value(
            topic=topic,
            area=Area.objects.get_or_create(name=area)[0],
            measure=measure,
            period_words="January 2019",
            as_printed=printed,
            known_from=known_from,
            by=officer,
            at=NOW,
            unit="count",
            basis=basis,
            source="The paper",
        )

    return make


@pytest.mark.parametrize(
    ("printed", "value", "symbol"),
    [
        ("40,454", Decimal(40454), ""),
        ("21.2%", Decimal("21.2"), ""),
        ("£278", Decimal(278), ""),
        ("c", None, "c"),
        ("..", None, "x"),
    ],
)
def test_a_print_that_is_a_number_or_a_known_marker_is_read(printed, value, symbol):
    reading = read_printed(printed)
    assert (reading.value, reading.symbol, reading.doubt) == (value, symbol, "")


@pytest.mark.parametrize("printed", ["1,251,2090", "12a", "about 5", "n/a", ""])
def test_a_print_that_would_need_a_guess_is_doubted(printed):
    reading = read_printed(printed)
    assert reading.value is None
    assert reading.doubt


def test_a_doubtful_value_is_on_no_page_until_it_is_confirmed(load, person):
    doubted = load("1,251,2090")
    assert topics_at(NOW) == []
    confirm_value(
        published=doubted, value=Decimal(12_512_090), note="Fits the rate", by=person("finance"), at=NOW
    )
    [table] = topics_at(NOW)
    assert [value.value for value in table.singles] == [12_512_090]
    assert "England is printed as 1,251,2090 and read as 12,512,090" in table.notes[-1]


def test_a_value_is_confirmed_once_and_only_where_there_is_doubt(load, person):
    clear, doubted = load("12"), load("1,2", area="Kingston")
    with pytest.raises(NothingToConfirm):
        confirm_value(published=clear, value=Decimal(1), note="x", by=person("finance"), at=NOW)
    confirm_value(published=doubted, value=Decimal(12), note="x", by=person("finance"), at=NOW)
    with pytest.raises(NothingToConfirm):
        confirm_value(published=doubted, value=Decimal(13), note="y", by=person("finance"), at=NOW)


def test_the_database_wants_a_note_with_a_confirmation(load, person):
    row = load("1,2")
    row.value, row.confirmed_by, row.confirmed_at = 12, person("finance"), NOW
    with pytest.raises(IntegrityError, match="published_confirmed_with_note"), transaction.atomic():
        row.save()


def test_the_database_wants_a_value_a_symbol_or_a_doubt(load):
    row = load("12")
    row.value = None
    with pytest.raises(IntegrityError, match="published_read_or_doubted"), transaction.atomic():
        row.save()


def test_loading_the_same_vintage_twice_changes_nothing(load):
    assert load("12") == load("12")


def test_a_later_vintage_counts_from_its_own_day(load):
    load("12")
    load("13", known_from=datetime(2021, 6, 30, tzinfo=UTC))
    shown = {at.year: topics_at(at)[0].singles[0].value for at in (datetime(2020, 1, 1, tzinfo=UTC), NOW)}
    assert shown == {2020: 12, 2026: 13}


def test_values_of_different_bases_are_not_compared(load):
    load("278", basis="budget")
    load("224", basis="outturn", area="Kingston")
    [table] = topics_at(NOW)
    assert table.columns == []
    assert len(table.singles) == 2


def test_areas_are_compared_on_what_they_share(load):
    load("40,454", area="Kingston")
    load("12,512,090")
    [table] = topics_at(NOW)
    assert [(area, [cell for _, cell in cells]) for area, cells in table.rows] == [
        ("England", ["12,512,090"]),
        ("Kingston", ["40,454"]),
    ]


def test_the_data_officer_confirms_on_a_page(load, client_as):
    doubted, officer = load("1,251,2090"), client_as("data_officer")
    assert "1,251,2090" in officer.get(reverse("published:doubtful")).content.decode()
    address = reverse("published:confirm", args=[doubted.pk])
    refused = officer.post(address, {"value": "1,251,2090", "note": ""})
    assert set(refused.context["form"].errors) == {"value", "note"}
    assert officer.post(address, {"value": "12,512,090", "note": "Fits the rate"}).status_code == 302
    assert PublishedValue.objects.get().value == 12_512_090
    assert "Nothing to confirm" in officer.get(reverse("published:doubtful")).content.decode()


def test_who_confirms_a_second_time_is_told_and_loses_nothing_typed(load, client_as, person):
    doubted, officer = load("1,251,2090"), client_as("data_officer")
    confirm_value(
        published=doubted,
        value=Decimal(12_512_090),
        note="Fits",
        by=person("finance", first_name="Finn"),
        at=NOW,
    )
    page = officer.post(
        reverse("published:confirm", args=[doubted.pk]), {"value": "1", "note": "My own reason"}
    ).content.decode()
    assert "there is nothing to confirm" in page
    assert "My own reason" in page
    assert "Finn" in page
    assert PublishedValue.objects.get().value == 12_512_090
