"""Finance's page: what waits for its signature, one by one or several at once."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis.domain.savings import SavingsError
from kpis.savings import actions, queries
from kpis.savings.forms import ReturnForm
from kpis.savings.models import DeliveredAmount
from kpis.savings.views.changes import accepted, recompute_everything

signs_off = permission_required("savings.sign_off", raise_exception=True)


@require_http_methods(["GET", "POST"])
@signs_off
def sign_off(request):
    """What waits for this person; a post signs the ticked reports."""
    queue = queries.finance_queue(request.user)
    if request.method == "POST":
        ticked = {int(pk) for pk in request.POST.getlist("report") if pk.isdecimal() and len(pk) < 19}
        reports = DeliveredAmount.objects.filter(pk__in=ticked).select_related("initiative")
        done = actions.sign_off_several(reports=reports, by=request.user, at=timezone.now())
        _say(request, done.signed, done.refused)
        return redirect("savings:sign_off")
    return render(request, "savings/sign_off.html", {"queue": queue})


@require_http_methods(["GET", "POST"])
@signs_off
def decide(request, pk):
    """One report with its evidence: sign it, or send it back with words."""
    report = queries.reports_to_sign(request.user).filter(pk=pk).first()
    if report is None:
        return _no_longer_waits(request, pk)
    form = ReturnForm(request.POST if "return" in request.POST else None)
    if "sign" in request.POST:
        return _sign_one(request, report)
    if form.is_valid() and accepted(
        form,
        lambda: actions.return_report(
            delivered=report, by=request.user, at=timezone.now(), **form.cleaned_data
        ),
    ):
        messages.success(request, f"{_named(report)} is returned to {report.reported_by}.")
        return redirect("savings:sign_off")
    return render(request, "savings/decide.html", {"report": report, "form": form})


def _no_longer_waits(request, pk):
    """Whoever had it open while somebody else decided is told; there is no other way to what does not wait."""
    if request.method != "POST" or not DeliveredAmount.objects.filter(pk=pk).exists():
        raise Http404("No such report waits for this person.")
    messages.error(request, "This report no longer waits for you: it was signed, returned or corrected.")
    return redirect("savings:sign_off")


def _sign_one(request, report: DeliveredAmount):
    try:
        actions.sign_off(delivered=report, by=request.user, at=timezone.now())
    except SavingsError as refused:
        messages.error(request, str(refused))
        return redirect("savings:decide", report.pk)
    _say(request, [report], [])
    return redirect("savings:sign_off")


def _say(request, signed, refused) -> None:
    """What was signed and what was not, and a run so that every page agrees."""
    for report, words in refused:
        messages.error(request, f"{_named(report)}: {words}")
    if signed:
        names = ", ".join(_named(report) for report in signed)
        messages.success(request, f"Signed: {names}. The Board's totals include it now.")
        recompute_everything(request, f"Finance signed {names}"[:200])
    elif not refused:
        messages.error(request, "Tick the reports to sign first.")


def _named(report: DeliveredAmount) -> str:
    return f"{report.initiative.code} {report.month:%B %Y}"
