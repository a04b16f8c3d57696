"""The result of a use case for programs: what ``--json`` gives."""

from collections.abc import Iterable, Mapping

from scheduler.app.checks import Checked
from scheduler.app.faults import InputError
from scheduler.app.planning import Run
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


def of_refusal(error: InputError) -> Result:
    """Give why the input could not be used."""
    return {"status": "unusable", "findings": rows(error.faults)}


def rows(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """Give findings as a program reads them."""
    return [{"rule": f.rule, "where": f.where, "what": f.what, "todo": f.todo} for f in findings]
