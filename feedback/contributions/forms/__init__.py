"""Forms of the public, of moderators and safeguarding leads, and of those who answer."""

from .answering import ForumViewForm, ResponseForm
from .giving import AnswersFilterForm, ContributionForm, ReceiptForm
from .moderating import PublicVersionForm, ReferralForm, WhyForm, WithholdingForm

__all__ = [
    "AnswersFilterForm",
    "ContributionForm",
    "ForumViewForm",
    "PublicVersionForm",
    "ReceiptForm",
    "ReferralForm",
    "ResponseForm",
    "WhyForm",
    "WithholdingForm",
]
