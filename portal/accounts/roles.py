"""Who may do what: the whole table, to be read by a Board member as well as by the software.

A permission is a name `feature.codename`; a role is a set of them. Which rows of a feature a person
may touch (their workstreams, their approvals) is decided by the querysets, not here.
"""

from dataclasses import dataclass
from enum import StrEnum


class RoleKey(StrEnum):
    PARENT_CARER = "parent_carer"
    PARTNER_OFFICER = "partner_officer"
    WORKSTREAM_LEAD = "workstream_lead"
    DATA_OFFICER = "data_officer"
    FINANCE = "finance"
    BOARD_MEMBER = "board_member"
    FORUM = "forum"
    MODERATOR = "moderator"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    EDITOR = "editor"
    PROVIDER = "provider"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Role:
    key: RoleKey
    label: str
    what_for: str
    permissions: frozenset[str] = frozenset()
    second_factor: bool = False
    group: str = ""  # the Local Offer's editor keeps its rights over pages in groups: who holds this is in it

    @property
    def may(self) -> tuple[str, ...]:
        """What the role may do, in words, in the order of `PERMISSIONS`."""
        return tuple(words for name, words in PERMISSIONS.items() if name in self.permissions)


PERMISSIONS = {
    "workstreams.view_board": "Read the Board's pages",
    "figures.view_kpi": "Read every KPI with its definition, figures and history",
    "savings.view_savings": "Read savings targets and the savings register",
    "figures.add_figure": "Report and correct figures of the workstreams they lead",
    "figures.approve_figure": "Approve or return figures that somebody else submitted",
    "figures.change_kpi": "Change definitions, baselines and targets of KPIs",
    "figures.propose_mark": "Propose where process limits begin anew, what is left out of them, and notes on charts",
    "figures.agree_mark": "Agree or decline marks on charts that somebody else proposed",
    "figures.recompute": "Start a recompute of all KPIs and savings",
    "published.confirm_value": "Import published values and confirm those in doubt",
    "savings.set_target": "Set savings targets",
    "savings.add_initiative": "Add initiatives to the savings register",
    "savings.report_saving": "Report planned, forecast and delivered savings",
    "savings.screen_initiative": "Sign the screening of an initiative they do not own",
    "savings.sign_off": "Sign off delivered savings they did not report",
    "position.view_position": "Read the High Needs Block position and what changed in it",
    "position.change_position": "Record and import amounts of the High Needs Block",
    "position.fill_dsg_plan": "Fill and export the DSG management plan",
    "topups.use_tools": "Work with top-ups: averages, days, bands, empty places",
    "contributions.draft_response": "Draft answers to what people told us",
    "contributions.write_forum_view": "Write families' own view beside an answer",
    "contributions.moderate": "Read what people told us and prepare a version to publish",
    "contributions.publish_response": "Publish answers",
    "contributions.enter_for_others": "Write down what somebody told us on paper, by phone or at an event",
    "contributions.see_workload": "See how many wait for how long, and whom we have not heard from",
    "contributions.publish_yearly": "Publish the yearly record of comments and answers",
    "contributions.set_rules": "Change reasons not to publish, how long words are kept, and the privacy record",
    "contributions.handle_requests": "Export or erase what is held about a person; export what is published",
    "contributions.safeguard": "See and handle what may mean that somebody is at risk",
    "wagtailadmin.access_admin": "Open the Local Offer editor",
    "local_offer.edit_pages": "Draft and preview Local Offer pages; publish what another editor wrote",
    "local_offer.check_headings": "Check the list of duties that the Local Offer is measured against",
    "local_offer.decide_suggestions": "Accept or decline what providers suggest for their listings",
    "local_offer.import_listings": "Import listings from a spreadsheet or another directory",
    "local_offer.see_coverage": "See what the Local Offer covers, how fresh it is and what is missing",
    "local_offer.own_gaps": "Take on what families look for and do not find, plan it and close it",
    "local_offer.approve_wording": "Approve, for families, the wording of pages on places outside the area",
    "local_offer.answer_checks": "Confirm their own listings or suggest a change",
    "accounts.manage_people": "Add people, give and end roles",
}

SEES_THE_BOARD = frozenset(
    {
        "workstreams.view_board",
        "figures.view_kpi",
        "savings.view_savings",
        "position.view_position",
        "contributions.see_workload",
        "local_offer.see_coverage",
    }
)


