"""Shared programs on this computer: offered, agreed to, registered as tools; where the store, trust and runtime meet.

The panel offers a program and asks; processing makes an algorithm of each that was agreed to, and asks again here,
with the bytes it is going to run, at each run.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import settings
from .__about__ import TITLE
from .catalogue.store import Installed, Store
from .catalogue.sync import EMBEDDED_ID
from .models import missing_in, model_text
from .runtime import environment, programs, script, trust
from .runtime.job import Limits
from .runtime.local import LocalScripts
from .runtime.problems import Code, RuntimeProblem
from .runtime.script import LOCK_SUFFIX, Runner, Script
from .runtime.trust import Signature

if TYPE_CHECKING:
    from .runtime.listener import Cancellable
    from .runtime.parameters import Parameter

PROVIDER = "crige_ia"
OWN = "local"
"""What precedes the name of a script that its author tries where it lies."""

_UNSAFE = re.compile(r"[^a-z0-9]+")
_names: dict[tuple[str, str], str] = {}
"""Names of the algorithms of the programs that are agreed to, by catalogue and identifier, as last read."""
_failures: dict[tuple[str, str], RuntimeProblem] = {}
"""Why a program that is agreed to could not be loaded, by catalogue and identifier."""


@dataclass(frozen=True)
class SharedTool:
    """A script, or another program, that is agreed to: installed from a catalogue, or its author's own file.

    Attributes:
        name: Name of its algorithm, without that of the provider.
        script: It, as it was when the toolbox was filled.
        installed: What was installed; None for a file of its author.
        file: Where its author has it; None when it was installed.
    """

    name: str
    script: Script
    installed: Installed | None = None
    file: Path | None = None

    @property
    def catalogue_title(self) -> str:
        """Title of the catalogue it comes from; empty for a file of its author."""
        if self.installed is None:
            return ""
        if self.installed.catalogue == EMBEDDED_ID:
            return TITLE
        titles = {source.id: source.title for source in settings.sources()}
        return titles.get(self.installed.catalogue) or self.installed.catalogue

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.installed.folder if self.installed is not None else (self.file or Path()).parent

    def style(self, parameter: Parameter) -> Path | None:
        """Style of an output: a file beside the script; None when there is none."""
        path = self.folder / f"{parameter.style}.qml"
        return path if parameter.style and path.is_file() else None


@dataclass(frozen=True)
class Offer:
    """A script, or another program, that is about to be installed.

    Attributes:
        script: What would run.
        publisher: Who gives it, as its catalogue says.
        signature: What vouches for it.
        last: Version that was agreed to last; None when there is none.
    """

    script: Script
    publisher: str
    signature: Signature
    last: Script | None = None

    @property
    def text(self) -> str:
        """The script, to be read.

        Raises:
            RuntimeProblem: QGIS cannot read it.
        """
        return text_of(self.script)

    @property
    def missing(self) -> list[str]:
        """Ids of the tools that a model uses and this QGIS does not have.

        Raises:
            RuntimeProblem: QGIS cannot read it.
        """
        return missing_in(self.script) if self.script.runner is Runner.MODEL else []

    @property
    def before(self) -> str:
        """The version that was agreed to last, to be read; empty when there is none."""
        with suppress(RuntimeProblem):
            return text_of(self.last) if self.last else ""
        return ""


# before it is installed


def offer(key: tuple[str, str], publisher: str, signature: Signature, files: Mapping[str, Path]) -> Offer | None:
    """Find the script among the files of a resource; None when there is none.

    Args:
        key: Catalogue and identifier of the resource.
        publisher: Who gives it, as its catalogue says.
        signature: What vouches for it.
        files: Where each file is now, by its name in the resource.

    Raises:
        RuntimeProblem: Its description is wrong, or the administrator does not allow it.
    """
    found = script_in(files)
    if found is None:
        return None
    consents().policy.check(found, publisher, signature)
    return Offer(found, publisher, signature, _last(key))


def agree(offered: Offer) -> None:
    """Write down that the user agrees to this very script.

    Raises:
        RuntimeProblem: It could not be written.
    """
    consents().agree(offered.script, offered.publisher, offered.signature)


def plan(wanted: Script, monitor: Cancellable | None = None) -> environment.Plan:
    """Say what would be downloaded for a script; it takes seconds.

    Raises:
        RuntimeProblem: No Python suits it.
    """
    return environment.plan(wanted, runtime_settings(), monitor)


def script_in(files: Mapping[str, Path]) -> Script | None:
    """The program among the files of a resource, with its pinned list; None when no file is one.

    Where there are several, one that describes itself comes first, and what runs inside QGIS last.

    Raises:
        RuntimeProblem: The only one there is does not describe itself well.
    """
    named = sorted(name for name in files if name.lower().endswith(programs.SUFFIXES))
    found = []
    for name in named:
        lock = files.get(name.rpartition(".")[0] + LOCK_SUFFIX)
        try:
            pinned = lock.read_bytes() if lock is not None else b""
            found.append(programs.read(files[name], name, pinned))
        except OSError as error:
            raise RuntimeProblem(Code.READ_FAILED, name, reason=error.strerror or str(error)) from None
        except RuntimeProblem:
            if len(named) == 1:
                raise
    ranks = list(Runner)
    return min(found, key=lambda one: ranks.index(one.runner), default=None)


def text_of(read: Script) -> str:
    """A program's text, as one reads it before agreeing.

    Raises:
        RuntimeProblem: QGIS cannot read it.
    """
    if read.runner is Runner.MODEL:
        return model_text(read)
    return read.shown or read.source.decode("utf-8-sig", "replace")


def _last(key: tuple[str, str]) -> Script | None:
    versions = Store(settings.store_folder()).versions(*key)
    with suppress(RuntimeProblem):
        found = _script_of(versions[-1]) if versions else None
        if found is not None and consents().is_trusted(found):
            return found
    return None


# once it is installed


def tools() -> list[SharedTool]:
    """Programs that are agreed to, installed or their author's own; what is wrong with one hides no other."""
    trusted, store = consents(), Store(settings.store_folder())
    found: list[SharedTool] = []
    for key in dict.fromkeys((one.catalogue, one.id) for one in store.installed()):
        installed = store.versions(*key)[-1]
        with suppress(RuntimeProblem):
            read = _script_of(installed)
            if read is not None and trusted.is_trusted(read):
                found.append(SharedTool(algorithm_name(installed.catalogue, read), read, installed))
    _failures.clear()
    _names.clear()
    _names.update({(tool.installed.catalogue, tool.installed.id): tool.name for tool in found if tool.installed})
    taken = {tool.name for tool in found}
    return found + [tool for tool in _own_tools(trusted) if tool.name not in taken]


