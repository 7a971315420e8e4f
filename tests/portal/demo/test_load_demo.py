"""The demonstration: whole, into an empty database only, and nothing invented without saying so."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from feedback.contributions.models import ReachEdition
from kpis.figures.actions.counted import COUNTED
from kpis.figures.models import Baseline, Figure, Kpi, KpiDefinition, Target
from kpis.savings.models import Initiative, SavingsTarget
from kpis.workstreams.models import Workstream
from portal.accounts.models import User
from portal.demo.loading import load_demo
from portal.local_offer.models import ListingImport


def test_it_is_not_mixed_with_anybodys_data(person):
    person("administrator")
    with pytest.raises(CommandError, match="needs an empty one"):
        call_command("load_demo")


def test_it_holds_kingstons_thirty_kpis_in_six_workstreams_and_marks_what_is_invented(db):
    load_demo(at=timezone.now())
    counted_by_the_portal = KpiDefinition.objects.filter(source=COUNTED)
    assert Kpi.objects.exclude(definitions__in=counted_by_the_portal).count() == 30
    assert counted_by_the_portal.count() == 12  # five of what people tell us, seven of the Local Offer
    assert Figure.objects.filter(kpi__code="SG5", source=COUNTED).count() == 9  # a share a month
    assert not counted_by_the_portal.exclude(meaning__endswith="(Illustrative.)").exists()
    assert {
        Figure.objects.filter(kpi=d.kpi, value__isnull=False).exists() for d in counted_by_the_portal
    } == {True}
    assert set(ReachEdition.objects.shown().values_list("audience", flat=True)) == {"partners", "public"}
    assert Workstream.objects.count() == 6
    # The others have "no baseline yet": none is invented, but for the monthly series that is invented as a whole.
    assert Baseline.objects.exclude(source__startswith="Illustrative").count() == 17
    assert Baseline.objects.get(source__startswith="Illustrative").kpi.code == "LP5"
    assert not KpiDefinition.objects.filter(nature="demand").exclude(polarity="none").exists()
    assert set(Target.objects.values_list("note", flat=True)) == {"Illustrative target"}
    assert set(Initiative.objects.values_list("note", flat=True)) == {"Illustrative"}
    assert set(SavingsTarget.objects.values_list("note", flat=True)) == {"Illustrative"}
    assert not User.objects.exclude(email__endswith="@demo.invalid").exists()
    last_month, this_month = ListingImport.objects.order_by("pk")
    assert last_month.rows.filter(page__live=False).count() == 2
    outcomes = ["changed", "same", "new", "duplicate", "duplicate", "wrong"]
    assert list(this_month.rows.order_by("number").values_list("outcome", flat=True)) == outcomes
