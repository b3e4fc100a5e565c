"""The words of the actions: what the button says, and what its tooltip says will happen."""

from __future__ import annotations

from dataclasses import dataclass

from ..translation import tr
from .acting import Action, Verb, service_of

ICONS = {
    Verb.RUN: "run",
    Verb.APPLY: "run",
    Verb.ADD: "add",
    Verb.SAMPLE: "add",
    Verb.READ: "read",
    Verb.CALENDAR: "calendar",
    Verb.INSTALL: "install",
    Verb.UPDATE: "update",
    Verb.SHOW: "folder",
    Verb.DOWNLOAD: "download",
    Verb.OPEN: "open",
    Verb.USE: "undo",
    Verb.REMOVE: "remove",
}


@dataclass(frozen=True)
class Said:
    """An action in words: button, tooltip, icon of the panel."""

    label: str
    hint: str
    icon: str


def said(action: Action) -> Said:
    """Return the words of an action."""
    hint = _hints()[action.verb].format(target=_target(action), service=_service(action))
    return Said(_labels()[action.verb], hint, ICONS[action.verb])


def unreachable() -> str:
    """Why an action is greyed when there is no network."""
    return tr("This needs the network, and the network cannot be reached at the moment.")


def missing_tool() -> str:
    """Why a tool cannot be opened."""
    return tr("This tool is not in the toolbox: it needs another version of the plugin, or another plugin.")


def missing_applier() -> str:
    """Why a model cannot be applied yet."""
    return tr("Install “Apply an AI model to an image” first: here is its card. Then come back to this model.")


def nothing_to_do() -> str:
    """Why there is no button."""
    return tr("This card is to be read: there is nothing to open.")


def _target(action: Action) -> str:
    if action.verb in (Verb.ADD, Verb.DOWNLOAD) and action.link and action.link.title:
        return action.link.title
    return action.target


def _service(action: Action) -> str:
    return (service_of(action.link) if action.link else "") or tr("file")


def _labels() -> dict[Verb, str]:
    return {
        Verb.RUN: tr("Open the tool"),
        Verb.APPLY: tr("Apply this model"),
        Verb.ADD: tr("Add to the project"),
        Verb.SAMPLE: tr("Add the demonstration data"),
        Verb.READ: tr("Start reading"),
        Verb.CALENDAR: tr("Add to my calendar"),
        Verb.INSTALL: tr("Install"),
        Verb.UPDATE: tr("Update"),
        Verb.SHOW: tr("Show the files"),
        Verb.DOWNLOAD: tr("Download"),
        Verb.OPEN: tr("Open the web page"),
        Verb.USE: tr("Go back to the version before"),
        Verb.REMOVE: tr("Uninstall"),
    }


def _hints() -> dict[Verb, str]:
    return {
        Verb.RUN: tr("Opens the tool's dialog; nothing runs before you say so ({target})."),
        Verb.APPLY: tr("Opens “Apply an AI model to an image” with {target}, whose integrity is verified first."),
        Verb.ADD: tr("Adds “{target}” ({service}) to the project as a layer; your own layers are left alone."),
        Verb.SAMPLE: tr("Adds the layers of the demonstration town to the project; no network is needed."),
        Verb.READ: tr("Opens the first stop of the reading; no network is needed."),
        Verb.CALENDAR: tr("Saves an .ics file that your calendar can open ({target})."),
        Verb.INSTALL: tr("Downloads the files, verifies their integrity and keeps them: no network is needed then."),
        Verb.UPDATE: tr("Brings version {target} and verifies its integrity; the one in use is kept, to go back to."),
        Verb.SHOW: tr("Opens the folder of the installed files."),
        Verb.USE: tr("Version {target} is still on this computer: no network is needed."),
        Verb.REMOVE: tr("Removes the installed files, all versions; nothing of yours is touched."),
        Verb.DOWNLOAD: tr("Asks where to save “{target}”, then downloads it and verifies its integrity."),
        Verb.OPEN: tr("Opens this page in your browser: {target}"),
    }
