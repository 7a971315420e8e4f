"""Changes to the Local Offer that are more than one page's own words."""

from portal.local_offer.actions.catalogue import enter_in_catalogue, leave_catalogue, rebuild_catalogue
from portal.local_offer.actions.checking import (
    accept_suggestion,
    confirm_page,
    decline_suggestion,
    suggest_change,
)
from portal.local_offer.actions.demonstration import load_demo_pages
from portal.local_offer.actions.gaps import close_gap, open_gap, plan_gap
from portal.local_offer.actions.generating import make_services
from portal.local_offer.actions.headings import (
    check_heading_list,
    remove_heading,
    save_heading,
    start_heading_list,
)
from portal.local_offer.actions.measuring import (
    fill_offer_measures,
    link_offer_measure,
    unlink_offer_measure,
)
from portal.local_offer.actions.reminding import remind_of_checks
from portal.local_offer.actions.review import tell_reviewers, tell_writer
from portal.local_offer.actions.searches import note_search
from portal.local_offer.actions.wording import approve_wording

__all__ = [
    "accept_suggestion",
    "approve_wording",
    "check_heading_list",
    "close_gap",
    "confirm_page",
    "decline_suggestion",
    "enter_in_catalogue",
    "fill_offer_measures",
    "leave_catalogue",
    "link_offer_measure",
    "load_demo_pages",
    "make_services",
    "note_search",
    "open_gap",
    "plan_gap",
    "rebuild_catalogue",
    "remind_of_checks",
    "remove_heading",
    "save_heading",
    "start_heading_list",
    "suggest_change",
    "tell_reviewers",
    "tell_writer",
    "unlink_offer_measure",
]
