"""The kinds of record that finance keeps: what each is called, its form, and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.utils import timezone

from kpis.position import actions, forms, queries
from kpis.position.actions.refusals import NoOwnArea
from kpis.position.models import (
    Balance,
    BlockTransfer,
    JointFunding,
    Reconciliation,
    Statement,
    TransferLimit,
    UnmitigatedLine,
)


def _our_area() -> dict:
    area = queries.own_area()
    if area is None:
        raise NoOwnArea("Say first which area is the partnership's own; the administrator sets it.")
    return {"area": area}


def _nothing() -> dict:
    return {}


def _owners() -> dict:
    return {"owners": get_user_model().objects.filter(is_active=True).order_by("first_name", "email")}


def _current_balances() -> dict:
    known = Balance.objects.known_at(timezone.now()).filter(area__is_ours=True, closing_gbp__isnull=False)
    return {"balances": known.order_by("-financial_year", "fund", "id")}


@dataclass(frozen=True, slots=True)
class Kind:
    """`given` is what the action needs beyond the form, `offered` what the form needs to offer choices.

    `starts_from_published` says that a first record may begin with published values.
    """

    what: str
    lede: str
    model: type
    form: type[forms.RecordForm]
    action: Callable
    given: Callable[[], dict] = _nothing
    offered: Callable[[], dict] = _nothing
    starts_from_published: bool = False

    def rows(self):
        """What may be corrected: records of our own area; others have none."""
        if self.model in (Statement, Balance):
            return self.model.objects.filter(area__is_ours=True)
        if self.model is Reconciliation:
            return self.model.objects.filter(reference__area__is_ours=True)
        return self.model.objects.all()


KINDS = {
    "statement": Kind(
        "amounts of the block",
        "One year, one basis and one funding scope. Give the lines and not their total: it is worked out.",
        Statement,
        forms.StatementForm,
        actions.record_statement,
        given=_our_area,
        starts_from_published=True,
    ),
    "balance": Kind(
        "a balance",
        "What one source states for the end of a financial year. Leave empty what it does not state.",
        Balance,
        forms.BalanceForm,
        actions.record_balance,
        given=_our_area,
    ),
    "reconciliation": Kind(
        "what explains a difference",
        "Two sources state a balance of the same fund and year. What is left after the explained differences is "
        "worked out and shown.",
        Reconciliation,
        forms.ReconciliationForm,
        actions.reconcile,
        offered=_current_balances,
    ),
    "transfer": Kind(
        "a transfer between blocks",
        "Money moved from the Schools Block, asked for or made, with what it does to each school.",
        BlockTransfer,
        forms.TransferForm,
        actions.record_transfer,
    ),
    "limit": Kind(
        "the limit of transfers",
        "How much of the Schools Block may be moved, from a financial year on and until a later limit.",
        TransferLimit,
        forms.LimitForm,
        actions.set_transfer_limit,
    ),
    "joint-funding": Kind(
        "joint funding",
        "Totals and counts only. Nothing here may name or describe a child or young person.",
        JointFunding,
        forms.JointFundingForm,
        actions.record_joint_funding,
        offered=_owners,
    ),
    "unmitigated": Kind(
        "the position without savings",
        "The in-year balance of five years if none of the initiatives in the register saved anything.",
        UnmitigatedLine,
        forms.UnmitigatedForm,
        actions.record_unmitigated,
    ),
}
