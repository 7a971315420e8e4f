"""A spreadsheet of listings: every cell read, every bad one named."""

from datetime import date

from kpis.spreadsheets import SheetRow, UnreadableFile
from portal.local_offer.actions.importing import cells
from portal.local_offer.actions.importing.reading import (
    LENGTHS,
    MOST_ROWS,
    Reading,
    ReadListing,
    Remark,
    TooMany,
    completed,
)
from portal.local_offer.spreadsheets import read_listings

READ_AS = {
    "age_from": cells.age,
    "age_to": cells.age,
    "needs": cells.needs,
    "days": cells.days,
    "access": cells.access,
    "category": cells.category,
    "area": cells.area,
    "postcode": cells.postcode,
    "phone": cells.phone,
    "email": cells.email,
    "website": cells.website,
    "waiting_time_on": cells.day_of,
    "last_checked_on": cells.day_of,
    "next_check_on": cells.day_of,
}
LISTS = {"needs", "days", "access"}


def read_sheet(*, name: str, content: bytes, checked_on: date | None) -> Reading:
    """The listings of a table. What cannot be read at all is a reading that is refused."""
    try:
        table = read_listings(name, content)
    except UnreadableFile as problem:
        return Reading(refused=str(problem))
    if len(table.rows) > MOST_ROWS:
        return Reading(refused=str(TooMany(len(table.rows))))
    listings = [_listing(number, row, checked_on) for number, row in enumerate(table.rows, start=1)]
    _refuse_repeated(listings, table.rows)
    unread = [
        Remark(f"column “{heading}”", "", "This column is not read.", is_grave=False)
        for heading in table.not_read
    ]
    return Reading(listings, unread)


def _listing(number: int, row: SheetRow, checked_on: date | None) -> ReadListing:
    read = ReadListing(row.number)
    for field, cell in row.cells.items():
        text = cells.tidy_text(cell)
        try:
            read.fields.update(_fields(field, text))
        except ValueError as problem:
            read.remarks.append(Remark(row.place(field), text, str(problem)))
    read.source_id = read.fields.pop("source_id", "") or _made_up_id(read.fields)
    read.fields = completed(read.fields, checked_on=checked_on)
    read.remarks += _disagreements(read.fields, row)
    return read


def _fields(field: str, text: str) -> dict:
    """What one cell says. An empty one says nothing of ages and needs, and empties anything else."""
    if field == "source_id":
        return {field: text[:100]}
    if field == "ages":
        return dict(zip(("age_from", "age_to"), cells.ages(text), strict=True)) if text else {}
    if field in ("age_from", "age_to", "needs") and not text:
        return {}
    if field == "title" and not text:
        raise ValueError("Give the name of the service.")
    if field in LENGTHS and len(text) > LENGTHS[field]:
        raise ValueError(f"Give at most {LENGTHS[field]} characters; these are {len(text)}.")
    value = READ_AS[field](text) if field in READ_AS and text else text
    if isinstance(value, date):
        value = value.isoformat()
    return {field: value or ([] if field in LISTS else value)}


def _made_up_id(fields: dict) -> str:
    """Name and provider stand for a reference where a table has none."""
    named = f"{fields.get('title', '')} / {fields.get('provider', '')}".casefold()
    return " ".join(named.split())[:100]


def _disagreements(fields: dict, row: SheetRow) -> list[Remark]:
    found = []
    if fields.get("age_from", 0) > fields.get("age_to", 25):
        found.append(
            Remark(row.place("age_from"), str(fields["age_from"]), "This is above the age it ends at.")
        )
    last, following = fields.get("last_checked_on"), fields.get("next_check_on")
    if following and not (last and last < following):
        found.append(
            Remark(row.place("next_check_on"), following, "The next check must come after the last one.")
        )
    if fields.get("waiting_time") and not fields.get("waiting_time_on"):
        found.append(
            Remark(
                row.place("waiting_time"), fields["waiting_time"], "Give the day this waiting time was true."
            )
        )
    return found


def _refuse_repeated(listings: list[ReadListing], rows: list[SheetRow]) -> None:
    first = {}
    for read, row in zip(listings, rows, strict=True):
        if read.source_id in first:
            message = f"This listing stands in row {first[read.source_id]} already."
            read.remarks.append(Remark(row.place("source_id"), read.source_id, message))
        first.setdefault(read.source_id, read.number)
