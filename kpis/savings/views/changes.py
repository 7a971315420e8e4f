"""What every change to savings has in common: a refusal in words, and a recompute afterwards."""

from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.utils import timezone

from kpis.domain.savings import SavingsError
from kpis.savings import actions, tasks


def accepted(form, change: Callable[[], object]) -> bool:
    """Whether the action did it; what it refuses stands at the top of the form."""
    try:
        change()
    except SavingsError as refused:
        form.add_error(None, str(refused))
        return False
    return True


def recompute_everything(request, why: str):
    """A run over all years. Should the queue be out of reach, the run's row is there for the sweep to pick up."""
    run = actions.open_savings_run(why=why, by_id=request.user.pk, at=timezone.now())
    transaction.on_commit(partial(tasks.share_out.delay, run_id=run.pk), robust=True)
    return run
