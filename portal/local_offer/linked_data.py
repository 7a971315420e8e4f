"""What a page is, for machines that read schema.org: search engines, and whoever collects open data."""

from django.conf import settings

from portal.local_offer.models import CheckedPage, ServicePage


def address(page) -> str:
    """The one address of a page, whichever name of this site it was asked for under."""
    return f"{settings.BASE_URL}{page.url}"


def web_page(page: CheckedPage, *, above: list) -> dict:
    """A page with the day it was last checked; a service is what its page is about. `above` is its trail."""
    told = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": address(page),
        "url": address(page),
        "name": page.title,
        "description": page.summary,
        "inLanguage": "en-GB",
        "audience": _audience(page),
        "breadcrumb": {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": n, "name": step.title, "item": address(step)}
                for n, step in enumerate([*above, page], start=1)
            ],
        },
    }
    if page.last_checked_on:
        told["lastReviewed"] = page.last_checked_on.isoformat()
        told["reviewedBy"] = {"@type": "Organization", "name": page.checked_by}
    return {**told, "mainEntity": _service(page)} if isinstance(page, ServicePage) else told


def _audience(page: CheckedPage) -> dict:
    return {
        "@type": "PeopleAudience",
        "suggestedMinAge": page.age_from,
        "suggestedMaxAge": page.age_to,
        "audienceType": "; ".join(page.need_labels) or "Any special educational need or disability",
    }


def _service(page: ServicePage) -> dict:
    return {
        "@type": "Service",
        "name": page.title,
        "description": page.summary,
        "serviceType": page.get_category_display(),
        "audience": _audience(page),
        "provider": {"@type": "Organization", "name": str(page.provider)},
        "termsOfService": page.eligibility,
        "offers": {"@type": "Offer", "description": page.cost},
    }
