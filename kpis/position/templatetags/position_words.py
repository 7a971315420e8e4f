"""Money of the position in words: `{% load position_words %}`. A deficit is said and never shown as a minus."""

from decimal import Decimal

from django import template

from kpis.domain.numbers import Unit, format_value

register = template.Library()


@register.filter
def size(amount):
    """The amount without its sign; the words around it say which side it is on."""
    return abs(amount)


@register.filter
def balance_words(amount, missing="not stated"):
    """`£14,000,000 deficit`, `£2,000 surplus`, `in balance`."""
    if amount is None:
        return missing
    return f"{_pounds(amount)} {'deficit' if amount < 0 else 'surplus'}" if amount else "in balance"


@register.filter
def more_or_less(amount, missing="no variance"):
    """`£7,200,000 more`, `£29,000 less`, `the same`."""
    if amount is None:
        return missing
    return f"{_pounds(amount)} {'less' if amount < 0 else 'more'}" if amount else "the same"


@register.filter
def cost_words(amount, missing="not stated"):
    """Spending as it is, money that comes in as `£23,287,000 received`."""
    if amount is None:
        return missing
    return f"{_pounds(amount)} received" if amount < 0 else _pounds(amount)


@register.filter
def share_words(per_cent):
    """`10.3% deficit` from the stored per cent of a balance, to as many decimals as it was stated."""
    return f"{as_stated(per_cent)} {'deficit' if per_cent < 0 else 'surplus'}" if per_cent else "in balance"


@register.filter
def as_stated(per_cent):
    """`10.3%`: per cent without a sign, to as many decimals as there are."""
    return f"{abs(per_cent).normalize():f}%"


def _pounds(amount: Decimal) -> str:
    return format_value(abs(amount), Unit.POUNDS, 0)
