"""The lead's pages: what is due, typing it, explaining it, sending it."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis.figures import forms
from kpis.figures.actions import figures as actions
from kpis.figures.actions.entries import FigureRefused
from kpis.figures.models import Figure, FigureState, Kpi
from kpis.figures.queries import entry as queries
from kpis.figures.queries.exceptions import open_for_lead, said_before
from kpis.figures.queries.standing import would_be
from kpis.figures.queries.warnings import warnings_about
from kpis.figures.views.refusals import accepted

TYPED = ("numerator", "denominator", "value", "remark")
SENT = (FigureState.SUBMITTED, FigureState.APPROVED)
reports_figures = permission_required("figures.add_figure", raise_exception=True)


def _form(request, item: queries.DueFigure) -> forms.EntryForm:
    """The form of one due figure; bound when the post carries its fields."""
    posted = request.POST if f"{item.key}-symbol" in request.POST else None
    has_no_parts = item.previous is not None and item.previous.numerator is None
    form = forms.EntryForm(
        posted, prefix=item.key, definition=item.definition, figure=item.draft, needs_value=has_no_parts
    )
    form.subject = f"{item.kpi.code}, {item.period.label}"
    return form


def _save(item: queries.DueFigure, form: forms.EntryForm, by) -> Figure | None:
    """Keep what was typed as a draft; None when nothing was typed or it was refused (the form then says why)."""
    if not form.is_valid() or (form.entry.is_empty and item.draft is None):
        return None
    try:
        return actions.save_draft(
            kpi=item.kpi,
            period=item.period,
            entry=form.entry,
            by=by,
            at=timezone.now(),
            seen_at=form.cleaned_data["seen_at"],
        )
    except FigureRefused as refused:
        form.refuse(refused)
        return None


def _warned(item: queries.DueFigure, figure: Figure | None) -> list[str]:
    return warnings_about(item.definition, figure.value if figure else None, item.record.figures)


@require_http_methods(["GET", "POST"])
@reports_figures
def due(request):
    """Everything due from this lead; a post keeps drafts, one row at a time with htmx or all of them without."""
    items = queries.due_from(request.user, at=timezone.now())
    if request.htmx and "row" in request.GET:
        return _due_row(request, items, request.GET["row"])
    pairs = [(item, _form(request, item)) for item in items if not item.is_waiting]
    saved = {item.key: _save(item, form, request.user) for item, form in pairs if form.is_bound}
    _tell_of_gone(request, {item.key for item, _ in pairs})
    if request.method == "POST" and not any(form.errors for _, form in pairs):
        messages.success(request, "Your drafts are saved. Nothing has been sent yet.")
        return redirect("figures:due")
    others, other_count = queries.other_drafts(request.user, items)
    context = {
        "rows": [_row(item, form, saved.get(item.key) or item.draft) for item, form in pairs],
        "waiting": [item for item in items if item.is_waiting],
        "returned": queries.returned_corrections(request.user),
        "others": others,
        "other_count": other_count,
        "exceptions": open_for_lead(request.user, timezone.now()),
        "forms": [form for _, form in pairs],
        "has_errors": any(form.errors for _, form in pairs if form.is_bound),
    }
    return render(request, "figures/due.html", context)


def _tell_of_gone(request, due_keys: set[str]):
    """Say what was typed for a figure that somebody else has sent, or the sponsor approved, meanwhile."""
    keys = [name.removesuffix("-symbol") for name in request.POST if name.endswith("-symbol")]
    for key in keys:
        texts = [request.POST.get(f"{key}-{part}", "").strip()[:80] for part in TYPED]
        if key not in due_keys and any(texts):
            code, start = key[:-11], key[-10:]  # as `DueFigure.key` puts them together
            messages.warning(
                request,
                f"{code} for the period from {start} is not due any more: somebody has sent it meanwhile. "
                f"What you typed was not kept: {', '.join(filter(None, texts))}.",
            )


def _due_row(request, items, key):
    """Keep one row as it is typed, and say how it stands."""
    item = next((item for item in items if item.key == key and not item.is_waiting), None)
    if item is None:
        return render(request, "figures/_row_gone.html")
    form = _form(request, item)
    figure = _save(item, form, request.user) if form.is_bound else None
    return render(request, "figures/_row_state.html", _row(item, form, figure or item.draft))


def _row(item, form, figure) -> dict:
    return {"item": item, "form": form, "figure": figure, "warnings": _warned(item, figure)}


@require_http_methods(["GET", "POST"])
@reports_figures
def submit(request, pk):
    """Look at a draft once more, explain it where it needs that, and send it for approval."""
    mine = Figure.objects.filter(
        kpi__in=Kpi.objects.led_by(request.user), state__in=(FigureState.DRAFT, *SENT)
    )
    figure = get_object_or_404(mine.select_related("kpi__workstream", "definition", "corrects"), pk=pk)
    if figure.state in SENT:
        messages.info(request, f"{figure.kpi.code} for {figure.period.label} has been sent already.")
        return redirect("figures:due")
    outlook = would_be(figure, at=timezone.now())
    form = forms.SubmitForm(request.POST or None, needs=outlook.needs, initial=said_before(figure))
    if request.method == "POST" and form.is_valid() and _sent(request, figure, form):
        messages.success(request, f"{figure.kpi.code} for {figure.period.label} is sent for approval.")
        return redirect("figures:due")
    return render(request, "figures/submit.html", {"figure": figure, "status": outlook.status, "form": form})


def _sent(request, figure, form) -> bool:
    return accepted(
        form,
        lambda: actions.submit_figure(
            figure=figure,
            by=request.user,
            at=timezone.now(),
            explanation=form.explanation,
            commentary=form.cleaned_data["commentary"],
        ),
    )


@require_http_methods(["GET", "POST"])
@reports_figures
def correct(request, pk):
    """A later figure for a period that is locked, with the reason."""
    mine = Figure.objects.filter(kpi__in=Kpi.objects.led_by(request.user), state=FigureState.APPROVED)
    figure = get_object_or_404(mine.select_related("kpi", "definition"), pk=pk)
    form = forms.CorrectionForm(
        request.POST or None,
        definition=figure.definition,
        figure=figure,
        needs_value=figure.numerator is None,
    )
    if form.is_valid() and (draft := _corrected(request, figure, form)):
        return redirect("figures:submit", pk=draft.pk)
    return render(request, "figures/correct.html", {"figure": figure, "form": form})


def _corrected(request, figure, form) -> Figure | None:
    try:
        return actions.draft_correction(
            figure=figure,
            entry=form.entry,
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
    except FigureRefused as refused:
        form.refuse(refused)
        return None
