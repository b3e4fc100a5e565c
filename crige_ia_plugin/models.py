"""Processing models that others share: loaded from their bytes, and told as text before one agrees to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsXmlUtils,
)

from .compat import MODEL_SOURCES, parse_xml
from .runtime.problems import Code, RuntimeProblem
from .translation import tr

if TYPE_CHECKING:
    from .runtime.script import Script


def load_model(model: QgsProcessingModelAlgorithm, read: Script) -> None:
    """Fill a model from the bytes of a program; nothing of it is run.

    Raises:
        RuntimeProblem: MODEL_INVALID.
    """
    document = parse_xml(read.source)
    root = document.documentElement() if document is not None else None
    if root is None or not model.loadVariant(QgsXmlUtils.readVariant(root)) or not model.childAlgorithms():
        raise RuntimeProblem(Code.MODEL_INVALID, read.name)


def missing_tools(model: QgsProcessingModelAlgorithm) -> list[str]:
    """Ids of the algorithms that a model uses and this QGIS does not have."""
    registry = QgsApplication.processingRegistry()
    used = {step.algorithmId() for step in model.childAlgorithms().values()}
    return sorted(name for name in used if registry.algorithmById(name) is None)


def missing_in(read: Script) -> list[str]:
    """Ids of the algorithms that the model of a program uses and this QGIS does not have.

    Raises:
        RuntimeProblem: MODEL_INVALID.
    """
    model = QgsProcessingModelAlgorithm()
    load_model(model, read)
    return missing_tools(model)


def check_closed(model: QgsProcessingModelAlgorithm, read: Script, others: Collection[str]) -> None:
    """Make sure that a model uses none of the other shared models: in a circle, they would bring QGIS down.

    Args:
        model: It, loaded.
        read: What it was loaded from.
        others: Ids of the algorithms of the shared models, its own among them.

    Raises:
        RuntimeProblem: LOAD_FAILED.
    """
    used = sorted({step.algorithmId() for step in model.childAlgorithms().values()} & set(others))
    if used:
        raise RuntimeProblem(Code.LOAD_FAILED, read.name, reason=", ".join(used))


def check_tools(model: QgsProcessingModelAlgorithm) -> None:
    """Make sure that this QGIS has what a model uses.

    Raises:
        RuntimeProblem: TOOLS_MISSING.
    """
    missing = missing_tools(model)
    if missing:
        raise RuntimeProblem(Code.TOOLS_MISSING, names=", ".join(missing))


def model_text(read: Script) -> str:
    """What a model asks for and does, step by step, with every value that is in it.

    Raises:
        RuntimeProblem: MODEL_INVALID.
    """
    model = QgsProcessingModelAlgorithm()
    load_model(model, read)
    return "\n".join(_lines(model))


def _lines(model: QgsProcessingModelAlgorithm) -> Iterator[str]:
    yield model.displayName()
    yield ""
    yield tr("It asks for:")
    asked = [one for one in model.parameterDefinitions() if not one.isDestination()]
    for one in asked:
        default = one.defaultValue()
        yield f"  {one.name()} ({one.type()}): {one.description()}" + (f" [{default}]" if default is not None else "")
    if not asked:
        yield "  " + tr("nothing")
    yield ""
    yield tr("Its steps:")
    for number, step in enumerate(_in_order(model), 1):
        yield from _step(number, step)


def _step(number: int, step: QgsProcessingModelChildAlgorithm) -> Iterator[str]:
    found = QgsApplication.processingRegistry().algorithmById(step.algorithmId())
    title = found.displayName() if found is not None else tr("not in this QGIS")
    off = "" if step.isActive() else " · " + tr("switched off")
    yield f"  {number}. {step.description()} — {step.algorithmId()} ({title}){off}"
    for name, sources in sorted(step.parameterSources().items()):
        yield f"       {name} = {', '.join(map(_source, sources))}"
    for name, value in sorted(step.configuration().items()):
        yield f"       {name}: {value}"
    for name, output in sorted(step.modelOutputs().items()):
        yield f"       {output.childOutputName()} → {name}"


def _source(source: QgsProcessingModelChildParameterSource) -> str:
    """Where a value comes from."""
    kinds, kind = MODEL_SOURCES, source.source()
    if kind == kinds.ModelParameter:
        return tr("what is given for {name}").format(name=source.parameterName())
    if kind == kinds.ChildOutput:
        return tr("{name} of {step}").format(name=source.outputName(), step=source.outputChildId())
    if kind == kinds.Expression:
        return tr("expression {text}").format(text=source.expression())
    if kind == kinds.ExpressionText:
        return source.expressionText()
    return str(source.staticValue())


def _in_order(model: QgsProcessingModelAlgorithm) -> list[QgsProcessingModelChildAlgorithm]:
    """Steps, each after those whose outputs it reads; those that wait for one another come last."""
    waiting, done = model.childAlgorithms(), []
    while waiting:
        ready = [key for key, step in sorted(waiting.items()) if not _needed(step) & (waiting.keys() - {key})]
        done += [waiting.pop(key) for key in ready or sorted(waiting)]
    return done


def _needed(step: QgsProcessingModelChildAlgorithm) -> set[str]:
    return {source.outputChildId() for sources in step.parameterSources().values() for source in sources} - {""}
