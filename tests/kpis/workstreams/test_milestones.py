"""How a milestone stands is reported by its workstream's lead, and nothing reported is lost."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kpis.workstreams.actions import NotTheLead, report_milestone
from kpis.workstreams.models import Milestone, MilestoneReport, Plan, Workstream

NOW = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def milestone(person):
    workstream = Workstream.objects.create(
        plan=Plan.objects.create(name="P"), name="W", slug="w", purpose="p", lead=person("workstream_lead")
    )
    return Milestone.objects.create(workstream=workstream, name="Opened", due_on=date(2026, 9, 1))


def test_only_the_lead_reports(milestone, person):
    with pytest.raises(NotTheLead):
        report_milestone(
            milestone=milestone, status="done", evidence="x", by=person("workstream_lead"), at=NOW
        )


def test_done_needs_its_evidence_in_the_database_too(milestone):
    with pytest.raises(IntegrityError, match="done_has_evidence"), transaction.atomic():
        MilestoneReport.objects.create(
            milestone=milestone, status="done", reported_by=milestone.workstream.lead, reported_at=NOW
        )


def test_the_lead_reports_on_a_page_and_earlier_reports_stay(milestone, client_as):
    client, address = client_as(milestone.workstream.lead), reverse("workstreams:report", args=[milestone.pk])
    assert client.post(address, {"status": "in_progress"}).status_code == 302
    refused = client.post(address, {"status": "done", "evidence": " "})
    assert refused.context["form"].errors["evidence"] == ["Say what shows that it is done."]
    assert client.post(address, {"status": "done", "evidence": "Opened on 1 September"}).status_code == 302
    assert list(milestone.reports.order_by("id").values_list("status", flat=True)) == ["in_progress", "done"]
    assert "Opened on 1 September" in client.get(milestone.workstream.get_absolute_url()).content.decode()


def test_another_leads_milestone_is_not_found(milestone, client_as):
    assert (
        client_as("workstream_lead").get(reverse("workstreams:report", args=[milestone.pk])).status_code
        == 404
    )


def test_a_lead_cannot_be_the_sponsor(milestone):
    workstream = milestone.workstream
    workstream.sponsor = workstream.lead
    with pytest.raises(IntegrityError, match="lead_is_not_sponsor"), transaction.atomic():
        workstream.save()
