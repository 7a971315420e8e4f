"""Setting up a passkey and signing in with it alone, in Chromium with an authenticator of its own."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_is_set_up_and_then_signs_in_alone(page, person, mailed_code):
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill(person("moderator").email)
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code from the e-mail").wait_for()
    page.get_by_label("Code from the e-mail").fill(mailed_code())
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Add a passkey or key").click()
    page.get_by_label("Also sign in with it alone").check()
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("heading", name="10 of 10 unused").wait_for()

    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda url: "/accounts/" not in url)
    page.goto("/me/")
    page.get_by_role("heading", name="Your account").wait_for()
