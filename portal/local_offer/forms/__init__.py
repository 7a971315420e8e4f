"""What readers, providers and editors send."""

from .checking import DeclineForm, SuggestionForm
from .documents import DocumentForm
from .finding import SearchForm
from .keeping import CloseForm, HeadingForm, HeadingListForm, MeasureForm, NewGapForm, PlanForm

__all__ = [
    "CloseForm",
    "DeclineForm",
    "DocumentForm",
    "HeadingForm",
    "HeadingListForm",
    "MeasureForm",
    "NewGapForm",
    "PlanForm",
    "SearchForm",
    "SuggestionForm",
]
