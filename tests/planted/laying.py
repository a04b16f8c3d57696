"""Lay a cohort's modules into its class time the way the rules mean it, one cohort at a time."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from scheduler.domain.calendar import ClassBlock
from scheduler.domain.clock import Quarter
from scheduler.domain.ids import ModuleId
from scheduler.domain.problem import Module, Order, Program


class Piece(NamedTuple):
    """An uninterrupted stretch of one module."""

    module: Module
    date: date
    start: Quarter
    end: Quarter


def order(program: Program, chance: Random) -> list[Module]:
    """Give an order the program allows, modules with a track first."""
    if program.order is Order.FIXED:
        return list(program.modules)
    found: list[Module] = []
    left = list(program.modules)
    while left:
        done = {module.id for module in found}
        ready = [module for module in left if done.issuperset(module.prerequisites)]
        ready = [module for module in ready if module.track] or ready
        found.append(chance.choice(ready))
        left.remove(found[-1])
    return found


def laid(modules: Sequence[Module], blocks: Sequence[ClassBlock], skipped: Collection[date]) -> list[Piece]:
    """Lay modules end to end, each track in its own class time and modules without a track last.

    Raises
    ------
    ValueError
        If the class time does not suffice.
    """
    tracks = {block.track for block in blocks} - {""}
    parallel = [module for module in modules if module.track and tracks]
    pieces: list[Piece] = []
    for track in sorted({module.track for module in parallel}):
        own = [block for block in blocks if block.track == track]
        pieces += _in_turn([module for module in parallel if module.track == track], own, skipped)
    end = max(((piece.date, piece.end) for piece in pieces), default=(date.min, 0))
    rest = [block for block in blocks if (block.date, block.start) >= end]
    pieces += _in_turn([module for module in modules if module not in parallel], rest, skipped)
    return sorted(pieces, key=lambda piece: (piece.date, piece.start))


def _in_turn(
    modules: Sequence[Module], blocks: Sequence[ClassBlock], skipped: Collection[date]
) -> Iterator[Piece]:
    waiting = list(modules)
    left, held = (waiting[0].length, 0) if waiting else (0, 0)
    days = sorted({block.date for block in blocks} - set(skipped))
    for day in days:
        free = [(block.start, block.end) for block in blocks if block.date == day]
        while waiting and free:
            module = waiting[0]
            amount = _amount(module, left, sum(end - start for start, end in free), held)
            taken, free = _split(free, amount)
            yield from (Piece(module, day, start, end) for start, end in taken)
            left, held = left - amount, held + 1
            if left:
                break
            waiting.pop(0)
            left, held = (waiting[0].length, 0) if waiting else (0, 0)
    if waiting:
        raise ValueError(f"no class time left for {waiting[0].id}")


def _amount(module: Module, left: Quarter, free: Quarter, held: int) -> Quarter:
    """Give how much is held on a day: all that fits, but a quarter for each day still needed."""
    later = max(0, min(module.min_days, module.length) - held - 1)
    return min(free, left - later, module.max_per_day or left)


def _split(
    free: list[tuple[Quarter, Quarter]], amount: Quarter
) -> tuple[list[tuple[Quarter, Quarter]], list[tuple[Quarter, Quarter]]]:
    taken, rest = [], []
    for start, end in free:
        middle = min(end, start + amount)
        amount -= middle - start
        if middle > start:
            taken.append((start, middle))
        if end > middle:
            rest.append((middle, end))
    return taken, rest


def by_module(pieces: Sequence[Piece]) -> dict[ModuleId, list[Piece]]:
    """Group pieces by module, in the order in which the modules begin."""
    found: dict[ModuleId, list[Piece]] = {}
    for piece in pieces:
        found.setdefault(piece.module.id, []).append(piece)
    return found
