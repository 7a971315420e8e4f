"""The demonstration: whole, into an empty database only, and nothing invented without saying so."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from kpis.figures.models import Baseline, Kpi, KpiDefinition, Target
from kpis.savings.models import Initiative, SavingsTarget
from kpis.workstreams.models import Workstream
from portal.accounts.models import User
from portal.demo.loading import load_demo


def test_it_is_not_mixed_with_anybodys_data(person):
    person("administrator")
    with pytest.raises(CommandError, match="needs an empty one"):
        call_command("load_demo")


def test_it_holds_kingstons_thirty_kpis_in_six_workstreams_and_marks_what_is_invented(db):
    load_demo(at=timezone.now())
    assert Kpi.objects.count() == 30
    assert Workstream.objects.count() == 6
    assert Baseline.objects.count() == 17  # the others have "no baseline yet", and none is invented
    assert not KpiDefinition.objects.filter(nature="demand").exclude(polarity="none").exists()
    assert set(Target.objects.values_list("note", flat=True)) == {"Illustrative target"}
    assert set(Initiative.objects.values_list("note", flat=True)) == {"Illustrative"}
    assert set(SavingsTarget.objects.values_list("note", flat=True)) == {"Illustrative"}
    assert not User.objects.exclude(email__endswith="@demo.invalid").exists()
