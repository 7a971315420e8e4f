"""The demonstration's people: named by what they do, none of them a person."""

from dataclasses import dataclass

from kpis.workstreams.models import Partner, PartnerKind
from portal.accounts.actions.partners import join_partner
from portal.accounts.actions.roles import grant_role
from portal.accounts.models import User
from portal.accounts.roles import RoleKey

PARTNERS = (
    ("Council", "council", PartnerKind.COUNCIL),
    ("Schools and colleges", "schools", PartnerKind.EDUCATION),
    ("Health services", "health", PartnerKind.HEALTH),
    ("Adult and children's social care", "social-care", PartnerKind.SOCIAL_CARE),
    ("Council finance", "finance", PartnerKind.FINANCE),
    ("Parent carer forum", "forum", PartnerKind.FORUM),
)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    mailbox: str
    name: str
    role: RoleKey
    partner: str = ""


PEOPLE = (
    DemoPerson("lead.strategy", "Lead, Strategy and governance", RoleKey.WORKSTREAM_LEAD, "council"),
    DemoPerson("lead.commercial", "Lead, Commercial thinking", RoleKey.WORKSTREAM_LEAD, "finance"),
    DemoPerson("lead.provision", "Lead, Local provision", RoleKey.WORKSTREAM_LEAD, "schools"),
    DemoPerson("lead.early", "Lead, Early intervention and transition", RoleKey.WORKSTREAM_LEAD, "council"),
    DemoPerson("lead.assessment", "Lead, Assessment and planning", RoleKey.WORKSTREAM_LEAD, "council"),
    DemoPerson("lead.travel", "Lead, Home to school travel", RoleKey.WORKSTREAM_LEAD, "council"),
    DemoPerson("sponsor.education", "Board sponsor, education", RoleKey.BOARD_MEMBER, "council"),
    DemoPerson("sponsor.health", "Board sponsor, health", RoleKey.BOARD_MEMBER, "health"),
    DemoPerson("sponsor.finance", "Board sponsor, finance", RoleKey.BOARD_MEMBER, "finance"),
    DemoPerson("board", "Board member", RoleKey.BOARD_MEMBER, "social-care"),
    DemoPerson("data", "Data officer", RoleKey.DATA_OFFICER, "council"),
    DemoPerson("finance", "Finance officer", RoleKey.FINANCE, "finance"),
    DemoPerson("officer", "Partner officer, health", RoleKey.PARTNER_OFFICER, "health"),
    DemoPerson("forum", "Parent carer forum", RoleKey.FORUM, "forum"),
    DemoPerson("moderator", "Moderator", RoleKey.MODERATOR, "council"),
    DemoPerson("moderator.second", "Second moderator", RoleKey.MODERATOR, "council"),
    DemoPerson("safeguarding", "Safeguarding lead", RoleKey.SAFEGUARDING_LEAD, "social-care"),
    DemoPerson("editor", "Local Offer editor", RoleKey.EDITOR, "council"),
    DemoPerson("editor.second", "Second Local Offer editor", RoleKey.EDITOR, "council"),
    DemoPerson("provider", "Provider of a service", RoleKey.PROVIDER),
    DemoPerson("parent", "Parent or carer", RoleKey.PARENT_CARER),
    DemoPerson("administrator", "Administrator", RoleKey.ADMINISTRATOR, "council"),
)


def address(mailbox: str) -> str:
    return f"{mailbox}@demo.invalid"


def load_people(*, at) -> dict[str, User]:
    """Partners, people with their roles and memberships; people by mailbox."""
    partners = {
        slug: Partner.objects.create(name=name, slug=slug, kind=kind) for name, slug, kind in PARTNERS
    }
    people = {p.mailbox: User.objects.create_user(address(p.mailbox), first_name=p.name) for p in PEOPLE}
    for person in PEOPLE:
        user = people[person.mailbox]
        grant_role(user=user, role=person.role, by=people["administrator"], at=at)
        if person.partner:
            join_partner(user=user, partner=partners[person.partner], on=at.date())
    return people
