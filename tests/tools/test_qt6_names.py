"""The reading of Qt names: what it lets through, what it refuses, and where it points."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("PyQt6.QtWidgets")
REPOSITORY = Path(__file__).resolve().parents[2]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("qt6_names", REPOSITORY / "tools" / "qt6_names.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


qt6_names = _load()


def check(source: str, name: str = "module.py") -> list[str]:
    findings, _ = qt6_names.check_source(source, Path(name))
    return [str(finding) for finding in findings]


QT = "from qgis.PyQt.QtCore import Qt\n"
DIALOG = "from qgis.PyQt.QtWidgets import QDialog\n"

GOOD = {
    "scoped enum": QT + "role = Qt.ItemDataRole.UserRole",
    "integer enum in a sum": QT + "role = Qt.ItemDataRole.UserRole + 1",
    "flags together": QT + "a = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop",
    "font weight": "from qgis.PyQt.QtGui import QFont\nbold = QFont.Weight.Bold",
    "meta type": "from qgis.PyQt.QtCore import QMetaType\nkind = QMetaType.Type.Int",
    "action from widgets": "from qgis.PyQt.QtWidgets import QAction\naction = QAction('x')",
    "module": "from qgis.PyQt import QtCore, sip\nx = QtCore.Qt.ItemDataRole.UserRole, sip.isdeleted",
    "alias": "import qgis.PyQt.QtGui as g\nfrom qgis.PyQt.QtCore import Qt as T\nx = g.QColor, T.Key.Key_A",
    "signal": "from qgis.PyQt.QtCore import QTimer, pyqtSignal\nx = pyqtSignal(str), QTimer.timeout",
    "exec": DIALOG + "QDialog().exec()",
    "own member of an enum's name": (
        DIALOG + "class Consent(QDialog):\n    Accepted = 3\n    def ask(self):\n        return self.Accepted"
    ),
    "self scoped": (DIALOG + "class Consent(QDialog):\n    def ask(self):\n        return self.DialogCode.Accepted"),
    "other libraries": "import numpy as np\nfrom qgis.core import Qgis\nx = np.int32, Qgis.Anything",
}


@pytest.mark.parametrize("source", GOOD.values(), ids=GOOD.keys())
def test_good_source_passes(source):
    assert check(source) == []


BAD = [
    (QT + "role = Qt.UserRole", 2, "write Qt.ItemDataRole.UserRole"),
    ("from qgis.PyQt.QtGui import QFont\nb = QFont.Bold", 2, "write QFont.Weight.Bold"),
    ("from qgis.PyQt import QtCore\nx = QtCore.Qt.AlignLeft", 2, "write Qt.AlignmentFlag.AlignLeft"),
    ("from qgis.PyQt.QtCore import Qt as T\nx = T.Horizontal", 2, "write Qt.Orientation.Horizontal"),
    (QT + "x = Qt.ItemDataRole.Nothing", 2, "does not exist"),
    (QT + "x = Qt.ItemFlags()", 2, "Qt.ItemFlags does not exist in PyQt6"),
    ("from qgis.PyQt.QtCore import QVariant\nx = QVariant.Int", 2, "QVariant.Int does not exist in PyQt6"),
    ("from qgis.PyQt.QtCore import QRegExp", 1, "PyQt6.QtCore has no QRegExp"),
    ("from qgis.PyQt.QtCore import NULL", 1, "take it from qgis.core"),
    ("from qgis.PyQt.QtGui import QAction", 1, "import it from QtWidgets"),
    ("from qgis.PyQt.QtWidgets import QShortcut", 1, "it has it in QtGui"),
    ("from qgis.PyQt.QtWidgets import (\n    QLabel,\n    QDesktopWidget,\n)", 3, "QDesktopWidget"),
    ("from qgis.PyQt import QtWebKit", 1, "PyQt6 has no module QtWebKit"),
    ("from qgis.PyQt.QtCore import *", 1, "name what is imported"),
    ("import qgis.PyQt.QtCore", 1, "which can be checked"),
    ("from PyQt5.QtCore import Qt", 1, "import from qgis.PyQt"),
    ("import PyQt6.QtCore", 1, "import from qgis.PyQt"),
    ("from PyQt6 import sip", 1, "import from qgis.PyQt"),
    ("def f(dialog):\n    return dialog.exec_()", 2, "write .exec()"),
    ("from qgis.PyQt.QtWidgets import QMenu\nQMenu().exec_()", 2, "write .exec()"),
    (QT + "x = Qt.CheckState.Checked.value", 2, "an enum of Qt 5 has no .value"),
    (QT + "x = int(Qt.CheckState.Checked)", 2, "no integer in Qt 6"),
    (QT + "x = Qt.CheckState.Checked - 1", 2, "no integer in Qt 6"),
    (
        DIALOG + "class D(QDialog):\n    def f(self):\n        return self.Accepted",
        4,
        "self.Accepted: write QDialog.DialogCode.Accepted",
    ),
    (
        "from qgis.PyQt.QtWidgets import QTreeView\nclass V(QTreeView):\n  def f(self): return self.NoFrame",
        3,
        "write QFrame.Shape.NoFrame",
    ),
    (
        "def f():\n    from qgis.PyQt.QtCore import Qt\n    return Qt.UserRole",
        3,
        "write Qt.ItemDataRole.UserRole",
    ),
    ("x = (", 1, "not Python"),
]


@pytest.mark.parametrize(("source", "line", "words"), BAD)
def test_bad_source_is_refused_at_its_line(source, line, words):
    findings = check(source)
    assert len(findings) == 1, findings
    assert findings[0].startswith(f"module.py:{line}: ")
    assert words in findings[0]


def test_a_name_of_qt6_alone_is_refused_where_qt5_is_installed():
    pytest.importorskip("PyQt5.QtWidgets")
    assert "PyQt5" in check("from qgis.PyQt.QtSvgWidgets import QSvgWidget")[0]


def test_marked_lines_pass_in_compat_only():
    source = "from qgis.PyQt.QtCore import QVariant\nkind = QVariant.Int  # qt5-only: QgsField before QGIS 3.38"
    assert check(source, "compat.py") == []
    assert len(check(source, "panel.py")) == 2, "the name and the misplaced mark"


def test_a_mark_without_a_reason_is_none():
    source = "from qgis.PyQt.QtCore import QVariant\nkind = QVariant.Int  # qt5-only: "
    assert len(check(source, "compat.py")) == 1


def test_the_command_prints_the_place_and_fails(tmp_path, capsys):
    bad = tmp_path / "panel" / "dock.py"
    bad.parent.mkdir()
    bad.write_text(QT + "x = Qt.UserRole\n", encoding="utf-8")
    assert qt6_names.main([str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert f"{bad}:2: " in out
    assert "1 to correct" in out
    bad.write_text("x = 1\n", encoding="utf-8")
    assert qt6_names.main([str(tmp_path)]) == 0


def test_a_missing_path_is_an_error_not_a_pass(tmp_path, capsys):
    assert qt6_names.main([str(tmp_path / "nowhere")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_the_package_passes():
    package = REPOSITORY / "crige_ia_plugin"
    findings = [
        str(finding)
        for path in sorted(package.rglob("*.py"))
        for finding in qt6_names.check_source(path.read_text(encoding="utf-8"), path)[0]
    ]
    assert findings == []
