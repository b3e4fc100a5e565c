"""Fields of an output: ours beside those of the input, every name unique whatever the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from qgis.core import QgsDefaultValue, QgsField, QgsFieldConstraints, QgsFields

RESERVED_FIELDS = ("fid",)
"""Key column of a GeoPackage: a field of that name would be taken for it, and repeated values lost."""


def merge_fields(source: QgsFields, published: Iterable[QgsField]) -> tuple[QgsFields, dict[str, str]]:
    """Put the fields of the input and ours together, every name unique whatever the case.

    Ours come last and keep their names. A field of the input that would clash becomes ``<name>_input`` (then
    ``_input2``…), a key column ``fid`` too; of ``Name`` and ``NAME`` the second becomes ``NAME_2``. The order,
    so the index, of the input's fields does not change. Constraints and default values stay with the input: a
    value that was unique there is not once its line is in pieces.

    Returns:
        The fields, and the renamed ones as ``{name in the input: name in the output}``.
    """
    ours = list(published)
    names, renamed = unique_names([f.name() for f in source], [f.name() for f in ours])
    merged = QgsFields()
    for original, name in zip(source, names):
        merged.append(_plain_copy(original, name))
    for own in ours:
        merged.append(QgsField(own))
    return merged, renamed


def unique_names(names: Sequence[str], published: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Rename what clashes with ``published``, a reserved name or one another; case is ignored."""
    fixed = {name.casefold() for name in (*published, *RESERVED_FIELDS)}
    originals = {name.casefold() for name in names}
    taken: set[str] = set(fixed)
    result: list[str] = []
    renamed: dict[str, str] = {}
    for name in names:
        chosen = name
        if name.casefold() in taken:
            stem, first = (f"{name}_input", 1) if name.casefold() in fixed else (f"{name}_", 2)
            chosen = next(
                candidate
                for candidate in _numbered(stem, first)
                if candidate.casefold() not in taken and candidate.casefold() not in originals
            )
            renamed[name] = chosen
        taken.add(chosen.casefold())
        result.append(chosen)
    return result, renamed


def shortened(names: Sequence[str], first: Sequence[int], limit: int) -> list[str]:
    """Cut names to ``limit`` bytes of UTF-8, unique whatever the case; those at ``first`` choose first."""
    chosen: dict[int, str] = {}
    taken: set[str] = set()
    for index in (*first, *(i for i in range(len(names)) if i not in set(first))):
        name = next(
            candidate
            for number in count(1)
            if (candidate := _cut(names[index], "" if number == 1 else f"_{number}", limit)).casefold() not in taken
        )
        taken.add(name.casefold())
        chosen[index] = name
    return [chosen[index] for index in range(len(names))]


def with_names(fields: QgsFields, names: Sequence[str]) -> QgsFields:
    """Return the fields under other names, free of constraints and default values."""
    renamed = QgsFields()
    for original, name in zip(fields, names):
        renamed.append(_plain_copy(original, name))
    return renamed


def without_words(fields: QgsFields) -> QgsFields:
    """Return the fields without aliases and comments: a scratch layer has none, and QGIS warns of each."""
    bare = QgsFields()
    for original in fields:
        copy = QgsField(original)
        copy.setAlias("")
        copy.setComment("")
        bare.append(copy)
    return bare


def _cut(name: str, end: str, limit: int) -> str:
    return name.encode()[: limit - len(end)].decode(errors="ignore") + end


def _plain_copy(original: QgsField, name: str) -> QgsField:
    copy = QgsField(original)
    copy.setName(name)
    copy.setConstraints(QgsFieldConstraints())
    copy.setDefaultValueDefinition(QgsDefaultValue())
    return copy


def _numbered(stem: str, first: int) -> Iterator[str]:
    """Yield the stem alone when ``first`` is 1, then with 2, 3 and so on."""
    if first == 1:
        yield stem
    for number in count(2):
        yield f"{stem}{number}"
