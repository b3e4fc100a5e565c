"""The dialogs of the tools on routes: fields proposed by their names, choices in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QWidget

from crige_ia_plugin.processing.provider import PROVIDER_ID, CrigeIaProvider

BDTOPO_MARKERS = ("route", "numero", "abscisse", "cote", "type_de_pr", "code_insee_du_departement", "gestionnaire")
NATIONAL_MARKERS = ("route", "pr", "depPr", "concessionPr", "abs", "cumul", "cote")


@pytest.fixture
def opened(qgis_iface, qgis_processing, qgis_new_project, monkeypatch) -> Iterator[Callable[[str], QWidget]]:
    """Open the dialog of a tool."""
    model = QgsBrowserGuiModel()
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: model, raising=False)
    registry = QgsApplication.processingRegistry()
    provider = CrigeIaProvider()
    registry.addProvider(provider)
    dialogs = []

    def open_dialog(name: str) -> QWidget:
        dialogs.append(registry.createAlgorithmById(f"{PROVIDER_ID}:{name}").createCustomParametersWidget(None))
        return dialogs[-1]

    yield open_dialog
    for dialog in dialogs:
        dialog.close()
        sip.delete(dialog)
    registry.removeProvider(provider)


def layer(kind: str, name: str, *fields: str) -> QgsVectorLayer:
    definition = "".join(f"&field={field}:string" for field in fields)
    made = QgsVectorLayer(f"{kind}?crs=EPSG:2154{definition}", name, "memory")
    QgsProject.instance().addMapLayer(made)
    return made


def test_routes_of_bdtopo_are_proposed(opened):
    roads = layer("LineString", "troncon_de_route", "cleabs", "nature", "sens_de_circulation", "cpx_numero")
    dialog = opened("curvilinearabscissa")
    dialog.setParameters({"INPUT": roads.id()})
    chosen = dialog.createProcessingParameters()
    assert chosen["ROUTE_FIELD"] == "cpx_numero"
    assert not chosen.get("SIDE_FIELD")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (BDTOPO_MARKERS, "route numero code_insee_du_departement gestionnaire cote abscisse type_de_pr"),
        (NATIONAL_MARKERS, "route pr depPr concessionPr cote cumul"),
    ],
)
def test_fields_of_markers_are_proposed(opened, fields, expected):
    roads = layer("LineString", "roads", "numero")
    markers = layer("Point", "markers", *fields)
    dialog = opened("calibrateroutes")
    dialog.setParameters({"INPUT": roads.id(), "MARKERS": markers.id()})
    chosen = dialog.createProcessingParameters()
    names = ("ROUTE", "PR", "DEPARTMENT", "NETWORK", "SIDE", "CUMUL", "TYPE")
    assert " ".join(filter(None, (chosen.get(f"MARKER_{name}_FIELD") for name in names))) == expected


def test_choices_show_words_and_give_their_published_values(opened):
    roads = layer("LineString", "roads", "numero")
    dialog = opened("curvilinearabscissa")
    dialog.setParameters({"INPUT": roads.id()})
    box = dialog.mainWidget().wrappers["START"].wrappedWidget()
    values = [box.itemData(row) for row in range(box.count())]
    assert values == ["south-west", "digitised", "points", "markers"]
    assert not {box.itemText(row) for row in range(box.count())} & set(values)
    box.setCurrentIndex(2)
    chosen = dialog.createProcessingParameters()
    assert chosen["START"] == "points"
    assert chosen.get("LENGTH_TYPE", "ellipsoidal") == "ellipsoidal"
