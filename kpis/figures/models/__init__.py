from kpis.figures.models.definitions import GUARDED_NATURES, DataQuality, Kpi, KpiDefinition, Nature
from kpis.figures.models.figures import Commentary, Figure, FigureState, KpiException
from kpis.figures.models.judged import Baseline, Target, TargetPoint
from kpis.figures.models.runs import RecomputeRun, RunChunk, RunFailure
from kpis.figures.models.status import Status, WorkstreamStatus
from kpis.figures.models.terms import SchoolTerm

__all__ = [
    "GUARDED_NATURES",
    "Baseline",
    "Commentary",
    "DataQuality",
    "Figure",
    "FigureState",
    "Kpi",
    "KpiDefinition",
    "KpiException",
    "Nature",
    "RecomputeRun",
    "RunChunk",
    "RunFailure",
    "SchoolTerm",
    "Status",
    "Target",
    "TargetPoint",
    "WorkstreamStatus",
]
