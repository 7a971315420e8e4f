"""The plan: six workstreams, their milestones, and the Board's meetings."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.text import slugify

from kpis.workstreams.models import (
    Meeting,
    Milestone,
    MilestoneReport,
    MilestoneStatus,
    Partner,
    Plan,
    Workstream,
)

# name, lead, deputy, sponsor, purpose
WORKSTREAMS = (
    (
        "Strategy and governance",
        "lead.strategy",
        "lead.commercial",
        "sponsor.education",
        "One plan, one set of numbers, and a Board that can see whether both hold.",
    ),
    (
        "Commercial thinking",
        "lead.commercial",
        "lead.strategy",
        "sponsor.finance",
        "A fair price for the right support, agreed with schools, health and social care.",
    ),
    (
        "Local provision",
        "lead.provision",
        "lead.early",
        "sponsor.education",
        "Enough good places and therapies near home, so that families need not look further away.",
    ),
    (
        "Early intervention and transition",
        "lead.early",
        "lead.provision",
        "sponsor.health",
        "Help as soon as a need shows, and a steady path into adult life.",
    ),
    (
        "Assessment and planning",
        "lead.assessment",
        "lead.early",
        "sponsor.education",
        "Assessments in time and plans that families recognise their child in.",
    ),
    (
        "Home to school travel",
        "lead.travel",
        "lead.commercial",
        "sponsor.finance",
        "Safe journeys, shorter where local places allow, and independence for those who want it.",
    ),
)

# workstream, milestone, due, latest status, evidence
MILESTONES = (
    (
        "Strategy and governance",
        "KPIs and baselines agreed by the Board",
        date(2027, 1, 29),
        MilestoneStatus.IN_PROGRESS,
        "",
    ),
    (
        "Commercial thinking",
        "Banding of top-ups drafted with special schools",
        date(2027, 3, 31),
        MilestoneStatus.IN_PROGRESS,
        "",
    ),
    (
        "Local provision",
        "Two further resourced provisions open",
        date(2026, 9, 7),
        MilestoneStatus.DONE,
        "Opened in September (illustrative).",
    ),
    (
        "Local provision",
        "Review of therapies reported to the Board",
        date(2026, 12, 11),
        MilestoneStatus.NOT_STARTED,
        "",
    ),
    (
        "Home to school travel",
        "Travel training offered to every sixth form and college",
        date(2027, 4, 30),
        MilestoneStatus.NOT_STARTED,
        "",
    ),
)

FIRST_MEETING = date(2019, 11, 14)
LATER_MEETINGS = (
    date(2020, 11, 12),
    date(2021, 11, 11),
    date(2022, 11, 10),
    date(2023, 11, 9),
    date(2024, 11, 14),
    date(2025, 11, 13),
)


def start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def load_plan(*, people, at) -> dict[str, Workstream]:
    """The plan with its workstreams, milestones and meetings; workstreams by name."""
    plan = Plan.objects.create(name="SEND Transformation Plan")
    partners = list(Partner.objects.order_by("id"))
    workstreams = {}
    for position, (name, lead, deputy, sponsor, purpose) in enumerate(WORKSTREAMS, start=1):
        workstreams[name] = Workstream.objects.create(
            plan=plan,
            name=name,
            slug=slugify(name),
            purpose=purpose,
            position=position,
            lead=people[lead],
            deputy=people[deputy],
            sponsor=people[sponsor],
        )
        workstreams[name].partners.set(partners)
    _load_milestones(workstreams, at)
    _load_meetings()
    return workstreams


def _load_milestones(workstreams, at):
    for name, title, due_on, status, evidence in MILESTONES:
        workstream = workstreams[name]
        milestone = Milestone.objects.create(
            workstream=workstream, name=title, due_on=due_on, owner=workstream.lead, note="Illustrative."
        )
        MilestoneReport.objects.create(
            milestone=milestone,
            status=status,
            evidence=evidence,
            reported_by=workstream.lead,
            reported_at=at,
        )


def _load_meetings():
    """The paper's own figures are known from the start of its day, so the meeting begins at its ten o'clock."""
    for day in (FIRST_MEETING, *LATER_MEETINGS):
        Meeting.objects.create(
            held_on=day,
            starts_at=timezone.make_aware(datetime.combine(day, time(10))),
            title="Kingston SEND Partnership Board",
            note="" if day == FIRST_MEETING else "The date is illustrative.",
        )
