"""What the catalogue's tests share: well-made records and a small catalogue on disk."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Callable

import hostile_server
import pytest

from crige_ia_plugin.catalogue.record import CONFORMANCE

HERE = Path(__file__).resolve().parent


def make_record(identifier: str = "un-script", **properties: Any) -> dict[str, Any]:
    """A valid record; keyword arguments replace properties, ``None`` removes one."""
    values: dict[str, Any] = {
        "type": "script",
        "title": "Détecter les parkings",
        "description": "Un script qui détecte les parkings sur une orthophoto.",
        "language": {"code": "fr"},
        "updated": "2025-06-01T00:00:00Z",
        "keywords": ["parking"],
        "themes": [
            {"scheme": "theme", "concepts": [{"id": "parkings"}]},
            {"scheme": "level", "concepts": [{"id": "novice"}]},
        ],
        "contacts": [{"organization": "CRIGE PACA", "roles": ["publisher"]}],
        "license": "etalab-2.0",
        "iageo:quality": {"assessed": False, "note": "Contrôler sur une zone témoin."},
    }
    values.update(properties)
    return {
        "id": identifier,
        "type": "Feature",
        "conformsTo": [CONFORMANCE],
        "time": None,
        "geometry": None,
        "properties": {key: value for key, value in values.items() if value is not None},
        "links": [{"rel": "about", "type": "text/html", "href": f"https://example.org/{identifier}"}],
    }


@pytest.fixture(scope="session")
def record() -> Callable[..., dict[str, Any]]:
    """Make a valid record."""
    return make_record


@pytest.fixture(scope="session")
def schemas() -> ModuleType:
    """JSON Schemas of a record and of a catalogue."""
    return load("schema")


@pytest.fixture(scope="session")
def embedded() -> Path:
    """The catalogue that ships with the plugin."""
    from crige_ia_plugin.paths import RESOURCES

    return RESOURCES / "catalogue"


@pytest.fixture
def ndjson(tmp_path: Path) -> Callable[..., Path]:
    """Write records one a line and return the file."""

    def write(records: list[dict[str, Any]], name: str = "records.ndjson") -> Path:
        path = tmp_path / name
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        path.write_text("".join(lines), encoding="utf-8")
        return path

    return write


def load(name: str) -> ModuleType:
    """A helper module of this folder, which is not a package."""
    spec = importlib.util.spec_from_file_location(f"catalogue_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def behaviour() -> ModuleType:
    """Ways for a server to behave."""
    return hostile_server


@pytest.fixture
def server(behaviour: ModuleType, tmp_path: Path) -> Iterator[Any]:
    """A web server on loopback, serving ``tmp_path / "www"``."""
    folder = tmp_path / "www"
    folder.mkdir()
    made = behaviour.Server(folder)
    yield made
    made.close()


@pytest.fixture
def session() -> Iterator[Any]:
    """A plain ``requests`` session that ignores the machine's proxies."""
    requests = pytest.importorskip("requests")
    with requests.Session() as made:
        made.trust_env = False
        yield made
