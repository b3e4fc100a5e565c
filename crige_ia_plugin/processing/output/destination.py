"""The one way out: every output layer of every algorithm goes through a ``Destination``.

Left to themselves, QGIS's sinks destroy an existing GeoPackage when a run is cancelled, call a run on a full disk a
success, and lose features whose keys repeat. Here a file is written in a hidden folder beside its target, and put in
place when *all* outputs of the run are complete; a layer goes into an existing GeoPackage in one transaction; a table
of a database takes its name last; and what cannot be written is an error that says so.

    segments = open_destination(self, parameters, "SEGMENTS", context, fields, wkb_type, crs, published=OURS)
    table = read_lines(source, feedback, keep=segments.keeper(len(OURS)))
    segments.write(lines, columns, rows=lines.feature, feedback=feedback)
    commit_all([segments, nodes], context)        # or abandon_all(…)
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeedback,
    QgsFields,
    QgsMapLayer,
    QgsProcessingContext,
)

from ...engine.monitor import Cancelled
from ..features import Keep
from ..shapes import Shapes
from .geopackage import GeoPackageTable, SideTable
from .targets import (
    DestinationError,
    sentence,
)
from .writers import FeatureWriter, LayerSpec, WriteError, plain

OnLoad = Callable[[QgsMapLayer], None]
Parameters = dict[str, Any]

LOG = "CRIGE IA"
_DBF_TEXT = 254


class Destination(ABC):
    """One output layer, from its creation to its place.

    Attributes:
        name: Name of the algorithm's parameter.
        identifier: What the algorithm returns for it; final once committed.
        renamed: Fields whose name had to change, ``{asked for: given}``.
        warnings: Sentences for the user, such as texts that a format cut.
        details: Where and under which name QGIS loads it; None when it is not to be loaded.
        on_load: Dresses the layer (style, aliases) when QGIS has opened it; called in the main thread.
    """

    def __init__(self, name: str, spec: LayerSpec, renamed: dict[str, str]) -> None:
        self.name = name
        self.identifier = ""
        self.renamed = renamed
        self.warnings: list[str] = []
        self._spec = spec
        self._writer: GeoPackageTable | FeatureWriter | None = None
        self._sources: SideTable | list[QgsFeature] | None = None
        self.details: QgsProcessingContext.LayerDetails | None = None
        self.on_load: OnLoad | None = None

    # -- writing -------------------------------------------------------------------------------------------------

    @property
    def fields(self) -> QgsFields:
        """Fields of the layer, under the names that they have there."""
        return self._spec.fields

    @property
    def count(self) -> int:
        """Number of features written so far."""
        return self._writer.count if self._writer else 0

    def keeper(self, own: int) -> Keep:
        """Return what takes source features one after the other, as they are read; ``write`` finds them again.

        Where the format allows, their attributes wait on the disk while the geometries are worked on.

        Args:
            own: Number of fields that ``write`` fills by itself: the last ones.

        Raises:
            DestinationError: As ``write``; so does what is returned.
        """
        self._sources = []
        return self._sources.append

    def write(
        self,
        shapes: Shapes | None,
        columns: Sequence[Sequence[Any]],
        features: Sequence[QgsFeature] | None = None,
        rows: Sequence[int] | None = None,
        feedback: QgsFeedback | None = None,
    ) -> None:
        """Write many features at once; the fast way. May be called again with more.

        Args:
            shapes: Their geometries; None for a table.
            columns: Values of the last fields, one sequence a field (NumPy arrays are best). NaN and None are NULL.
            features: Source features whose attributes fill the first fields; by default those that the keeper took.
            rows: Index of the source of each feature.
            feedback: Told of the progress, 0 to 100, and asked whether the user cancelled.

        Raises:
            DestinationError: The disk is full, the file gone, a constraint of the database not met.
            Cancelled: The user cancelled.
        """
        total = max(1, len(rows) if rows is not None else len(columns[0]))
        sources = self._sources if features is None and rows is not None else features

        def step(done: int) -> None:
            if feedback is not None:
                if feedback.isCanceled():
                    raise Cancelled
                feedback.setProgress(100.0 * done / total)

        self._guarded(self._bulk_writer, "write", shapes, columns, sources, rows, step)

    def add(self, source: QgsFeature | None, values: Sequence[Any], wkb: bytes | None) -> None:
        """Write one feature: the attributes of ``source``, then ``values``, and the geometry of ``wkb``.

        For few features, of any geometry; not to be mixed with ``write`` on the same destination.

        Raises:
            DestinationError: As ``write``.
        """
        self._guarded(self._feature_writer, "add", source, plain(values), wkb)

    def finish(self) -> None:
        """Complete what is written and make sure that it is whole, without putting it in its place.

        Raises:
            DestinationError: It is not.
        """
        self._guarded(self._bulk_writer, "close")

    @abstractmethod
    def abandon(self) -> None:
        """Give up: nothing of this run is left, what was there before is untouched."""

    @property
    def place(self) -> str:
        """Where it goes, for messages."""
        return self.identifier

    @abstractmethod
    def _bulk_writer(self) -> GeoPackageTable | FeatureWriter:
        """Return the writer, made at the first call."""

    def _feature_writer(self) -> FeatureWriter:
        writer = self._bulk_writer()
        if not isinstance(writer, FeatureWriter):
            raise TypeError("add() after write()")
        return writer

    def _guarded(self, writer: Callable[[], Any], method: str, *arguments: Any) -> Any:
        try:
            return getattr(writer(), method)(*arguments)
        except (WriteError, OSError) as error:
            raise DestinationError(sentence(self.place, str(error))) from error
