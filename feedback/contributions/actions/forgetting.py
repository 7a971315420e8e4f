"""Forgetting: everything of a contribution, because somebody asked; or thing by thing, because the rules say so.

What a safeguarding lead has not released loses no word. Whoever asked for it to go sees that it is gone, and
so does the public; the words follow when it is released.
"""

from collections import Counter
from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from feedback.contributions.actions.holding import hold_if_alerted
from feedback.contributions.actions.steps import Refused, locked, note, take
from feedback.contributions.models import (
    AboutMe,
    Addition,
    AddressTally,
    Contact,
    Contribution,
    ContributionEvent,
    DataRequest,
    Dimension,
    EarlierAddress,
    EditionLine,
    Original,
    OriginalOpening,
    OutcomeAnswer,
    PublicVersion,
    ReachTally,
    RetentionRule,
    SafeguardingReferral,
)
from feedback.contributions.models.event import (
    ERASE,
    FORGET_BANDS,
    FORGET_CONTACT,
    FORGET_ORIGINAL,
    OF_THE_RULES,
)
from feedback.contributions.models.original import FORGOTTEN, SAID_BY_THE_SITE
from feedback.contributions.queries.keeping import drafts, due, is_exempt, overdue, rule_in_words
from feedback.domain import lifecycle
from feedback.domain.keeping import Thing, quarter_from
from feedback.domain.lifecycle import ENDED, State, Step

A_CHUNK = 100  # contributions held at once
FORGET = {
    Thing.BANDS: FORGET_BANDS,
    Thing.CONTACT: FORGET_CONTACT,
    Thing.ORIGINAL: FORGET_ORIGINAL,
}


# ---- because somebody asked ----


@transaction.atomic
def erase_on_request(*, contribution: Contribution, ground: str, by, at) -> DataRequest:
    """Everything of it goes, or is remembered to go once no law keeps it; from outside both look the same."""
    contribution = locked(contribution)
    if ground not in DataRequest.Ground.values:
        raise Refused("Choose why it is erased.", "ground")
    if contribution.data_requests.filter(what=DataRequest.What.ERASE).exists():
        raise Refused("It has been erased already.")
    take_away(contribution, by=by, at=at)
    why = DataRequest.Ground(ground).label
    note(contribution, ERASE, from_state=contribution.state, by=by, at=at, why=why)
    return DataRequest.objects.create(
        contribution=contribution,
        what=DataRequest.What.ERASE,
        ground=ground,
        handled_by=by,
        handled_at=at,
        carried_out_at=None if is_exempt(contribution) else at,
    )


def take_away(contribution: Contribution, *, by, at):
    """Withdraw a locked contribution, by its author (`by` is None) or for them, and forget it if that may be."""
    if contribution.shows_as not in ENDED:
        hold_if_alerted(contribution, at=at)
        take(contribution, Step.WITHDRAW, by=by, at=at)
    _leave_editions(contribution)
    if not is_exempt(contribution):
        forget_everything(contribution)


def carry_out_what_waited(contribution: Contribution, *, at):
    """After a lead has released a locked contribution: what was asked for, or due, until then happens now."""
    if is_exempt(contribution):
        return
    EarlierAddress.objects.filter(contribution=contribution).delete()
    if contribution.state not in ENDED:
        return
    forget_everything(contribution)
    waiting = contribution.data_requests.filter(what=DataRequest.What.ERASE, carried_out_at=None)
    waiting.update(carried_out_at=at)


def forget_everything(contribution: Contribution):
    """Of a locked contribution that has ended: words, contact, bands, every wording, and what was said about it.

    Left are its number, its times, what it was about, its steps and the rules they followed.
    """
    contribution.approved_version = None
    contribution.save(update_fields=["approved_version"])
    contribution.public_versions.all().delete()
    for kind in (Contact, EarlierAddress, AboutMe):
        kind.objects.filter(contribution=contribution).delete()
    _forget_words([contribution.pk])


def _forget_words(ids: Iterable[int]):
    """The author's words, wordings that never became public, and what our people wrote about them."""
    of_these = {"contribution__in": ids}
    Original.objects.filter(**of_these).delete()
    Addition.objects.filter(**of_these).delete()
    OutcomeAnswer.objects.filter(**of_these).update(text=None)
    SafeguardingReferral.objects.filter(**of_these).update(note=None)
    drafts(PublicVersion.objects.filter(**of_these)).delete()
    # The rules and the grounds of an erasure stay: they are our words and name nobody.
    said_by_people = ContributionEvent.objects.filter(**of_these).exclude(step__in=[*OF_THE_RULES, ERASE])
    said_by_people.update(why="")
    openings = OriginalOpening.objects.filter(**of_these).exclude(reason__in=SAID_BY_THE_SITE)
    openings.update(reason=FORGOTTEN)


def _leave_editions(contribution: Contribution):
    """What is withdrawn reads "withdrawn" in every edition, at once, also during a hold."""
    EditionLine.objects.filter(contribution=contribution).update(version=None)


# ---- because the rules say so ----


