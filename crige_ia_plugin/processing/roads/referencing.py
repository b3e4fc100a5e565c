"""What the tools share that work on measured routes: reading ROUTES and calibrated markers back into arrays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSource,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...engine.measures import MeasuredRoutes
from ...engine.referencing.addresses import DEFAULT_FORM, write_addresses
from ...engine.referencing.addressing import Addressing, Reason, Written
from ...engine.referencing.lanes import RouteLanes
from ...engine.referencing.markers import CalibratedMarkers
from ...engine.referencing.reading import calibrated_markers, measured_routes
from ...engine.road_fields import known_field, known_route_field, known_side_field
from ...engine.routes.names import read_routes
from ...messages import reason_names
from ...translation import tr
from ..base import Algorithm
from ..features import read_lines
from ..points import read_rows
from ..transformations import crs_of
from ..units import metres_per_unit
from ..values import attribute_values
from .event_tables import PR

ADDRESS_FORM = "ADDRESS_FORM"
_MARKER_FIELDS = ("route", "pr", "m", "ground")


@dataclass(frozen=True)
class Referencing:
    """Measured routes and all that can be asked of them.

    Attributes:
        routes: The routes, in order.
        addressing: Resolves and writes addresses; None without markers.
        scale: Metres per layer unit in x and in y.
        crs: CRS of the routes.
    """

    routes: MeasuredRoutes
    addressing: Addressing | None
    scale: tuple[float, float]
    crs: QgsCoordinateReferenceSystem

    @cached_property
    def lanes(self) -> RouteLanes:
        """The routes by carriageway."""
        return RouteLanes(self.routes)

    def write(self, route: np.ndarray, side: np.ndarray, m: np.ndarray) -> Written:
        """Write addresses of measures; see ``Addressing.write``. A route of −1 and a measure of NaN have none."""
        n = len(m)
        empty = np.full(n, "", dtype=object)
        written = Written(np.full(n, -1, dtype=np.int64), np.full(n, np.nan), empty, empty.copy())
        rows = np.flatnonzero((route >= 0) & np.isfinite(m))
        if self.addressing is not None and len(rows):
            for column, values in zip(written, self.addressing.write(route[rows], side[rows], m[rows])):
                column[rows] = values
        return written


class ReferencingAlgorithm(Algorithm):
    """An algorithm on measured routes, with or without their markers."""

    GROUP = "roads"

    def __init__(self) -> None:
        super().__init__()
        self._routes: QgsFeatureSource | None = None
        self._markers: QgsFeatureSource | None = None
        self._form = DEFAULT_FORM

    # -- parameters --------------------------------------------------------------------------------------------------

    def add_routes(self) -> None:
        """Add ROUTES."""
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "ROUTES", tr("Routes with measures"), [QgsProcessing.SourceType.TypeVectorLine]
            )
        )

    def add_markers(self) -> None:
        """Add MARKERS."""
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                "MARKERS",
                tr("Calibrated markers"),
                [QgsProcessing.SourceType.TypeVector],
                None,
                optional=True,
            )
        )

    def add_address_form(self) -> None:
        """Add ADDRESS_FORM."""
        self._add_advanced(
            QgsProcessingParameterString(ADDRESS_FORM, tr("Form of the addresses"), DEFAULT_FORM, optional=True),
            tr("Text with {pr}, {sign} and {offset}, for instance {pr}{sign}{offset}; the metres are whole."),
        )

    def open_network(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Open ROUTES and MARKERS, and refuse what they cannot be.

        Raises:
            QgsProcessingException: A layer has no measures, or not the fields that are needed.
        """
        self._routes = self.parameterAsSource(parameters, "ROUTES", context)
        if self._routes is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, "ROUTES"))
        if not QgsWkbTypes.hasM(self._routes.wkbType()):
            raise QgsProcessingException(
                tr(
                    "“{layer}” has no measures (M): choose the routes that “Compute curvilinear abscissas” or "
                    "“Calibrate routes on markers” made."
                ).format(layer=self._routes.sourceName())
            )
        self._markers = self.parameterAsSource(parameters, "MARKERS", context)
        if self._markers is not None:
            names = {field.name().lower() for field in self._markers.fields()}
            missing = [name for name in _MARKER_FIELDS if name not in names]
            if missing:
                raise QgsProcessingException(
                    tr(
                        "“{layer}” has no field {fields}: choose the calibrated markers that “Calibrate routes on "
                        "markers” made."
                    ).format(layer=self._markers.sourceName(), fields=", ".join(missing))
                )
        elif parameters.get("MARKERS") not in (None, ""):
            raise QgsProcessingException(self.invalidSourceError(parameters, "MARKERS"))
        self._form = self._address_form(parameters, context)

    def need_markers(self, reference: str) -> None:
        """Refuse addresses without markers.

        Raises:
            QgsProcessingException: Places are given by PR, and there are no markers.
        """
        if reference == PR and self._markers is None:
            raise QgsProcessingException(
                tr("Places given by PR need the calibrated markers: choose them, or give places by cumulated distance.")
            )

    def _address_form(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        if self.parameterDefinition(ADDRESS_FORM) is None:
            return DEFAULT_FORM
        form = self.parameterAsString(parameters, ADDRESS_FORM, context).strip() or DEFAULT_FORM
        if "{pr}" not in form or "{offset}" not in form:
            raise QgsProcessingException(
                tr("The form of the addresses “{form}” lacks {names}: write for instance {example}.").format(
                    form=form, names="{pr} / {offset}", example=DEFAULT_FORM
                )
            )
        return form

    # -- reading -----------------------------------------------------------------------------------------------------

    def read_network(self, feedback: QgsProcessingFeedback) -> Referencing:
        """Read ROUTES and MARKERS.

        Raises:
            QgsProcessingException: ROUTES names no route.
            Cancelled: The user cancelled.
        """
        routes = self._read_routes(feedback)
        addressing = None
        if self._markers is not None:
            addressing = Addressing(self._read_markers(routes.names, feedback))
        crs = crs_of(self._routes)
        return Referencing(routes, addressing, metres_per_unit(crs, routes.xy), crs)

    def _read_routes(self, feedback: QgsProcessingFeedback) -> MeasuredRoutes:
        source = self._routes
        names = [field.name() for field in source.fields()]
        route_field = known_route_field(names)
        if route_field is None:
            raise QgsProcessingException(
                tr("“{layer}” has no field “route”: choose the layer of routes.").format(layer=source.sourceName())
            )
        table = read_lines(source, feedback)

        def values(name: str | None) -> list[object] | None:
            return None if name is None else table.values(source.fields().lookupField(name))

        read = read_routes(values(route_field))
        branch_field = known_field(names, ("branch",))
        routes, faulty = measured_routes(table.lines, read, values(known_side_field(names)), values(branch_field))
        if len(read.unnamed):
            self.warn(tr("%n route(s) of the layer have no name and were left out.", n=len(read.unnamed)))
        if faulty:
            self.warn(tr("%n part(s) of routes were left out: their measures do not grow.", n=faulty))
        return routes

    def _read_markers(self, names: list[str], feedback: QgsProcessingFeedback) -> CalibratedMarkers:
        features = read_rows(self._markers, feedback)
        fields = {field.name().lower(): index for index, field in enumerate(self._markers.fields())}

        def values(name: str) -> list[object] | None:
            return attribute_values(features, fields[name]) if name in fields else None

        optional = {name: values(name) for name in ("side", "department", "network", "used")}
        return calibrated_markers(names, *(values(name) or [] for name in _MARKER_FIELDS), **optional)

    # -- telling -----------------------------------------------------------------------------------------------------

    def write_addresses(self, written: Written) -> list[str | None]:
        """Return addresses in the form that was asked for, None where there is none."""
        if not (written.pr >= 0).any():
            return [None] * len(written.pr)
        return [text or None for text in write_addresses(written.pr, written.offset, self._form)]

    def tell_reasons(self, title: str, reasons: np.ndarray) -> None:
        """Count reasons on the run sheet."""
        found = Counter(map(id, reasons.tolist()))  # an Enum takes its time to hash
        counts = {reason: found[id(reason)] for reason in Reason if found[id(reason)]}
        if counts:
            names = reason_names()
            rows = sorted(((names[reason.value], count) for reason, count in counts.items()), key=lambda row: -row[1])
            self.add_table(title, (tr("Reason"), tr("Number")), rows)


def copied_fields(own: list[Any]) -> QgsFields:
    """Return fields as QGIS wants them."""
    fields = QgsFields()
    for field in own:
        fields.append(field)
    return fields
