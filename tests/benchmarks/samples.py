"""Write the two sample workbooks in `inputs/`.

From the repository's root: ``PYTHONPATH=tests python -m benchmarks.samples``
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import department
from benchmarks.generator import planted
from benchmarks.rows import Row, rows
from scheduler.domain.problem import Problem
from scheduler.writing import write_planning

INPUTS = Path(__file__).parents[2] / "inputs"
DISTRICT_SEED = 0


def department_rows() -> dict[str, list[Row]]:
    """Give the rows of the sample department; its cohorts' students are counted from the rosters."""
    problem = department.problem()
    found = rows(problem)
    for row in found["Cohorts"]:
        del row["Students"]
    return found | {"Rosters": department.rosters(problem)}


def district() -> Problem:
    """Give the sample district: 24 cohorts on seven campuses that share instructors."""
    problem = planted("M", DISTRICT_SEED).problem
    settings = replace(problem.settings, site="Sample District", time_zone="America/New_York")
    return replace(problem, settings=settings)


def district_rows() -> dict[str, list[Row]]:
    """Give the rows of the sample district."""
    return rows(district())


SAMPLES = {"department.xlsx": department_rows, "district.xlsx": district_rows}


def write(folder: Path) -> Mapping[Path, Mapping[str, Sequence[Row]]]:
    """Write both workbooks into a folder and give the rows of each."""
    written = {}
    for name, make in SAMPLES.items():
        written[folder / name] = make()
        write_planning(folder / name, written[folder / name])
    return written


if __name__ == "__main__":
    for path in write(INPUTS):
        print(path.relative_to(INPUTS.parent))
