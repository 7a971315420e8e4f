"""What the Local Offer covers, how fresh it is, and what it is measured by."""

from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from feedback.contributions.views.doing import do
from portal.local_offer import actions, forms, tasks
from portal.local_offer.models import Area, OfferMeasure, OfferMeasureKpi
from portal.local_offer.queries import freshness, measures
from portal.local_offer.queries.coverage import coverage as read_coverage
from portal.local_offer.views.doing import by_now, saved

sees_coverage = permission_required("local_offer.see_coverage", raise_exception=True)
keeps_definitions = permission_required("figures.change_kpi", raise_exception=True)


@never_cache
@require_safe
@sees_coverage
def coverage(request):
    whole = read_coverage(timezone.localdate())
    partner, area = request.GET.get("partner", ""), request.GET.get("area", "")
    area = area if area in Area.values else ""
    context = {
        "coverage": whole.narrowed(partner=partner, area=area) if partner or area else whole,
        "whole": whole,
        "partner": partner,
        "area": area,
        "areas": Area.choices,
    }
    return render(request, "local_offer/desk/coverage.html", context)


@never_cache
@require_safe
@sees_coverage
def checks(request):
    context = {
        "overdue": freshness.overdue_rows(timezone.localdate()),
        "checks": freshness.recent_checks(),
    }
    return render(request, "local_offer/desk/checks.html", context)


@never_cache
@require_safe
@sees_coverage
def measured(request):
    context = {"rows": measures.measure_rows(timezone.localdate())}
    return render(request, "local_offer/desk/measures.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@keeps_definitions
def link_measure(request, measure):
    if measure not in OfferMeasure.values:
        raise Http404
    form = forms.MeasureForm(request.POST or None)
    done = "Linked. The portal counts each month that has ended."
    if saved(request, form, actions.link_offer_measure, done=done, measure=measure, **by_now(request)):
        tasks.fill_offer_measures.delay_on_commit()
        return redirect("offer:measures")
    context = {"form": form, "words": OfferMeasure(measure).label, "meaning": measures.MEANINGS[measure]}
    return render(request, "local_offer/desk/measure_link.html", context)


@require_POST
@keeps_definitions
def unlink_measure(request, measure):
    return do(
        request,
        actions.unlink_offer_measure,
        link=get_object_or_404(OfferMeasureKpi, measure=measure, switched_off_at__isnull=True),
        done="Ended. The figures there are stay.",
        then="offer:measures",
    )
