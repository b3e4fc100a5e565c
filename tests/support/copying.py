"""An algorithm that copies lines: what a real one does with the house."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
from qgis.core import (
    QgsField,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
)

from crige_ia_plugin.compat import make_field
from crige_ia_plugin.processing.base import Algorithm, Words
from crige_ia_plugin.processing.features import LineTable, line_type, read_lines
from crige_ia_plugin.processing.output.destination import Destination

PUBLISHED = ("segment_id", "source_fid", "length")


def published_fields() -> list[QgsField]:
    return [
        make_field("segment_id", "integer64"),
        make_field("source_fid", "integer64"),
        make_field("length", "double"),
    ]


class Copy(Algorithm):
    """Copies lines, with three fields of its own."""

    NAME = "copy"
    GROUP = "roads"
    fault: ClassVar[Callable[[QgsProcessingFeedback], None] | None] = None
    loaded: ClassVar[list[str]] = []

    def words(self) -> Words:
        return Words("Copier les lignes", "Copie", "copie", "<p>Copie.</p>")

    def define(self) -> None:
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT", "Routes", [1]))
        self.addParameter(QgsProcessingParameterDistance("TOLERANCE", "Tolérance", 0.5, "INPUT"))
        self.addParameter(QgsProcessingParameterEnum("KIND", "Genre", ["un", "deux"], defaultValue=1))
        self.addParameter(QgsProcessingParameterBoolean("SURE", "Sûr", True))
        self.addParameter(QgsProcessingParameterFeatureSink("SEGMENTS", "Tronçons"))
        self.addParameter(QgsProcessingParameterFeatureSink("NODES", "Nœuds", optional=True, createByDefault=False))
        self.addOutput(QgsProcessingOutputNumber("SEGMENT_COUNT", "Nombre de tronçons"))

    def open_inputs(self, parameters, context, feedback) -> None:
        self.source = self.parameterAsSource(parameters, "INPUT", context)

    def compute(self, parameters, context, feedback) -> dict[str, Any]:
        table = read_lines(self.source, feedback)
        fields = self.merged_fields(self.source.fields(), published_fields())
        lines = table.lines
        kind = line_type(lines.z is not None, lines.m is not None)
        segments = self.destination(
            parameters,
            "SEGMENTS",
            context,
            fields,
            kind,
            self.source.sourceCrs(),
            PUBLISHED,
            on_load=lambda layer: type(self).loaded.append(layer.name()),
        )
        nodes = self.destination(parameters, "NODES", context, fields, kind, self.source.sourceCrs(), PUBLISHED)
        for one in (segments, nodes):
            if one is not None:
                write_table(one, table, feedback)
        if type(self).fault is not None:
            type(self).fault(feedback)
        self.add_check("all_there", "Toutes les lignes y sont", True, "1 / 1")
        self.warn("Ceci est un avertissement.")
        return {"SEGMENT_COUNT": lines.count}


def write_table(destination: Destination, table: LineTable, feedback=None) -> None:
    lines = table.lines
    columns = columns_of(table)
    destination.write(lines, columns, table.features, lines.feature, feedback)


def columns_of(table: LineTable) -> list:
    lines = table.lines
    return [np.arange(lines.count) + 1, table.fids[lines.feature], np.linspace(0.5, 9.5, lines.count)]
