"""Reasons not to publish, kept by administrators. What was decided keeps the words it was decided with."""

from django.db import transaction
from django.utils.text import slugify

from feedback.contributions.actions.steps import Refused
from feedback.contributions.models import NotPublishingReason


@transaction.atomic
def add_reason(
    *, label: str, public_wording: str, needs_second_person: bool = True, by, at
) -> NotPublishingReason:
    """A further reason, at the end of the list."""
    words = _words(label, public_wording)
    current = _locked_current()
    _refuse_twice(words["label"], current)
    return NotPublishingReason.objects.create(
        slug=_free_slug(slugify(words["label"])[:40] or "reason"),
        position=max((reason.position for reason in current), default=0) + 1,
        needs_second_person=needs_second_person,
        written_by=by,
        written_at=at,
        **words,
    )


@transaction.atomic
def change_reason(
    *, reason: NotPublishingReason, label: str, public_wording: str, needs_second_person: bool, by, at
) -> NotPublishingReason:
    """The reason in other words: a new row in its place. The old one stays with what was decided by it."""
    words = _words(label, public_wording)
    current = _locked_current()
    before = _still_current(reason, current)
    _refuse_twice(words["label"], [other for other in current if other != before])
    after = {**words, "needs_second_person": needs_second_person}
    if all(getattr(before, name) == value for name, value in after.items()):
        return before
    _end(before, by=by, at=at)
    return NotPublishingReason.objects.create(
        slug=_free_slug(before.slug.rstrip("0123456789").rstrip("-") or "reason"),
        position=before.position,
        replaces=before,
        written_by=by,
        written_at=at,
        **after,
    )


@transaction.atomic
def end_reason(*, reason: NotPublishingReason, by, at) -> NotPublishingReason:
    """Nobody chooses it from now on; what was decided by it stays."""
    current = _locked_current()
    ended = _still_current(reason, current)
    if len(current) == 1:
        raise Refused("It is the only reason. Add another one first.")
    _end(ended, by=by, at=at)
    return ended


@transaction.atomic
def move_reason_up(*, reason: NotPublishingReason, by, at) -> NotPublishingReason:
    """Change places with the one before it. Only how the list is read: it is not kept who ordered it."""
    current = _locked_current()
    place = current.index(_still_current(reason, current))
    if place:
        current[place - 1], current[place] = current[place], current[place - 1]
    for position, row in enumerate(current, start=1):
        row.position = position
    NotPublishingReason.objects.bulk_update(current, ["position"])
    return reason


def _locked_current() -> list[NotPublishingReason]:
    return list(NotPublishingReason.objects.select_for_update(of=("self",)).current().in_order())


def _still_current(reason: NotPublishingReason, current: list) -> NotPublishingReason:
    """The row as it is now. Raises Refused where somebody has replaced or ended it."""
    for row in current:
        if row.pk == reason.pk:
            return row
    raise Refused("Somebody has changed this reason since you opened it. Look again.")


def _words(label: str, public_wording: str) -> dict:
    if not label.strip():
        raise Refused("Write a name for the reason.", "label")
    if not public_wording.strip():
        raise Refused("Write what its author will read.", "public_wording")
    return {"label": label.strip(), "public_wording": public_wording.replace("\r\n", "\n").strip()}


def _refuse_twice(label: str, others: list[NotPublishingReason]):
    if any(other.label.casefold() == label.casefold() for other in others):
        raise Refused("There is a reason with this name already.", "label")


def _free_slug(base: str) -> str:
    taken = set(NotPublishingReason.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(f"{base}-{n}" for n in range(2, len(taken) + 3) if f"{base}-{n}" not in taken)


def _end(reason: NotPublishingReason, *, by, at):
    reason.ended_by, reason.ended_at = by, at
    reason.save(update_fields=["ended_by", "ended_at"])
