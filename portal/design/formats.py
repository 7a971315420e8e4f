"""Numbers, money and dates as people write them in Britain. Rounding happens here, once: half up."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone

MINUS = "−"
THOUSAND, MILLION, BILLION = Decimal(1_000), Decimal(1_000_000), Decimal(1_000_000_000)
EXACT_BELOW = 100 * THOUSAND  # short money keeps its pounds up to here


def rounded(value: Decimal, places: int) -> Decimal:
    """Half away from zero, as a person rounds: 0.5 is 1 and -0.5 is -1."""
    return Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def number(value: Decimal, places: int = 0) -> str:
    """`1,161` or `13.6`, with a true minus sign; what rounds to nothing has none."""
    shown = rounded(value, places)
    sign = MINUS if shown < 0 else ""
    return f"{sign}{abs(shown):,.{places}f}"


def gbp(value: Decimal, places: int = 0) -> str:
    """`£15,908`: whole pounds unless places are asked for."""
    text = number(value, places)
    return f"{MINUS}£{text[1:]}" if text.startswith(MINUS) else f"£{text}"


def gbp_short(value: Decimal) -> str:
    """`£22.6m` for millions, `£378,000` from a hundred thousand upwards, whole pounds below."""
    if abs(value) < EXACT_BELOW:
        return gbp(value)
    in_thousands = rounded(value / THOUSAND, 0) * THOUSAND
    if abs(in_thousands) < MILLION:
        return gbp(in_thousands)
    scale, letter = (BILLION, "bn") if abs(rounded(value / MILLION, 1)) >= 1000 else (MILLION, "m")
    return gbp(value / scale, 1).removesuffix(".0") + letter


def per_cent(value: Decimal, places: int = 1) -> str:
    """`13.6%` from percentage points."""
    return f"{number(value, places)}%"


def day(value: date) -> str:
    """`14 November 2019`; a moment is the day it is in Britain."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return f"{value.day} {value:%B %Y}"


def clock(value: datetime) -> str:
    """`9am`, `9:05am`, `midday`, `midnight`."""
    if value.minute == 0 and value.hour in (0, 12):
        return "midday" if value.hour else "midnight"
    minutes = f":{value:%M}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def moment(value: datetime) -> str:
    """`14 November 2019, 9:05am`, British time."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(local)}, {clock(local)}"
