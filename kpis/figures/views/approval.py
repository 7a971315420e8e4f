"""The approver's pages: what waits for them, one by one or several at once."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis.figures import forms
from kpis.figures.actions import figures as actions
from kpis.figures.actions.entries import FigureRefused
from kpis.figures.queries import entry as queries
from kpis.figures.queries.marks import to_agree
from kpis.figures.queries.standing import outlooks, would_be
from kpis.figures.views.refusals import accepted

approves_figures = permission_required("figures.approve_figure", raise_exception=True)


@require_http_methods(["GET", "POST"])
@approves_figures
def approvals(request):
    """What waits for this person; a post approves the ticked ones."""
    waiting = list(queries.to_approve(request.user))
    if request.method == "POST":
        ticked = [figure for figure in waiting if str(figure.pk) in request.POST.getlist("figure")]
        _report(request, approved=[figure for figure in ticked if _approved(request, figure)], ticked=ticked)
        return redirect("figures:approvals")
    context = {"outlooks": outlooks(waiting, at=timezone.now()), "marks": to_agree(request.user)}
    return render(request, "figures/approvals.html", context)


def _approved(request, figure) -> bool:
    try:
        actions.approve_figure(figure=figure, by=request.user, at=timezone.now())
    except FigureRefused as refused:
        messages.error(request, f"{figure.kpi.code}: {refused}")
        return False
    return True


def _report(request, *, approved, ticked):
    if not ticked:
        messages.error(request, "Tick the figures to approve first.")
    elif approved:
        names = ", ".join(f"{figure.kpi.code} ({figure.period.label})" for figure in approved)
        messages.success(request, f"Approved: {names}.")


@require_http_methods(["GET", "POST"])
@approves_figures
def decide(request, pk):
    """One submitted figure with its words: approve it, or return it with words."""
    figure = get_object_or_404(queries.to_approve(request.user), pk=pk)
    form = forms.ReturnForm(request.POST if "return" in request.POST else None)
    if "approve" in request.POST and _approved(request, figure):
        _report(request, approved=[figure], ticked=[figure])
        return redirect("figures:approvals")
    if form.is_valid() and accepted(
        form,
        lambda: actions.return_figure(figure=figure, by=request.user, at=timezone.now(), **form.cleaned_data),
    ):
        messages.success(
            request, f"{figure.kpi.code} for {figure.period.label} is returned to {figure.submitted_by}."
        )
        return redirect("figures:approvals")
    status = would_be(figure, at=timezone.now()).status
    return render(request, "figures/decide.html", {"figure": figure, "status": status, "form": form})
