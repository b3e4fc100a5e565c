"""What the environments of shared scripts take on the disk, and making room."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from .environment import Settings
from .folders import door_held, locked, remove, writing_problem
from .listener import Cancellable, Silent
from .problems import Code, RuntimeProblem

DAY = 86_400.0
UNUSED_DAYS = 90.0
"""Days without a run after which an environment may go."""


def used(settings: Settings, monitor: Cancellable | None = None) -> int:
    """Bytes that the cache takes; a file that several environments share counts once.

    Raises:
        RuntimeProblem: CANCELLED.
    """
    seen: set[tuple[int, int]] = set()
    total = 0
    monitor = monitor or Silent()
    for folder, _, names in os.walk(settings.cache_folder):
        if monitor.is_cancelled():
            raise RuntimeProblem(Code.CANCELLED)
        for name in names:
            with suppress(OSError):
                state = Path(folder, name).lstat()
                if (state.st_dev, state.st_ino) not in seen or not state.st_ino:
                    seen.add((state.st_dev, state.st_ino))
                    total += state.st_size
    return total


def make_room(settings: Settings, unused_days: float = UNUSED_DAYS) -> int:
    """Remove the environments that served no run for some days, and uv's own cache unless it is at work.

    They are made again when they are needed, from the network. The pinned lists stay: the same versions come back.

    Args:
        settings: Where the cache is.
        unused_days: One day at least: an environment in use is not removed.

    Returns:
        How many environments were removed.

    Raises:
        RuntimeProblem: WRITE_FAILED.
    """
    oldest = time.time() - max(1.0, unused_days) * DAY
    environments, packages = settings.cache_folder / "environments", settings.cache_folder / "packages"
    removed = 0
    try:
        if environments.is_dir():
            with locked(environments / ".lock"):
                for home in environments.iterdir():
                    if home.is_dir() and home.stat().st_mtime < oldest:
                        remove(home)
                        removed += not home.exists()
        if packages.is_dir():
            with door_held(settings.cache_folder / "making") as is_idle:
                if is_idle:
                    remove(packages)
    except OSError as error:
        raise writing_problem(error, environments) from None
    return removed
