"""DfE, Education, health and care plans: annual reviews whose decision is outstanding.

The two vintages of the release differ here: in the first the number is what is left of a subtraction and
goes below nought for many authorities. Such a number is doubted, never taken as nought.
"""

from kpis.published.spreadsheets.authorities import Authority
from kpis.published.spreadsheets.ehcp import LABEL, LEVEL, NEW, OLD, SOURCE, TIME, TOPIC, rows_of
from kpis.published.spreadsheets.sheets import Listing, Sheet
from kpis.published.spreadsheets.values import FileValue, Print

OUTSTANDING = "review_decision_outstanding"
EVERYBODY = "All annual reviews"


def review_values(sheet: Sheet, authority: Authority) -> list[FileValue]:
    """The outstanding decisions at the end of each calendar year in the file."""
    listing = Listing(sheet)
    listing.check(required=[LEVEL, TOPIC, LABEL, TIME, OLD, NEW, OUTSTANDING])
    return [
        FileValue(
            area_code=authority.ons_code,
            measure="Annual reviews with a decision outstanding",
            period=record[TIME],
            unit="count",
            basis="published",
            place=record.place(OUTSTANDING),
            source=SOURCE,
            **Print.count(record[OUTSTANDING]).read,
        )
        for record in rows_of(listing, authority)
        if record[TOPIC] == EVERYBODY
    ]
