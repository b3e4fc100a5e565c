"""The layers of a run lie in their order, whatever the order in which QGIS loads them."""

from __future__ import annotations

from itertools import permutations

import pytest
from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer

from crige_ia_plugin.processing.output.stacking import Stack

HEIGHTS = {"segments": 0, "nodes": 1, "anomalies": 2}


def layer(name: str) -> QgsVectorLayer:
    return QgsVectorLayer("Point?crs=EPSG:2154", name, "memory")


def names(group: QgsLayerTreeGroup) -> list[str]:
    return [node.name() for node in group.children()]


@pytest.mark.parametrize("order", list(permutations(HEIGHTS)))
@pytest.mark.parametrize("one_by_one", [True, False], ids=["one-by-one", "at-once"])
def test_any_order_of_loading_gives_the_same(qgis_new_project, order, one_by_one):
    project = QgsProject.instance()
    project.addMapLayer(layer("mine"))
    stack, loaded = Stack(), []
    for name in order:
        loaded.append(layer(name))
        project.addMapLayer(loaded[-1])
        if one_by_one:
            stack.put(loaded[-1], HEIGHTS[name], project.layerTreeRoot())
    if not one_by_one:
        for one in loaded:
            stack.put(one, HEIGHTS[one.name()], project.layerTreeRoot())
    assert names(project.layerTreeRoot()) == ["anomalies", "nodes", "segments", "mine"]
    assert len(project.mapLayers()) == 4


def test_a_layer_in_a_group_of_the_users_stays_there(qgis_new_project):
    project, stack = QgsProject.instance(), Stack()
    group = project.layerTreeRoot().addGroup("mine")
    nodes, segments = layer("nodes"), layer("segments")
    project.addMapLayer(nodes, False)
    group.addLayer(nodes)
    project.addMapLayer(segments)
    for one in (nodes, segments):
        stack.put(one, HEIGHTS[one.name()], project.layerTreeRoot())
    assert names(group) == ["nodes"]
    assert names(project.layerTreeRoot()) == ["segments", "mine"]


def test_a_layer_that_is_not_in_the_panel_is_left_alone(qgis_new_project):
    Stack().put(layer("hidden"), 0, QgsProject.instance().layerTreeRoot())
    assert names(QgsProject.instance().layerTreeRoot()) == []
