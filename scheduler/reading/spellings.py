"""Words with no sheet of their own, such as campuses and tracks: written in two ways, or a slip."""

from collections.abc import Iterator

from scheduler.reading.faults import Faults
from scheduler.reading.records import Record
from scheduler.reading.references import Records
from scheduler.reading.suggestions import did_you_mean, plain, shown

CAMPUS = (
    ("Cohorts", "Campus"),
    ("Rooms", "Campus"),
    ("Instructors", "Campuses"),
    ("Calendar", "Campus"),
)
ROOM_TYPE = (("Rooms", "Types"), ("Modules", "Room type"))
TRACK = (("Patterns", "Track"), ("Modules", "Track"))
SCENARIO = (("Scenarios", "Scenario"),)


def check_spellings(records: Records, faults: Faults) -> None:
    """Note a campus, room type, track or scenario that differs from another only in case or punctuation."""
    kinds = (("campus", CAMPUS), ("room type", ROOM_TYPE), ("track", TRACK), ("scenario", SCENARIO))
    for kind, places in kinds:
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


def check_calendar_campuses(records: Records, faults: Faults) -> None:
    """Note a campus of the calendar at which there is nobody and nothing: its days off would be lost."""
    known = dict.fromkeys(word for _, _, word in _words(records, CAMPUS[:3]))
    for record, column, word in _words(records, CAMPUS[3:]):
        if plain(word) not in map(plain, known):
            record.fault(
                faults,
                column,
                what=f"there is no campus {shown(word)}.{did_you_mean(word, known)}",
                todo="Name a campus of Cohorts or Rooms, or leave it blank for all.",
            )


def _words(records: Records, places: tuple[tuple[str, str], ...]) -> Iterator[tuple[Record, str, str]]:
    for sheet, column in places:
        for record in records.get(sheet, ()):
            for word in record.ids(column) or filter(None, [record.text(column)]):
                yield record, column, word
