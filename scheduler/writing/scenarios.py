"""The workbook that compares scenarios: a page of words, then a sheet for each kind of difference."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import ceil
from pathlib import Path

from scheduler.domain.clock import hours
from scheduler.domain.variants import Load, Variant, cohorts, loads
from scheduler.tables import FINISH_DATES, FOUND, HOURS_OF, TOTALS, Column, Kind, Sheet
from scheduler.writing import scenario_summary
from scheduler.writing.table import LINE, Report, fitting, report
from scheduler.writing.workbook import ALERT, ALERT_INK, FAINT, Book, Cell, put, shown, written

TOTAL_WIDTHS = {
    "Unplaced hours": 10.0,
    "Unstaffed hours": 10.0,
    "Days late": 8.0,
    "Score": 10.0,
    "How near the best possible": 26.0,
    "Findings": 10.0,
    "What is different": 64.0,
}
FOUND_WIDTHS = {"Rule": 18.0, "Where": 30.0, "What": 60.0, "What to do": 46.0}
DATE_WIDTH, LATER_WIDTH, HOURS_WIDTH = 17.0, 8.0, 13.0
PACKED = 1.1
"""So many times the letters of a width fit into it: its width is counted in wide ones."""

LATER, LAST = "Days later", "Last of all"
APART = "+0;-0;0"
WORSE: Mapping[str, object] = {"bg_color": ALERT, "font_color": ALERT_INK}
NOTHING = "Nothing was found in any of them: every rule holds, every hour is placed and staffed."

Style = Mapping[str, object]


def write_scenarios(path: Path, variants: Sequence[Variant], *, source: str, site: str, today: date) -> None:
    """Write the workbook.

    Parameters
    ----------
    path
        Where to; a file there is replaced.
    variants
        The plan as it stands first.
    source
        What the planning workbook is called.
    today
        The date the workbook carries.

    Raises
    ------
    PermissionError
        If the file cannot be written.
    """
    counted = [variant for variant in variants if variant.counted]
    with written(path, today) as book:
        scenario_summary.add(book, variants, source=source, site=site, today=today)
        _totals(book, variants, site)
        _finishes(book, counted, variants[0], site)
        _loads(book, counted, site)
        _found(book, variants, site)


def _totals(book: Book, variants: Sequence[Variant], site: str) -> None:
    """Add the sheet with a row for each scenario; what is worse than as it stands is marked."""
    widths = TOTAL_WIDTHS | {"Scenario": fitting(18, (variant.name for variant in variants))}
    page = report(book, TOTALS, widths, site=site)
    base = _total(variants[0])
    for number, variant in enumerate(variants, start=1):
        values = _total(variant)
        for index, value in enumerate(values):
            _write(page, number, index, value, WORSE if _is_worse(value, base[index]) else {})
        _heighten(page, number, variant.changes, variant.said)
    page.finish(len(variants))


def _heighten(page: Report, number: int, lines: Sequence[str], near: str) -> None:
    """Make a row as high as its lines need."""
    changed = sum(max(1, ceil(len(line) / (PACKED * TOTAL_WIDTHS["What is different"]))) for line in lines)
    said = ceil(len(near) / TOTAL_WIDTHS["How near the best possible"])
    page.sheet.set_row(number, LINE * max(changed, said) + 3)


def _total(variant: Variant) -> list[Cell]:
    changes = "\n".join(variant.changes)
    if variant.counted is None:
        return [variant.name, *[None] * 5, variant.said, len(variant.findings) or None, changes]
    totals = variant.counted.totals
    return [
        *(variant.name, totals.unplaced, totals.unstaffed, variant.days_late),
        *(totals.last_finish, totals.score, variant.said, totals.findings, changes),
    ]


def _is_worse(value: Cell, base: Cell) -> bool:
    """Whether a number is higher, or a date later, than as it stands."""
    match value, base:
        case date(), date():
            return value > base
        case int() | float(), int() | float():
            return value > base
    return False


def _write(page: Report, number: int, index: int, value: Cell, style: Style) -> None:
    """Write a value in the look of its column, a number with the decimals it needs."""
    form: dict[str, object] = {"num_format": shown(value)} if isinstance(value, int | float) else {}
    if index and page.columns[index].kind is Kind.TEXT:
        form["indent"] = 1
    put(page.sheet, number, index, value, page.look(page.columns[index], **{**form, **style}))


def _page(book: Book, table: Sheet, columns: Sequence[Column], ids: Sequence[str], site: str) -> Report:
    """Begin a sheet that has further columns for scenarios, with headings as high as they need."""
    wide = {Kind.DATE: DATE_WIDTH, Kind.COUNT: LATER_WIDTH}
    widths = {column.name: wide.get(column.kind, HOURS_WIDTH) for column in columns}
    first = table.columns[0].name
    whole = replace(table, columns=(*table.columns, *columns))
    page = report(book, whole, widths | {first: fitting(18, ids)}, site=site)
    lines = max((ceil(len(column.name) / (widths[column.name] - 2)) for column in columns), default=1)
    page.sheet.set_row(0, max(32, 14 * lines + 4))
    return page


def _finishes(book: Book, counted: Sequence[Variant], base: Variant, site: str) -> None:
    """Add the sheet with a row for each cohort: when it finishes, and how many days later than it stands."""
    columns: list[Column] = []
    for variant in counted:
        columns.append(Column(name=variant.name, kind=Kind.DATE))
        columns += [Column(name=LATER, kind=Kind.COUNT)] * (variant is not base)
    known = cohorts(counted)
    page = _page(book, FINISH_DATES, columns, known, site)
    for number, cohort in enumerate(known, start=1):
        _finish(page, number, cohort, [one.finish(cohort) for one in counted], base in counted)
    ends = [one.counted.totals.last_finish for one in counted if one.counted]
    _finish(page, len(known) + 1, LAST, ends, base in counted, bold=True, top=2)
    page.finish(len(known))


def _finish(
    page: Report, number: int, who: str, ends: Sequence[date | None], has_base: bool, **style: object
) -> None:
    _write(page, number, 0, who, style)
    base, index = (ends[0] if has_base else None), 1
    for place, end in enumerate(ends):
        _write(page, number, index, end, style)
        index += 1
        if place or not has_base:
            days = (end - base).days if end and base else None
            worse = WORSE if days and days > 0 else {}
            _write(page, number, index, days, {**style, "num_format": APART, **worse})
            index += 1


def _loads(book: Book, counted: Sequence[Variant], site: str) -> None:
    """Add the sheet with a row for each instructor, then each room; what differs is bold."""
    found = loads(counted)
    columns = [Column(name=variant.name, kind=Kind.HOURS) for variant in counted]
    page = _page(book, HOURS_OF, columns, [load.who for load in found], site)
    first = next((load for load in found if load.is_room), None)
    for number, load in enumerate(found, start=1):
        _load(page, number, load, {"top": 2} if load is first else {})
    page.finish(len(found))


def _load(page: Report, number: int, load: Load, style: Style) -> None:
    _write(page, number, 0, load.who, style)
    for index, length in enumerate(load.quarters, start=1):
        bold = {"bold": True} if length != load.quarters[0] else {}
        _write(page, number, index, None if length is None else hours(length), {**style, **bold})


def _found(book: Book, variants: Sequence[Variant], site: str) -> None:
    """Add the sheet of findings; those that the plan has as it stands are faint in scenarios."""
    names = [variant.name for variant in variants]
    page = report(book, FOUND, FOUND_WIDTHS | {"Scenario": fitting(18, names)}, site=site)
    known = {(where, one.what) for where, one in variants[0].findings}
    number = 0
    for variant in variants:
        for where, one in variant.findings:
            number += 1
            old = variant is not variants[0] and (where, one.what) in known
            style = {"font_color": FAINT} if old else {}
            page.row(number, [variant.name, one.rule, where, one.what, one.todo], **style)
            page.tall(number, [(one.what, FOUND_WIDTHS["What"]), (one.todo, FOUND_WIDTHS["What to do"])])
    if not number:
        page.row(1, ["", "", "", NOTHING, ""])
    page.finish(number)
