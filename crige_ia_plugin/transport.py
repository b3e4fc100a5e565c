"""``requests`` sessions whose bytes go through QGIS's network stack: its proxy, certificates and authentication.

For worker threads only. Each session has a network manager of its own, set up as QGIS sets up that of a thread,
except that nothing is answered from a cache and that no dialog opens: a server that asks for a password or shows a
bad certificate is an error, never a question. TLS is never relaxed. (A *proxy* that asks for a password is
answered by QGIS itself, as for everything else.)

A connection cut half-way is an error where the length was announced. Where it was not (chunks), Qt 5.15 and 6.11
both miss about one cut in a hundred: what comes that way must show by itself that it is whole, as JSON does, or be
verified against a digest.
"""

from __future__ import annotations

import io
import socket
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Callable
from urllib.parse import urlsplit

import requests
from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, Qt, QThread, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest
from requests.adapters import BaseAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers
from urllib3.response import HTTPResponse

from .catalogue.problems import CatalogueError, Code

BUFFER = 1 << 20
"""Bytes Qt may hold of an answer that is not read yet; the server waits beyond."""

_POLL = 0.1  # seconds between two looks at whether the user cancelled
_QT_WRITES = frozenset(("content-length", "transfer-encoding", "host", "connection"))

_Error = QNetworkReply.NetworkError
_Attribute = QNetworkRequest.Attribute
_TOLD_BY_STATUS = frozenset(
    (
        _Error.NoError,
        _Error.ContentAccessDenied,
        _Error.ContentOperationNotPermittedError,
        _Error.ContentNotFoundError,
        _Error.ContentConflictError,
        _Error.ContentGoneError,
        _Error.UnknownContentError,
        _Error.AuthenticationRequiredError,
        _Error.ProxyAuthenticationRequiredError,
        _Error.ProtocolInvalidOperationError,
        _Error.InternalServerError,
        _Error.OperationNotImplementedError,
        _Error.ServiceUnavailableError,
        _Error.UnknownServerError,
    )
)
"""What Qt calls an error and is an answer, complete, with a status from 400 on."""

_TIMEOUTS = frozenset((_Error.OperationCanceledError, _Error.TimeoutError, _Error.ProxyTimeoutError))
"""We are not there any more when we cancel: an operation cancelled is QGIS's own time limit."""

_NEVER_REACHED = frozenset((_Error.ConnectionRefusedError, _Error.HostNotFoundError))
_PROXY_ERRORS = frozenset(
    (
        _Error.ProxyConnectionRefusedError,
        _Error.ProxyConnectionClosedError,
        _Error.ProxyNotFoundError,
        _Error.ProxyAuthenticationRequiredError,
        _Error.UnknownProxyError,
    )
)

Cancelled = Callable[[], bool]


class GuiThreadError(RuntimeError):
    """The network was asked for in the thread that draws QGIS, which would freeze."""


class NotReached(requests.ConnectionError):
    """Nobody is there: nothing was sent."""


class UnsafeRedirect(requests.RequestException):
    """A server sent from https to http."""


class Session(requests.Session):
    """A session of QGIS's: nothing of the process's environment, no redirect that loses encryption.

    To be closed in the thread that used it, best by ``with``.

    Args:
        authcfg: QGIS authentication configuration; empty for none.
        origin: Address the configuration is for; it is never sent to another host, redirected or not.
        cancelled: Asked ten times a second while waiting.

    Raises:
        ValueError: an authentication configuration without an origin.
    """

    def __init__(self, authcfg: str = "", origin: str = "", cancelled: Cancelled | None = None) -> None:
        if authcfg and not origin:
            raise ValueError("an authentication configuration needs the origin it is for")
        super().__init__()
        self.trust_env = False  # proxies, certificates and .netrc: what QGIS says, not the environment
        self.headers.pop("User-Agent", None)  # QGIS sends its own
        self.adapters.clear()
        adapter = QgisAdapter(authcfg, origin, cancelled)
        self.mount("https://", adapter)
        self.mount("http://", adapter)

    def rebuild_method(self, prepared_request: requests.PreparedRequest, response: requests.Response) -> None:
        """Note a redirect that loses encryption, so that it is not sent."""
        super().rebuild_method(prepared_request, response)
        prepared_request.leaves_https = _scheme(response.url) == "https" != _scheme(prepared_request.url)

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """Send a prepared request.

        Raises:
            UnsafeRedirect: it follows a redirect from https to http.
            requests.RequestException: the answer did not come.
            CatalogueError: CANCELLED, or UNAUTHORISED when QGIS cannot use the authentication configuration.
            GuiThreadError: called from the thread that draws QGIS.
        """
        if getattr(request, "leaves_https", False):
            raise UnsafeRedirect(f"redirected from https to {request.url}", request=request)
        return super().send(request, **options)


