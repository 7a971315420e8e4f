"""Two lists of listings that an editor was sent: last month's is applied, this month's waits to be looked at.

Both are invented. This month's has one of everything: a change, something new, a listing we may have, one that
stands twice, a cell to mend.
"""

from datetime import timedelta

from portal.local_offer.actions import importing
from portal.local_offer.models import SectionPage

SOURCE = "Families' information service (illustrative)"
SECTION = "breaks-and-things-to-do"
HEADINGS = (
    "Reference,Name,Provider,What it is,Kind of help,Ages,Needs,Who can get it,How to get it,Cost,Postcode,Phone,"
    "Checked on"
)
ABOUT = "Made up for the demonstration. Small groups with a helper for every four children."
HOW = "Any family who lives here.,Ring first and come along."
LAST_MONTH = """
F1,Hummingbird sewing circle,Thimble Corner (fictitious),{about},Clubs,8-14,any,{how},£3 a time,KT2,020 7946 0141,{then}
F2,Pondside nature walks,Wild About Ponds (fictitious),{about},Clubs,5-11,autism,{how},Free,KT1,020 7946 0142,{then}
"""
THIS_MONTH = """
F1,Hummingbird sewing circle,Thimble Corner (fictitious),{about},Clubs,8-16,any,{how},£4 a time,KT2,020 7946 0141,{now}
F2,Pondside nature walks,Wild About Ponds (fictitious),{about},Clubs,5-11,autism,{how},Free,KT1,020 7946 0142,{then}
F3,Full Circle drumming,Thimble Corner (fictitious),{about},Clubs,11-18,any,{how},£5 a time,KT2,020 7946 0143,{now}
F4,The Saturday Splash Club,Hogsmill Play Project,{about},Short breaks,5-14,any,{how},£6 a time,KT3,020 7946 0102,{now}
F5,Full circle druming,Thimble Corner (fictitious),{about},Clubs,11-18,any,{how},£5 a time,KT2,020 7946 0143,{now}
F6,Kite mornings,Wild About Ponds (fictitious),{about},Clubs,five to nine,any,{how},Free,KT1,020 7946 0142,{now}
"""


def load_listings(*, people, at):
    """The first list became drafts; of the second nothing is stored yet: an editor steps in and goes on from here."""
    by, a_month_ago = people["editor"], at - timedelta(days=31)
    checked = {"then": f"{a_month_ago:%d/%m/%Y}", "now": f"{at - timedelta(days=3):%d/%m/%Y}"}
    applied = _look_through("listings-last-month.csv", LAST_MONTH, checked, by=by, at=a_month_ago)
    section = SectionPage.objects.get(slug=SECTION)
    importing.confirm_import(import_id=applied.pk, section=section, publishes=False, by=by, at=a_month_ago)
    importing.apply_import(import_id=applied.pk, at=a_month_ago)
    _look_through("listings-this-month.csv", THIS_MONTH, checked, by=by, at=at - timedelta(hours=2))


def _look_through(name: str, text: str, checked: dict, *, by, at):
    content = f"{HEADINGS}{text.format(about=ABOUT, how=HOW, **checked)}".encode()
    received = importing.receive_import(
        kind="spreadsheet", source=SOURCE, files=[(name, content)], by=by, at=at
    )
    importing.look_through(import_id=received.pk, at=at)
    return received
