"""What the data officer's pages read."""

from kpis.figures.models import Kpi, KpiDefinition
from kpis.figures.queries.record import records_at

SET_BY_THE_ACTION = {"id", "kpi", "version", "reason", "set_by", "set_at", "counts_from"}


def definition_list(*, at) -> dict:
    """Workstream -> records of its current KPIs, in order."""
    groups: dict = {}
    for record in records_at(Kpi.objects.current().select_related("workstream").in_order(), at):
        groups.setdefault(record.kpi.workstream, []).append(record)
    return groups


def latest_definition(kpi: Kpi) -> KpiDefinition | None:
    return kpi.definitions.order_by("-version").first()


def copy_of_latest(kpi: Kpi) -> KpiDefinition:
    """A new, unsaved definition that says what the latest one says: where the next version starts."""
    latest = latest_definition(kpi)
    if latest is None:
        return KpiDefinition(kpi=kpi)
    names = [f.attname for f in KpiDefinition._meta.concrete_fields if f.name not in SET_BY_THE_ACTION]
    return KpiDefinition(kpi=kpi, **{name: getattr(latest, name) for name in names})


def other_kpis(kpi: Kpi) -> list[tuple[str, str]]:
    """(code, code and name) of the KPIs that may guard this one."""
    rows = KpiDefinition.objects.exclude(kpi=kpi).filter(kpi__retired_on__isnull=True)
    rows = rows.order_by("kpi__code", "-version").distinct("kpi__code")
    return [(code, f"{code}: {name}") for code, name in rows.values_list("kpi__code", "name")]
