"""How long what people told us is kept, what goes next, and the record of what data is used for."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.models import Activity, RetentionRule
from feedback.contributions.queries import keeping as queries
from feedback.contributions.queries.processing import latest_record, privacy_record
from feedback.contributions.views.doing import do

rule_keepers_only = permission_required("contributions.set_rules", raise_exception=True)


@never_cache
@require_safe
@rule_keepers_only
def keeping(request):
    tonight = queries.next_night(timezone.now())
    context = {
        "rules": queries.rules(),
        "tonight": tonight,
        "going": queries.what_goes(tonight),
        "undecided": queries.old_and_undecided(tonight),
        "some_are_kept": queries.kept_by_law(tonight).exists(),
        "at_most": queries.AT_MOST,
    }
    if request.user.has_perm("contributions.safeguard"):
        context["kept_by_law"] = queries.kept_by_law(tonight).count()
    return render(request, "contributions/keeping.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@rule_keepers_only
def keeping_rule(request, kind):
    rule = get_object_or_404(RetentionRule, kind=kind)
    days = {name: getattr(rule, name) for name in ("bands_days", "contact_days", "original_days")}
    form = forms.RuleForm(request.POST or None, initial=days)
    if form.is_valid():
        return do(
            request,
            actions.change_rule,
            kind=kind,
            **form.cleaned_data,
            done="Changed. It counts from the next night.",
            then="contributions:keeping",
        )
    return render(request, "contributions/keeping_rule.html", {"rule": rule, "form": form})


@never_cache
@require_safe
@rule_keepers_only
def privacy(request):
    record = privacy_record(timezone.localdate())
    missing = [entry for entry in record if entry.now is None]
    return render(request, "contributions/privacy_record.html", {"record": record, "missing": missing})


@never_cache
@require_http_methods(["GET", "POST"])
@rule_keepers_only
def privacy_activity(request, activity):
    if activity not in Activity.values:
        raise Http404("There is no such activity.")
    latest = latest_record(activity)
    form = forms.ProcessingForm(
        request.POST or None, instance=latest, initial={"based_on": latest.number if latest else 0}
    )
    if form.is_valid() and _recorded(request, activity, form):
        return redirect("contributions:privacy_record")
    context = {"activity": Activity(activity), "form": form, "latest": latest}
    return render(request, "contributions/privacy_activity.html", context)


def _recorded(request, activity: str, form) -> bool:
    """Whether it was; where it was refused the form says why and keeps what was typed."""
    try:
        actions.record_processing(activity=activity, **form.cleaned_data, by=request.user, at=timezone.now())
    except actions.Refused as refusal:
        form.add_error(refusal.field, str(refusal))
        return False
    messages.success(request, "Recorded. The earlier version stays below.")
    return True
