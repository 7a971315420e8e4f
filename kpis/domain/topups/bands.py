"""What another table of bands would cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from .stays import Stay


@dataclass(frozen=True, slots=True)
class BandChange:
    """What a setting's top-ups cost in the year now and with the other table; pence, exact.

    `left_as_they_are`: references whose band the other table does not have; they cost what they cost now.
    """

    top_ups: int
    now: Fraction
    then: Fraction
    left_as_they_are: tuple[str, ...]

    @property
    def more(self) -> Fraction:
        return self.then - self.now


def change_of_bands(stays: Iterable[Stay], *, values: Mapping[str, int], year: int) -> dict[str, BandChange]:
    """By setting, in order of their names: its top-ups at the pence a year that `values` gives for each band."""
    settings: dict[str, list[Stay]] = {}
    for stay in stays:
        if stay.days_in(year):
            settings.setdefault(stay.setting, []).append(stay)
    return {setting: _change(settings[setting], values, year) for setting in sorted(settings)}


def _change(stays: list[Stay], values: Mapping[str, int], year: int) -> BandChange:
    return BandChange(
        top_ups=len({stay.reference for stay in stays}),
        now=sum((stay.cost_in(year) for stay in stays), Fraction(0)),
        then=sum((stay.cost_in(year, annual_pence=values.get(stay.band)) for stay in stays), Fraction(0)),
        left_as_they_are=tuple(sorted({stay.reference for stay in stays if stay.band not in values})),
    )
