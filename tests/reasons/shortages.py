"""Tiny problems of one cohort, drawn at random, most of which ask for too much in one way or another."""

from random import Random
from typing import Any

import builders as b

from scheduler.domain.problem import Problem

MODULES = ("M1", "M2", "M3")


def short(chance: Random) -> Problem:
    """Give a problem of two or three modules of 3 or 6 h, with one to three of these shortages."""
    names = MODULES[: chance.randint(2, 3)]
    modules = {name: {"hours": chance.choice((3, 6))} for name in names}
    cohort: dict[str, Any] = {}
    fields: dict[str, Any] = {"order": chance.choice(("fixed", "prerequisites")), "last": 16}
    people = {"I-1": {}, "I-2": {}} if chance.random() < 0.5 else {"I-1": {}}
    rows = [b.qualified(who, name) for who in people for name in names]
    for kind in chance.sample(KINDS, chance.randint(1, 3)):
        kind(chance, fields, cohort, modules, people, rows)
    return b.problem(
        *(b.module(name, **made) for name, made in modules.items()),
        cohorts=[b.cohort(**cohort)],
        instructors=[b.instructor(who, **made) for who, made in people.items()],
        rooms=[b.room("R-1", seats=fields.pop("seats", 20))],
        qualifications=rows,
        **fields,
    )


def _unqualified(chance: Random, _fields: Any, _cohort: Any, _modules: Any, _people: Any, rows: Any) -> None:
    rows.remove(chance.choice(rows))


def _expiring(chance: Random, _fields: Any, _cohort: Any, _modules: Any, _people: Any, rows: Any) -> None:
    at = chance.randrange(len(rows))
    rows[at] = b.qualified(rows[at].instructor, rows[at].module, until=chance.randint(5, 8), row=at + 2)


def _away(chance: Random, fields: Any, _cohort: Any, _modules: Any, people: Any, _rows: Any) -> None:
    first = chance.randint(5, 8)
    gone = [b.absence(who, first, first + chance.randint(0, 3)) for who in (*people, "R-1")]
    fields["absences"] = tuple(chance.sample(gone, chance.randint(1, len(gone))))


def _window(chance: Random, fields: Any, _cohort: Any, _modules: Any, people: Any, _rows: Any) -> None:
    hours = chance.choice(("8-10", "12-16", "8-11"))
    fields["windows"] = (b.window(chance.choice([*people]), chance.choice(("MTWRF", "MWF")), hours),)


def _load(chance: Random, _fields: Any, _cohort: Any, _modules: Any, people: Any, _rows: Any) -> None:
    for made in people.values():
        made.update(chance.choice(({"day": 2}, {"week": 6}, {"day": 3, "week": 3})))


def _small(chance: Random, fields: Any, _cohort: Any, _modules: Any, _people: Any, _rows: Any) -> None:
    fields["seats"] = chance.choice((9, 10))


def _no_room(chance: Random, _fields: Any, _cohort: Any, modules: Any, _people: Any, _rows: Any) -> None:
    modules[chance.choice([*modules])]["room_types"] = ("ML",)


def _soon(chance: Random, _fields: Any, cohort: Any, _modules: Any, _people: Any, _rows: Any) -> None:
    cohort["finish"] = chance.randint(6, 9)


def _pinned(chance: Random, fields: Any, _cohort: Any, modules: Any, people: Any, _rows: Any) -> None:
    first, second = chance.sample([*modules], 2)
    who = chance.choice([*people])
    fields["pins"] = (
        b.pin("A", first, chance.randint(4, 8)),
        b.pin("A", second, chance.randint(5, 9), who=who),
    )


def _weeks(chance: Random, fields: Any, cohort: Any, _modules: Any, _people: Any, _rows: Any) -> None:
    fields["min_weeks"] = chance.randint(2, 3)
    cohort["aided"] = True


KINDS = (_unqualified, _expiring, _away, _window, _load, _small, _no_room, _soon, _pinned, _weeks)
