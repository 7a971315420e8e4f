"""What may be done across workstreams: owe somebody a mail."""

from kpis.workstreams.models import OutboxMail


def queue_mail(*, key, template, recipient, context, at):
    """Owe `recipient` a mail; a second call with the same key changes nothing.

    `template` names the pair `mail/<template>_subject.txt` and `mail/<template>.txt`. `context` must be
    JSON and hold names, dates and addresses only: never what a family wrote, never a contact.
    """
    mail = OutboxMail(key=key, template=template, recipient=recipient, context=context, created_at=at)
    OutboxMail.objects.bulk_create([mail], ignore_conflicts=True)
