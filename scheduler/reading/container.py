"""Safety before a workbook is opened: nothing is unpacked that is not what it should be."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from scheduler.reading.faults import Unreadable

MAX_FILE = 50_000_000
MAX_ENTRIES = 5_000
MAX_UNPACKED = 150_000_000
MAX_RATIO = 200
RATIO_MATTERS_FROM = 1_000_000
MAX_TAGS_OUTSIDE_SHEETS = 1_000_000
"""Limits in bytes, files and XML tags; a workbook of 20,000 filled rows stays far below them."""

CHUNK = 1 << 20
OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
SAVE_AS = "Open it in Excel and save it as an Excel workbook (.xlsx)."
RESTORE = "Open it in Excel, let it repair the file, save it again; or take the last good copy."


def contents(path: Path) -> BytesIO:
    """Read a workbook's bytes once they have proved to be harmless.

    Raises
    ------
    Unreadable
        If the file is missing, empty, no zip, encrypted, corrupt, or would unpack to
        something far larger than any workbook.
    """
    raw = _bytes(path)
    if not raw:
        raise Unreadable("the file is empty", "Choose another file.")
    if raw.startswith(OLD_OR_ENCRYPTED):
        raise Unreadable(
            "this is an old .xls workbook, or a workbook protected with a password",
            "Remove the password (File > Info > Protect Workbook), then save it as .xlsx.",
        )
    if not raw.startswith(b"PK"):
        raise Unreadable("this is not an Excel workbook (.xlsx)", SAVE_AS)
    stream = BytesIO(raw)
    try:
        with zipfile.ZipFile(stream) as archive:
            _inspect(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as reason:
        raise Unreadable("the workbook is damaged and cannot be unpacked", RESTORE) from reason
    stream.seek(0)
    return stream


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE:
            raise Unreadable(
                f"the file is larger than {MAX_FILE // 1_000_000} MB",
                "Remove pictures and sheets that are not needed.",
            )
        return path.read_bytes()
    except FileNotFoundError as reason:
        raise Unreadable("there is no such file", "Check the name and the folder.") from reason
    except OSError as reason:
        raise Unreadable(
            f"the file cannot be read ({type(reason).__name__})", "Close it in Excel and try again."
        ) from reason


def _inspect(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("the workbook is protected with a password", "Save it without the password.")
    if len(entries) > MAX_ENTRIES:
        raise Unreadable(f"the file holds {len(entries):,} parts, too many for a workbook", SAVE_AS)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Unreadable(
            f"the workbook unpacks to more than {MAX_UNPACKED // 1_000_000} MB",
            "Delete the sheets, rows and pictures that are not needed.",
        )
    if any(_is_bomb(entry) for entry in entries):
        raise Unreadable(
            "the file is packed far more tightly than any workbook, as a zip bomb is", "Do not use it."
        )
    tags = 0
    for entry in entries:
        counted = tags_in(archive, entry)
        tags += 0 if entry.filename.startswith("xl/worksheets/") else counted
    if tags > MAX_TAGS_OUTSIDE_SHEETS:
        raise Unreadable(
            "the workbook holds far more texts and formats than a planning or schedule workbook",
            "Copy the sheets that are needed into a new workbook.",
        )


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > RATIO_MATTERS_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)


def tags_in(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str) -> int:
    """Count the tags of a part; reading it to its end also checks it against its checksum."""
    count = 0
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            count += chunk.count(b"<")
    return count
