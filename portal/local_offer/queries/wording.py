"""The wording of pages on places elsewhere, as families' forum sees it."""

from dataclasses import dataclass

from wagtail.models import Page

from portal.local_offer.models import Area, CheckedPage, OutOfAreaPage, ServicePage, WordingApproval


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a page and the last time the forum approved words of it. `is_current`: it approved these."""

    page: CheckedPage
    approval: WordingApproval | None

    @property
    def is_current(self) -> bool:
        return self.approval is not None and self.approval.fingerprint == self.page.wording


def wording_of(page: CheckedPage) -> Wording:
    """As readers see it beside a page. One query."""
    approvals = WordingApproval.objects.filter(page=page.pk).select_related("approved_by")
    return _row(page, list(approvals.order_by("-approved_at", "-id")))


def wordings() -> list[Wording]:
    """Published pages on places elsewhere, those that wait for the forum first. Three queries."""
    pages = [
        *OutOfAreaPage.objects.live().select_related("owner_partner").order_by("title", "pk"),
        *ServicePage.objects.live()
        .filter(area=Area.OUTSIDE)
        .select_related("provider")
        .order_by("title", "pk"),
    ]
    latest: dict[int, list] = {}
    approvals = WordingApproval.objects.filter(page__in=[page.pk for page in pages]).select_related(
        "approved_by"
    )
    for approval in approvals.order_by("-approved_at", "-id"):
        latest.setdefault(approval.page_id, []).append(approval)
    rows = [_row(page, latest.get(page.pk, [])) for page in pages]
    return sorted(rows, key=lambda row: row.is_current)


def _row(page: CheckedPage, approvals: list) -> Wording:
    same = next((one for one in approvals if one.fingerprint == page.wording), None)
    return Wording(page, same or (approvals[0] if approvals else None))


def page_to_approve(page_id: int) -> CheckedPage | None:
    """A published page on places elsewhere; None where there is none of this number."""
    page = Page.objects.live().filter(pk=page_id).first()
    page = page.specific if page else None
    is_elsewhere = isinstance(page, OutOfAreaPage) or getattr(page, "area", "") == Area.OUTSIDE
    return page if is_elsewhere else None