def _table(*roles: Role) -> dict[str, Role]:
    return {str(role.key): role for role in roles}


ROLES = _table(
    Role(
        RoleKey.PARENT_CARER,
        "Parent or carer with an account",
        "Tells the partnership something and finds the answer.",
    ),
    Role(
        RoleKey.PARTNER_OFFICER,
        "Partner officer",
        "Works for a partner organisation; reads the Board's pages and drafts answers to what families say.",
        SEES_THE_BOARD
        | {"contributions.draft_response", "contributions.enter_for_others", "local_offer.own_gaps"},
    ),
    Role(
        RoleKey.WORKSTREAM_LEAD,
        "Workstream lead",
        "Reports figures and savings of the workstreams they lead; approves as a deputy, never their own.",
        SEES_THE_BOARD
        | {
            "figures.add_figure",
            "figures.approve_figure",
            "figures.propose_mark",
            "figures.agree_mark",
            "savings.add_initiative",
            "savings.report_saving",
            "savings.screen_initiative",
            "contributions.draft_response",
            "contributions.enter_for_others",
            "local_offer.own_gaps",
        },
    ),
    Role(
        RoleKey.DATA_OFFICER,
        "Data officer",
        "Keeps definitions, baselines, targets and published values; starts a recompute.",
        SEES_THE_BOARD
        | {
            "figures.change_kpi",
            "figures.propose_mark",
            "figures.recompute",
            "published.confirm_value",
            "position.fill_dsg_plan",
            "topups.use_tools",
        },
    ),
    Role(
        RoleKey.FINANCE,
        "Finance",
        "Sets savings targets, signs off what was saved, keeps the High Needs Block position.",
        SEES_THE_BOARD
        | {
            "savings.set_target",
            "savings.add_initiative",
            "savings.report_saving",
            "savings.screen_initiative",
            "savings.sign_off",
            "figures.recompute",
            "position.change_position",
            "position.fill_dsg_plan",
            "topups.use_tools",
        },
        second_factor=True,
    ),
    Role(
        RoleKey.BOARD_MEMBER,
        "Board member",
        "Reviews progress; sponsors approve the figures of their workstreams.",
        SEES_THE_BOARD | {"figures.approve_figure", "figures.agree_mark"},
    ),
    Role(
        RoleKey.FORUM,
        "Parent carer forum",
        "Reads the Board's pages and gives families' own view beside an answer.",
        SEES_THE_BOARD
        | {
            "contributions.write_forum_view",
            "contributions.enter_for_others",
            "local_offer.approve_wording",
        },
    ),
    Role(
        RoleKey.MODERATOR,
        "Moderator",
        "Reads what people sent, approves a public version, publishes the answer.",
        frozenset(
            {
                "contributions.moderate",
                "contributions.draft_response",
                "contributions.publish_response",
                "contributions.publish_yearly",
                "contributions.enter_for_others",
                "contributions.see_workload",
            }
        ),
        second_factor=True,
    ),
    Role(
        RoleKey.SAFEGUARDING_LEAD,
        "Safeguarding lead",
        "Sees, and only they see, what may mean that somebody is at risk.",
        frozenset({"contributions.safeguard", "contributions.see_workload"}),
        second_factor=True,
    ),
    Role(
        RoleKey.EDITOR,
        "Local Offer editor",
        "Drafts and previews Local Offer pages; publishes what another editor wrote.",
        frozenset(
            {
                "wagtailadmin.access_admin",
                "local_offer.edit_pages",
                "local_offer.check_headings",
                "local_offer.decide_suggestions",
                "local_offer.import_listings",
                "local_offer.see_coverage",
                "local_offer.own_gaps",
            }
        ),
        second_factor=True,
        group="Local Offer editors",
    ),
    Role(
        RoleKey.PROVIDER,
        "Provider",
        "Runs a service that the Local Offer lists; says whether it is right.",
        frozenset({"local_offer.answer_checks"}),
    ),
    Role(
        RoleKey.ADMINISTRATOR,
        "Administrator",
        "Gives and ends roles; keeps the rules; sees background runs and the health of the site.",
        SEES_THE_BOARD
        | {
            "accounts.manage_people",
            "figures.recompute",
            "contributions.set_rules",
            "contributions.handle_requests",
        },
        second_factor=True,
    ),
)
