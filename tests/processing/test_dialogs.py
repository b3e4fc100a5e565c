"""The dialog proposes the level field of the layer chosen, and leaves the user's own choice alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QWidget

from crige_ia_plugin.processing.provider import PROVIDER_ID, CrigeIaProvider


@pytest.fixture
def opened(qgis_iface, qgis_processing, qgis_new_project, monkeypatch) -> Iterator[Callable[[], QWidget]]:
    """Open the dialog of the tool."""
    model = QgsBrowserGuiModel()
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: model, raising=False)
    registry = QgsApplication.processingRegistry()
    assert registry.providerById(PROVIDER_ID) is None
    provider = CrigeIaProvider()
    registry.addProvider(provider)
    dialogs = []

    def open_dialog() -> QWidget:
        algorithm = registry.createAlgorithmById(f"{PROVIDER_ID}:splitatintersections")
        dialogs.append(algorithm.createCustomParametersWidget(None))
        return dialogs[-1]

    yield open_dialog
    for dialog in dialogs:
        dialog.close()
        sip.delete(dialog)
    registry.removeProvider(provider)


def roads(name: str, *fields: str) -> QgsVectorLayer:
    definition = "".join(f"&field={field}:string" for field in fields)
    layer = QgsVectorLayer(f"LineString?crs=EPSG:2154{definition}", name, "memory")
    QgsProject.instance().addMapLayer(layer)
    return layer


def chosen(dialog: QWidget) -> object:
    return dialog.createProcessingParameters().get("LEVEL_FIELD")


def test_the_level_field_follows_the_layer(opened):
    bd_topo = roads("bd_topo", "cleabs", "position_par_rapport_au_sol")
    osm = roads("osm", "name", "layer")
    plain = roads("plain", "name")
    dialog = opened()
    dialog.setParameters({"INPUT": bd_topo.id()})
    assert chosen(dialog) == "position_par_rapport_au_sol"
    dialog.setParameters({"INPUT": osm.id()})
    assert chosen(dialog) == "layer"
    dialog.setParameters({"INPUT": plain.id()})
    assert not chosen(dialog)


def test_it_is_proposed_as_soon_as_the_dialog_opens(opened):
    roads("osm", "name", "layer")
    assert chosen(opened()) == "layer"


def test_the_users_choice_stays(opened):
    layer = roads("bd_topo", "level_of_mine", "pos_sol")
    dialog = opened()
    dialog.setParameters({"INPUT": layer.id(), "LEVEL_FIELD": "level_of_mine"})
    assert chosen(dialog) == "level_of_mine"
