"""Finding Python and uv on Linux, Windows and macOS: the running program may be QGIS itself."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess  # nosec B404 - asking an interpreter what it is
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from . import clean
from .problems import Code, RuntimeProblem

PROBE_SECONDS = 60
_PROGRAM = Path("/proc/self/exe")
_PYTHON = re.compile(r"python(\d+(\.\d+)?)?(\.exe)?\Z", re.IGNORECASE)
_PROBE = r"""
import json, os, platform, re, sys
from importlib import metadata
found = {}
for wanted in sys.argv[1:]:
    name, _, extras = wanted.rstrip("]").partition("[")
    extras = {extra.strip() for extra in extras.split(",") if extra.strip()}
    try:
        for need in metadata.requires(name) or []:
            of = re.search(r"extra\s*==\s*['\"]([^'\"]+)", need)
            if of and of[1] in extras:
                metadata.version(re.match(r"[A-Za-z0-9._-]+", need)[0])
        found[name] = metadata.version(name)
    except Exception:
        pass
print(json.dumps({
    "python_version": "%d.%d" % sys.version_info[:2], "python_full_version": "%d.%d.%d" % sys.version_info[:3],
    "sys_platform": sys.platform, "os_name": os.name, "platform_machine": platform.machine(),
    "platform_system": platform.system(), "implementation_name": sys.implementation.name,
    "platform_python_implementation": platform.python_implementation(), "packages": found}))
"""


@dataclass(frozen=True)
class Running:
    """The program that runs now, as far as finding Python needs to know.

    Attributes:
        platform: ``sys.platform``.
        executable: The program itself: Python, or QGIS.
        prefix: ``sys.prefix``.
        version: Python's version, ``3.12``.
    """

    platform: str
    executable: str
    prefix: str
    version: str

    @classmethod
    def here(cls) -> Running:
        """This program."""
        return cls(sys.platform, _program(), sys.prefix, "{}.{}".format(*sys.version_info[:2]))


def _program() -> str:
    """The program that runs; on Linux, one that embeds Python is told that it is whatever Python the PATH has first."""
    with suppress(OSError):
        program = str(_PROGRAM.readlink())
        if not _PYTHON.match(Path(program).name):
            return program
    return sys.executable or ""


def candidates(running: Running) -> list[str]:
    """Where the Python of the running program may be, the likeliest first."""
    windows = running.platform == "win32"
    path_of: type[PurePath] = PureWindowsPath if windows else PurePosixPath
    executable, prefix = path_of(running.executable), path_of(running.prefix)
    found: list[PurePath] = []
    if running.executable and _PYTHON.match(executable.name):
        found.append(executable)
    if windows:
        found += [
            prefix / "python.exe",  # OSGeo4W: apps/Python312
            prefix / "python3.exe",
            prefix / "Scripts" / "python.exe",  # a virtual environment
            executable.parent / "python3.exe",  # OSGeo4W: bin
            executable.parent / "python.exe",
        ]
    else:
        places = [prefix / "bin"]
        if running.platform == "linux" and running.executable and executable not in found:
            places.insert(0, executable.parent)  # its prefix too may be that of another Python on the PATH
        if running.platform == "darwin":  # QGIS.app/Contents/MacOS
            places += [executable.parent / "bin", executable.parent, executable.parent.parent / "Frameworks" / "bin"]
        found += [place / name for place in places for name in (f"python{running.version}", "python3")]
        if running.platform != "darwin":
            found += [PurePosixPath("/usr/bin/python3")]
    return list(dict.fromkeys(str(path) for path in found))


def find_python(chosen: str = "", running: Running | None = None) -> str:
    """The interpreter to use: the one chosen in the settings, or that of the running program.

    Raises:
        RuntimeProblem: PYTHON_ABSENT.
    """
    for path in [chosen] if chosen else candidates(running or Running.here()):
        if Path(path).is_file() and os.access(path, os.X_OK):
            return str(Path(path).absolute())  # not resolved: a link may be what makes a virtual environment
    raise RuntimeProblem(Code.PYTHON_ABSENT, chosen)


def find_uv(chosen: str, python: str, own: Iterable[Path]) -> str:
    """The uv to use: the one chosen, on the PATH, beside the interpreter, or installed by us; empty when there is none.

    Args:
        chosen: Path in the settings; when it is not there, no other is taken in its place.
        python: The interpreter.
        own: Folders of our own to look into.
    """
    name = "uv.exe" if sys.platform == "win32" else "uv"
    if chosen:
        return str(Path(chosen).absolute()) if Path(chosen).is_file() else ""
    on_path = shutil.which("uv")
    beside = [Path(python).parent / name, Path(python).parent / "Scripts" / name]
    places = [Path(on_path)] if on_path else []
    for path in [*places, *beside, *(folder / name for folder in own)]:
        if path.is_file() and os.access(path, os.X_OK):
            return str(path)
    return ""


@dataclass(frozen=True)
class Interpreter:
    """What an interpreter is.

    Attributes:
        path: Where it is.
        version: Its full version, ``3.11.2``.
        markers: Variables of the markers of requirements.
        packages: Version of the packages that were asked about, by normal name.
    """

    path: str
    version: str
    markers: Mapping[str, str] = field(default_factory=dict)
    packages: Mapping[str, str] = field(default_factory=dict)


def probe(python: str, names: Iterable[str] = ()) -> Interpreter:
    """Ask an interpreter what it is and which packages it has, in a process of its own.

    Args:
        python: Where it is.
        names: Packages; one with extras, ``laspy[lazrs]``, is there only with what they ask for.

    Raises:
        RuntimeProblem: PYTHON_ABSENT, it does not run.
    """
    try:
        answer = subprocess.run(  # noqa: S603  # nosec B603 - the interpreter of the settings, our own code
            [python, "-I", "-B", "-X", "utf8", "-c", _PROBE, *names],
            capture_output=True,
            text=True,
            check=True,
            timeout=PROBE_SECONDS,
            stdin=subprocess.DEVNULL,
            env=clean.environment(Path.home(), Path.home(), own_libraries=False),
            creationflags=clean.NO_WINDOW,
        ).stdout
        told = json.loads(answer)
    except (OSError, ValueError, subprocess.SubprocessError):
        raise RuntimeProblem(Code.PYTHON_ABSENT, python) from None
    packages = told.pop("packages")
    return Interpreter(python, told["python_full_version"], told, packages)
