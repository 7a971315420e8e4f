"""What we hold about somebody who asks: found by their receipt code or address, and given out whole.

Nobody who handles requests may learn that there is an alert or a hold. So this shows what outside eyes see, and leaves
out whatever only those may read who keep people safe.
"""

from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch
from django.utils import timezone

from feedback.contributions.models import (
    Contact,
    Contribution,
    ContributionEvent,
    DataRequest,
    EditionLine,
    OriginalOpening,
    PublicVersion,
    Response,
)
from feedback.contributions.models.about_the_author import address_hmac
from feedback.contributions.models.contribution import HELD, seen_as
from feedback.contributions.models.event import (
    ADD,
    ALERT,
    ERASE,
    NO_RISK,
    OF_SAFEGUARDING,
    OF_THE_RULES,
    RECEIVE,
    TELL_OUTCOME,
)
from feedback.contributions.models.original import SAFEGUARDING, SUBJECT_ACCESS
from feedback.contributions.queries.answers import OUTCOME_WORDS
from feedback.contributions.queries.keeping import exempt, overdue
from feedback.contributions.queries.receipts import WORDS
from feedback.domain.keeping import Thing
from feedback.domain.lifecycle import ENDED, SEEN_FROM_OUTSIDE, State, Step
from kpis.workstreams.models import OutboxMail

SEEN_DURING_A_HOLD = frozenset({*SEEN_FROM_OUTSIDE, ADD, TELL_OUTCOME, ERASE})
BY_AN_ADMINISTRATOR = frozenset({ERASE, Step.WITHDRAW})
SHOWN = (State.PUBLISHED, State.ANSWERED, State.OUTCOME_ASKED, State.NEEDS_AGREEMENT)
WITHHELD = (
    "Some records may be withheld because the law says so, for example to keep somebody safe. "
    "What is no longer kept is not here either."
)


def find(*, code: str, address: str, on: date) -> list[Contribution]:
    """By a canonical receipt code, or by the address that its author left, oldest first."""
    if code:
        return list(Contribution.objects.with_receipt(code))
    return list(_with_address(address, on))


def _with_address(address: str, on: date):
    """As far as the address would still be kept without any hold."""
    past_its_time = exempt().filter(pk__in=overdue(Thing.CONTACT, on).values("pk"))
    found = Contribution.objects.filter(contact__address_hmac=address_hmac(address))
    return found.exclude(seen_as(*ENDED)).exclude(pk__in=past_its_time.values("pk")).oldest_first()


def with_numbers(ids: list[int]) -> list[Contribution]:
    return list(Contribution.objects.filter(pk__in=ids).oldest_first())


def labels(contributions: list[Contribution]) -> dict[int, str]:
    """Each in a line: its number, its day, what it is about and where it stands for its author."""
    return {contribution.pk: _label(contribution) for contribution in contributions}


def _label(contribution: Contribution) -> str:
    received_on = timezone.localdate(contribution.received_at)
    about = f", about {contribution.about_title}" if contribution.about_title else ""
    status = status_of(contribution)
    return f"{contribution}, received on {received_on.day} {received_on:%B %Y}{about}: {status.lower()}"


def handled(at_most: int = 50) -> list[DataRequest]:
    """What was done last, newest first."""
    rows = DataRequest.objects.select_related("handled_by", "contribution")
    return list(rows.order_by("-handled_at", "-id")[:at_most])


def status_of(contribution: Contribution) -> str:
    """As its author reads it with their code."""
    return WORDS[contribution.shows_as][0]


def openable(contributions, on: date) -> set[int]:
    """Of these, by number, those whose sealed words may be given out."""
    ids = [contribution.pk for contribution in contributions]
    return set(ids) - set(exempt().filter(pk__in=ids).values_list("pk", flat=True))


def held_about(ids: list[int], at: datetime) -> list[dict]:
    """Everything that may be given out, oldest first. Values are texts, numbers, moments and days."""
    on = timezone.localdate(at)
    contributions = list(_with_everything(Contribution.objects.filter(pk__in=ids)).oldest_first())
    open_to_them, editions, letters = openable(contributions, on), _editions(ids), _letters(ids)
    past = {
        thing: set(overdue(thing, on).filter(pk__in=ids).values_list("pk", flat=True))
        for thing in (Thing.CONTACT, Thing.BANDS)
    }
    return [
        _everything(
            contribution,
            editions=editions[contribution.pk],
            letters=letters[contribution.pk],
            opened=contribution.pk in open_to_them,
            contact=contribution.pk not in past[Thing.CONTACT],
            bands=contribution.pk not in past[Thing.BANDS],
        )
        for contribution in contributions
    ]


def _editions(ids: list[int]) -> dict[int, list[dict]]:
    """In which yearly publications each stands."""
    found = {pk: [] for pk in ids}
    lines = EditionLine.objects.filter(contribution__in=ids).select_related("edition__year")
    for line in lines.order_by("edition__published_at", "pk"):
        edition = line.edition
        found[line.contribution_id].append({"at": edition.published_at, "year_from": edition.year.starts_on})
    return found


def _letters(ids: list[int]) -> dict[int, list[dict]]:
    """What the site wrote to the address that each author left; a letter names pages and never says what was said."""
    found = {pk: [] for pk in ids}
    to_a_contact = ContentType.objects.get_for_model(Contact)
    sent = OutboxMail.objects.filter(addressee_type=to_a_contact, addressee_id__in=map(str, ids))
    for letter in sent.exclude(sent_at=None).order_by("sent_at", "id"):
        about = letter.template.rpartition("/")[2].replace("_", " ")
        found[int(letter.addressee_id)].append({"at": letter.sent_at, "about": about})
    return found


