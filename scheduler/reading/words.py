"""Text, IDs, lists of IDs, choices, and yes or no."""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta

from scheduler.reading.faults import Misread
from scheduler.reading.grid import Plain
from scheduler.reading.suggestions import did_you_mean, listed, plain, shown

YES = {"yes", "y", "x", "true", "1"}
NO = {"no", "n", "false", "0"}
LONGEST_ID = 100
_LIST = re.compile(r"\s*[,;]\s*")


def read_text(raw: Plain) -> str:
    """Read any cell as text, exactly as written; a whole number has no decimals."""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else str(raw)
    return str(raw)


def read_id(raw: Plain) -> str:
    """Read an ID: ``007`` stays ``007``, a number 7 reads ``7``, spaces within count as one.

    Raises
    ------
    Misread
        If Excel has turned it into a date or time, or if it is longer than any ID.
    """
    if isinstance(raw, (date, time, timedelta)):
        raise Misread(
            f"Excel has turned this ID into a date or time ({raw})",
            "Format the cell as Text and write the ID again.",
        )
    text = " ".join(read_text(raw).split())
    if len(text) > LONGEST_ID:
        raise Misread(f"{shown(text)} is too long for an ID", f"Use at most {LONGEST_ID} characters.")
    return text


def read_ids(raw: Plain) -> tuple[str, ...]:
    """Read a list of IDs, each once: ``C01, C02``.

    Raises
    ------
    Misread
        If one of them is no ID.
    """
    text = _LIST.split(raw) if isinstance(raw, str) else [raw]
    return tuple(dict.fromkeys(found for part in text if (found := read_id(part))))


def read_at_once(raw: Plain, *, commas: bool) -> tuple[str, ...]:
    """Read what is needed at once: ``SIM + ML``; ``?`` stands for one that is missing.

    Of people and rooms a list with commas means the same; of room types it could mean either.

    Raises
    ------
    Misread
        If it is a list with commas where that could mean either.
    """
    text = raw if isinstance(raw, str) else read_id(raw)
    if not commas and _LIST.search(text):
        raise Misread(
            f"{shown(text)} may mean all of them or one of them",
            "Write SIM + ML for rooms that are needed at once.",
        )
    parts = [found for part in re.split(r"[+,;]", text) if (found := read_id(part)) not in {"", "?"}]
    # ML + ML are two rooms of a type; nobody can be two people.
    return tuple(dict.fromkeys(parts)) if commas else tuple(parts)


def read_choice(raw: Plain, choices: Sequence[str]) -> str:
    """Read one of a few words, in any case.

    Raises
    ------
    Misread
        If it is another.
    """
    text = read_text(raw)
    for choice in choices:
        if plain(choice) == plain(text):
            return choice
    raise Misread(
        f"{shown(text)} is not a choice.{did_you_mean(text, choices)}", f"Write one of: {listed(choices)}."
    )


def read_flag(raw: Plain) -> bool:
    """Read yes or no.

    Raises
    ------
    Misread
        If it is neither.
    """
    text = read_text(raw).casefold()
    if text in YES or text in NO:
        return text in YES
    raise Misread(f"{shown(read_text(raw))} is neither yes nor no", "Write yes, or leave the cell blank.")
