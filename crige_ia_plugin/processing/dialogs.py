"""The usual dialog of an algorithm, which proposes fields by the names that the chosen layer has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from processing.gui.AlgorithmDialog import AlgorithmDialog
from qgis.core import QgsProcessingAlgorithm
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from .choices import WORDS

Proposal = Callable[[Iterable[str]], "str | None"]
"""Chooses a field among the names of a layer's."""


class ProposingDialog(AlgorithmDialog):
    """Fills field parameters as soon as the layer they depend on is chosen; the user may then choose otherwise."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        proposals: Mapping[str, tuple[str, Proposal]],
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            algorithm: Whose dialog it is.
            proposals: For each field parameter, the layer parameter it depends on and how to choose.
            parent: Window above.
        """
        super().__init__(algorithm, False, parent)
        self._wrappers = self.mainWidget().wrappers
        self._seen: dict[str, str] = {}
        for field, (layer, choose) in proposals.items():
            source = self._wrappers[layer]
            source.widgetValueHasChanged.connect(lambda *_, f=field, s=source, c=choose: self._propose(f, s, c))
            self._propose(field, source, choose)
        self._show_words()

    def _show_words(self) -> None:
        """Show choices in the user's language; what they give stays the published word."""
        for definition in self.algorithm().parameterDefinitions():
            words = definition.metadata().get(WORDS, {})
            box = self._wrappers[definition.name()].wrappedWidget() if words else None
            if isinstance(box, QComboBox):
                for row in range(box.count()):
                    box.setItemText(row, words.get(box.itemData(row), box.itemText(row)))

    def _propose(self, field: str, source: object, choose: Proposal) -> None:
        """Choose a field for a layer just chosen, or none: QGIS would leave any field of it."""
        context = self.mainWidget().processing_context  # the dialog's own does not exist before the first run, on 3.22
        layer = self.algorithm().parameterAsVectorLayer(
            {source.parameterDefinition().name(): source.parameterValue()}, source.parameterDefinition().name(), context
        )
        if layer is None or self._seen.get(field) == layer.id():
            return
        self._seen[field] = layer.id()
        self._wrappers[field].setParameterValue(choose([one.name() for one in layer.fields()]), context)
