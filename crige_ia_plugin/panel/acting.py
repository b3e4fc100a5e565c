"""What one can do with a resource: one primary action, chosen from its record and from what is installed of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Callable

from ..catalogue.files import Wanted, place_of, wanted_files
from ..catalogue.problems import CatalogueError
from ..catalogue.record import Link, Record
from ..catalogue.store import Installed

SERVICES = {
    "WMS": "WMS",
    "WMTS": "WMTS",
    "WFS": "WFS",
    "OGC API FEATURES": "OGC API Features",
    "OGC API - FEATURES": "OGC API Features",
    "OAPIF": "OGC API Features",
    "XYZ": "XYZ",
    "TMS": "XYZ",
}
VECTOR_FILES = (".gpkg", ".geojson", ".fgb", ".shp", ".parquet", ".kml", ".gml")
RASTER_FILES = (".tif", ".tiff", ".vrt", ".jp2", ".asc")
LAYER_FILES = (*VECTOR_FILES, *RASTER_FILES, ".qlr", ".qml")

CODE_KINDS = ("script", "notebook", "software")
CODE_FILES = (
    *(".py", ".pyz", ".ipynb", ".model3", ".r", ".rsx", ".sh", ".bat", ".cmd", ".ps1", ".exe", ".msi", ".jar", ".js"),
    *(".whl", ".so", ".dll", ".dylib"),
)
"""Endings of the files that are programs."""

RUNNERS = ("script", "notebook", "model3", "processing-script")
"""Ways to run what a catalogue gives, by ``iageo:run.runner``, that make an algorithm of it."""

MODEL_RUNNER, MODEL_FILE = "onnx", ".onnx"
"""The runner, and the file, of what “Apply an AI model” applies: data, for which nobody is asked."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class Verb(Enum):
    """What an action does."""

    RUN = "run"
    APPLY = "apply"
    ADD = "add"
    SAMPLE = "sample"
    READ = "read"
    CALENDAR = "calendar"
    INSTALL = "install"
    UPDATE = "update"
    SHOW = "show"
    DOWNLOAD = "download"
    OPEN = "open"
    USE = "use"
    REMOVE = "remove"


@dataclass(frozen=True)
class Around:
    """What surrounds a record, on which depends what can be done with it.

    Attributes:
        today: ISO date: a past event goes into no calendar.
        base: Folder or address that its relative links start from.
        sums: Published digests by relative path, where its catalogue has them apart.
        versions: What is installed of it, the version in use last.
        asks_consent: Whether someone shows code to the user, and asks, before it is installed.
        algorithm: Id in QGIS's toolbox of the program that is installed; empty when it is not there.
    """

    today: str = ""
    base: str = ""
    sums: Mapping[str, str] = field(default_factory=dict)
    versions: tuple[Installed, ...] = ()
    asks_consent: bool = False
    algorithm: str = ""

    @property
    def installed(self) -> Installed | None:
        """Version in use, None when nothing is installed."""
        return self.versions[-1] if self.versions else None


@dataclass(frozen=True)
class Action:
    """Something to do with a resource.

    Attributes:
        verb: What is done.
        target: Algorithm id, address or file, path of the reading, name of the sample's or the model's file, version.
        link: Link of the record it comes from, when it comes from one.
        place: Address, or path on this computer, of what the link points to.
        remote: Whether it cannot be done offline.
    """

    verb: Verb
    target: str
    link: Link | None = None
    place: str = ""
    remote: bool = False


Refusal = Callable[[Action], str]
"""Why an action cannot be done now, empty when it can."""


def actions(record: Record, around: Around) -> list[Action]:
    """Everything that can be done with a resource, the primary action first."""
    return list(_actions(record, around))


def primary(record: Record, around: Around) -> Action | None:
    """The one thing to do with a resource; None when it is only to be read."""
    return next(_actions(record, around), None)


def _actions(record: Record, around: Around) -> Iterator[Action]:
    algorithm = around.algorithm if is_installed_to_run(record) else record.run.get("algorithm")
    if isinstance(algorithm, str) and ":" in algorithm:
        yield Action(Verb.RUN, algorithm)
    properties = record.raw.get("properties", {})
    sample, path = properties.get("iageo:sample"), properties.get("iageo:path")
    if isinstance(sample, str):
        yield Action(Verb.SAMPLE, sample)
    if isinstance(path, str):
        yield Action(Verb.READ, path)
    if record.kind in ("event", "webinar") and _DAY.match(record.date) and record.date >= around.today:
        yield Action(Verb.CALENDAR, record.date)
    yield from _applying(record, around)
    if not is_installed_to_run(record):  # the styles of a program are for what it makes
        yield from _layers(record, around)
    yield from _installing(record, around)
    for link in record.links_of("enclosure", "item", "data"):
        if is_installed_to_run(record) and not link.href.lower().endswith(CODE_FILES):
            continue
        if link.rel == "enclosure" or not (layer_file(link) or service_of(link)):
            yield _on_place(Verb.DOWNLOAD, link, _place(link, around))
    if record.landing:
        yield Action(Verb.OPEN, record.landing, remote=True)
    yield from _undoing(around)


