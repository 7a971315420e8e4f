"""Importing listings: send a list, look at what it would do, decide, confirm, see what was done."""

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kpis.spreadsheets import write_csv
from portal.local_offer import tasks
from portal.local_offer.actions import importing as actions
from portal.local_offer.forms import importing as forms
from portal.local_offer.models import ImportedRow, ListingImport
from portal.local_offer.queries import importing as queries
from portal.local_offer.queries.pages import sections
from portal.local_offer.spreadsheets import TEMPLATE

ROWS_ON_A_PAGE = 50
AT_ONCE_BYTES, AT_ONCE_ROWS = 20_000, 10  # what is larger is done in the background
imports_listings = permission_required(actions.MAY_IMPORT, raise_exception=True)


@require_http_methods(["GET", "POST"])
@imports_listings
def imports(request):
    form = forms.ImportForm(request.POST or None, request.FILES or None, today=timezone.localdate())
    if form.is_valid():
        received = actions.receive_import(by=request.user, at=timezone.now(), **form.received)
        size = sum(len(content) for _, content in form.received["files"])
        if 0 < size <= AT_ONCE_BYTES:
            actions.look_through(import_id=received.pk, at=timezone.now())
        else:
            tasks.look_through_import.delay_on_commit(import_id=received.pk)
        return redirect("imports:one", pk=received.pk)
    context = {"form": form, "imports": queries.latest_imports(), "sources": queries.known_sources()}
    return render(request, "local_offer/imports/imports.html", context)


@require_safe
@imports_listings
def template(request):
    response = HttpResponse(write_csv(TEMPLATE, []), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="listings.csv"'
    return response


@require_safe
@imports_listings
def one(request, pk):
    """What an import would do, or did; asks again by itself while it works."""
    listing_import = get_object_or_404(ListingImport.objects.select_related("read_by", "confirmed_by"), pk=pk)
    return _shown(request, listing_import, forms.ConfirmForm(sections=sections()))


@require_POST
@imports_listings
def decide(request, pk, number):
    row = get_object_or_404(ImportedRow, listing_import_id=pk, number=number)
    form = forms.DecideForm(request.POST)
    if form.is_valid():
        actions.decide_row(row=row, by=request.user, at=timezone.now(), **form.cleaned_data)
    return redirect(f"{row.listing_import.get_absolute_url()}?outcome=duplicate")


@require_POST
@imports_listings
def confirm(request, pk):
    listing_import = get_object_or_404(ListingImport, pk=pk)
    form = forms.ConfirmForm(request.POST, sections=sections())
    if form.is_valid():
        try:
            actions.confirm_import(import_id=pk, by=request.user, at=timezone.now(), **form.cleaned_data)
        except (actions.StillToDecide, actions.NothingToApply) as refused:
            form.add_error(None, str(refused))
        else:
            if queries.summary(listing_import).to_apply <= AT_ONCE_ROWS:
                actions.apply_import(import_id=pk, at=timezone.now())
            else:
                tasks.apply_import.delay_on_commit(import_id=pk)
            return redirect(listing_import)
    return _shown(request, listing_import, form)


def _shown(request, listing_import, form):
    outcome = request.GET.get("outcome", "")
    rows = queries.rows_of(listing_import, outcome if outcome in ImportedRow.Outcome.values else "")
    context = {
        "import": listing_import,
        "summary": queries.summary(listing_import),
        "rows": Paginator(rows, ROWS_ON_A_PAGE).get_page(request.GET.get("page")),
        "outcome": outcome,
        "form": form,
        "decisions": ImportedRow.Decision.choices,
    }
    name = "_working.html" if request.htmx and listing_import.is_working else "import.html"
    response = render(request, f"local_offer/imports/{name}", context)
    if request.htmx and not listing_import.is_working:
        response["HX-Refresh"] = "true"  # what was waited for is there
    response["Vary"] = "HX-Request"
    return response
