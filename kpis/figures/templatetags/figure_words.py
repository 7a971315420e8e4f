"""Figures in templates: `{% load figure_words %}`."""

from django import template

from kpis.domain.direction import Direction
from kpis.domain.numbers import format_value
from kpis.domain.symbols import shown_with
from kpis.published import queries as published_queries
from kpis.spreadsheets import as_typed

register = template.Library()
register.filter("plain_number", as_typed)


@register.simple_tag
def kpi_value(definition, value):
    """A value of this KPI with its unit."""
    return format_value(value, definition.unit, definition.decimals)


@register.simple_tag
def figure_value(figure):
    """A figure with its unit, or in words why there is no value."""
    definition = figure.definition
    return shown_with(figure.symbol, figure.value, unit=definition.unit, decimals=definition.decimals)


@register.simple_tag
def published_words(published):
    """A published value with its unit, or the words of its symbol."""
    return published_queries.shown(published)


@register.simple_tag
def published_source(published):
    """Period, basis, what is in it and where it is from, in one line."""
    parts = (published.period_words, published.basis, published.coverage, published.source)
    return "; ".join(part for part in parts if part)


@register.filter
def direction_words(direction):
    return Direction(direction).words


@register.simple_tag
def day_words(on):
    return f"by {on:%-d %B %Y}"
