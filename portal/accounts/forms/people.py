"""What an administrator sends about people, and a person about themselves."""

from django import forms
from django.contrib.auth import get_user_model

from kpis.workstreams.models import Partner
from portal.accounts.roles import ROLES

ROLE_CHOICES = [(key, role.label) for key, role in ROLES.items()]
CHOOSE = [("", "Choose one")]
HERE_ALREADY = "This person is here already: find them in the list and give them the role."


class FilterForm(forms.Form):
    """Filters of the list of people; what makes no sense filters nothing."""

    q = forms.CharField(label="Name or e-mail address", required=False, max_length=100)
    role = forms.ChoiceField(label="Role", required=False, choices=[("", "Any role"), *ROLE_CHOICES])

    @property
    def chosen(self) -> dict[str, str]:
        """`q` and `role`, each empty where nothing sensible was asked."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("q", "role")}


class NameForm(forms.ModelForm):
    class Meta:
        model = get_user_model()
        fields = ["first_name", "last_name"]
        labels = {"first_name": "First name", "last_name": "Last name"}
        help_texts = {
            "first_name": "How you appear beside what you enter. Without a name it is your address."
        }


class PersonForm(forms.Form):
    """A new person: an address, a name if known, the role they start with, and where they work."""

    email = forms.EmailField(
        label="E-mail address",
        help_text="They sign in with a code sent to it.",
        error_messages={
            "required": "Enter an e-mail address, like name@example.org",
            "invalid": "Enter an e-mail address, like name@example.org",
        },
    )
    first_name = forms.CharField(label="First name", max_length=150, required=False)
    last_name = forms.CharField(label="Last name", max_length=150, required=False)
    role = forms.ChoiceField(
        label="Role",
        choices=CHOOSE + ROLE_CHOICES,
        error_messages={"required": "Choose the role they start with"},
    )
    partner = forms.ModelChoiceField(
        label="Partner organisation",
        queryset=Partner.objects.order_by("name", "id"),
        required=False,
        empty_label="None",
    )
    position = forms.CharField(
        label="Position held", help_text="For example: head of SEND.", max_length=120, required=False
    )

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if get_user_model().objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(HERE_ALREADY)
        return email


class RoleForm(forms.Form):
    """A role to give to somebody who does not hold it."""

    role = forms.ChoiceField(label="Role to give", error_messages={"required": "Choose a role"})

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        held = {role.key for role in person.roles}
        self.fields["role"].choices = CHOOSE + [
            (key, label) for key, label in ROLE_CHOICES if key not in held
        ]


class MembershipForm(forms.Form):
    """A partner organisation this person joins."""

    partner = forms.ModelChoiceField(
        label="Partner organisation",
        queryset=None,
        empty_label="Choose one",
        error_messages={"required": "Choose an organisation"},
    )
    position = forms.CharField(
        label="Position held", help_text="For example: head of SEND.", max_length=120, required=False
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        joined = person.memberships.filter(until_on__isnull=True).values("partner_id")
        self.fields["partner"].queryset = Partner.objects.exclude(id__in=joined).order_by("name", "id")
