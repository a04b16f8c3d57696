"""What a column and a sheet are: name, meaning, kind of value, and the names people also use."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds, and so how it is read, written and offered in a dropdown."""

    TEXT = "text"
    ID = "an ID, kept as text"
    IDS = "one or more IDs: A, B"
    AT_ONCE = "one or more at once: A + B"
    DATE = "a date"
    MOMENT = "a date, or a date and time"
    TIME = "a time of day, on a quarter-hour"
    HOURS = "hours, in quarter-hours"
    HOURS_LIST = "hours: 300, 600"
    COUNT = "a whole number, 0 or more"
    LEVEL = "a whole number from -2 to 2"
    NUMBER = "a number"
    DAYS = "days: MTWRF, Mon-Thu, Sat"
    CHOICE = "one of a few words"
    FLAG = "yes or blank"
    ANY = "whatever the cell would hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it is called, holds and means.

    ``refers`` names the sheet whose IDs may stand here; ``choices`` the only words allowed.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    help: str = ""
    synonyms: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    refers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its name, what a row of it is, and its columns in the order we write them."""

    name: str
    row: str
    columns: tuple[Column, ...]
    required: bool = True
    synonyms: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Column]:
        """Yield the columns in order."""
        return iter(self.columns)

    def column(self, name: str) -> Column:
        """Give the column of that name.

        Raises
        ------
        KeyError
            If there is none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")

    def letter(self, name: str) -> str:
        """Give the letter of a column as we write it: ``C``."""
        return chr(ord("A") + self.columns.index(self.column(name)))
