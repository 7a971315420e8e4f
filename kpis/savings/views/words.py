"""Changing the words about an initiative and its owner; what they were stays in the history."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis.savings import actions
from kpis.savings.forms import ChangeWordsForm
from kpis.savings.models import Initiative
from kpis.savings.views.changes import accepted
from kpis.savings.views.initiatives import reports_savings


@require_http_methods(["GET", "POST"])
@reports_savings
def change_words(request, code):
    initiative = get_object_or_404(Initiative.objects.kept_by(request.user), code=code)
    owners = get_user_model().objects.with_perm("savings.view_savings")
    form = ChangeWordsForm(
        request.POST or None, initiative=initiative, owners=owners, last=actions.last_change(initiative)
    )
    if form.is_valid() and accepted(
        form,
        lambda: actions.change_words(
            initiative=initiative, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        messages.success(request, "Changed. What it said before is in its history.")
        return redirect(initiative)
    return render(request, "savings/change_words.html", {"initiative": initiative, "form": form})
