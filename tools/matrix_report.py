"""Tell what a root holds, and print the table of ``make test-matrix``.

``matrix_report.py probe`` prints the versions of this Python's QGIS and libraries as JSON.
``matrix_report.py table FOLDER NAME…`` prints one row a suite, read from ``FOLDER/NAME/`` (``versions.json``,
``junit.xml``, ``status``), and exits 1 unless every one passed. A suite whose status is ``absent`` had no
root: an error unless MATRIX_OPTIONAL=1.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

LIBRARIES = {
    "QGIS": ("qgis.core", "Qgis.QGIS_VERSION"),
    "NumPy": ("numpy", "__version__"),
    "GDAL": ("osgeo.gdal", "__version__"),
    "Qt": ("qgis.PyQt.QtCore", "QT_VERSION_STR"),
}
COLUMNS = ("QGIS", "Python", "NumPy", "GDAL", "Qt")
NONE = "–"


def probe() -> dict[str, str]:
    """Return the version of Python and of each library that this Python can import."""
    versions = {"Python": platform.python_version()}
    for title, (module, attribute) in LIBRARIES.items():
        try:
            value = importlib.import_module(module)
        except ImportError:
            continue
        for part in attribute.split("."):
            value = getattr(value, part)
        versions[title] = str(value)
    return versions


@dataclass
class Suite:
    """What one run of the tests gave."""

    name: str
    state: str = "did not run"
    seconds: str = NONE
    versions: dict[str, str] = field(default_factory=dict)
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    @property
    def is_good(self) -> bool:
        """Tell whether tests ran and none failed."""
        return self.state == "passed"

    def row(self) -> list[str]:
        """Return the suite's line of the table."""
        versions = [self.versions.get(column, NONE) for column in COLUMNS]
        counts = [str(count) for count in (self.passed, self.failed, self.skipped)]
        return [self.name, *versions, *counts, self.seconds, self.state]


def read_suite(folder: Path, name: str) -> Suite:
    """Read what a suite left in its folder; what is missing is a failure, never a pass."""
    suite = Suite(name)
    status = _text(folder / name / "status").split()
    if status == ["absent"]:
        suite.state = "no root"
        return suite
    if len(status) == 2:
        suite.seconds = status[1]
    suite.versions = json.loads(_text(folder / name / "versions.json") or "{}")
    report = _text(folder / name / "junit.xml")
    if report:
        _count(suite, report)
    if not status or not report:
        suite.state = "did not run"
    elif suite.passed + suite.failed == 0:
        suite.state = "ran no test"
    elif suite.failed or status[0] != "0":
        suite.state = "failed"
    else:
        suite.state = "passed"
    return suite


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _count(suite: Suite, report: str) -> None:
    """Add up the counts of a JUnit report."""
    for element in ElementTree.fromstring(report).iter("testsuite"):
        total, skipped = int(element.get("tests", 0)), int(element.get("skipped", 0))
        failed = int(element.get("failures", 0)) + int(element.get("errors", 0))
        suite.failed += failed
        suite.skipped += skipped
        suite.passed += max(0, total - skipped - failed)


def print_table(suites: list[Suite]) -> None:
    """Print one aligned row a suite."""
    head = ["root", *COLUMNS, "passed", "failed", "skipped", "seconds", ""]
    rows = [head, *(suite.row() for suite in suites)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    print()
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def table(folder: Path, names: list[str]) -> int:
    """Print the table and return the exit status."""
    suites = [read_suite(folder, name) for name in names]
    print_table(suites)
    optional = os.environ.get("MATRIX_OPTIONAL") == "1"
    bad = [suite.name for suite in suites if not suite.is_good and not (optional and suite.state == "no root")]
    if bad:
        print(f"\nmatrix: not passed on {', '.join(bad)}", file=sys.stderr)
        return 1
    if not any(suite.is_good for suite in suites):
        print("\nmatrix: nothing was tested", file=sys.stderr)
        return 1
    return 0


def main(arguments: list[str]) -> int:
    """Run one of the two commands."""
    if arguments[:1] == ["probe"]:
        print(json.dumps(probe(), indent=1))
        return 0
    if arguments[:1] == ["table"] and len(arguments) > 2:
        return table(Path(arguments[1]), arguments[2:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
