"""The Celery application; its settings are the CELERY_* names in settings.py."""

import gc
import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import worker_before_create_process

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_before_create_process.connect
def keep_what_is_loaded_shared(**_):
    """A worker's processes go on sharing the memory of what was loaded before they began.

    The collector would write to every object it looks at, and each process would soon have a copy of its own.
    """
    gc.collect()
    gc.freeze()


EVERY_HALF_MINUTE = {"schedule": 30.0, "options": {"expires": 25}}  # a late one is dropped: the next is due

app.conf.beat_schedule = {
    "heartbeat": {"task": "portal.runtime.tasks.beat", "schedule": 10.0},
    "send-outbox": {"task": "portal.accounts.tasks.send_outbox", **EVERY_HALF_MINUTE},
    "sweep-kpi-runs": {"task": "kpis.figures.tasks.sweep", **EVERY_HALF_MINUTE},
    "sweep-imports": {"task": "kpis.figures.tasks.sweep_imports", **EVERY_HALF_MINUTE},
    "sweep-savings-runs": {"task": "kpis.savings.tasks.sweep", **EVERY_HALF_MINUTE},
    "sweep-listing-imports": {"task": "portal.local_offer.tasks.sweep_imports", **EVERY_HALF_MINUTE},
    "publish-scheduled-pages": {
        "task": "portal.local_offer.tasks.publish_scheduled",
        "schedule": crontab(minute="*/5"),
    },
    "remind-of-checks": {
        "task": "portal.local_offer.tasks.remind_of_checks",
        "schedule": crontab(hour=7, minute=20),
    },
    "fill-offer-measures": {  # each morning: the month is counted on its first day also where one was missed
        "task": "portal.local_offer.tasks.fill_offer_measures",
        "schedule": crontab(hour=4, minute=40),
    },
    "remind-safeguarding-leads": {
        "task": "feedback.contributions.tasks.remind_safeguarding_leads",
        "schedule": crontab(minute="*/5"),
    },
    "ask-outcomes": {
        "task": "feedback.contributions.tasks.ask_outcomes",
        "schedule": crontab(hour=3, minute=0),
    },
    "forget-what-is-due": {
        "task": "feedback.contributions.tasks.forget_what_is_due",
        "schedule": crontab(hour=3, minute=30),
    },
    "keep-the-year": {  # every hour: the record appears on its day also where the night was missed
        "task": "feedback.contributions.tasks.keep_the_year",
        "schedule": crontab(minute=20),
    },
    "remind-of-promises": {
        "task": "feedback.contributions.tasks.remind_of_promises",
        "schedule": crontab(hour=7, minute=10),
    },
    "remind-of-what-is-due": {
        "task": "feedback.contributions.tasks.remind_of_what_is_due",
        "schedule": crontab(hour=7, minute=0),
    },
    "remind-finance": {  # on every working day, and each person once a week
        "task": "kpis.savings.tasks.remind_finance",
        "schedule": crontab(hour=7, minute=25, day_of_week="mon-fri"),
    },
    "remind-of-figures": {"task": "kpis.figures.tasks.remind", "schedule": crontab(hour=7, minute=20)},
    "publish-reach": {
        "task": "feedback.contributions.tasks.publish_reach",
        "schedule": crontab(hour=4, minute=0),
    },
    "fill-measures": {
        "task": "feedback.contributions.tasks.fill_measures",
        "schedule": crontab(hour=4, minute=30),
    },
    "recompute-kpis": {"task": "kpis.figures.tasks.recompute_nightly", "schedule": crontab(hour=2, minute=0)},
    "recompute-savings": {
        "task": "kpis.savings.tasks.recompute_all_savings",
        "schedule": crontab(hour=2, minute=10),
    },
}
