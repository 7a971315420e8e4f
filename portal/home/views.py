"""The site's own rooms: the landing page, the Board's pages, the workstreams, and what a site must say."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required, permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from feedback.contributions.queries.keeping import kept_for
from kpis.workstreams.models import Meeting, Workstream
from portal.home import kept, queries
from portal.home.first_pages import first_page

sees_the_board = permission_required("workstreams.view_board", raise_exception=True)


@require_safe
@login_not_required
def landing(request):
    return render(request, "home/landing.html", queries.landing())


@require_safe
def start(request):
    """Where a person goes after signing in: the page their role works on."""
    return redirect(first_page(request.user))


@require_safe
@sees_the_board
def board(request):
    """Where we are now."""
    return kept.answer(request, now=timezone.now())


@require_safe
@sees_the_board
def board_at_meeting(request, year, month, day):
    """Where we were, as known when a meeting began."""
    try:
        meeting = get_object_or_404(Meeting, held_on=date(year, month, day))
    except (ValueError, OverflowError) as no_such_day:
        raise Http404("There is no such day.") from no_such_day
    return kept.answer(request, now=timezone.now(), meeting=meeting)


@require_safe
@sees_the_board
def workstreams(request):
    return render(request, "home/workstreams.html", {"cards": queries.workstream_cards()})


@require_safe
@sees_the_board
def workstream(request, slug):
    row = get_object_or_404(Workstream.objects.select_related("plan", "lead", "deputy", "sponsor"), slug=slug)
    return render(
        request,
        "home/workstream.html",
        {"page": queries.workstream_page(row, timezone.now(), user=request.user)},
    )


@require_safe
@login_not_required
def accessibility(request):
    return render(request, "home/accessibility.html")


@require_safe
@login_not_required
def privacy(request):
    return render(request, "home/privacy.html", {"kept": kept_for()})


@require_safe
@login_not_required
def security(request):
    """Whom to tell about a weakness (RFC 9116); for a year from now, as long as the site is kept up."""
    context = {"contact": settings.SECURITY_CONTACT, "expires": timezone.now() + timedelta(days=365)}
    return render(request, "home/security.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
@login_not_required
def robots(request):
    """What search engines need not read, and where the list of Local Offer pages is."""
    return render(
        request, "home/robots.txt", {"base": settings.BASE_URL}, content_type="text/plain; charset=utf-8"
    )
