from kpis.topups.models.bands import Band, BandTable
from kpis.topups.models.entries import CostSplit, FirstSliceShown, Incentive, IncentiveKind, PaidPlaces
from kpis.topups.models.lists import TopUp, TopUpList
from kpis.topups.models.recorded import MOST_GBP
from kpis.topups.models.settings import Setting

__all__ = [
    "MOST_GBP",
    "Band",
    "BandTable",
    "CostSplit",
    "FirstSliceShown",
    "Incentive",
    "IncentiveKind",
    "PaidPlaces",
    "Setting",
    "TopUp",
    "TopUpList",
]
