"""What shows that something was done: a KPI with a figure, a milestone that is reached, a published page of this site.

Pages belong to the content system of the site; its model is looked up by name, because nothing here may
import the site.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, Model, OuterRef, Q, Subquery

from kpis.figures.models import Figure, Kpi, KpiDefinition
from kpis.workstreams.models import Milestone, MilestoneReport, MilestoneStatus

FRONT_DOOR_DEPTH = 2  # the page at the top of a site, whose slug is not part of its address


class NotEvidence(Exception):
    """This shows nothing; the message says why, in words for whoever writes the answer."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The row, with its title and address as they are now. Only a page has an address that everybody may open."""

    type_id: int
    id: str
    title: str
    url: str = ""

    @property
    def fields(self) -> dict:
        """The columns of a version of an answer."""
        return {
            "evidence_type_id": self.type_id,
            "evidence_id": self.id,
            "evidence": self.title[:300],
            "evidence_url": self.url,
        }


def page_model() -> type[Model]:
    return apps.get_model("wagtailcore", "Page")


def evidence_of(row: Model, at: datetime) -> Evidence:
    """What this row shows at a moment. Raises NotEvidence where it shows nothing, or is of no such kind."""
    if isinstance(row, page_model()):
        page = _public_pages().filter(pk=row.pk).first()
        if page is None:
            raise NotEvidence(f"“{row}” is not published. Choose a page that everybody can read.")
        return Evidence(_type_id(page_model()), str(page.pk), page.title, _path(page))
    for kind, shown, why in (
        (Kpi, kpis_with_figures, "has no figure that the Board sees, so it shows nothing yet."),
        (Milestone, reached_milestones, "is not reported as done, so it shows nothing yet."),
    ):
        if isinstance(row, kind):
            found = shown(at).filter(pk=row.pk).first()
            if found is None:
                raise NotEvidence(f"“{row}” {why}")
            return Evidence(_type_id(kind), str(found.pk), found.title)
    raise NotEvidence("Only a KPI, a milestone or a page of this site shows that something was done.")


def page_at(address: str) -> Model:
    """The published page of this site at an address, whole or from its first `/`. Raises NotEvidence, naming it."""
    path = _path_on_this_site(address.strip())
    named = Q(slug=path.rpartition("/")[2]) | Q(depth=FRONT_DOOR_DEPTH)
    for page in _public_pages().filter(named).order_by("pk"):
        if _path(page).rstrip("/") == path:
            return page
    raise NotEvidence(f"There is no published page at “{address}”. Open the page and copy its address.")


def _path_on_this_site(address: str) -> str:
    """From its first `/`, without one at its end."""
    try:
        asked, ours = urlsplit(address), urlsplit(settings.BASE_URL)
        is_ours = (asked.scheme, asked.netloc) in {("", ""), (ours.scheme, ours.netloc)}
    except ValueError:
        is_ours = False
    if not (is_ours and asked.path.startswith("/")):
        raise NotEvidence(
            f"“{address}” is not an address of this site. Its pages begin with {settings.BASE_URL}/."
        )
    return "/" + "/".join(part for part in asked.path.split("/") if part)


def kpis_with_figures(at: datetime):
    """KPIs that the Board sees and that had a figure at a moment, each with the `title` of its latest definition."""
    latest = KpiDefinition.objects.filter(kpi=OuterRef("pk")).order_by("-version")
    return (
        Kpi.objects.current()
        .shown_to_board()
        .filter(Exists(Figure.objects.known_at(at).filter(kpi=OuterRef("pk"))))
        .annotate(title=Subquery(latest.values("name")[:1]))
        .select_related("workstream")
        .in_order()
    )


def reached_milestones(at: datetime):
    """Milestones whose latest report at a moment says that they are done; `title` is their name."""
    reports = MilestoneReport.objects.filter(milestone=OuterRef("pk"), reported_at__lte=at)
    latest = reports.order_by("-reported_at", "-id")
    return (
        Milestone.objects.alias(stands=Subquery(latest.values("status")[:1]))
        .filter(stands=MilestoneStatus.DONE)
        .annotate(title=F("name"))
        .select_related("workstream")
        .order_by("workstream__position", "workstream_id", "due_on", "id")
    )


def choices(at: datetime) -> list[tuple[str, list[tuple[str, str]]]]:
    """KPIs and reached milestones by workstream, as a form offers them. Two queries."""
    rows = [
        (kpi.workstream, f"kpi:{kpi.pk}", f"KPI {kpi.code}: {kpi.title}") for kpi in kpis_with_figures(at)
    ]
    rows += [(m.workstream, f"milestone:{m.pk}", f"Milestone: {m.title}") for m in reached_milestones(at)]
    rows.sort(key=lambda row: (row[0].position, row[0].pk))
    return [
        (workstream.name, [(token, label) for _, token, label in group])
        for workstream, group in groupby(rows, key=lambda row: row[0])
    ]


def chosen(token: str) -> Model:
    """The row of one of `choices`."""
    kind, _, pk = token.partition(":")
    return {"kpi": Kpi, "milestone": Milestone}[kind].objects.get(pk=pk)


def token_of(version) -> str:
    """What `choices` calls the evidence of a version; empty for a page, for old words and for none."""
    kinds = {_type_id(Kpi): "kpi", _type_id(Milestone): "milestone"}
    kind = kinds.get(version.evidence_type_id)
    return f"{kind}:{version.evidence_id}" if kind else ""


def pages_still_public(versions) -> frozenset[str]:
    """Of the pages that these versions show, the ids of those that everybody can still read. One query."""
    type_id = _type_id(page_model())
    named = [version.evidence_id for version in versions if version.evidence_type_id == type_id]
    return frozenset(str(pk) for pk in _public_pages().filter(pk__in=named).values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class Shown:
    """The evidence of a version as everybody reads it: words before the title, and an address if it can be opened."""

    words: str
    title: str
    url: str


def shown_by(version, public_pages: frozenset[str] | None) -> Shown:
    """KPIs and milestones are named and no link: their pages ask to sign in. No query."""
    if version.evidence_type_id == _type_id(Kpi):
        return Shown("The measure that shows it:", version.evidence, "")
    if version.evidence_type_id == _type_id(Milestone):
        return Shown("The milestone that shows it:", version.evidence, "")
    if is_page(version) and public_pages is not None and version.evidence_id not in public_pages:
        return Shown("It was on a page that has been taken off this site since:", version.evidence, "")
    return Shown("See it:" if version.evidence else "", version.evidence, version.evidence_url)


def is_page(version) -> bool:
    return version.evidence_type_id == _type_id(page_model())


def _public_pages():
    return page_model().objects.live().public()


def _path(page) -> str:
    """`/local-offer/short-breaks/`; empty for a page that no site shows."""
    parts = page.get_url_parts()
    return parts[2] if parts and parts[2] else ""


def _type_id(model: type[Model]) -> int:
    return ContentType.objects.get_for_model(model).pk
