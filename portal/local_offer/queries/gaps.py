"""What is missing: the register, and what was heard or seen and is not in it yet."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db.models import F, Q, Sum

from feedback.contributions.models import Contribution, Kind
from portal.local_offer.models import Area, CatalogueEntry, Gap, Need, PageKind, SearchTerm

LOOK_BACK = timedelta(days=90)
AGE_BANDS = (
    ("Under 5", 0, 4),
    ("5 to 10", 5, 10),
    ("11 to 15", 11, 15),
    ("16 to 19", 16, 19),
    ("20 to 25", 20, 25),
)


def gap_rows(*, is_open: bool):
    """The register: open gaps by their day, those without an owner first; closed ones newest first."""
    gaps = Gap.objects.select_related("owner", "closed_by", "opened_by")
    if is_open:
        return gaps.open().order_by(F("due_on").asc(nulls_first=True), "id")
    return gaps.filter(closed_at__isnull=False).order_by("-closed_at", "-id")


def gaps_changed_by(user):
    """The open gaps that this person may plan and close: their own, those that nobody owns, and all for editors."""
    gaps = Gap.objects.open()
    if user.has_perm("local_offer.edit_pages"):
        return gaps
    return gaps.filter(Q(owner=user) | Q(owner__isnull=True))


def possible_owners():
    return get_user_model().objects.with_perm("local_offer.own_gaps").order_by("first_name", "email")


@dataclass(frozen=True, slots=True)
class Heard:
    """Something missing as it was heard or seen, and not in the register. `words` are those published about it."""

    kind: str
    subject: str
    times: int
    need: str = ""
    age_band: str = ""
    area: str = ""
    words: tuple[str, ...] = ()


def searches_without_result(day: date, limit: int = 20) -> list[Heard]:
    """Terms of the last ninety days that found nothing, the most frequent first, unless a gap is open. Two queries."""
    terms = (
        SearchTerm.objects.filter(day__gt=day - LOOK_BACK, day__lte=day, found_nothing__gt=0)
        .values("term")
        .annotate(times=Sum("found_nothing"))
        .order_by("-times", "term")
    )
    known = _open_subjects(Gap.Kind.SEARCH)
    found = [Heard(Gap.Kind.SEARCH, row["term"], row["times"]) for row in terms[: limit + len(known)]]
    return [heard for heard in found if heard.subject not in known][:limit]


def missing_in_comments(limit: int = 20) -> list[Heard]:
    """What people said about the help there is, by the page they said it about, in words that are public. Two queries.

    Only what everybody may read is shown: originals stay sealed.
    """
    comments = (
        Contribution.objects.shown_in_public()
        .filter(kind=Kind.PROVISION)
        .exclude(about_title="")
        .filter(about_type__app_label__in=["local_offer", "wagtailcore"])
        .select_related("approved_version")
        .order_by("-received_at", "-id")
    )
    known = _open_subjects(Gap.Kind.COMMENT)
    words: dict[str, list[str]] = {}
    for comment in comments:
        words.setdefault(comment.about_title[:200], []).append(comment.public_text)
    found = [Heard(Gap.Kind.COMMENT, title, len(said), words=tuple(said)) for title, said in words.items()]
    return [heard for heard in found if heard.subject not in known][:limit]


@dataclass(frozen=True, slots=True)
class Cell:
    """How many published services there are for a need and an age, and how to name that in the register."""

    need: str
    age_band: str
    area: str
    count: int

    @property
    def subject(self) -> str:
        where = "nearby" if self.area == Area.LOCAL else "elsewhere"
        return f"{Need(self.need).label}, {self.age_band}, {where}"


@dataclass(frozen=True, slots=True)
class MatrixRow:
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Needs by ages, for one area. A service for any need counts only in `for_any`: it was not made for one."""

    area: str
    bands: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    for_any: tuple[tuple[str, int], ...]


def matrices() -> list[Matrix]:
    """Published services by need and age, in the area and outside it. One query."""
    services = CatalogueEntry.objects.filter(kind=PageKind.SERVICE).order_by("pk")
    counts = Counter()
    for area, needs, age_from, age_to in services.values_list("area", "needs", "age_from", "age_to"):
        for band, youngest, oldest in AGE_BANDS:
            if age_from <= oldest and age_to >= youngest:
                counts.update((area, need, band) for need in needs or [""])
    return [_matrix(area, counts) for area in Area.values]


def _matrix(area: str, counts: Counter) -> Matrix:
    bands = tuple(band for band, *_ in AGE_BANDS)
    rows = tuple(
        MatrixRow(
            need.label, tuple(Cell(need.value, band, area, counts[area, need.value, band]) for band in bands)
        )
        for need in Need
        if need != Need.OTH
    )
    return Matrix(Area(area).label, bands, rows, tuple((band, counts[area, "", band]) for band in bands))


def empty_cells(found: list[Matrix]) -> list[Heard]:
    """Local cells without any service, unless a gap is open. One query."""
    known = _open_subjects(Gap.Kind.MATRIX)
    return [
        Heard(Gap.Kind.MATRIX, cell.subject, 1, need=cell.need, age_band=cell.age_band, area=cell.area)
        for matrix in found
        for row in matrix.rows
        for cell in row.cells
        if cell.area == Area.LOCAL and not cell.count and cell.subject not in known
    ]


def _open_subjects(kind: str) -> set[str]:
    return set(Gap.objects.open().filter(kind=kind).values_list("subject", flat=True))
