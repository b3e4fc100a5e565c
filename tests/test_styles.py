"""The styles of the outputs: they load without a word, whatever the fields, and know every class."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("qgis.core")

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from crige_ia_plugin.engine.anomalies import AnomalyCode
from crige_ia_plugin.processing.styles import (
    ANOMALIES,
    CROWNS,
    MATCHES,
    NODES,
    OBJECTS,
    SEGMENTS,
    TREETOPS,
    apply_style,
)

STYLES = Path(__file__).resolve().parents[1] / "resources" / "styles"


@pytest.fixture
def messages(qgis_app):
    heard: list[str] = []
    log = QgsApplication.messageLog()

    def listen(text, tag, level):
        heard.append(f"{tag}: {text}")

    log.messageReceived.connect(listen)
    yield heard
    log.messageReceived.disconnect(listen)


def line_layer(field: str | None, values: list[object]) -> QgsVectorLayer:
    """One line a value, 10 m apart, with ``segment_id``."""
    fields = "field=segment_id:integer" + (f"&field={field}" if field else "")
    layer = QgsVectorLayer(f"LineString?crs=EPSG:2154&{fields}", "segments", "memory")
    features = []
    for number, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, value] if field else [number])
        ends = [QgsPointXY(0, 10.0 * number), QgsPointXY(100, 10.0 * number)]
        feature.setGeometry(QgsGeometry.fromPolylineXY(ends))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def classes(layer: QgsVectorLayer) -> list[str | None]:
    """Class of each feature, as the map would draw it."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.expressionContext().appendScope(layer.createExpressionContextScope())
    renderer.startRender(context, layer.fields())
    found = []
    # The keys of the legend were numbers of categories once, and are names of their own since.
    order = [item.ruleKey() for item in renderer.legendSymbolItems()]
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        keys = list(renderer.legendKeysForFeature(feature, context))
        value = str(renderer.categories()[order.index(keys[0])].value()) if keys else None
        found.append(value)
    renderer.stopRender(context)
    return found


@pytest.mark.parametrize(
    ("field", "values", "expected"),
    [
        (
            "position_par_rapport_au_sol:string",
            ["0", "1", "-1", "3", "-4", "Gué ou radier", "", None],
            ["0", "1", "-1", "2", "-1", "0", "0", "0"],
        ),
        ("pos_sol:integer", [0, 1, -1, 2, 9, None], ["0", "1", "-1", "2", "2", "0"]),
        ("layer:double", [0.0, 1.0, -1.0, None], ["0", "1", "-1", "0"]),
        ("Niveau de l'axe:string", ["1", "2.0"], ["1", "2"]),
        (None, ["x", "y"], ["0", "0"]),
    ],
)
def test_segments_are_classed_by_any_level_field(messages, field, values, expected):
    layer = line_layer(field, values)
    assert apply_style(layer, SEGMENTS, field.split(":")[0] if field else None)
    assert classes(layer) == expected
    assert messages == []


def test_without_a_level_the_legend_names_no_level(qgis_app):
    layer = line_layer(None, ["x"])
    assert apply_style(layer, SEGMENTS)
    assert len(layer.renderer().categories()) == 1


@pytest.mark.parametrize(
    ("name", "field", "values"),
    [
        (NODES, "kind", ["junction", "dead_end", "through", "loop"]),
        (ANOMALIES, "severity", ["error", "warning", "info"]),
    ],
)
def test_every_kind_of_point_has_its_symbol(messages, name, field, values):
    layer = QgsVectorLayer(f"Point?crs=EPSG:2154&field={field}:string&field=code:string", name, "memory")
    features = []
    for number, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value, "crossing"])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(number, 0)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    assert apply_style(layer, name)
    assert classes(layer) == values
    labels = [category.label() for category in layer.renderer().categories()]
    assert all(label and label not in values for label in labels), "the legend speaks words, not codes"
    assert layer.labelsEnabled() == (name == ANOMALIES)
    assert messages == []


