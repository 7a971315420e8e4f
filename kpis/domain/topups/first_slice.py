"""The first slice of extra support, which a mainstream school pays from its notional SEN budget."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

# Rule of the funding arrangements in 2019/20, as Kingston's Board paper of 14 November 2019 states it.
FIRST_SLICE_GBP = Decimal(6_000)


@dataclass(frozen=True, slots=True)
class FirstSlice:
    """A setting's top-ups by whether it has shown what it spends first. Each tuple holds references, in order."""

    shown: tuple[str, ...]
    shown_less: tuple[str, ...]
    not_shown: tuple[str, ...]

    @property
    def top_ups(self) -> int:
        return len(self.shown) + len(self.shown_less) + len(self.not_shown)


def first_slice(
    references: Iterable[str], shown_gbp: Mapping[str, Decimal], *, needed: Decimal = FIRST_SLICE_GBP
) -> FirstSlice:
    """Which of these top-ups the setting has shown the whole slice for, a part of it, and nothing yet."""
    ordered = sorted(set(references))
    return FirstSlice(
        shown=tuple(r for r in ordered if shown_gbp.get(r, Decimal(-1)) >= needed),
        shown_less=tuple(r for r in ordered if r in shown_gbp and shown_gbp[r] < needed),
        not_shown=tuple(r for r in ordered if r not in shown_gbp),
    )
