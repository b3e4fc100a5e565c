"""The environment a shared script runs in: the interpreter there is where it serves, otherwise one made by uv.

Nothing is ever installed into the interpreter that was found: it may be QGIS's own.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Callable

from ..paths import RESOURCES
from . import network, pins, sizes
from .folders import RunFolder, locked, remove, write_aside, writing_problem
from .interpreters import Interpreter, find_python, find_uv, probe
from .listener import Cancellable, Silent, Step
from .problems import Code, RuntimeProblem
from .script import Script
from .sizes import Download
from .tools import call
from .versions import accepts, requirement

UV_PINS = RESOURCES / "scripts" / "uv.txt"
NAME = "crige_ia_plugin"


@dataclass(frozen=True)
class Settings:
    """What the user or the administrator chose.

    Attributes:
        python: Interpreter; that of the running program when empty.
        uv: Where uv is; looked for when empty.
        index_url: Index of packages; uv's own default, or pip's settings on this computer, when empty.
        certificates: File of certificates of the authorities to trust.
        proxy: Address of the proxy.
        wheels: Folder of packages, for a computer without internet: then no index is asked.
        offline: Whether the network must not be used.
        cache: Folder of what is kept; the computer's local cache when empty.
        isolated: Whether to make an environment even where the interpreter would serve as it is.
    """

    python: str = ""
    uv: str = ""
    index_url: str = ""
    certificates: str = ""
    proxy: str = ""
    wheels: str = ""
    offline: bool = False
    cache: str = ""
    isolated: bool = False

    @property
    def cache_folder(self) -> Path:
        """Folder of what is kept."""
        return Path(self.cache) if self.cache else default_cache(sys.platform, os.environ)

    @property
    def uv_folders(self) -> list[Path]:
        """Where uv is when it was installed by ``prepare``."""
        own = self.cache_folder / "uv" / uv_version()
        return [own / "bin", own / "Scripts"]


def uv_version() -> str:
    """Version of uv that is installed where there is none."""
    return next(pin.version for pin in pins.read(UV_PINS.read_bytes(), str(UV_PINS)) if pin.name == "uv")


def default_cache(platform: str, environment: Mapping[str, str]) -> Path:
    """The local cache of a computer; never in a roaming profile, which has a quota and travels."""
    home = Path(environment.get("USERPROFILE" if platform == "win32" else "HOME") or Path.home())
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / NAME / "cache"
    if platform == "darwin":
        return home / "Library" / "Caches" / NAME
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / NAME


class How(str, Enum):
    """How a script gets its packages."""

    DIRECT = "direct"
    """The interpreter has them already."""
    ENVIRONMENT = "environment"
    """An environment of its own has them."""


@dataclass(frozen=True)
class Plan:
    """What preparing would do.

    Attributes:
        how: How the script gets its packages.
        python: The interpreter.
        is_ready: Whether there is nothing to do.
        installs_uv: Whether uv must be installed first, which the user has to agree to.
        downloads: What would be downloaded, unless uv has it in its cache; empty when nothing would.
        stated: Bytes that the script's list says its packages weigh; 0 when it does not.
    """

    how: How
    python: str
    is_ready: bool
    installs_uv: bool = False
    downloads: tuple[Download, ...] = ()
    stated: int = 0

    @property
    def size(self) -> int | None:
        """Bytes that would be downloaded, more or less; None when that is unknown."""
        known = sum(download.size or 0 for download in self.downloads)
        if all(download.size is not None for download in self.downloads):
            return known
        return known + self.stated if self.stated else None


@dataclass(frozen=True)
class Prepared:
    """An environment that is ready.

    Attributes:
        python: Interpreter that runs the script.
        versions: Version of each package, by normal name, and of ``python``.
        how: How the script gets its packages.
        pins: The pinned list it was made from; empty when the interpreter served as it was.
    """

    python: str
    versions: Mapping[str, str] = field(default_factory=dict)
    how: How = How.DIRECT
    pins: str = field(default="", repr=False)

    @property
    def is_isolated(self) -> bool:
        """Whether it has an environment of its own."""
        return self.how is How.ENVIRONMENT


def plan(script: Script, settings: Settings, monitor: Cancellable | None = None) -> Plan:
    """Say what preparing a script would do; nothing is installed.

    Raises:
        RuntimeProblem: PYTHON_ABSENT, PYTHON_UNSUITABLE, LOCK_FORM or CANCELLED.
    """
    return _Work(script, settings, monitor or Silent()).plan()


def prepare(
    script: Script,
    settings: Settings,
    monitor: Cancellable | None = None,
    may_install_uv: bool = False,
    on_step: Callable[[Step], None] = lambda step: None,
) -> Prepared:
    """Make the environment of a script, or find it made.

    Args:
        script: The script.
        settings: What the user or the administrator chose.
        monitor: Who may stop it.
        may_install_uv: Whether the user agreed to have uv installed in the cache's folder.
        on_step: Told what is being done.

    Raises:
        RuntimeProblem: What is missing or went wrong; nothing half-made is kept.
    """
    return _Work(script, settings, monitor or Silent(), on_step).prepare(may_install_uv)


def provide_uv(script: Script, settings: Settings, monitor: Cancellable | None = None) -> str:
    """Find uv, or install it in the cache's folder: the user agreed to it. Its path.

    Raises:
        RuntimeProblem: UV_ABSENT where the one chosen in the settings is not there; or what pip's errors mean.
    """
    return _Work(script, settings, monitor or Silent(), lambda step: None).provide_uv(may_install=True)


class _Work:
    """One preparation."""

    def __init__(
        self,
        script: Script,
        settings: Settings,
        monitor: Cancellable,
        on_step: Callable[[Step], None] = lambda step: None,
    ) -> None:
        self.script, self.settings, self.monitor, self.on_step = script, settings, monitor, on_step
        self.cache = settings.cache_folder
        self.requirements = [found for found in map(requirement, script.dependencies) if found is not None]
        names = [found.with_extras for found in self.requirements]
        self.interpreter: Interpreter = probe(find_python(settings.python), names)
        if script.requires_python and not accepts(script.requires_python, self.interpreter.version):
            raise RuntimeProblem(
                Code.PYTHON_UNSUITABLE,
                script.name,
                wanted=script.requires_python,
                python=self.interpreter.path,
                found=self.interpreter.version,
            )
        if script.lock:
            pins.read(script.lock, script.name)

    @property
    def serves_as_it_is(self) -> bool:
        if self.settings.isolated and self.requirements:
            return False
        here = self.interpreter
        return all(needed.is_met(here.packages, here.markers) for needed in self.requirements)

    def _key(self, *parts: bytes) -> str:
        here = self.interpreter
        about = f"{here.path} {here.version} {here.markers.get('platform_machine', '')}".encode()
        return hashlib.sha256(b"\0".join((about, *parts))).hexdigest()[:24]

    @property
    def own_pins(self) -> Path:
        """Where the list made here for a script that brings none is kept: the same versions next time."""
        return self.cache / "pins" / f"{self._key('|'.join(self.script.dependencies).encode())}.txt"

    def known_pins(self) -> bytes:
        """The script's list, or the one made here before; empty when there is none yet."""
        if self.script.lock:
            return self.script.lock
        return self.own_pins.read_bytes() if self.own_pins.is_file() else b""

    def home_of(self, list_: bytes) -> Path:
        return self.cache / "environments" / self._key(list_)

    def find_uv(self) -> str:
        return find_uv(self.settings.uv, self.interpreter.path, self.settings.uv_folders)

    # saying

    def plan(self) -> Plan:
        python = self.interpreter.path
        if self.serves_as_it_is:
            return Plan(How.DIRECT, python, is_ready=True)
        list_ = self.known_pins()
        if list_ and _python_in(self.home_of(list_)).exists():
            return Plan(How.ENVIRONMENT, python, is_ready=True)
        uv = self.find_uv()
        downloads: list[Download] = []
        if not uv:
            downloads.append(Download("uv", uv_version(), pins.stated_size(UV_PINS.read_bytes())))
        downloads += self._downloads(uv, list_)
        if self.settings.wheels:  # they are on this computer already
            downloads = []
        stated = pins.stated_size(list_) or 0
        return Plan(How.ENVIRONMENT, python, False, not uv, tuple(downloads), stated)

    def _downloads(self, uv: str, list_: bytes) -> list[Download]:
        told = sizes.unmeasured(list_, self.interpreter.markers)
        if uv and not (self.settings.offline or self.settings.wheels):
            wanted = list_.decode() if list_ else "\n".join(self.script.dependencies)
            try:
                return sizes.ask(uv, self.interpreter.path, wanted, self._uv_environment(), self._made(), self.monitor)
            except RuntimeProblem as problem:  # an estimate must not be what fails
                if problem.code is Code.CANCELLED:
                    raise
        return told or [Download(needed.name, needed.conditions) for needed in self.requirements]

    # doing

    def prepare(self, may_install_uv: bool) -> Prepared:
        here = self.interpreter
        if self.serves_as_it_is:
            return Prepared(here.path, {**here.packages, "python": here.version})
        list_ = self.known_pins()
        if not list_:
            list_ = self._resolve(self.provide_uv(may_install_uv))
        home = self.home_of(list_)
        if not _python_in(home).exists():
            self._make(self.provide_uv(may_install_uv), list_, home)
        with suppress(OSError):
            os.utime(home)  # so that ``storage`` knows that it serves
        versions = {**installed(home), "python": here.version}
        return Prepared(str(_python_in(home)), versions, How.ENVIRONMENT, list_.decode())

    def _made(self) -> Path:
        """The cache's folder, made; uv and pip run there, where no project's settings are."""
        try:
            self.cache.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise writing_problem(error, self.cache) from None
        return self.cache

    def _uv_environment(self) -> Mapping[str, str]:
        return network.for_uv(self.settings, self.cache / "packages")

    def provide_uv(self, may_install: bool) -> str:
        uv = self.find_uv()
        if uv:
            return uv
        if not may_install or self.settings.uv:
            raise RuntimeProblem(Code.UV_ABSENT, self.settings.uv)
        self.on_step(Step.INSTALL_UV)
        self._install_uv()
        return self.find_uv()

    def _install_uv(self) -> None:
        """Install uv in the cache with the pip of the interpreter, which checks its digest and touches nothing else."""
        python = self.interpreter.path
        environment = network.for_pip(self.settings)
        with RunFolder(self._made() / "making") as place:
            try:
                call([python, "-I", "-m", "pip", "--version"], place.path, environment, self.monitor)
            except RuntimeProblem as problem:
                if problem.code is Code.CANCELLED:
                    raise
                raise RuntimeProblem(Code.PIP_ABSENT, python=python) from None
            target = place.path / "uv"
            words = ["install", "--quiet", "--require-hashes", "--only-binary", ":all:", "--no-deps", "--no-compile"]
            words += ["--target", str(target), "--requirement", str(UV_PINS)]
            call([python, "-I", "-m", "pip", *words], place.path, environment, self.monitor)
            self._keep(target, self.cache / "uv" / uv_version())

    def _resolve(self, uv: str) -> bytes:
        """Choose versions for a script that brings no list, and keep the list."""
        self.on_step(Step.RESOLVE)
        words = ["pip", "compile", "--quiet", "--generate-hashes", "--no-header", "--no-annotate", "--no-build"]
        words += ["--no-emit-index-url", "--no-emit-find-links", "--python", self.interpreter.path, "-"]
        given = "\n".join(self.script.dependencies) + "\n"
        list_ = call([uv, *words], self._made(), self._uv_environment(), self.monitor, given).encode()
        pins.read(list_, self.script.name)
        write_aside(self.own_pins, list_)
        return list_

    def _make(self, uv: str, list_: bytes, home: Path) -> None:
        self.on_step(Step.INSTALL)
        with RunFolder(self._made() / "making") as place:
            made, wanted = place.path / "made", place.path / "pins.txt"
            environment = self._uv_environment()
            try:
                wanted.write_bytes(list_)
            except OSError as error:
                raise writing_problem(error, wanted) from None
            words = ["venv", "--quiet", "--no-project", "--python", self.interpreter.path, str(made)]
            call([uv, *words], place.path, environment, self.monitor)
            words = ["pip", "sync", "--quiet", "--require-hashes", "--no-build", "--allow-empty-requirements"]
            words += ["--python", str(_python_in(made)), str(wanted)]
            call([uv, *words], place.path, environment, self.monitor)
            self._keep(made, home)

    def _keep(self, made: Path, home: Path) -> None:
        """Put what was made at its place; another session may have been faster."""
        try:
            home.parent.mkdir(parents=True, exist_ok=True)
            with locked(home.parent / ".lock"):
                if home.exists() and not _python_in(home).exists():
                    remove(home)  # its interpreter is gone
                if not home.exists():
                    made.rename(home)
        except OSError as error:
            raise writing_problem(error, home) from None


def _python_in(home: Path) -> Path:
    return home / "Scripts" / "python.exe" if sys.platform == "win32" else home / "bin" / "python"


def installed(home: Path) -> dict[str, str]:
    """Version of each package of an environment, by normal name, as its folders tell."""
    from .versions import normal_name

    found = {}
    for place in (*home.glob("lib/python*/site-packages"), home / "Lib" / "site-packages"):
        for folder in place.glob("*.dist-info"):
            name, _, version = folder.name[: -len(".dist-info")].partition("-")
            found[normal_name(name)] = version
    return dict(sorted(found.items()))
