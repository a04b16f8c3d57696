"""The command ``scheduler``: its commands, and ``--version``."""

from typing import Annotated

import typer

import scheduler
from scheduler.cli.check import check
from scheduler.cli.compare import compare
from scheduler.cli.explain import explain
from scheduler.cli.plan import plan
from scheduler.cli.repair import repair
from scheduler.cli.template import template
from scheduler.cli.versions import versions

app = typer.Typer(
    help="Plan 600-hour training programs: cohorts, instructors, rooms and modules over real dates.",
    epilog="Exit codes: 0 all placed, no finding. 1 done, with findings. 2 the input could not be used.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"scheduler {scheduler.__version__}")
        raise typer.Exit


@app.callback()
def front(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Plan 600-hour training programs: cohorts, instructors, rooms and modules over real dates."""


app.command()(plan)
app.command()(check)
app.command()(repair)
app.command()(explain)
app.command()(template)
app.command()(versions)
app.command()(compare)
