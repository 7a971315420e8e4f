"""A year of people who told us something, counted: whom we heard from, and KPIs that the portal fills itself.

All of it is invented, and says so.
"""

import tomllib
from datetime import timedelta
from itertools import count

from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page

from feedback.contributions.actions import (
    draft_response,
    fill_measures,
    keep_private,
    plan_to_ask,
    publish_reach,
    publish_response,
    receive_contribution,
    revise_response,
    start_screening,
    switch_on,
)
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Neighbourhood
from kpis.domain.periods import PeriodKind, last_ended
from kpis.domain.periods.period import add_months
from kpis.figures.actions.counted import COUNTED
from kpis.figures.actions.definitions import create_kpi, define_kpi
from kpis.figures.models import Kpi
from portal.demo.loading.figures import DATA
from portal.demo.loading.plan import start_of

MONTHS = 15
WHO = ("parent_carer",) * 7 + ("school",) * 2 + ("health", "voluntary", "young_person")
KINDS = ("provision", "information", "making", "idea", "compliment")
AGES = ("Under 5", "5 to 10", "5 to 10", "11 to 15", "11 to 15", "16 to 19", "")
NEEDS = ("ASD", "ASD", "SLCN", "SEMH", "SLCN", "MLD", "PD", "ASD", "", "")
WORKSTREAM = "Strategy and governance"


def load_crowd(*, people, workstreams, at):
    """Ten or so people a month, counted and not shown; most are answered in three weeks, some later."""
    places = list(Neighbourhood.objects.order_by("position", "id"))
    topics = tomllib.loads((DATA / "crowd.toml").read_text(encoding="utf-8"))["topic"]
    numbers = count()
    this_month = timezone.localdate(at).replace(day=1)
    for back, topic in zip(range(MONTHS, 0, -1), topics, strict=True):
        month = start_of(add_months(this_month, -back))
        heard = [_receive(next(numbers), month, places, people["moderator"]) for _ in range(8 + back % 4)]
        _answer(
            topic,
            heard,
            [month + timedelta(days=24), month + timedelta(days=26 + back % 5 * 4)],
            workstreams,
            people,
        )


def _receive(number: int, month, places, moderator):
    at = month + timedelta(days=number % 5, hours=10)
    contribution, _code = receive_contribution(
        text=f"One of many voices, number {number}. (Illustrative.)",
        kind=KINDS[number % len(KINDS)],
        partner_type=WHO[number % len(WHO)],
        publish_consent="counts_only",
        neighbourhood=places[number * number % 7 % len(places)] if number % 6 else None,
        age_band=AGES[number % len(AGES)],
        need=NEEDS[number % len(NEEDS)],
        at=at,
    )
    start_screening(contribution=contribution, by=moderator, at=at + timedelta(days=1))
    return keep_private(contribution=contribution, by=moderator, at=at + timedelta(days=1))


def _answer(topic: dict, heard: list, days: list, workstreams, people):
    """One answer to all of them: published for most on the first of two days, for the others on the second."""
    words = Words(
        you_said=f"{topic['said']} (Illustrative.)",
        outcome="did" if "what" in topic else "will_not",
        what=topic.get("what", ""),
        reason=topic.get("reason", ""),
        evidence=_evidence(topic),
    )
    told = {"words": words, "workstream": workstreams[topic["workstream"]], "by": people["moderator"]}
    first, second = days
    response = draft_response(contributions=heard[:6], at=first, **told)
    publish_response(
        response=response, number=response.versions.count(), by=people["moderator.second"], at=first
    )
    revise_response(response=response, contributions=heard, based_on=1, at=second, **told)
    publish_response(
        response=response, number=response.versions.count(), by=people["moderator.second"], at=second
    )


def _evidence(topic: dict) -> Model | None:
    if "page" in topic:
        return Page.objects.get(slug=topic["page"])
    return Kpi.objects.get(code=topic["evidence"]) if "evidence" in topic else None


def load_measures(*, people, workstreams, at):
    """KPIs that are linked to what the portal counts, filled as nights before now would have filled them."""
    months = _month_starts(at)
    specs = tomllib.loads((DATA / "measures.toml").read_text(encoding="utf-8"))
    for position, (code, spec) in enumerate(specs.items(), start=90):
        _link(code, dict(spec), position, workstreams, people["data"], months[0])
    for month in months:
        counted_at = month + timedelta(days=20)
        if counted_at < at:
            publish_reach(at=counted_at)
    for month in months[::4]:  # every fourth month catches up the three before it
        fill_measures(at=month + timedelta(hours=4))
    publish_reach(at=at)
    plan_to_ask(
        dimension="partner_type",
        band="finance",
        who="Lead, Commercial thinking",
        by_on=timezone.localdate(at) + timedelta(days=45),
        by=people["lead.commercial"],
        at=at,
    )


def _month_starts(at) -> list:
    """The nights after the last nine months that ended."""
    last = last_ended(timezone.localdate(at), PeriodKind.MONTH).end
    return [start_of(add_months(last, -back)) for back in range(8, -1, -1)]


def _link(code: str, spec: dict, position: int, workstreams, by, first_night):
    """A KPI that is there already is linked as it is; any other is made from what the file says of it."""
    measure = spec.pop("measure")
    kpi = Kpi.objects.filter(code=code).first() or _make(
        code, spec, position, workstreams[WORKSTREAM], by, first_night
    )
    switch_on(measure=measure, kpi=kpi, by=by, at=first_night)


def _make(code: str, spec: dict, position: int, workstream, by, at) -> Kpi:
    kpi = create_kpi(code=code, workstream=workstream, position=position)
    fields = {
        "why_it_matters": "Families stop speaking when nothing comes back.",
        "nature": "experience",
        "frequency": "month",
        "due_days": 30,
        "source": COUNTED,
        "shown_to_board": True,
        "owner": f"Lead, {WORKSTREAM}",
    }
    define_kpi(kpi=kpi, fields=fields | spec, by=by, at=at, counts_from=at)
    return kpi
