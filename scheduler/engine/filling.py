"""Filling the places of a placement: who is the main one, who helps out, what is worth keeping."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import ResourceId
from scheduler.engine.case import Candidate, Slot
from scheduler.engine.timeline import Held

MOST_FILLS = 24
"""How many ways to fill a placement are kept, the cheapest ones."""
MOST_TEAMS = 40
"""How many choices of main instructors (or rooms) are tried for one placement."""


@dataclass(frozen=True, slots=True)
class Fill:
    """One way to fill the places of a placement.

    ``price`` is what it adds to the score but for the heads in ``bits`` that are new to the cohort;
    ``missing`` are the staff quarters that nobody holds, ``breaches`` are the codes of the rules
    that a pin breaks, or that break it; ``toll`` is what is paid for quarters that others want too.
    """

    price: float
    bits: int
    held: Held
    missing: Quarter
    breaches: tuple[str, ...] = ()
    toll: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What it costs who fills the places of a placement.

    Attributes
    ----------
    away
        The price of a quarter held by someone (in a room) other than the main one.
    head
        The price of one more instructor or room of the cohort.
    usual
        The main ones in the schedule that is being repaired; None if none is.
    change
        The price of other main ones than those, 0 if there are none.
    """

    away: float
    head: float
    usual: frozenset[ResourceId] | None = None
    change: float = 0.0

    @property
    def worth(self) -> float:
        """How many quarters others may hold before another main one is cheaper."""
        return (self.head + self.change) / self.away if self.away else inf

    def changed(self, held: Held, places: int) -> float:
        """Give what it costs that these hold a placement, if others were its main ones."""
        if self.usual is None:
            return 0.0
        return self.change if mains(held, places) != self.usual else 0.0


def mains(held: Held, places: int) -> frozenset[ResourceId]:
    """Give who holds most of a placement; a tie goes to who comes first."""
    ranked = sorted((-part.bit_count(), part & -part, n) for n, (_, part) in enumerate(held) if part)
    return frozenset(held[n][0] for _, _, n in ranked[:places])


Choice = tuple[float, Fill, Fill]
"""A random part of the rank, the people and the rooms of a placement."""

NOTHING_NEEDED = Fill(0.0, 0, (), 0)


def price_of(slots: Sequence[Slot], held: Held, missing: Quarter, rates: Rates, unstaffed: float) -> float:
    """Give what filling the places costs but for the heads: the longest there are the main ones.

    ``unstaffed`` is the price of a quarter held by nobody.
    """
    wage = {candidate.who: candidate.price for slot in slots for candidate in slot}
    lengths = sorted((part.bit_count() for _, part in held), reverse=True)
    wages = sum(wage[who] * part.bit_count() for who, part in held)
    away = rates.away * sum(lengths[len(slots) :])
    return away + unstaffed * missing + wages + rates.changed(held, len(slots))


def covered(
    slot: Slot,
    rest: int,
    can: Callable[[Candidate, int], int],
    held: dict[ResourceId, int],
    first: Candidate | None,
) -> int:
    """Let others take over what a main one leaves, the most helpful first; give what remains.

    ``can`` says what a candidate can hold of some quarters; ``held`` is what is held already.
    """
    others = [c for c in slot if c.who not in held and not c.pinned]
    others.sort(key=lambda c: (c is not first, -can(c, rest).bit_count()))
    for candidate in others:
        part = can(candidate, rest)
        if part:
            held[candidate.who] = part
            rest ^= part
        if not rest:
            break
    return rest


def helpers(
    slots: Sequence[Slot],
    team: Sequence[Candidate | None],
    mask: int,
    can: Callable[[Candidate, int], int],
) -> list[Candidate | None]:
    """Give those who could take all that a single main one leaves; else None: whoever helps most."""
    main = team[0]
    rest = mask & ~can(main, mask) if main else 0
    if len(slots) > 1 or not rest:
        return [None]
    whole: list[Candidate | None] = [c for c in slots[0] if can(c, rest) == rest]
    return whole or [None]


def teams(
    slots: Sequence[Slot],
    opened: dict[ResourceId, int],
    mask: int,
    worth: float,
    most: int | None = MOST_TEAMS,
) -> Iterator[tuple[Candidate | None, ...]]:
    """Yield choices of one main candidate for each slot, all different; None where nobody is left.

    Someone who leaves ``worth`` quarters or more to others is passed over where somebody else can
    hold them all: one more head is cheaper.
    """
    if len(slots) == 1:
        yield from ((one,) for one in _useful(slots[0], opened, mask, worth) or (None,))
        return
    useful = [[c for c in _allowed(slot) if opened[c.who]] for slot in slots]
    made = 0
    stack: list[tuple[Candidate | None, ...]] = [()]
    while stack and (most is None or made < most):
        team = stack.pop()
        if len(team) == len(slots):
            made += 1
            yield team
            continue
        taken = {main.who for main in team if main}
        free = [c for c in useful[len(team)] if c.who not in taken]
        if team and team[-1] and slots[len(team)] is slots[len(team) - 1]:
            free = [c for c in free if c.bit > team[-1].bit] or free
        choices: list[Candidate | None] = [*reversed(free)] or [None]
        stack.extend((*team, choice) for choice in choices)


def _useful(slot: Slot, opened: dict[ResourceId, int], mask: int, worth: float) -> list[Candidate]:
    whole = [c for c in _allowed(slot) if opened[c.who] == mask]
    least = mask.bit_count() - worth if whole else 0.0
    return whole + [c for c in _allowed(slot) if opened[c.who] != mask and opened[c.who].bit_count() > least]


def _allowed(slot: Slot) -> Slot:
    """Give those who may be the main one: only the pinned one, if one is pinned."""
    return slot[:1] if slot and slot[0].pinned else slot


def undominated(fills: list[Fill], head: float, most: int | None = MOST_FILLS) -> list[Fill]:
    """Keep the cheapest fills, and no fill that another one is never worse than."""
    kept: list[Fill] = []
    for fill in sorted(fills, key=lambda f: (f.price + f.toll, f.bits.bit_count())):
        if len(kept) == most:
            break
        price = fill.price + fill.toll
        if not any(k.price + k.toll + head * (k.bits & ~fill.bits).bit_count() <= price for k in kept):
            kept.append(fill)
    return kept
