"""Run a script inside the real QGIS, with the staged plugin in a fresh profile, on a virtual screen if need be.

The script ends QGIS itself (``os._exit``) and leaves its results in the folder named by ``CRIGE_IA_OUTPUT``.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stage import NAME, STAGED

REPOSITORY = Path(__file__).resolve().parent.parent
SCREEN = "-screen 0 1600x1000x24"

PROFILE = """\
[PythonPlugins]
{enabled}

[locale]
userLocale={language}
globalLocale={region}
overrideFlag=true

[UI]
UITheme={theme}

[qgis]
checkVersion=false
askToSaveProjectChanges=false
enableMacros=Never
projOpenAtLaunch=0

[app]
projections\\defaultProjectCrs=EPSG:2154
plugin_repositories\\official\\url=https://plugins.qgis.org/plugins/plugins.xml
plugin_repositories\\official\\enabled=false

[fonts]
downloadMissingFonts=false

[core]
NewsFeed\\httpsfeedqgisorg\\disabled=true
httpsfeedqgisorg\\disabled=true
"""


class QgisError(Exception):
    """What stands in the way, and what to do."""


@dataclass(frozen=True)
class Session:
    """One run of QGIS.

    Attributes:
        script: Python file run inside QGIS.
        folder: Where its profile, log and output go; emptied first.
        language: Language of QGIS.
        region: Whose numbers and dates QGIS writes: ``fr_FR``, or those of ``language``.
        theme: Theme of QGIS: ``default``, ``Night Mapping``…
        plugin: Folder of the plugin to install; None leaves the profile without it.
        beside: Names of the plugins of QGIS itself that are enabled.
        limit: Seconds after which it is stopped.
        environment: Variables added to the environment.
        before: Words put before the command that starts QGIS, on its screen: ``env``, ``unshare``…
    """

    script: Path
    folder: Path
    language: str = "fr"
    region: str = ""
    theme: str = "default"
    plugin: Path | None = STAGED
    beside: Sequence[str] = ("processing",)
    limit: int = 300
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Sequence[str] = ()

    @property
    def installed(self) -> Path:
        """Where the plugin is in its profile."""
        return self.folder / "profiles" / "profiles" / "default" / "python" / "plugins" / NAME


def is_possible() -> bool:
    """Whether QGIS and a screen, real or virtual, are there."""
    return bool(shutil.which("qgis") and (os.environ.get("DISPLAY") or shutil.which("xvfb-run")))


def run(session: Session) -> Path:
    """Run QGIS until its script ends; return the folder of its output.

    Raises:
        QgisError: QGIS is not there, took too long or did not end well.
    """
    if not is_possible():
        raise QgisError("QGIS and a screen are needed: apt-get install qgis xvfb xauth")
    output = _install(session)
    log = session.folder / "qgis.log"
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            _command(session), env=_environment(session, output), stdout=stream, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
        try:
            status = process.wait(session.limit)
        except subprocess.TimeoutExpired:
            raise QgisError(f"QGIS took more than {session.limit} s and was stopped: see {log}") from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    if status != 0:
        tail = log.read_text(encoding="utf-8", errors="replace")[-3000:]
        raise QgisError(f"QGIS ended with status {status}:\n{tail}")
    return output


def _install(session: Session) -> Path:
    shutil.rmtree(session.folder, ignore_errors=True)
    output = session.folder / "output"
    output.mkdir(parents=True)
    profile = session.installed.parents[2]
    (profile / "QGIS").mkdir(parents=True)
    enabled = [*session.beside, *([NAME] if session.plugin else [])]
    settings = PROFILE.format(
        enabled="\n".join(f"{name}=true" for name in enabled),
        language=session.language,
        region=session.region or session.language,
        theme=session.theme,
    )
    (profile / "QGIS" / "QGIS3.ini").write_text(settings, encoding="utf-8")
    if session.plugin:
        shutil.copytree(session.plugin, session.installed)
    return output


def _command(session: Session) -> list[str]:
    command = [*session.before, "qgis", "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(session.folder / "profiles"), "--code", str(session.script)]
    if not os.environ.get("DISPLAY"):
        command = ["xvfb-run", "--auto-servernum", f"--server-args={SCREEN}", *command]
    return command


def _environment(session: Session, output: Path) -> dict[str, str]:
    """A user's environment, whose caches are the session's own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    for name in ("QT_QPA_PLATFORM", "QGIS_CUSTOM_CONFIG_PATH", "PYTHONPATH"):
        environment.pop(name, None)
    environment.update(
        LANG="C.UTF-8",
        XDG_CACHE_HOME=str(session.folder / "cache"),
        XDG_DATA_HOME=str(session.folder / "data"),
        CRIGE_IA_OUTPUT=str(output),
        CRIGE_IA_REPOSITORY=str(REPOSITORY),
    )
    environment.update(session.environment)
    return environment
