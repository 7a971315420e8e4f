"""Chart marks: proposing one after seeing what it does, agreeing or declining it, and ending it."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.figures import forms, tasks
from kpis.figures.actions import marks as actions
from kpis.figures.models import Kpi, MarkState
from kpis.figures.queries import marks as queries
from kpis.figures.views.refusals import accepted


@require_safe
@permission_required("figures.view_kpi", raise_exception=True)
def marks(request, code):
    """Every mark of a KPI, with what this person may do about it."""
    kpi = get_object_or_404(Kpi.objects.readable_by(request.user).select_related("workstream"), code=code)
    context = {
        "kpi": kpi,
        "marks": queries.marks_of(kpi),
        "may_propose": Kpi.objects.marked_by(request.user).filter(pk=kpi.pk).exists(),
        "to_agree": set(queries.to_agree(request.user).values_list("pk", flat=True)),
        "to_end": set(queries.to_end(request.user).values_list("pk", flat=True)),
    }
    return render(request, "figures/marks.html", context)


@require_http_methods(["GET", "POST"])
@permission_required("figures.propose_mark", raise_exception=True)
def propose(request, code):
    """What a mark would do is shown first; a post proposes it."""
    kpi = get_object_or_404(Kpi.objects.marked_by(request.user).select_related("workstream"), code=code)
    at = timezone.now()
    asked = request.POST or (request.GET if request.GET.keys() & forms.MarkForm.base_fields.keys() else None)
    form = forms.MarkForm(asked, periods=queries.markable_periods(kpi, at=at))
    is_ready = form.is_valid()
    if request.method == "POST" and is_ready and _proposed(request, kpi, form, at):
        return redirect("figures:marks", code=kpi.code)
    effect = queries.effect_of(form.mark(kpi, request.user, at), at=at) if is_ready else None
    return render(request, "figures/mark_propose.html", {"kpi": kpi, "form": form, "effect": effect})


def _proposed(request, kpi, form, at) -> bool:
    if not accepted(form, lambda: actions.propose_mark(kpi=kpi, by=request.user, at=at, **form.cleaned_data)):
        return False
    messages.success(request, "The mark is proposed. It counts once somebody else has agreed it.")
    return True


@require_http_methods(["GET", "POST"])
@permission_required("figures.agree_mark", raise_exception=True)
def decide(request, pk):
    """One proposed mark with what it would do: agree it, or decline it with words."""
    mark = get_object_or_404(queries.sent_to(request.user), pk=pk)
    if mark.state != MarkState.PROPOSED:
        messages.info(request, f"This mark does not wait any more: it is {mark.get_state_display().lower()}.")
        return redirect("figures:marks", code=mark.kpi.code)
    form = forms.BecauseForm(request.POST if "decline" in request.POST else None, label="Why not?")
    given = {"mark": mark, "by": request.user, "at": timezone.now()}
    if "agree" in request.POST and accepted(form, lambda: actions.agree_mark(**given)):
        return _changed(request, mark, "The mark is agreed and counts from now on.")
    if form.is_valid() and accepted(form, lambda: actions.decline_mark(**given, **form.cleaned_data)):
        return _changed(request, mark, "The mark is declined.")
    effect = queries.effect_of(mark, at=timezone.now())
    return render(request, "figures/mark_decide.html", {"mark": mark, "form": form, "effect": effect})


@require_http_methods(["GET", "POST"])
@permission_required("figures.view_kpi", raise_exception=True)
def end(request, pk):
    """End an agreed mark, or withdraw one's own proposal, with words."""
    mark = get_object_or_404(queries.to_end(request.user), pk=pk)
    form = forms.BecauseForm(request.POST or None, label="Why does it end?")
    given = {"mark": mark, "by": request.user, "at": timezone.now()}
    if form.is_valid() and accepted(form, lambda: actions.end_mark(**given, **form.cleaned_data)):
        return _changed(request, mark, "The mark has ended. Earlier meetings keep it.")
    return render(request, "figures/mark_end.html", {"mark": mark, "form": form})


def _changed(request, mark, said):
    messages.success(request, said)
    tasks.recompute_after_change.delay_on_commit(
        why=f"{mark.kpi.code}: a mark on its chart changed", by_id=request.user.pk
    )
    return redirect("figures:marks", code=mark.kpi.code)
