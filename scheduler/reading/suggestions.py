"""What somebody may have meant: suggested in words, never taken for granted."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORT = 5
"""Codes up to this length are alike only if one letter differs (or two are swapped)."""


def plain(text: str) -> str:
    """Give a word without case, spaces and punctuation, as headings are compared."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def shown(text: str) -> str:
    """Quote a value in a message, shortened if it is long."""
    return f'"{text}"' if len(text) <= 60 else f'"{text[:57]}..."'


@lru_cache(maxsize=4096)
def alike(word: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Give at most two choices that the word may be a slip of, the likeliest first."""
    key = plain(word)
    plains = _plains(choices)
    same = [choice for choice, other in zip(choices, plains, strict=True) if key == other and choice != word]
    return (tuple(same[:2]) or _near(key, choices) or _containing(key, choices)) if key else ()


@lru_cache(maxsize=32)
def _plains(choices: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain(choice) for choice in choices)


def _near(key: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    allowed = 1 if len(key) <= SHORT else 2
    found = process.extract(key, _plains(choices), scorer=OSA.distance, score_cutoff=allowed, limit=8)
    near = [
        (distance, choices[index])
        for text, distance, index in found
        if 0 < distance < max(len(text), len(key))
    ]
    return tuple(choice for distance, choice in near if distance == near[0][0])[:2]


def _containing(key: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    if len(key) < SHORT:
        return ()
    found = [choice for choice, other in zip(choices, _plains(choices), strict=True) if key in other]
    return tuple(sorted(found, key=len)[:2])


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Give `` Did you mean "CNC"?`` for a likely slip, else nothing."""
    found = alike(word, tuple(choices))
    return f" Did you mean {' or '.join(map(shown, found))}?" if found else ""


def listed(choices: Iterable[str], most: int = 8) -> str:
    """List the first few choices in a message: ``CNC, CPT``."""
    words = list(choices)
    return ", ".join(words[:most]) + (", ..." if len(words) > most else "")
