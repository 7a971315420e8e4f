"""What every page's frame needs: whose site it is, and the links this person may follow."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject


@dataclass(frozen=True, slots=True)
class Entry:
    """A link of the frame: `to` is a url name or a path; without a permission it is for everyone."""

    label: str
    to: str
    permission: str = ""

    @property
    def address(self) -> str | None:
        """None where this installation has no such page (the step-in page outside a demonstration)."""
        if self.to.startswith("/"):
            return self.to
        try:
            return reverse(self.to)
        except NoReverseMatch:
            return None


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it stands on one page; `current` is the value of its aria-current, or empty."""

    label: str
    href: str
    current: str = ""


FOR_EVERYONE = (
    Entry("Local Offer", "local_offer:home"),
    Entry("Tell us", "contributions:give"),
    Entry("You said, we did", "contributions:answers"),
)

FOR_WORK = (
    Entry("Board", "home:board", "workstreams.view_board"),
    Entry("Workstreams", "home:workstreams", "workstreams.view_board"),
    Entry("Savings", "savings:register", "savings.view_savings"),
    Entry("High Needs Block", "position:position", "position.view_position"),
    Entry("Savings to sign off", "savings:sign_off", "savings.sign_off"),
    Entry("Top-ups", "topups:index", "topups.use_tools"),
    Entry("Exceptions", "figures:exceptions", "figures.view_kpi"),
    Entry("Figures due", "figures:due", "figures.add_figure"),
    Entry("Approvals", "figures:approvals", "figures.approve_figure"),
    Entry("Definitions", "figures:definitions", "figures.change_kpi"),
    Entry("What the portal counts", "contributions:measures", "figures.change_kpi"),
    Entry("Published values", "published:doubtful", "published.confirm_value"),
    Entry("Background runs", "figures:runs", "figures.recompute"),
    Entry("What people told us", "contributions:queue", "contributions.moderate"),
    Entry("How much waits", "contributions:workload", "contributions.see_workload"),
    Entry("Whom we hear from", "contributions:reach", "contributions.see_workload"),
    Entry("Write down what was said", "contributions:enter", "contributions.enter_for_others"),
    Entry("Answers", "contributions:responses", "contributions.draft_response"),
    Entry("Yearly record", "contributions:yearly_desk", "contributions.publish_yearly"),
    Entry("The forum's view", "contributions:forum_views", "contributions.write_forum_view"),
    Entry("Safeguarding", "contributions:safeguarding", "contributions.safeguard"),
    Entry("Reasons not to publish", "contributions:reasons", "contributions.set_rules"),
    Entry("How long we keep it", "contributions:keeping", "contributions.set_rules"),
    Entry("Privacy record", "contributions:privacy_record", "contributions.set_rules"),
    Entry("Requests about data", "contributions:requests", "contributions.handle_requests"),
    Entry("What the Local Offer covers", "offer:coverage", "local_offer.see_coverage"),
    Entry("Suggested changes", "offer:suggestions", "local_offer.decide_suggestions"),
    Entry("Your listings", "offer:listings", "local_offer.answer_checks"),
    Entry("Wording to approve", "offer:wordings", "local_offer.approve_wording"),
    Entry("Edit the Local Offer", "/cms/", "wagtailadmin.access_admin"),
    Entry("Import listings", "imports:imports", "local_offer.import_listings"),
    Entry("People", "accounts:people", "accounts.manage_people"),
)

FOOTER = (
    Entry("Accessibility statement", "home:accessibility"),
    Entry("Privacy", "home:privacy"),
    Entry("Open data", "local_offer:open_data"),
    Entry("Tell us what works and what is missing", "contributions:give"),
)

STEP_IN = Entry("Step in as somebody else", "demo:step_in")
OWN_PAGE = Entry("Your account", "accounts:me")


def site(request):
    """Names of the partnership and its area, whether this is a demonstration, and the frame's links.

    The links are worked out only where a template reads them: a partial page costs nothing.
    """
    user = getattr(request, "user", None)
    return {
        "partnership_name": settings.PARTNERSHIP_NAME,
        "area_name": settings.AREA_NAME,
        "is_demo": settings.DEMO,
        "main_links": SimpleLazyObject(lambda: links(FOR_EVERYONE, user=user, path=request.path)),
        "work_links": SimpleLazyObject(lambda: links(FOR_WORK, user=user, path=request.path)),
        "footer_links": SimpleLazyObject(lambda: links(FOOTER, user=user, path=request.path)),
        "step_in": SimpleLazyObject(lambda: STEP_IN.address or ""),
        "own_page": SimpleLazyObject(lambda: OWN_PAGE.address or ""),
    }


def links(entries, *, user, path: str) -> list[Link]:
    """The entries that exist here and that this person may follow, in the table's order."""
    here = _nearest(path)
    open_to_them = [e for e in entries if not e.permission or (user and user.has_perm(e.permission))]
    addressed = [(entry.label, entry.address) for entry in open_to_them]
    return [Link(label, href, _current(href, path, here)) for label, href in addressed if href]


def _nearest(path: str) -> str:
    """The one address of the frame that a page belongs to: the longest that its own begins with."""
    addresses = {entry.address for entry in (*FOR_EVERYONE, *FOR_WORK)} - {None, "/"}
    return max((address for address in addresses if path.startswith(address)), key=len, default="")


def _current(address: str, path: str, here: str) -> str:
    if path == address:
        return "page"
    return "true" if address == here else ""
