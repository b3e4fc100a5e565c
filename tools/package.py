"""Zip the staged plugin: the same bytes from the same commit, whatever the machine, the user and the hour."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from stage import NAME, REPOSITORY, STAGED, manifest

MAXIMUM_BYTES = 5_000_000
_EARLIEST = 315_532_800
"""1980-01-01, before which a zip knows no date."""


def commit_time() -> int:
    """Return the seconds since 1970 that date every file: SOURCE_DATE_EPOCH, else the commit's own date, else 1980."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    if not (REPOSITORY / ".git").exists():
        return _EARLIEST
    command = ["git", "-C", str(REPOSITORY), "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def write_zip(target: Path, seconds: int) -> None:
    """Write the staged tree into ``target``: names sorted, one date, one mode, one folder."""
    date = time.gmtime(max(seconds, _EARLIEST))[:6]
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    with zipfile.ZipFile(aside, "w") as archive:
        for relative in sorted(manifest(), key=lambda path: path.as_posix()):
            entry = zipfile.ZipInfo(f"{NAME}/{relative.as_posix()}", date)
            entry.create_system = 3  # Unix, so that the mode is read
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (STAGED / relative).read_bytes(), compresslevel=9)
    aside.replace(target)


def main() -> int:
    """Write the zip named on the command line and say its size."""
    target = Path(sys.argv[1])
    try:
        seconds = commit_time()
    except (OSError, subprocess.CalledProcessError) as error:
        reason = getattr(error, "stderr", None) or error
        print(f"package: git cannot date the commit (or give SOURCE_DATE_EPOCH): {reason}", file=sys.stderr)
        return 1
    write_zip(target, seconds)
    size = target.stat().st_size
    if size > MAXIMUM_BYTES:
        print(f"package: {target} is {size} bytes, more than {MAXIMUM_BYTES}", file=sys.stderr)
        return 1
    print(f"package: {target} ({size / 1024:.0f} KiB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
