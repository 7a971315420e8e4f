"""Amounts where the penny matters: `{% load pounds %}{{ amount|pounds_and_pence }}`."""

from decimal import Decimal

from django import template

from kpis.domain.numbers import Unit, format_value

register = template.Library()


@register.filter
def pounds_and_pence(pounds: Decimal | None, missing: str = "not available") -> str:
    """`£2,923.50`."""
    return missing if pounds in (None, "") else format_value(pounds, Unit.POUNDS, 2)


@register.filter
def change_in_pounds(pounds: Decimal | None) -> str:
    """`+£141,540.95`, `−£20.00`, `no change`."""
    if pounds in (None, ""):
        return "not available"
    shown = pounds_and_pence(pounds)
    return f"+{shown}" if pounds > 0 else shown if pounds < 0 else "no change"


@register.filter
def more_or_less(pounds: Decimal) -> str:
    """`£20.00 more`, `£20.00 less`, `the same`."""
    if not pounds:
        return "the same"
    return f"{pounds_and_pence(abs(pounds))} {'more' if pounds > 0 else 'less'}"


@register.filter
def places(number: Decimal | None) -> str:
    """A number of places or plans, to one decimal where it is not whole; a missing one is no nought."""
    if number in (None, ""):
        return "not known"
    number = Decimal(number)
    return format_value(number, Unit.COUNT, 0 if number == number.to_integral_value() else 1)
