from kpis.figures.models.definitions import GUARDED_NATURES, DataQuality, Kpi, KpiDefinition, Nature
from kpis.figures.models.exceptions import ExceptionUpdate, KpiException
from kpis.figures.models.figures import Commentary, Figure, FigureState
from kpis.figures.models.imports import (
    FigureImport,
    Finding,
    ImportChunk,
    ImportedFigure,
    ImportProblem,
    ImportState,
)
from kpis.figures.models.judged import Baseline, Target, TargetPoint
from kpis.figures.models.marks import ChartMark, MarkKind, MarkState
from kpis.figures.models.reminders import FigureReminder
from kpis.figures.models.runs import RecomputeRun, RunChunk, RunFailure
from kpis.figures.models.status import Status, WorkstreamStatus
from kpis.figures.models.terms import SchoolTerm

__all__ = [
    "GUARDED_NATURES",
    "Baseline",
    "ChartMark",
    "Commentary",
    "DataQuality",
    "ExceptionUpdate",
    "Figure",
    "FigureImport",
    "FigureReminder",
    "FigureState",
    "Finding",
    "ImportChunk",
    "ImportProblem",
    "ImportState",
    "ImportedFigure",
    "Kpi",
    "KpiDefinition",
    "KpiException",
    "MarkKind",
    "MarkState",
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
