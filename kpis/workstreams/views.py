from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kpis.workstreams import actions, forms
from kpis.workstreams.models import Meeting, Milestone, Workstream


def meeting_asked_for(request) -> tuple[Meeting | None, datetime]:
    """The meeting that a page is read as of (`?meeting=2019-11-14`), and its moment; (None, now) without one."""
    try:
        held_on = date.fromisoformat(request.GET.get("meeting", ""))
    except ValueError:
        return None, timezone.now()
    meeting = get_object_or_404(Meeting, held_on=held_on)
    return meeting, meeting.starts_at


@dataclass(frozen=True, slots=True)
class AsOf:
    """The moment that a page is read as of, for `workstreams/_as_of.html`: that of a meeting, or now.

    `since` is when there was something to read; meetings before it are not offered.
    """

    meeting: Meeting | None
    moment: datetime
    since: datetime | None = None

    @property
    def query(self) -> str:
        """What links of the page carry on."""
        return f"?meeting={self.meeting.held_on:%Y-%m-%d}" if self.meeting else ""

    @property
    def meetings(self):
        """Those that can be asked for, the last one first."""
        meetings = Meeting.objects.order_by("-held_on")
        return meetings.filter(starts_at__gte=self.since) if self.since else meetings


def as_of(request) -> AsOf:
    return AsOf(*meeting_asked_for(request))


@require_http_methods(["GET", "POST"])
@permission_required("figures.add_figure", raise_exception=True)
def report(request, pk):
    """The lead says how a milestone of their workstream stands."""
    mine = Milestone.objects.filter(workstream__in=Workstream.objects.led_by(request.user))
    milestone = get_object_or_404(mine.select_related("workstream"), pk=pk)
    form = forms.MilestoneReportForm(request.POST or None)
    if form.is_valid():
        actions.report_milestone(milestone=milestone, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, f"“{milestone}” is reported.")
        return redirect(milestone.workstream)
    return render(request, "workstreams/report.html", {"milestone": milestone, "form": form})
