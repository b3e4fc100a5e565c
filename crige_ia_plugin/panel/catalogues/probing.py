"""Looking at a catalogue, or at the directory of catalogues, in a task; and what was seen, in a sentence."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from ...catalogue.download import NO_VALIDATORS, read
from ...catalogue.probe import Probe, probe
from ...catalogue.readers import Request
from ...catalogue.sources import MAX_CATALOG, Kind, Source, read_directory
from ...catalogue.state import State
from ...tasks import Task
from ...translation import tr
from .moments import day

MAX_SIGNATURE = 10_000


class ProbeTask(Task):
    """Looks at one catalogue; nothing is kept.

    Attributes:
        probe: What stands there; None when the task did not come to its end.
    """

    def __init__(self, source: Source) -> None:
        super().__init__(tr("Looking at a catalogue"))
        self._source = source
        self.probe: Probe | None = None

    def work(self) -> None:
        """Look."""
        source = self._source
        with ExitStack() as sessions:
            session = None
            if source.kind is not Kind.FOLDER:
                session = sessions.enter_context(self.session(source.authentication, source.location))
            request = Request(Path(), session, NO_VALIDATORS, self.report, self.isCanceled)
            self.probe = probe(source, request)


class DirectoryTask(Task):
    """Reads the signed directory of catalogues.

    Attributes:
        sources: Catalogues it lists, none of them on; None when the task did not come to its end.
    """

    def __init__(self, address: str, public_key: str) -> None:
        super().__init__(tr("Reading the directory of catalogues"))
        self._address, self._key = address, public_key
        self.sources: list[Source] | None = None

    def work(self) -> None:
        """Read it and verify its signature."""
        with self.session() as session:
            content = read(session, self._address, MAX_CATALOG, cancelled=self.isCanceled).content or b""
            signature = read(session, self._address + ".minisig", MAX_SIGNATURE, cancelled=self.isCanceled)
        text = (signature.content or b"").decode("utf-8", "replace")
        self.sources = read_directory(content, text, self._key)


def probe_text(found: Probe, now: datetime) -> str:
    """What stands at an address, in sentences."""
    if found.collections:
        return tr("This address is that of a whole server: choose one of its collections.")
    title = found.title or tr("A catalogue without a name")
    parts = [tr("Found: “{title}”.").format(title=title)]
    if found.records >= 0:
        parts[0] = tr("Found: “{title}”, %n record(s).", n=found.records).format(title=title)
    if found.trust is not None:
        parts.append(tr("Signed by the key {key}, verified.").format(key=found.trust.key))
    elif found.unverified_signer:
        text = tr("It says it is signed by the key {key}: paste its publisher's public key to verify that.")
        parts.append(text.format(key=found.unverified_signer))
    else:
        parts.append(tr("It is not signed: nothing tells who wrote it."))
    if State(expires=found.expires).is_expired(now):
        text = tr("It is out of date: its publisher should have renewed it by {date}.")
        parts.append(text.format(date=day(found.expires)))
    return " ".join(parts)
