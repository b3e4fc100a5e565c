"""The help of every tool has its picture, in QGIS's window and nowhere else."""

from __future__ import annotations

import help_pictures
import pytest
from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QImage, QTextDocument
from qgis.PyQt.QtWidgets import QTextBrowser

from crige_ia_plugin.paths import RESOURCES
from crige_ia_plugin.processing.provider import ALGORITHMS

NAMES = [algorithm.NAME for algorithm in ALGORITHMS]


@pytest.mark.parametrize("name", NAMES)
def test_each_tool_has_a_light_picture(name: str, qgis_app: QgsApplication) -> None:
    path = RESOURCES / "help" / f"{name}.png"
    assert path.stat().st_size <= help_pictures.LARGEST
    image = QImage(str(path))
    assert (image.width(), image.height()) == (
        help_pictures.WIDTH * help_pictures.SCALE,
        help_pictures.HEIGHT * help_pictures.SCALE,
    )


def test_no_picture_is_of_a_tool_that_is_gone() -> None:
    assert {path.stem for path in (RESOURCES / "help").iterdir()} == set(NAMES) == set(help_pictures.PICTURES)


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=NAMES)
def test_the_help_shows_it_in_the_window_only(algorithm, qgis_app, monkeypatch) -> None:
    monkeypatch.setattr(utils, "iface", None)
    assert "<img" not in algorithm().shortHelpString()
    monkeypatch.setattr(utils, "iface", object())
    browser = QTextBrowser()
    browser.setHtml(algorithm().shortHelpString())
    address = QUrl.fromLocalFile(str(RESOURCES / "help" / f"{algorithm.NAME}.png"))
    assert address.toString(QUrl.ComponentFormattingOption.FullyEncoded) in algorithm().shortHelpString()
    picture = browser.loadResource(int(QTextDocument.ResourceType.ImageResource), address)
    assert picture
    assert QImage.fromData(picture).width() > 0
