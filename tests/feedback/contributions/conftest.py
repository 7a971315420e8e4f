"""Contributions at every point of their way, and the people who move them."""

from datetime import UTC, datetime

import pytest

from feedback.contributions import actions
from feedback.contributions.actions.answering import Words
from feedback.contributions.models import Contribution, Kind, PartnerType, PublishConsent
from kpis.workstreams.models import Milestone, Plan, Workstream
from tests.planted import plant_reasons_and_rules

MONDAY = datetime(2019, 11, 11, 10, 0, tzinfo=UTC)
TUESDAY = datetime(2019, 11, 12, 10, 0, tzinfo=UTC)
PLANTED = "Wobblethwaite"  # a word that nobody else writes


@pytest.fixture(autouse=True)
def reasons(db):
    """The reasons and rules that come with the product, also where a test has emptied every table."""
    plant_reasons_and_rules()


@pytest.fixture
def moderator(person):
    return person("moderator", email="moderator@example.org")


@pytest.fixture
def second_moderator(person):
    return person("moderator", email="second@example.org")


@pytest.fixture
def lead(person):
    return person("safeguarding_lead", email="lead@example.org")


@pytest.fixture
def receive(db):
    """Receive a contribution: `receive(text=..., kind=...)`; `.code` is its receipt code."""

    def make(text="The waiting list for speech therapy is too long.", **told) -> Contribution:
        fields = {
            "kind": Kind.PROVISION,
            "partner_type": PartnerType.PARENT_CARER,
            "publish_consent": PublishConsent.EDITED,
            "at": MONDAY,
        }
        contribution, code = actions.receive_contribution(text=text, **(fields | told))
        contribution.code = code
        return contribution

    return make


@pytest.fixture
def published(receive, moderator, second_moderator):
    """A contribution whose public version differs from the original, approved by a second person."""

    def make(text=f"{PLANTED} waits too long.", public="We wait too long.", **told) -> Contribution:
        contribution = receive(text=text, **told)
        version = actions.save_public_version(
            contribution=contribution, text=public, by=moderator, at=TUESDAY
        )
        code = contribution.code
        contribution = actions.approve_public_version(version=version, by=second_moderator, at=TUESDAY)
        contribution.code = code
        return contribution

    return make


@pytest.fixture
def milestone(person):
    """A milestone that was reported as done before anybody answers."""
    plan = Plan.objects.create(name="The plan of the milestone")
    owner = person("workstream_lead", email="therapies@example.org")
    workstream = Workstream.objects.create(
        plan=plan, name="Therapies", slug="therapies", purpose="x", position=9, lead=owner
    )
    row = Milestone.objects.create(workstream=workstream, name="A third therapist", due_on=TUESDAY.date())
    row.reports.create(status="done", evidence="She started.", reported_by=owner, reported_at=MONDAY)
    return row


@pytest.fixture
def did(milestone) -> Words:
    return Words(
        you_said="Waits are too long.",
        outcome="did",
        what="A third therapist started.",
        evidence=milestone,
    )


@pytest.fixture
def answered(published, moderator, did):
    """A published contribution with a published answer."""

    def make(words=None, workstream=None, **told) -> Contribution:
        contribution = published(**told)
        response = actions.draft_response(
            contributions=[contribution], words=words or did, workstream=workstream, by=moderator, at=TUESDAY
        )
        actions.publish_response(
            response=response, number=response.versions.count(), by=moderator, at=TUESDAY
        )
        code = contribution.code
        contribution.refresh_from_db()
        contribution.code, contribution.response = code, response
        return contribution

    return make
