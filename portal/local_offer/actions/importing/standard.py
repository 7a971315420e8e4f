"""A service of Open Referral as the fields of a listing. What has no field is left out; what does not fit is said."""

from collections.abc import Iterable
from datetime import date

from django.utils.dateparse import parse_datetime

from portal.local_offer.actions.importing import cells
from portal.local_offer.actions.importing.reading import LENGTHS, completed
from portal.local_offer.models import Area, Category, Need
from portal.local_offer.models.choices import OLDEST
from portal.local_offer.queries.vocabulary import identifier

DAYS = {"MO": "mon", "TU": "tue", "WE": "wed", "TH": "thu", "FR": "fri", "SA": "sat", "SU": "sun"}
AGES, KINDS, HEADINGS = (
    identifier("taxonomy", name) for name in ("Ages", "Kinds of help", "Headings of the Local Offer")
)
# Field -> the property it comes from, and how it is read.
CHECKED = {
    "email": ("email", cells.email),
    "website": ("url", cells.website),
    "phone": ("phones", cells.phone),
    "postcode": ("postal_code", cells.postcode),
}

Left = list[
    tuple[str, str, str, bool]
]  # property, what stands there, what was done about it, whether it is grave


def listing_fields(item: dict, organizations: dict, *, on: date) -> tuple[dict, Left]:
    """The fields of a listing, and what was left out of them, or refuses it, with the reason."""
    fields = {name: cells.tidy_text(text) for name, text in _texts(item, organizations).items()}
    left: Left = []
    for name, (called, read) in CHECKED.items():
        text = _first_text(*_told(item, name))
        fields[name] = text
        if text:
            try:
                fields[name] = read(cells.tidy_text(text))
            except ValueError as problem:
                fields[name] = ""
                left.append((called, text, f"{problem} It was left out.", False))
    for name, most in LENGTHS.items():
        if len(fields.get(name, "")) > most:
            left.append((name, fields[name], f"Shortened to {most} characters.", False))
            fields[name] = f"{fields[name][: most - 1]}…"
    fields |= _sorted_by(item)
    fields |= _ages(item, left)
    checked_on = _day(item.get("assured_date")) or _day(item.get("last_modified"))
    return completed(fields, checked_on=min(checked_on, on) if checked_on else None), left


def _texts(item: dict, organizations: dict) -> dict:
    organization = _object(item.get("organization")) or organizations.get(item.get("organization_id")) or {}
    cost = _first(item.get("cost_options"))
    amount = cost.get("amount")
    charged = f"£{amount} {_first_text(cost.get('amount_description'))}".strip() if amount else ""
    return {
        "title": _first_text(item.get("name")),
        "provider": _first_text(organization.get("name")),
        "description": _first_text(item.get("description")),
        "eligibility": _first_text(item.get("eligibility_description")),
        "how_to_get_it": _first_text(item.get("application_process")),
        "waiting_time": _first_text(item.get("wait_time")).partition(" (as of ")[0],
        "cost": _first_text(
            item.get("fees_description"), item.get("fees"), cost.get("amount_description"), charged
        ),
        "contact_name": _first_text(_first(item.get("contacts")).get("title")),
        "languages": _languages(item),
        "where_and_when": _where_and_when(item),
        "accessibility": _first_text(_first(_location(item).get("accessibility")).get("description")),
    }


def _told(item: dict, name: str) -> Iterable:
    """Where each of the checked fields may stand, the best place first."""
    address = _first(_location(item).get("addresses"))
    contact = _first(item.get("contacts"))
    return {
        "email": (item.get("email"), contact.get("email")),
        "website": (_first(item.get("additional_urls")).get("url"), item.get("url")),
        "phone": (_first(item.get("phones")).get("number"), _first(contact.get("phones")).get("number")),
        "postcode": (address.get("postal_code"),),
    }[name]


def _where_and_when(item: dict) -> str:
    schedule, address = _first(item.get("schedules")), _first(_location(item).get("addresses"))
    told = [_first_text(schedule.get("description"))]
    street = ", ".join(filter(None, (_first_text(address.get(part)) for part in ("address_1", "city"))))
    return "\n".join(filter(None, [*told, "" if street in told else street]))


def _languages(item: dict) -> str:
    named = [_first_text(each.get("note"), each.get("name")) for each in _objects(item.get("languages"))]
    return ", ".join(filter(None, named)) or _first_text(item.get("interpretation_services"))


def _sorted_by(item: dict) -> dict:
    """Needs, kind of help, headings and days, as far as its words are words of ours."""
    terms = [_object(attribute.get("taxonomy_term")) for attribute in _objects(item.get("attributes"))]
    needs = {
        code for term in terms if term.get("taxonomy_id") not in (AGES, KINDS) for code in _needs_of(term)
    }
    category = next(filter(None, map(_category_of, terms)), "")
    days = {
        DAYS[day]
        for s in _objects(item.get("schedules"))
        for day in _first_text(s.get("byday")).split(",")
        if day in DAYS
    }
    area = {"area": Area.LOCAL.value} if item.get("service_areas") else {}
    every = set(Need.values)
    return {
        **(
            {"needs": [] if needs == every else [code for code in Need.values if code in needs]}
            if needs
            else {}
        ),
        "category": category,
        "headings": [_first_text(term.get("term")) for term in terms if term.get("taxonomy_id") == HEADINGS],
        "days": [day for day in DAYS.values() if day in days],
        **area,
    }


def _needs_of(term: dict) -> list[str]:
    for text in (_first_text(term.get("term")), _first_text(term.get("name"))):
        if text in Need.values:
            return [text]
        try:
            found = cells.needs(text) if text else []
        except ValueError:
            continue
        if found:
            return found
    return []


def _category_of(term: dict) -> str:
    for text in (_first_text(term.get("term")), _first_text(term.get("name"))):
        if text in Category.values:
            return text
        try:
            return cells.category(text)
        except ValueError:
            continue
    return ""


def _ages(item: dict, left: Left) -> dict:
    """The ages within those the Local Offer is for; a service for older people only is refused."""
    low, high = item.get("minimum_age"), item.get("maximum_age")
    if not all(
        isinstance(age, int | float) and not isinstance(age, bool) and age >= 0 for age in (low, high)
    ):
        return {}
    if low > OLDEST or low > high:
        left.append(("minimum_age", str(low), f"The Local Offer is for people up to {OLDEST}.", True))
        return {}
    if high > OLDEST:
        left.append(("maximum_age", str(high), f"Taken as {OLDEST}: the Local Offer ends there.", False))
    return {"age_from": int(low), "age_to": int(min(high, OLDEST))}


def _day(text) -> date | None:
    if not isinstance(text, str):
        return None
    try:
        at = parse_datetime(text)
        return at.date() if at else date.fromisoformat(text[:10])
    except ValueError:
        return None


def _location(item: dict) -> dict:
    return _object(_first(item.get("service_at_locations")).get("location"))


def _object(value) -> dict:
    return value if isinstance(value, dict) else {}


def _objects(value) -> list[dict]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _first(value) -> dict:
    return next(iter(_objects(value)), {})


def _first_text(*values) -> str:
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), "")
