"""Linking a measure to a KPI."""

from django import forms

from kpis.figures.models import Kpi, KpiDefinition


class KpiChoice(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Kpi.objects.none(), **kwargs)

    def label_from_instance(self, kpi):
        return f"{kpi.code}: {self.names.get(kpi.pk, 'no definition yet')}"


class MeasureForm(forms.Form):
    kpi = KpiChoice(
        label="KPI that takes these numbers",
        help_text="Its figures are then counted by the portal each month and need no approval.",
        empty_label="Choose a KPI",
        error_messages={"required": "Choose a KPI.", "invalid_choice": "Choose one of the KPIs."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        latest = KpiDefinition.objects.order_by("kpi_id", "-version").distinct("kpi_id")
        self.fields["kpi"].names = dict(latest.values_list("kpi_id", "name"))
        self.fields["kpi"].queryset = Kpi.objects.current().in_order()
