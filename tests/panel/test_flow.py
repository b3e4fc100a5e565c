"""Widgets that flow like words."""

from __future__ import annotations

import gc

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QRect
from qgis.PyQt.QtWidgets import QLabel, QLayoutItem, QWidget

from crige_ia_plugin.panel.flow import FlowLayout

GAP = 4


def flowing(*widths: int) -> tuple[FlowLayout, list[QWidget]]:
    """A layout of widgets of these widths, all 20 high."""
    parent = QWidget()
    layout = FlowLayout(parent, GAP)
    widgets = [QWidget() for _ in widths]
    for widget, width in zip(widgets, widths):
        widget.setFixedSize(width, 20)
        layout.addWidget(widget)
    return layout, [parent, *widgets]


def items() -> int:
    """How many items of layouts Python holds."""
    gc.collect()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, FlowLayout) for one in gc.get_objects())


def test_as_many_on_a_line_as_fit(qgis_app: QgsApplication) -> None:
    layout, (_, *widgets) = flowing(60, 30, 50)
    assert [layout.heightForWidth(width) for width in (200, 148, 147, 84, 83, 60)] == [20, 20, 44, 44, 68, 68]
    layout.setGeometry(QRect(10, 5, 100, 100))
    assert [(one.x(), one.y()) for one in widgets] == [(10, 5), (74, 5), (10, 29)]


def test_what_is_hidden_takes_no_room(qgis_app: QgsApplication) -> None:
    layout, (parent, *widgets) = flowing(60, 30, 50)
    parent.show()
    widgets[0].hide()
    layout.setGeometry(QRect(0, 0, 100, 100))
    assert [(one.x(), one.y()) for one in widgets[1:]] == [(0, 0), (34, 0)]
    assert layout.heightForWidth(84) == 20


def test_a_widget_wider_than_the_line_is_made_narrower(qgis_app: QgsApplication) -> None:
    layout, kept = flowing(60)
    layout.addWidget(QLabel("a chip that says much more than there is room for"))
    layout.setGeometry(QRect(0, 0, 40, 100))
    assert layout.itemAt(1).geometry().width() == 40
    assert len(kept) == 2  # the parent is there still


def test_nothing_is_left_of_what_was_taken_out_nor_of_the_layout(qgis_app: QgsApplication) -> None:
    before = items()
    layout, (parent, *widgets) = flowing(60, 30, 50)
    assert items() == before + 3
    layout.removeWidget(widgets.pop())
    assert (layout.count(), layout.itemAt(2), layout.takeAt(2)) == (2, None, None)
    assert items() == before + 2
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del layout, parent, widgets
    assert items() == before
