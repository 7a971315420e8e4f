"""A table of monthly plans; one of initiatives needs nothing but its file."""

from django import forms

from kpis.figures.forms import UploadForm
from kpis.savings.forms.fields import REASON


class PlansUploadForm(UploadForm):
    """A long table of months, and why what was recorded before changes."""

    reason = forms.CharField(
        **{
            **REASON,
            "required": False,
            "help_text": "Needed where something is recorded already. The version before stays on record.",
        }
    )
