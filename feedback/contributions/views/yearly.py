"""The yearly record: for everybody, and the desk of those who publish it."""

from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions import actions, forms
from feedback.contributions.models import Edition, PublicationYear
from feedback.contributions.queries import yearly as queries
from feedback.contributions.queries.yearly.table import HEADINGS, rows
from feedback.contributions.views.doing import do
from feedback.contributions.views.public import kept_a_minute
from kpis.spreadsheets.writing import write_csv

publishers_only = permission_required("contributions.publish_yearly", raise_exception=True)


@login_not_required
@require_safe
def years(request):
    today = timezone.localdate()
    context = {
        "years": queries.years(),
        "days": queries.days_since_publication(today),
        "today": today,
    }
    return kept_a_minute(request, render(request, "contributions/yearly.html", context))


@login_not_required
@require_safe
def year(request, year):
    """The latest edition of a year."""
    row = _year(year)
    edition = row.editions.order_by("-number").first()
    if edition is None:
        raise Http404
    return _edition_page(request, edition)


@login_not_required
@require_safe
def edition(request, year, number):
    return _edition_page(request, _edition(year, number))


@login_not_required
@require_safe
def table(request, year, number):
    """The same as the page, for a spreadsheet."""
    found = queries.edition_page(_edition(year, number), timezone.localdate())
    name = f"comments-{year}-edition-{number}.csv"
    return kept_a_minute(
        request,
        HttpResponse(
            write_csv(HEADINGS, rows(found)),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        ),
    )


def _edition(year: int, number: int) -> Edition:
    return get_object_or_404(Edition.objects.select_related("year"), year=_year(year), number=number)


def _edition_page(request, edition: Edition):
    page = queries.edition_page(edition, timezone.localdate())
    return kept_a_minute(request, render(request, "contributions/yearly_edition.html", {"page": page}))


# ---- those who publish it ----


@never_cache
@require_safe
@publishers_only
def desk(request):
    return render(
        request,
        "contributions/yearly_desk.html",
        {"years": queries.years(), "today": timezone.localdate()},
    )


@never_cache
@require_http_methods(["GET", "POST"])
@publishers_only
def preview(request, year):
    """What would be published now; its form moves the dates of a year that is not published yet."""
    row = _year(year)
    form = forms.PublicationYearForm(
        request.POST or None, initial={"ends_on": row.ends_on, "due_on": row.due_on}
    )
    if form.is_valid():
        try:
            actions.change_year(year=row, by=request.user, at=timezone.now(), **form.cleaned_data)
        except actions.Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return redirect("contributions:yearly_preview", year=year)
    context = {
        "year": row,
        "form": form,
        "draft": queries.draft(row, timezone.now()),
        "editions": list(row.editions.order_by("number")),
        "is_over": row.ends_on <= timezone.localdate(),
    }
    return render(request, "contributions/yearly_preview.html", context)


@require_POST
@publishers_only
def publish(request, year):
    return do(
        request,
        actions.publish_edition,
        year=_year(year),
        done="Published. Everybody can read it.",
        then=reverse("contributions:yearly_preview", args=[year]),
    )


def _year(year: int) -> PublicationYear:
    return get_object_or_404(PublicationYear.objects.beginning_in(year))
