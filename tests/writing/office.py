"""LibreOffice for tests: recalculate and print real workbooks, each time with a profile of its own."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


def converted(path: Path, to: str, folder: Path) -> Path:
    """Open a workbook, recalculate all of it, and save it as ``to`` into the folder."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    out = folder / to
    place = f"-env:UserInstallation=file://{profile.parent}"
    command = [OFFICE, place, "--headless", "--convert-to", to, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return out / f"{path.stem}.{to}"


def pages(pdf: Path) -> list[str]:
    """Give the text of each page."""
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    return text.stdout.split("\f")[:-1]


def _python_with_uno() -> str | None:
    """Find a Python that can talk to LibreOffice: the system's own, where its package is installed."""
    for python in ("/usr/bin/python3", shutil.which("python3")):
        if python and Path(python).exists():
            asked = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
            if not asked.returncode:
                return python
    return None


PYTHON_WITH_UNO = _python_with_uno()
needs_uno = pytest.mark.skipif(
    OFFICE is None or PYTHON_WITH_UNO is None, reason="LibreOffice with python3-uno is not installed"
)


def edited_in_office(path: Path, folder: Path, *edits: tuple[object, ...]) -> Path:
    """Open a workbook in LibreOffice, edit it there (see `uno_edits`), and save it into the folder."""
    out, pipe = folder / "edited" / path.name, f"scheduler{os.getpid()}"
    out.parent.mkdir()
    place = f"-env:UserInstallation=file://{folder / 'profile'}"
    listening = f"--accept=pipe,name={pipe};urp;"
    office = subprocess.Popen([OFFICE, place, "--headless", "--norestore", "--nologo", listening])
    try:
        script = Path(__file__).with_name("uno_edits.py")
        command = [
            PYTHON_WITH_UNO,
            "-X",
            "faulthandler",
            str(script),
            pipe,
            str(path),
            str(out),
            json.dumps(edits),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=240, env={"PATH": os.defpath})
        office.wait(timeout=60)
    finally:
        office.terminate()
        office.wait(timeout=60)
    return out
