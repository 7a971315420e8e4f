"""Reading a number strictly and showing it once rounded."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

MOST_DIGITS, MOST_DECIMALS, LONGEST = 15, 20, 60


class NotANumber(ValueError):
    """A cell that cannot be read as a number: its `text`, the `problem`, and a `suggestion` or ""."""

    def __init__(self, text: str, problem: str, suggestion: str = ""):
        super().__init__(f"{problem}; {suggestion}" if suggestion else problem)
        self.text, self.problem, self.suggestion = text, problem, suggestion

    def __reduce__(self):
        return type(self), (self.text, self.problem, self.suggestion)


class UnknownUnit(ValueError):
    """A unit no format is known for."""


class Unit(StrEnum):
    """What a KPI's values count; the value is the word written on screen and in files."""

    COUNT = "count"
    PER_CENT = "per cent"
    POUNDS = "pounds"
    POUNDS_PER_HEAD = "pounds per head"
    DAYS = "days"
    RATIO = "ratio"


# Reading

_MINUSES = "-\u2013\u2212"  # hyphen, en dash, true minus
_FRAME = re.compile(
    rf"(?P<sign>[{_MINUSES}])?\s*(?P<pound>£)?\s*(?P<open>\()?\s*(?P<late>[{_MINUSES}])?\s*(?P<inner>£)?\s*"
    rf"(?P<last>[{_MINUSES}])?\s*"
)
_TAIL = re.compile(r"\s*(?P<per_cent>%)?\s*(?P<close>\))?\s*(?P<after>%)?")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_SUGGESTED = re.compile(r"-?([0-9.,]+)|\(([0-9.,]+)\)")
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})


def parse_number(text: str) -> Decimal:
    """The number a person or a file wrote, exactly; NotANumber for everything that would need a guess.

    Allowed around the digits: £, % (92.1% is 92.1), commas that group in threes, brackets or a minus,
    en dash or true minus for a negative number, and spaces, but none between digits.
    """
    written = str(text).strip()
    if _PLAIN.fullmatch(written) and len(written) <= MOST_DIGITS:
        return Decimal(written)  # as most numbers are written, and a file has a hundred thousand of them
    if not written:
        raise NotANumber(text, "the cell is blank")
    if len(written) > LONGEST:
        raise NotANumber(text, "it is too long to be a number")
    negative, digits = _unframe(text, written)
    if not _is_well_written(digits):
        raise _problem(text, digits, "-" if negative else "")
    plain = digits.replace(",", "")
    _check_length(text, plain)
    number = Decimal(plain)
    return -number if negative and number else number


def _unframe(text: str, written: str) -> tuple[bool, str]:
    """Whether the number is negative, and what is left without pound sign, per cent sign and brackets."""
    head = _FRAME.match(written)
    body = written[head.end() :]
    core = re.match(r"(?s)(.*?)(?=\s*%?\s*\)?\s*%?\Z)", body)[1]
    tail = _TAIL.fullmatch(body[len(core) :])
    if bool(head["open"]) != bool(tail["close"]):
        raise NotANumber(text, "a bracket is missing", _meant(f"({core})"))
    marks = [head["open"], head["sign"], head["late"], head["last"]]
    units = [head["pound"], head["inner"], tail["per_cent"], tail["after"]]
    if sum(mark is not None for mark in marks) > 1:
        raise NotANumber(text, "it is marked as negative twice", _meant(f"-{core}"))
    if sum(unit is not None for unit in units) > 1:
        raise NotANumber(text, "it has more than one unit sign", _meant(core))
    return any(marks), core


def _problem(text: str, digits: str, sign: str) -> NotANumber:
    """Name what is wrong with the digits, and the number that was probably meant."""
    for applies, problem, suggest in _PROBLEMS:
        if re.fullmatch(applies, digits):
            return NotANumber(text, problem, suggest(digits, sign))
    return NotANumber(text, "it is not a number", "")


def _meant(*numbers: str) -> str:
    """The suggestion in words; "" where none of the numbers is one that would be accepted."""
    found = [_SUGGESTED.fullmatch(number) for number in numbers]
    good = [match[0] for match in found if match and _is_well_written(match[1] or match[2])]
    return f"did you mean {' or '.join(good)}?" if good else ""


def _is_well_written(digits: str) -> bool:
    return bool(_PLAIN.fullmatch(digits) or _GROUPED.fullmatch(digits))


def _grouped(digits: str, sign: str = "") -> str:
    """Digits with a point at most, regrouped in threes."""
    whole, _, part = digits.partition(".")
    return f"{sign}{int(whole or '0'):,}{'.' + part if part else ''}"


