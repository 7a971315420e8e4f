"""How much waits and for how long, and the log of every step."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from feedback.contributions.queries import safeguarding
from feedback.contributions.queries.log import HEADINGS, moderation_log
from feedback.contributions.queries.workload import workload as how_much_waits
from kpis import spreadsheets

moderators_only = permission_required("contributions.moderate", raise_exception=True)


@never_cache
@require_safe
@permission_required("contributions.see_workload", raise_exception=True)
def workload(request):
    now = timezone.now()
    everything, rows = how_much_waits(now)
    context = {"now": now, "everything": everything, "rows": rows}
    if request.user.has_perm("contributions.safeguard"):
        context["safeguarding"] = safeguarding.waiting_count(now)
    return render(request, "contributions/workload.html", context)


@never_cache
@require_safe
@moderators_only
def log_csv(request):
    content = spreadsheets.write_csv(HEADINGS, moderation_log())
    return _download(content, "text/csv; charset=utf-8", "moderation-log.csv")


@never_cache
@require_safe
@moderators_only
def log_xlsx(request):
    content = spreadsheets.write_xlsx(HEADINGS, moderation_log(), sheet="Moderation log")
    media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _download(content, media, "moderation-log.xlsx")


def _download(content: bytes, media: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
