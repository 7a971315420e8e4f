"""The yearly record of regulation 56: years begin by themselves, are published on their day, and nobody is surprised.

Every function may run as often as one likes: a year begins once, is published by its due date once, and a
reminder goes to a person once.
"""

from datetime import date, datetime, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from feedback.contributions.actions.steps import Refused
from feedback.contributions.models import Contribution, Edition, EditionLine, PublicationYear
from feedback.contributions.queries import yearly
from feedback.contributions.queries.reminders import leads_who_answer, people_who_answer
from feedback.contributions.queries.yearly import Draft
from kpis.workstreams.actions import queue_mail

YEAR_ENDS = (9, 1)  # month and day: the school year's last day is 31 August
DUE = (12, 1)
LONGEST_YEAR = timedelta(days=366)
LONGEST_WAIT = timedelta(days=183)  # from the year's end to its publication
AHEAD = (56, 28, 14, 7, 1)  # days before the due date on which everybody concerned is reminded

# What of a line makes two editions different to a reader.
WHAT_IS_SAID = (
    "contribution_id",
    "version_id",
    "response_version_id",
    "owed_by_id",
    "waiting_since",
    "due_on",
)


def keep_the_year(*, at: datetime):
    """What the clock asks for: a year for every day, an edition for every due date, reminders before it."""
    begin_years(at=at)
    publish_due_years(at=at)
    remind_of_publication(at=at)


@transaction.atomic
def begin_years(*, at: datetime) -> list[PublicationYear]:
    """Add the years that are missing, from the oldest contribution to today.

    Each begins where the last one ended, and ends and is due a year after it.
    """
    today = timezone.localdate(at)
    last = PublicationYear.objects.select_for_update().order_by("-starts_on").first()
    begun = []
    starts_on = last.ends_on if last else _first_day(today)
    while starts_on <= today:
        ends_on = _a_year_later(starts_on)
        due_on = _a_year_later(last.due_on) if last else _next(DUE, after=ends_on)
        last = PublicationYear.objects.create(starts_on=starts_on, ends_on=ends_on, due_on=due_on)
        begun.append(last)
        starts_on = ends_on
    return begun


def _first_day(today: date) -> date:
    """The first day of the school year in which the oldest contribution came, or that today is in."""
    oldest = Contribution.objects.order_by("received_at", "id").first()
    day = min(today, timezone.localdate(oldest.received_at)) if oldest else today
    return _next(YEAR_ENDS, after=day).replace(year=_next(YEAR_ENDS, after=day).year - 1)


def _a_year_later(day: date) -> date:
    """The same day of the next year; 28 February for a leap day."""
    return (
        day.replace(year=day.year + 1, day=28)
        if (day.month, day.day) == (2, 29)
        else day.replace(year=day.year + 1)
    )


def _next(month_and_day: tuple[int, int], *, after: date) -> date:
    day = date(after.year, *month_and_day)
    return day if day > after else date(after.year + 1, *month_and_day)


def publish_due_years(*, at: datetime) -> list[Edition]:
    """Publish the first edition of every year whose due date has come, whatever is missing."""
    due = yearly.unpublished_years().filter(due_on__lte=timezone.localdate(at))
    published = [_publish_if_due(year, at) for year in due]
    return [edition for edition in published if edition]


@transaction.atomic
def _publish_if_due(year: PublicationYear, at: datetime) -> Edition | None:
    year = PublicationYear.objects.select_for_update().get(pk=year.pk)
    if year.editions.exists():
        return None
    return _publish(year, yearly.draft(year, at), by=None, at=at)


@transaction.atomic
def publish_edition(*, year: PublicationYear, by, at: datetime) -> Edition:
    """Publish an edition by hand: the first one early, or a later one because something has changed.

    Raises Refused before the year is over, and where the last edition says the same.
    """
    year = PublicationYear.objects.select_for_update().get(pk=year.pk)
    if timezone.localdate(at) < year.ends_on:
        raise Refused("This year is not over yet.")
    found = yearly.draft(year, at)
    last = year.editions.order_by("-number").first()
    if last and not differs(found, last):
        raise Refused("Nothing has changed since the last edition.")
    return _publish(year, found, by=by, at=at)


def differs(found: Draft, last: Edition) -> bool:
    """Whether a reader would see anything else than in this edition."""
    before = set(last.lines.values_list(*WHAT_IS_SAID))
    now = {tuple(getattr(line, name) for name in WHAT_IS_SAID) for line in found.lines}
    return before != now or bool(_in_json(found.released) != last.released_counts and found.released)


