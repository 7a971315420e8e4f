"""The mails the demonstration has written into its folder instead of sending them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path

# As Django's file backend writes them: a rule between mails, dates in UTC.
BETWEEN_MAILS = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True, slots=True)
class Mail:
    to: str
    subject: str
    sent_at: datetime
    text: str


def newest_mails(folder: Path, *, at_most: int = 50) -> list[Mail]:
    """Newest first; none where the folder does not exist yet."""
    mails = []
    for file in sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True):
        mails += reversed(list(_mails_in(file)))
        if len(mails) >= at_most:
            break
    return mails[:at_most]


def _mails_in(file: Path) -> Iterator[Mail]:
    for raw in file.read_bytes().split(BETWEEN_MAILS):
        message = message_from_bytes(raw, policy=policy.default)
        if message["Date"] is None:
            continue
        body = message.get_body(preferencelist=("plain",))
        yield Mail(
            to=str(message["To"]),
            subject=str(message["Subject"]),
            sent_at=parsedate_to_datetime(message["Date"]).replace(tzinfo=UTC),
            text=body.get_content().strip() if body else "",
        )
