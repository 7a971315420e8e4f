"""Forms of the public, of moderators and safeguarding leads, and of those who answer."""

from .answering import ForumViewForm, ResponseForm
from .giving import AnswersFilterForm, ContributionForm, EnterForm, ReceiptForm
from .keeping import ChosenForm, EraseForm, FindForm, ProcessingForm, RuleForm
from .measures import MeasureForm
from .moderating import (
    AgreeManyForm,
    PublicVersionForm,
    ReasonForm,
    ReferralForm,
    WhyForm,
    WithholdingForm,
    WithholdManyForm,
)
from .reach import ReachPlanForm
from .returning import AdditionForm, AgreeForm, ContactForm, DisagreeForm, OutcomeForm
from .yearly import PublicationYearForm

__all__ = [
    "AdditionForm",
    "AgreeForm",
    "AgreeManyForm",
    "AnswersFilterForm",
    "ChosenForm",
    "ContactForm",
    "ContributionForm",
    "DisagreeForm",
    "EnterForm",
    "EraseForm",
    "FindForm",
    "ForumViewForm",
    "MeasureForm",
    "OutcomeForm",
    "ProcessingForm",
    "PublicVersionForm",
    "PublicationYearForm",
    "ReachPlanForm",
    "ReasonForm",
    "ReceiptForm",
    "ReferralForm",
    "ResponseForm",
    "RuleForm",
    "WhyForm",
    "WithholdManyForm",
    "WithholdingForm",
]
