"""The definition of a KPI that takes a share of the Local Offer, complete."""

OFFER_KPI = {
    "name": "What must be covered and is",
    "meaning": "Of what must be covered.",
    "why_it_matters": "Families decide by it.",
    "nature": "process",
    "numerator": "headings covered",
    "denominator": "headings",
    "is_share": True,
    "unit": "per cent",
    "decimals": 0,
    "polarity": "higher",
    "accumulation": "snapshot",
    "frequency": "month",
    "due_days": 30,
    "source": "Counted by this portal",
    "owner": "Lead",
}
