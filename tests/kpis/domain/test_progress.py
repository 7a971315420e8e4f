from decimal import Decimal

import pytest

from kpis.domain.progress import NoDistanceToTarget, Progress, describe_progress


def progress(baseline, target, actual):
    return Progress(Decimal(baseline), Decimal(target), Decimal(actual))


@pytest.mark.parametrize(
    ("case", "achieved"),
    [
        (("75", "95", "85"), "0.5"),
        (("75", "95", "95"), "1"),
        (("75", "95", "75"), "0"),
        (("75", "95", "105"), "1.5"),
        (("75", "95", "65"), "-0.5"),
        (("32", "16", "28"), "0.25"),
        (("-4", "0", "-3"), "0.25"),
    ],
)
def test_progress_is_the_share_of_the_planned_change_and_not_clipped(case, achieved):
    assert progress(*case).achieved == Decimal(achieved)


def test_no_planned_change_has_no_share():
    with pytest.raises(NoDistanceToTarget, match="both 90"):
        _ = progress("90", "90", "91").achieved


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (("0", "100", "62"), "62% of the planned change"),
        (("0", "100", "100"), "100% of the planned change"),
        (("0", "100", "99.9"), "99% of the planned change"),
        (("0", "100", "0.4"), "less than 1% of the planned change"),
        (("0", "100", "0"), "none of the planned change"),
        (("0", "100", "124"), "124% of the planned change"),
        (("0", "1", "1234"), "123,400% of the planned change"),
        (("0", "100", "-20"), "moved the wrong way, by 20% of the planned change"),
        (("0", "100", "-0.1"), "moved the wrong way, by less than 1% of the planned change"),
        (("90", "90", "95"), "hold"),
    ],
)
def test_progress_in_words(case, words):
    assert describe_progress(progress(*case)) == words
