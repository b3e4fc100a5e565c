"""What one agrees to, in words: the facts of a program before it is installed."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from ...runtime.script import Runner
from ...translation import tr


@dataclass(frozen=True)
class Request:
    """A program that asks to be installed.

    Attributes:
        title: Its name, in the user's language.
        version: Its version.
        publisher: Who gives it; empty when nobody says so.
        catalogue: Title of the catalogue it comes from.
        ships: Whether it came with the plugin.
        signed_by: Key that signed the catalogue; empty when it is not signed.
        licence: Its licence; empty when it is not stated.
        dependencies: Libraries that it needs, as its description asks for them.
        download: Bytes that are to be downloaded for them; None when it cannot be told, 0 when all is here.
        installs_uv: Whether uv, which installs libraries, must itself be installed.
        network: Whether it says that it uses the network; None when it does not say.
        text: What is run.
        before: What was agreed to last; empty the first time.
        runner: What runs it.
        missing: Tools that it uses and this QGIS does not have, by their ids.
    """

    title: str
    version: str
    publisher: str
    catalogue: str
    ships: bool
    signed_by: str
    licence: str
    dependencies: Sequence[str]
    download: int | None
    installs_uv: bool
    network: bool | None
    text: str
    before: str = ""
    runner: Runner = Runner.SCRIPT
    missing: Sequence[str] = ()

    @property
    def is_update(self) -> bool:
        """Whether another version was agreed to before."""
        return bool(self.before)


def facts(request: Request) -> list[tuple[str, str]]:
    """What is known of the program, as pairs of label and value."""
    return [
        (tr("Publisher"), request.publisher or tr("not stated")),
        (tr("Catalogue"), request.catalogue),
        (tr("Signature"), _signature(request)),
        (tr("Licence"), request.licence or tr("not stated")),
        (tr("Needs"), _needs(request)),
        (tr("May touch"), _touches(request)),
    ]


def heading(request: Request) -> str:
    """Title of the dialog."""
    if request.runner is Runner.MODEL:
        return tr("Update a Processing model") if request.is_update else tr("Install a Processing model")
    if request.runner is Runner.NOTEBOOK:
        return tr("Update a notebook") if request.is_update else tr("Install a notebook")
    return tr("Update a script") if request.is_update else tr("Install a script")


def content(request: Request) -> str:
    """Name of what is shown of the program."""
    if request.runner is Runner.NOTEBOOK:
        return tr("The notebook")
    return tr("What it does") if request.runner is Runner.MODEL else tr("The script")


def warning(request: Request) -> str:
    """What the user must know before agreeing."""
    if request.runner is Runner.MODEL:
        return tr(
            "It runs inside QGIS: its steps do what the tools named above do, on your files, your databases and the "
            "network. Agree only if you trust who gives it."
        )
    if request.runner.is_inside:
        return tr(
            "It runs inside QGIS, as QGIS itself, and part of it each time QGIS starts: it can break QGIS, and reach "
            "your project, your connections and their passwords. Nothing stands between it and them. Agree only if "
            "you know who gives it, and have read it."
        )
    return tr(
        "It runs in a process of its own, so that it cannot break QGIS. This is no security sandbox: it may read and "
        "write your files as you may. Agree only if you trust who gives it."
    )


def scope() -> str:
    """What an agreement is worth."""
    return tr(
        "Your agreement holds for this very file: if one byte of it changes, it no longer runs until you are asked "
        "again."
    )


def difference(request: Request) -> str:
    """What changes since the version agreed to last, line by line; empty the first time."""
    if not request.is_update:
        return ""
    lines = difflib.unified_diff(request.before.splitlines(), request.text.splitlines(), lineterm="", n=3)
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


def size_text(size: int) -> str:
    """A size in megabytes, for what is downloaded."""
    return tr("{size} MB").format(size=f"{max(1, round(size / 1e6)):,}".replace(",", "\u202f"))


def _signature(request: Request) -> str:
    if request.ships:
        return tr("it comes with the plugin")
    if not request.signed_by:
        return tr("none: nothing proves who wrote it")
    return tr("verified, key {key}").format(key=request.signed_by)


def _needs(request: Request) -> str:
    if request.missing:
        return tr("tools that are not in this QGIS: {names}").format(names=", ".join(request.missing))
    if request.runner.is_inside:
        return tr("nothing but QGIS")
    names = ", ".join([*request.dependencies, *(["uv"] if request.installs_uv else [])])
    if not names:
        return tr("nothing but Python")
    if request.download is None:
        return tr("{names}: installed apart from QGIS at the first run").format(names=names)
    if not request.download:
        return tr("{names}: already on this computer").format(names=names)
    return tr("{names}: about {size} to download, apart from QGIS, at the first run").format(
        names=names, size=size_text(request.download)
    )


def _touches(request: Request) -> str:
    if request.runner.is_inside:
        return tr("all that QGIS reaches: your files, your project, your connections, the network")
    if request.network:
        return tr("your files, and the network")
    if request.network is None:
        return tr("your files; it does not say whether it uses the network")
    return tr("your files; it says that it does not use the network")
