"""A KPI's row of a table, from one pattern: a page has hundreds, and a template takes ten times as long over each."""

from functools import cache
from html import escape

from django import template
from django.utils.safestring import SafeString

from kpis.domain.direction import Direction
from kpis.domain.rating import Rating
from kpis.figures.queries.rows import KpiRow
from portal.design.charts import sparkline
from portal.design.templatetags.design import assurance, day, rating, variation

register = template.Library()

ROW = """
  <tr>
    <th scope="row"><a href="{address}">{name}</a><br><span class="small muted">{provenance}</span></th>
    <td class="num" data-label="Figure">{figure}</td>
    <td class="num" data-label="Expected">{expected}</td>
    <td data-label="Rating"><span>{rating}</span></td>
    <td data-label="Direction"><span>{direction}</span></td>
    <td data-label="Over time">{line}</td>
  </tr>
  """

UNEXPLAINED = """
<div class="notice off-track"><p><strong><a href="{address}">{name}</a></strong> is {needs}, \
and no explanation of it is open.</p></div>
"""
LATE = '<li><a href="{address}">{name}</a>: {period}, due {due}, {days} day{s} late; {workstream}{lead}</li>'


@register.simple_tag
def kpi_row(row: KpiRow, as_at: str) -> SafeString:
    """The row of a KPI that has a figure. Every word in it is escaped here; its tags and its line come as markup."""
    return SafeString(
        ROW.format(
            address=escape(row.address + as_at),
            name=escape(row.name),
            provenance=escape(_provenance(row)),
            figure=escape(row.figure_words),
            expected=escape(row.expected_words),
            rating=_rating(row),
            direction=_process(row.status.direction, row.status.variation, row.status.assurance),
            line=sparkline(row.line) if row.line else "",
        )
    )


@register.simple_tag
def unexplained(row: KpiRow, as_at: str) -> SafeString:
    """That a KPI is off track, or a special cause for concern, and why is not said, or no longer."""
    words = {"address": row.address + as_at, "name": row.name, "needs": row.needs}
    return SafeString(UNEXPLAINED.format(**{key: escape(word) for key, word in words.items()}))


@register.simple_tag
def late(row: KpiRow, as_at: str) -> SafeString:
    """Which figure of a KPI is late, since when, and whose it is."""
    workstream, days = row.kpi.workstream, row.days_overdue
    words = {
        "address": row.address + as_at,
        "name": row.name,
        "period": row.status.next_period,
        "due": day(row.status.next_due_on),
        "days": str(days),
        "s": "" if days == 1 else "s",
        "workstream": workstream.name,
        "lead": f", {workstream.lead}" if workstream.lead else "",
    }
    return SafeString(LATE.format(**{key: escape(word) for key, word in words.items()}))


def _provenance(row: KpiRow) -> str:
    words = f"{row.period}; {row.basis or 'reported'}; {row.source}"
    if not row.baseline:
        words += ". No baseline yet"
    return f"{words}. A newer figure waits for approval" if row.newer_waits else words


def _rating(row: KpiRow) -> str:
    because = f'<br><span class="small muted">{escape(row.status.reason)}</span>'
    return _tag(row.status.rating) + (because if row.status.rating == Rating.NOT_RATED else "")


_tag = cache(rating)


@cache
def _process(direction: str, varies: str, assured: str) -> str:
    """Where it is heading, and what process control says where there is enough for it."""
    said = [Direction(direction).words]
    if varies and varies != "too_few":
        said += [variation(varies), *([assurance(assured)] if assured else [])]
    return "<br>".join(said)
