from .about_the_author import AboutMe, Contact, EarlierAddress, Neighbourhood, OutcomeAnswer
from .contribution import Channel, Contribution, Kind, PartnerType, PublishConsent, SetAside
from .data_request import DataRequest
from .event import ContributionEvent
from .keeping import RetentionRule
from .measure import Measure, MeasureKpi
from .original import Addition, Original, OriginalOpening
from .processing import Activity, ProcessingRecord
from .public_version import PublicVersion
from .reach import Dimension, ReachCount, ReachEdition, ReachPlan, ReachTally
from .reason import NotPublishingReason, Withholding
from .referral import SafeguardingAlert, SafeguardingReferral
from .response import ForumView, Outcome, Response, ResponseVersion
from .tally import AddressTally
from .yearly import Edition, EditionLine, PublicationYear

__all__ = [
    "AboutMe",
    "Activity",
    "Addition",
    "AddressTally",
    "Channel",
    "Contact",
    "Contribution",
    "ContributionEvent",
    "DataRequest",
    "Dimension",
    "EarlierAddress",
    "Edition",
    "EditionLine",
    "ForumView",
    "Kind",
    "Measure",
    "MeasureKpi",
    "Neighbourhood",
    "NotPublishingReason",
    "Original",
    "OriginalOpening",
    "Outcome",
    "OutcomeAnswer",
    "PartnerType",
    "ProcessingRecord",
    "PublicVersion",
    "PublicationYear",
    "PublishConsent",
    "ReachCount",
    "ReachEdition",
    "ReachPlan",
    "ReachTally",
    "Response",
    "ResponseVersion",
    "RetentionRule",
    "SafeguardingAlert",
    "SafeguardingReferral",
    "SetAside",
    "Withholding",
]
