"""Price, volume and mix against sums done by hand, an oracle that knows nothing of the code, and properties."""

from decimal import Decimal
from fractions import Fraction as F

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.domain.bridge import PARTS, Category, NotAVolume, Side, bridge, in_words, warnings_about
from kpis.domain.rounding import NotRoundable, largest_remainder

VOLUME, MIX, PRICE, NEW, WITHOUT = PARTS
CASES = 100_000


def table(*rows):
    """Rows of (volume before, cost before, volume after, cost after), costs in pence."""
    return bridge(Category(f"Category {n}", *row) for n, row in enumerate(rows))


def pence(*rows):
    built = table(*rows).pence
    return tuple(built[part] for part in PARTS)


def test_the_check_of_the_arithmetic():
    built = table((142, 670_000_000, 145, 978_000_000))
    assert built.exact[VOLUME] == F(3) * F(670_000_000, 142)
    assert round(Decimal(built.pence[VOLUME]) / 100) == 141_549
    assert round(Decimal(built.pence[PRICE]) / 100) == 2_938_451
    assert built.pence[VOLUME] + built.pence[PRICE] == built.change == 308_000_000
    assert built.pence[MIX] == built.pence[NEW] == built.pence[WITHOUT] == 0


# Every expected row is worked out by hand: volume, mix, price, new, without places.
BY_HAND = {
    "only the price moved": ([(10, 1_000, 10, 1_500)], (0, 0, 500, 0, 0)),
    "only the number moved": ([(10, 1_000, 12, 1_200)], (200, 0, 0, 0, 0)),
    # V0 = 20, C0 = 3000, P0 = 150; v1 at old prices = 5x100 + 15x200 = 3500
    "only the mix moved": ([(10, 1_000, 5, 500), (10, 2_000, 15, 3_000)], (0, 500, 0, 0, 0)),
    # P0 = 150; V1 = 22: volume 300; at old prices 12x100 + 10x200 = 3200, mix 3200 - 3300; price 3700 - 3200
    "all three at once": ([(10, 1_000, 12, 1_200), (10, 2_000, 10, 2_500)], (300, -100, 500, 0, 0)),
    "a new category": ([(10, 1_000, 10, 1_000), (0, 0, 3, 900)], (0, 0, 0, 900, 0)),
    # V1 = 10: volume (10-20) x 150 = -1500; mix 10x100 - 10x150 = -500
    "a category that is gone": ([(10, 1_000, 10, 1_000), (10, 2_000, 0, 0)], (-1_500, -500, 0, 0, 0)),
    "everything is gone": ([(10, 1_000, 0, 0)], (-1_000, 0, 0, 0, 0)),
    "nothing before": ([(0, 0, 4, 800), (0, 0, 1, 100)], (0, 0, 0, 900, 0)),
    "cost without places in both": ([(0, 300, 0, 500)], (0, 0, 0, 0, 200)),
    "cost without places before only": ([(0, 300, 0, 0)], (0, 0, 0, 0, -300)),
    # gone with a cost left: 1000 goes by volume, 50 stays without places
    "a cost left after the places": ([(10, 1_000, 0, 50)], (-1_000, 0, 0, 0, 50)),
    # a cost before the places: 70 goes, all of the later cost is new
    "a cost before the places": ([(0, 70, 2, 200)], (0, 0, 0, 200, -70)),
    "a negative correction after": ([(10, 1_000, 10, -100)], (0, 0, -1_100, 0, 0)),
    "a negative correction before": ([(10, -1_000, 12, 0)], (-200, 0, 1_200, 0, 0)),
    "a correction without places": ([(10, 1_000, 10, 1_000), (0, 0, 0, -40)], (0, 0, 0, 0, -40)),
    "places that cost nothing before": ([(10, 0, 20, 600)], (0, 0, 600, 0, 0)),
    "a number not known before": ([(None, 1_000, 10, 1_500), (1, 10, 1, 10)], (0, 0, 0, 0, 500)),
    "a number not known after": ([(10, 1_000, None, 1_500), (1, 10, 1, 10)], (0, 0, 0, 0, 500)),
    "nothing at all": ([], (0, 0, 0, 0, 0)),
    "noughts": ([(0, 0, 0, 0)], (0, 0, 0, 0, 0)),
}


@pytest.mark.parametrize(("rows", "expected"), BY_HAND.values(), ids=BY_HAND)
def test_the_parts_by_hand(rows, expected):
    assert pence(*rows) == expected


def oracle(rows):
    """The definition, read aloud: loops and sums over plain numbers, nothing of the code under test."""
    placed = [row for row in rows if row[0] > 0]
    v0 = sum((F(row[0]) for row in placed), F(0))
    v1 = sum((F(row[2]) for row in placed), F(0))
    mean = sum((F(row[1]) for row in placed), F(0)) / v0 if v0 else F(0)
    volume, mix, price, new, without = (v1 - v0) * mean, -v1 * mean, F(0), F(0), F(0)
    for before, cost_before, after, cost_after in rows:
        if before > 0:
            p0 = F(cost_before) / before
            mix += after * p0
            if after > 0:
                price += after * (F(cost_after) / after - p0)
        elif after > 0:
            new += cost_after
        if before == 0:
            without -= cost_before
        if after == 0:
            without += cost_after
    return [volume, mix, price, new, without]


