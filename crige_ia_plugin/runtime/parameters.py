"""What a shared script asks for and what it makes: its parameters, as its description declares them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from .problems import Code, RuntimeProblem
from .tables import Texts, expect, text_of, texts_of


class Type(str, Enum):
    """Types of parameters; the value is the word a description uses."""

    VECTOR = "vector"
    VECTORS = "vectors"
    RASTER = "raster"
    NUMBER = "number"
    INTEGER = "integer"
    DISTANCE = "distance"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    TEXT = "text"
    FIELD = "field"
    FILE = "file"
    CRS = "crs"
    EXTENT = "extent"
    VECTOR_OUT = "vector-out"
    RASTER_OUT = "raster-out"
    FILE_OUT = "file-out"


OUTPUTS = frozenset((Type.VECTOR_OUT, Type.RASTER_OUT, Type.FILE_OUT))
NUMBERS = frozenset((Type.NUMBER, Type.INTEGER, Type.DISTANCE))
LAYERS = frozenset((Type.VECTOR, Type.VECTORS, Type.RASTER))
GEOMETRIES = ("any", "point", "line", "polygon", "none")
EXTENSIONS = {Type.VECTOR_OUT: "gpkg", Type.RASTER_OUT: "tif", Type.FILE_OUT: "html"}
"""Extension of an output that does not say its own."""
RESERVED = frozenset(("help", "version", "report", "edition", "report_full_paths", "service_extent", "service_pixel"))
"""Names that a command line, and every dialog of QGIS's toolbox, keep for themselves."""

_KEYS = {
    "geometry": frozenset((Type.VECTOR, Type.VECTORS, Type.VECTOR_OUT)),
    "bands": frozenset((Type.RASTER,)),
    "min": NUMBERS,
    "max": NUMBERS,
    "parent": NUMBERS | {Type.FIELD},
    "choices": frozenset((Type.CHOICE,)),
    "multiple": frozenset((Type.TEXT, Type.FIELD, Type.FILE)),
    "extension": frozenset((Type.FILE, Type.VECTOR_OUT, Type.RASTER_OUT, Type.FILE_OUT)),
    "style": frozenset((Type.VECTOR_OUT, Type.RASTER_OUT)),
    "default": frozenset(Type) - OUTPUTS,
}
_COMMON = frozenset(("name", "type", "title", "help", "optional", "advanced"))


@dataclass(frozen=True)
class Choice:
    """One value of a choice, and its title by language."""

    value: str
    titles: Texts = field(default_factory=dict)

    def title(self, language: str) -> str:
        """What a reader of that language sees; the value itself where nothing is said."""
        return text_of(self.titles, language) or self.value


@dataclass(frozen=True)
class Parameter:
    """One parameter.

    Attributes:
        name: Name, lower_snake; an underscore is a hyphen on the command line.
        type: What it holds.
        titles: Title by language.
        helps: Help by language; may be empty.
        default: Value when none is given; None for none.
        optional: Whether it may stay without a value.
        advanced: Whether a dialog keeps it folded.
        minimum: Least value of a number, in metres for a distance.
        maximum: Greatest value of a number.
        parent: Name of the layer that a field, or a distance, refers to; empty for none.
        choices: Values of a choice.
        geometry: Geometry of a vector layer, one of GEOMETRIES.
        bands: Least number of bands of a raster layer; 0 for any.
        multiple: Whether several values may be given.
        extension: Extension of a file, without the point; empty for any.
        style: Name of the style that the output is loaded with; empty for none.
        line: Line of its declaration in the script.
    """

    name: str
    type: Type
    titles: Texts
    helps: Texts = field(default_factory=dict)
    default: Any = None
    optional: bool = False
    advanced: bool = False
    minimum: float | None = None
    maximum: float | None = None
    parent: str = ""
    choices: tuple[Choice, ...] = ()
    geometry: str = "any"
    bands: int = 0
    multiple: bool = False
    extension: str = ""
    style: str = ""
    line: int = field(default=0, compare=False)

    @property
    def is_output(self) -> bool:
        """Whether it is something the script makes."""
        return self.type in OUTPUTS

    @property
    def is_repeated(self) -> bool:
        """Whether its value is a list, its option being given once for each."""
        return self.multiple or self.type is Type.VECTORS

    @property
    def is_required(self) -> bool:
        """Whether a run must give it a value."""
        return not self.optional and self.default is None

    @property
    def option(self) -> str:
        """Its option on the command line: ``--min-height``."""
        return "--" + self.name.replace("_", "-")

    def title(self, language: str) -> str:
        """Its title for a reader of that language."""
        return text_of(self.titles, language) or self.name

    def help(self, language: str) -> str:
        """Its help for a reader of that language; may be empty."""
        return text_of(self.helps, language)


