"""Who must show a second factor, how they set one up, and how it is lost and taken away."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.utils import timezone

from kpis.workstreams.models import OutboxMail
from portal.accounts import actions, queries

NEED_ONE = ["finance", "moderator", "safeguarding_lead", "editor", "administrator"]
SET_UP = "/accounts/2fa/"
ACTIVATE = "/accounts/2fa/totp/activate/"


@pytest.fixture
def with_app(person):
    """Make a holder of this role who has set up an authenticator app: the user and the app's secret."""

    def make(role):
        user, secret = person(role), generate_totp_secret()
        TOTP.activate(user, secret)
        RecoveryCodes.activate(user)
        return user, secret

    return make


@pytest.mark.parametrize("role", NEED_ONE)
def test_who_needs_a_second_factor_is_led_to_set_one_up_before_anything_else(person, sign_in_by_code, role):
    client = sign_in_by_code(person(role))
    for path in ("/me/", "/people/", "/start/"):
        assert client.get(path).url == SET_UP
    page = client.get(SET_UP)
    assert "Your role needs a second step" in page.content.decode()


def test_an_action_is_not_carried_out_before_the_second_factor(person, sign_in_by_code):
    client, other = sign_in_by_code(person("administrator")), person()
    client.post(f"/people/{other.pk}/roles/", {"role": "finance"})
    assert not queries.current_grants(other).exists()


def test_signing_out_is_always_possible(person, sign_in_by_code):
    client = sign_in_by_code(person("moderator"))
    client.post("/accounts/logout/")
    assert client.get("/me/").url.startswith("/accounts/login/")


def test_a_fragment_leads_the_whole_page_to_the_second_factor(person, sign_in_by_code):
    client = sign_in_by_code(person("moderator"))
    answer = client.get("/me/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/me/"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, SET_UP)


@pytest.mark.parametrize("role", ["parent_carer", "workstream_lead", "data_officer", "board_member", "forum"])
def test_for_the_others_the_code_by_mail_is_enough(person, sign_in_by_code, role):
    assert sign_in_by_code(person(role)).get("/me/").status_code == 200


def test_setting_up_an_app_shows_it_and_gives_recovery_codes(person, sign_in_by_code, app_code):
    user = person("moderator")
    client = sign_in_by_code(user)
    page = client.get(ACTIVATE)
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page.content.decode()).group(1)
    finished = client.post(ACTIVATE, {"code": app_code(secret)})
    assert finished.url == "/accounts/2fa/recovery-codes/"
    codes = re.findall(r"<code>(\d{8})</code>", client.get(finished.url).content.decode())
    assert len(codes) == 10
    assert client.get("/me/").status_code == 200


def test_a_wrong_code_sets_up_nothing(person, sign_in_by_code):
    user = person("moderator")
    client = sign_in_by_code(user)
    client.get(ACTIVATE)
    page = client.post(ACTIVATE, {"code": "000000"})
    assert "That code is not right" in page.content.decode()
    assert not queries.has_second_factor(user)


def test_who_has_an_app_is_asked_for_its_code_at_every_sign_in(with_app, sign_in_by_code, app_code):
    user, secret = with_app("finance")
    client = sign_in_by_code(user)
    assert client.get("/me/").url.startswith("/accounts/login/")
    client.post("/accounts/2fa/authenticate/", {"code": app_code(secret)})
    assert client.get("/me/").status_code == 200


def test_a_code_of_the_app_works_once(with_app, sign_in_by_code, app_code):
    user, secret = with_app("finance")
    code = app_code(secret)
    sign_in_by_code(user).post("/accounts/2fa/authenticate/", {"code": code})
    again = sign_in_by_code(user)
    again.post("/accounts/2fa/authenticate/", {"code": code})
    assert again.get("/me/").status_code == 302


def test_a_recovery_code_stands_in_for_a_lost_phone(with_app, sign_in_by_code):
    user, _ = with_app("finance")
    code = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]
    client = sign_in_by_code(user)
    client.post("/accounts/2fa/authenticate/", {"code": code})
    assert client.get("/me/").status_code == 200


def test_a_session_from_before_the_role_is_asked_for_the_factor_the_person_has(with_app, app_code):
    user, secret = with_app("moderator")
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    asked = client.get("/me/")
    assert asked.url == "/accounts/2fa/reauthenticate/?next=%2Fme%2F"
    answered = client.post(asked.url, {"code": app_code(secret), "next": "/me/"})
    assert answered.url == "/me/"
    assert client.get("/me/").status_code == 200


def test_the_last_factor_stays_while_a_role_asks_for_one(with_app, sign_in_by_code, app_code):
    user, secret = with_app("moderator")
    client = sign_in_by_code(user)
    client.post("/accounts/2fa/authenticate/", {"code": app_code(secret)})
    client.post("/accounts/2fa/reauthenticate/", {"code": app_code(secret, steps_ahead=1)})
    page = client.post("/accounts/2fa/totp/deactivate/")
    assert "Add another one first" in page.content.decode()
    assert queries.has_second_factor(user)


def test_the_last_key_stays_while_a_role_asks_for_one(person, client_as):
    user = person("moderator")
    key = Authenticator.objects.create(user=user, type="webauthn", data={"name": "My key", "credential": {}})
    client = client_as(user)
    recent = {"method": "mfa", "at": timezone.now().timestamp(), "reauthenticated": True}
    session = client.session
    session["account_authentication_methods"] = [recent]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    answer = client.post(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/", follow=True)
    assert "Add another one first" in answer.content.decode()
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_who_needs_none_can_remove_theirs(with_app, sign_in_by_code, app_code):
    user, secret = with_app("board_member")
    client = sign_in_by_code(user)
    client.post("/accounts/2fa/authenticate/", {"code": app_code(secret)})
    client.post("/accounts/2fa/reauthenticate/", {"code": app_code(secret, steps_ahead=1)})
    client.post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=user).exists()


def test_an_administrator_takes_away_a_lost_factor_and_the_person_is_told(with_app, client_as, person):
    user, _ = with_app("moderator")
    theirs, administrator = client_as(user), person("administrator", first_name="Ada")
    client_as(administrator).post(f"/people/{user.pk}/second-step/reset/")
    assert not Authenticator.objects.filter(user=user).exists()
    assert theirs.get("/me/").url.startswith("/accounts/login/")
    assert [(event.what, event.by) for event in queries.history(user)][:1] == [
        ("Second step taken away", "Ada")
    ]
    assert OutboxMail.objects.get(recipient=user).template == "accounts/second_factor_reset"


def test_nobody_takes_away_their_own(person):
    user = person("administrator")
    with pytest.raises(actions.SamePerson):
        actions.reset_second_factor(user=user, by=user, at=timezone.now())


@pytest.mark.parametrize(
    "path",
    ["", "totp/activate/", "webauthn/", "webauthn/add/", "recovery-codes/generate/"],
)
def test_the_pages_for_setting_up_can_be_read(client_as, path):
    page = client_as("board_member").get(f"/accounts/2fa/{path}")
    assert page.status_code == 200
    assert 'id="main"' in page.content.decode()
