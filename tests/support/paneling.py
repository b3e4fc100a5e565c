"""What tests ask of a panel in a stand-in for QGIS's window."""

from __future__ import annotations

from typing import Any

from waiting import wait_for

from crige_ia_plugin.panel.status import Mood


def opened(desk: Any) -> bool:
    """Whether the centre is open."""
    return desk.dock.browser is not None and desk.dock.browser.centre is not None


def is_idle(desk: Any) -> bool:
    """Whether the centre is open and nothing is under way."""
    return opened(desk) and desk.dock.host.jobs.status() is None


def settle(desk: Any) -> None:
    """Wait until nothing is under way."""
    assert wait_for(lambda: is_idle(desk))


def refresh(desk: Any) -> None:
    """Press the button that refreshes, and wait for the end."""
    settle(desk)
    assert desk.dock.browser.status.button.isEnabled()
    desk.dock.browser.status.button.click()
    settle(desk)


def titles(desk: Any) -> list[str]:
    """Titles in the list."""
    model = desk.dock.browser.model
    return [model.card(number).title for number in range(model.rowCount())]


def status(desk: Any) -> tuple[str, Mood]:
    """What the status line says, and its mood."""
    shown = desk.dock.browser.status._status
    return shown.text, shown.mood


def told(desk: Any) -> str:
    """What QGIS's message bar says last."""
    item = desk._iface.messageBar().currentItem()
    return item.text() if item else ""
