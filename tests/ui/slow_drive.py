"""Run by QGIS before its plugins (``PYQGIS_STARTUP``): what Python asks of one folder is as slow as on a far drive."""

import builtins
import os
import sys
import threading
import time

FOLDER = os.environ["ODD_SLOW_FOLDER"]
LATENCY = 0.02
"""Seconds that each answer takes."""

ASKED = ("open", "os.listdir", "os.scandir", "os.mkdir", "os.rename", "sqlite3.connect")


class Drive:
    """Delays what is asked of the folder, and notes what the main thread asks: the window waits for that."""

    def __init__(self) -> None:
        self.main_thread: list[str] = []
        self.others = 0
        sys.addaudithook(self.asked)

    def asked(self, event: str, arguments: tuple) -> None:
        if not arguments or event not in (
            "open",
            "os.listdir",
            "os.scandir",
            "os.mkdir",
            "os.rename",
            "sqlite3.connect",
        ):
            return
        if FOLDER not in os.fsdecode(arguments[0] if isinstance(arguments[0], (str, bytes)) else b""):
            return
        if threading.current_thread() is threading.main_thread():
            self.main_thread.append(f"{event} {os.fsdecode(arguments[0])}")
        else:
            self.others += 1
        time.sleep(LATENCY)


if not hasattr(builtins, "crige_ia_drive"):
    builtins.crige_ia_drive = Drive()
