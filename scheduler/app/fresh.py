"""New workbooks under a name that a person chose: nothing that is there is overwritten."""

from pathlib import Path

from scheduler.app.faults import refused


def check_fresh(path: Path, thing: str) -> None:
    """See that a workbook can get this name; ``thing`` says what it is to be.

    Raises
    ------
    InputError
        If there is something by that name already, or the name is no workbook's.
    """
    if path.suffix.lower() != ".xlsx":
        raise refused(path, f"{thing}'s name ends in .xlsx", f"Name it {path.stem}.xlsx")
    if path.exists():
        raise refused(path, "this is there already and stays as it is", "Choose another name")
