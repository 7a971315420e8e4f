"""Two lists of listings that an editor was sent: last month's is applied, this month's waits to be looked at.

Both are invented. This month's has one of everything: a change, something new, a listing we may have, one that
stands twice, a cell to mend.
"""

from datetime import timedelta

from portal.local_offer.actions import importing
from portal.local_offer.models import SectionPage

SOURCE = "Families' information service (illustrative)"
SECTION = "breaks-and-things-to-do"
HEADINGS = "Reference,Name,Provider,What it is,Kind of help,Ages,Needs,Who can get it,How to get it,Cost,Postcode,Phone"
ABOUT = "Made up for the demonstration. Small groups with a helper for every four children."
WHO = "Any family who lives here."
HOW = "Ring first and come along."
LAST_MONTH = f"""{HEADINGS}
F1,Hummingbird sewing circle,Thimble Corner (fictitious),{ABOUT},Clubs,8-14,any,{WHO},{HOW},£3 a time,KT2,020 7946 0141
F2,Pondside nature walks,Wild About Ponds (fictitious),{ABOUT},Clubs,5-11,autism,{WHO},{HOW},Free,KT1,020 7946 0142
"""
THIS_MONTH = f"""{HEADINGS}
F1,Hummingbird sewing circle,Thimble Corner (fictitious),{ABOUT},Clubs,8-16,any,{WHO},{HOW},£4 a time,KT2,020 7946 0141
F2,Pondside nature walks,Wild About Ponds (fictitious),{ABOUT},Clubs,5-11,autism,{WHO},{HOW},Free,KT1,020 7946 0142
F3,Full Circle drumming,Thimble Corner (fictitious),{ABOUT},Clubs,11-18,any,{WHO},{HOW},£5 a time,KT2,020 7946 0143
F4,The Saturday Splash Club,Hogsmill Play Project,{ABOUT},Short breaks,5-14,any,{WHO},{HOW},£6 a time,KT3,020 7946 0102
F5,Full circle druming,Thimble Corner (fictitious),{ABOUT},Clubs,11-18,any,{WHO},{HOW},£5 a time,KT2,020 7946 0143
F6,Kite mornings,Wild About Ponds (fictitious),{ABOUT},Clubs,five to nine,any,{WHO},{HOW},Free,KT1,020 7946 0142
"""


def load_listings(*, people, at):
    """The first list became drafts; of the second nothing is stored yet: an editor steps in and goes on from here."""
    by, a_month_ago = people["editor"], at - timedelta(days=31)
    applied = _look_through("listings-last-month.csv", LAST_MONTH, by=by, at=a_month_ago)
    section = SectionPage.objects.get(slug=SECTION)
    importing.confirm_import(import_id=applied.pk, section=section, publishes=False, by=by, at=a_month_ago)
    importing.apply_import(import_id=applied.pk, at=a_month_ago)
    _look_through("listings-this-month.csv", THIS_MONTH, by=by, at=at - timedelta(hours=2))


def _look_through(name: str, text: str, *, by, at):
    received = importing.receive_import(
        kind="spreadsheet",
        source=SOURCE,
        files=[(name, text.encode())],
        checked_on=(at - timedelta(days=3)).date(),
        by=by,
        at=at,
    )
    importing.look_through(import_id=received.pk, at=at)
    return received
