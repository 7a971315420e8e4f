from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kpis.published import actions, forms, queries
from kpis.published.models import PublishedValue


@require_safe
@permission_required("published.confirm_value", raise_exception=True)
def doubtful(request):
    return render(request, "published/doubtful.html", {"values": queries.doubtful_values()})


@require_http_methods(["GET", "POST"])
@permission_required("published.confirm_value", raise_exception=True)
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
