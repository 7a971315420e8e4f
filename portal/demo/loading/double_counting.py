"""Two of the demonstration's initiatives that would count the same money: invented, and said to be so."""

from decimal import Decimal

from django.utils import timezone

from kpis.domain.savings import months_of, year_of
from kpis.savings import actions
from kpis.savings.models import Initiative

MONTHLY = Decimal(60_000)
IN_ORDER = {
    "LP-S1": "A place near home ends the independent place altogether, so it comes first (illustrative).",
    "CT-S2": "A partner's share is of what is still spent on these places (illustrative).",
}


def load_double_counting(*, people, at):
    """A group with its base for the current financial year; LP-S1 comes first, CT-S2 counts what that leaves."""
    finance, year = people["finance"], year_of(timezone.localdate(at))
    group = actions.add_group(
        name="Independent places of children with health needs",
        what_is_shared=(
            "Ending an independent place and sharing its cost with health save the same money. "
            "What is spent on these places can be saved once."
        ),
        basis="budget",
        funding_scope="High Needs Block",
        source="The demonstration (illustrative)",
        amounts=dict.fromkeys(months_of(year), MONTHLY),
        by=finance,
        at=at,
    )
    for position, (code, reason) in enumerate(IN_ORDER.items(), 1):
        initiative = Initiative.objects.get(code=code)
        actions.join_group(
            group=group, initiative=initiative, position=position, reason=reason, by=finance, at=at
        )
