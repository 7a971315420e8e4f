"""What follows from a KPI's record: the one set of pure functions that pages, exports and recompute share."""

from ..definition import Accumulation, Definition
from .assessment import Assessment, assess, trajectory_of
from .record import BaselineValue, FigureValue, RepeatedPeriod
from .telling import series

__all__ = [
    "Accumulation",
    "Assessment",
    "BaselineValue",
    "Definition",
    "FigureValue",
    "RepeatedPeriod",
    "assess",
    "series",
    "trajectory_of",
]
