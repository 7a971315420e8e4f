"""Two views to compare with: a plain table of 300 rows from five queries, and a signed-in view that says one word."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path

from kpis.figures.models import Kpi, KpiDefinition, Status, WorkstreamStatus
from kpis.workstreams.models import Meeting

TABLE = """{% extends "design/base.html" %}{% block title %}A table{% endblock %}{% block content %}<h1>A table</h1>
<p>{{ meetings|length }} meetings, {{ rollups|length }} workstreams</p>
<table><thead><tr><th>Code</th><th>Name</th><th>Workstream</th><th>Now</th><th>Expected</th><th>Rating</th>
<th>Direction</th><th>Next</th></tr></thead><tbody>{% for kpi, definition, status in rows %}<tr><th>{{ kpi.code }}</th>
<td><a href="{{ kpi.get_absolute_url }}">{{ definition.name }}</a></td><td>{{ kpi.workstream.name }}</td>
<td>{{ status.actual }}</td><td>{{ status.expected }}</td><td>{{ status.get_rating_display }}</td>
<td>{{ status.direction }}</td><td>{{ status.next_due_on }}</td></tr>{% endfor %}</tbody></table>{% endblock %}"""

sees_the_board = permission_required("workstreams.view_board", raise_exception=True)


@sees_the_board
def table(request):
    """Five queries, 300 rows of eight cells, in the site's frame."""
    kpis = list(Kpi.objects.select_related("workstream").order_by("code")[:300])
    definitions = {d.kpi_id: d for d in KpiDefinition.objects.filter(kpi__in=kpis)}
    statuses = Status.objects.in_bulk([kpi.pk for kpi in kpis])
    context = {
        "rows": [(kpi, definitions[kpi.pk], statuses[kpi.pk]) for kpi in kpis],
        "rollups": list(WorkstreamStatus.objects.all()),
        "meetings": list(Meeting.objects.all()),
    }
    return HttpResponse(engines["django"].from_string(TABLE).render(context, request))


@sees_the_board
def trivial(request):
    return HttpResponse("Signed in")


urlpatterns = [
    path("plain/table/", table),
    path("plain/trivial/", trivial),
    path("", include("portal.urls")),
]
