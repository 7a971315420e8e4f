"""The Local Offer: its pages, its providers, the catalogue that searches read, and what keeps them true."""

from portal.local_offer.models.catalogue import CatalogueEntry
from portal.local_offer.models.choices import Access, Area, Category, CostKind, Day, Need, PageKind
from portal.local_offer.models.finding import Postcode, SearchTerm, SynonymGroup
from portal.local_offer.models.formats import AlternativeFormat
from portal.local_offer.models.freshness import Check, CheckReminder, ProviderMember, Suggestion
from portal.local_offer.models.gaps import Gap
from portal.local_offer.models.guidance import GuidancePage, OutOfAreaPage
from portal.local_offer.models.headings import Duty, Heading, HeadingList
from portal.local_offer.models.home import FeaturedPage, LocalOfferHome, SectionPage
from portal.local_offer.models.importing import ImportedFile, ImportedRow, ListingImport, ListingSource
from portal.local_offer.models.measures import OfferMeasure, OfferMeasureKpi
from portal.local_offer.models.pages import CheckedPage, OfferPage
from portal.local_offer.models.review import SecondPairOfEyes
from portal.local_offer.models.service import Provider, ProviderAnswer, ServicePage
from portal.local_offer.models.wording import WordingApproval

__all__ = [
    "Access",
    "AlternativeFormat",
    "Area",
    "CatalogueEntry",
    "Category",
    "Check",
    "CheckReminder",
    "CheckedPage",
    "CostKind",
    "Day",
    "Duty",
    "FeaturedPage",
    "Gap",
    "GuidancePage",
    "Heading",
    "HeadingList",
    "ImportedFile",
    "ImportedRow",
    "ListingImport",
    "ListingSource",
    "LocalOfferHome",
    "Need",
    "OfferMeasure",
    "OfferMeasureKpi",
    "OfferPage",
    "OutOfAreaPage",
    "PageKind",
    "Postcode",
    "Provider",
    "ProviderAnswer",
    "ProviderMember",
    "SearchTerm",
    "SecondPairOfEyes",
    "SectionPage",
    "ServicePage",
    "Suggestion",
    "SynonymGroup",
    "WordingApproval",
]
