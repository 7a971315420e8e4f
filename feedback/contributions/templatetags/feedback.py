"""`{% load feedback %}`: links to the feedback form from any page of the site."""

from django import template

from feedback.contributions.queries import feedback_address

register = template.Library()


@register.simple_tag
def feedback_about(row=None):
    """The address of the feedback form, about this page, service or workstream.

    `<a href="{% feedback_about page %}">Something missing or wrong? Tell us</a>`
    """
    return feedback_address(row)
