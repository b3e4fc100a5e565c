"""Drives the real QGIS from inside: one step after another, by mouse and keyboard; writes what is seen as JSON.

The steps are a generator: each value is a condition to wait for, or a pause in milliseconds, which lasts until QGIS has
nothing left to do in the background.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QMimeData, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QWidget
from qgis.utils import iface

OUTPUT = Path(os.environ["CRIGE_IA_OUTPUT"])
PATIENCE = 60.0
"""Seconds after which a condition is no longer waited for."""

_GLANCE = 50
"""Milliseconds between two looks at a condition."""


errors: list[str] = []
seen: dict[str, object] = {"errors": errors}
sys.excepthook = lambda kind, error, trace: errors.extend(traceback.format_exception(kind, error, trace))


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, as Qt delivers it: shortcuts first."""
    QTest.keyClick(QgsApplication.focusWidget() or iface.mainWindow(), key, modifiers)


def click(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def drop(mime: QMimeData, target: QWidget) -> None:
    """Drag something over a widget and drop it there, as the window system tells it."""
    place = target.rect().center()
    arguments = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QgsApplication.sendEvent(target, QDragEnterEvent(place, *arguments))
    QgsApplication.sendEvent(target, QDropEvent(QPointF(place), *arguments))


def opened_dialogs() -> list[QDialog]:
    """Dialogs in sight."""
    return [widget for widget in QgsApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]


def visible(kind) -> list:
    """Widgets of a kind that are in sight."""
    return [widget for widget in QgsApplication.allWidgets() if isinstance(widget, kind) and widget.isVisible()]


def card_button(browser, verb: str) -> QWidget:
    """Small button of an action on the card, by the name of its icon."""
    from crige_ia_plugin.panel.wording import ICONS, said

    action = next(action for action in browser.detail.page.actions if ICONS[action.verb] == verb)
    name = said(action).label
    return next(w for w in visible(QWidget) if w.accessibleName() == name and browser.detail.isAncestorOf(w))


def close_dialogs() -> list[str]:
    """Close every dialog that is open; return their titles."""
    opened = opened_dialogs()
    found = [dialog.windowTitle() for dialog in opened]
    for dialog in opened:
        dialog.close()
    return found


def when(condition: Callable[[], object], then: Callable[[object], None]) -> None:
    """Call with what a condition gives, once it gives something: for dialogs that keep their caller waiting."""

    def look(end: float) -> None:
        met = None
        with suppress(RuntimeError):  # a widget that went while it was looked at
            met = condition()
        if met:
            then(met)
        elif time.monotonic() > end:
            errors.append(f"waited in vain for {then.__name__}")
        else:
            QTimer.singleShot(_GLANCE, lambda: look(end))

    QTimer.singleShot(_GLANCE, lambda: look(time.monotonic() + PATIENCE))


def begin(sequence: Iterator[int | Callable[[], object]], limit: float = 240.0) -> None:
    """Drive, once QGIS has come to rest; leave after ``limit`` seconds whatever happens, even with a dialog open."""

    def give_up() -> None:
        errors.append(f"not done in {limit:g} s")
        leave(0)

    QTimer.singleShot(3000, lambda: drive(sequence))
    QTimer.singleShot(round(limit * 1000), give_up)


def drive(sequence: Iterator[int | Callable[[], object]]) -> None:
    """Run the next step, then come back after its pause; leave at the end, or at the first error."""
    try:
        pause = next(sequence)
    except StopIteration:
        leave(0)
        return
    except Exception:
        traceback.print_exc()
        leave(1)
        return
    if callable(pause):
        _wait(sequence, pause, time.monotonic() + PATIENCE)
    else:
        QTimer.singleShot(pause, lambda: _rest(sequence, time.monotonic() + PATIENCE))


def _rest(sequence: Iterator[int | Callable[[], object]], end: float) -> None:
    """Go on once no task runs: on a busy machine a pause alone says nothing."""
    if QgsApplication.taskManager().countActiveTasks() and time.monotonic() < end:
        QTimer.singleShot(_GLANCE, lambda: _rest(sequence, end))
    else:
        QTimer.singleShot(0, lambda: drive(sequence))


def _wait(sequence: Iterator[int | Callable[[], object]], condition: Callable[[], object], end: float) -> None:
    met = condition()
    if not met and time.monotonic() > end:
        errors.append(f"waited in vain at {_place(sequence)}")
    if met or time.monotonic() > end:
        drive(sequence)
    else:
        QTimer.singleShot(_GLANCE, lambda: _wait(sequence, condition, end))


def _place(sequence: Iterator[object]) -> str:
    """Function and line at which the steps stand."""
    while getattr(sequence, "gi_yieldfrom", None) is not None:
        sequence = sequence.gi_yieldfrom
    return f"{sequence.gi_code.co_name}, line {sequence.gi_frame.f_lineno}"


def leave(status: int) -> None:
    """Write what was seen and end QGIS at once."""
    (OUTPUT / "seen.json").write_text(json.dumps(seen, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
