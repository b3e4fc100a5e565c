"""Whether there is a network at all, told from the computer's interfaces, without sending anything."""

from __future__ import annotations

import time

from qgis.PyQt.QtNetwork import QNetworkInterface

_KEPT = 5.0
"""Seconds an answer is kept: asking the system takes a millisecond or so."""

_last = (-_KEPT, True)


def is_online() -> bool:
    """Whether an interface other than the loopback is up."""
    global _last
    now = time.monotonic()
    if now - _last[0] >= _KEPT:
        _last = (now, any(_is_way_out(interface) for interface in QNetworkInterface.allInterfaces()))
    return _last[1]


def _is_way_out(interface: QNetworkInterface) -> bool:
    flags = interface.flags()
    flag = QNetworkInterface.InterfaceFlag
    up = bool(flags & flag.IsUp) and bool(flags & flag.IsRunning)
    return up and not flags & flag.IsLoopBack and bool(interface.addressEntries())
