"""Addresses of the top-up tools. A list is named by its year and basis: 2019-20/outturn."""

from django.urls import path, register_converter

from kpis.domain.block import Basis
from kpis.savings import urls as savings_urls  # noqa: F401 - brings the converter of financial years
from kpis.topups.views import recording, tools


class BasisConverter:
    regex = "|".join(basis.value for basis in Basis)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class TableKindConverter(BasisConverter):
    regex = "csv|xlsx"


register_converter(BasisConverter, "basis")
register_converter(TableKindConverter, "table_kind")

LIST = "<financial_year:year>/<basis:basis>/"

app_name = "topups"
urlpatterns = [
    path("", tools.index, name="index"),
    path("upload/", recording.upload, name="upload"),
    path("template.<table_kind:kind>", tools.template, name="template"),
    path("schools/", recording.settings, name="settings"),
    path("bands/", recording.band_tables, name="band_tables"),
    path("numbers/", recording.numbers, name="numbers"),
    path("incentives/", recording.incentives, name="incentives"),
    path("recorded/<slug:kind>/", recording.entries, name="entries"),
    path("recorded/<slug:kind>/new/", recording.record_entry, name="record_entry"),
    path("recorded/<slug:kind>/<int:pk>/correct/", recording.correct_entry, name="correct_entry"),
    path(LIST, tools.averages, name="averages"),
    path(LIST + "days/", tools.days, name="days"),
    path(LIST + "bands/", tools.bands, name="bands"),
    path(LIST + "empty-places/", tools.empty_places, name="empty_places"),
    path(LIST + "first-slice/", tools.first_slice, name="first_slice"),
    path(LIST + "top-ups.<table_kind:kind>", tools.table, name="table"),
]
