"""A row of the outbox as a message: plain text, links to this site."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template


def render_mail(mail) -> EmailMessage:
    """From `mail/<template>_subject.txt` and `mail/<template>.txt`.

    Both see the row's context, `recipient` where it is a person of ours, `partnership_name` and `base_url`,
    which goes before an address: `{{ base_url }}{{ link }}`. Nothing is escaped: it is not HTML.
    Raises TemplateDoesNotExist.
    """
    names = {
        "recipient": mail.recipient,
        "partnership_name": settings.PARTNERSHIP_NAME,
        "base_url": settings.BASE_URL,
        **mail.context,
    }
    subject, text = (
        get_template(f"mail/{mail.template}{part}.txt").template.render(Context(names, autoescape=False))
        for part in ("_subject", "")
    )
    return EmailMessage(subject=" ".join(subject.split()), body=text.strip() + "\n", to=[mail.to_address])
