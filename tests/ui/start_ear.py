"""Run by QGIS before its plugins (``PYQGIS_STARTUP``, twice): hear all that is asked of the network from now on."""

import builtins
import sys

from qgis.core import QgsNetworkAccessManager, QgsNetworkRequestParameters


class Ear:
    """Hears what goes through QGIS's network stack, and sockets that Python opens."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.python: list[str] = []
        QgsNetworkAccessManager.instance().requestAboutToBeCreated[QgsNetworkRequestParameters].connect(
            lambda asked: self.requests.append(asked.request().url().toString())
        )
        sys.addaudithook(self.heard)

    def heard(self, event: str, arguments: tuple) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
            self.python.append(f"{event} {arguments}"[:300])


if not hasattr(builtins, "crige_ia_ear"):
    builtins.crige_ia_ear = Ear()  # the only name that both files share
