"""Run the command line: ``python -m scheduler``."""

from scheduler.cli.main import app

app(prog_name="scheduler")
