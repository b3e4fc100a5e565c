"""Write the Processing models that ship, ``resources/models``, with PyQGIS: ``.venv/bin/python tools/make_models.py``.

Run it with the oldest QGIS that is supported, so that all of them read the result. What the user reads is put in by the
plugin, in his language (``crige_ia_plugin/processing/models.py``); fields default to those of BD TOPO V3.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree.ElementTree import canonicalize

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QPointF

MODELS = Path(__file__).resolve().parent.parent / "resources" / "models"
Source = QgsProcessingModelChildParameterSource
LINE, POINT, ANY = (
    QgsProcessing.SourceType.TypeVectorLine,
    QgsProcessing.SourceType.TypeVectorPoint,
    QgsProcessing.SourceType.TypeVector,
)

LAYERS = (("roads", LINE), ("markers", POINT), ("events", ANY))
FIELDS = (
    ("route_field", "roads", "cpx_numero"),
    ("level_field", "roads", "position_par_rapport_au_sol"),
    ("event_route_field", "events", "route"),
    ("event_from_field", "events", "pr"),
    ("event_from_offset_field", "events", "abs"),
    ("event_to_field", "events", None),
    ("event_to_offset_field", "events", None),
    ("event_department_field", "events", None),
    ("event_side_field", "events", "cote"),
    ("marker_route_field", "markers", "route"),
    ("marker_pr_field", "markers", "numero"),
    ("marker_department_field", "markers", "code_insee_du_departement"),
    ("marker_network_field", "markers", "gestionnaire"),
    ("marker_side_field", "markers", "cote"),
    ("marker_cumul_field", "markers", "abscisse"),
    ("marker_type_field", "markers", "type_de_pr"),
)
"""Name, layer, field that is taken when none is given: that of BD TOPO V3, or of our own tables."""
_ADVANCED = "marker_"


def main() -> None:
    """Write the model."""
    application = QgsApplication([], False)
    application.initQgis()
    MODELS.mkdir(parents=True, exist_ok=True)
    path = MODELS / "network_to_events.model3"
    if not network_to_events().toFile(str(path)):
        raise SystemExit(f"{path} cannot be written")
    text = canonicalize(path.read_text(encoding="utf-8"), strip_text=True)  # attributes in a fixed order
    path.write_text("<!DOCTYPE model>\n" + text.replace("><", ">\n<") + "\n", encoding="utf-8")
    application.exitQgis()


def network_to_events() -> QgsProcessingModelAlgorithm:
    """From a network, its markers and a table of events to segments, calibrated routes and placed events."""
    model = QgsProcessingModelAlgorithm("networktoevents", "roads", "roads")
    for row, (name, kind) in enumerate(LAYERS):
        _add(model, QgsProcessingParameterFeatureSource(name, name, [kind]), row)
    for row, (name, layer, default) in enumerate(FIELDS, len(LAYERS)):
        # All may be left out: qgis_process takes no default for an answer.
        field = QgsProcessingParameterField(name, name, default, layer, optional=True)
        if name.startswith(_ADVANCED):
            field.setFlags(field.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        _add(model, field, row)
    _add(model, QgsProcessingParameterDistance("tolerance", "tolerance", 0.0, "roads"), len(LAYERS) + len(FIELDS))
    model.setParameterOrder(["roads", "route_field", "level_field", "markers", "events", *_event_fields(), "tolerance"])
    _child(
        model,
        "split",
        "splitatintersections",
        {
            "INPUT": _input("roads"),
            "LEVEL_FIELD": _input("level_field"),
            "TOLERANCE": _input("tolerance"),
        },
        {"SPLIT_ANOMALIES": "ANOMALIES"},
        0,
    )
    _child(
        model,
        "abscissa",
        "curvilinearabscissa",
        {
            "INPUT": _result("split", "SEGMENTS"),
            "ROUTE_FIELD": _input("route_field"),
        },
        {"SEGMENTS": "SEGMENTS", "ROUTE_ANOMALIES": "ANOMALIES"},
        1,
    )
    _child(
        model,
        "calibrate",
        "calibrateroutes",
        {
            "INPUT": _result("abscissa", "SEGMENTS"),
            "ROUTE_FIELD": _value("route"),
            "MARKERS": _input("markers"),
            **{name.upper(): _input(name) for name, layer, _ in FIELDS if layer == "markers"},
        },
        {"ROUTES": "ROUTES", "CALIBRATED_MARKERS": "CALIBRATED_MARKERS", "MARKER_ANOMALIES": "ANOMALIES"},
        2,
    )
    _child(
        model,
        "place",
        "placeevents",
        {
            "INPUT": _input("events"),
            "ROUTES": _result("calibrate", "ROUTES"),
            "MARKERS": _result("calibrate", "CALIBRATED_MARKERS"),
            **{name[len("event_") :].upper(): _input(name) for name, layer, _ in FIELDS if layer == "events"},
        },
        {"EVENTS": "OUTPUT", "REJECTED": "REJECTED"},
        3,
    )
    return model


def _event_fields() -> list[str]:
    return [name for name, layer, _ in FIELDS if layer == "events"]


def _add(model: QgsProcessingModelAlgorithm, definition: QgsProcessingParameterDefinition, row: int) -> None:
    component = QgsProcessingModelParameter(definition.name())
    component.setPosition(QPointF(120, 60 + 60 * row))
    model.addModelParameter(definition, component)


def _child(
    model: QgsProcessingModelAlgorithm,
    child_id: str,
    algorithm: str,
    parameters: dict[str, Any],
    outputs: dict[str, str],
    row: int,
) -> None:
    child = QgsProcessingModelChildAlgorithm(f"crige_ia:{algorithm}")
    child.setChildId(child_id)
    child.setDescription(child_id)
    child.setPosition(QPointF(480, 90 + 160 * row))
    for name, source in parameters.items():
        child.addParameterSources(name, [source])
    final = {}
    for rank, (name, output) in enumerate(outputs.items()):
        one = QgsProcessingModelOutput(name, name)
        one.setChildId(child_id)
        one.setChildOutputName(output)
        one.setPosition(QPointF(800, 60 + 160 * row + 50 * rank))
        final[name] = one
    child.setModelOutputs(final)
    model.addChildAlgorithm(child)


def _input(name: str) -> Source:
    return Source.fromModelParameter(name)


def _result(child: str, output: str) -> Source:
    return Source.fromChildOutput(child, output)


def _value(value: object) -> Source:
    return Source.fromStaticValue(value)


if __name__ == "__main__":
    main()
