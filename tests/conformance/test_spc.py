"""Our SPC against two NHS implementations: every case, every flag of every point.

No case is named. Where a point lies exactly on the mean or a limit, or a target on a limit, we decide exactly and
they by how their floating point happened to round; a difference in such a stretch, and no other, is theirs.
"""

from collections.abc import Callable
from decimal import Decimal

import pytest

from kpis.domain.spc import Assurance, Limits, Point, Spc, Variation, analyse

from . import oracle

pytestmark = pytest.mark.skipif(
    not oracle.FOLDER.is_dir(), reason=f"no oracle at {oracle.FOLDER}; SPC_ORACLE names the folder"
)

NEAR = Decimal("1e-9")
MOST_SHOWN = 60


def is_same(ours: Decimal, theirs: Decimal) -> bool:
    return abs(ours - theirs) <= NEAR * max(abs(ours), abs(theirs))


def is_tie(ours: Decimal, bound: Decimal) -> bool:
    """Equal as far as floating point can tell, near nought too."""
    return abs(ours - bound) <= NEAR * max(abs(bound), Decimal(1))


def bounds_of(limits: Limits) -> list[Decimal]:
    """Whatever a point of this part is compared with: the mean, the limits and the near limits."""
    if limits.upper is None:
        return [] if limits.mean is None else [limits.mean]
    width = limits.upper - limits.mean
    return [limits.mean + width * share for share in (0, -1, 1, Decimal(-2) / 3, Decimal(2) / 3)]


def decided_by_rounding(spc: Spc) -> set[Limits]:
    """The parts in which a point lies on one of its bounds: their runs hang on how that was rounded."""
    return {
        point.limits
        for point in spc.points
        if point.value is not None and any(is_tie(point.value, bound) for bound in bounds_of(point.limits))
    }


def limit_differences(place: int, limits: Limits, theirs: dict[str, str]) -> list[str]:
    problems = []
    for name, ours in (("mean", limits.mean), ("lpl", limits.lower), ("upl", limits.upper)):
        if (ours is None) != (theirs[name] == "") or (
            ours is not None and not is_same(ours, Decimal(theirs[name]))
        ):
            problems.append(f"point {place}: {name} is {ours}, not {theirs[name]}")
    return problems


def assurance_differences(spc: Spc, expected: Assurance | None) -> list[str]:
    last = spc.last
    if spc.assurance == expected:
        return []
    if last and last.target is not None and any(is_tie(last.target, b) for b in bounds_of(last.limits)[1:3]):
        return []
    return [f"assurance is {spc.assurance}, not {expected}"]


def differences(cases: list[oracle.Case], of: Callable[[oracle.Case, Spc], list[str]]) -> list[str]:
    return [
        f"{case.name}: {problem}"
        for case in cases
        for problem in of(case, analyse(case.observed, case.method))
    ]


def nothing_differs(problems: list[str]):
    assert not problems, "\n".join([f"{len(problems)} differences", *problems[:MOST_SHOWN]])


# ---- NHS England ----

ICONS = {
    "Common Cause": Variation.COMMON_CAUSE,
    "Improvement (High)": Variation.IMPROVEMENT_HIGH,
    "Improvement (Low)": Variation.IMPROVEMENT_LOW,
    "Concern (High)": Variation.CONCERN_HIGH,
    "Concern (Low)": Variation.CONCERN_LOW,
    "Neither (High)": Variation.NEUTRAL_HIGH,
    "Neither (Low)": Variation.NEUTRAL_LOW,
    "": None,
}
MEETS = {"Pass": Assurance.PASSES, "Fail": Assurance.FAILS, "Hit or Miss": Assurance.HIT_OR_MISS, "": None}


