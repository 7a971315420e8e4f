"""KPIs as rows of a list: one that cannot be judged does not take the others with it."""

from datetime import UTC, datetime

from kpis.figures.models import Figure
from kpis.figures.queries.rows import board_rows, changes_between

from .conftest import NOW


def test_a_kpi_whose_record_contradicts_itself_says_so_and_the_others_stand(judged_kpi, make_kpi, publish):
    other = make_kpi("AP2")
    publish(judged_kpi, "2019", "78.0")
    publish(other, "2019", "96.2")
    figure = Figure.objects.get(kpi=judged_kpi)
    figure.pk, figure.period_start = None, figure.period_start.replace(day=2)
    figure.save(force_insert=True)  # 2 January to 1 January is no calendar year
    broken, whole = board_rows([judged_kpi, other], NOW, now=False)
    assert broken.status.reason.startswith(
        "Its record cannot be judged: From 2019-01-02 up to 2020-01-01 is not"
    )
    assert (broken.status.rating, broken.has_figure) == ("not_rated", False)
    assert (whole.figure_words, whole.period) == ("96.2%", "2019")


def test_a_kpi_that_the_board_does_not_see_has_no_row(make_kpi, publish):
    hidden = make_kpi("AP2", shown_to_board=False)
    publish(hidden, "2019", "96.2")
    assert board_rows([hidden], NOW, now=True) == []


def test_a_correction_is_said_beside_what_it_corrects(judged_kpi, publish):
    publish(judged_kpi, "2019", "78.0", known="2020-06-30")
    publish(judged_kpi, "2019", "78.4", known="2021-06-30", symbol="r")
    first, later = Figure.objects.order_by("counts_from")
    Figure.objects.filter(pk=later.pk).update(corrects=first, correction_reason="Late returns.")
    [change] = changes_between(
        [judged_kpi.pk], datetime(2021, 1, 1, tzinfo=UTC), datetime(2022, 1, 1, tzinfo=UTC)
    )[judged_kpi.pk]
    assert (change.period, change.words, change.before) == ("2019", "78.4% (revised)", "78.0%")
