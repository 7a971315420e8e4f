"""Kingston's demonstration: the paper's figures, what was published later, and what is marked illustrative."""

from django.db import transaction

from portal.accounts.models import User
from portal.demo.loading.bridge import load_bridge
from portal.demo.loading.double_counting import load_double_counting
from portal.demo.loading.dsg_plan import load_dsg_plan
from portal.demo.loading.exceptions import load_exceptions
from portal.demo.loading.figures import load_baselines, load_figures, load_kpis
from portal.demo.loading.imports import load_imports
from portal.demo.loading.last_year import load_last_year
from portal.demo.loading.listings import load_listings
from portal.demo.loading.local_offer import load_local_offer
from portal.demo.loading.measures import load_crowd, load_measures
from portal.demo.loading.monthly import load_monthly
from portal.demo.loading.neighbourhoods import load_bands, load_neighbourhoods
from portal.demo.loading.people import load_people
from portal.demo.loading.plan import load_plan
from portal.demo.loading.position import load_position
from portal.demo.loading.privacy import load_privacy_record
from portal.demo.loading.published import load_published
from portal.demo.loading.savings import load_savings
from portal.demo.loading.topups import load_topups
from portal.demo.loading.voices import load_voices
from portal.local_offer.actions.demonstration import load_demo_pages


class DatabaseNotEmpty(Exception):
    """The demonstration is never mixed with anybody's data."""


@transaction.atomic
def load_demo(*, at):
    """Load the whole demonstration, or nothing; DatabaseNotEmpty where anybody has an account already."""
    if User.objects.exists():
        raise DatabaseNotEmpty("There are people in this database. The demonstration needs an empty one.")
    people = load_people(at=at)
    workstreams = load_plan(people=people, at=at)
    kpis = load_kpis(workstreams=workstreams, by=people["data"], at=at)
    load_baselines(kpis=kpis, by=people["data"], at=at)
    load_figures(kpis=kpis, by=people["data"], at=at)
    load_imports(people=people, at=at)
    load_monthly(kpis=kpis, by=people["data"], at=at)
    load_exceptions(at=at)
    load_published(by=people["data"], confirmed_by=people["finance"], at=at)
    load_savings(people=people, workstreams=workstreams, at=at)
    load_double_counting(people=people, at=at)
    load_position(people=people, at=at)
    load_bridge(people=people, at=at)
    load_dsg_plan(people=people, at=at)
    load_topups(people=people, at=at)
    load_demo_pages(by=people["editor"], at=at)
    load_voices(people=people, workstreams=workstreams, at=at)
    load_neighbourhoods()
    load_crowd(people=people, workstreams=workstreams, at=at)
    load_last_year(people=people, workstreams=workstreams, at=at)
    load_bands()
    load_measures(people=people, workstreams=workstreams, at=at)
    load_local_offer(people=people, workstreams=workstreams, at=at)
    load_listings(people=people, at=at)
    load_privacy_record(by=people["administrator"], at=at)