@pytest.mark.parametrize(
    ("name", "geometry", "fields"),
    [
        (CROWNS, "Polygon", "field=height:double"),
        (TREETOPS, "Point", "field=height:double"),
        (OBJECTS, "Polygon", "field=class:string&field=class_id:integer&field=score:double"),
    ],
)
def test_what_shared_scripts_give_is_drawn(messages, name, geometry, fields):
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:2154&{fields}", name, "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes({"crowns": [12.5], "treetops": [12.5], "objects": ["toit", 1, 0.9]}[name])
    middle = QgsGeometry.fromPointXY(QgsPointXY(50, 50))
    feature.setGeometry(middle if geometry == "Point" else middle.buffer(40, 8))
    layer.dataProvider().addFeatures([feature])
    assert apply_style(layer, name)
    colour = QColor(draw(layer, QgsRectangle(0, 0, 100, 100)).pixel(200, 200))
    assert colour != QColor("white")
    assert messages == []


def test_what_became_of_each_object_has_its_words(messages):
    states = ["found", "confused", "missed", "extra"]
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:2154&field=status:string", MATCHES, "memory")
    features = []
    for number, state in enumerate(states):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([state])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(10 * number, 0)).buffer(3, 4))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    assert apply_style(layer, MATCHES)
    assert classes(layer) == states
    assert all(category.label() not in ("", *states) for category in layer.renderer().categories())
    assert layer.editorWidgetSetup(0).type() == "ValueMap"
    assert messages == []


def test_aliases_are_set_and_unknown_fields_left_alone(qgis_app):
    layer = line_layer("pos_sol:integer", [0])
    assert apply_style(layer, SEGMENTS, "pos_sol", {"segment_id": "Tronçon", "absent": "Rien"})
    assert layer.attributeAlias(layer.fields().lookupField("segment_id")) == "Tronçon"
    assert layer.attributeAlias(layer.fields().lookupField("pos_sol")) == ""


def test_an_unknown_style_leaves_the_layer_as_it_is(qgis_app):
    layer = line_layer(None, ["x"])
    before = layer.renderer().type()
    assert apply_style(layer, "no_such_style") is False
    assert layer.renderer().type() == before


def test_a_bridge_is_drawn_over_the_road_below(qgis_app):
    """The bridge comes first in the table and still hides the road."""
    layer = line_layer("pos_sol:integer", [1, 0])
    ground = next(layer.getFeatures('"pos_sol" = 0'))
    across = QgsGeometry.fromPolylineXY([QgsPointXY(50, -50), QgsPointXY(50, 50)])
    layer.dataProvider().changeGeometryValues({ground.id(): across})
    assert apply_style(layer, SEGMENTS, "pos_sol")
    middle = QColor(draw(layer, QgsRectangle(30, -20, 70, 20)).pixel(200, 200))
    assert middle.red() > 180
    assert middle.blue() < 120


def draw(layer: QgsVectorLayer, extent: QgsRectangle) -> QImage:
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(400, 400))
    image = QImage(settings.outputSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.start()
    job.waitForFinished()
    painter.end()
    return image


def test_styles_hold_no_words_no_font_and_no_path_of_a_computer():
    for name in (SEGMENTS, NODES, ANOMALIES):
        text = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
        assert "fontFamily" not in text
        assert "/home/" not in text
        assert text.isascii()


def test_coded_values_show_as_words(qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=severity:string&field=code:string", "anomalies", "memory")
    assert apply_style(layer, ANOMALIES)
    for index in (0, 1):
        setup = layer.editorWidgetSetup(index)
        assert setup.type() == "ValueMap"
        words = {code: word for pair in setup.config()["map"] for word, code in pair.items()}
        assert words
        assert all(word and word != code for code, word in words.items())
    assert {code.value for code in AnomalyCode} == set(words)


def test_sentences_have_room_in_the_attribute_table(qgis_app):
    layer = QgsVectorLayer("Point?crs=EPSG:2154&field=code:string&field=message:string", "anomalies", "memory")
    assert apply_style(layer, ANOMALIES, aliases={"code": "Anomaly", "message": "Explanation"})
    widths = {column.name: column.width for column in layer.attributeTableConfig().columns()}
    assert widths["message"] > widths["code"] > 100


@pytest.mark.parametrize(("crs", "shown"), [("EPSG:2154", 3), ("EPSG:4326", None)])
def test_lengths_are_shown_to_the_millimetre_and_degrees_in_full(qgis_app, crs, shown):
    layer = QgsVectorLayer(f"LineString?crs={crs}&field=length:double&field=width:double", "segments", "memory")
    assert apply_style(layer, SEGMENTS, aliases={"length": "Length (m)"})
    assert layer.editorWidgetSetup(0).config().get("Precision") == shown
    assert layer.editorWidgetSetup(1).type() != "Range", "the user's own field is left alone"