def random_tables(seed, count):
    """So many tables of one to four categories: a third of the volumes nought, a tenth of the costs below it.

    Some costs are pennies and some hundreds of millions; all are whole pence.
    """
    dice = np.random.default_rng(seed)
    shape = (count, 4)

    def volumes():
        return np.where(dice.random(shape) < 1 / 3, 0, dice.integers(1, 2_000, shape)).tolist()

    def costs():
        sizes = 10 ** dice.integers(0, 11, shape)
        return (dice.integers(0, sizes) * np.where(dice.random(shape) < 0.1, -1, 1)).tolist()

    lengths = dice.integers(1, 5, count).tolist()
    columns = zip(volumes(), costs(), volumes(), costs(), strict=True)
    for length, four in zip(lengths, columns, strict=True):
        yield list(zip(*four, strict=True))[:length]


def test_a_hundred_thousand_random_bridges_add_up_to_the_penny():
    wrong = [
        rows
        for rows in random_tables(142_145, CASES)
        if sum(pence(*rows)) != sum(after - before for _, before, _, after in rows)
    ]
    assert wrong == []


def test_ten_thousand_of_them_agree_with_the_oracle():
    for rows in random_tables(2019, CASES // 10):
        built = table(*rows)
        assert [built.exact[part] for part in PARTS] == oracle(rows)
        assert all(abs(built.pence[part] - built.exact[part]) < 1 for part in PARTS)


costs = st.integers(-(10**12), 10**12)
volumes = st.one_of(st.just(0), st.integers(0, 5_000), st.fractions(0, 5_000, max_denominator=365))
rows = st.lists(st.tuples(volumes, costs, volumes, costs), max_size=8)


@given(rows)
def test_the_exact_parts_are_the_oracles_and_whole_pence_are_never_a_penny_off(given_rows):
    built = table(*given_rows)
    assert [built.exact[part] for part in PARTS] == oracle(given_rows)
    assert sum(built.pence.values()) == built.change == sum(row[3] - row[1] for row in given_rows)
    assert all(abs(built.pence[part] - built.exact[part]) < 1 for part in PARTS)


@given(rows, st.randoms())
def test_the_order_of_categories_does_not_matter(given_rows, dice):
    shuffled = dice.sample(given_rows, len(given_rows))
    assert table(*given_rows).exact == table(*shuffled).exact
    assert table(*given_rows).pence == table(*shuffled).pence


@given(st.tuples(st.integers(1, 500), costs, volumes, costs))
def test_one_category_alone_has_no_mix(row):
    assert table(row).exact[MIX] == 0


@given(rows)
def test_a_statement_compared_with_itself_has_no_parts(given_rows):
    same = [(v0, c0, v0, c0) for v0, c0, _, _ in given_rows]
    assert {**table(*same).exact, NEW: 0} == dict.fromkeys(PARTS, 0)


@pytest.mark.parametrize("row", [(-1, 0, 1, 0), (1, 0, F(-1, 2), 0)])
def test_a_number_below_nought_is_refused(row):
    with pytest.raises(NotAVolume, match="Category 0: a number of places cannot be below nought"):
        table(row)


def test_what_is_not_known_is_named():
    built = table((None, 100, 4, 200), (1, 1, 1, 1), (None, 0, None, 0))
    assert [category.name for category in built.uncounted] == ["Category 0"]


# ---- largest remainder ----


@pytest.mark.parametrize(
    ("parts", "total", "expected"),
    [
        ([F(1, 3), F(1, 3), F(1, 3)], 1, [1, 0, 0]),
        ([F(5, 2), F(5, 2)], 5, [3, 2]),
        ([F(14, 10), F(26, 10), F(30, 10)], 7, [1, 3, 3]),
        ([F(-1, 2), F(3, 2)], 1, [0, 1]),
        ([F(-5, 4), F(1, 4)], -1, [-1, 0]),
        ([F(4), F(-2)], 2, [4, -2]),
        ([F(9, 4), F(9, 4)], 5, [3, 2]),
        ([], 0, []),
    ],
    ids=["thirds", "halves", "by fraction", "below nought", "both", "whole", "to a rounded total", "none"],
)
def test_parts_are_rounded_to_their_total(parts, total, expected):
    assert largest_remainder(parts, total) == expected


@pytest.mark.parametrize(("parts", "total"), [([F(1)], 3), ([F(5, 2)], 1), ([], 1)])
def test_a_total_out_of_reach_is_refused(parts, total):
    with pytest.raises(NotRoundable):
        largest_remainder(parts, total)


@given(st.lists(st.fractions(-1_000, 1_000)))
def test_a_sum_that_is_whole_is_kept_and_no_part_moves_by_one(parts):
    parts.append(-sum(parts, F(0)))
    whole = largest_remainder(parts, 0)
    assert sum(whole) == 0
    assert all(abs(n - part) < 1 for n, part in zip(whole, parts, strict=True))


# ---- in words ----

SENTENCES = {
    "the published case": (
        [(142, 670_000_000, 145, 978_000_000)],
        "Cost rose by £3.08m: £0.14m because there were 3 more plans, £2.94m because each cost more.",
    ),
    "it fell, and something went the other way": (
        [(10, 200_000_000, 9, 207_000_000)],
        "Cost rose by £70,000: £270,000 because each cost more, "
        "offset by £200,000 because there was 1 fewer plan.",
    ),
    "below a million it is told in pounds": (
        [(10, 10_000_000, 8, 7_000_001)],
        "Cost fell by £30,000: £20,000 because there were 2 fewer plans, £10,000 because each cost less.",
    ),
    "small amounts are told to the penny": (
        [(3, 1_000, 4, 1_000)],
        "Cost did not change: £3.33 because there was 1 more plan, offset by £3.33 because each cost less.",
    ),
    "nothing changed": ([(3, 1_000, 3, 1_000)], "Cost did not change."),
    "dearer categories": (
        [(10, 100_000_00, 5, 50_000_00), (10, 200_000_00, 15, 300_000_00)],
        "Cost rose by £50,000: £50,000 because more of them were in dearer categories.",
    ),
    "new and without places": (
        [(1, 100_00, 1, 100_00), (0, 0, 2, 500_00), (0, 0, 0, 300_00)],
        "Cost rose by £800: £500 because of categories that had none before, "
        "£300 because more was spent beside which no number of places stands.",
    ),
    "halves of a place": (
        [(2, 200_00, F(5, 2), 250_00)],
        "Cost rose by £50.00: £50.00 because there were 0.5 more plans.",
    ),
}


@pytest.mark.parametrize(("rows", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_the_sentence(rows, sentence):
    told = in_words(table(*rows), before="2018/19", after="2021/22", is_later=True)
    assert told == sentence


def test_two_that_do_not_follow_one_another_are_named():
    told = in_words(
        table((10, 10_000_000, 10, 12_000_000)),
        before="Budget",
        after="Outturn",
        is_later=False,
        thing="place",
    )
    assert told == "Outturn is £20,000 more than Budget: £20,000 because each cost more."


def written(text):
    """An amount of a sentence in pence: £0.14m, £141,549 or £3.33."""
    number = Decimal(text.strip("£m:.,").replace(",", ""))
    return number * (100_000_000 if "m" in text else 100)


@given(rows)
def test_the_amounts_of_a_sentence_add_up_as_they_are_written(given_rows):
    told = in_words(table(*given_rows), before="", after="", is_later=True)
    opening, _, reasons = told.partition(": ")
    with_it, _, against = reasons.partition("offset by")
    change, *_ = [written(word) for word in opening.split() if word.startswith("£")] or [0]
    forth = sum(written(word) for word in with_it.split() if word.startswith("£"))
    back = sum(written(word) for word in against.split() if word.startswith("£"))
    assert not reasons or forth - back == change or abs(change) < 10_000


# ---- warnings ----

SPECIAL = "plans, January 2019 census, special schools only"
ALIKE = {"area": "Kingston", "year": "2018/19", "basis": "final outturn", "prices": "cash prices"}


def side(name="2018/19", **changes):
    return Side(name, **(ALIKE | changes))


def warned(before, after, *rows):
    return " ".join(warnings_about(before, after, table(*rows)))


def test_two_statements_alike_need_no_warning():
    assert warned(side(), side("Another")) == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"counts": (SPECIAL,), "not_stated": ("colleges", "academies")},
            "Which schools the money covers is not stated (2021/22): it may or may not include colleges or academies.",
        ),
        ({"counts": ("places over the year",)}, ""),
        (
            {"counts": (SPECIAL,)},
            "Places counted on one day stand beside the money of a whole financial year",
        ),
        ({"basis": "budget"}, "2018/19 is final outturn, 2021/22 is budget"),
        ({"area": "Sutton"}, "Kingston and Sutton keep accounts of their own"),
        ({"year": "2021/22"}, "inflation between 2018/19 and 2021/22 is part of the price"),
        ({"year": "2021/22", "prices": "constant prices of 2019/20"}, ""),
    ],
    ids=["coverage", "over the year", "on one day", "basis", "area", "inflation", "constant prices"],
)
def test_what_stands_in_the_way_of_believing_is_said(changes, words):
    found = warned(side(), side("2021/22", **changes))
    assert words in found if words else found == ""


def test_the_same_words_with_another_date_count_the_same():
    later = SPECIAL.replace("2019", "2022")
    assert "do not count the same" not in warned(side(counts=(SPECIAL,)), side("2021/22", counts=(later,)))
    wider = warned(
        side(counts=(SPECIAL,)), side("2021/22", counts=("plans, January 2022 census, all schools",))
    )
    assert f"The two numbers do not count the same: “{SPECIAL}” in 2018/19" in wider


def test_categories_without_a_number_are_named():
    assert "There is no number for Category 1" in warned(side(), side(), (1, 1, 1, 1), (None, 100, 3, 100))