def forget_what_is_due(*, at) -> Counter:
    """Everything whose time has come, in chunks of their own; how many of each `Thing` went. Safe to run twice."""
    on = timezone.localdate(at)
    gone = Counter({thing: _in_chunks(due(thing, on), _forget_chunk, thing, at) for thing in Thing})
    _in_chunks(overdue(Thing.ORIGINAL, on).held(), _expire_chunk, at)
    AddressTally.objects.filter(day__lt=on).delete()
    return gone


def _in_chunks(contributions, forget, *what) -> int:
    done, last = 0, 0
    while ids := _ids_after(contributions, last):
        done += forget(ids, *what)
        last = ids[-1]
    return done


def _ids_after(contributions, last: int) -> list[int]:
    return list(contributions.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:A_CHUNK])


def _held_rows(ids: list[int]):
    """Those that nobody else holds now; the others have their turn the next night."""
    return Contribution.objects.select_for_update(of=("self",), skip_locked=True).filter(pk__in=ids)


@transaction.atomic
def _forget_chunk(ids: list[int], thing: Thing, at) -> int:
    rows = list(_held_rows(ids).order_by("pk"))
    # Asked again under the lock: an alert may have been raised since.
    still_due = set(due(thing, timezone.localdate(at)).filter(pk__in=ids).values_list("pk", flat=True))
    going = [row for row in rows if row.pk in still_due]
    TAKE[thing](going, at)
    rules = {rule.kind: rule for rule in RetentionRule.objects.all()}
    for row in going:
        why = rule_in_words(rules[row.kind], thing)
        note(row, FORGET[thing], from_state=row.state, by=None, at=at, why=why)
    return len(going)


def _forget_bands(contributions: list[Contribution], at):
    told = AboutMe.objects.filter(contribution__in=contributions)
    _count_bands(told.select_related("contribution", "neighbourhood"))
    told.delete()


def _forget_contact(contributions: list[Contribution], at):
    Contact.objects.filter(contribution__in=contributions).delete()


def _forget_originals(contributions: list[Contribution], at):
    """The words go. What was never shown is not kept any longer; what was keeps its public version."""
    for contribution in contributions:
        if lifecycle.allows(contribution.position, Step.EXPIRE):
            _expire(contribution, at)
            contribution.public_versions.all().delete()
    _forget_words([contribution.pk for contribution in contributions])


TAKE = {
    Thing.BANDS: _forget_bands,
    Thing.CONTACT: _forget_contact,
    Thing.ORIGINAL: _forget_originals,
}


@transaction.atomic
def _expire_chunk(ids: list[int], at) -> int:
    """On hold, and past its time: its author sees what they would see without the hold. The words stay."""
    rows = [row for row in _held_rows(ids) if lifecycle.allows(row.position, Step.EXPIRE)]
    for row in rows:
        _expire(row, at)
    return len(rows)


def _expire(contribution: Contribution, at):
    rule = RetentionRule.objects.get(kind=contribution.kind)
    why = rule_in_words(rule, Thing.ORIGINAL)
    changes = {} if contribution.position.is_held else {"approved_version": None}
    take(contribution, Step.EXPIRE, by=None, at=at, why=why, **changes)


def _count_bands(told: Iterable[AboutMe]):
    """How often each band was told, kept by quarter. What was withdrawn, or may be abuse, does not count."""
    counts = Counter()
    for bands in told:
        contribution = bands.contribution
        if contribution.shows_as == State.WITHDRAWN or contribution.set_aside:
            continue
        quarter = quarter_from(timezone.localdate(contribution.received_at))
        counts.update((quarter, dimension, band) for dimension, band in bands_told(bands))
    keys = sorted(counts)
    ReachTally.objects.bulk_create(
        [ReachTally(quarter_from=q, dimension=d, band=b, count=0) for q, d, b in keys], ignore_conflicts=True
    )
    for quarter, dimension, band in keys:
        rows = ReachTally.objects.filter(quarter_from=quarter, dimension=dimension, band=band)
        rows.update(count=F("count") + counts[quarter, dimension, band])


def bands_told(bands: AboutMe) -> list[tuple[str, str]]:
    """(dimension, band) of what was told. Who somebody is stays with the contribution and is counted there."""
    told = (
        (Dimension.NEIGHBOURHOOD, bands.neighbourhood.name if bands.neighbourhood else ""),
        (Dimension.AGE_BAND, bands.age_band),
        (Dimension.NEED, bands.need),
    )
    return [(str(dimension), band) for dimension, band in told if band]


@transaction.atomic
def change_rule(
    *, kind: str, bands_days: int, contact_days: int, original_days: int, by, at
) -> RetentionRule:
    """How long one kind is kept. Raises Refused where anything would outlive the original."""
    rule = RetentionRule.objects.select_for_update().get(kind=kind)
    for name, days in (("bands_days", bands_days), ("contact_days", contact_days)):
        if days > original_days:
            raise Refused("It cannot be kept longer than the author's own words.", name)
    rule.bands_days, rule.contact_days, rule.original_days = bands_days, contact_days, original_days
    rule.changed_by, rule.changed_at = by, at
    rule.save()
    return rule
