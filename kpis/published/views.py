from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kpis.published import actions, forms, queries
from kpis.published.models import PublishedValue

imports_values = permission_required("published.confirm_value", raise_exception=True)


@require_safe
@imports_values
def doubtful(request):
    return render(request, "published/doubtful.html", {"values": queries.doubtful_values()})


@require_http_methods(["GET", "POST"])
@imports_values
def confirm(request, pk):
    in_doubt = PublishedValue.objects.exclude(doubt="").select_related("area", "topic", "confirmed_by")
    published = get_object_or_404(in_doubt, pk=pk)
    form = forms.ConfirmForm(request.POST or None)
    if form.is_valid():
        try:
            actions.confirm_value(
                published=published, by=request.user, at=timezone.now(), **form.cleaned_data
            )
            messages.success(request, f"{published.measure}, {published.area}: confirmed.")
            return redirect("published:doubtful")
        except actions.NothingToConfirm as settled:
            form.add_error(None, str(settled))
    return render(request, "published/confirm.html", {"published": published, "form": form})


@require_http_methods(["GET", "POST"])
@imports_values
def import_file(request):
    """Read a published file and show what it would change. Nothing is stored here."""
    form = forms.ImportForm(
        request.POST or None,
        request.FILES or None,
        areas=queries.areas_to_import(),
        today=timezone.localdate(),
    )
    if not form.is_valid():
        return render(request, "published/import.html", {"form": form})
    area = form.cleaned_data["area"]
    rows = queries.compared(form.reading.values, area=area, known_from=form.known_from)
    context = {
        "preview": queries.Preview(rows),
        "about": form.cleaned_data,
        "notes": form.reading.notes,
        "form": forms.ConfirmImportForm.of(form, user=request.user),
    }
    return render(request, "published/import_preview.html", context)


@require_POST
@imports_values
def store_import(request):
    """Store what was shown; refused as a whole where it does not hold any more."""
    form = forms.ConfirmImportForm(request.POST, user=request.user)
    if form.is_valid():
        area = get_object_or_404(queries.areas_to_import(), pk=form.area_id)
        try:
            done = actions.import_values(area=area, by=request.user, at=timezone.now(), **form.looked_at)
        except actions.ImportRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, f"{done.stored} values stored, {done.in_doubt} of them to be confirmed."
            )
            return redirect("published:doubtful" if done.in_doubt else "published:import")
    return render(request, "published/import_refused.html", {"form": form})
