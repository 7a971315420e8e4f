"""Workbooks are zip files: what one unpacks to is counted before anybody unpacks it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from kpis.spreadsheets.refusals import UnreadableFile

MAX_UNPACKED_BYTES = 200_000_000
MOST_ENTRIES = 5_000
PIECE = 1 << 20
IS_ENCRYPTED = 0x1
TOO_LARGE = "The workbook unpacks to more than 200 MB. Send fewer rows at a time."
BROKEN = "This workbook is damaged. Open it, save it again as XLSX, ODS or CSV and try once more."


class Package:
    """The entries of a zip file, none of which unpacks to more than it announces."""

    def __init__(self, content: bytes):
        self.content = content
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                self.entries = {entry.filename: entry for entry in packed.infolist()}
                announced = sum(entry.file_size for entry in packed.infolist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as problem:
            raise UnreadableFile(BROKEN) from problem
        if announced > MAX_UNPACKED_BYTES or len(self.entries) > MOST_ENTRIES:
            raise UnreadableFile(TOO_LARGE)
        if any(entry.flag_bits & IS_ENCRYPTED for entry in self.entries.values()):
            raise UnreadableFile("The workbook is locked with a password. Save it without one and try again.")

    def check(self) -> None:
        """Unpack everything once, keeping nothing; UnreadableFile where an entry lies about its size."""
        for name in self.entries:
            for _ in self.pieces(name):
                pass

    def read(self, name: str) -> bytes:
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """What an entry unpacks to, a megabyte at a time; never more than it announces."""
        entry = self.entries[name]
        left = entry.file_size
        for piece in self._unpacked(entry):
            left -= len(piece)
            if left < 0:
                raise UnreadableFile(TOO_LARGE)
            yield piece

    def _unpacked(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        packed = self._packed(entry)
        if entry.compress_type == zipfile.ZIP_STORED:
            yield packed
            return
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            raise UnreadableFile(BROKEN)
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            while packed and not stream.eof:
                yield stream.decompress(packed, PIECE)
                packed = stream.unconsumed_tail
            yield stream.flush(PIECE)
        except zlib.error as problem:
            raise UnreadableFile(BROKEN) from problem

    def _packed(self, entry: zipfile.ZipInfo) -> memoryview:
        """The entry's own bytes: they stand behind a local header of 30 bytes, a name and extras."""
        start = entry.header_offset
        header = self.content[start : start + 30]
        if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
            raise UnreadableFile(BROKEN)
        name_length, extra_length = struct.unpack("<HH", header[26:30])
        begin = start + 30 + name_length + extra_length
        return memoryview(self.content)[begin : begin + entry.compress_size]
