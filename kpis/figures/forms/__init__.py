from kpis.figures.forms.definitions import BaselineForm, DefinitionForm, TargetForm
from kpis.figures.forms.entry import (
    CloseExceptionForm,
    CorrectionForm,
    EntryForm,
    ReturnForm,
    SubmitForm,
    UploadForm,
)

__all__ = [
    "BaselineForm",
    "CloseExceptionForm",
    "CorrectionForm",
    "DefinitionForm",
    "EntryForm",
    "ReturnForm",
    "SubmitForm",
    "TargetForm",
    "UploadForm",
]
