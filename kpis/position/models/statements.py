"""Statements of the High Needs Block: sets of amounts of one year, one basis and one funding scope."""

from django.db import models
from django.db.models import Q

from kpis.domain.block import (
    AmountUnit,
    Basis,
    BlockLine,
    Extent,
    PlacementCategory,
    PriceBase,
    ScopePart,
    Sector,
)
from kpis.domain.periods import year_name
from kpis.position.models.recorded import (
    Recorded,
    financial_year_field,
    in_bounds,
    is_financial_year,
    money_field,
)
from kpis.position.models.scopes import FundingScope
from kpis.published.models import Area

BASES = [(basis.value, basis.words) for basis in Basis]
UNITS = [(unit.value, unit.words) for unit in AmountUnit]
EXTENTS = [(extent.value, extent.words) for extent in Extent]
PRICE_BASES = [(base.value, base.words) for base in PriceBase]
LINES = [(line.value, line.words) for line in BlockLine]
CATEGORIES = [(category.value, category.value) for category in PlacementCategory]
SECTORS = [(sector.value, sector.words) for sector in Sector]
PARTS = [(part.value, part.words) for part in ScopePart]


class Statement(Recorded):
    """Amounts that belong together: of one area, year, basis, funding scope, extent, unit and price base.

    Its total is the sum of its amounts and nothing else; a row for a total never stands among rows it is
    the total of. `period` is the month a forecast was made at, 1 April to 12 March, and empty where the
    source does not say. Amounts per head say in `per_whom` whose heads.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    financial_year = financial_year_field()
    basis = models.CharField(max_length=12, choices=BASES)
    period = models.PositiveSmallIntegerField("month the forecast was made at", null=True)
    scope = models.ForeignKey(FundingScope, on_delete=models.PROTECT, related_name="statements")
    extent = models.CharField(max_length=8, choices=EXTENTS)
    coverage = models.CharField("which part of the block", max_length=200, blank=True)
    unit = models.CharField(max_length=10, choices=UNITS, default=AmountUnit.POUNDS.value)
    per_whom = models.CharField("whose heads are counted", max_length=120, blank=True)
    price_base = models.CharField(max_length=4, choices=PRICE_BASES, default=PriceBase.CASH.value)
    price_year = models.PositiveSmallIntegerField("in the prices of", null=True)

    class Meta:
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=[
                    "area",
                    "financial_year",
                    "basis",
                    "period",
                    "scope",
                    "coverage",
                    "unit",
                    "per_whom",
                    "price_base",
                    "price_year",
                    "source",
                ],
                condition=Q(supersedes__isnull=True),
                nulls_distinct=False,
                name="statement_first_version_once",
            ),
            models.CheckConstraint(condition=is_financial_year(), name="statement_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(basis__in=[b.value for b in Basis]), name="statement_basis_is_known"
            ),
            models.CheckConstraint(
                condition=Q(period__isnull=True)
                | Q(basis=Basis.FORECAST.value, period__gte=1, period__lte=12),
                name="statement_period_only_of_a_forecast",
            ),
            models.CheckConstraint(
                condition=Q(extent=Extent.WHOLE_BLOCK.value, coverage="")
                | (Q(extent=Extent.PART.value) & ~Q(coverage="")),
                name="statement_part_says_which",
            ),
            models.CheckConstraint(
                condition=Q(unit=AmountUnit.POUNDS.value, per_whom="")
                | (Q(unit=AmountUnit.POUNDS_PER_HEAD.value) & ~Q(per_whom="")),
                name="statement_per_head_says_of_whom",
            ),
            models.CheckConstraint(
                condition=Q(price_base=PriceBase.CASH.value, price_year__isnull=True)
                | Q(
                    price_base=PriceBase.REAL.value,
                    price_year__isnull=False,
                    price_year__gte=2000,
                    price_year__lte=2100,
                ),
                name="statement_constant_prices_say_of_which_year",
            ),
        ]

    def __str__(self):
        return f"{self.what}: {self.basis_words}, {self.year_label}"

    @property
    def year_label(self) -> str:
        return year_name(self.financial_year)

    @property
    def what(self) -> str:
        """What it is about, in words: “Placement costs”, or the whole block."""
        return self.coverage or Extent.WHOLE_BLOCK.words.replace("the", "The", 1)

    @property
    def basis_words(self) -> str:
        """“forecast outturn at month 6”; a forecast whose month is not stated says so."""
        words = Basis(self.basis).words
        if self.basis != Basis.FORECAST:
            return words
        return f"{words} at month {self.period}" if self.period else f"{words}, month not stated"

    @property
    def prices_words(self) -> str:
        words = PriceBase(self.price_base).words
        return f"{words} of {year_name(self.price_year)}" if self.price_year else words

    @property
    def unit_words(self) -> str:
        return (
            f"{AmountUnit(self.unit).words} of {self.per_whom}"
            if self.per_whom
            else AmountUnit(self.unit).words
        )


class Amount(models.Model):
    """One line of a statement. Spending is positive, income and money moved in are negative: a sum is a net cost.

    `volume` is what the money paid for, `volume_words` what is counted and when, such as “plans,
    January 2019 census, special schools only”.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="amounts")
    line = models.CharField(max_length=24, choices=LINES)
    category = models.CharField("placement category", max_length=60, choices=CATEGORIES, blank=True)
    sector = models.CharField(max_length=20, choices=SECTORS, blank=True)
    label = models.CharField(max_length=120, blank=True)
    amount_gbp = money_field("amount")
    actual_to_date_gbp = money_field("spent to date", null=True)
    commitments_gbp = money_field("committed", null=True)
    volume = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    volume_words = models.CharField("what is counted, and when", max_length=200, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "line", "category", "sector", "label"], name="amount_line_once"
            ),
            models.CheckConstraint(
                condition=Q(line__in=[line.value for line in BlockLine]), name="amount_line_is_known"
            ),
            models.CheckConstraint(
                condition=Q(category__in=["", *(c.value for c in PlacementCategory)]),
                name="amount_category_is_known",
            ),
            models.CheckConstraint(
                condition=Q(sector__in=["", *(s.value for s in Sector)]), name="amount_sector_is_known"
            ),
            models.CheckConstraint(
                condition=Q(category="", sector="")
                | ~Q(line__in=[BlockLine.INCOME.value, BlockLine.BLOCK_MOVEMENTS.value]),
                name="amount_income_has_no_placement",
            ),
            models.CheckConstraint(
                condition=in_bounds("amount_gbp", "actual_to_date_gbp", "commitments_gbp"),
                name="amount_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(volume__isnull=True, volume_words="")
                | (Q(volume__isnull=False, volume__gte=0) & ~Q(volume_words="")),
                name="amount_volume_says_what_is_counted",
            ),
        ]

    @property
    def what(self) -> str:
        """The line in words: its own label, or line, placement category and sector."""
        if self.label:
            return self.label
        sector = Sector(self.sector).words if self.sector else ""
        return ", ".join(words for words in (BlockLine(self.line).words, self.category, sector) if words)


class KnownPart(models.Model):
    """What a part of the scope comes to: inside the total where the scope includes it, beside it where not.

    With it two statements of different scope can be brought to the same one.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="known_parts")
    part = models.CharField(max_length=24, choices=PARTS)
    amount_gbp = money_field("what it comes to")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "part"], name="known_part_once"),
            models.CheckConstraint(
                condition=Q(part__in=[part.value for part in ScopePart]), name="known_part_is_known"
            ),
            models.CheckConstraint(condition=in_bounds("amount_gbp"), name="known_part_in_bounds"),
        ]
