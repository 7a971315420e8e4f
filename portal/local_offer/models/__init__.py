"""The Local Offer's pages, its providers, and the catalogue that searches and lists read."""

from portal.local_offer.models.catalogue import CatalogueEntry
from portal.local_offer.models.choices import Area, Category, Need, PageKind
from portal.local_offer.models.guidance import GuidancePage, OutOfAreaPage
from portal.local_offer.models.home import FeaturedPage, LocalOfferHome, SectionPage
from portal.local_offer.models.pages import CheckedPage, OfferPage
from portal.local_offer.models.service import Provider, ServicePage

__all__ = [
    "Area",
    "CatalogueEntry",
    "Category",
    "CheckedPage",
    "FeaturedPage",
    "GuidancePage",
    "LocalOfferHome",
    "Need",
    "OfferPage",
    "OutOfAreaPage",
    "PageKind",
    "Provider",
    "SectionPage",
    "ServicePage",
]