def _applying(record: Record, around: Around) -> Iterator[Action]:
    """Apply the model that is installed."""
    if around.installed is not None and record.run.get("runner", MODEL_RUNNER) == MODEL_RUNNER:
        model = next((name for name in sorted(around.installed.files) if name.lower().endswith(MODEL_FILE)), "")
        if model:
            yield Action(Verb.APPLY, model, place=str(around.installed.folder / model))


def _layers(record: Record, around: Around) -> Iterator[Action]:
    here = installed_files(record, around)
    for link in record.links:
        if service_of(link):
            yield Action(Verb.ADD, link.href, link, link.href, remote=True)
        elif layer_file(link):
            yield _on_place(Verb.ADD, link, here.get(link.href) or _place(link, around))


def _on_place(verb: Verb, link: Link, place: str) -> Action:
    return Action(verb, link.href, link, place, is_address(place))


def _installing(record: Record, around: Around) -> Iterator[Action]:
    """Install, update, show what is installed."""
    installed = around.installed
    files = installable_files(record, around)
    remote = any(wanted.is_remote for wanted in files)
    if installed is None:
        if files:
            yield Action(Verb.INSTALL, record.version, remote=remote)
        return
    if files and is_installed_to_run(record) and not around.algorithm:
        yield Action(Verb.INSTALL, record.version, remote=remote)  # nobody agreed to it, or its file was changed
    if files and is_outdated(installed, record, files):
        here = any(item.version == record.version for item in around.versions[:-1])
        yield Action(Verb.UPDATE, record.version, remote=remote and not here)
    yield Action(Verb.SHOW, str(installed.folder))


def _undoing(around: Around) -> Iterator[Action]:
    """Go back to the version before, remove."""
    if len(around.versions) > 1:
        yield Action(Verb.USE, around.versions[-2].version)
    if around.installed is not None:
        yield Action(Verb.REMOVE, around.installed.version)


def is_installed_to_run(record: Record) -> bool:
    """Whether it is a program that runs once it is installed and agreed to."""
    return record.run.get("runner") in RUNNERS


def is_outdated(installed: Installed, record: Record, files: Sequence[Wanted]) -> bool:
    """Whether the catalogue has another version than the one in use, or other files under the same number."""
    if installed.version != record.version:
        return True
    return {wanted.name: wanted.digest.lower() for wanted in files} != dict(installed.files)


def files_of(record: Record, around: Around) -> list[Wanted]:
    """Files of a resource; none when one of them has no place or no digest that makes sense."""
    try:
        return wanted_files(record, around.base, around.sums)
    except CatalogueError:
        return []


def installable_files(record: Record, around: Around) -> list[Wanted]:
    """Files that can be installed: all have a digest, and none is code, unless someone asks for consent."""
    files = files_of(record, around)
    code = holds_code(record, [wanted.name for wanted in files])
    if not all(wanted.digest for wanted in files) or (code and not around.asks_consent):
        return []
    return files


def holds_code(record: Record, names: Iterable[str]) -> bool:
    """Whether what is installed could be run.

    Args:
        record: The resource.
        names: Names of its files.
    """
    runner = record.run.get("runner")
    by_name = any(name.lower().endswith(CODE_FILES) for name in names)
    return by_name or record.kind in CODE_KINDS or (isinstance(runner, str) and runner != MODEL_RUNNER)


def installed_files(record: Record, around: Around) -> dict[str, str]:
    """Path on this computer of each file of the version in use, by the address that its link gives."""
    if around.installed is None:
        return {}
    links = record.links_of("enclosure")
    found = {}
    for link, wanted in zip(links, files_of(record, around)):
        if wanted.name in around.installed.files:
            found[link.href] = str(around.installed.folder / wanted.name)
    return found


def _place(link: Link, around: Around) -> str:
    """Address or path of what a link points to; nothing when it leads out of its catalogue."""
    try:
        return place_of(link, around.base)
    except CatalogueError:
        return ""


def is_address(place: str) -> bool:
    """Whether a place is on the network."""
    return place.startswith(("http://", "https://"))


def service_of(link: Link) -> str:
    """Name of the web service behind a link, empty when it is none that QGIS adds to a project."""
    return SERVICES.get(link.service.upper(), "") if link.layer or link.service.upper() in ("XYZ", "TMS") else ""


def layer_file(link: Link) -> str:
    """Extension of the layer, style or layer definition behind a link, empty when it is none."""
    if link.rel not in ("enclosure", "item", "data", "style"):
        return ""
    name = link.href.split("?")[0].split("#")[0].lower()
    return next((extension for extension in LAYER_FILES if name.endswith(extension)), "")
