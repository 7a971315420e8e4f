"""Coverage: what law and guidance say a Local Offer must and should say, and which published pages say it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from portal.local_offer.models import Area, CatalogueEntry, Duty, Heading, HeadingList
from portal.local_offer.queries.freshness import partner_names

NO_PARTNER = "No partner named"


@dataclass(frozen=True, slots=True)
class Answer:
    """A published page as far as coverage reads it."""

    page_id: int
    title: str
    partner: str
    is_outside: bool
    is_overdue: bool
    has_easyread: bool
    headings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One heading and the published pages that answer it."""

    heading: Heading
    answers: tuple[Answer, ...]

    @property
    def is_covered(self) -> bool:
        return bool(self.answers)

    @property
    def inside(self) -> int:
        return sum(not answer.is_outside for answer in self.answers)

    @property
    def outside(self) -> int:
        return len(self.answers) - self.inside

    @property
    def overdue(self) -> int:
        return sum(answer.is_overdue for answer in self.answers)

    @property
    def partners(self) -> list[str]:
        return sorted({answer.partner for answer in self.answers})


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, and the names of the rest."""

    duty: str
    covered: int
    of: int
    missing: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """What one partner answers for."""

    name: str
    pages: int
    must: int
    should: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The duties of one list beside the pages that are published now."""

    heading_list: HeadingList | None
    rows: tuple[Row, ...]
    answers: tuple[Answer, ...]

    def share(self, duty: str) -> Share:
        rows = [row for row in self.rows if row.heading.duty == duty]
        missing = tuple(row.heading for row in rows if not row.is_covered)
        return Share(Duty(duty).label, len(rows) - len(missing), len(rows), missing)

    @property
    def must(self) -> Share:
        return self.share(Duty.MUST)

    @property
    def should(self) -> Share:
        return self.share(Duty.SHOULD)

    @property
    def groups(self) -> list[tuple[str, list[Row]]]:
        found = defaultdict(list)
        for row in self.rows:
            found[row.heading.group].append(row)
        return list(found.items())

    @property
    def on_musts(self) -> list[Answer]:
        """Pages that answer at least one heading that must be covered."""
        musts = {row.heading.code for row in self.rows if row.heading.duty == Duty.MUST}
        return [answer for answer in self.answers if answer.headings & musts]

    @property
    def partners(self) -> list[PartnerRow]:
        by_partner = defaultdict(list)
        for answer in self.answers:
            by_partner[answer.partner].append(answer)
        return [self._of_partner(name, answers) for name, answers in sorted(by_partner.items())]

    def _of_partner(self, name: str, answers: list[Answer]) -> PartnerRow:
        said = frozenset().union(*(answer.headings for answer in answers))
        duties = [row.heading.duty for row in self.rows if row.heading.code in said]
        return PartnerRow(
            name=name,
            pages=len(answers),
            must=duties.count(Duty.MUST),
            should=duties.count(Duty.SHOULD),
            overdue=sum(answer.is_overdue for answer in answers),
        )

    def narrowed(self, *, partner: str = "", area: str = "") -> "Coverage":
        """The same duties, answered only by the pages of a partner, or in or out of the area."""
        answers = [
            answer
            for answer in self.answers
            if (not partner or answer.partner == partner)
            and (not area or answer.is_outside == (area == Area.OUTSIDE))
        ]
        return coverage_of(self.heading_list, [row.heading for row in self.rows], answers)


def coverage(day: date) -> Coverage:
    """Against the list that an editor has checked; without one there are no rows. Four queries."""
    heading_list = HeadingList.objects.in_use()
    headings = list(heading_list.headings.order_by("position", "id")) if heading_list else []
    partners = partner_names()
    entries = CatalogueEntry.objects.guidance_and_services().defer("vector").order_by("title", "pk")
    answers = [
        Answer(
            page_id=entry.page_id,
            title=entry.title,
            partner=partners.get(entry.owner_partner_id, NO_PARTNER),
            is_outside=entry.area == Area.OUTSIDE,
            is_overdue=entry.next_check_on is not None and entry.next_check_on < day,
            has_easyread=entry.has_easyread,
            headings=frozenset(entry.headings),
        )
        for entry in entries
    ]
    return coverage_of(heading_list, headings, answers)


def coverage_of(heading_list: HeadingList | None, headings: list[Heading], answers: list[Answer]) -> Coverage:
    """Which of the pages answer which heading. No query."""
    rows = tuple(
        Row(heading, tuple(answer for answer in answers if heading.code in answer.headings))
        for heading in headings
    )
    return Coverage(heading_list, rows, tuple(answers))
