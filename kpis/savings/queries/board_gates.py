"""What the Board reads of gates: who signed which screening, what runs without evidence, what waits for finance."""

from dataclasses import dataclass
from datetime import datetime

from kpis.domain.savings import Stage
from kpis.savings.models import DeliveredAmount, Initiative, Screening
from kpis.savings.queries.gates import gates_of, with_gates


@dataclass(frozen=True, slots=True)
class OpenGate:
    """An open exception: an initiative at a stage whose gate is not evidenced, since when, and what is missing."""

    initiative: Initiative
    stage: Stage
    since: datetime
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoardGates:
    """`screenings` are the last of each initiative that was not stopped, latest first."""

    exceptions: tuple[OpenGate, ...]
    screenings: tuple[Screening, ...]
    waiting: int

    @property
    def is_empty(self) -> bool:
        return not (self.exceptions or self.screenings or self.waiting)


def board_gates(*, at: datetime | None = None) -> BoardGates:
    """As on record at the moment; None is now. One query while there is no initiative, else four."""
    known = Initiative.objects.known_at(at)
    if not known.exists():
        return BoardGates((), (), 0)
    initiatives = list(with_gates(known.select_related("workstream", "owner"), at).in_order())
    running = {i.pk for i in initiatives if i.stage != Stage.STOPPED}
    return BoardGates(
        exceptions=tuple(_open(initiatives)),
        screenings=tuple(_screenings(running, at)),
        waiting=DeliveredAmount.objects.waiting_at(at).count(),
    )


def _open(initiatives: list[Initiative]):
    for initiative in initiatives:
        gates = gates_of(initiative)
        if gates.missing:
            yield OpenGate(initiative, gates.stage, initiative.stage_since, gates.missing)


def _screenings(running: set[int], at: datetime | None) -> list[Screening]:
    last = Screening.objects.known_at(at).filter(initiative__in=running).distinct("initiative_id")
    found = last.select_related("initiative__workstream", "initiative__owner", "signed_by")
    return sorted(found, key=lambda screening: (screening.signed_at, screening.pk), reverse=True)
