"""What the demonstration says about what is off track. The words are illustrative."""

from datetime import timedelta

from django.utils import timezone

from kpis.domain.rating import Rating
from kpis.figures.actions.entries import Explanation
from kpis.figures.actions.exceptions import Progress, close_exception, explain_figure, update_exception
from kpis.figures.models import Figure, Status

# Per KPI that is off track, in their order: cause, action, owner, days until it should be done, what was said
# since, and what came of it. What is off track beyond these waits for an explanation.
SAID = (
    (
        "Three caseworkers' posts were vacant for most of the year (illustrative).",
        "Recruit to the three posts and share a team with the neighbouring borough until then (illustrative).",
        "SEN assessment team",
        -21,
        "Two of the three posts are filled (illustrative).",
        "",
    ),
    (
        "Advice from health came late in every second assessment (illustrative).",
        "Agree a named officer in each health team who answers within six weeks (illustrative).",
        "Designated clinical officer",
        60,
        "",
        "",
    ),
    (
        "Schools asked for places after the budget had been set (illustrative).",
        "Plan places with schools in the autumn before the budget (illustrative).",
        "Place planning",
        -90,
        "",
        "Places are planned with schools every October now (illustrative).",
    ),
)


def load_exceptions(*, at):
    """Explain the first KPIs that are off track: one overdue, one open, one closed."""
    off_track = Status.objects.filter(rating=Rating.OFF_TRACK).order_by("kpi__code")
    for status, said in zip(off_track.select_related("kpi__workstream__lead"), SAID, strict=False):
        if status.kpi.workstream.lead:
            _explain(Figure.objects.get(pk=status.figure_id), status.kpi.workstream.lead, *said, at=at)


def _explain(figure, lead, cause, action, owner, days, since, outcome, *, at):
    due_on = timezone.localdate(at) + timedelta(days=days)
    raised_at = max(at - timedelta(days=120), figure.counts_from)
    explanation = Explanation(cause, action, owner, due_on)
    exception = explain_figure(figure=figure, explanation=explanation, by=lead, at=raised_at)
    if since:
        progress = Progress(since, action, owner, due_on)
        update_exception(exception=exception, progress=progress, by=lead, at=at - timedelta(days=30))
    if outcome:
        close_exception(exception=exception, outcome=outcome, by=lead, at=at - timedelta(days=14))