class QgisAdapter(BaseAdapter):
    """Carries the requests of one session, in one thread; see ``Session`` for its arguments."""

    def __init__(self, authcfg: str = "", origin: str = "", cancelled: Cancelled | None = None) -> None:
        super().__init__()
        self._authcfg = authcfg
        self._origin = origin
        self._cancelled = cancelled or (lambda: False)
        self._manager: QgsNetworkAccessManager | None = None
        self._open: list[_Exchange] = []

    def send(
        self,
        request: requests.PreparedRequest,
        stream: bool = False,
        timeout: float | tuple[float | None, float | None] | None = None,
        verify: bool | str = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Send a request and return its answer as soon as the headers are there; the body is read as it is asked for.

        Qt does not tell when a connection is made: the headers have the sum of both time limits, the body the
        second one between two pieces. QGIS's own limit between two pieces applies as well.
        """
        _refuse_gui_thread()
        if verify is False or cert or proxies:
            raise ValueError("TLS, certificates and proxies are QGIS's to decide")
        connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        exchange = _Exchange(self._start(request), request.url, self._cancelled)
        self._open = [other for other in self._open if not other.closed] + [exchange]
        try:
            exchange.wait_for_headers(None if read is None else read + (connect or 0.0))
        except BaseException:
            exchange.close()
            raise
        return self._response(request, exchange, read)

    def close(self) -> None:
        """Drop what is under way, and the manager."""
        for exchange in self._open:
            exchange.close()
        self._open = []
        self._manager = None  # last: it would take the replies along

    def __del__(self) -> None:
        """Let go in the right order when nobody closed."""
        self.close()

    def _start(self, request: requests.PreparedRequest) -> QNetworkReply:
        url = QUrl.fromEncoded(request.url.encode("ascii"), QUrl.ParsingMode.StrictMode)
        asked = QNetworkRequest(url)
        for name, value in _headers(request).items():
            asked.setRawHeader(_bytes(name), _bytes(value))
        asked.setAttribute(_Attribute.RedirectPolicyAttribute, QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
        asked.setAttribute(_Attribute.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork)
        asked.setAttribute(_Attribute.CacheSaveControlAttribute, False)
        signed = bool(self._authcfg) and _same_origin(self._origin, request.url)
        if signed:
            done, asked = QgsApplication.authManager().updateNetworkRequest(asked, self._authcfg)
            if not done:
                raise CatalogueError(Code.UNAUTHORISED, request.url, status=401, wait="")
        reply = _ask(self._manager_here(), request, asked)
        if _scheme(request.url) == "https":
            _silence(reply.sslErrors)  # or QGIS would ask the user whether to go on without safety
        if signed:
            QgsApplication.authManager().updateNetworkReply(reply, self._authcfg)
        return reply

    def _manager_here(self) -> QgsNetworkAccessManager:
        if self._manager is None:
            QEventLoop()  # a thread that Python started has Qt's timers from its first loop on
            self._manager = QgsNetworkAccessManager()
            self._manager.setupDefaultProxyAndCache(Qt.ConnectionType.BlockingQueuedConnection)
            self._manager.setCache(None)
            _silence(self._manager.authenticationRequired)  # or QGIS would open a dialog
        elif self._manager.thread() != QThread.currentThread():
            raise RuntimeError("a session belongs to the thread that used it first")
        return self._manager

    def _response(
        self, request: requests.PreparedRequest, exchange: _Exchange, read: float | None
    ) -> requests.Response:
        headers = exchange.headers()
        response = requests.Response()
        response.status_code = exchange.status()
        response.headers = CaseInsensitiveDict(headers)
        response.encoding = get_encoding_from_headers(response.headers)
        response.reason = exchange.reason()
        response.url = request.url
        response.request = request
        response.connection = self
        response.raw = HTTPResponse(  # unpacks gzip, checks the length, and fails as requests expects
            body=_Body(exchange, read),
            headers=headers,
            status=response.status_code,
            reason=response.reason,
            preload_content=False,
            decode_content=False,
            enforce_content_length=True,
            request_method=request.method,
            pool=urlsplit(request.url).hostname,
        )
        return response


class _Exchange:
    """A reply of Qt's and the loop that waits for it, in the thread that made them."""

    def __init__(self, reply: QNetworkReply, url: str, cancelled: Cancelled) -> None:
        self.closed = False
        self.reply = reply
        self._url = url
        self._cancelled = cancelled
        self._loop = QEventLoop()
        self._alarm = QTimer()
        self._alarm.setSingleShot(True)
        self._alarm.timeout.connect(self._loop.quit)
        for signal in (reply.metaDataChanged, reply.readyRead, reply.finished):
            signal.connect(self._loop.quit)

    def wait(self, until: Callable[[], bool], seconds: float | None) -> bool:
        """Let Qt work until a condition holds; False when the time is over.

        Raises:
            CatalogueError: CANCELLED.
        """
        ends = None if seconds is None else time.monotonic() + seconds
        try:
            while not until():
                if self._cancelled():
                    self.close()
                    raise CatalogueError(Code.CANCELLED, self._url)
                left = _POLL if ends is None else min(_POLL, ends - time.monotonic())
                if left <= 0:
                    self.close()
                    return False
                self._alarm.start(max(1, round(left * 1000)))
                self._loop.exec()
        finally:
            if not self.closed:
                self._alarm.stop()
        return True

    def wait_for_headers(self, seconds: float | None) -> None:
        """Return once there is an answer, whatever its status.

        Raises:
            requests.RequestException: there is none.
        """
        if not self.wait(lambda: self.status() != 0 or self.reply.isFinished(), seconds):
            raise requests.ReadTimeout(f"no answer in {seconds:g} s")
        if self.status() == 0:
            raise _failure(self.reply)
        if not self.reply.isFinished():  # not sooner: Qt 5 crashes when a tunnel is then refused by the proxy
            self.reply.setReadBufferSize(BUFFER)

    def read_into(self, buffer: Any, seconds: float | None) -> int:
        """Wait for the next bytes of the body and return how many there are; 0 at the end."""
        if not self.wait(lambda: self.reply.bytesAvailable() > 0 or self.reply.isFinished(), seconds):
            raise socket.timeout(f"nothing came in {seconds:g} s")
        data = self.reply.read(len(buffer)) or b""  # None at the end
        if not data and self.reply.error() in _TIMEOUTS:
            raise socket.timeout(self.reply.errorString())
        if not data and self.reply.error() not in _TOLD_BY_STATUS:
            raise ConnectionResetError(self.reply.errorString())
        buffer[: len(data)] = data
        return len(data)

    def status(self) -> int:
        """Return the HTTP status, 0 before there is one."""
        status = self.reply.attribute(_Attribute.HttpStatusCodeAttribute)
        if status is None and self.reply.error() == _Error.ProxyAuthenticationRequiredError:
            return 407  # of the tunnel to an https server: Qt keeps that answer to itself
        return status or 0

    def reason(self) -> str:
        """Return the words that go with the status."""
        return self.reply.attribute(_Attribute.HttpReasonPhraseAttribute) or ""

    def headers(self) -> dict[str, str]:
        """Return the headers of the answer."""
        pairs = self.reply.rawHeaderPairs()
        return {bytes(name).decode("latin-1"): bytes(value).decode("latin-1") for name, value in pairs}

    def close(self) -> None:
        """Drop the answer, from whichever thread it is no longer wanted in."""
        if self.closed:
            return
        self.closed = True
        if self._loop.thread() == QThread.currentThread() and not self.reply.isFinished():
            self.reply.abort()
        # Python owns them: letting go is deleting, in their own thread. Neither deleteLater() nor sip.delete() will
        # do: a wrapper that outlives its object takes along the next object that stands at the same address.
        del self.reply, self._alarm, self._loop


class _Body(io.RawIOBase):
    """The body of an answer as a file; never holds more of it than ``BUFFER``."""

    def __init__(self, exchange: _Exchange, timeout: float | None) -> None:
        super().__init__()
        self._exchange = exchange
        self._timeout = timeout

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Wait for the next bytes; 0 at the end.

        Raises:
            OSError: the connection was cut.
            socket.timeout: nothing came in time.
            CatalogueError: CANCELLED.
        """
        if self._exchange.closed:
            raise ConnectionAbortedError("the answer was dropped")
        return self._exchange.read_into(buffer, self._timeout)

    def close(self) -> None:
        """Drop what was not read."""
        if not self.closed:
            self._exchange.close()
        super().close()


def _refuse_gui_thread() -> None:
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() == application.thread():
        raise GuiThreadError("the network is for worker threads: start a QgsTask")


def _silence(signal: Any) -> None:
    """Let nobody hear a signal."""
    with suppress(TypeError):  # nobody did
        signal.disconnect()


def _ask(manager: QgsNetworkAccessManager, request: requests.PreparedRequest, asked: QNetworkRequest) -> QNetworkReply:
    """Start a request; a body is held in memory."""
    method, body = request.method or "GET", request.body
    if method == "GET" and not body:
        return manager.get(asked)
    if method == "HEAD":
        return manager.head(asked)
    if hasattr(body, "read"):
        body = body.read()
    elif body is not None and not isinstance(body, (str, bytes)):
        body = b"".join(body)
    return manager.sendCustomRequest(asked, method.encode("ascii"), _bytes(body or b""))


def _headers(request: requests.PreparedRequest) -> dict[str, str | bytes]:
    """Headers to send; without Accept-Encoding Qt would unpack the body and leave its headers as they were."""
    kept = {name: value for name, value in request.headers.items() if name.lower() not in _QT_WRITES}
    if "Accept-Encoding" not in request.headers:
        kept["Accept-Encoding"] = "identity"
    return kept


def _bytes(value: str | bytes) -> bytes:
    return value.encode("utf-8") if isinstance(value, str) else bytes(value)


def _failure(reply: QNetworkReply) -> requests.RequestException:
    """Return the exception of ``requests`` for a reply that has no status."""
    error, text = reply.error(), reply.errorString()
    if error == _Error.SslHandshakeFailedError:
        return requests.exceptions.SSLError(text)
    if error in _TIMEOUTS:
        return requests.ReadTimeout(text)
    if error in _PROXY_ERRORS:
        return requests.exceptions.ProxyError(text)
    if error in _NEVER_REACHED:
        return NotReached(text)
    return requests.ConnectionError(text)


def _scheme(url: str) -> str:
    return urlsplit(url).scheme.lower()


def _same_origin(origin: str, url: str) -> bool:
    """Whether what is meant for one address may be sent to another: same host, and port, never less safe."""
    ours, theirs = urlsplit(origin), urlsplit(url)
    if ours.hostname != theirs.hostname:
        return False
    if (_scheme(origin), _scheme(url)) == ("http", "https") and not ours.port and not theirs.port:
        return True
    return _scheme(origin) == _scheme(url) and _port(origin) == _port(url)


def _port(url: str) -> int | None:
    return urlsplit(url).port or {"http": 80, "https": 443}.get(_scheme(url))
