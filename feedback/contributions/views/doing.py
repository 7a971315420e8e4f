"""How a button of a staff page does its work and says how it went."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from feedback.contributions.actions import Refused


def do(request, action, *, done: str, then, refused=None, **what):
    """Run an action as this person, now; then go on, with a word about it.

    `then` is where a success leads, `refused` where a refusal does (the same place unless given).
    """
    try:
        action(**what, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(refused or then)
    messages.success(request, done)
    return redirect(then)


def words_of(form, field: str) -> str:
    """A short text of a form; an empty one is for the action to refuse, with its words."""
    return form.cleaned_data[field] if form.is_valid() else ""
