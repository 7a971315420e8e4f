"""The Celery application; its settings are the CELERY_* names in settings.py."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

EVERY_HALF_MINUTE = {"schedule": 30.0, "options": {"expires": 25}}  # a late one is dropped: the next is due

app.conf.beat_schedule = {
    "heartbeat": {"task": "portal.runtime.tasks.beat", "schedule": 10.0},
    "send-outbox": {"task": "portal.accounts.tasks.send_outbox", **EVERY_HALF_MINUTE},
    "sweep-kpi-runs": {"task": "kpis.figures.tasks.sweep", **EVERY_HALF_MINUTE},
    "sweep-savings-runs": {"task": "kpis.savings.tasks.sweep", **EVERY_HALF_MINUTE},
    "publish-scheduled-pages": {
        "task": "portal.local_offer.tasks.publish_scheduled",
        "schedule": crontab(minute="*/5"),
    },
    "recompute-kpis": {"task": "kpis.figures.tasks.recompute_nightly", "schedule": crontab(hour=2, minute=0)},
    "recompute-savings": {
        "task": "kpis.savings.tasks.recompute_all_savings",
        "schedule": crontab(hour=2, minute=10),
    },
}
