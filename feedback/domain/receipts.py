"""The arithmetic of receipt codes: an alphabet people can copy and two check characters.

A code is 16 characters in four groups: 14 carry 63.3 bits, two are checks over the field of 23
elements. The code word c at places 1..16 satisfies sum(c) = 0 and sum(place * c) = 0 modulo 23, which
no other word within two changed characters does: every single slip, every pair of slips and every
exchange of two characters, neighbours or not, is caught.
"""

from collections.abc import Sequence

# No vowels, so no words; of each set that looks alike (0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) one at most.
ALPHABET = "23456789CDFHJKMNPRTVWXY"
PRIME = len(ALPHABET)
FREE = 14
LENGTH = FREE + 2
GROUP = 4

# What people write instead, where it can only mean one thing.
MEANT = str.maketrans({"Z": "2", "S": "5", "G": "6", "B": "8", "U": "V"})


class NotAReceiptCode(ValueError):
    """What was entered cannot be a code; the message says why, in words for the person who typed it."""


def code_from_number(number: int) -> str:
    """The code whose 14 free characters are the last 14 digits of `number` in base 23, without groups."""
    digits = []
    for _ in range(FREE):
        number, digit = divmod(number, PRIME)
        digits.append(digit)
    return "".join(ALPHABET[digit] for digit in _with_checks(digits))


def canonical(entered: str) -> str:
    """The code a person meant: case, spaces and dashes do not matter. Raises NotAReceiptCode."""
    code = "".join(c for c in entered.upper() if c.isalnum()).translate(MEANT)
    if len(code) != LENGTH:
        raise NotAReceiptCode(f"A code has {LENGTH} letters and numbers. You entered {len(code)}.")
    if unknown := sorted(set(code) - set(ALPHABET)):
        raise NotAReceiptCode(f"A code never has {' or '.join(unknown)} in it. Check what you copied.")
    if not _is_code_word([ALPHABET.index(c) for c in code]):
        raise NotAReceiptCode("One or more of the letters and numbers is not right. Check what you copied.")
    return code


def grouped(code: str) -> str:
    """`2345-6789-CDFH-JKMN`, as it is shown and printed."""
    return "-".join(code[i : i + GROUP] for i in range(0, len(code), GROUP))


def _sums(digits: Sequence[int]) -> tuple[int, int]:
    plain = sum(digits) % PRIME
    weighted = sum(place * digit for place, digit in enumerate(digits, start=1)) % PRIME
    return plain, weighted


def _with_checks(digits: list[int]) -> list[int]:
    """The two digits a, b that solve a + b = -plain and 15a + 16b = -weighted."""
    plain, weighted = _sums(digits)
    last = ((LENGTH - 1) * plain - weighted) % PRIME
    return [*digits, (-plain - last) % PRIME, last]


def _is_code_word(digits: Sequence[int]) -> bool:
    return _sums(digits) == (0, 0)
