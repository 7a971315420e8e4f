"""`manage.py spc`: series in, limits, flags and icons out, and every bad row named."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command

from portal.runtime import reach

# 10 and 12 in turn have a mean of 11, moving ranges of 2, and limits of 11 -+ 5.32.
TURNS = [f"a,2024-{month:02}-28,{10 + 2 * (month % 2)}" for month in range(1, 13)]


@pytest.fixture
def spc(tmp_path):
    """The lines that the command answers for these lines of a file, as dictionaries."""

    def run(*lines, **options):
        file = tmp_path / "series.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        out = io.StringIO()
        call_command("spc", str(file), stdout=out, **options)
        return list(csv.DictReader(io.StringIO(out.getvalue())))

    return run


def test_limits_flags_and_icons_come_out_as_csv(spc):
    lines = spc("series,date,value", *TURNS, "a,2025-01-28,40", better="higher", target="5", baseline=12)
    assert (lines[0]["mean"], lines[0]["lower limit"], lines[0]["upper limit"]) == ("11", "5.68", "16.32")
    last = lines[-1]
    assert (last["above limit"], last["signal"], last["part"]) == ("1", "improvement", "2")
    assert (last["variation"], last["assurance"]) == ("improvement_high", "pass")
    assert {line["variation"] for line in lines[:-1]} == {""}


def test_several_series_in_any_order_keep_apart(spc):
    lines = spc("date,series,value", "2024-02-01,b,5", "2024-01-01,a,1", "2024-01-01,b,7")
    assert [(line["series"], line["date"], line["mean"]) for line in lines] == [
        ("b", "2024-01-01", "6"),
        ("b", "2024-02-01", "6"),
        ("a", "2024-01-01", "1"),
    ]


def test_left_out_points_and_recalculations_are_read_by_row(spc):
    lines = spc(
        "date,value,left out,recalculate",
        "2024-01-01,10,,",
        "2024-02-01,90,1,",
        "2024-03-01,12,0,no",
        "2024-04-01,20,,yes",
        "2024-05-01,,,",
    )
    assert [line["part"] for line in lines] == ["1", "1", "1", "2", "2"]
    assert [line["mean"] for line in lines] == ["11", "11", "11", "20", "20"]
    assert [line["signal"] for line in lines][1::3] == ["not_counted", "not_counted"]


def test_the_r_tools_names_come_with_its_profile(spc):
    lines = spc("series,date,value", *TURNS, "a,2025-01-28,40", profile="nhsr", baseline=12, screening="off")
    assert [line["rule"] for line in lines][-2:] == ["Common Cause", "Above UCL"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("date,value", "2024-01-01,1", "30/04/2024,2"), "A3: “30/04/2024” is not a date: write 2025-04-30"),
        (("date,value", '2024-01-01,"1,251,2090"'), "B2: “1,251,2090”: "),
        (("date,value", "2024-01-01,1", "2024-01-01,2"), "A3: 1 January 2024 stands in row 2 already"),
        (("date,value,left out", "2024-01-01,1,perhaps"), "C2: “perhaps” is neither 1 nor 0"),
        (("when,value", "2024-01-01,1"), "no row of headings with “date” and “value”"),
        (("date,value",), "headings but nothing below them"),
        (("",), "The file is empty."),
    ],
)
def test_a_bad_file_is_named_by_its_row(spc, lines, said):
    with pytest.raises(CommandError) as refused:
        spc(*lines)
    assert said in str(refused.value)


def test_a_setting_or_a_file_that_is_not_there_is_said(spc, tmp_path):
    with pytest.raises(CommandError, match="A shift is 6 to 8 points long"):
        spc("date,value", "2024-01-01,1", shift=5)
    with pytest.raises(CommandError, match="No such file"):
        call_command("spc", str(tmp_path / "missing.csv"))


def test_it_needs_no_server():
    assert "spc" in reach.ALONE
