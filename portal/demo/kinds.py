"""The kinds of people one can step in as, in the order a newcomer would try them."""

from dataclasses import dataclass

from portal.accounts.roles import RoleKey

SPONSOR = "sponsor"  # a Board member who approves the figures of a workstream


@dataclass(frozen=True, slots=True)
class Kind:
    """`key` is a role or SPONSOR; `lands_on` names the address their visit starts at."""

    key: str
    label: str
    does: str
    lands_on: str = "home:start"


KINDS = (
    Kind(
        RoleKey.WORKSTREAM_LEAD,
        "Workstream lead",
        "Enters this period's figures, explains what is off track and sends them for approval.",
    ),
    Kind(
        SPONSOR,
        "Sponsor of a workstream",
        "A Board member who approves what a lead has sent, or returns it with a reason.",
        "figures:approvals",
    ),
    Kind(
        RoleKey.BOARD_MEMBER,
        "Board member",
        "Sees on one page whether the plan is on track, where not, why, and what is being done.",
    ),
    Kind(
        RoleKey.PARENT_CARER,
        "Parent or carer",
        "Tells the partnership something and comes back for the answer. No account is needed for that.",
        "contributions:give",
    ),
    Kind(
        RoleKey.FORUM,
        "Parent carer forum",
        "Reads what the Board reads, and says what families make of an answer.",
        "contributions:answers",
    ),
    Kind(
        RoleKey.PARTNER_OFFICER,
        "Partner officer",
        "Works in a school, health or the council; reads the Board's pages and drafts answers.",
    ),
    Kind(
        RoleKey.FINANCE,
        "Finance",
        "Sets savings targets and keeps the register of planned, forecast and delivered savings.",
    ),
    Kind(
        RoleKey.DATA_OFFICER,
        "Data officer",
        "Keeps definitions, baselines and targets, and starts a recompute of everything.",
    ),
    Kind(
        RoleKey.MODERATOR,
        "Moderator",
        "Reads what people sent, prepares a version that identifies nobody, publishes the answer.",
    ),
    Kind(
        RoleKey.SAFEGUARDING_LEAD,
        "Safeguarding lead",
        "Is told at once when somebody may be at risk, and takes it on.",
    ),
    Kind(
        RoleKey.EDITOR,
        "Local Offer editor",
        "Drafts, previews and publishes the pages families read.",
    ),
    Kind(
        RoleKey.PROVIDER,
        "Provider",
        "Says whether the Local Offer's page on their service is right, or suggests a change.",
    ),
    Kind(
        RoleKey.ADMINISTRATOR,
        "Administrator",
        "Adds people, gives and ends roles.",
    ),
)


def kind_of(*, roles: set[str], is_sponsor: bool) -> Kind | None:
    """The first kind that fits somebody with these roles; None for somebody without any."""
    keys = roles | {SPONSOR} if is_sponsor else roles
    return next((kind for kind in KINDS if kind.key in keys), None)
