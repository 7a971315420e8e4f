from portal.accounts.forms.people import (
    HERE_ALREADY,
    FilterForm,
    MembershipForm,
    NameForm,
    PersonForm,
    RoleForm,
)
from portal.accounts.forms.sign_in import (
    ConfirmAddressForm,
    KeyNameForm,
    NewAddressForm,
    NewAppForm,
    NewKeyForm,
    SecondStepAgainForm,
    SecondStepForm,
    SignInCodeForm,
    SignInForm,
    SignUpForm,
)

__all__ = [
    "HERE_ALREADY",
    "ConfirmAddressForm",
    "FilterForm",
    "KeyNameForm",
    "MembershipForm",
    "NameForm",
    "NewAddressForm",
    "NewAppForm",
    "NewKeyForm",
    "PersonForm",
    "RoleForm",
    "SecondStepAgainForm",
    "SecondStepForm",
    "SignInCodeForm",
    "SignInForm",
    "SignUpForm",
]
