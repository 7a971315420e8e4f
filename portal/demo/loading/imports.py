"""Two files that a lead has sent: one to be looked at, one with cells to mend. Their figures are illustrative."""

from kpis.figures.actions import importing

TO_BE_CONFIRMED = """Illustrative figures for the demonstration
kpi code,period,numerator,denominator,value,symbol,remark
AP1,2025,,,91.5%,p,Illustrative
Source: made up for the demonstration
"""
TO_BE_MENDED = """kpi code,period,numerator,denominator,value,symbol,remark
AP1,2025,,,"1,251,2090",,Illustrative
AP!1,2025,,,91.5%,,Illustrative
AP1,last year,,,91.5%,??,Illustrative
"""


def load_imports(*, people, at):
    """Nothing of either is stored: a visitor steps in as the lead and goes on from here."""
    for name, text in (
        ("illustrative-figures.csv", TO_BE_CONFIRMED),
        ("illustrative-misprints.csv", TO_BE_MENDED),
    ):
        row = importing.store_file(name=name, content=text.encode(), by=people["lead.assessment"], at=at)
        for number in importing.cut_import(import_id=row.pk, at=at):
            importing.read_chunk(import_id=row.pk, number=number, at=at)
