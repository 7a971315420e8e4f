"""The sign-in library's forms in our words: labels above the field, no placeholder, errors that help."""

from dataclasses import dataclass

from allauth.account import forms as account_forms
from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as key_forms


@dataclass(frozen=True, slots=True)
class Words:
    label: str
    missing: str = ""
    hint: str = ""


ADDRESS = Words("E-mail address", "Enter an e-mail address, like name@example.org")
MAILED_CODE = Words("Code from the e-mail", "Enter the code from the e-mail")
KEY_NAME = Words("Name of this key", "Enter a name for this key", "For example: blue key, or my phone.")
SECOND_STEP_CODE = Words(
    "Code from your app",
    "Enter the code your app shows now",
    "Six figures that change every half minute. Without your phone, one of your recovery codes.",
)


class InOurWords:
    """Mixed into a form of the library: gives its fields the words named in `words`."""

    words: dict[str, Words] = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, words in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = words.label, words.hint
            field.widget.attrs.pop("placeholder", None)
            if words.missing:
                field.error_messages |= {"required": words.missing, "invalid": words.missing}


class SignInForm(InOurWords, account_forms.LoginForm):
    words = {"login": ADDRESS}

    def clean(self):
        """Also gives a person whom an administrator added their address to confirm: the code does it."""
        cleaned_data = super().clean()
        if self.user:
            sync_user_email_address(self.user)
        return cleaned_data


class SignUpForm(InOurWords, account_forms.SignupForm):
    words = {"email": ADDRESS}


class NewAddressForm(InOurWords, account_forms.AddEmailForm):
    words = {"email": Words("New e-mail address", ADDRESS.missing)}


class SignInCodeForm(InOurWords, account_forms.ConfirmLoginCodeForm):
    words = {"code": MAILED_CODE}


class ConfirmAddressForm(InOurWords, account_forms.ConfirmEmailVerificationCodeForm):
    words = {"code": MAILED_CODE}


class SecondStepForm(InOurWords, mfa_forms.AuthenticateForm):
    words = {"code": SECOND_STEP_CODE}


class SecondStepAgainForm(InOurWords, mfa_forms.ReauthenticateForm):
    words = {"code": SECOND_STEP_CODE}


class NewAppForm(InOurWords, totp_forms.ActivateTOTPForm):
    words = {"code": Words("Code your app shows now", SECOND_STEP_CODE.missing)}


class NewKeyForm(InOurWords, key_forms.AddWebAuthnForm):
    words = {
        "name": KEY_NAME,
        "passwordless": Words(
            "Also sign in with it alone",
            hint="Then you need no e-mail code: your device asks for your fingerprint, face or PIN.",
        ),
    }


class KeyNameForm(InOurWords, key_forms.EditWebAuthnForm):
    words = {"name": KEY_NAME}