def _in_json(value):
    """With lists for tuples, as a JSON column gives them back."""
    if isinstance(value, dict):
        return {key: _in_json(part) for key, part in value.items()}
    return [_in_json(part) for part in value] if isinstance(value, list | tuple) else value


def _publish(year: PublicationYear, found: Draft, *, by, at) -> Edition:
    edition = Edition.objects.create(
        year=year,
        number=year.editions.count() + 1,
        published_at=at,
        published_by=by,
        released_counts=found.released,
        held_back=found.held_back,
    )
    for line in found.lines:
        line.edition = edition
    EditionLine.objects.bulk_create(found.lines, batch_size=500)
    return edition


@transaction.atomic
def change_year(*, year: PublicationYear, ends_on: date, due_on: date, by, at: datetime) -> PublicationYear:
    """Move the end or the due date of a year that is not published yet.

    The next year begins where this one ends, so the end stays once the next has begun. Raises Refused, naming
    the field, where there would be less than one publication a year.
    """
    year = PublicationYear.objects.select_for_update().get(pk=year.pk)
    problem = _problem(year, ends_on, due_on, today=timezone.localdate(at))
    if problem:
        raise Refused(problem[1], problem[0])
    year.ends_on, year.due_on, year.changed_by, year.changed_at = ends_on, due_on, by, at
    year.save(update_fields=["ends_on", "due_on", "changed_by", "changed_at"])
    return year


def _problem(year: PublicationYear, ends_on: date, due_on: date, *, today: date) -> tuple[str, str] | None:
    """The field and what is wrong with it; None where nothing is."""
    before = PublicationYear.objects.filter(starts_on__lt=year.starts_on).order_by("-starts_on").first()
    has_next = PublicationYear.objects.filter(starts_on__gt=year.starts_on).exists()
    if year.editions.exists():
        return None, "This year is published already. Its dates stay."
    if has_next and ends_on != year.ends_on:
        return "ends_on", "The next year has begun where this one ends. Its end stays."
    if ends_on.year == year.starts_on.year or ends_on - year.starts_on > LONGEST_YEAR:
        return "ends_on", "A year ends in the calendar year after it began, and lasts at most a year."
    if due_on < max(ends_on, today):
        return "due_on", "It is published after the year is over, and not on a day that has passed."
    if due_on - ends_on > LONGEST_WAIT:
        return "due_on", "It is published within six months after the year is over."
    if before and due_on - before.due_on > LONGEST_YEAR:
        return "due_on", "The law asks for a publication at least once a year, counted from the one before."
    return None


@transaction.atomic
def remind_of_publication(*, at: datetime):
    """Remind everybody concerned 8, 4, 2 and 1 weeks and a day before a due date, each once.

    Concerned are the leads of workstreams that owe an answer, moderators where something is unread or where
    no workstream owes the answer, and whoever publishes the record.
    """
    today = timezone.localdate(at)
    for year in yearly.unpublished_years().filter(due_on__gt=today):
        stages = [days for days in AHEAD if (year.due_on - today).days <= days]
        if stages:
            _remind(year, min(stages), at)


def _remind(year: PublicationYear, stage: int, at: datetime):
    for user, what in _concerned(year).items():
        queue_mail(
            key=f"yearly-{year.pk}-{year.due_on}-{stage}-{user.pk}",
            template="contributions/yearly_soon",
            recipient=user,
            context={
                "year": str(year),
                "due_on": f"{year.due_on:%-d %B %Y}",
                "answers": reverse("contributions:responses") if "answers" in what else "",
                "queue": reverse("contributions:queue") if "reads" in what else "",
                "preview": reverse("contributions:yearly_preview", args=[year.starts_on.year])
                if "publishes" in what
                else "",
            },
            at=at,
        )


def _concerned(year: PublicationYear) -> dict:
    """Each person with what they are concerned with."""
    people = get_user_model().objects
    owing, is_owed_by_nobody = yearly.owing_workstreams(year)
    concerned: dict = {}
    who_answer = people_who_answer()
    for workstream in owing:
        leads = leads_who_answer(workstream, who_answer)
        is_owed_by_nobody |= not leads
        _add(concerned, "answers", leads)
    if is_owed_by_nobody:
        _add(concerned, "answers", people.with_perm("contributions.publish_response"))
    if yearly.has_unread(year):
        _add(concerned, "reads", people.with_perm("contributions.moderate"))
    _add(concerned, "publishes", people.with_perm("contributions.publish_yearly"))
    return concerned


def _add(concerned: dict, what: str, users):
    for user in users:
        concerned.setdefault(user, set()).add(what)
