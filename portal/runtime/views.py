"""Whether the portal works, for load balancers and monitors; and what people see when it does not."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views import defaults
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.runtime import away, queries, tasks

RETRY_AFTER = 10  # seconds; a server that was killed is back sooner


@login_not_required
@require_safe
@never_cache
def live(request):
    """This process answers; nothing else is asked."""
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
@never_cache
def ready(request):
    """What the portal stands on, each with its own answer.

    503 when pages cannot work (database or broker away); 200 "degraded" when only background jobs are late:
    families can still be heard, and taking the site away would not help.
    """
    database, broker = queries.database_answers(), tasks.broker_answers()
    report = {"database": {"ok": database}, "broker": {"ok": broker}}
    if database:
        report |= queries.background_jobs(queue=settings.CELERY_TASK_DEFAULT_QUEUE, at=timezone.now())
    all_well = all(part["ok"] for part in report.values())
    status = "ok" if all_well else "degraded" if database and broker else "down"
    return JsonResponse({"status": status, **report}, status=503 if status == "down" else 200)


def server_error(request):
    """The site's answer to an error nobody caught: 503 when a server we need is away, else Django's 500."""
    if away.is_away(away.current_error()):
        page = render_to_string(
            "runtime/away.html"
        )  # without the request: reading who asks needs the database
        return HttpResponse(
            page, status=503, headers={"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
        )
    return defaults.server_error(request)
