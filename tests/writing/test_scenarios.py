"""The workbook that compares scenarios."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from variants import base, faulty, late, left
from writing.office import converted, needs_office, needs_poppler, pages

from scheduler.domain.variants import Variant
from scheduler.writing import write_scenarios
from scheduler.writing.scenario_summary import in_short

ALL = (base(), late(), faulty(), left())


def write(path: Path, *variants: Variant) -> Path:
    write_scenarios(path, variants, source="fall.xlsx", site="Sample College", today=date(2026, 1, 2))
    return path


@pytest.fixture
def book(tmp_path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(write(tmp_path / "what if.xlsx", *ALL))


def rows(book: openpyxl.Workbook, name: str) -> list[list[object]]:
    return [list(row) for row in book[name].iter_rows(values_only=True)]


def day(number: int) -> datetime:
    return datetime(2026, 1, number)  # noqa: DTZ001  a workbook knows no time zones


def test_the_sheets_and_how_they_print(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["Read me", "Scenarios", "Finish dates", "Load", "Findings"]
    for sheet in book:
        assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "1")
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)


def test_every_scenario_has_a_row_of_totals(book: openpyxl.Workbook) -> None:
    assert rows(book, "Scenarios")[1:] == [
        ["As it stands", 0, 0, 0, day(7), 0, "proven best", 0, None],
        [
            *("Late", 0, 3, 0, day(9), 1514, "not known to be near the best possible"),
            *(len(late().findings), "Cohorts, row 2 (A): Finish by blank (was Jan 7, 2026)"),
        ],
        ["Faulty", None, None, None, None, None, "not planned: 1 to correct", 1, None],
        ["Left", None, None, None, None, None, "not planned", None, None],
    ]


def test_what_is_worse_than_as_it_stands_is_marked(book: openpyxl.Workbook) -> None:
    marked = {
        cell.coordinate for row in book["Scenarios"] for cell in row if "FFD9D6" in str(cell.fill.fgColor.rgb)
    }
    # unstaffed hours, last finish, score and findings of Late, findings of Faulty
    assert marked == {"C3", "E3", "F3", "H3", "H4"}


def test_each_cohort_has_its_finish_in_each_scenario_that_was_planned(book: openpyxl.Workbook) -> None:
    assert rows(book, "Finish dates") == [
        ["Cohort", "As it stands", "Late", "Days later"],
        ["A", day(7), day(9), 2],
        ["Last of all", day(7), day(9), 2],
    ]
    assert book["Finish dates"]["D2"].number_format == "+0;-0;0"


def test_the_hours_of_everybody_and_every_room_stand_beside_each_other(book: openpyxl.Workbook) -> None:
    assert rows(book, "Load")[:3] == [
        ["Instructor or room", "As it stands", "Late"],
        ["I-1", 9, 6],
        ["I-2", 0, 0],
    ]
    assert (book["Load"]["C2"].font.b, book["Load"]["C3"].font.b) == (True, False)


def test_findings_and_faults_are_listed_with_their_scenario(book: openpyxl.Workbook) -> None:
    found = rows(book, "Findings")[1:]
    assert found[-1] == ["Faulty", "input", "Cohorts!B3", 'there is no program "Q"', "Correct the cell"]
    assert {row[0] for row in found} == {"Late", "Faulty"}
    assert not any("Schedule!" in str(row[2]) for row in found)


def test_a_finding_that_the_plan_has_as_it_stands_is_faint(tmp_path: Path) -> None:
    path = write(tmp_path / "what if.xlsx", late(), late())
    sheet = openpyxl.load_workbook(path)["Findings"]
    half = len(late().findings)
    inks = [row[3].font.color.rgb for row in sheet.iter_rows(min_row=2)]
    assert len(set(inks[:half])) == len(set(inks[half:])) == 1
    assert inks[0] != inks[-1]


def test_nothing_found_is_said(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "what if.xlsx", base(), base()))
    assert str(book["Findings"]["D2"].value).startswith("Nothing was found")


def test_read_me_says_what_each_changes_and_what_comes_of_it(book: openpyxl.Workbook) -> None:
    text = [cell for row in rows(book, "Read me") for cell in row if cell]
    assert text[1] == "fall.xlsx as it stands and in 3 scenarios, each planned on Fri Jan 2, 2026."
    assert text[3] == "As it stands"
    assert text[4] == (
        "The last finish is Wed Jan 7, 2026; every hour is placed and staffed; no findings; score 0; "
        "proven best."
    )
    assert "Cohorts, row 2 (A): Finish by blank (was Jan 7, 2026)" in text
    assert 'To correct: Cohorts!B3: there is no program "Q"' in text
    assert "Not planned." in text


def test_what_comes_of_a_scenario_is_said_in_short() -> None:
    later, earlier = ("; ".join(in_short(*pair)) for pair in ((late(), base()), (base(), late())))

    findings = len(late().findings)
    assert later == (
        "1 cohort finishes later; the last of all 2 days later, on Fri Jan 9, 2026; 3 h unstaffed (was 0); "
        f"{findings} finding{'s' * (findings > 1)} (was 0); score 1,514 (was 0); "
        "not known to be near the best possible"
    )
    assert earlier.startswith(
        "1 cohort finishes earlier; the last of all 2 days earlier, on Wed Jan 7, 2026; "
    )
    assert list(in_short(base(), base())) == ["nothing that is counted here differs"]
    assert next(in_short(base(), left())) == "the last finish is Wed Jan 7, 2026"


@pytest.mark.parametrize("variants", [(left(), left()), (left(), base()), (faulty(),)])
def test_without_a_plan_as_it_stands_there_is_a_workbook_all_the_same(
    tmp_path: Path, variants: tuple[Variant, ...]
) -> None:
    book = openpyxl.load_workbook(write(tmp_path / "what if.xlsx", *variants))
    assert len(rows(book, "Scenarios")) == 1 + len(variants)
    if variants[-1].counted:
        assert rows(book, "Finish dates")[1] == ["A", day(7), None]


@needs_office
@needs_poppler
def test_every_sheet_is_one_page_wide_with_nothing_cut(tmp_path: Path) -> None:
    text = pages(converted(write(tmp_path / "what if.xlsx", *ALL), "pdf", tmp_path))
    assert len(text) == 5
    assert not [page for page in text if "###" in page]
