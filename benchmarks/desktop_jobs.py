"""QGIS's desktop jobs, under a virtual screen: its start with the plugin, the panel used while records come or not.

``desktop_jobs.py JOB STAGED RECORDS FOLDER OUTPUT`` runs one; ``OUTPUT`` receives a count.

``harvest`` and ``rest`` give as their seconds the longest time for which QGIS's window did not answer. ``plugin`` and
``qgis`` share one start of QGIS, whichever comes first, and give the part of each. ``tools`` gives the time that the
tools take to load, once the window is there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from harness import ROOT, SECONDS_FILE

sys.path.insert(0, str(ROOT / "tools"))

import real_qgis

PAGE = 500
USE, STARTED, WATCH = (
    Path(__file__).with_name(name) for name in ("desktop_in_qgis.py", "start_in_qgis.py", "start_watch.py")
)


@contextmanager
def served(records: Path) -> Iterator[str]:
    """Serve records page by page on loopback, as an OGC API – Records collection; gives its address."""
    lines = records.read_bytes().splitlines()

    class Handler(BaseHTTPRequestHandler):
        """Serves any page."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            """Answer with a page."""
            offset = int(parse_qs(urlsplit(self.path).query).get("offset", ["0"])[0])
            following = offset + PAGE
            links = [{"rel": "next", "href": f"items?offset={following}"}] if following < len(lines) else []
            head = json.dumps({"type": "FeatureCollection", "numberMatched": len(lines), "links": links})
            body = head[:-1].encode() + b', "features": [' + b",".join(lines[offset:following]) + b"]}"
            self.send_response(200)
            self.send_header("Content-Type", "application/geo+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/collections/bench"
    server.shutdown()


def use_the_panel(name: str, staged: Path, records: Path, folder: Path) -> tuple[float, int]:
    """Use the panel in QGIS, with a harvest going on or not; return the longest stall and the records that came."""
    with served(records) as address:
        source = {"id": "bench", "title": "Bench", "kind": "ogc-api", "location": address}
        environment = {"BENCH_DESKTOP": name, "QGIS_PLG_CRIGE_IA_SOURCES": json.dumps([source])}
        plugin = staged / "crige_ia_plugin"
        session = real_qgis.Session(USE, folder / name, plugin=plugin, limit=300, environment=environment)
        seen = read(real_qgis.run(session))
    print("\n".join(json.dumps(gap, ensure_ascii=False) for gap in seen["gaps"]))
    return float(seen["longest_ms"]) / 1000, int(seen["records"])


def read(output: Path) -> dict[str, Any]:
    """What a script saw in QGIS."""
    return json.loads((output / "seen.json").read_text(encoding="utf-8"))


def start(name: str, staged: Path, folder: Path) -> tuple[float, int]:
    """Return the part of the plugin, or of QGIS, in one start; that start serves for both, once each."""
    shared = folder / "start.json"
    seen = json.loads(shared.read_text(encoding="utf-8")) if shared.is_file() else {"taken": ["plugin", "qgis"]}
    if name in seen["taken"]:
        environment = {"PYQGIS_STARTUP": str(WATCH)}
        plugin = compiled(staged / "crige_ia_plugin", folder / "compiled")
        session = real_qgis.Session(STARTED, folder / "start", plugin=plugin, limit=120, environment=environment)
        seen = {**read(real_qgis.run(session)), "taken": []}
    seen["taken"].append(name)
    shared.write_text(json.dumps(seen), encoding="utf-8")
    return float(seen[name]), len(seen["modules"])


def compiled(plugin: Path, folder: Path) -> Path:
    """A copy of the plugin compiled by QGIS's Python, as it is from its second start on."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(plugin, folder)
    python = Path(sys.executable).resolve()
    subprocess.run([str(python), "-m", "compileall", "-q", str(folder)], check=True)
    return folder


def load_tools(staged: Path) -> tuple[float, int]:
    """Load the tools in PyQGIS, as the plugin does once the window is there; what QGIS loads itself is there."""
    import osgeo.gdal
    import osgeo.ogr  # noqa: F401 - with NumPy, what QGIS's Processing loads at each start
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    sys.path.insert(0, str(staged))
    import crige_ia_plugin

    plugin = crige_ia_plugin.classFactory(None)
    begun = time.perf_counter()
    plugin.initProcessing()
    seconds = time.perf_counter() - begun
    return seconds, len(QgsApplication.processingRegistry().providerById("crige_ia").algorithms())


def main(name: str, staged: Path, records: Path, folder: Path, output: Path) -> None:
    """Run one job and hand over its seconds."""
    if name in ("harvest", "rest"):
        seconds, count = use_the_panel(name, staged, records, folder)
    elif name == "tools":
        seconds, count = load_tools(staged)
    else:
        seconds, count = start(name, staged, folder)
    Path(os.environ[SECONDS_FILE]).write_text(repr(seconds))
    output.write_text(str(count))
    sys.stdout.flush()
    os._exit(0)  # QGIS's libraries do not end well without their application


if __name__ == "__main__":
    main(sys.argv[1], *(Path(argument) for argument in sys.argv[2:6]))
