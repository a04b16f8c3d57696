"""Make a blank planning workbook."""

from pathlib import Path

from scheduler.app.fresh import check_fresh


def template(path: Path) -> Path:
    """Write a blank planning workbook with dropdowns and instructions; give where it is.

    Raises
    ------
    InputError
        If there is something by that name already, or the name is no workbook's.
    OSError
        If it cannot be written there.
    """
    from scheduler.writing import write_planning  # noqa: PLC0415  loads pandas, which nobody needs before

    check_fresh(path, "a planning workbook")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_planning(path)
    return path
