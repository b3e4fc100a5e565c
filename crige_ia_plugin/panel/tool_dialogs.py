"""Dialogs of QGIS's tools, kept for as long as they are open."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QDialog


class ToolDialogs:
    """Opens the dialogs of tools as the toolbox does; their Python half must live as long as they are open."""

    def __init__(self) -> None:
        self._opened: dict[int, QDialog] = {}

    def open(self, algorithm: str, **parameters: str) -> bool:
        """Open a tool's dialog; False when there is no such tool. QGIS's own plugin is only needed from here on.

        Args:
            algorithm: Its id.
            parameters: What is filled in already.
        """
        import processing  # noqa: QGS111 - the plugin of QGIS, which makes the dialogs

        dialog = processing.createAlgorithmDialog(algorithm, parameters)
        if dialog is None:
            return False
        number = id(dialog)
        self._opened[number] = dialog
        dialog.destroyed.connect(lambda *_: self._opened.pop(number, None))
        dialog.show()
        return True

    def forget(self) -> None:
        """Keep none of them."""
        self._opened.clear()
