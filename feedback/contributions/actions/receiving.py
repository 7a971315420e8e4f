"""A contribution arrives: stored once, with a receipt code that only its author ever sees."""

import secrets

from django.db import IntegrityError, transaction

from feedback.contributions.actions.alerting import raise_alert
from feedback.contributions.actions.steps import Refused, note
from feedback.contributions.models import (
    AboutMe,
    Channel,
    Contact,
    Contribution,
    Neighbourhood,
    Original,
    PartnerType,
    SafeguardingAlert,
)
from feedback.contributions.models.about_the_author import address_hmac
from feedback.contributions.models.contribution import receipt_hmac
from feedback.contributions.models.event import RECEIVE
from feedback.contributions.models.keyed import keyed_hash
from feedback.contributions.queries.about import NOTHING_IN_PARTICULAR, About
from feedback.domain.coach import find_personal_details
from feedback.domain.receipts import code_from_number
from feedback.domain.risk import suggests_risk


def receive_contribution(
    *,
    text: str,
    kind: str,
    partner_type: str,
    publish_consent: str,
    at,
    about: About = NOTHING_IN_PARTICULAR,
    someone_at_risk: bool = False,
    email: str = "",
    neighbourhood: Neighbourhood | None = None,
    age_band: str = "",
    need: str = "",
    set_aside: str = "",
    channel: str = Channel.WEB,
    entered_by=None,
    consent_given_on=None,
    told_at=None,
    token: str | None = None,
) -> tuple[Contribution, str]:
    """Store what somebody told us; gives it back with its receipt code (canonical, without groups).

    `token` is the form's one-time token: the same form sent twice with the same words gives the same
    contribution and the same code, however often the line breaks between. `told_at` is for what staff
    enter later than it was said. Raises Refused without words.
    """
    words = plain(text)
    if not words:
        raise Refused("Write what you would like to tell us.")
    if told_at and told_at > at:
        raise Refused("It cannot have been told after now.", "told_on")
    fields = {
        "kind": kind,
        "partner_type": partner_type,
        "publish_consent": publish_consent,
        "channel": channel,
        **about.fields,
    }
    apart = (email, str(neighbourhood.pk if neighbourhood else ""), age_band, need)
    told = (words, str(someone_at_risk), *(str(v) for v in fields.values()), *apart)
    code = code_from_number(int(keyed_hash("code", token or secrets.token_hex(16), *told), 16))
    try:
        with transaction.atomic():
            contribution = Contribution.objects.create(
                receipt_hmac=receipt_hmac(code),
                entered_by=entered_by,
                consent_given_on=consent_given_on,
                received_at=told_at or at,
                state_since=told_at or at,
                set_aside=set_aside,
                needs_second_person=someone_at_risk
                or partner_type == PartnerType.YOUNG_PERSON
                or is_about_a_person(words),
                **fields,
            )
            Original.objects.create(contribution=contribution, text=words)
            note(contribution, RECEIVE, from_state="", by=entered_by, at=at)
            keep_contact(contribution, email)
            if neighbourhood or age_band or need:
                AboutMe.objects.create(
                    contribution=contribution, neighbourhood=neighbourhood, age_band=age_band, need=need
                )
            alert_where_needed(contribution, words, someone_at_risk=someone_at_risk, at=at)
    except IntegrityError:
        already_here = Contribution.objects.with_receipt(code).first()
        if already_here is None:
            raise
        return already_here, code
    return contribution, code


def plain(text: str) -> str:
    """Words as they are kept: one kind of line end, nothing around them."""
    return text.replace("\r\n", "\n").strip()


def keep_contact(contribution: Contribution, email: str):
    """The latest address for an answer; without one, nothing is kept."""
    Contact.objects.filter(contribution=contribution).delete()
    if email:
        Contact.objects.create(contribution=contribution, address=email, address_hmac=address_hmac(email))


def alert_where_needed(contribution: Contribution, words: str, *, someone_at_risk: bool = False, at):
    """Tell the safeguarding leads where the author says that somebody may be at risk, or the words suggest it."""
    if someone_at_risk:
        raise_alert(contribution, raised_by=SafeguardingAlert.RaisedBy.BOX, at=at)
    elif suggests_risk(words):
        raise_alert(contribution, raised_by=SafeguardingAlert.RaisedBy.WORDS, at=at)


def is_about_a_person(words: str) -> bool:
    """Whether a second person must agree before anything of it is published."""
    return bool(suggests_risk(words) or find_personal_details(words))
