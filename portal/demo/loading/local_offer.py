"""Keeping the Local Offer true, as a year of it might look: checks, suggestions, gaps, approvals and measures.

All of it is invented, and says so.
"""

import tomllib
from datetime import timedelta

from django.utils import timezone

from kpis.domain.periods import PeriodKind, last_ended
from kpis.figures.actions.counted import COUNTED
from kpis.figures.actions.definitions import create_kpi, define_kpi
from portal.demo.loading.figures import DATA
from portal.demo.loading.plan import start_of
from portal.local_offer.actions import (
    approve_wording,
    check_heading_list,
    close_gap,
    confirm_page,
    decline_suggestion,
    fill_offer_measures,
    link_offer_measure,
    open_gap,
    plan_gap,
    remind_of_checks,
    suggest_change,
)
from portal.local_offer.models import (
    AlternativeFormat,
    GuidancePage,
    HeadingList,
    OutOfAreaPage,
    Provider,
    ProviderMember,
    SearchTerm,
    ServicePage,
)

WORKSTREAM = "Local provision"
SPOKEN_FOR = "talking-time-drop-in"  # the listing whose provider can be stepped in as
EASYREAD = ("asking-for-an-ehc-needs-assessment", "ehc-plans-and-reviews", "if-you-disagree", "short-breaks")
LOOKED_FOR = (  # term, searches, of them without result
    ("speech therapy", 41, 0),
    ("autism", 37, 0),
    ("short breaks", 22, 0),
    ("hydrotherapy", 9, 9),
    ("trampolining", 6, 6),
    ("baby signing", 4, 4),
    ("adult housing", 7, 7),
)


def load_local_offer(*, people, workstreams, at):
    """Who keeps the demonstration's pages true, and what they have done by now."""
    editor = people["editor"]
    check_heading_list(heading_list=HeadingList.objects.get(), by=editor, at=at)
    _add_formats(at)
    _answer_checks(people, at)
    _look_for(at)
    _keep_gaps(people, at)
    page = OutOfAreaPage.objects.get(slug="schools-outside-the-borough")
    approve_wording(page=page, wording=page.wording, by=people["forum"], at=at)
    _draft_a_change(editor)
    _measure(workstreams, people["data"], at)


def _add_formats(at):
    """EasyRead of four pages, and a translation that is older than its page."""
    today = timezone.localdate(at)
    for slug in EASYREAD:
        page = GuidancePage.objects.get(slug=slug)
        page.alternative_formats = [
            AlternativeFormat(
                kind="easyread",
                title=f"{page.title} in EasyRead (illustrative)",
                address=f"https://easyread.example.org/{slug}",
                made_from=today,
            ),
            AlternativeFormat(
                kind="translation",
                language="pl",
                title="Po polsku (przykład)",
                address=f"https://translations.example.org/pl/{slug}",
                made_from=today - timedelta(days=200),
            ),
        ]
        page.save_revision(clean=False).publish(skip_permission_checks=True)
        GuidancePage.objects.filter(pk=page.pk).update(first_published_at=at, last_published_at=at)


def _answer_checks(people, at):
    """Providers have addresses; one has an account, has confirmed one listing and suggests changes to it."""
    for provider in Provider.objects.filter(services__isnull=False).distinct().order_by("pk"):
        provider.check_email = f"provider-{provider.pk}@demo.invalid"
        provider.save()
    page, speaker = ServicePage.objects.get(slug=SPOKEN_FOR), people["provider"]
    ProviderMember.objects.create(user=speaker, provider=page.provider)
    declined = suggest_change(
        page=page,
        changes={"summary": "The best drop-in of all. (Illustrative.)"},
        note="",
        by=speaker,
        at=at - timedelta(days=9),
    )
    why = "Families compare pages: please say what it is, not how good. (Illustrative.)"
    decline_suggestion(suggestion=declined, why=why, by=people["editor"], at=at - timedelta(days=8))
    confirm_page(page=page, by=speaker, at=at - timedelta(days=6))
    suggest_change(
        page=page,
        changes={"waiting_time": "No wait on Tuesdays; about 2 weeks for a home visit"},
        note="We have a second therapist now. (Illustrative.)",
        by=speaker,
        at=at - timedelta(days=1),
    )
    remind_of_checks(at=at)


def _look_for(at):
    today = timezone.localdate(at)
    month = last_ended(today, PeriodKind.MONTH)
    SearchTerm.objects.bulk_create(
        (
            SearchTerm(day=day, term=term, searches=searches, found_nothing=nothing)
            for day in {today - timedelta(days=3), month.last_day - timedelta(days=5)}
            for term, searches, nothing in LOOKED_FOR
        ),
        ignore_conflicts=True,
    )


def _keep_gaps(people, at):
    """One gap with a plan, one that nobody owns, one that was closed."""
    officer, today = people["officer"], timezone.localdate(at)
    began = at - timedelta(days=40)
    planned = open_gap(kind="search", subject="hydrotherapy", times=18, by=people["editor"], at=began)
    plan_gap(
        gap=planned,
        owner=officer,
        plan="Ask the hospital pool for an hour a week, and list it. (Illustrative.)",
        due_on=today + timedelta(days=60),
        by=officer,
        at=began,
    )
    open_gap(
        kind="matrix",
        subject="Hearing and sight together, 16 to 19, nearby",
        need="MSI",
        age_band="16 to 19",
        area="local",
        by=people["editor"],
        at=began,
    )
    closed = open_gap(kind="comment", subject="Nothing on Sundays", by=people["editor"], at=began)
    done = "Sunday People began in the autumn and is listed. (Illustrative.)"
    close_gap(gap=closed, because=done, by=people["editor"], at=at - timedelta(days=5))


def _draft_a_change(editor):
    """A change that waits for a second pair of eyes."""
    page = GuidancePage.objects.get(slug="preparing-for-adulthood")
    page.summary = f"{page.summary} (A change that another editor has to read.)"[:300]
    page.save_revision(user=editor, clean=False)
    page.get_workflow().start(page, editor)


def _measure(workstreams, by, at):
    """KPIs that take what the portal counts, with the month that ended last."""
    specs = tomllib.loads((DATA / "offer_measures.toml").read_text(encoding="utf-8"))
    night = start_of(last_ended(timezone.localdate(at), PeriodKind.MONTH).end)
    for position, (code, spec) in enumerate(specs.items(), start=80):
        fields = dict(spec)
        measure = fields.pop("measure")
        kpi = create_kpi(code=code, workstream=workstreams[WORKSTREAM], position=position)
        fields = {
            "why_it_matters": "Families decide by what they can find.",
            "nature": "process",
            "frequency": "month",
            "due_days": 30,
            "accumulation": "snapshot",
            "source": COUNTED,
            "shown_to_board": True,
            "owner": f"Lead, {WORKSTREAM}",
        } | fields
        define_kpi(kpi=kpi, fields=fields, by=by, at=night, counts_from=night)
        link_offer_measure(measure=measure, kpi=kpi, by=by, at=night)
    fill_offer_measures(at=at)
