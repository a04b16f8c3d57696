"""The command line as a process of its own, for tests."""

import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(HOUSE)}
SCHEDULER = [sys.executable, "-m", "scheduler"]


def call(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``scheduler`` with these words in a folder."""
    return subprocess.run(
        [*SCHEDULER, *words],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
