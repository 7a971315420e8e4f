"""A contribution arrives: stored once, with a receipt code that only its author ever sees."""

import secrets

from django.db import IntegrityError, transaction

from feedback.contributions.actions.safeguarding import hold
from feedback.contributions.actions.steps import Refused, note
from feedback.contributions.models import Channel, Contribution, Original, PartnerType
from feedback.contributions.models.contribution import receipt_hmac
from feedback.contributions.models.event import RECEIVE
from feedback.contributions.models.keyed import keyed_hash
from feedback.contributions.queries.about import NOTHING_IN_PARTICULAR, About
from feedback.domain.coach import find_personal_details
from feedback.domain.receipts import code_from_number

RISK_BOX = "The author says that someone may be at risk."


def receive_contribution(
    *,
    text: str,
    kind: str,
    partner_type: str,
    publish_consent: str,
    at,
    about: About = NOTHING_IN_PARTICULAR,
    someone_at_risk: bool = False,
    set_aside: str = "",
    channel: str = Channel.WEB,
    entered_by=None,
    token: str | None = None,
) -> tuple[Contribution, str]:
    """Store what somebody told us; gives it back with its receipt code (canonical, without groups).

    `token` is the form's one-time token: the same form sent twice with the same words gives the same
    contribution and the same code, however often the line breaks between. Raises Refused without words.
    """
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise Refused("Write what you would like to tell us.")
    fields = {
        "kind": kind,
        "partner_type": partner_type,
        "publish_consent": publish_consent,
        "channel": channel,
        **about.fields,
    }
    told = (token or secrets.token_hex(16), words, str(someone_at_risk), *(str(v) for v in fields.values()))
    code = code_from_number(int(keyed_hash("code", *told), 16))
    try:
        with transaction.atomic():
            contribution = Contribution.objects.create(
                receipt_hmac=receipt_hmac(code),
                entered_by=entered_by,
                received_at=at,
                state_since=at,
                set_aside=set_aside,
                needs_second_person=_is_about_a_person(words, partner_type, someone_at_risk),
                **fields,
            )
            Original.objects.create(contribution=contribution, text=words)
            note(contribution, RECEIVE, from_state="", by=entered_by, at=at)
            if someone_at_risk:
                hold(contribution, by=None, at=at, why=RISK_BOX)
    except IntegrityError:
        already_here = Contribution.objects.with_receipt(code).first()
        if already_here is None:
            raise
        return already_here, code
    return contribution, code


def _is_about_a_person(words: str, partner_type: str, someone_at_risk: bool) -> bool:
    """Whether a second person must agree before anything of it is published."""
    return bool(someone_at_risk or partner_type == PartnerType.YOUNG_PERSON or find_personal_details(words))