def flags_of(point: Point) -> dict[str, bool]:
    return {
        "above_upl": point.above_limit,
        "below_lpl": point.below_limit,
        "shift_above": point.shift_above,
        "shift_below": point.shift_below,
        "trend_up": point.trend_up,
        "trend_down": point.trend_down,
        "two_three_above": point.two_of_three_above,
        "two_three_below": point.two_of_three_below,
        "improvement": point.signal == "improvement",
        "concern": point.signal == "concern",
        "neither": point.signal in ("neutral_high", "neutral_low"),
        "conflict": point.is_conflict,
    }


def from_nhs_england(case: oracle.Case, spc: Spc) -> list[str]:
    by_rounding, problems = decided_by_rounding(spc), []
    for place, (point, theirs) in enumerate(zip(spc.points, case.points, strict=True)):
        problems += limit_differences(place, point.limits, theirs)
        wrong = [name for name, is_set in flags_of(point).items() if is_set != (theirs[name] == "1")]
        if wrong and point.limits not in by_rounding:
            problems.append(f"point {place}: {', '.join(wrong)}")
    icon = ICONS[case.summary["variation_icon"]]
    if spc.variation != icon and spc.last.limits not in by_rounding:
        problems.append(f"variation is {spc.variation}, not {icon}")
    if spc.counted != int(case.summary["non_ghost_points"]):
        problems.append(f"{spc.counted} points count, not {case.summary['non_ghost_points']}")
    return problems + assurance_differences(spc, MEETS[case.summary["assurance_icon"]])


def test_every_case_of_nhs_england_agrees():
    cases = oracle.nhs_england_cases()
    assert cases
    nothing_differs(differences(cases, from_nhs_england))


# ---- the R tool ----

CONSISTENT = {
    "consistent_pass": Assurance.PASSES,
    "consistent_fail": Assurance.FAILS,
    "inconsistent": Assurance.HIT_OR_MISS,
    "": None,
}


def kind_of(variation: Variation) -> str:
    """The icon as the R tool words it: its improvement and concern do not say which way."""
    kind = str(variation)
    return kind if kind.startswith("neutral") else kind.removesuffix("_high").removesuffix("_low")


def from_the_r_tool(case: oracle.Case, spc: Spc) -> list[str]:
    by_rounding, problems = decided_by_rounding(spc), []
    for place, (point, theirs) in enumerate(zip(spc.points, case.points, strict=True)):
        problems += limit_differences(place, point.limits, theirs)
        if point.limits not in by_rounding:
            problems += [f"point {place}: {problem}" for problem in point_differences(point, theirs)]
    expected = case.summary["variation_type"].removeprefix("special_cause_")
    if kind_of(spc.variation) != expected and spc.points[-1].limits not in by_rounding:
        problems.append(f"variation is {spc.variation}, not {expected}")
    return problems + assurance_differences(spc, CONSISTENT[case.summary["assurance_type"]])


def point_differences(point: Point, theirs: dict[str, str]) -> list[str]:
    """A column that the R tool leaves blank, for want of a value or of limits, says nothing."""
    ours = {
        "outside_limits": str(int(point.above_limit or point.below_limit)),
        "relative_to_mean": str(point.side),
        "special_cause_type": point.rule or "Common Cause",
        "point_type": str(point.signal) if point.is_counted else "common_cause",
    }
    return [
        f"{name} is {word}, not {theirs[name]}"
        for name, word in ours.items()
        if theirs[name] and word != theirs[name].removeprefix("special_cause_")
    ]


def test_every_case_of_the_r_tool_agrees():
    cases = [case for case in oracle.nhsr_cases() if case.summary["status"] == "ok"]
    assert cases
    nothing_differs(differences(cases, from_the_r_tool))


def test_a_series_that_stops_the_r_tool_does_not_stop_ours():
    stopped = [case for case in oracle.nhsr_cases() if case.summary["status"] != "ok"]
    for case in stopped:
        spc = analyse(case.observed, case.method)
        assert spc.counted == sum(value is not None for value in case.observed.values), case.name
        assert spc.variation is not None, case.name
