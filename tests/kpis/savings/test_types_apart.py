"""Types of saving are never added up across kinds, but cashable with income: every screen and export is walked."""

import re
from itertools import combinations

import pytest
from django.urls import get_resolver, reverse
from django.utils import timezone

from kpis.domain.savings import AMOUNT_NAMES, SavingType, year_of
from kpis.savings import actions
from kpis.savings.queries import work_out_years
from kpis.spreadsheets import read_tables
from kpis.workstreams.models import Meeting
from portal.design.formats import gbp, gbp_short
from tests.kpis.savings.conftest import ADDED, MEETING, plan_year, record_counterfactual

# Pounds a month. Each is more than those before it together, and the year's sums differ in the first
# decimal of a million, so that every sum of several types is told from every other, also in its short form.
MONTHLY = {
    SavingType.CASHABLE: 110_000,
    SavingType.INCOME: 230_000,
    SavingType.NON_CASHABLE: 520_000,
    SavingType.COST_AVOIDANCE: 1_170_000,
    SavingType.SCOPE_REDUCTION: 2_390_000,
}
BASE, TARGET, SHARE = (
    4_300_000,
    7_777_777,
    3_333_333,
)  # of the group every month, of the year, of a workstream
MAY_BE_ADDED = {SavingType.CASHABLE, SavingType.INCOME}
ROUND = re.compile(r"£\d+m")  # so many whole millions stand on the axes of charts
MONEY = re.compile(r"£[\d,]+(?:\.\d+)?(?:m|bn)?|\b\d+\.\d{2,4}\b")


@pytest.fixture
def of_every_type(make_initiative, make_group, join, set_target, report, partnership):
    """An initiative of each type over two workstreams, all but one saving the same money, some of it delivered."""
    set_target(TARGET, provision=SHARE)
    initiatives, this_year = {}, year_of(timezone.localdate())
    for n, (saving_type, monthly) in enumerate(MONTHLY.items()):
        workstream = partnership.transport if n % 2 else partnership.provision
        initiative = make_initiative(f"T-{n}", saving_type=saving_type, workstream=workstream)
        plan_year(initiative, monthly, by=partnership.lead)
        plan = plan_year(initiative, monthly, by=partnership.lead, year=this_year, reason="This year")
        if saving_type is SavingType.COST_AVOIDANCE:
            record_counterfactual(initiative, by=partnership.lead)
        actions.approve_plan(plan=plan, by=partnership.finance, at=ADDED)
        initiatives[saving_type] = report(initiative, 4, monthly).initiative
    join(make_group(monthly=BASE), *list(initiatives.values())[1:])
    Meeting.objects.create(held_on=MEETING.date(), starts_at=MEETING, title="Board")
    actions.recompute_progress(at=timezone.now())
    return initiatives


def sums(initiatives, *, of_several_kinds: bool) -> set:
    """What each amount adds up to over some of the types: those that may be added up, or all the others."""
    years = [2019, year_of(timezone.localdate())]
    found = set()
    for at in (MEETING, timezone.now()):
        for known in work_out_years(years=years, at=at).values():
            progress = {t: known.by_initiative()[initiative.pk] for t, initiative in initiatives.items()}
            found |= set(_sums(progress, of_several_kinds))
    return found


def _sums(progress, of_several_kinds: bool):
    for size in range(1, 6):
        for types in combinations(MONTHLY, size):
            if (size > 1 and not set(types) <= MAY_BE_ADDED) == of_several_kinds:
                for name in AMOUNT_NAMES:
                    yield sum(getattr(progress[saving_type], name) for saving_type in types)


def written(amounts) -> set[str]:
    """Every way in which a page or a file writes these amounts."""
    shapes = (gbp, gbp_short, lambda amount: f"{amount:.2f}", lambda amount: f"{amount:.4f}")
    return {shape(amount) for amount in amounts for shape in shapes}


def addresses(initiatives):
    """Every address of savings, for each initiative where it is of one, and the Board's pages."""
    given = {"year": 2019, "kind": "csv"}
    one = next(iter(initiatives.values()))
    pks = [one.deliveries.get().pk, one.plans.first().pk, next(iter(initiatives.values())).pk, 1]
    for name, (patterns, *_) in get_resolver("kpis.savings.urls").reverse_dict.items():
        if isinstance(name, str):
            for code in [i.code for i in initiatives.values()] if "code" in patterns[0][1] else [""]:
                for pk in pks if "pk" in patterns[0][1] else [0]:
                    known = {**given, "code": code, "pk": pk}
                    yield reverse(f"savings:{name}", kwargs={key: known[key] for key in patterns[0][1]})
    yield from (reverse("home:board"), reverse("home:workstreams"))
    yield reverse("home:board_at_meeting", args=[2019, 11, 14])
    yield from (reverse("home:workstream", args=[slug]) for slug in ("local-provision", "transport"))


def money_in(answer) -> set[str]:
    if "spreadsheet" in answer["Content-Type"]:
        cells = (
            cell for table in read_tables("a.xlsx", answer.content).values() for row in table for cell in row
        )
        return {money for cell in cells for money in MONEY.findall(cell)}
    return set(MONEY.findall(answer.content.decode()))


def test_no_screen_and_no_export_adds_up_types(of_every_type, client_as, partnership):
    forbidden = written(sums(of_every_type, of_several_kinds=True))
    single = sums(of_every_type, of_several_kinds=False)
    allowed = written(single | {TARGET - amount for amount in single})
    no_savings = written({BASE, 12 * BASE, TARGET, SHARE, TARGET - SHARE})
    told_apart = {text for text in forbidden - allowed - no_savings if not ROUND.fullmatch(text)}
    assert len(told_apart) > 400
    assert gbp(12 * 110_000 + 12 * 520_000) in told_apart  # cashable and non-cashable, planned
    client, shown, opened = client_as(partnership.finance), {}, 0
    for address in sorted(set(addresses(of_every_type))):
        answer = client.get(address, {"year": 2019})
        if answer.status_code == 200:
            opened += 1
            shown[address] = money_in(answer)
    assert opened > 60
    assert {a: found & told_apart for a, found in shown.items() if found & told_apart} == {}
    both = gbp(12 * 110_000 + 12 * 230_000)
    assert any(both in found for found in shown.values())  # what may be added up is


def test_the_walk_goes_everywhere(of_every_type):
    walked = set(addresses(of_every_type))
    named = ("register", "table_xlsx", "months", "groups", "targets", "sign_off")
    assert {reverse(f"savings:{name}") for name in named} <= walked
