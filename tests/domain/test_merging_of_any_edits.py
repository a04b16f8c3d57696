"""Whatever several people edit, merging their copies loses nothing."""

from collections import Counter
from dataclasses import replace

import builders as b
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.edits import PARTS, Edit, edits, value
from scheduler.domain.merging import CELLS, FIELDS, Merged, Version, merged
from scheduler.domain.schedule import Session

WRITTEN = tuple(b.session(day=day, id=f"R{day}", row=day) for day in (5, 6, 7, 8))
HOURS = [(32, 44), (32, 40), (40, 44), (36, 44), (52, 64)]
CHOICES = {
    "cohort": st.sampled_from(["A", "B"]),
    "module": st.sampled_from(["M1", "M2"]),
    "date": st.sampled_from([b.on(5), b.on(6), b.on(20)]),
    "instructors": st.sampled_from([("I-1",), (), ("I-1", "I-2"), ("I-2", "I-1")]),
    "rooms": st.sampled_from([("R-1",), ("R-2",)]),
    "pin": st.sampled_from([frozenset(), frozenset({"time"})]),
    "note": st.sampled_from(["", "Guest", "Make-up"]),
}
IDS = st.sampled_from(["kept", "kept", "kept", "lost"])


@st.composite
def changed(draw: st.DrawFn, row: Session) -> Session:
    """Change some cells of a row; it may lose its Row ID."""
    fields = draw(st.fixed_dictionaries({}, optional=CHOICES))
    if draw(st.booleans()):
        fields["start"], fields["end"] = draw(st.sampled_from(HOURS))
    return replace(row, id=row.id if draw(IDS) == "kept" else "", **fields)


@st.composite
def copies(draw: st.DrawFn) -> list[Session]:
    """Edit, delete, add and sort rows."""
    rows = []
    for row in WRITTEN:
        match draw(st.sampled_from(["left", "left", "changed", "deleted"])):
            case "left":
                rows.append(row)
            case "changed":
                rows.append(draw(changed(row)))
    added = draw(st.lists(changed(b.session(module="M3", day=9)), max_size=2))
    order = draw(st.permutations([*rows, *added]))
    return [replace(row, row=number) for number, row in enumerate(order, start=2)]


def said(row: Session) -> tuple[object, ...]:
    return tuple(value(row, part) for part in PARTS)


def contents(sessions: tuple[Session, ...] | list[Session]) -> Counter[tuple[object, ...]]:
    """Count rows by what they say, wherever they stand."""
    return Counter(map(said, sessions))


@given(copies())
def test_one_copy_is_what_it_is(copy: list[Session]) -> None:
    result = merged(WRITTEN, [copy])

    assert [replace(row, id="") for row in result.sessions] == [replace(row, id="") for row in copy]
    assert result.conflicts == ()


@given(copies())
def test_a_copy_that_nobody_edited_changes_nothing(copy: list[Session]) -> None:
    for both in ([copy, WRITTEN], [WRITTEN, copy]):
        result = merged(WRITTEN, both)
        assert contents(result.sessions) == contents(copy)
        assert result.conflicts == ()


def accounted_for(edit: Edit, number: int, result: Merged) -> bool:
    """Whether an edit of a copy is in the result, or named in a conflict."""
    told = {(found.part, found.other) for found in result.conflicts}
    if not edit.after:
        gone = edit.before.id not in {row.id for row in result.sessions}
        return gone or ("row", Version(copy=number, row=None)) in told
    added = edit.after if edit.before is None else edit.after[1:]
    return all(is_added(row, number, result) for row in added) and all(
        stays(edit, cell, result) or {(cell, version), (part, version)} & told
        for part in edit.parts
        for cell in (FIELDS["time"] if part == "time" else (part,))
        for version in [Version(copy=number, row=edit.after[0])]
    )


def stays(edit: Edit, cell: str, result: Merged) -> bool:
    """Whether a cell of an edited row is in the result, as far as it was edited."""
    (row,) = (row for row in result.sessions if row.id == edit.before.id)
    return value(edit.after[0], cell) in (value(edit.before, cell), value(row, cell))


def is_added(row: Session, number: int, result: Merged) -> bool:
    """Whether a new row of a copy is in the result, with its pin and note if no conflict names them."""
    own = {"pin", "note"}
    told = {found.part for found in result.conflicts if found.other == Version(copy=number, row=row)}
    if told - own:
        return True
    left = {part for part in own - told if value(row, part)}
    parts = {*PARTS} - own | left
    return any(all(value(row, part) == value(other, part) for part in parts) for other in result.sessions)


@given(st.lists(copies(), min_size=2, max_size=3))
def test_every_edit_of_every_copy_is_in_the_result_or_named_in_a_conflict(every: list[list[Session]]) -> None:
    result = merged(WRITTEN, every)

    for number, copy in enumerate(every):
        for edit in edits(WRITTEN, copy):
            assert accounted_for(edit, number, result), (edit, result)
    assert all(row.start < row.end for row in result.sessions)
    ids = [row.id for row in result.sessions if row.id]
    assert len(set(ids)) == len(ids)


@given(st.lists(copies(), min_size=2, max_size=3))
def test_the_rows_of_the_first_copy_come_first_in_their_order(every: list[list[Session]]) -> None:
    numbers = [row.row for row in merged(WRITTEN, every).sessions]
    there = [number for number in numbers if number]

    assert there == sorted(there)
    assert numbers == there + [0] * (len(numbers) - len(there))


@st.composite
def two_hands(draw: st.DrawFn) -> tuple[list[Session], list[Session], list[Session]]:
    """Give two copies of which each has cells the other left alone, and what both make together."""
    hands: tuple[list[Session], list[Session]] = ([], [])
    together: list[Session] = []
    for row in WRITTEN:
        new = replace(draw(changed(row)), id=row.id)
        if new == row and draw(st.booleans()):
            hands[draw(st.integers(0, 1))].append(row)
            continue
        whose = {part: draw(st.integers(0, 1)) for part in PARTS}
        together.append(new)
        for number, hand in enumerate(hands):
            fields = [f for p in PARTS if whose[p] == number for f in FIELDS.get(p, (p,))]
            hand.append(replace(row, **{field: getattr(new, field) for field in fields}))
    for number, hand in enumerate(hands):
        added = b.session(module=f"N{number}", day=12)
        hand.append(added)
        together.append(added)
    return (*hands, together)


@given(two_hands())
def test_edits_that_do_not_meet_are_all_in_the_result_whatever_the_order(
    hands: tuple[list[Session], list[Session], list[Session]],
) -> None:
    first, second, together = hands
    for both in ([first, second], [second, first]):
        result = merged(WRITTEN, both)
        assert contents(result.sessions) == contents(together)
        assert result.conflicts == ()


def test_what_can_be_edited_is_merged() -> None:
    cells = {field for part in CELLS for field in FIELDS.get(part, (part,))}

    assert cells == {field for part in PARTS for field in FIELDS.get(part, (part,))}
    assert cells == set(Session.__slots__) - {"id", "row"}
