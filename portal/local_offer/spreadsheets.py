"""A listings table as people keep it: its columns known by any of their usual names."""

from dataclasses import dataclass

from kpis.spreadsheets import SheetRow, UnreadableFile, column_letter, read_tables

# Field -> the heading of our template, then other names people give the column.
COLUMNS = {
    "source_id": ("reference", "ref", "id", "listing id"),
    "title": ("name", "service", "service name", "title"),
    "provider": ("provider", "organisation", "organization", "provider name", "run by"),
    "summary": ("in one sentence", "summary", "short description"),
    "description": ("what it is", "description", "details", "about"),
    "category": ("kind of help", "category", "type", "type of service"),
    "area": ("in or out of area", "area", "local or outside"),
    "ages": ("ages", "age", "age range", "age group"),
    "age_from": ("from age", "age from", "min age", "minimum age"),
    "age_to": ("to age", "age to", "max age", "maximum age"),
    "needs": ("needs", "need", "send needs", "conditions"),
    "eligibility": ("who can get it", "eligibility", "who is it for", "criteria"),
    "how_to_get_it": ("how to get it", "how to access", "how to apply", "referral", "referral route"),
    "who_decides": ("who decides",),
    "where_and_when": ("where and when", "address", "venue", "where", "opening times"),
    "days": ("days", "day", "open on"),
    "postcode": ("postcode", "post code"),
    "waiting_time": ("waiting time", "wait"),
    "waiting_time_on": ("waiting time as of", "waiting time date"),
    "cost": ("cost", "costs", "price", "fee", "fees", "charges"),
    "access": ("access",),
    "accessibility": ("accessibility", "access notes"),
    "languages": ("languages", "language"),
    "contact_name": ("whom to ask for", "contact", "contact name"),
    "phone": ("phone", "telephone", "tel", "phone number"),
    "email": ("e-mail", "email", "email address", "e-mail address"),
    "website": ("website", "web", "url", "web address", "web site"),
    "last_checked_on": ("last checked", "checked on", "date checked"),
    "next_check_on": ("next check", "review date"),
}
NAMES = {name: field for field, names in COLUMNS.items() for name in names}
TEMPLATE = [names[0].capitalize() for names in COLUMNS.values()]


@dataclass(frozen=True, slots=True)
class Listings:
    """The rows by field, and the columns nobody reads."""

    rows: list[SheetRow]
    not_read: list[str]


def read_listings(name: str, content: bytes) -> Listings:
    """The rows of the first sheet that has a column of names. Raises UnreadableFile."""
    for sheet, table in read_tables(name, content).items():
        texts = [[cell.strip() for cell in row] for row in table]
        top = next((number for number, row in enumerate(texts) if "title" in map(_field, row)), None)
        if top is not None:
            return _below(sheet, texts, top)
    raise UnreadableFile("No column is called “Name” or “Service”. Start from the template.")


def _field(heading: str) -> str | None:
    return NAMES.get(" ".join(heading.replace("_", " ").rstrip(":*? ").lower().split()))


def _below(sheet: str, texts: list[list[str]], top: int) -> Listings:
    fields = [_field(heading) for heading in texts[top]]
    twice = next((field for field in fields if field and fields.count(field) > 1), None)
    if twice:
        same = " and ".join(f"“{texts[top][i]}”" for i, field in enumerate(fields) if field == twice)
        raise UnreadableFile(f"Two columns say the same: {same}. Keep one of them.")
    letters = {field: column_letter(i) for i, field in enumerate(fields) if field}
    rows = [
        SheetRow(sheet, number, letters, {f: cell for f, cell in zip(fields, row, strict=False) if f})
        for number, row in enumerate(texts[top + 1 :], start=top + 2)
        if any(row)
    ]
    if not rows:
        raise UnreadableFile("The file has headings but nothing below them.")
    return Listings(rows, [h for h, field in zip(texts[top], fields, strict=True) if h and not field])