def _own_tools(trusted: trust.Trust) -> Iterator[SharedTool]:
    for key, file in own_scripts().files().items():
        with suppress(RuntimeProblem):
            read = script.read(file)
            if read.id == key and trusted.is_trusted(read):
                yield SharedTool(own_name(read), read, file=file)


def agreed_script(tool: SharedTool) -> Script:
    """Read a tool's script again; these bytes, agreed to, are those to run.

    Raises:
        RuntimeProblem: It was changed, removed, or is no longer agreed to.
    """
    read = _script_of(tool.installed) if tool.installed is not None else script.read(tool.file or Path())
    if read is None:
        raise RuntimeProblem(Code.NOT_TRUSTED, str(tool.folder), title=tool.script.id)
    consents().verify(read)
    return read


def same_script(tool: SharedTool) -> Script:
    """Make sure that what QGIS itself loaded when the toolbox was filled is what lies there, and is agreed to, now.

    Raises:
        RuntimeProblem: It was changed, removed, or is no longer agreed to.
    """
    read = agreed_script(tool)
    if read.digest != tool.script.digest:
        raise RuntimeProblem(Code.CHANGED, read.name, title=read.titles)
    return read


def note_failure(tool: SharedTool, problem: RuntimeProblem) -> None:
    """Take note that a program could not be loaded: it has no tool in the toolbox."""
    if tool.installed is not None:
        key = tool.installed.catalogue, tool.installed.id
        _failures[key] = problem
        _names.pop(key, None)


def failure_of(key: tuple[str, str]) -> RuntimeProblem | None:
    """Why a program that is agreed to has no tool in the toolbox; None when nothing went wrong."""
    return _failures.get(key)


def algorithm_of(installed: Installed) -> str:
    """Id in the toolbox of what is installed; empty when it has no tool there."""
    name = _names.get((installed.catalogue, installed.id))
    return f"{PROVIDER}:{name}" if name else ""


def algorithm_name(catalogue: str, read: Script) -> str:
    """Name of a script's algorithm: its id for ours, preceded by its catalogue for others."""
    return read.id if catalogue == EMBEDDED_ID else f"{_UNSAFE.sub('', catalogue.lower()) or 'other'}_{read.id}"


def own_name(read: Script) -> str:
    """Name of the algorithm of its author's own script."""
    return algorithm_name(OWN, read)


def load_own(read: Script) -> str:
    """Agree to one's own script where it lies, and list it; its id in the toolbox, once the provider is filled again.

    Raises:
        RuntimeProblem: The administrator does not allow it, or it could not be written.
    """
    consents().agree(read)
    own_scripts().add(read.id, read.path or Path(read.name))
    return f"{PROVIDER}:{own_name(read)}"


def _script_of(installed: Installed) -> Script | None:
    return script_in({name: installed.folder / name for name in installed.files})


# where things are


def own_scripts() -> LocalScripts:
    """Scripts that their author tries where they lie."""
    return LocalScripts(settings.data_folder() / "own_scripts.json")


def jobs_folder() -> Path:
    """Folder of the runs under way, on a local disk."""
    return runtime_settings().cache_folder / "runs"


def consents() -> trust.Trust:
    """What the user agreed to, on this computer alone, and what the administrator allows."""
    names = (name.strip() for name in settings.SCRIPTS_PUBLISHERS.get().split(";"))
    policy = trust.Policy(settings.SCRIPTS_SIGNED_ONLY.get(), tuple(name for name in names if name))
    return trust.Trust(trust.default_path(sys.platform, os.environ), policy)


def runtime_settings() -> environment.Settings:
    """What the user, or the administrator, chose for the scripts' environments."""
    return environment.Settings(
        python=settings.SCRIPT_PYTHON.get(),
        uv=settings.SCRIPT_UV.get(),
        index_url=settings.SCRIPT_INDEX_URL.get(),
        certificates=settings.SCRIPT_CERTIFICATES.get(),
        proxy=settings.SCRIPT_PROXY.get() or settings.qgis_proxy(),
        wheels=settings.SCRIPT_WHEELS.get(),
        offline=settings.SCRIPT_OFFLINE.get(),
        cache=settings.SCRIPT_CACHE.get() or str(settings.cache_folder() / "scripts"),
    )


def limits() -> Limits:
    """What a run may use."""
    minutes, memory = settings.SCRIPT_TIMEOUT.get(), settings.SCRIPT_MEMORY.get()
    return Limits(60.0 * minutes if minutes else None, (memory << 20) if memory else None)
