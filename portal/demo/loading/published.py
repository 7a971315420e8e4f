"""The paper's tables and facts, and what was published later, for Kingston and those it is compared with."""

from decimal import Decimal

from kpis.published.actions import confirm_value, load_value
from kpis.published.models import Area, PublishedValue, Topic
from portal.demo.loading.figures import known_at, rows_of

AREAS = (
    ("Kingston", "E09000021", True),
    ("Statistical neighbours", "", False),
    ("Outer London", "", False),
    ("South East", "E12000008", False),
    ("England", "E92000001", False),
)
TOPICS = {
    "Growth in the number of plans": "Demand is shown and never rated: fewer plans are no success in themselves.",
    "Plans for every hundred children": "Plans run to the age of 25; the paper divides them by residents aged 0 to 18.",
    "Plans by age": "The share of an area's plans in each age band, as the paper prints it.",
    "Budgeted top-ups per head": "What was planned, not what was spent: many councils overspent these budgets.",
    "Money and rules in the paper": "Each amount with its basis. Amounts on different bases are not compared.",
    "Where plans are placed": "For January 2019 both 142 (special schools only) and 158 (the wider category) hold.",
}
MISPRINT = Decimal(12_512_090)
HOW_WE_KNOW = "353,995 plans are 2.8% of 12,512,090, which is the rate printed beside it."


def load_published(*, by, confirmed_by, at):
    """Load every printed value. The misprinted one is doubted by the reader, then confirmed with a note."""
    areas = {
        name: Area.objects.create(name=name, code=code, is_ours=ours, position=position)
        for position, (name, code, ours) in enumerate(AREAS)
    }
    for row in rows_of("published.csv"):
        load_value(
            topic=_topic(row),
            area=areas[row["area"]],
            measure=row["measure"],
            period_words=row["period"],
            as_printed=row["printed"],
            known_from=known_at(row["known_from"], at=at),
            by=by,
            at=at,
            unit=row["unit"],
            decimals=int(row["decimals"]),
            basis=row["basis"],
            coverage=row["coverage"],
            source=row["source"],
            sort_key=row["sort_key"],
            headline=row["headline"],
            headline_position=int(row["headline_position"]) if row["headline_position"] else None,
        )
    for doubted in PublishedValue.objects.doubtful().filter(as_printed="1,251,2090"):
        confirm_value(published=doubted, value=MISPRINT, note=HOW_WE_KNOW, by=confirmed_by, at=at)


def _topic(row) -> Topic:
    name = row["topic"]
    return Topic.objects.get_or_create(
        name=name, defaults={"position": int(row["topic_position"]), "words": TOPICS.get(name, "")}
    )[0]
