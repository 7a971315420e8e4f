"""Kingston's High Needs Block: what the paper and published files state, and what is marked illustrative."""

import tomllib
from decimal import Decimal

from django.utils import timezone

from kpis.domain.block import AmountUnit
from kpis.domain.savings import year_of
from kpis.position import actions
from kpis.position.actions import AmountLine
from kpis.position.models import Balance
from kpis.published.models import Area
from portal.demo.loading.figures import DATA, known_at

TOLD = ("opening_gbp", "in_year_gbp", "closing_gbp", "dsg_gbp", "in_year_share", "closing_share", "share_of")


def load_position(*, people, at):
    """Scopes, statements, balances and the illustrative rest. Needs the areas of `load_published`."""
    facts = tomllib.loads((DATA / "position.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    who = {"by": people["finance"], "at": at}
    area = Area.objects.get(is_ours=True)
    scopes = {scope.pop("key"): actions.add_scope(**scope, **who) for scope in facts["scopes"]}
    for statement in facts["statements"]:
        _load_statement(statement, area, scopes, who)
    for balance in facts["balances"]:
        _load_balance(balance, area, who)
    _load_reconciliation(facts["reconciliation"], who)
    _load_transfers(facts["limit"], facts["transfer"], who)
    _load_joint_funding(facts["joint_funding"], people, who)
    _load_unmitigated(facts["unmitigated"], who)


def _load_statement(told: dict, area: Area, scopes: dict, who: dict):
    per_whom = told.get("per_whom", "")
    actions.record_statement(
        area=area,
        financial_year=told["year"],
        basis=told["basis"],
        scope=scopes[told["scope"]],
        coverage=told["coverage"],
        unit=AmountUnit.POUNDS_PER_HEAD if per_whom else AmountUnit.POUNDS,
        per_whom=per_whom,
        amounts=[_amount(line) for line in told["lines"]],
        source=told["source"],
        note=told.get("note", ""),
        known_from=known_at(told["known_from"], at=who["at"]),
        **who,
    )


def _amount(told: dict) -> AmountLine:
    counted = {name: told[name] for name in ("volume", "volume_words") if name in told}
    return AmountLine(line=told["line"], label=told["label"], amount_gbp=Decimal(told["amount"]), **counted)


def _load_balance(told: dict, area: Area, who: dict):
    actions.record_balance(
        area=area,
        financial_year=told["year"],
        fund=told["fund"],
        basis="outturn",
        source=told["source"],
        note=told.get("note", ""),
        known_from=known_at(told["known_from"], at=who["at"]),
        **{name: told[name] for name in TOLD if name in told},
        **who,
    )


def _load_reconciliation(told: dict, who: dict):
    stated = Balance.objects.filter(closing_gbp__isnull=False)
    actions.reconcile(
        reference=stated.exclude(source__startswith="Illustrative").get(),
        other=stated.get(source__startswith="Illustrative"),
        differences=[(words, Decimal(amount)) for words, amount in told["differences"]],
        source=told["source"],
        note=told["note"],
        **who,
    )


def _load_transfers(limit: dict, transfer: dict, who: dict):
    actions.set_transfer_limit(financial_year=limit.pop("year"), **limit, **who)
    actions.record_transfer(
        financial_year=transfer.pop("year"),
        effects=[(school, Decimal(effect)) for school, effect in transfer.pop("effects")],
        **transfer,
        **who,
    )


def _load_joint_funding(told: dict, people, who: dict):
    actions.record_joint_funding(
        financial_year=told.pop("year"), owner=people["lead.commercial"], **told, **who
    )


def _load_unmitigated(told: dict, who: dict):
    """Five years from the one the demonstration is loaded in, so that they meet its savings register."""
    first = year_of(timezone.localdate(who["at"]))
    amounts = enumerate(told.pop("in_years"), start=first)
    years = {year: (Decimal(amount), "Illustrative") for year, amount in amounts}
    actions.record_unmitigated(years=years, **told, **who)
