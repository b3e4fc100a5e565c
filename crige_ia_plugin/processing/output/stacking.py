"""Put the layers of one run in their order in the layer panel: points above lines, whatever QGIS makes of it.

QGIS loads outputs in the order of their names on disk, and up to 3.22 stacks them as they come: segments would hide
their nodes.
"""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer


class Stack:
    """The layers of one run, each at the height where it belongs."""

    def __init__(self) -> None:
        self._heights: dict[str, int] = {}

    def put(self, layer: QgsMapLayer, height: int, root: QgsLayerTreeGroup) -> None:
        """Move a layer that QGIS has loaded below those of the run that belong higher, above the others.

        Layers that the user keeps in another group stay there; other layers stay where they are.

        Args:
            layer: Loaded layer.
            height: 0 for the lowest.
            root: Layer tree of the project.
        """
        self._heights[layer.id()] = height
        node = root.findLayer(layer.id())
        if node is None:
            return
        parent = node.parent()
        own = [one for one in parent.children() if self._height(one) is not None]
        ordered = sorted(own, key=self._height, reverse=True)
        if own == ordered:
            return
        first = parent.children().index(own[0])
        for place, one in enumerate(ordered):
            parent.insertChildNode(first + place, one.clone())
        for one in own:
            parent.removeChildNode(one)

    def _height(self, node: object) -> int | None:
        return self._heights.get(node.layerId()) if isinstance(node, QgsLayerTreeLayer) else None
