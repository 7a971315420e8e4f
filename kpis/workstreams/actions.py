"""What may be done across workstreams: owe somebody a mail, say how a milestone stands."""

from django.db import transaction

from kpis.workstreams.models import Milestone, MilestoneReport, OutboxMail, Workstream


class NotTheLead(Exception):
    """Only the lead or deputy of a workstream reports on it."""


def queue_mail(*, key, template, context, at, recipient=None, addressee=None):
    """Owe a mail to a person of ours, or to a row that has a `mail_address`; the same key again changes nothing.

    `template` names the pair `mail/<template>_subject.txt` and `mail/<template>.txt`. `context` must be
    JSON and hold names, dates and addresses of pages only: never what a family wrote, never a contact.
    """
    mail = OutboxMail(key=key, template=template, context=context, created_at=at)
    if addressee is None:
        mail.recipient = recipient
    else:
        mail.addressee = addressee
    OutboxMail.objects.bulk_create([mail], ignore_conflicts=True)


@transaction.atomic
def report_milestone(*, milestone: Milestone, status: str, evidence: str, by, at) -> MilestoneReport:
    """Say how a milestone stands now; earlier reports stay. Only its workstream's lead or deputy may."""
    if not Workstream.objects.led_by(by).filter(pk=milestone.workstream_id).exists():
        raise NotTheLead("A milestone is reported by the lead or deputy of its workstream.")
    return MilestoneReport.objects.create(
        milestone=milestone, status=status, evidence=evidence.strip(), reported_by=by, reported_at=at
    )
