"""Words that are written in two ways: campuses, room types and tracks have no sheet of their own."""

from collections.abc import Iterator

from scheduler.reading.faults import Faults
from scheduler.reading.records import Record
from scheduler.reading.references import Records
from scheduler.reading.suggestions import plain, shown

CAMPUS = (
    ("Cohorts", "Campus"),
    ("Rooms", "Campus"),
    ("Instructors", "Campuses"),
    ("Calendar", "Campus"),
)
ROOM_TYPE = (("Rooms", "Types"), ("Modules", "Room type"))
TRACK = (("Patterns", "Track"), ("Modules", "Track"))


def check_spellings(records: Records, faults: Faults) -> None:
    """Note a campus, room type or track that differs from another only in case, spaces or punctuation."""
    for kind, places in (("campus", CAMPUS), ("room type", ROOM_TYPE), ("track", TRACK)):
        first: dict[str, tuple[str, Record, str]] = {}
        for record, column, word in _words(records, places):
            known, before, before_column = first.setdefault(plain(word), (word, record, column))
            if known != word:
                elsewhere = before.where(before_column)
                record.fault(
                    faults,
                    column,
                    what=f"the {kind} {shown(word)} is written {shown(known)} in {elsewhere}",
                    todo="Write it the same way everywhere.",
                )


def _words(records: Records, places: tuple[tuple[str, str], ...]) -> Iterator[tuple[Record, str, str]]:
    for sheet, column in places:
        for record in records.get(sheet, ()):
            for word in record.ids(column) or filter(None, [record.text(column)]):
                yield record, column, word
