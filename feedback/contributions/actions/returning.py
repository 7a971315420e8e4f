"""What an author does with the receipt code: adds, agrees or not, says what it changed, keeps or deletes the address.

Nothing here behaves differently during a safeguarding hold as far as its author can see.
"""

from django.db import transaction

from feedback.contributions.actions.receiving import (
    alert_where_needed,
    is_about_a_person,
    keep_contact,
    plain,
)
from feedback.contributions.actions.steps import Refused, locked, note, take
from feedback.contributions.models import (
    Addition,
    Contribution,
    EarlierAddress,
    OutcomeAnswer,
    PublishConsent,
)
from feedback.contributions.models.event import ADD, FORGET_CONTACT, TELL_OUTCOME
from feedback.contributions.queries.keeping import is_exempt
from feedback.domain.lifecycle import ENDED, State, Step

ANSWERED = frozenset({State.ANSWERED, State.OUTCOME_ASKED})


@transaction.atomic
def add_to(*, contribution: Contribution, text: str, at) -> Addition:
    """Add words to what was said before. They are kept as an original of their own, for a moderator to read.

    The same words sent again right after are the same addition: a page that is reloaded adds nothing.
    """
    contribution = _still_kept(contribution)
    words = plain(text)
    if not words:
        raise Refused("Write what you would like to add.", "text")
    return _add(contribution, words, at=at)


@transaction.atomic
def agree(*, contribution: Contribution, number: int, at) -> Contribution:
    """Agree to the public version of this number. A moderator publishes it after that, not this press.

    Else what is on safeguarding hold, or under an alert, could be told by its not being published at once.
    Raises Refused where that is not the version any more that was shown.
    """
    contribution = _asked(contribution, number)
    take(contribution, Step.AGREE, by=None, at=at)
    return contribution


@transaction.atomic
def disagree(
    *, contribution: Contribution, number: int, why: str = "", show_nothing: bool = False, at
) -> Contribution:
    """Do not agree to the version of this number: say what is wrong with it, or that nothing may be shown."""
    contribution = _asked(contribution, number)
    words = plain(why)
    if not words and not show_nothing:
        raise Refused("Say what is wrong with it, or choose that we do not show it.", "why")
    changes = {"publish_consent": PublishConsent.COUNTS_ONLY} if show_nothing else {}
    take(contribution, Step.DISAGREE, by=None, at=at, approved_version=None, **changes)
    if words:
        _add(contribution, words, at=at)
    return contribution


@transaction.atomic
def tell_outcome(*, contribution: Contribution, difference: str, text: str = "", at) -> OutcomeAnswer:
    """Say whether the answer made a difference. It may be said again later; the latest counts."""
    contribution = _still_kept(contribution)
    if contribution.shows_as not in ANSWERED:
        raise Refused("There is no answer yet.")
    if difference not in OutcomeAnswer.Difference.values:
        raise Refused("Choose whether it made a difference.", "difference")
    words = plain(text)
    told = contribution.outcome_answers.order_by("-told_at", "-id").first()
    if told and (told.difference, told.text or "") == (difference, words):
        return told
    told = OutcomeAnswer.objects.create(
        contribution=contribution, difference=difference, text=words or None, told_at=at
    )
    note(contribution, TELL_OUTCOME, from_state=contribution.state, by=None, at=at)
    _look_at(contribution, words, at=at)
    return told


@transaction.atomic
def change_contact(*, contribution: Contribution, email: str, at) -> Contribution:
    """Another e-mail address for the answer; an empty one deletes what was there.

    What safeguarding leads have not released keeps the earlier one for them; nobody else can tell.
    """
    contribution = _still_kept(contribution)
    had_one = hasattr(contribution, "contact")
    if had_one and is_exempt(contribution):
        EarlierAddress.objects.create(
            contribution=contribution, address=contribution.contact.address, replaced_at=at
        )
    keep_contact(contribution, email)
    if had_one and not email:
        why = "Its author deleted it."
        note(contribution, FORGET_CONTACT, from_state=contribution.state, by=None, at=at, why=why)
    return contribution


def _add(contribution: Contribution, words: str, *, at) -> Addition:
    latest = contribution.additions.order_by("-added_at", "-id").first()
    if latest and latest.text == words:
        return latest
    addition = Addition.objects.create(contribution=contribution, text=words, added_at=at)
    note(contribution, ADD, from_state=contribution.state, by=None, at=at)
    _look_at(contribution, words, at=at)
    return addition


def _look_at(contribution: Contribution, words: str, *, at):
    """What later words bring with them: a second person where they are about somebody, an alert where there is risk."""
    if not contribution.needs_second_person and is_about_a_person(words):
        contribution.needs_second_person = True
        contribution.save(update_fields=["needs_second_person"])
    alert_where_needed(contribution, words, at=at)


def _still_kept(contribution: Contribution) -> Contribution:
    contribution = locked(contribution)
    if contribution.shows_as in ENDED:
        raise Refused("What you said is gone, so nothing can be added to it.")
    return contribution


def _asked(contribution: Contribution, number: int) -> Contribution:
    contribution = locked(contribution)
    if contribution.shows_as != State.NEEDS_AGREEMENT or contribution.approved_version.number != number:
        raise Refused("Our version has changed since you opened this page. Please look at it again.")
    return contribution
