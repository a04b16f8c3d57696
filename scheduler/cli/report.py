"""What a run came to, on the terminal: hours, goals, findings, and where the workbook is."""

from scheduler.app import planning, results
from scheduler.cli.door import Voice
from scheduler.cli.words import SHOWN, counted, extent, finding_lines, goals_table, shown


def say_run(speaker: Voice, run: planning.Run) -> None:
    """Say what was planned or repaired, and hand the result over."""
    outcome = run.outcome
    speaker.lines([extent(run.problem, outcome.schedule, outcome.goals), ""])
    speaker.table(goals_table(outcome.goals))
    if outcome.findings:
        lines = finding_lines(outcome.findings, inputs=run.inputs, workbook=run.workbook.name)
        more = len(lines) - SHOWN
        speaker.lines([counted(len(lines), "finding"), *lines[:SHOWN]])
        speaker.lines([f"... and {more} more in the sheet Findings"] * (more > 0))
        speaker.lines([""])
    speaker.lines(f"why: {reason.what}" for reason in outcome.reasons)
    if outcome.reasons or outcome.findings:
        speaker.lines([f'what would help: scheduler explain "{shown(run.workbook.parent)}"', ""])
    speaker.lines([shown(run.workbook)])
    speaker.result(results.of_run(run))
