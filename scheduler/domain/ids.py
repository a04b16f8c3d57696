"""Identifiers: text exactly as the coordinator wrote it."""

from typing import NewType

CohortId = NewType("CohortId", str)
InstructorId = NewType("InstructorId", str)
ModuleId = NewType("ModuleId", str)
PatternId = NewType("PatternId", str)
ProgramId = NewType("ProgramId", str)
RoomId = NewType("RoomId", str)
ResourceId = InstructorId | RoomId
"""Whoever can be available or absent: an instructor or a room."""
