"""The sheet Read me of a comparison of scenarios: what each changes, and what comes of it in short."""

from collections.abc import Iterator, Sequence
from datetime import date

from scheduler.domain.clock import number
from scheduler.domain.comparison import Totals
from scheduler.domain.variants import Variant, cohorts
from scheduler.tables import FINISH_DATES, FOUND, HOURS_OF, READ_ME, TOTALS
from scheduler.writing.names import link
from scheduler.writing.paper import Paper
from scheduler.writing.wording import DASH, day_year, plural
from scheduler.writing.workbook import FAINT, HEAD, LINK, Book, footed

WIDTHS = (24.0, 112.0)
SHEETS = {
    TOTALS.name: "A row for each scenario: missing hours, days late, last finish, score (lower is better), "
    "and how near the best possible. Red is worse than as it stands.",
    FINISH_DATES.name: "When each cohort finishes, and how many days later than as it stands (earlier is a "
    "minus).",
    HOURS_OF.name: "The hours of each instructor and each room; bold where they are not as it stands.",
    FOUND.name: "What is wrong in each; faint where it is as it stands.",
}
"""What the other sheets hold."""

ONLY = (
    "None of these schedules is kept, and the planning workbook is as it was. To have one, make its "
    "changes in a copy of the workbook and plan that. What may be far from the best possible says little "
    "yet: compare again with a longer --time."
)


def add(book: Book, variants: Sequence[Variant], *, source: str, site: str, today: date) -> None:
    """Add the sheet."""
    sheet = book.sheet(READ_ME)
    footed(sheet, "What if", site)
    paper = Paper(book=book, sheet=sheet, widths=WIDTHS)
    paper.lay_out()
    sheet.set_row(0, 32)
    title = f"What if {DASH} {site}" if site else "What if"
    sheet.write_string(0, 0, title, book.look(bold=True, font_size=20, font_color=HEAD))
    others = plural(len(variants) - 1, "scenario")
    about = f"{source} as it stands and in {others}, each planned on {day_year(today)}."
    sheet.write_string(1, 0, about, book.look(font_color=FAINT))
    row = _scenarios(paper, 3, variants)
    row = paper.section(row + 1, "Go to")
    for name, text in SHEETS.items():
        paper.words(row, 1, text)
        look = paper.line(font_color=LINK, underline=1, valign="top")
        sheet.write_url(row, 0, link(name), look, name)
        row += 1
    paper.words(row + 1, 0, ONLY)
    sheet.activate()


def _scenarios(paper: Paper, row: int, variants: Sequence[Variant]) -> int:
    """Write for each scenario what comes of it, and what it changes."""
    row = paper.section(row, "The scenarios")
    base = variants[0]
    for variant in variants:
        paper.words(row, 1, _sentence(in_short(variant, base)), bold=True)
        paper.sheet.write_string(row, 0, variant.name, paper.line(bold=True, valign="top", text_wrap=True))
        row += 1
        faults = [_fault(where, one.what) for where, one in variant.findings if variant.faults]
        for line in (*variant.changes, *faults):
            paper.words(row, 1, line, font_color=FAINT)
            row += 1
    return row


def _sentence(parts: Iterator[str]) -> str:
    text = "; ".join(parts)
    return text[0].upper() + text[1:] + "."


def _fault(where: str, what: str) -> str:
    return f"To correct: {where}: {what}" if where else f"To correct: {what}"


def in_short(variant: Variant, base: Variant) -> Iterator[str]:
    """Yield what comes of a scenario, in few words, against the plan as it stands."""
    if variant.counted is None:
        yield variant.said
    elif base.counted is None or variant is base:
        yield from _alone(variant.counted.totals)
        yield variant.said
    else:
        apart = [*_moved(variant, base), *_apart(variant.counted.totals, base.counted.totals)]
        yield from apart or ["nothing that is counted here differs"]
        yield from [variant.said] * variant.is_rough


def _alone(totals: Totals) -> Iterator[str]:
    yield f"the last finish is {day_year(totals.last_finish)}" if totals.last_finish else "nothing is placed"
    missing = [
        f"{number(hours)} h {word}"
        for word, hours in (("unplaced", totals.unplaced), ("unstaffed", totals.unstaffed))
        if hours
    ]
    yield ", ".join(missing) or "every hour is placed and staffed"
    yield plural(totals.findings, "finding")
    yield f"score {number(totals.score)}"


def _moved(variant: Variant, base: Variant) -> Iterator[str]:
    """Say how many cohorts finish later, and how many earlier."""
    days = [apart for cohort in cohorts((base,)) if (apart := variant.later(base, cohort))]
    for word, count in (("later", sum(d > 0 for d in days)), ("earlier", sum(d < 0 for d in days))):
        if count:
            yield f"{plural(count, 'cohort')} finish{'es' * (count == 1)} {word}"


def _apart(now: Totals, was: Totals) -> Iterator[str]:
    """Say what of the totals is another."""
    if now.last_finish and was.last_finish and now.last_finish != was.last_finish:
        days = (now.last_finish - was.last_finish).days
        word = "later" if days > 0 else "earlier"
        yield f"the last of all {plural(abs(days), 'day')} {word}, on {day_year(now.last_finish)}"
    missing = (("unplaced", now.unplaced, was.unplaced), ("unstaffed", now.unstaffed, was.unstaffed))
    for word, here, there in missing:
        if here != there:
            yield f"{number(here)} h {word} (was {number(there)})"
    if now.findings != was.findings:
        yield f"{plural(now.findings, 'finding')} (was {was.findings})"
    if number(now.score) != number(was.score):
        yield f"score {number(now.score)} (was {number(was.score)})"
