"""A proof of work: a little arithmetic that costs one sender nothing and a flood of them a lot. No third party."""

import hashlib
import itertools

BITS = 16  # 65,000 hashes on average: about a second on an old phone, while its owner types
LONGEST_ANSWER = 12


def is_solved(challenge: str, answer: str, bits: int = BITS) -> bool:
    """Whether sha256 of `challenge:answer` begins with that many zero bits; the answer is a decimal number."""
    if not (answer.isascii() and answer.isdecimal() and len(answer) <= LONGEST_ANSWER):
        return False
    return leading_zero_bits(hashlib.sha256(f"{challenge}:{answer}".encode()).digest()) >= bits


def solve(challenge: str, bits: int = BITS) -> str:
    """The smallest answer, as the form's script finds it."""
    return next(str(n) for n in itertools.count() if is_solved(challenge, str(n), bits))


def leading_zero_bits(digest: bytes) -> int:
    return len(digest) * 8 - int.from_bytes(digest).bit_length()
