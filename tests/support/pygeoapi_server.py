"""A real pygeoapi on loopback, in a process of its own and in the environment of its own that the Makefile makes.

Run by that environment, ``pygeoapi_server.py PORT`` serves what ``PYGEOAPI_CONFIG`` says.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

PAGE = 5
"""Records a page holds at most, whatever is asked."""


class Pygeoapi:
    """pygeoapi with one catalogue a collection, kept in TinyDB files of ``folder``.

    Args:
        python: Interpreter that has pygeoapi.
        folder: Where its configuration, its databases and its log go.
        catalogues: Records (GeoJSON features) by name of collection.
    """

    def __init__(self, python: Path, folder: Path, catalogues: Mapping[str, Sequence[dict[str, Any]]]) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "pygeoapi.log"
        for name, records in catalogues.items():
            (folder / f"{name}.tinydb").write_text(json.dumps({"_default": numbered(records)}), encoding="utf-8")
        configuration = folder / "configuration.yml"  # JSON is YAML
        configuration.write_text(json.dumps(configuration_of(self.url, folder, list(catalogues))), encoding="utf-8")
        openapi = folder / "openapi.json"
        openapi.write_text(json.dumps({"openapi": "3.0.2", "info": {}, "paths": {}}), encoding="utf-8")
        environment = {**os.environ, "PYGEOAPI_CONFIG": str(configuration), "PYGEOAPI_OPENAPI": str(openapi)}
        environment.pop("PYTHONPATH", None)
        self._stream = self.log.open("wb")
        self._process = subprocess.Popen(
            [str(python), __file__, str(self.port)], env=environment, stdout=self._stream, stderr=subprocess.STDOUT
        )
        self._wait(60)

    def _wait(self, seconds: float) -> None:
        """Return once it answers.

        Raises:
            RuntimeError: it ended, or never answered.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._process.poll() is None:
            if answers(self.url + "/?f=json"):
                return
            time.sleep(0.1)
        self.close()
        raise RuntimeError(f"pygeoapi did not start:\n{self.log.read_text(errors='replace')[-2000:]}")

    def collection(self, name: str) -> str:
        """Address of a collection."""
        return f"{self.url}/collections/{name}"

    def asked(self) -> list[str]:
        """Paths it was asked for so far."""
        text = self.log.read_text(encoding="utf-8", errors="replace")
        return re.findall(r'"(?:\x1b\[\d+m)*(?:GET|POST|PUT|DELETE) (\S+) HTTP', text)  # in colours, some

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._stream.close()


def answers(url: str) -> bool:
    """Tell whether somebody answers, whatever proxy this machine has."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5):
            return True
    except OSError:
        return False


def free_port() -> int:
    """Return a port of loopback that nobody listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def numbered(records: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return records as TinyDB keeps them, with the text that pygeoapi searches in."""
    kept = {}
    for number, record in enumerate(records, 1):
        properties = record["properties"]
        words = " ".join(str(properties.get(name, "")) for name in ("title", "description"))
        kept[str(number)] = {**record, "properties": {**properties, "_metadata-anytext": words}}
    return kept


def configuration_of(url: str, folder: Path, names: Sequence[str]) -> dict[str, Any]:
    """Return pygeoapi's configuration."""
    extents = {"spatial": {"bbox": [-180, -90, 180, 90], "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}
    link = {"type": "text/html", "rel": "canonical", "title": "x", "href": "https://example.org/"}
    resources = {
        name: {
            "type": "collection",
            "title": name,
            "description": name,
            "keywords": [name],
            "links": [link],
            "extents": extents,
            "providers": [
                {
                    "type": "record",
                    "name": "TinyDBCatalogue",
                    "data": str(folder / f"{name}.tinydb"),
                    "editable": True,
                    "id_field": "id",
                    "time_field": "updated",
                    "title_field": "title",
                }
            ],
        }
        for name in names
    }
    metadata = {
        "identification": {
            "title": "test",
            "description": "test",
            "keywords": ["test"],
            "keywords_type": "theme",
            "terms_of_service": "none",
            "url": url,
        },
        "license": {"name": "none"},
        "provider": {"name": "test"},
        "contact": {"name": "test"},
    }
    server = {
        "bind": {"host": "127.0.0.1", "port": 1},
        "url": url,
        "mimetype": "application/json; charset=UTF-8",
        "encoding": "utf-8",
        "languages": ["fr-FR"],
        "map": {"url": "https://example.org/{z}/{x}/{y}.png", "attribution": "none"},
        "limits": {"default_items": PAGE, "max_items": PAGE},
    }
    return {"server": server, "logging": {"level": "ERROR"}, "metadata": metadata, "resources": resources}


def serve(port: int) -> None:
    """Serve until ended; ``pygeoapi serve`` would turn its debugger on."""
    from pygeoapi.flask_app import APP

    APP.run(host="127.0.0.1", port=port, debug=False, threaded=True)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
