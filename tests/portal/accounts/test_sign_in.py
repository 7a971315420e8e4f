"""Signing in by a code, making an account, and what neither tells a stranger."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User

LOGIN, CONFIRM, SIGN_UP, CONFIRM_ADDRESS = (
    "/accounts/login/",
    "/accounts/login/code/confirm/",
    "/accounts/signup/",
    "/accounts/confirm-email/",
)


def words(response):
    """The page's visible words, without what differs by chance."""
    html = re.sub(r'value="[^"]*"', "", response.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_person_signs_in_with_the_code_from_the_mail(person, mailed_code, mailoutbox):
    user, client = person("workstream_lead"), Client()
    asked = client.post(f"{LOGIN}?next=/me/", {"login": user.email, "next": "/me/"})
    assert asked.url == f"{CONFIRM}?next=%2Fme%2F"
    assert f"We have sent an e-mail to {user.email}" in words(client.get(asked.url))
    assert mailoutbox[-1].to == [user.email]
    entered = client.post(CONFIRM, {"code": mailed_code(), "next": "/me/"})
    assert entered.url == "/me/"
    assert client.get("/me/").status_code == 200


def test_one_code_is_enough_for_somebody_an_administrator_added(person, sign_in_by_code, mailoutbox):
    user = person("board_member")
    assert sign_in_by_code(user).get("/me/").status_code == 200
    assert len(mailoutbox) == 1
    assert EmailAddress.objects.get(user=user).verified


def test_the_case_of_an_address_does_not_matter(person, mailoutbox):
    user = person("board_member", email="lead@example.org")
    Client().post(LOGIN, {"login": "Lead@Example.ORG"})
    assert mailoutbox[-1].subject == "Your sign-in code"
    assert mailoutbox[-1].to == [user.email]


def test_a_wrong_code_is_named_beside_the_field(person, mailoutbox):
    client = Client()
    client.post(LOGIN, {"login": person("board_member").email})
    page = client.post(CONFIRM, {"code": "WRONG"})
    assert page.status_code == 200
    assert "That is not the code we sent" in words(page)
    assert words(page).startswith("Error: ")


def test_after_three_wrong_codes_one_starts_again(person, mailed_code):
    client = Client()
    client.post(LOGIN, {"login": person("board_member").email})
    for _ in range(3):
        answer = client.post(CONFIRM, {"code": "WRONG"})
    assert answer.status_code == 302
    client.post(CONFIRM, {"code": mailed_code()})
    assert client.get("/me/").status_code == 302


@pytest.mark.parametrize(
    "given", ["", "not an address", "a@b", "x" * 320 + "@example.org", "nul\x00@example.org"]
)
def test_what_is_no_address_is_named_beside_the_field(db, given):
    page = Client().post(LOGIN, {"login": given})
    assert page.status_code == 200
    assert "Error:" in words(page)


def test_signing_in_does_not_tell_who_has_an_account(person, mailoutbox):
    known, unknown = person("moderator").email, "nobody@example.org"
    answers = {}
    for email in (known, unknown):
        client = Client()
        asked = client.post(LOGIN, {"login": email})
        shown = client.get(asked.url)
        wrong = client.post(CONFIRM, {"code": "WRONG"})
        answers[email] = [
            (page.status_code, page.headers.get("Location"), words(page).replace(email, "ADDRESS"))
            for page in (asked, shown, wrong)
        ]
    assert answers[known] == answers[unknown]
    assert [mail.subject for mail in mailoutbox] == ["Your sign-in code", "No account with this address"]


def test_making_an_account_does_not_tell_who_has_one(person, mailoutbox):
    known, unknown = person("parent_carer").email, "nobody@example.org"
    answers = {}
    for email in (known, unknown):
        client = Client()
        asked = client.post(SIGN_UP, {"email": email})
        shown = client.get(asked.url)
        answers[email] = [
            (page.status_code, page.headers.get("Location"), words(page).replace(email, "ADDRESS"))
            for page in (asked, shown)
        ]
    assert answers[known] == answers[unknown]
    assert [mail.subject for mail in mailoutbox] == [
        "You have an account already",
        "Your code to make an account",
    ]


def test_who_signs_up_is_a_parent_or_carer_once_the_address_is_confirmed(db, mailed_code):
    client = Client()
    client.post(SIGN_UP, {"email": "new@example.org"})
    assert client.get("/me/").status_code == 302
    client.post(CONFIRM_ADDRESS, {"code": mailed_code()})
    assert client.get("/me/").status_code == 200
    user = User.objects.get(email="new@example.org")
    assert [role.key for role in user.roles] == ["parent_carer"]
    assert not user.has_usable_password()


def test_a_closed_account_cannot_sign_in(person, mailoutbox):
    user = person("board_member", is_active=False)
    Client().post(LOGIN, {"login": user.email})
    assert [mail.subject for mail in mailoutbox] == ["No account with this address"]


def test_asking_for_codes_again_and_again_is_answered_in_plain_words(person, mailoutbox):
    email, client = person("board_member").email, Client()
    for _ in range(4):
        client.post("/accounts/logout/")
        answer = client.post(LOGIN, {"login": email})
    assert "Too many attempts. Wait five minutes, then ask for a new code." in words(answer)
    assert len(mailoutbox) == 3


def test_many_tries_from_one_place_are_answered_in_plain_words(db):
    client = Client()
    answers = [client.post(SIGN_UP, {"email": "not an address"}) for _ in range(21)]
    assert answers[-1].status_code == 429
    assert "Too many tries" in words(answers[-1])


def test_when_mail_is_down_the_page_says_so(person, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody listens there
    answer = Client().post(LOGIN, {"login": person("board_member").email})
    assert answer.status_code == 503
    assert "We could not send the e-mail" in words(answer)


def test_a_sign_in_never_leads_to_another_site(person, mailed_code, client_as):
    client = Client()
    client.post(LOGIN, {"login": person("board_member").email, "next": "https://evil.example/"})
    entered = client.post(CONFIRM, {"code": mailed_code(), "next": "https://evil.example/"})
    assert entered.url == reverse("home:start")


@pytest.mark.parametrize("path", ["password/reset/", "password/change/", "password/set/", "3rdparty/"])
def test_there_are_no_pages_for_passwords(client_as, path):
    assert client_as("board_member").get(f"/accounts/{path}").status_code == 404


@pytest.mark.parametrize("path", [LOGIN, SIGN_UP, "/accounts/inactive/"])
def test_the_way_in_is_public(db, path):
    assert Client().get(path).status_code == 200


def test_a_passkey_can_be_asked_for_before_signing_in(db):
    answer = Client().get("/accounts/2fa/webauthn/login/", headers={"accept": "application/json"})
    assert set(answer.json()["request_options"]) == {"publicKey"}


def test_the_pages_carry_no_script_of_their_own(db):
    html = Client().get(LOGIN).content.decode()
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", html)
    assert inline
    assert all('type="application/json"' in attributes for attributes in inline)


def test_a_new_address_counts_once_it_is_confirmed(person, sign_in_by_code, mailed_code, mailoutbox):
    user = person("board_member")
    old = user.email
    client = sign_in_by_code(user)
    client.post("/accounts/email/", {"email": "new@example.org", "action_add": "1"})
    user.refresh_from_db()
    assert user.email == old
    assert mailoutbox[-1].to == ["new@example.org"]
    client.post(CONFIRM_ADDRESS, {"code": mailed_code()})
    user.refresh_from_db()
    assert user.email == "new@example.org"
