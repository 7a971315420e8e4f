"""Charts as SVG made on the server: words first, shapes that repeat them, no script and no inline style."""

from portal.design.charts.kpi import kpi_chart
from portal.design.charts.monthly import MonthBars, monthly_chart
from portal.design.charts.position import PositionYear, position_chart
from portal.design.charts.savings import SavingsRow, savings_chart
from portal.design.charts.spark import sparkline
from portal.design.charts.waterfall import WaterfallStep, waterfall_chart

__all__ = [
    "MonthBars",
    "PositionYear",
    "SavingsRow",
    "WaterfallStep",
    "kpi_chart",
    "monthly_chart",
    "position_chart",
    "savings_chart",
    "sparkline",
    "waterfall_chart",
]
