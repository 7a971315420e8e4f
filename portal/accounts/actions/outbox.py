"""Sending what the outbox owes."""

import logging
import smtplib

from django.db import transaction
from django.template import TemplateDoesNotExist, TemplateSyntaxError

from feedback.contributions.models.sealed import CannotOpen
from kpis.workstreams.queries import GIVE_UP_AFTER, mails_due
from portal.accounts.mails import render_mail

logger = logging.getLogger(__name__)
# Of an address that no key opens, a template that is wrong, or a context that it does not fit.
CANNOT_BE_WRITTEN = (
    CannotOpen,
    TemplateDoesNotExist,
    TemplateSyntaxError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)


class MailServerAway(ConnectionError):
    """The mail server did not answer; nothing is lost, the mails wait."""


def send_outbox(*, at) -> int:
    """Send every mail that is due, oldest first; how many were sent.

    Safe to run twice at once: a row is locked while its mail is sent, and whoever comes second passes it by.
    A mail the server puts off is tried again later, one it refuses is given up and stays in the outbox. One that
    cannot be written, such as to an address that no key opens, never keeps those after it.
    Raises MailServerAway.
    """
    sent, last = 0, 0
    while True:
        with transaction.atomic():
            mail = (
                mails_due(at=at).filter(id__gt=last).select_for_update(of=["self"], skip_locked=True).first()
            )
            if mail is None:
                return sent
            last = mail.id
            sent += _send(mail, at=at)


def _send(mail, *, at) -> bool:
    """Whether it went; what the server said otherwise is kept as attempts and in the log, without a name."""
    try:
        if mail.to_address is None:
            mail.delete()  # whom it was for has been deleted: nobody is owed it any more
            return False
        message = render_mail(mail)
    except CANNOT_BE_WRITTEN as broken:
        never = isinstance(broken, TemplateDoesNotExist)
        return _not_sent(mail, broken, attempts=GIVE_UP_AFTER if never else mail.attempts + 1)
    try:
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as refused:
        return _not_sent(mail, refused, attempts=mail.attempts + 1 if _is_put_off(refused) else GIVE_UP_AFTER)
    except (smtplib.SMTPException, OSError) as gone:
        raise MailServerAway(type(gone).__name__) from gone
    mail.attempts, mail.sent_at = mail.attempts + 1, at
    mail.save(update_fields=["attempts", "sent_at"])
    return True


def _not_sent(mail, why: Exception, *, attempts: int) -> bool:
    mail.attempts = attempts
    mail.save(update_fields=["attempts"])
    logger.error("Mail %s (%s) was not sent: %s", mail.id, mail.template, type(why).__name__)
    return False


def _is_put_off(refused) -> bool:
    """SMTP answers of 400 to 499 mean later; 500 and above mean never."""
    match refused:
        case smtplib.SMTPRecipientsRefused():
            return all(400 <= code < 500 for code, _ in refused.recipients.values())
        case smtplib.SMTPDataError():
            return 400 <= refused.smtp_code < 500
    return False
