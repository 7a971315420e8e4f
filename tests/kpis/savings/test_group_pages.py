"""The pages of double counting: who may do what, what they show, what they refuse in words."""

import pytest
from django.urls import reverse

from kpis.savings.models import DoubleCountBase, DoubleCountGroup, DoubleCountMember, MonthlyAmount

GROUPS, ADD = reverse("savings:groups"), reverse("savings:add_group")
TERMS = {
    "what_is_shared": "The same placements",
    "basis": "budget",
    "price_base": "cash",
    "funding_scope": "High Needs Block",
    "source": "Budget book",
}


@pytest.fixture
def finance(client_as, partnership):
    return client_as(partnership.finance)


@pytest.fixture
def twice(make_initiative, make_group, join):
    """£600 a month twice on a base of £1,000 a month."""
    first, second = (make_initiative(code, monthly=600) for code in ("LP-1", "LP-2"))
    group = make_group(monthly=1_000)
    join(group, first, second)
    return group


def at(name, group, *more):
    return reverse(f"savings:{name}", args=[group.pk, *more])


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_an_empty_list_says_what_groups_are_for(client_as):
    page = text(client_as("board_member").get(GROUPS))
    assert "No initiatives share a base yet." in page
    assert "Add a group" not in page


def test_the_list_shows_the_overlap_of_the_year(client_as, twice):
    page = text(client_as("board_member").get(GROUPS, {"year": 2019}))
    assert "Base of 2019/20: £12,000 (budget, cash prices; High Needs Block)." in page
    assert '<td class="num" data-label="Overlap in plans">£2,400</td>' in page


def test_a_group_shows_its_order_with_stated_and_counted(client_as, twice):
    page = text(client_as("workstream_lead").get(at("group", twice), {"year": 2019}))
    assert 'data-label="Position">2</td>' in page
    assert (
        'data-label="Planned: stated">£7,200</td><td class="num" data-label="Planned: counted">£4,800' in page
    )
    assert "Put an initiative into it" not in page  # a lead reads, finance decides


def test_a_year_without_a_base_says_so(client_as, twice):
    page = text(client_as("finance").get(at("group", twice), {"year": 2026}))
    assert "No base is stated for" in page
    assert "none stated" in page


@pytest.mark.parametrize("year", ["x", "99999999999", "-1", "2019 "])
def test_a_year_that_is_none_is_the_usual_one(client_as, twice, year):
    assert client_as("finance").get(GROUPS, {"year": year}).status_code == 200


@pytest.mark.parametrize("name", ["set_base", "join_group", "order_group", "leave_group"])
@pytest.mark.parametrize(
    ("role", "status"), [("finance", 200), ("workstream_lead", 403), ("board_member", 403)]
)
def test_only_finance_changes_a_group(client_as, twice, name, role, status):
    more = {"set_base": [2019], "leave_group": ["LP-1"]}.get(name, [])
    assert client_as(role).get(at(name, twice, *more)).status_code == status


def test_a_group_is_added_with_its_base(finance):
    months = {f"month_{month}": "1,000.50" for month in ("2026_04", "2026_05")}
    year = finance.get(ADD).context["form"].months
    first = next(iter(year))
    answer = finance.post(ADD, {"name": "Places", "replaces": 0, first: "1,000.50", **TERMS, **months})
    group = DoubleCountGroup.objects.get()
    assert answer.url == group.get_absolute_url()
    assert str(group.bases.get().amounts.order_by("month").first().amount_gbp) == "1000.50"


@pytest.mark.parametrize(
    ("spoilt", "words"),
    [
        ({"name": ""}, "Enter a name for the group."),
        ({"source": ""}, "Say where it is written down."),
        ({"month": ""}, "Enter the base of at least one month."),
        ({"month": "-5"}, "below zero"),
        ({"month": "1,2"}, "did you mean"),
        ({"basis": "guess"}, "Select a valid choice"),
    ],
    ids=["no name", "no source", "no month", "negative", "badly written", "unknown basis"],
)
def test_what_is_missing_is_said_and_nothing_is_lost(finance, spoilt, words):
    first = next(iter(finance.get(ADD).context["form"].months))
    typed = {"name": "Places", "replaces": 0, "month": "5", **TERMS, **spoilt}
    typed[first] = typed.pop("month")
    page = text(finance.post(ADD, typed))
    assert words in page
    assert "The same placements" in page
    assert not DoubleCountGroup.objects.exists()


def test_a_base_is_changed_with_a_reason_and_not_over_somebody_elses_change(finance, twice):
    address = at("set_base", twice, 2019)
    typed = {"replaces": 1, "month_2019_04": "900", "reason": "Fewer places", **TERMS}
    assert finance.post(address, typed).url == twice.get_absolute_url()
    assert DoubleCountBase.objects.order_by("-version").first().amounts.count() == 1
    assert "Somebody else changed the base" in text(finance.post(address, typed))


