"""A small web server on loopback that behaves badly on demand."""

from __future__ import annotations

import base64
import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Server:
    """Serves a folder, except for the paths given a behaviour; ``requests`` holds what was asked.

    With a ``certificate`` (a PEM file that holds its key too) it speaks https. Used as a proxy, a whole address is
    a path, and the tunnel to ``host:port`` is asked for by that path.
    """

    def __init__(self, folder: Path, certificate: Path | None = None, port: int = 0) -> None:
        self.folder = folder
        self.behaviours: dict[str, Callable[[Any], None]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path = self.path.split("?")[0]
                owner.requests.append((self.path, dict(self.headers.items())))
                owner.behaviours.get(path, owner.serve)(self)

            do_HEAD = do_POST = do_CONNECT = do_GET  # noqa: N815 - names of http.server

            def log_message(self, *arguments: Any) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._http.daemon_threads = True
        self._http.handle_error = lambda *arguments: None  # clients hang up on us on purpose
        self.port = self._http.server_port
        self.url = f"http{'s' if certificate else ''}://127.0.0.1:{self.port}"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._http.socket = context.wrap_socket(self._http.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def serve(self, handler: Any) -> None:
        """Serve a file, with ETag, conditional requests and ranges."""
        path = self.folder / handler.path.split("?")[0].lstrip("/")
        if not path.is_file():
            answer(handler, 404, b"")
            return
        body, status = path.read_bytes(), path.stat()
        etag = f'"{status.st_size}-{status.st_mtime_ns}"'
        if handler.headers.get("If-None-Match") == etag:
            answer(handler, 304, b"", ETag=etag)
            return
        asked = handler.headers.get("Range", "")
        if handler.headers.get("If-Range", etag) != etag:
            asked = ""
        if asked.startswith("bytes="):
            first, _, last = asked[6:].partition("-")
            start, end = int(first), min(int(last or len(body)), len(body) - 1)
            if start < len(body):
                place = f"bytes {start}-{end}/{len(body)}"
                answer(handler, 206, body[start : end + 1], **{"Content-Range": place, "ETag": etag})
                return
        answer(handler, 200, body, ETag=etag)


def answer(handler: Any, status: int, body: bytes, length: int | None = None, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    if status != 304:
        handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    if handler.command != "HEAD":
        handler.wfile.write(body)


def says(status: int, body: bytes = b"", length: int | None = None, **headers: str) -> Callable[[Any], None]:
    return lambda handler: answer(handler, status, body, length, **headers)


def cuts(body: bytes, after: int) -> Callable[[Any], None]:
    """Announce the whole body, send the beginning, hang up."""

    def behave(handler: Any) -> None:
        answer(handler, 200, body[:after], len(body))
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_RDWR)
        handler.close_connection = True

    return behave


def stalls(seconds: float) -> Callable[[Any], None]:
    def behave(handler: Any) -> None:
        answer(handler, 200, b"{", 10)
        handler.wfile.flush()
        time.sleep(seconds)
        handler.close_connection = True

    return behave


def floods(size: int, sent: list[int] | None = None) -> Callable[[Any], None]:
    """Send ``size`` bytes without saying how many (until the other side has had enough); ``sent[0]`` counts them."""

    def behave(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.close_connection = True
        block = b"x" * 65536
        try:
            for _ in range(size // len(block)):
                handler.wfile.write(block)
                if sent is not None:
                    sent[0] += len(block)
        except OSError:
            pass

    return behave


def streams(size: int, sent: list[int] | None = None) -> Callable[[Any], None]:
    """Announce and send ``size`` bytes made as they go; ``sent[0]`` counts them."""

    def behave(handler: Any) -> None:
        block = bytes(range(256)) * 256
        handler.send_response(200)
        handler.send_header("Content-Length", str(size))
        handler.end_headers()
        for start in range(0, size, len(block)):
            handler.wfile.write(block[: size - start])
            if sent is not None:
                sent[0] += min(len(block), size - start)

    return behave


def chunks(pieces: list[bytes], *, cut: bool = False) -> Callable[[Any], None]:
    """Send a body in pieces of unannounced length; ``cut``: hang up before saying it was the last."""

    def behave(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if cut:
            handler.close_connection = True
        else:
            handler.wfile.write(b"0\r\n\r\n")

    return behave


def packs(body: bytes, *, cut: bool = False) -> Callable[[Any], None]:
    """Send a body packed by gzip to whoever accepts that."""

    def behave(handler: Any) -> None:
        if "gzip" not in handler.headers.get("Accept-Encoding", ""):
            answer(handler, 200, body)
            return
        packed = gzip.compress(body)
        answer(handler, 200, packed[: len(packed) // 2] if cut else packed, len(packed), Content_Encoding="gzip")
        handler.close_connection = cut

    return behave


def guards(body: bytes, user: str, password: str) -> Callable[[Any], None]:
    """Answer 401 to all but one user."""
    expected = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    def behave(handler: Any) -> None:
        if handler.headers.get("Authorization") == expected:
            answer(handler, 200, body)
        else:
            answer(handler, 401, b"no", WWW_Authenticate='Basic realm="members"')

    return behave


def is_silent(seconds: float) -> Callable[[Any], None]:
    """Take the request and say nothing."""

    def behave(handler: Any) -> None:
        time.sleep(seconds)
        handler.close_connection = True

    return behave


def echoes(handler: Any) -> None:
    """Send back what was sent."""
    answer(handler, 200, handler.rfile.read(int(handler.headers["Content-Length"])))


def takes(then: Callable[[Any], None], bodies: list[bytes] | None = None) -> Callable[[Any], None]:
    """Read what is sent, keep it, then behave."""

    def behave(handler: Any) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        if bodies is not None:
            bodies.append(body)
        then(handler)

    return behave


def hangs_up(handler: Any) -> None:
    """Say nothing and leave."""
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True
