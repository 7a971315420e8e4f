"""Published values as the Board's page and the data officers read them."""

from collections import Counter
from dataclasses import dataclass

from kpis.domain.numbers import format_value
from kpis.published.models import PublishedValue, Topic


@dataclass(frozen=True, slots=True)
class TopicTable:
    """A topic's values. What several areas have in common compares them: one column per measure and period, one row
    per area with its cells beside their headings. What only one area has is a list. `notes` say basis and source.
    """

    topic: Topic
    columns: list[str]
    rows: list[tuple[str, list[tuple[str, str]]]]
    singles: list[PublishedValue]
    notes: list[str]


def shown(value: PublishedValue) -> str:
    """The value with its unit, or the words of the symbol that stands instead of it."""
    if value.value is None:
        return value.get_symbol_display()
    return format_value(value.value, value.unit, value.decimals)


def topics_at(moment) -> list[TopicTable]:
    """Every topic of the Board with what was known at this moment, in order. Two queries."""
    values = sorted(
        PublishedValue.objects.known_at(moment)
        .filter(topic__is_for_board=True)
        .select_related("topic", "area", "confirmed_by"),
        key=lambda v: (v.topic.position, v.topic_id, v.sort_key, v.measure, v.period_words, v.area.position),
    )
    by_topic: dict[int, list[PublishedValue]] = {}
    for value in values:
        by_topic.setdefault(value.topic_id, []).append(value)
    return [_table(group) for group in by_topic.values()]


def _table(values: list[PublishedValue]) -> TopicTable:
    areas_with = Counter(_column(v) for v in values)
    shared = [v for v in values if areas_with[_column(v)] > 1]
    headings = {_column(v): f"{v.measure}, {v.period_words}" for v in shared}
    areas = sorted({v.area for v in shared}, key=lambda area: (area.position, area.name))
    cells = {(v.area_id, *_column(v)): shown(v) for v in shared}
    return TopicTable(
        topic=values[0].topic,
        columns=list(headings.values()),
        rows=[(a.name, [(headings[key], cells.get((a.id, *key), "–")) for key in headings]) for a in areas],
        singles=[v for v in values if areas_with[_column(v)] == 1],
        notes=_notes(values),
    )


def _column(value: PublishedValue) -> tuple[str, str, str]:
    """What areas are compared on: never values of different bases."""
    return value.measure, value.period_words, value.basis


def _notes(values: list[PublishedValue]) -> list[str]:
    bases = dict.fromkeys(f"{v.measure}: {v.basis}; {v.source}." for v in values)
    confirmed = [
        f"{v.area} is printed as {v.as_printed} and read as {shown(v)}, "
        f"confirmed by {v.confirmed_by}: {v.confirmation_note}"
        for v in values
        if v.confirmed_at
    ]
    return [*bases, *confirmed]


def headlines_at(moment) -> list[PublishedValue]:
    """The values that open the Board's page, the latest period of each known at this moment. One query."""
    known = (
        PublishedValue.objects.known_at(moment).filter(headline_position__isnull=False).select_related("area")
    )
    latest = {}
    for value in sorted(known, key=lambda v: (v.headline_position, v.sort_key)):
        latest[value.headline_position] = value
    return list(latest.values())


def doubtful_values():
    """Values waiting for somebody to say what was meant, oldest first."""
    return PublishedValue.objects.doubtful().select_related("area", "topic").order_by("loaded_at", "id")
