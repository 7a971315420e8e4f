"""Background runs as their page shows them."""

from django.db.models import Count, Q

from kpis.figures.models import RecomputeRun


def runs_with_progress():
    """Runs with `done_count` (chunks) and `failure_count`, failures read along."""
    done = Count("chunks", filter=Q(chunks__done_at__isnull=False), distinct=True)
    runs = RecomputeRun.objects.select_related("requested_by").prefetch_related("failures")
    return runs.annotate(done_count=done, failure_count=Count("failures", distinct=True))


def latest_runs(limit: int = 30):
    return runs_with_progress().order_by("-requested_at", "-id")[:limit]
