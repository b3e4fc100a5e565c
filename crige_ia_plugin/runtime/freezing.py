"""The pinned list of a script, made for every system that it may run on: for its author, before publishing."""

from __future__ import annotations

import re

from . import network, pins, sizes
from .environment import Settings, provide_uv
from .folders import writing_problem
from .interpreters import find_python, find_uv
from .listener import Cancellable, Silent
from .problems import Code, RuntimeProblem
from .script import Script
from .tools import call
from .versions import specifiers


def freeze(
    script: Script, settings: Settings, monitor: Cancellable | None = None, may_install_uv: bool = False
) -> bytes:
    """Choose the versions of a script's packages, with the digests of their files for every system.

    Args:
        script: The script.
        settings: What the user or the administrator chose.
        monitor: Who may stop it.
        may_install_uv: Whether the user agreed to have uv installed in the cache's folder.

    Returns:
        The list, which says in a comment how much this computer would download.

    Raises:
        RuntimeProblem: UV_ABSENT, CANCELLED, or what uv's errors mean.
    """
    monitor = monitor or Silent()
    python = find_python(settings.python)
    uv = find_uv(settings.uv, python, settings.uv_folders)
    if not uv and may_install_uv:
        uv = provide_uv(script, settings, monitor)
    if not uv:
        raise RuntimeProblem(Code.UV_ABSENT, settings.uv)
    cache = settings.cache_folder
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise writing_problem(error, cache) from None
    environment = network.for_uv(settings, cache / "packages")
    words = ["pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-header", "--no-annotate"]
    words += ["--no-emit-index-url", "--no-emit-find-links", "--no-build", "--python", python]
    oldest = oldest_python(script.requires_python)
    if oldest:
        words += ["--python-version", oldest]
    given = "\n".join(script.dependencies) + "\n"
    list_ = call([uv, *words, "-"], cache, environment, monitor, given)
    pins.read(list_.encode(), script.name)
    found = sizes.ask(uv, python, list_, environment, cache, monitor)
    size = sum(download.size or 0 for download in found)
    return f"# size: {size}\n{list_}".encode() if size else list_.encode()


def oldest_python(conditions: str) -> str:
    """The oldest version that conditions such as ``>=3.9,<4`` allow; empty when they do not say."""
    for condition in specifiers(conditions) or ():
        if condition.operator in (">=", "~=", "=="):
            found = re.match(r"\d+(\.\d+)?", condition.version)
            return found.group() if found else ""
    return ""
