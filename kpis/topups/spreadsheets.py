"""The columns of a table of top-ups, as it is uploaded and as it is taken away."""

COLUMNS = ("reference", "setting", "category", "sector", "band", "annual top-up", "from", "to")
REQUIRED = ("reference", "setting", "sector", "annual top-up", "from")
EXAMPLE = (
    "TU-0001",
    "Name of the school",
    "Mainstream schools or academies",
    "Maintained",
    "B2",
    "8000.00",
    "2019-09-02",
    "2020-03-31",
)
