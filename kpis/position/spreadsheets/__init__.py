from kpis.position.spreadsheets.workbook import Heading, Money, PlanSheet, Title, write_workbook

__all__ = ["Heading", "Money", "PlanSheet", "Title", "write_workbook"]
