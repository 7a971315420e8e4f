"""The words of a KPI's process, for chart, table, export and alternative text."""

from collections.abc import Sequence
from datetime import date

from ..definition import Definition
from ..spc import FEWEST, FEWEST_IN_PART, Assurance, Note, Point, Process, Signal, Spc, rules_of
from .control import own_values
from .record import FigureValue

ASSURED = {
    Assurance.PASSES: "as it is, it will meet the target of {}",
    Assurance.FAILS: "as it is, it will not meet the target of {}",
    Assurance.HIT_OR_MISS: "as it is, it may meet or miss the target of {} by chance",
}
MOST_NAMED = 6


def process(
    definition: Definition, found: Spc, figures: Sequence[FigureValue], notes: Sequence[Note] = ()
) -> Process:
    """The words of a worked-out record; `figures` are those it was worked out from, oldest first."""
    labels = {figure.period.last_day: figure.period.label for figure in figures}
    return Process(
        spc=found,
        sentence=_sentence(definition, found, labels),
        remarks=tuple(_remarks(definition, figures)),
        notes=tuple(notes),
    )


def _sentence(definition: Definition, found: Spc, labels: dict[date, str]) -> str:
    last = found.last
    if last is None:
        return "There is no figure yet to work process limits out of."
    if not found.icons.is_enough:
        return _too_few(found)
    limits = last.limits
    reach = "around {} and between {} and {}".format(
        *(definition.shown(value) for value in (limits.mean, limits.lower, limits.upper))
    )
    parts = [f"{labels[last.on]} ({definition.shown(last.value)}) {_judged(last, found)}"]
    parts.append(f"this process runs {reach}")
    if found.assurance:
        parts.append(ASSURED[found.assurance].format(definition.shown(last.target)))
    return f"{'; '.join(parts)}."


def _judged(last: Point, found: Spc) -> str:
    rules = " and ".join(rules_of(last, found))
    if not rules:
        return "is within what is usual: no significant change"
    kinds = {
        Signal.IMPROVEMENT: "is a special cause for the better",
        Signal.CONCERN: "is a special cause for concern",
        Signal.NEUTRAL_HIGH: "is higher than usual",
        Signal.NEUTRAL_LOW: "is lower than usual",
    }
    return f"{kinds[last.signal]}: {rules}"


def _too_few(found: Spc) -> str:
    if found.counted < FEWEST:
        is_one = found.counted == 1
        return (
            f"{found.counted} figure{'' if is_one else 's'} {'is' if is_one else 'are'} too few for process limits, "
            f"which need {FEWEST}."
        )
    since = found.last.limits.first_on
    return (
        f"There are too few figures since {since:%B %Y} for process limits of their own, "
        f"which need {FEWEST_IN_PART}."
    )


def _remarks(definition: Definition, figures: Sequence[FigureValue]) -> list[str]:
    """What does not count, and what the values are, in sentences to stand under the chart."""
    counted = [figure for figure in figures if not figure.is_forecast]
    values = own_values(definition, counted)
    said = []
    if definition.is_cumulative:
        said.append("Each value is what the period added to the year so far.")
    missing = [f.period.label for f, value in zip(counted, values, strict=True) if value is None]
    if missing:
        more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
        said.append(f"Not counted, because there is no value: {', '.join(missing[:MOST_NAMED])}{more}.")
    broken = [figure for figure in counted if figure.symbol and figure.symbol.value == "b"]
    if broken:
        said.append(
            f"Not counted, because the series breaks there: what is before {broken[-1].period.label}."
        )
    return said
