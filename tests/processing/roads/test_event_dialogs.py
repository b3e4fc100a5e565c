"""The dialogs of the tools on events: fields are proposed, choices shown in words."""

from __future__ import annotations

import pytest
from measured import d943
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt import sip

from crige_ia_plugin.processing.provider import PROVIDER_ID, CrigeIaProvider


@pytest.fixture
def opened(qgis_iface, qgis_processing, qgis_new_project, monkeypatch):
    """Open the dialog of an algorithm; all are closed at the end."""
    model = QgsBrowserGuiModel()
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: model, raising=False)
    registry = QgsApplication.processingRegistry()
    provider = registry.providerById(PROVIDER_ID)
    if provider is not None:
        registry.removeProvider(provider)
    provider = CrigeIaProvider()
    registry.addProvider(provider)
    dialogs = []

    def open_dialog(name: str):
        dialogs.append(registry.createAlgorithmById(f"{PROVIDER_ID}:{name}").createCustomParametersWidget(None))
        return dialogs[-1]

    yield open_dialog
    for dialog in dialogs:
        dialog.close()
        sip.delete(dialog)
    registry.removeProvider(provider)


def table(*fields: str) -> QgsVectorLayer:
    made = QgsVectorLayer("NoGeometry?" + "&".join(f"field={field}:string" for field in fields), "events", "memory")
    QgsProject.instance().addMapLayer(made)
    return made


@pytest.mark.parametrize(
    ("fields", "proposed"),
    [
        (
            ("axe", "plod", "absd", "cumuld", "plof", "absf", "cumulf", "depPr", "cote"),
            {
                "ROUTE_FIELD": "axe",
                "FROM_FIELD": "plod",
                "FROM_OFFSET_FIELD": "absd",
                "TO_FIELD": "plof",
                "TO_OFFSET_FIELD": "absf",
                "DEPARTMENT_FIELD": "depPr",
                "SIDE_FIELD": "cote",
            },
        ),
        (
            ("Num_Acc", "voie", "pr", "pr1", "dep"),
            {"ROUTE_FIELD": "voie", "FROM_FIELD": "pr", "FROM_OFFSET_FIELD": "pr1", "DEPARTMENT_FIELD": "dep"},
        ),
        (("route", "cumuld", "cumulf"), {"ROUTE_FIELD": "route", "FROM_FIELD": "cumuld", "TO_FIELD": "cumulf"}),
    ],
)
def test_the_fields_of_a_table_are_proposed(opened, fields, proposed):
    events = table(*fields)
    dialog = opened("placeevents")
    routes, _ = d943()
    QgsProject.instance().addMapLayer(routes)
    dialog.setParameters({"INPUT": events.id(), "ROUTES": routes.id()})
    chosen = dialog.createProcessingParameters()
    assert {name: chosen.get(name) for name in proposed} == proposed
    for name in ("ROUTE_FIELD", "FROM_OFFSET_FIELD", "TO_FIELD", "SIDE_FIELD", "LATERAL_OFFSET_FIELD"):
        assert chosen.get(name) == proposed.get(name)


@pytest.mark.parametrize("name", ["placeevents", "overlayevents"])
def test_the_reference_is_shown_in_words(opened, name):
    box = opened(name).mainWidget().wrappers["REFERENCE"].wrappedWidget()
    assert [box.itemData(row) for row in range(box.count())] == ["pr", "cumul"]
    assert not {box.itemText(row) for row in range(box.count())} & {"pr", "cumul"}
