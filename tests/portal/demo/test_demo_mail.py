"""The page that shows mails instead of sending them."""

import os

import pytest
from django.core.mail import EmailMessage
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(settings, tmp_path):
    """Write a mail of this age in seconds into the demonstration's folder through Django's own backend."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"

    def make(subject="Hello", body="Text", to="somebody@demo.invalid", *, age=0):
        EmailMessage(subject, body, to=[to]).send()
        (written,) = settings.EMAIL_FILE_PATH.glob("2*.log")
        file = written.rename(written.with_name(f"aged {age}.log"))
        os.utime(file, (1_700_000_000 - age, 1_700_000_000 - age))

    return make


def page():
    return Client().get("/demo/mail/").content.decode()


def test_mails_are_shown_newest_first(send):
    send("Older", age=60)
    send("Newer")
    html = page()
    assert html.index("Newer") < html.index("Older")
    assert "To somebody@demo.invalid" in html


def test_a_mail_is_shown_as_text(send):
    send("<b>Bold</b>", "<script>alert(1)</script>\nsecond line")
    html = page()
    assert "<script>alert" not in html
    assert "&lt;b&gt;Bold&lt;/b&gt;" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>second line" in html


def test_links_can_be_followed_and_others_cannot(send):
    send(body="See http://127.0.0.1:8000/accounts/login/ or javascript:alert(1)")
    html = page()
    assert 'href="http://127.0.0.1:8000/accounts/login/"' in html
    assert 'href="javascript' not in html


def test_accents_and_long_lines_are_kept(send):
    send("Zoë’s £5", "naïve " * 100)
    html = page()
    assert "Zoë’s £5" in html
    assert html.count("naïve") == 100


def test_a_file_that_is_still_being_written_is_passed_by(send, settings):
    send("Whole")
    (settings.EMAIL_FILE_PATH / "half.log").write_bytes(b"Subject: Half")
    assert "Whole" in page()


def test_before_the_first_mail_the_page_says_what_to_do(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path / "none"
    assert "None yet." in page()
