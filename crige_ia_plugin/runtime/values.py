"""Values of a run: checked against the parameters, and written the way a script's command line reads them."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .parameters import NUMBERS, OUTPUTS, Parameter, Type
from .problems import Code, RuntimeProblem

if TYPE_CHECKING:
    from .script import Script

_CRS = re.compile(r"[A-Za-z][A-Za-z0-9_]*:[A-Za-z0-9_.-]+")
_TRUE, _FALSE = ("true", "1", "yes"), ("false", "0", "no")


def check(parameter: Parameter, value: Any) -> Any:
    """Check one value and return it in its own type (paths as text; a list where it is repeated).

    Raises:
        RuntimeProblem: VALUE_FORM, VALUE_RANGE or VALUE_CHOICE, with the parameter's name.
    """
    if parameter.is_repeated:
        items = [value] if isinstance(value, (str, os.PathLike)) else value
        if not isinstance(items, (list, tuple)):
            raise _wrong(parameter, value, "list")
        return [_one(parameter, item) for item in items]
    return _one(parameter, value)


def _one(parameter: Parameter, value: Any) -> Any:
    if parameter.type in NUMBERS:
        return _number(parameter, value)
    if parameter.type is Type.BOOLEAN:
        if isinstance(value, bool):
            return value
        raise _wrong(parameter, value, "true or false")
    if parameter.type is Type.EXTENT:
        return _extent(parameter, value)
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if not isinstance(value, str) or "\0" in value:
        raise _wrong(parameter, value, "text")
    if parameter.type is Type.CHOICE and value not in {choice.value for choice in parameter.choices}:
        allowed = ", ".join(choice.value for choice in parameter.choices)
        raise RuntimeProblem(Code.VALUE_CHOICE, parameter=parameter.name, value=value[:100], allowed=allowed)
    if parameter.type is Type.CRS and not _CRS.fullmatch(value):
        raise _wrong(parameter, value, "EPSG:2154")
    if parameter.type is not Type.TEXT and not value.strip():
        raise _wrong(parameter, value, "text")
    return value


def _wrong(parameter: Parameter, value: object, expected: str) -> RuntimeProblem:
    return RuntimeProblem(Code.VALUE_FORM, parameter=parameter.name, value=str(value)[:100], expected=expected)


def _number(parameter: Parameter, value: Any) -> int | float:
    whole = parameter.type is Type.INTEGER
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise _wrong(parameter, value, "integer" if whole else "number")
    if whole and value != int(value):
        raise _wrong(parameter, value, "integer")
    low, high = parameter.minimum, parameter.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        allowed = f"{'−∞' if low is None else _shown(low)} … {'+∞' if high is None else _shown(high)}"
        raise RuntimeProblem(Code.VALUE_RANGE, parameter=parameter.name, value=_shown(value), allowed=allowed)
    return int(value) if whole else value


def _extent(parameter: Parameter, value: Any) -> str:
    """``xmin,xmax,ymin,ymax``, from text or from four numbers."""
    form = "xmin,xmax,ymin,ymax"
    try:
        parts = [float(part) for part in (value.split(",") if isinstance(value, str) else value)]
        xmin, xmax, ymin, ymax = parts
    except (TypeError, ValueError):
        raise _wrong(parameter, value, form) from None
    if not all(map(math.isfinite, parts)) or xmin > xmax or ymin > ymax:
        raise _wrong(parameter, value, form)
    return ",".join(_shown(part) for part in parts)


def _shown(number: float) -> str:
    """A number without a needless ``.0`` and with nothing lost."""
    return str(int(number)) if abs(number) < 1e15 and number == int(number) else repr(float(number))


def complete(script: Script, values: Mapping[str, Any]) -> dict[str, Any]:
    """Check the values of a run, and add the defaults; what stays without a value is left out.

    Raises:
        RuntimeProblem: PARAMETER_UNKNOWN, VALUE_MISSING or one of ``check``.
    """
    for name in values:
        script.parameter(name)
    found = {}
    for parameter in script.parameters:
        value = values.get(parameter.name)
        if value is None:
            value = parameter.default
        if value is None or (parameter.is_repeated and not isinstance(value, (str, os.PathLike)) and not value):
            if not parameter.optional:
                raise RuntimeProblem(Code.VALUE_MISSING, parameter=parameter.name, option=parameter.option)
            continue
        found[parameter.name] = check(parameter, value)
    return found


def arguments(script: Script, values: Mapping[str, Any]) -> list[str]:
    """Write completed values as the script's command line; one that begins with a hyphen is tied to its option."""
    words = []
    for parameter in script.parameters:
        if parameter.name not in values:
            continue
        value = values[parameter.name]
        for item in value if parameter.is_repeated else [value]:
            text = _written(item)
            words += [f"{parameter.option}={text}"] if text.startswith("-") or not text else [parameter.option, text]
    return words


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _shown(value) if isinstance(value, (int, float)) else str(value)


def parse(script: Script, words: Sequence[str]) -> dict[str, Any]:
    """Read a command line, ``--min-height 2 --crowns out.gpkg``, into values that are not yet checked.

    Raises:
        RuntimeProblem: PARAMETER_UNKNOWN, VALUE_MISSING or VALUE_FORM.
    """
    found: dict[str, Any] = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        option, equals, text = word.partition("=")
        parameter = script.parameter(option[2:].replace("-", "_") if option.startswith("--") else f"({option})")
        if not equals:
            if not rest or (rest[0].startswith("--") and parameter.type is not Type.TEXT):
                raise RuntimeProblem(Code.VALUE_MISSING, parameter=parameter.name, option=parameter.option)
            text = rest.pop(0)
        value = _read(parameter, text)
        if parameter.is_repeated:
            found.setdefault(parameter.name, []).append(value)
        else:
            found[parameter.name] = value
    return found


def _read(parameter: Parameter, text: str) -> Any:
    try:
        if parameter.type is Type.INTEGER:
            return int(text)
        if parameter.type in NUMBERS:
            return float(text)
    except ValueError:
        raise _wrong(parameter, text, "integer" if parameter.type is Type.INTEGER else "number") from None
    if parameter.type is Type.BOOLEAN:
        word = text.strip().lower()
        if word not in _TRUE + _FALSE:
            raise _wrong(parameter, text, "true or false")
        return word in _TRUE
    return text


def paths_of(parameter: Parameter, value: Any) -> list[str]:
    """Files that a value names: none for what is not a file."""
    if parameter.type not in (Type.VECTOR, Type.VECTORS, Type.RASTER, Type.FILE, *OUTPUTS):
        return []
    items = value if parameter.is_repeated else [value]
    return [os.fspath(item).partition("|layername=")[0] for item in items]
