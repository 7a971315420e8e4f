from kpis.topups.forms.bands import BandFormSet, BandTableForm, ChooseTable
from kpis.topups.forms.entries import ENTRIES, EntryForm
from kpis.topups.forms.fields import PupilsForm
from kpis.topups.forms.settings import SettingForm
from kpis.topups.forms.upload import UploadForm

__all__ = [
    "ENTRIES",
    "BandFormSet",
    "BandTableForm",
    "ChooseTable",
    "EntryForm",
    "PupilsForm",
    "SettingForm",
    "UploadForm",
]
