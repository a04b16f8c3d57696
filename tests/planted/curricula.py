"""Tiny programs and weekly patterns with everything the contract allows, drawn at random."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from scheduler.domain.clock import quarters
from scheduler.domain.ids import ModuleId, PatternId, ProgramId
from scheduler.domain.problem import Block, Module, Order, Pattern, Program

WEEK, MONDAY_TO_THURSDAY = frozenset(range(5)), frozenset(range(4))
ROOM_TYPES = ("CL", "ML", "SIM")
TRACKS = ("A", "B")

PLAIN = {
    "AM": ((WEEK, 8, 11, ""),),
    "PM": ((WEEK, 12.25, 14.5, ""),),
    "FT": ((WEEK, 8, 10, ""), (WEEK, 11, 13.5, "")),
    "EVE": ((MONDAY_TO_THURSDAY, 17, 20.25, ""),),
    "SAT": ((frozenset({0, 5}), 9, 13, ""),),
}
SHORT = {
    "AM": ((WEEK, 8, 8.75, ""),),
    "PM": ((WEEK, 12.25, 12.75, ""),),
    "FT": ((WEEK, 8, 8.5, ""), (WEEK, 8.75, 9, "")),
    "EVE": ((MONDAY_TO_THURSDAY, 17, 17.5, ""),),
}
"""Patterns of two or three quarters a day, so that an exact model stays small."""
TRACKED = {
    "T1": ((WEEK, 8, 10, "A"), (WEEK, 10, 11.5, "B")),
    "T2": ((MONDAY_TO_THURSDAY, 9, 11, "A"), (WEEK, 13, 15, "B")),
}


def patterns(*, tracks: bool, short: bool) -> dict[PatternId, Pattern]:
    """Give all weekly patterns, those with tracks only if asked, or only very short ones."""
    spans = SHORT if short else PLAIN
    spans = spans | TRACKED if tracks else spans
    return {
        PatternId(code): Pattern(
            id=PatternId(code),
            blocks=tuple(
                Block(days=days, start=quarters(start), end=quarters(end), track=track)
                for days, start, end, track in blocks
            ),
        )
        for code, blocks in spans.items()
    }


def program(code: str, chance: Random, *, tracks: bool, limits: bool, short: bool) -> Program:
    """Give a program of three to six short modules; those without a track come last.

    Parameters
    ----------
    tracks, limits
        Whether modules may have tracks, and Max hours/day and Min days.
    short
        Whether its modules last an hour or less, and there are at most four.
    """
    tracked = tracks and chance.random() < 0.3
    found: list[Module] = []
    for number in range(1, chance.randint(3, 4 if short else 6) + 1):
        module = Module(
            id=ModuleId(f"M{number}"),
            program=ProgramId(code),
            length=chance.randint(1, 4) if short else chance.randint(8, 36),
            room_types=_room_types(chance),
            instructors=2 if chance.random() < 0.15 else 1,
        )
        if limits:
            module = _limited(module, chance)
        if tracked and number < 5 and chance.random() < 0.8:
            module = replace(module, track=chance.choice(TRACKS))
        found.append(module)
    found.sort(key=lambda module: not module.track)
    order = chance.choice((Order.FIXED, Order.PREREQUISITES))
    if order is Order.PREREQUISITES:
        found = [replace(m, prerequisites=tuple(_needs(m, found[:i], chance))) for i, m in enumerate(found)]
    return Program(
        id=ProgramId(code),
        length=sum(module.length for module in found),
        modules=tuple(found),
        order=order,
    )


def _room_types(chance: Random) -> tuple[str, ...]:
    number = chance.choice((0, 1, 1, 1, 1, 1, 2, 2))
    return tuple(chance.sample(ROOM_TYPES, number))


def _limited(module: Module, chance: Random) -> Module:
    return replace(
        module,
        max_per_day=chance.randint(4, 14) if chance.random() < 0.25 else None,
        min_days=chance.randint(2, 4) if chance.random() < 0.2 else 1,
    )


def _needs(module: Module, earlier: list[Module], chance: Random) -> Iterator[ModuleId]:
    """Yield some modules of its own track before it; one without a track may need any."""
    for other in earlier:
        if (not module.track or other.track == module.track) and chance.random() < 0.35:
            yield other.id
