from kpis.figures.forms.definitions import BaselineForm, DefinitionForm, TargetForm
from kpis.figures.forms.entry import (
    CloseExceptionForm,
    CorrectionForm,
    EntryForm,
    ExplainForm,
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
    "ExplainForm",
    "ReturnForm",
    "SubmitForm",
    "TargetForm",
    "UploadForm",
]
