from kpis.published.queries.imports import Compared, Preview, Standing, areas_to_import, compared
from kpis.published.queries.topics import TopicTable, doubtful_values, headlines_at, shown, topics_at

__all__ = [
    "Compared",
    "Preview",
    "Standing",
    "TopicTable",
    "areas_to_import",
    "compared",
    "doubtful_values",
    "headlines_at",
    "shown",
    "topics_at",
]
