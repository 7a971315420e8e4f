"""What the editor's forms have beside Wagtail's own: headings to tick, and how hard the page is to read."""

from django import forms
from django.contrib.auth import get_user_model
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.panels import HelpPanel

from portal.local_offer.models.headings import HeadingList

WAYS_TO_GET_IN_TOUCH = ("phone", "email", "website")
NO_CONTACT = "Give at least one way to get in touch: a phone number, an e-mail address or a website."


def heading_choices(kept: list[str]) -> list:
    """The headings in use in their groups, and what a page names beside them, such as a heading of an older list."""
    headings = HeadingList.objects.headings_to_tick()
    groups: dict[str, list] = {}
    for heading in headings:
        groups.setdefault(heading.group, []).append((heading.code, f"{heading.title} ({heading.duty})"))
    older = [(code, code) for code in kept if code not in {heading.code for heading in headings}]
    return [*groups.items(), *([("Not in the list any more", older)] if older else [])]


class CheckedPageForm(WagtailAdminPageForm):
    """Headings are ticked by their names; the page keeps their codes."""

    headings = forms.MultipleChoiceField(
        label="Headings of the duties that this page answers",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "headings" in self.fields:
            self.fields["headings"].choices = heading_choices(self.instance.headings)


class ServiceForm(CheckedPageForm):
    """The editor's form; a draft may leave the contact out, a published service may not."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation and not any(cleaned.get(way) for way in WAYS_TO_GET_IN_TOUCH):
            self.add_error("phone", NO_CONTACT)
        return cleaned


class ProviderMemberForm(WagtailAdminModelForm):
    """Only those who hold the role of a provider can speak for one."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.with_perm("local_offer.answer_checks")
        self.fields["user"].queryset = people.order_by("first_name", "email")


class ReadingPanel(HelpPanel):
    """How hard the page is to read, as it was saved last. Guidance, never a block."""

    def __init__(self, **kwargs):
        super().__init__(**{"template": "local_offer/editor/reading.html", "heading": "Reading", **kwargs})


class WordingPanel(HelpPanel):
    """Whether the parent carer forum has approved the words as they were saved last."""

    def __init__(self, **kwargs):
        super().__init__(
            **{"template": "local_offer/editor/wording.html", "heading": "Approved by families", **kwargs}
        )
