"""A person's own account."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.accounts import forms, queries


@require_http_methods(["GET", "POST"])
def me(request):
    form = forms.NameForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Your name is saved.")
        return redirect("accounts:me")
    context = {
        "form": form,
        "grants": queries.current_grants(request.user),
        "memberships": queries.memberships_of(request.user),
        "has_second_factor": queries.has_second_factor(request.user),
    }
    return render(request, "accounts/me.html", context)
