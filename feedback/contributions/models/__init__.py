from .contribution import Channel, Contribution, Kind, PartnerType, PublishConsent, SetAside
from .event import ContributionEvent
from .original import Original, OriginalOpening
from .public_version import PublicVersion
from .reason import NotPublishingReason, Withholding
from .referral import SafeguardingReferral
from .response import ForumView, Outcome, Response, ResponseVersion
from .tally import AddressTally

__all__ = [
    "AddressTally",
    "Channel",
    "Contribution",
    "ContributionEvent",
    "ForumView",
    "Kind",
    "NotPublishingReason",
    "Original",
    "OriginalOpening",
    "Outcome",
    "PartnerType",
    "PublicVersion",
    "PublishConsent",
    "Response",
    "ResponseVersion",
    "SafeguardingReferral",
    "SetAside",
    "Withholding",
]