def _with_everything(contributions):
    return contributions.select_related(
        "original", "contact", "aboutme__neighbourhood", "workstream", "not_published_because"
    ).prefetch_related(
        "additions",
        "outcome_answers",
        Prefetch("public_versions", PublicVersion.objects.order_by("number")),
        Prefetch("events", ContributionEvent.objects.in_order()),
        Prefetch("openings", OriginalOpening.objects.for_moderators().in_order()),
        Prefetch(
            "responses", Response.objects.published().select_related("published_version").order_by("id")
        ),
        Prefetch("data_requests", DataRequest.objects.order_by("handled_at", "id")),
    )


def _everything(
    contribution: Contribution, *, editions: list, letters: list, opened: bool, contact: bool, bands: bool
) -> dict:
    """`opened`, `contact` and `bands` say what may be given out; without a hold everything may that is there."""
    told = _told(contribution) if opened else _told_nothing()
    stays = opened or contribution.shows_as not in ENDED
    return {
        "contribution": contribution.pk,
        "received_at": contribution.received_at,
        "received_through": contribution.get_channel_display(),
        "consent_given_on": contribution.consent_given_on,
        "kind": contribution.get_kind_display(),
        "from": contribution.get_partner_type_display(),
        "may_we_publish": contribution.get_publish_consent_display(),
        "about": contribution.about_title,
        "workstream": str(contribution.workstream or ""),
        "status": status_of(contribution),
        "not_published_because": _reason(contribution),
        **told,
        "contact": _contact(contribution) if stays and (opened or contact) else "",
        "about_the_author": _bands(contribution) if stays and (opened or bands) else [],
        "public_versions": _versions(contribution, all_of_them=opened),
        "answers": [_answer(response) for response in contribution.responses.all()],
        "editions": editions,
        "letters": letters,
        "events": [_event(event) for event in contribution.events.all() if _is_for_them(event)],
        "openings": [_opening(o) for o in contribution.openings.all() if o.reason != SAFEGUARDING],
        "requests": [
            {"at": r.handled_at, "what": r.get_what_display()} for r in contribution.data_requests.all()
        ],
    }


def _told(contribution: Contribution) -> dict:
    original = getattr(contribution, "original", None)
    outcomes = sorted(contribution.outcome_answers.all(), key=lambda answer: (answer.told_at, answer.pk))
    additions = sorted(contribution.additions.all(), key=lambda addition: (addition.added_at, addition.pk))
    return {
        "original": original.text if original else "",
        "additions": [{"at": addition.added_at, "text": addition.text} for addition in additions],
        "outcome_answers": [
            {"at": answer.told_at, "difference": answer.get_difference_display(), "text": answer.text or ""}
            for answer in outcomes
        ],
    }


def _told_nothing() -> dict:
    return {"original": "", "additions": [], "outcome_answers": []}


def _reason(contribution: Contribution) -> str:
    is_shown = contribution.shows_as == State.NOT_PUBLISHED
    return contribution.not_published_because.public_wording if is_shown else ""


def _contact(contribution: Contribution) -> str:
    found = getattr(contribution, "contact", None)
    return found.address if found else ""


def _bands(contribution: Contribution) -> list[dict]:
    found = getattr(contribution, "aboutme", None)
    if found is None:
        return []
    told = (
        ("Neighbourhood", str(found.neighbourhood or "")),
        ("Age", found.get_age_band_display()),
        ("Main need", found.get_need_display()),
    )
    return [{"what": what, "band": band} for what, band in told if band]


def _versions(contribution: Contribution, *, all_of_them: bool) -> list[dict]:
    is_public = contribution.shows_as in SHOWN
    return [
        {
            "number": version.number,
            "text": version.text,
            "edited_at": version.edited_at,
            "approved_at": version.approved_at,
        }
        for version in contribution.public_versions.all()
        if all_of_them or (is_public and version.pk == contribution.approved_version_id)
    ]


def _answer(response: Response) -> dict:
    version = response.published_version
    return {
        "at": version.published_at,
        "you_said": version.you_said,
        "outcome": OUTCOME_WORDS[version.outcome],
        "text": version.answer,
    }


def _is_for_them(event: ContributionEvent) -> bool:
    """Not what safeguarding leads did, nor anything that only a hold explains."""
    if event.step in OF_SAFEGUARDING or event.step in (ALERT, NO_RISK):
        return False
    return event.to_state != HELD or event.step in SEEN_DURING_A_HOLD


def _event(event: ContributionEvent) -> dict:
    return {
        "at": event.at,
        "what": event.get_step_display(),
        "who": _who(event),
        "stands_as": WORDS[State(event.shows_as)][0],
        "why": event.why,
    }


def _who(event: ContributionEvent) -> str:
    """A role and no name, by what the step needs: roles of people change, what they did does not."""
    if event.by_id is None:
        return "The rules" if event.step in OF_THE_RULES else "The author"
    if event.step == RECEIVE:
        return "Whoever wrote it down for the author"
    return "An administrator" if event.step in BY_AN_ADMINISTRATOR else "A moderator"


def _opening(opening: OriginalOpening) -> dict:
    who = "An administrator" if opening.reason == SUBJECT_ACCESS else "A moderator"
    return {"at": opening.opened_at, "who": who, "why": opening.reason}
