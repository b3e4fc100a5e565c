"""What is said of a script to its author: what it declares, how its trial ended, where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...runsheet.format import Formatter
from ...runtime.environment import Plan
from ...runtime.script import Script
from ...translation import interface_language, tr
from ..consent.request import Request
from ..numbers import shown_size
from .tasks import Standing, TryTask

_MAX_SHOWN = 12


def described(script: Script) -> str:
    """A script in two lines."""
    language = interface_language()
    inputs = ", ".join(parameter.title(language) for parameter in script.inputs)
    outputs = ", ".join(parameter.title(language) for parameter in script.outputs)
    words = tr("{title}, version {version}\nIt asks for: {inputs}\nIt makes: {outputs}")
    none = tr("nothing")
    return words.format(
        title=script.title(language), version=script.version, inputs=inputs or none, outputs=outputs or none
    )


def stands(standing: Standing) -> str:
    """Where it stands with the toolbox."""
    return {
        Standing.ABSENT: tr("It is not in the toolbox."),
        Standing.LOADED: tr("It is in the toolbox, as it is now."),
        Standing.CHANGED: tr("It changed since it was loaded: the toolbox no longer runs it until it is loaded again."),
    }[standing]


def tried(task: TryTask) -> Iterator[str]:
    """How a trial that came to its end went, line by line."""
    outcome, language = task.outcome, interface_language()
    if outcome is None:
        return
    say = Formatter(language)
    words = tr("The trial is good: {duration}, {cpu} of computation, {memory} of memory.")
    yield words.format(
        duration=say.duration(outcome.wall_seconds),
        cpu=say.duration(outcome.cpu_seconds),
        memory=shown_size(outcome.peak_bytes),
    )
    for name, size in task.sizes.items():
        words = tr("✔ {output}: {size}, of the right type.")
        yield words.format(output=task.script.parameter(name).title(language), size=shown_size(size))
    figures = [(name, value) for name, value in outcome.result.items() if isinstance(value, (bool, int, float, str))]
    for name, value in figures[:_MAX_SHOWN]:
        shown = say.number(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)
        yield tr("{name} = {value}").format(name=name, value=shown[:200])
    if outcome.dropped_lines:
        yield tr("It wrote too much to be shown whole; lines left out: {count}.").format(count=outcome.dropped_lines)


def asked(script: Script, planned: Plan | None, path: Path) -> Request:
    """What its users will be asked, as its author is the first time."""
    ready = planned is not None and (planned.is_ready or not planned.downloads)
    return Request(
        title=script.title(interface_language()),
        version=script.version,
        publisher=script.publisher,
        catalogue=tr("none: the file {name} of this computer").format(name=path.name),
        ships=False,
        signed_by="",
        licence=script.license,
        dependencies=script.dependencies,
        download=0 if ready else planned.size if planned is not None else None,
        installs_uv=planned is not None and planned.installs_uv,
        network=script.network,
        text=script.source.decode("utf-8-sig", "replace"),
    )
