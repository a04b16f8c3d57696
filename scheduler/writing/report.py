"""The outcome of a run for programs: the keys of ``--json``."""

from dataclasses import asdict
from pathlib import Path

from scheduler.domain.outcome import Outcome
from scheduler.writing.changes import changes
from scheduler.writing.finding_sheet import LETTERS


def as_json(outcome: Outcome, workbook: Path) -> dict[str, object]:
    """Give what ``--json`` writes; it names no student.

    Returns
    -------
    dict
        ``status``, ``score``, ``bound``, ``goals`` {name: {units, weight}}, ``unplaced_hours``,
        ``unstaffed_hours``, ``findings`` [{rule, where, what, todo}], ``seconds``,
        ``seconds_to_first``, ``seed``, ``workbook`` (its path); of a repaired schedule also
        ``changes`` [{row, what, before, after, by}], and where something is missing ``reasons``
        [{what, facts [{what, where}], cohorts, missing, proven}].
    """
    located = [finding.located(LETTERS) for finding in outcome.findings]
    record: dict[str, object] = {
        "status": outcome.status,
        "score": outcome.score,
        "bound": outcome.bound,
        "goals": {name: {"units": p.units, "weight": p.weight} for name, p in outcome.goals.items()},
        "unplaced_hours": _units(outcome, "unplaced hours"),
        "unstaffed_hours": _units(outcome, "unstaffed hours"),
        "findings": [{"rule": f.rule, "where": f.where, "what": f.what, "todo": f.todo} for f in located],
        "seconds": outcome.seconds,
        "seconds_to_first": outcome.seconds_to_first,
        "seed": outcome.seed,
        "workbook": str(workbook),
    }
    if outcome.reasons:
        record["reasons"] = [asdict(reason) for reason in outcome.reasons]
    if outcome.before is not None:
        record["changes"] = [asdict(change) for change in changes(outcome)]
    return record


def _units(outcome: Outcome, goal: str) -> float:
    price = outcome.goals.get(goal)
    return price.units if price else 0.0
