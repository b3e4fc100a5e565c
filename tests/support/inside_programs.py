"""Programs of a catalogue that QGIS itself runs, for the tests: a model and Processing scripts."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

ALGORITHM = """\
from qgis.core import QgsProcessing, QgsProcessingAlgorithm, QgsProcessingParameterNumber, QgsProcessingOutputNumber


class Doubling(QgsProcessingAlgorithm):
    def createInstance(self):
        return Doubling()

    def name(self):
        return "doubling"

    def displayName(self):
        return "Doubling"

    def shortHelpString(self):
        return "Twice a number."

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterNumber("N", "Number", defaultValue=2))
        self.addOutput(QgsProcessingOutputNumber("TWICE", "Twice"))

    def prepareAlgorithm(self, parameters, context, feedback):
        self.n = self.parameterAsDouble(parameters, "N", context)
        return True

    def processAlgorithm(self, parameters, context, feedback):
        feedback.pushInfo("doubling")
        return {"TWICE": 2 * self.n}
"""

DECORATED = '''\
from qgis.processing import alg


@alg(name="tripling", label="Tripling", group="g", group_label="G")
@alg.input(type=alg.NUMBER, name="N", label="Number", default=2)
@alg.output(type=alg.NUMBER, name="THRICE", label="Thrice")
def tripling(instance, parameters, context, feedback, inputs):
    """Thrice a number."""
    return {"THRICE": 3 * instance.parameterAsDouble(parameters, "N", context)}
'''


def model(distance: str = "25", algorithm: str = "native:buffer", title: str = "Zones") -> str:
    """A model of one step: buffers around what is given."""
    static = _map({"source": _int(2), "static_value": _double(distance)})
    given = _map({"source": _int(0), "parameter_name": _text("places")})
    end = _map(
        {"name": _text("Zones"), "child_id": _text("buffer"), "output_name": _text("OUTPUT"), "mandatory": _true()}
    )
    child = {
        "active": _true(),
        "alg_id": _text(algorithm),
        "component_description": _text("Around"),
        "id": _text("buffer"),
        "outputs": _map({"Zones": end}),
        "params": _map({"INPUT": _list(given), "DISTANCE": _list(static)}),
    }
    places = {
        "name": _text("places"),
        "description": _text("Places"),
        "parameter_type": _text("source"),
        "data_types": _list(_int(-1)),
        "flags": _int(0),
    }
    zones = {
        "name": _text("buffer:Zones"),
        "description": _text("Zones"),
        "parameter_type": _text("sink"),
        "data_type": _int(-1),
        "create_by_default": _true(),
        "flags": _int(0),
    }
    whole = {
        "children": _map({"buffer": _map(child)}),
        "model_name": _text(title),
        "model_group": _text(""),
        "inputs": _map({"places": _map({"name": _text("places")})}),
        "parameterDefinitions": _map({"places": _map(places), "buffer:Zones": _map(zones)}),
    }
    return f"<!DOCTYPE model>\n{_map(whole)}\n"


def _map(items: dict[str, str]) -> str:
    inside = "".join(_named(name, item) for name, item in items.items())
    return f'<Option type="Map">{inside}</Option>'


def _named(name: str, item: str) -> str:
    return item.replace("<Option", f"<Option name={quoteattr(name)}", 1)


def _list(*items: str) -> str:
    return f'<Option type="List">{"".join(items)}</Option>'


def _text(value: str) -> str:
    return f'<Option type="QString" value={quoteattr(value)}/>'


def _int(value: int) -> str:
    return f'<Option type="int" value="{value}"/>'


def _double(value: str) -> str:
    return f'<Option type="double" value="{value}"/>'


def _true() -> str:
    return '<Option type="bool" value="true"/>'
