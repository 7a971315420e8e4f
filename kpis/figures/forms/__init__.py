from kpis.figures.forms.definitions import BaselineForm, DefinitionForm, TargetForm
from kpis.figures.forms.entry import CorrectionForm, EntryForm, ReturnForm, SubmitForm
from kpis.figures.forms.exceptions import (
    CloseExceptionForm,
    ExceptionFilter,
    ExplainForm,
    UpdateExceptionForm,
)
from kpis.figures.forms.imports import ConfirmForm, UploadForm, WithdrawForm
from kpis.figures.forms.marks import BecauseForm, MarkForm

__all__ = [
    "BaselineForm",
    "BecauseForm",
    "CloseExceptionForm",
    "ConfirmForm",
    "CorrectionForm",
    "DefinitionForm",
    "EntryForm",
    "ExceptionFilter",
    "ExplainForm",
    "MarkForm",
    "ReturnForm",
    "SubmitForm",
    "TargetForm",
    "UpdateExceptionForm",
    "UploadForm",
    "WithdrawForm",
]
