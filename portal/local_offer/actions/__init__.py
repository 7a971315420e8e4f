"""Changes to the Local Offer that are more than one page's own words."""

from portal.local_offer.actions.catalogue import enter_in_catalogue, leave_catalogue, rebuild_catalogue
from portal.local_offer.actions.demonstration import load_demo_pages

__all__ = ["enter_in_catalogue", "leave_catalogue", "load_demo_pages", "rebuild_catalogue"]
