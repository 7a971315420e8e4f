"""What the council itself adds to the DSG management plan: counts nobody published, forecasts, and words."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Floor

from kpis.domain.dsg_plan import CATEGORIES, CellKey, PlanTable, census_words
from kpis.position.models.recorded import Recorded
from kpis.workstreams.models import Workstream

MOST_PLANS = 1_000_000  # more than England has; a slip of the keyboard is above it
TABLES = [(table.value, table.words) for table in PlanTable]


class PlanCell(Recorded):
    """One cell of the tables of plans: counted at a census that is past, or forecast.

    A forecast may be a fraction and is made whole where it is shown. The row and the column are labels of the
    plan's own tables.
    """

    table = models.CharField(max_length=10, choices=TABLES)
    census_year = models.PositiveSmallIntegerField("January census")
    row = models.CharField("row of the table", max_length=40)
    column = models.CharField("placement category", max_length=60)
    value = models.DecimalField("number of plans", max_digits=10, decimal_places=3)
    is_forecast = models.BooleanField("forecast")

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["table", "census_year", "row", "column", "is_forecast"],
                condition=Q(supersedes__isnull=True),
                name="plancell_first_version_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    *(Q(table=table.value, row__in=table.rows) for table in PlanTable), _connector=Q.OR
                ),
                name="plancell_row_is_of_its_table",
            ),
            models.CheckConstraint(
                condition=Q(column__in=list(CATEGORIES)), name="plancell_column_is_a_category"
            ),
            models.CheckConstraint(
                condition=Q(census_year__gte=2000, census_year__lte=2100), name="plancell_year_is_a_year"
            ),
            models.CheckConstraint(
                condition=Q(value__gte=0, value__lte=MOST_PLANS), name="plancell_value_in_bounds"
            ),
            models.CheckConstraint(
                condition=Q(is_forecast=True) | Q(value=Floor(F("value"))), name="plancell_count_is_whole"
            ),
        ]

    def __str__(self):
        return f"{self.row}, {self.column}, {census_words(self.census_year)}"

    @property
    def key(self) -> CellKey:
        return CellKey(PlanTable(self.table), self.census_year, self.row, self.column)


class PlanNarrative(Recorded):
    """What the plan says of one workstream, in the council's own words. A change is a further row."""

    workstream = models.ForeignKey(Workstream, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("what the plan says")

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["workstream"],
                condition=Q(supersedes__isnull=True),
                name="plannarrative_first_version_once",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="plannarrative_says_something"),
        ]

    def __str__(self):
        return f"{self.workstream}: {self.text[:60]}"
