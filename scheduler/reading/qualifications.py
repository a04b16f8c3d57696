"""Qualifications that contradict each other."""

from collections.abc import Sequence

from scheduler.reading.faults import Faults
from scheduler.reading.records import Record


def check_qualifications(qualifications: Sequence[Record], faults: Faults) -> None:
    """Note a qualification that is there twice with different dates or preferences."""
    first: dict[tuple[str, str, str], Record] = {}
    for record in qualifications:
        instructor, program, module = (record.text(name) for name in ("Instructor", "Program", "Module"))
        before = first.setdefault((instructor, program, module), record)
        if module and before.values != record.values:
            record.fault(
                faults,
                "Module",
                what=f"{instructor} {program} {module} is there twice: in rows {before.row} and {record.row}",
                todo="Keep the row that is right.",
            )
