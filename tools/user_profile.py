"""Put the staged plugin into a QGIS profile, by a link: what is built is what QGIS loads at its next start.

user_profile.py create FOLDER     a profile of its own, the plugin enabled, for qgis --profiles-path FOLDER
user_profile.py install PROFILE   the user's own profile, whose settings are left alone
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from stage import NAME, STAGED


class ProfileError(Exception):
    """What stands in the way, and what to do."""


def link(profile: Path) -> Path:
    """Link the staged plugin into a profile, and return the link."""
    plugins = profile / "python" / "plugins"
    target = plugins / NAME
    if target.exists() and not target.is_symlink():
        raise ProfileError(f"{target} is an installed plugin: uninstall it in QGIS's plugin manager first")
    try:
        plugins.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.symlink_to(STAGED, target_is_directory=True)
    except OSError as error:
        raise ProfileError(f"cannot write into {plugins}: {error.strerror}") from error
    return target


def create(folder: Path) -> None:
    """Make a profile named default under ``folder``, with the plugin linked and enabled."""
    profile = folder / "profiles" / "default"
    link(profile)
    for version in ("3", "4"):
        settings = profile / "QGIS" / f"QGIS{version}.ini"
        if not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text(f"[PythonPlugins]\n{NAME}=true\n", encoding="utf-8")


def install(name: str) -> None:
    """Link into the profile ``name`` of the user, for each QGIS series that was started once."""
    if os.geteuid() == 0 and os.environ.get("SUDO_USER"):
        raise ProfileError("run `make install` without sudo: it links into your own profile")
    data = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    series = [folder for folder in sorted((data / "QGIS").glob("QGIS[34]")) if folder.is_dir()]
    for folder in series or [data / "QGIS" / "QGIS3"]:
        print(f"install: {link(folder / 'profiles' / name)}")
    print("install: restart QGIS, then tick CRIGE IA & géodata in Plugins ▸ Manage and Install Plugins")


def main() -> int:
    """Run the command named on the command line."""
    command, argument = sys.argv[1:3]
    try:
        if command == "create":
            create(Path(argument))
        else:
            install(argument)
    except ProfileError as error:
        print(f"install: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
