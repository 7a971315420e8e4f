"""New rows that may be a listing we have, or stand twice in their list: proposed to a person, never merged."""

from collections.abc import Mapping, Sequence

from portal.local_offer.actions.importing.reading import Remark
from portal.local_offer.duplicates import IN_ONE_LIST, Known, Lookout
from portal.local_offer.models import ImportedRow, ListingSource, ServicePage

Outcome, Decision = ImportedRow.Outcome, ImportedRow.Decision


def propose_duplicates(
    rows: Sequence[ImportedRow], *, source: str, sources: Mapping[str, ListingSource]
) -> None:
    """Mark the new ones among unsaved rows that a person has to look at. Two queries.

    What somebody left out of an earlier list of this source stays left out as long as it says the same.
    """
    pages, alike = _pages_but({one.page_id for one in sources.values()})
    twins = _twins(rows)
    left_out = _left_out_of(source)
    for row in rows:
        if row.outcome != Outcome.NEW:
            continue
        found = alike.alike(_known(row.fields))
        if found:
            row.outcome, row.may_be_id = Outcome.DUPLICATE, pages[found[0]]
        elif row.number in twins:
            row.outcome = Outcome.DUPLICATE
            row.problems.append(_said_twice(row, twins[row.number]).as_json())
        before = left_out.get(row.source_id)
        if before and row.outcome == Outcome.DUPLICATE and before.fields == row.fields:
            row.decision, row.decided_by_id, row.decided_at = (
                before.decision,
                before.decided_by_id,
                before.decided_at,
            )


def _pages_but(taken: set[int]) -> tuple[list[int], Lookout]:
    """Services that did not come from this source, by their place in the look-out."""
    told = list(
        ServicePage.objects.exclude(pk__in=taken)
        .order_by("pk")
        .values_list("pk", "title", "provider__name", "postcode")
    )
    known = [Known(title, provider or "", postcode) for _, title, provider, postcode in told]
    return [pk for pk, *_ in told], Lookout(known)


def _twins(rows: Sequence[ImportedRow]) -> dict[int, ImportedRow]:
    """For a new row, by its number: one above it, or one that came before, that says nearly the same."""
    known = [_known(row.fields) for row in rows]
    lookout, found = Lookout(known), {}
    for at, row in enumerate(rows):
        if row.outcome != Outcome.NEW:
            continue
        for other in lookout.alike(known[at], likely=IN_ONE_LIST):
            comes_first = other < at or rows[other].page_id
            is_another = known[other].numbers != known[at].numbers
            if comes_first and not is_another and rows[other].outcome != Outcome.WRONG:
                found[row.number] = rows[other]
                break
    return found


def _said_twice(row: ImportedRow, first: ImportedRow) -> Remark:
    message = f"Nearly the same as “{first.fields.get('title', '')}” in row {first.number} of this list."
    return Remark(f"row {row.number}", row.fields.get("title", ""), message, is_grave=False)


def _left_out_of(source: str) -> dict[str, ImportedRow]:
    """What a person left out of this source's lists, by its reference: the latest of each."""
    rows = ImportedRow.objects.filter(listing_import__source=source, decision=Decision.LEAVE)
    return {row.source_id: row for row in rows.order_by("pk")}


def _known(fields: dict) -> Known:
    return Known(fields.get("title", ""), fields.get("provider", ""), fields.get("postcode", ""))
