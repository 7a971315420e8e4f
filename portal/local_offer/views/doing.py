"""How the desk's forms do their work: an action, or its refusal beside the field it is about."""

from django.contrib import messages
from django.utils import timezone

from feedback.contributions.actions import Refused


def saved(request, form, action, *, done: str, **what) -> bool:
    """Run an action with what a form holds, as this person, now; a refusal becomes an error of the form."""
    if not form.is_valid():
        return False
    try:
        action(**form.cleaned_data, **what)
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return False
    messages.success(request, done)
    return True


def by_now(request) -> dict:
    """Who and when, for an action."""
    return {"by": request.user, "at": timezone.now()}
