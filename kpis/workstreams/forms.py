from django import forms

from kpis.workstreams.models import MilestoneStatus


class MilestoneReportForm(forms.Form):
    status = forms.ChoiceField(label="How does it stand?", choices=MilestoneStatus, widget=forms.RadioSelect)
    evidence = forms.CharField(
        label="Evidence or words",
        help_text="Needed when it is done: what shows it, and where.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self):
        data = super().clean()
        if data.get("status") == MilestoneStatus.DONE and not data.get("evidence", "").strip():
            self.add_error("evidence", "Say what shows that it is done.")
        return data
