"""The bridge: what changed a cost between two statements."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kpis.position.forms.bridge import BridgeForm
from kpis.position.queries.bridge import bridge_page, pairs_worth_a_look, statements_to_compare


@require_safe
@permission_required("position.view_position", raise_exception=True)
def bridge(request):
    statements = statements_to_compare(timezone.now())
    form = BridgeForm(request.GET, statements=statements)
    context = {"form": form, "statements": statements, "pairs": pairs_worth_a_look(statements)}
    if form.is_valid():
        context["page"] = bridge_page(form.cleaned_data["before"], form.cleaned_data["after"])
    return render(request, "position/bridge.html", context)
