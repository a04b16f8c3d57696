"""The result of a use case for programs: what ``--json`` gives."""

from collections.abc import Iterable, Mapping

from scheduler.app import comparison_result, explanation_result, what_if_result
from scheduler.app.checks import Checked
from scheduler.app.comparing import Compared
from scheduler.app.explaining import Explained
from scheduler.app.faults import InputError
from scheduler.app.planning import Run
from scheduler.app.versions import Made, Version
from scheduler.app.what_if import WhatIf
from scheduler.domain.findings import Finding

Result = Mapping[str, object]


def of_run(run: Run) -> Result:
    """Give a planned term: status, score, bound, goals, hours, findings, workbook."""
    from scheduler import writing  # noqa: PLC0415  loads pandas, and planning has loaded it by now

    return writing.as_json(run.outcome, run.workbook)


def of_check(checked: Checked) -> Result:
    """Give what a check found; with a schedule also what each goal costs and the score."""
    result: dict[str, object] = {"status": "checked", "findings": rows(checked.findings)}
    if checked.edits is not None:
        result["edits"] = list(checked.edits)
    if checked.schedule is not None:
        prices = checked.goals
        result["score"] = checked.score
        result["goals"] = {name: {"units": p.units, "weight": p.weight} for name, p in prices.items()}
        for name in ("unplaced hours", "unstaffed hours"):
            result[name.replace(" ", "_")] = prices[name].units
    return result


def of_versions(versions: Iterable[Version]) -> Result:
    """Give the versions there are; one that cannot be read has a status of its own and no numbers."""
    return {"status": "listed", "versions": [_version(version) for version in versions]}


def _version(version: Version) -> dict[str, object]:
    known = {"name": version.name, "version": version.number}
    return known | (_made(version.made) if version.made else {"status": "unreadable"})


def _made(made: Made) -> dict[str, object]:
    return {
        "made": made.date.isoformat() if made.date else None,
        "parent": made.parent or None,
        "status": made.status,
        "score": made.score,
        "unstaffed_hours": made.unstaffed,
        "unplaced_hours": made.unplaced,
        "findings": made.findings,
        "seed": made.seed,
    }


def of_comparison(compared: Compared) -> Result:
    """Give where two schedules differ, their workbooks ``a`` and ``b``, and the one with the differences."""
    return {
        "status": "compared",
        "a": str(compared.before),
        "b": str(compared.after),
        **comparison_result.of(compared.comparison),
        "workbook": str(compared.workbook) if compared.workbook else None,
    }


def of_what_if(found: WhatIf) -> Result:
    """Give the plan as it stands and each scenario, and the workbook with the comparison."""
    return {
        "status": "compared",
        "scenarios": [what_if_result.of(variant) for variant in found.variants],
        "workbook": str(found.workbook),
    }


def of_explanation(explained: Explained) -> Result:
    """Give why something cannot be had, what would help, and where the term is tight."""
    found = explanation_result.of(explained)
    return {"status": "explained", "findings": rows(explained.findings), **found}


def of_refusal(error: InputError) -> Result:
    """Give why the input could not be used."""
    return {"status": "unusable", "findings": rows(error.faults)}


def rows(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """Give findings as a program reads them."""
    return [{"rule": f.rule, "where": f.where, "what": f.what, "todo": f.todo} for f in findings]
