"""What a setting is: a key, a type, a default, and who decides: the environment, the user, or nobody."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Callable, Generic, TypeVar

from qgis.core import QgsSettings

ROOT = "crige_ia"
VARIABLE_PREFIX = "QGIS_PLG_CRIGE_IA_"

T = TypeVar("T")


class Origin(str, Enum):
    """Where the value of a setting comes from."""

    ENVIRONMENT = "environment"
    STORED = "stored"
    DEFAULT = "default"


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting.

    Attributes:
        key: Its name in QGIS's settings.
        type: ``bool``, ``int``, ``str`` or ``list`` (of JSON objects).
        default: Value when nobody chose.
        group: What it is about, a heading of the documentation.
        description: What it does, for the documentation; in English here, in other languages in ``i18n/``.
        choices: Values accepted, empty when any is.
        minimum: Least integer accepted.
        maximum: Greatest integer accepted.
    """

    key: str
    type: type
    default: T
    group: str
    description: str
    choices: tuple[T, ...] = ()
    minimum: int = 0
    maximum: int = 1_000_000

    @property
    def variable(self) -> str:
        """Environment variable that decides, where it is set."""
        return VARIABLE_PREFIX + self.key.upper()

    @property
    def is_imposed(self) -> bool:
        """Whether the environment decides, so that the user cannot."""
        return self._imposed() is not None

    @property
    def origin(self) -> Origin:
        """Where the value comes from."""
        if self.is_imposed:
            return Origin.ENVIRONMENT
        return Origin.DEFAULT if self.stored() is None else Origin.STORED

    def get(self) -> T:
        """Return the value in force."""
        for value in (self._imposed(), self.stored()):
            if value is not None:
                return value
        return self.default

    def set(self, value: T) -> None:
        """Keep a value; the environment still has the last word.

        Raises:
            ValueError: the setting does not accept it.
        """
        accepted = self.parse(value)
        if accepted is None:
            raise ValueError(f"{self.key}: {value!r}")
        text = json.dumps(accepted, ensure_ascii=False) if self.type is list else accepted
        QgsSettings().setValue(f"{ROOT}/{self.key}", text)

    def reset(self) -> None:
        """Go back to the default."""
        QgsSettings().remove(f"{ROOT}/{self.key}")

    def parse(self, value: Any) -> T | None:
        """Return a value as this setting's type, whatever it was written as; None when it makes no sense."""
        parsed = _PARSERS[self.type](value)
        if self.choices and parsed not in self.choices:
            return None
        if self.type is int and parsed is not None and not self.minimum <= parsed <= self.maximum:
            return None
        return parsed

    def _imposed(self) -> T | None:
        return self.parse(os.environ.get(self.variable))

    def stored(self) -> T | None:
        """Return what the user or the organisation chose, whatever the environment says; None when nobody did."""
        return self.parse(QgsSettings().value(f"{ROOT}/{self.key}"))


def _parse_bool(value: Any) -> bool | None:
    words = {"true": True, "1": True, "yes": True, "on": True, "false": False, "0": False, "no": False, "off": False}
    return words.get(str(value).strip().lower())


def _parse_int(value: Any) -> int | None:
    try:
        return None if value is None or isinstance(value, bool) else int(str(value).strip())
    except ValueError:
        return None


def _parse_str(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) else None


def _parse_list(value: Any) -> list[dict[str, Any]] | None:
    try:
        found = json.loads(value) if isinstance(value, str) else value
    except (ValueError, RecursionError):
        return None
    if isinstance(found, list) and all(isinstance(item, dict) for item in found):
        return found
    return None


_PARSERS: Mapping[type, Callable[[Any], Any]] = {
    bool: _parse_bool,
    int: _parse_int,
    str: _parse_str,
    list: _parse_list,
}
