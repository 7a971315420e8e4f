"""How a cell of the DSG management plan stands on a page."""

from django import template
from django.utils.html import format_html

from kpis.domain.dsg_plan import CATEGORIES

register = template.Library()


@register.filter
def plans(cell) -> str:
    """1,161 as counted; a forecast in its exact digits; the words that stand in place of a number, muted."""
    if cell.value is None:
        return format_html('<span class="muted small">{}</span>', cell.words)
    return f"{cell.value.normalize():,f}"


@register.filter
def by_category(cells) -> list:
    """Each cell beside its placement category."""
    return list(zip(CATEGORIES, cells, strict=True))


@register.filter
def by_census(cells, censuses) -> list:
    """Each census beside its cell."""
    return list(zip(censuses, cells, strict=True))