def test_an_initiative_is_put_in_moved_and_taken_out(finance, twice, make_initiative):
    third = make_initiative("LP-3", monthly=600)
    join = at("join_group", twice)
    assert finance.get(join).context["form"]["position"].value() == 3
    finance.post(join, {"initiative": third.pk, "position": 3, "reason": "The same children"})
    members = DoubleCountMember.objects.known_at(None)
    order = {f"position_{m.initiative_id}": 4 - m.position for m in members}
    order["replaces"] = max(m.pk for m in members)
    finance.post(at("order_group", twice), {**order, "reason": "Signed in this order"})
    codes = members.order_by("position").values_list("initiative__code", flat=True)
    assert list(codes) == ["LP-3", "LP-2", "LP-1"]
    finance.post(at("leave_group", twice, "LP-2"), {"reason": "Another cost line"})
    assert list(codes.all()) == ["LP-3", "LP-1"]
    page = text(finance.get(twice.get_absolute_url(), {"year": 2019}))
    assert "Another cost line" in page


def test_an_order_is_not_changed_over_somebody_elses_change(finance, twice):
    order = at("order_group", twice)
    stale = finance.get(order).context["form"]
    typed = {name: stale[name].value() for name in stale.fields} | {"reason": "Signed in this order"}
    first, second = [name for name in typed if name.startswith("position_")]
    finance.post(order, typed | {first: 2, second: 1})
    assert "The group changed while you had it open." in text(finance.post(order, typed | {first: 5}))
    assert DoubleCountMember.objects.known_at(None).get(position=2).initiative.code == "LP-1"


def test_a_taken_position_is_refused_in_words(finance, twice, make_initiative):
    typed = {"initiative": make_initiative("LP-3").pk, "position": 1, "reason": "x"}
    assert "LP-1 is at position 1. Choose another" in text(finance.post(at("join_group", twice), typed))


def test_a_member_of_another_group_is_not_offered(finance, twice):
    assert list(finance.get(at("join_group", twice)).context["form"].fields["initiative"].queryset) == []


def test_what_leaves_a_group_it_is_not_in_is_refused(finance, twice, make_initiative):
    make_initiative("LP-3")
    answer = finance.post(at("leave_group", twice, "LP-3"), {"reason": "x"})
    assert "LP-3 is not in this group any more." in text(answer)


def test_a_per_cent_is_stated_by_who_keeps_the_initiative(client_as, partnership, twice):
    address = reverse("savings:forecast_per_cent", args=["LP-2", 2019])
    client = client_as(partnership.lead)
    assert client.post(address, {"replaces": 0, "per_cent": "12.5%"}).status_code == 302
    assert MonthlyAmount.objects.filter(per_cent="12.5").count() == 12
    assert client_as(partnership.other_lead).get(address).status_code == 404


@pytest.mark.parametrize("per_cent", ["0", "100.01", "-5", "1.234", "x", ""])
def test_what_is_no_per_cent_is_refused(client_as, partnership, twice, per_cent):
    address = reverse("savings:forecast_per_cent", args=["LP-2", 2019])
    answer = client_as(partnership.lead).post(address, {"replaces": 0, "per_cent": per_cent})
    assert answer.context["form"].errors["per_cent"]


def test_a_per_cent_before_the_first_month_is_refused(client_as, partnership, twice):
    address = reverse("savings:forecast_per_cent", args=["LP-2", 2018])
    answer = client_as(partnership.lead).post(address, {"replaces": 0, "per_cent": "5"})
    assert "It saves from April 2019, which is after this year." in text(answer)


def test_a_per_cent_of_no_base_is_refused_in_words(client_as, partnership, make_initiative):
    make_initiative("LP-9")
    address = reverse("savings:planned_per_cent", args=["LP-9", 2019])
    answer = client_as(partnership.lead).post(address, {"replaces": 0, "per_cent": "5"})
    assert "LP-9 shares no base" in text(answer)


def test_the_initiative_shows_stated_counted_and_overlap(client_as, twice):
    page = text(client_as("board_member").get(reverse("savings:initiative_year", args=["LP-2", 2019])))
    assert "It is number 2 in the group" in page
    assert 'data-label="Planned: stated">£7,200' in page
    assert 'data-label="Planned: overlap">£2,400' in page


def test_the_register_says_what_is_left_out(client_as, twice):
    page = text(client_as("board_member").get(reverse("savings:register"), {"year": 2019}))
    assert "Left out as counted by others already: £2,400 planned" in page


def test_the_list_takes_as_many_queries_for_one_group_as_for_many(
    client_as, make_initiative, make_group, join, django_assert_max_num_queries
):
    client = client_as("board_member")
    join(make_group(monthly=1), make_initiative("LP-0", monthly=1))
    with django_assert_max_num_queries(40) as first:
        client.get(GROUPS, {"year": 2019})
    for n in range(1, 6):
        join(make_group(f"Group {n}", 1), make_initiative(f"LP-{n}", monthly=1))
    with django_assert_max_num_queries(40) as many:
        client.get(GROUPS, {"year": 2019})
    assert len(many) == len(first)
