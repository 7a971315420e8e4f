"""The outbox: owed once, sent once, tried again only where the server says later."""

import re
import socketserver
import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from feedback.contributions.models.sealed import CannotOpen
from kpis.workstreams.actions import queue_mail
from kpis.workstreams.models import OutboxMail
from kpis.workstreams.queries import GIVE_UP_AFTER, TRY_AGAIN_AFTER, mails_due, mails_given_up
from portal.accounts import actions, tasks

AT = timezone.now()


@pytest.fixture
def owe(person):
    """Owe somebody the welcome mail."""

    def make(key="k", *, recipient=None, template="accounts/welcome", at=AT, **context):
        recipient = recipient or person(first_name="Lee")
        context = {"role": "Finance & data", "link": "/accounts/login/"} | context
        queue_mail(key=key, template=template, recipient=recipient, context=context, at=at)
        return OutboxMail.objects.get(key=key)

    return make


class _Answer(socketserver.StreamRequestHandler):
    """As much of an SMTP server as it takes to answer a recipient with the server's `answer`."""

    def handle(self):
        self.wfile.write(b"220 ready\r\n")
        for line in self.rfile:
            verb = line[:4].upper().strip()
            if verb == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            self.wfile.write(self.server.answer if verb == b"RCPT" else b"250 ok\r\n")


@pytest.fixture
def mail_server(settings):
    """Send through a server that gives this answer to every recipient."""
    servers = []

    def start(answer):
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Answer)
        server.daemon_threads, server.answer = True, answer
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_the_same_key_owes_one_mail(owe, person):
    somebody = person()
    owe("once", recipient=somebody)
    owe("once", recipient=somebody, role="Moderator")
    assert OutboxMail.objects.get().context["role"] == "Finance & data"


def test_a_mail_is_plain_text_with_a_full_address(owe, mailoutbox, settings):
    owe()
    assert actions.send_outbox(at=AT) == 1
    sent = mailoutbox[0]
    assert sent.subject == f"You can sign in to the portal of {settings.PARTNERSHIP_NAME}"
    assert sent.body.startswith("Hello Lee,")
    assert "with the role: Finance & data." in sent.body
    assert f"{settings.BASE_URL}/accounts/login/" in sent.body
    assert sent.content_subtype == "plain"


def test_a_sent_mail_is_not_sent_again(owe, mailoutbox):
    mail = owe()
    actions.send_outbox(at=AT)
    assert actions.send_outbox(at=AT + timedelta(days=1)) == 0
    mail.refresh_from_db()
    assert (mail.sent_at, mail.attempts) == (AT, 1)
    assert len(mailoutbox) == 1


def test_a_subject_is_one_line(owe, mailoutbox, settings):
    settings.PARTNERSHIP_NAME = "Two\nlines"
    owe()
    actions.send_outbox(at=AT)
    assert mailoutbox[0].subject == "You can sign in to the portal of Two lines"


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_send_each_mail_once(owe, person, mailoutbox):
    somebody = person()
    for number in range(20):
        owe(f"mail {number}", recipient=somebody, role=f"number {number}.")
    gate = threading.Barrier(2)
    counts = []

    def send():
        gate.wait()
        counts.append(actions.send_outbox(at=AT))
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(counts) == 20
    numbers = [int(re.search(r"number (\d+)", sent.body).group(1)) for sent in mailoutbox]
    assert sorted(numbers) == list(range(20))


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_somebody_else_is_sending_is_passed_by(owe, mailoutbox):
    owe()
    held, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic():
            OutboxMail.objects.select_for_update().get()
            held.set()
            done.wait()
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    assert actions.send_outbox(at=AT) == 0
    done.set()
    other.join()
    assert actions.send_outbox(at=AT) == 1


def test_a_mail_the_server_puts_off_waits_longer_each_time(owe, mail_server):
    mail_server(b"450 busy, come back later\r\n")
    mail = owe()
    for attempts, delay in enumerate(TRY_AGAIN_AFTER):
        assert not mails_due(at=AT + delay - timedelta(seconds=1)).exists()
        actions.send_outbox(at=AT + delay)
        mail.refresh_from_db()
        assert (mail.attempts, mail.sent_at) == (attempts + 1, None)
    assert not mails_due(at=AT + timedelta(days=365)).exists()
    assert list(mails_given_up()) == [mail]


def test_a_mail_the_server_refuses_is_given_up_at_once(owe, mail_server, caplog):
    mail_server(b"550 no such person\r\n")
    mail = owe()
    assert actions.send_outbox(at=AT) == 0
    mail.refresh_from_db()
    assert (mail.attempts, mail.sent_at) == (GIVE_UP_AFTER, None)
    assert "SMTPRecipientsRefused" in caplog.text
    assert mail.recipient.email not in caplog.text


def test_one_mail_that_is_refused_does_not_hold_up_the_next(owe, person, mailoutbox):
    owe("broken", template="accounts/no_such_template")
    owe("whole", recipient=person(first_name="Second"))
    assert actions.send_outbox(at=AT) == 1
    assert mailoutbox[0].body.startswith("Hello Second,")
    assert list(mails_given_up()) == [OutboxMail.objects.get(key="broken")]


def test_one_mail_that_cannot_be_written_does_not_hold_up_the_next(owe, person, mailoutbox, monkeypatch):
    """As to an address that was sealed with a key which is not there any more."""

    def address_of(mail):
        if mail.key == "sealed":
            raise CannotOpen
        return mail.recipient.email

    owe("sealed")
    owe("whole", recipient=person(first_name="Second"))
    monkeypatch.setattr(OutboxMail, "to_address", property(address_of))
    assert actions.send_outbox(at=AT) == 1
    assert mailoutbox[0].body.startswith("Hello Second,")
    assert OutboxMail.objects.get(key="sealed").attempts == 1


def test_while_the_server_is_away_mails_wait_without_counting(owe, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    mail = owe()
    with pytest.raises(actions.MailServerAway, match="ConnectionRefusedError"):
        actions.send_outbox(at=AT)
    mail.refresh_from_db()
    assert (mail.attempts, mail.sent_at) == (0, None)


def test_the_task_sends_and_is_tried_again_only_while_the_server_is_away(owe, mailoutbox):
    owe()
    tasks.send_outbox()
    assert len(mailoutbox) == 1
    assert tasks.send_outbox.autoretry_for == (actions.MailServerAway,)
