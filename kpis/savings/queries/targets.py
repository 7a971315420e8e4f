"""Targets and thresholds with the versions before them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from kpis.savings.models import SavingsRules, SavingsTarget, SavingsTargetShare


@dataclass(frozen=True, slots=True)
class TargetYear:
    """A financial year with its target and the versions it replaced, latest first."""

    target: SavingsTarget
    earlier: tuple[SavingsTarget, ...]


def target_years() -> list[TargetYear]:
    """Every year that has a target, the latest year first."""
    by_year: dict[int, list[SavingsTarget]] = {}
    for target in _with_shares(SavingsTarget.objects.latest_first()):
        by_year.setdefault(target.financial_year, []).append(target)
    return [TargetYear(latest, tuple(earlier)) for latest, *earlier in by_year.values()]


def latest_target(year: int) -> SavingsTarget | None:
    """The year's target with its shares; None before the first."""
    return _with_shares(SavingsTarget.objects.filter(financial_year=year).latest_first()).first()


def rules_versions() -> Iterable[SavingsRules]:
    return SavingsRules.objects.select_related("set_by").order_by("-version")


def latest_rules() -> SavingsRules | None:
    """The thresholds in force; None while the usual ones hold."""
    return rules_versions().first()


def _with_shares(targets):
    shares = SavingsTargetShare.objects.select_related("workstream").order_by("workstream__position", "id")
    return targets.select_related("set_by").prefetch_related(Prefetch("shares", queryset=shares))
