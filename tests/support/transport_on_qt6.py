"""Runs the transport on PyQt6, where no QGIS is: ``qgis.PyQt`` is PyQt6, and the manager is Qt's own.

Prints ``ok`` when a plain answer, a redirect, a conditional request, a cut, a stall, a packed and a long body all
end as they should.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import traceback
import types
from pathlib import Path

import PyQt6.QtCore
import PyQt6.QtNetwork
from PyQt6.QtCore import QCoreApplication
from PyQt6.QtNetwork import QNetworkAccessManager


class Manager(QNetworkAccessManager):
    def setupDefaultProxyAndCache(self, connection) -> None:  # noqa: N802 - the name in QGIS
        pass


def install() -> None:
    core = types.ModuleType("qgis.core")
    core.QgsNetworkAccessManager, core.QgsApplication = Manager, None
    modules = {
        "qgis": types.ModuleType("qgis"),
        "qgis.core": core,
        "qgis.PyQt": types.ModuleType("qgis.PyQt"),
        "qgis.PyQt.QtCore": PyQt6.QtCore,
        "qgis.PyQt.QtNetwork": PyQt6.QtNetwork,
    }
    sys.modules.update(modules)


def check(folder: Path) -> None:
    import hostile_server as behaviour
    import requests

    from crige_ia_plugin.transport import Session

    body = bytes(range(256)) * 4_000
    server = behaviour.Server(folder)
    (folder / "a").write_bytes(body)
    server.behaviours["/moved"] = behaviour.says(302, b"", Location="a")
    server.behaviours["/missing"] = behaviour.says(404, b"no")
    server.behaviours["/packed"] = behaviour.packs(body)
    server.behaviours["/cut"] = behaviour.cuts(body, 1_000)
    server.behaviours["/stalls"] = behaviour.stalls(3)
    server.behaviours["/echo"] = behaviour.echoes
    server.behaviours["/long"] = behaviour.streams(64 << 20)
    with Session() as session:
        first = session.get(server.url + "/a")
        assert first.content == body
        again = session.get(server.url + "/a", headers={"If-None-Match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        moved = session.get(server.url + "/moved")
        assert (moved.content, len(moved.history)) == (body, 1)
        missing = session.get(server.url + "/missing")
        assert (missing.status_code, missing.content) == (404, b"no")
        assert session.get(server.url + "/packed").content == body
        assert session.post(server.url + "/echo", json="abc").json() == "abc"
        for path in ("/cut", "/stalls"):
            try:
                session.get(server.url + path, timeout=0.3)
            except requests.RequestException:
                continue
            raise AssertionError(path)
        with session.get(server.url + "/long", stream=True) as response:
            assert sum(map(len, response.iter_content(1 << 16))) == 64 << 20
    server.close()


def main() -> int:
    install()
    application = QCoreApplication(sys.argv)
    outcome = ["did not end"]

    def work() -> None:
        try:
            with tempfile.TemporaryDirectory() as folder:
                check(Path(folder))
            outcome[0] = "ok"
        except BaseException:
            outcome[0] = traceback.format_exc()
        PyQt6.QtCore.QMetaObject.invokeMethod(application, "quit", PyQt6.QtCore.Qt.ConnectionType.QueuedConnection)

    thread = threading.Thread(target=work, daemon=True)
    PyQt6.QtCore.QTimer.singleShot(0, thread.start)
    PyQt6.QtCore.QTimer.singleShot(30_000, application.quit)
    application.exec()
    thread.join(5)
    sys.stdout.write(outcome[0] + "\n")
    return outcome[0] != "ok"


if __name__ == "__main__":
    sys.exit(main())
