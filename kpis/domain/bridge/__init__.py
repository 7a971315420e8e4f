"""What changed a cost: price, volume and mix, in exact arithmetic.

Two statements are compared, each over the same categories `i` with a volume `v` (plans, places) and a cost
`c` in whole pence: 0 is the earlier one, the budget or ourselves; 1 the later one, the outturn or the comparator.
With p = c/v, and over the categories with v0 > 0 alone: V0 = sum of v0, V1 = sum of v1, P0 = sum of c0 / V0.

volume          (V1 - V0) x P0                  more or fewer of them, at the mean price of before
mix             sum(v1 x p0) - V1 x P0          the same number, in dearer or cheaper categories
price           sum(v1 x (p1 - p0))             the same number in the same places, each at another price
new             sum of c1 where v0 = 0, v1 > 0  what had none before, so that there is no price to compare with
without places  c1 where v1 = 0, less c0 where v0 = 0: cost that no place explains

A category that is gone (v1 = 0) falls into volume and mix. A volume that is not known, in one of the two or in
both, is not nought: what the category's cost changed by is cost without places. Where V0 = 0 there is no P0;
volume, mix and price are nought. The five parts are fractions that add up to C1 - C0 exactly; in whole pence
they are rounded by largest remainder, so that they add up to it again.

Worked example: 142 plans for £6,700,000, then 145 for £9,780,000. Volume 3 x £6,700,000/142 = £141,549.30;
price £2,938,450.70; together £3,080,000.
"""

from .arithmetic import PARTS, Bridge, BridgeError, Category, NotAVolume, Part, bridge
from .telling import in_words
from .warnings import Side, warnings_about

__all__ = [
    "PARTS",
    "Bridge",
    "BridgeError",
    "Category",
    "NotAVolume",
    "Part",
    "Side",
    "bridge",
    "in_words",
    "warnings_about",
]