def parse(table: Mapping[str, Any], line: int) -> Parameter:
    """Read one ``[[tool.iageo.parameters]]`` table.

    Raises:
        RuntimeProblem: It is not well formed; the problem names the key and the parameter.
    """
    name = expect(table, "name", str, form=r"[a-z][a-z0-9_]{0,59}", shown="lower_snake")
    try:
        return _parse(name, table, line)
    except RuntimeProblem as problem:
        raise RuntimeProblem(problem.code, "", line, **{**problem.params, "parameter": name}) from None


def _parse(name: str, table: Mapping[str, Any], line: int) -> Parameter:
    if name in RESERVED:
        raise RuntimeProblem(Code.NAME_RESERVED, name=name)
    word = expect(table, "type", str)
    try:
        type_ = Type(word)
    except ValueError:
        raise RuntimeProblem(Code.TYPE_UNKNOWN, value=word, known=", ".join(t.value for t in Type)) from None
    _check_keys(table, type_)
    number = int if type_ is Type.INTEGER else float
    parameter = Parameter(
        name=name,
        type=type_,
        titles=texts_of(table, "title"),
        helps=texts_of(table, "help", required=False),
        optional=expect(table, "optional", bool, False),
        advanced=expect(table, "advanced", bool, False),
        minimum=expect(table, "min", number, None),
        maximum=expect(table, "max", number, None),
        parent=expect(table, "parent", str, ""),
        choices=_choices(table) if type_ is Type.CHOICE else (),
        geometry=expect(table, "geometry", str, "any", form="|".join(GEOMETRIES), shown=", ".join(GEOMETRIES)),
        bands=expect(table, "bands", int, 0),
        multiple=expect(table, "multiple", bool, False),
        extension=expect(
            table, "extension", str, EXTENSIONS.get(type_, ""), form=r"[a-z0-9]{1,10}(\.[a-z0-9]{1,10})?", shown="gpkg"
        ),
        style=expect(table, "style", str, "", form=r"[a-z0-9_-]{1,60}", shown="lower_snake"),
        default=table.get("default"),
        line=line,
    )
    low, high = parameter.minimum, parameter.maximum
    if low is not None and high is not None and low > high:
        raise RuntimeProblem(Code.RANGE_EMPTY, minimum=low, maximum=high)
    return parameter


def _check_keys(table: Mapping[str, Any], type_: Type) -> None:
    for key in table:
        if key in _COMMON:
            continue
        if key not in _KEYS:
            raise RuntimeProblem(Code.KEY_UNKNOWN, key=key, known=", ".join(sorted(_COMMON | set(_KEYS))))
        if type_ not in _KEYS[key]:
            raise RuntimeProblem(Code.KEY_MISPLACED, key=key, type=type_.value)


def _choices(table: Mapping[str, Any]) -> tuple[Choice, ...]:
    """Values of a choice: texts, or tables with a ``value`` and a ``title``."""
    found: dict[str, Choice] = {}
    for item in expect(table, "choices", list, []):
        if isinstance(item, Mapping):
            choice = Choice(expect(item, "value", str), texts_of(item, "title"))
        elif isinstance(item, str):
            choice = Choice(item)
        else:
            raise RuntimeProblem(Code.KEY_TYPE, key="choices", expected="text")
        if choice.value in found:
            raise RuntimeProblem(Code.NAME_TWICE, name=choice.value)
        if not choice.value.strip():
            raise RuntimeProblem(Code.CHOICES_EMPTY)
        found[choice.value] = choice
    if not found:
        raise RuntimeProblem(Code.CHOICES_EMPTY)
    return tuple(found.values())
