"""What a cohort has to be placed: its modules, or what rows that stay leave of them, and who may serve."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

from scheduler import rules
from scheduler.domain.ids import InstructorId, ResourceId, RoomId
from scheduler.domain.problem import Cohort, Module, Pattern, Problem
from scheduler.domain.schedule import Session, main_instructors, main_rooms
from scheduler.engine.axis import Axis
from scheduler.engine.case import Candidate, Slot, Task, Usual
from scheduler.engine.kept import Kept, Row, class_time_of
from scheduler.engine.lane import Lane
from scheduler.engine.prices import Prices
from scheduler.rules import instructor_qualified, module_order, pin


class Tasks:
    """The tasks of every cohort.

    ``bits`` stand for people and rooms in sets, ``blocked`` are the quarters at which they are not
    there at all.
    """

    def __init__(
        self,
        problem: Problem,
        axis: Axis,
        kept: Kept,
        *,
        bits: Mapping[ResourceId, int],
        blocked: Mapping[ResourceId, int],
    ) -> None:
        self._problem = problem
        self._axis = axis
        self._kept = kept
        self._bits = bits
        self._blocked = blocked
        self._prices = Prices.of(problem)

    def of(
        self, cohort: Cohort, pattern: Pattern, tracks: Sequence[str], lanes: Mapping[str, Lane]
    ) -> tuple[Task, ...]:
        """Give a cohort's tasks under a pattern: rows with open places first, then its modules."""
        modules = self._problem.program_of(cohort.id).modules
        fixed = tuple(self._open_rows(cohort, 1 << len(modules)))
        first = reduce(or_, (task.bit for task in fixed), 0)
        rows = self._kept.by_module(cohort.id)
        left = [self._left(cohort, module) for module in modules]
        past = 0 if self._problem.since is None else ~self._axis.since(self._problem.since)
        bit = {
            module.id: 1 << number
            for number, module in enumerate(left)
            if module.length or rows.get(module.id, 0) & ~past
        }
        before = module_order.predecessors(self._problem.program_of(cohort.id), pattern)
        return fixed + tuple(
            Task(
                module=module,
                bit=bit[module.id],
                before=first | sum(bit.get(other, 0) for other in before[module.id]),
                tracks=tuple(tracks.index(t) for t in module_order.tracks(module, pattern)),
                lane=lanes[module.track],
                people=self._people(cohort, module),
                rooms=self._rooms(cohort, module),
                pin=pin.pinned(self._problem, cohort.id, module.id),
                usual=self._usual(cohort, module),
                rows=rows.get(module.id, 0),
            )
            for module in left
            if module.id in bit
        )

    def _left(self, cohort: Cohort, module: Module) -> Module:
        """Give what rows that stay leave of a module."""
        rows = [row.session for row in self._kept.of(cohort.id) if row.session.module == module.id]
        held = sum(row.length for row in rows)
        days = len({row.date for row in rows})
        return replace(module, length=max(0, module.length - held), min_days=max(1, module.min_days - days))

    def _open_rows(self, cohort: Cohort, bit: int) -> Iterator[Task]:
        """Yield the rows that stay when they are, but need somebody; each waits for the one before."""
        before = 0
        for row in self._kept.of(cohort.id):
            if not row.whole:
                yield self._open_row(cohort, row, bit, before)
                before |= bit
                bit <<= 1

    def _open_row(self, cohort: Cohort, row: Row, bit: int, before: int) -> Task:
        session = row.session
        module = self._problem.module(cohort.id, session.module)
        usual = self._mains(session)
        people = _without(self._people(cohort, module), row.people)
        rooms = _without(self._rooms(cohort, module), row.rooms)
        return Task(
            module=replace(module, length=session.length, max_per_day=None, min_days=1),
            bit=bit,
            before=before,
            tracks=(),
            lane=Lane(self._axis, class_time_of([row])),
            people=tuple(_dearer(slot, usual.people, self._prices.cover) for slot in people),
            rooms=tuple(_dearer(slot, usual.rooms, self._prices.move) for slot in rooms),
            pin=None,
            fixed=True,
        )

    def _usual(self, cohort: Cohort, module: Module) -> Usual | None:
        """Give how a placement is in the schedule that is being repaired."""
        if self._problem.previous is None or not module.length:
            return None
        sessions = self._problem.previous.by_placement.get((cohort.id, module.id), ())
        found = self._mains_of(sessions, module)
        return replace(found, mask=self._axis.mask_of(s for s in sessions if not pin.stays(self._problem, s)))

    def _mains(self, session: Session) -> Usual:
        """Give the main ones of a row's placement."""
        assert self._problem.previous is not None
        module = self._problem.module(session.cohort, session.module)
        return self._mains_of(self._problem.previous.by_placement[session.cohort, session.module], module)

    def _mains_of(self, sessions: Sequence[Session], module: Module) -> Usual:
        return Usual(
            mask=None,
            people=frozenset(main_instructors(sessions, module.instructors)),
            rooms=frozenset(main_rooms(sessions, len(module.room_types))),
        )

    def _people(self, cohort: Cohort, module: Module) -> tuple[Slot, ...]:
        fixed = pin.pinned(self._problem, cohort.id, module.id)
        pinned = fixed.instructors[: module.instructors] if fixed else ()
        others = tuple(
            self._person(cohort, module, who)
            for who in rules.who_may_teach(self._problem, cohort, module)
            if who not in pinned
        )
        pinned_slots = tuple((self._person(cohort, module, who, pinned=True), *others) for who in pinned)
        return pinned_slots + (others,) * (module.instructors - len(pinned))

    def _person(
        self, cohort: Cohort, module: Module, who: InstructorId, *, pinned: bool = False
    ) -> Candidate:
        until = instructor_qualified.valid_until(self._problem, module, who)
        expired = self._axis.after(until) if until else 0
        row = self._problem.qualification(who, module)
        return Candidate(
            who=who,
            bit=self._bits[who],
            blocked=self._closed(cohort, module, who) | (0 if pinned else expired),
            expired=expired,
            price=-(row.preference if row else 0) * self._prices.preference,
            pinned=pinned,
        )

    def _closed(self, cohort: Cohort, module: Module, who: ResourceId) -> int:
        """Give the quarters at which somebody is away, kept by rows that stay, or not wanted."""
        unwanted = (
            row
            for row, one in self._problem.unwanted
            if one == who and (row.cohort, row.module) == (cohort.id, module.id)
        )
        not_then = self._axis.mask_of(unwanted) or 0
        return self._blocked[who] | self._kept.closed(who, cohort) | not_then

    def _rooms(self, cohort: Cohort, module: Module) -> tuple[Slot, ...]:
        fixed = pin.pinned(self._problem, cohort.id, module.id)
        pinned = list(fixed.rooms[: len(module.room_types)]) if fixed else []
        fitting = [self._problem.rooms[room] for room in rules.where_it_may_be(self._problem, cohort, module)]
        slots: list[Slot] = []
        for needed in module.room_types:
            match = next((r for r in pinned if needed in self._problem.rooms[r].types), None)
            match = match or (pinned[0] if len(pinned) >= len(module.room_types) - len(slots) else None)
            if match:
                pinned.remove(match)
            slots.append(self._places(cohort, module, match, [r.id for r in fitting if needed in r.types]))
        return tuple(slots)

    def _places(
        self, cohort: Cohort, module: Module, match: RoomId | None, fitting: Sequence[RoomId]
    ) -> Slot:
        """Give the rooms for one place, the pinned one in front."""
        return tuple(
            Candidate(
                who=who,
                bit=self._bits[who],
                blocked=self._closed(cohort, module, who),
                pinned=who == match,
            )
            for who in dict.fromkeys([*([match] if match else []), *fitting])
        )


def _without(slots: Sequence[Slot], held: Sequence[ResourceId]) -> tuple[Slot, ...]:
    """Give the places that are left when some are held: by whom they are pinned to, or whom they suit."""
    left = list(slots)
    for who in held[: len(slots)]:
        left.remove(min(left, key=lambda slot: _unlike(slot, who)))
    return tuple(tuple(one for one in slot if one.who not in held) for slot in left)


def _unlike(slot: Slot, who: ResourceId) -> int:
    """Say how little a place is meant for somebody."""
    if slot and slot[0].pinned:
        return 0 if slot[0].who == who else 3
    return 1 if any(one.who == who for one in slot) else 2


def _dearer(slot: Slot, usual: frozenset[ResourceId], price: float) -> Slot:
    """Give a place's candidates, whoever is not usually the main one at a price."""
    return tuple(replace(one, price=one.price + (0.0 if one.who in usual else price)) for one in slot)
