"""The approver's pages: what waits for them, one by one or several at once."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis.figures import forms
from kpis.figures.actions import figures as actions
from kpis.figures.actions.entries import FigureRefused
from kpis.figures.models import FigureState
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
        asked = request.POST.getlist("figure")
        ticked = [figure for figure in waiting if str(figure.pk) in asked]
        _report_approved(request, [figure for figure in ticked if _approved(request, figure)])
        _report_others(request, asked=len(asked), waiting=len(ticked))
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


def _report_approved(request, figures):
    if figures:
        names = ", ".join(f"{figure.kpi.code} ({figure.period.label})" for figure in figures)
        messages.success(request, f"Approved: {names}.")


def _report_others(request, *, asked: int, waiting: int):
    """What does not wait any more was decided by a first press of the same button, or by somebody else."""
    if not asked:
        messages.error(request, "Tick the figures to approve first.")
    elif waiting < asked:
        gone = "What you ticked" if not waiting else "Some of what you ticked"
        messages.info(request, f"{gone} does not wait any more: it has been decided already.")


def _decided_words(figure) -> str:
    """For whoever comes from an old mail, presses twice or goes back: what became of a figure."""
    name = f"{figure.kpi.code} for {figure.period.label}"
    if figure.decided_by is None:
        return f"{name} does not wait any more: it was withdrawn."
    done = "approved" if figure.state == FigureState.APPROVED else "returned"
    return f"{name} was {done} by {figure.decided_by}, {timezone.localdate(figure.decided_at):%-d %B %Y}."


@require_http_methods(["GET", "POST"])
@approves_figures
def decide(request, pk):
    """One submitted figure with its words: approve it, or return it with words."""
    figure = get_object_or_404(queries.sent_to(request.user), pk=pk)
    if figure.state != FigureState.SUBMITTED:
        messages.info(request, _decided_words(figure))
        return redirect(figure.kpi)
    form = forms.ReturnForm(request.POST if "return" in request.POST else None)
    if "approve" in request.POST and _approved(request, figure):
        _report_approved(request, [figure])
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
