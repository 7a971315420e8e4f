"""What follows from a KPI's record: the one set of pure functions that pages, exports and recompute share."""

from ..definition import Accumulation, Definition
from .assessment import Assessment, Judgement, assess, judge, trajectory_of
from .control import ONCE_A_YEAR, TOO_FEW, analysed, goal_on, observed, own_values, stored, within
from .process import process
from .record import BaselineValue, FigureValue, RepeatedPeriod
from .telling import own_series, series, unreported_words, with_gaps

__all__ = [
    "ONCE_A_YEAR",
    "TOO_FEW",
    "Accumulation",
    "Assessment",
    "BaselineValue",
    "Definition",
    "FigureValue",
    "Judgement",
    "RepeatedPeriod",
    "analysed",
    "assess",
    "goal_on",
    "judge",
    "observed",
    "own_series",
    "own_values",
    "process",
    "series",
    "stored",
    "trajectory_of",
    "unreported_words",
    "with_gaps",
    "within",
]
