"""Pages as a PDF: plain words on A4, for the fridge door or for somebody without a screen. No framework."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from fpdf import FPDF
from fpdf.enums import XPos, YPos

FONT = "Helvetica"  # one of the fonts every reader of PDFs has: nothing to ship, nothing to load
WRITABLE = "cp1252"  # its letters, with British typography
MARGIN_MM, BULLET_MM = 18, 6


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its paragraphs; lines that begin with `- ` are a list."""

    heading: str
    lines: list[str]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page or service: its name, where it is on the site, and its parts."""

    title: str
    address: str
    summary: str = ""
    parts: list[Part] = field(default_factory=list)


class _Paper(FPDF):
    def __init__(self, title: str, footer: str):
        super().__init__(format="A4")
        self.said_below = footer
        self.core_fonts_encoding = WRITABLE
        self.set_title(writable(title))
        self.set_lang("en-GB")
        self.set_margins(MARGIN_MM, MARGIN_MM)
        self.set_auto_page_break(auto=True, margin=MARGIN_MM + 6)
        self.add_page()

    def footer(self):
        self.set_y(-MARGIN_MM)
        self.say(f"{self.said_below} Page {self.page_no()} of {{nb}}.", size=9)

    def say(self, text: str, *, size: float = 11, bold: bool = False, indent: float = 0) -> None:
        self.set_font(FONT, "B" if bold else "", size)
        self.set_x(self.l_margin + indent)
        self.multi_cell(
            0, size * 0.5, writable(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT, wrapmode="WORD"
        )


def pdf_of(title: str, leaves: Iterable[Leaf], *, footer: str) -> bytes:
    """The leaves one after the other; with more than one, `title` stands above them all."""
    leaves = list(leaves)
    paper = _Paper(title, footer)
    if len(leaves) != 1:
        paper.say(title, size=20, bold=True)
        paper.ln(4)
    for leaf in leaves:
        _write(paper, leaf, size=20 if len(leaves) == 1 else 14)
    return bytes(paper.output())


def _write(paper: _Paper, leaf: Leaf, *, size: float) -> None:
    paper.say(leaf.title, size=size, bold=True)
    paper.say(leaf.address, size=9)
    if leaf.summary:
        paper.ln(1.5)
        paper.say(leaf.summary)
    for part in leaf.parts:
        paper.ln(2)
        paper.say(part.heading, size=12, bold=True)
        for line in part.lines:
            bullet = line.startswith("- ")
            paper.say(f"• {line[2:]}" if bullet else line, indent=BULLET_MM if bullet else 0)
    paper.ln(7)


def writable(text: str) -> str:
    """The text in the letters the font has: accents it lacks are left off, other signs become `?`."""
    if _fits(text):
        return text
    plain = (one if _fits(one) else unicodedata.normalize("NFKD", one) for one in text)
    return (
        "".join("".join(c for c in one if not unicodedata.combining(c)) for one in plain)
        .encode(WRITABLE, "replace")
        .decode(WRITABLE)
    )


def _fits(text: str) -> bool:
    try:
        text.encode(WRITABLE)
    except UnicodeEncodeError:
        return False
    return True
