"""Charts in templates: `{% load charts %}{% kpi_chart series %}`."""

from django import template

from portal.design import charts

register = template.Library()
register.simple_tag(charts.kpi_chart, name="kpi_chart")
register.simple_tag(charts.sparkline, name="sparkline")
register.simple_tag(charts.savings_chart, name="savings_chart")
register.simple_tag(charts.waterfall_chart, name="waterfall_chart")
register.simple_tag(charts.monthly_chart, name="monthly_chart")
register.simple_tag(charts.position_chart, name="position_chart")
