"""Plan and check 600-hour training programs over real dates.

From Python: `read` a planning workbook, `plan` it, `check` it, look at it with `to_frame`.
Each is loaded when it is first asked for, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scheduler.interface import (
        Finding,
        InputError,
        Outcome,
        Problem,
        Schedule,
        check,
        plan,
        read,
        to_frame,
    )

__version__ = "0.1.0"
__all__ = [
    "Finding",
    "InputError",
    "Outcome",
    "Problem",
    "Schedule",
    "check",
    "plan",
    "read",
    "to_frame",
]


def __getattr__(name: str) -> object:
    """Load what is asked for from `scheduler.interface`."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from scheduler import interface  # noqa: PLC0415  importing scheduler alone must stay light

    return getattr(interface, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
