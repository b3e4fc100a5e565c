"""Who agreed to run what on this computer: a script's exact bytes, its pinned list and the files that go with it.

It is an agreement, not a sandbox: a script that runs can do what its user can.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from enum import Enum
from pathlib import Path
from typing import Any

from .folders import locked, write_aside, writing_problem
from .problems import Code, RuntimeProblem
from .script import Script

FORBID_UNSIGNED = "QGIS_PLG_CRIGE_IA_SCRIPTS_SIGNED_ONLY"
PUBLISHERS = "QGIS_PLG_CRIGE_IA_SCRIPTS_PUBLISHERS"
_MAX_BYTES = 8 << 20
_YES = ("1", "true", "yes", "on")


class Signature(str, Enum):
    """What vouches for a script."""

    BUNDLED = "bundled"
    """It came with the plugin."""
    SIGNED = "signed"
    """It came from a catalogue whose signature was verified with a key that the user gave."""
    UNSIGNED = "unsigned"
    """Nothing does."""


@dataclass(frozen=True)
class Consent:
    """One agreement.

    Attributes:
        digest: SHA-256 of all that was agreed to, in hexadecimal.
        script: The script's id.
        version: Its version.
        publisher: Who published it.
        signature: What vouched for it, a value of ``Signature``.
        when: When, in UTC (ISO 8601).
    """

    digest: str
    script: str
    version: str
    publisher: str
    signature: str
    when: str


@dataclass(frozen=True)
class Policy:
    """What the administrator allows.

    Attributes:
        signed_only: Whether unsigned scripts are forbidden.
        publishers: The only publishers allowed, as their catalogues name them; empty for any.
    """

    signed_only: bool = False
    publishers: tuple[str, ...] = ()

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> Policy:
        """Read it from environment variables; publishers are separated by semicolons."""
        told = os.environ if environment is None else environment
        names = tuple(name.strip() for name in told.get(PUBLISHERS, "").split(";") if name.strip())
        return cls(told.get(FORBID_UNSIGNED, "").strip().lower() in _YES, names)

    def check(self, script: Script, publisher: str, signature: Signature) -> None:
        """Check that a script may be agreed to, and run; what came with the plugin always may.

        Raises:
            RuntimeProblem: UNSIGNED_FORBIDDEN or PUBLISHER_FORBIDDEN.
        """
        if signature is Signature.BUNDLED:
            return
        if self.publishers and publisher not in self.publishers:
            allowed = ", ".join(self.publishers)
            raise RuntimeProblem(Code.PUBLISHER_FORBIDDEN, script.name, publisher=publisher or "?", allowed=allowed)
        # an unsigned catalogue can name any publisher
        if (self.signed_only or self.publishers) and signature is not Signature.SIGNED:
            raise RuntimeProblem(Code.UNSIGNED_FORBIDDEN, script.name, title=script.titles)


def default_path(platform: str, environment: Mapping[str, str]) -> Path:
    """Where the agreements of a user are: on this computer alone, the same file for QGIS and for the terminal."""
    home = Path(environment.get("USERPROFILE" if platform == "win32" else "HOME") or Path.home())
    if platform == "win32":
        place = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        place = home / "Library" / "Application Support"
    else:
        place = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return place / "crige_ia_plugin" / "scripts.json"


def digest(script: Script, files: Iterable[Path] = ()) -> str:
    """SHA-256 of all that an agreement is about: source, pinned list, and files that go along, by name.

    Raises:
        RuntimeProblem: READ_FAILED.
    """
    files = sorted(files)
    if not files:
        return script.digest
    whole = hashlib.sha256(script.digest.encode())
    for path in files:
        one = hashlib.sha256()
        try:
            with path.open("rb") as stream:
                for block in iter(lambda: stream.read(1 << 20), b""):
                    one.update(block)
        except OSError as error:
            raise RuntimeProblem(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None
        whole.update(f"\n{len(path.name)} {path.name} {one.hexdigest()}".encode())
    return whole.hexdigest()


class Trust:
    """The agreements of this computer's user, in a file."""

    def __init__(self, path: Path, policy: Policy | None = None) -> None:
        """Use a file of agreements, which need not exist yet; the policy is the administrator's by default."""
        self.path = path
        self.policy = policy or Policy.of()

    def consents(self) -> tuple[Consent, ...]:
        """All agreements, the oldest first.

        Raises:
            RuntimeProblem: TRUST_UNREADABLE: then nothing is trusted.
        """
        return tuple(self._read().values())

    def is_trusted(self, script: Script, files: Iterable[Path] = ()) -> bool:
        """Whether this very script may run: agreed to, and still allowed by the administrator.

        Raises:
            RuntimeProblem: TRUST_UNREADABLE or READ_FAILED.
        """
        try:
            self.verify(script, files)
        except RuntimeProblem as problem:
            if problem.code in (Code.TRUST_UNREADABLE, Code.READ_FAILED):
                raise
            return False
        return True

    def verify(self, script: Script, files: Iterable[Path] = ()) -> Consent:
        """Return the agreement to this very script.

        Raises:
            RuntimeProblem: NOT_TRUSTED, CHANGED (another content of this id was agreed to), UNSIGNED_FORBIDDEN,
                PUBLISHER_FORBIDDEN, TRUST_UNREADABLE or READ_FAILED.
        """
        known = self._read()
        consent = known.get(digest(script, files))
        if consent is None:
            had = any(other.script == script.id for other in known.values())
            raise RuntimeProblem(Code.CHANGED if had else Code.NOT_TRUSTED, script.name, title=script.titles)
        self.policy.check(script, consent.publisher, Signature(consent.signature))
        return consent

    def agree(
        self, script: Script, publisher: str = "", signature: Signature = Signature.UNSIGNED, files: Iterable[Path] = ()
    ) -> Consent:
        """Write down that the user agrees to this very script.

        Raises:
            RuntimeProblem: UNSIGNED_FORBIDDEN, PUBLISHER_FORBIDDEN, TRUST_UNREADABLE, READ_FAILED, WRITE_FAILED or
                DISK_FULL.
        """
        publisher = publisher or script.publisher
        self.policy.check(script, publisher, signature)
        when = datetime.now(timezone.utc).replace(microsecond=0).isoformat()
        consent = Consent(digest(script, files), script.id, script.version, publisher, signature.value, when)
        self._change(add=consent)
        return consent

    def withdraw(self, script_id: str) -> int:
        """Take back every agreement to a script; how many there were.

        Raises:
            RuntimeProblem: TRUST_UNREADABLE, WRITE_FAILED or DISK_FULL.
        """
        return self._change(drop=script_id)

    def _change(self, add: Consent | None = None, drop: str = "") -> int:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with locked(self.path.with_name(self.path.name + ".lock")):  # two sessions of QGIS may agree at once
                known = self._read()
                kept = {key: consent for key, consent in known.items() if not drop or consent.script != drop}
                if add is not None:
                    kept.pop(add.digest, None)
                    kept[add.digest] = add
                text = json.dumps({"format": 1, "consents": [asdict(c) for c in kept.values()]}, indent=1) + "\n"
                write_aside(self.path, text.encode())
        except OSError as error:
            raise writing_problem(error, self.path) from None
        return len(known) - len(kept) + (0 if add is None else 1)

    def _read(self) -> dict[str, Consent]:
        if not self.path.exists():
            return {}
        try:
            with self.path.open("rb") as stream:
                data = stream.read(_MAX_BYTES + 1)
            if len(data) > _MAX_BYTES:
                raise ValueError("too large")
            found = [_consent(item) for item in json.loads(data)["consents"]]
        except OSError as error:
            raise RuntimeProblem(Code.TRUST_UNREADABLE, str(self.path), reason=error.strerror or str(error)) from None
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise RuntimeProblem(Code.TRUST_UNREADABLE, str(self.path), reason=str(error)[:200]) from None
        return {consent.digest: consent for consent in found}


def _consent(item: Any) -> Consent:
    consent = Consent(**item)
    if not all(isinstance(value, str) for value in asdict(consent).values()):
        raise ValueError("text is expected")
    Signature(consent.signature)
    return consent
