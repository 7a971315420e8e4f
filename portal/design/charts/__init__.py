"""Charts as SVG made on the server: words first, shapes that repeat them, no script and no inline style."""

from portal.design.charts.kpi import kpi_chart
from portal.design.charts.savings import SavingsRow, savings_chart
from portal.design.charts.spark import sparkline

__all__ = ["SavingsRow", "kpi_chart", "savings_chart", "sparkline"]
