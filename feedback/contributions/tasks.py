"""What the clocks do by themselves: each task calls one action, and may be run twice."""

from celery import shared_task
from django.utils import timezone

from feedback.contributions import actions


@shared_task
def remind_safeguarding_leads():
    actions.remind_safeguarding_leads(at=timezone.now())


@shared_task
def remind_of_what_is_due():
    actions.remind_of_what_is_due(at=timezone.now())


@shared_task
def forget_what_is_due():
    actions.forget_what_is_due(at=timezone.now())


@shared_task
def ask_outcomes():
    actions.ask_outcomes(at=timezone.now())


@shared_task
def publish_reach():
    actions.publish_reach(at=timezone.now())


@shared_task
def keep_the_year():
    actions.keep_the_year(at=timezone.now())


@shared_task
def remind_of_promises():
    actions.remind_of_promises(at=timezone.now())


@shared_task
def fill_measures():
    actions.fill_measures(at=timezone.now())