def _regroup(digits: str, sign: str) -> str:
    whole = _grouped(digits.replace(",", ""), sign)
    decimal_comma = re.fullmatch(r"([0-9]+),([0-9]{1,2}|(?<=0,)[0-9]{3})", digits)
    if decimal_comma:
        return _meant(f"{sign}{decimal_comma[1]}.{decimal_comma[2]}", whole)
    return _meant(whole)


def _continental(digits: str, sign: str) -> str:
    return _meant(_grouped(re.sub(r"[.\s]", "", digits).replace(",", "."), sign))


def _lookalikes(digits: str, sign: str) -> str:
    return _meant(sign + digits.translate(_LOOKALIKES))


def _scientific(digits: str, sign: str) -> str:
    number = Decimal(digits)
    return _meant(f"{sign}{number:,f}") if abs(number.adjusted()) < MOST_DIGITS else ""


def _digits_only(digits: str, sign: str) -> str:
    """A suggestion where one number stands with letters around it, none where there are several."""
    found = re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", digits)
    return _meant(sign + found[0]) if len(found) == 1 else ""


# Tried in order: the first pattern that fits says what is wrong.
_PROBLEMS = (
    (r"", "there are no digits", lambda digits, sign: ""),
    (r"[0-9]+(,[0-9]*)+(\.[0-9]+)?", "digits are not grouped in threes", _regroup),
    (
        r"[0-9]{1,3}([.\s][0-9]{3})*,[0-9]+",
        "a comma stands where a decimal point belongs",
        _continental,
    ),
    (
        r"[0-9]{1,3}(\.[0-9]{3}){2,}",
        "points stand where commas belong",
        lambda digits, sign: _meant(_grouped(digits.replace(".", ""), sign)),
    ),
    (
        r"[0-9]+(,?\s+[0-9]+)+(\.[0-9]+)?",
        "there is a space between the digits",
        lambda digits, sign: _meant(_grouped(re.sub(r"[\s,]", "", digits), sign)),
    ),
    (
        r"\.[0-9]+",
        "there is no digit before the point",
        lambda digits, sign: _meant(f"{sign}0{digits}"),
    ),
    (
        r"[0-9][0-9,]*\.",
        "there is no digit after the point",
        lambda digits, sign: _meant(_grouped(digits.replace(",", ""), sign)),
    ),
    (
        rf"[0-9][0-9,.]*\s*[{_MINUSES}]",
        "the minus stands after the number",
        lambda digits, sign: _meant("-" + digits[:-1].strip()),
    ),
    (
        r"[0-9]{1,20}(\.[0-9]{1,20})?[eE][+-]?[0-9]{1,3}",
        "it is in scientific notation",
        _scientific,
    ),
    (r"[Oo]|(?=.*[0-9])[0-9OolI]+(\.[0-9OolI]+)?", "a letter stands where a digit belongs", _lookalikes),
    (r"(?s)(?=.*[0-9]).*[^\W\d_].*", "there are letters in it", _digits_only),
)


def _check_length(text: str, plain: str) -> None:
    whole, _, part = plain.partition(".")
    if len(whole.lstrip("0")) > MOST_DIGITS or len(part) > MOST_DECIMALS:
        limits = f"{MOST_DIGITS} digits before the point or {MOST_DECIMALS} after"
        raise NotANumber(text, f"it has more than {limits}")


# Showing

_ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP)
_PLACES = tuple(Decimal(1).scaleb(-decimals) for decimals in range(MOST_DECIMALS + 1))
_SHAPES = {
    Unit.COUNT: "{}",
    Unit.PER_CENT: "{}%",
    Unit.POUNDS: "£{}",
    Unit.POUNDS_PER_HEAD: "£{} per head",
    Unit.DAYS: "{} days",
    Unit.RATIO: "{}",
}


def format_value(value: Decimal, unit: str, decimals: int) -> str:
    """The value as it is shown, rounded half away from zero: "1,161", "92.1%", "£15,908", "12 days".

    This is the one place a figure is rounded. A negative value has a true minus before any pound sign.
    """
    if unit not in _SHAPES:
        raise UnknownUnit(f"There is no way to show a value in '{unit}'.")
    rounded = Decimal(value).quantize(_PLACES[decimals], context=_ROUNDING)
    shown = _SHAPES[unit].format(f"{abs(rounded):,f}")
    if unit == Unit.DAYS and abs(rounded) == 1:
        shown = shown.removesuffix("s")
    return f"\u2212{shown}" if rounded < 0 else shown
