"""Dealing what must stay together to printed pages."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

Dealt: TypeAlias = tuple[int, float, list[int]]
"""So many pages, how unevenly they are filled, and the part each of them begins with."""


def page_starts(sizes: Sequence[float], *, title: float, heading: float, most: float) -> list[int]:
    """Give which parts begin a new page, so that there are few pages and they are filled evenly.

    Parameters
    ----------
    sizes
        The height of each part; a part is never divided.
    title, heading
        The height of what stands on the first page only, and of what stands on every page.
    most
        The height of a page.
    """
    best: list[Dealt] = [(0, 0.0, [])]
    for end in range(1, len(sizes) + 1):
        best.append(
            min(
                (best[first][0] + 1, best[first][1] + used**2, [*best[first][2], first])
                for first, used in _pages_to(end, sizes, title, most - heading)
            )
        )
    return best[-1][2][1:]


def _pages_to(end: int, sizes: Sequence[float], title: float, room: float) -> Iterator[tuple[int, float]]:
    """Yield the pages that can end here, each with one part at least: its first part, and its height."""
    height = 0.0
    for first in range(end - 1, -1, -1):
        height += sizes[first]
        used = height + (title if first == 0 else 0)
        if used > room and first < end - 1:
            return
        yield first, used
