"""`{% load feedback %}`: links to the feedback form from any page of the site."""

from django import template

from feedback.contributions.queries import feedback_address
from feedback.contributions.queries.clocks import promised
from feedback.domain import keeping

register = template.Library()


@register.filter
def how_long(days: int) -> str:
    """`two years`, `400 days`."""
    return keeping.how_long(days)


@register.simple_tag
def within(what: str) -> str:
    """`{% within "answer" %}` is how long an answer may take, as the settings say: `20 working days`."""
    return promised(what)


@register.simple_tag
def feedback_about(row=None, kind=""):
    """The address of the feedback form, about this page, service or workstream, perhaps of one kind.

    `<a href="{% feedback_about page %}">Something missing or wrong? Tell us</a>`
    """
    return feedback_address(row, kind)
