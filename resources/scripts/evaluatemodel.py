# /// script
# requires-python = ">=3.9"
# dependencies = [
#     "numpy>=1.22",
#     "shapely>=2.0",
#     "pyogrio>=0.6",
#     "pyproj>=3.0",
# ]
#
# [tool.iageo]
# format = 1
# id = "evaluatemodel"
# version = "1.0.0"
# title = {fr = "Évaluer un modèle", en = "Evaluate a model"}
# group = "imagery"
# license = "GPL-2.0-or-later"
# publisher = "CRIGE PACA"
#
# [tool.iageo.help]
# fr = """Compare des objets prédits à une couche de référence : précision, rappel, F1 et IoU par classe, matrice de confusion.
# Un objet est trouvé quand un objet prédit de sa classe le recouvre assez ; chacun ne sert qu'une fois.
# Les mesures ne valent que pour la zone et les données comparées : dites-les avec elles sur la fiche du modèle."""
# en = """Compares predicted objects with a reference layer: precision, recall, F1 and IoU by class, confusion matrix.
# An object is found when a predicted object of its class overlaps it enough; each one serves once.
# The measures hold for the area and the data that were compared: state these with them on the card of the model."""
#
# [[tool.iageo.parameters]]
# name = "predictions"
# type = "vector"
# geometry = "polygon"
# title = {fr = "Objets prédits", en = "Predicted objects"}
#
# [[tool.iageo.parameters]]
# name = "prediction_field"
# type = "field"
# parent = "predictions"
# title = {fr = "Champ de la classe prédite", en = "Field of the predicted class"}
# default = "class"
# optional = true
#
# [[tool.iageo.parameters]]
# name = "reference"
# type = "vector"
# geometry = "polygon"
# title = {fr = "Objets de référence", en = "Reference objects"}
#
# [[tool.iageo.parameters]]
# name = "reference_field"
# type = "field"
# parent = "reference"
# title = {fr = "Champ de la classe de référence", en = "Field of the reference class"}
# default = "class"
# optional = true
#
# [[tool.iageo.parameters]]
# name = "zone"
# type = "vector"
# geometry = "polygon"
# title = {fr = "Zone où la référence est complète", en = "Area where the reference is complete"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "iou"
# type = "number"
# title = {fr = "Recouvrement (IoU) à partir duquel un objet est trouvé", en = "Overlap (IoU) from which an object is found"}
# default = 0.5
# min = 0.01
# max = 1.0
#
# [[tool.iageo.parameters]]
# name = "min_score"
# type = "number"
# title = {fr = "Score minimal des objets prédits", en = "Least score of the predicted objects"}
# default = 0.0
# min = 0.0
# max = 1.0
#
# [[tool.iageo.parameters]]
# name = "measures"
# type = "file-out"
# extension = "csv"
# title = {fr = "Mesures par classe (CSV)", en = "Measures by class (CSV)"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "summary"
# type = "file-out"
# extension = "html"
# title = {fr = "Fiche d'évaluation (HTML)", en = "Evaluation sheet (HTML)"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "matches"
# type = "vector-out"
# geometry = "polygon"
# style = "matches"
# title = {fr = "Objets trouvés, manqués, en trop", en = "Objects found, missed, extra"}
# optional = true
# ///
"""Compare predictions with a reference: ``uv run evaluatemodel.py --predictions p.gpkg --reference r.gpkg --measures m.csv``.

Objects are matched one to one, the greatest overlap first: first within each class, for precision, recall and F1;
then whatever the class, for the confusion matrix. IoU by class is that of the surfaces.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import html
import io
import json
import os
import sys
import warnings
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyogrio
import pyproj
import shapely

FRENCH = os.environ.get("IAGEO_LANG", os.environ.get("LANG", "")).lower().startswith("fr")
"""Whether messages are in French; ``--lang`` has the last word."""
VERSION = {"VERSION": "1.2"}
"""Of GeoPackages: the one that every QGIS from 3.22 on reads without a word."""
ALL = "*"
"""Name of the row of all classes together."""

SENTENCES = {
    "no_output": ("Demandez au moins une sortie : --measures, --summary ou --matches.", "Ask for at least one output: --measures, --summary or --matches."),
    "ending": ("{0} : le nom doit finir par {1}.", "{0}: the name must end in {1}."),
    "bounds": ("{0} : {1:g} n'est pas entre {2:g} et {3:g}.", "{0}: {1:g} is not between {2:g} and {3:g}."),
    "unreadable": ("{0} ne s'ouvre pas : {1}", "{0} cannot be opened: {1}"),
    "no_reference": ("La référence n'a aucun polygone là où il faut comparer.", "The reference has no polygon where there is something to compare."),
    "no_zone": ("La zone n'a aucun polygone.", "The area has no polygon."),
    "no_field": ("{0} n'a pas de champ « {1} » : tous ses objets sont d'une même classe.", "{0} has no field “{1}”: all its objects are of one class."),
    "one_class": ("Un seul côté a des classes : elles ne sont pas comparées.", "Only one side has classes: they are not compared."),
    "no_score": ("Les objets prédits n'ont pas de champ « score » : tous sont gardés.", "The predicted objects have no field “score”: all are kept."),
    "not_polygon": ("{0} : {1} objet(s) sans surface écarté(s).", "{0}: {1} object(s) without a surface left out."),
    "repaired": ("{0} : {1} géométrie(s) non valides réparées.", "{0}: {1} invalid geometries repaired."),
    "no_crs": ("{0} n'a pas de système de coordonnées : celui de l'autre couche est supposé.", "{0} has no coordinate system: that of the other layer is assumed."),
    "strangers": ("Classe(s) prédite(s) que la référence n'a pas : {0}. Les noms doivent être les mêmes.", "Predicted class(es) that the reference does not have: {0}. The names must be the same."),
    "done": ("Précision {0}, rappel {1}, F1 {2} sur {3} objets de référence", "Precision {0}, recall {1}, F1 {2} on {3} reference objects"),
    "disk": ("Le résultat n'a pas pu être écrit : {0}", "The result could not be written: {0}"),
    "title": ("Évaluation d'un modèle", "Evaluation of a model"),
    "scope": ("Ces mesures ne valent que pour ces données et cette zone.", "These measures hold for these data and this area alone."),
    "compared": ("Comparé", "Compared"),
    "by_class": ("Mesures par classe", "Measures by class"),
    "all": ("Toutes", "All"),
    "confusion": ("Matrice de confusion (objets ; la référence en lignes)", "Confusion matrix (objects; reference in rows)"),
    "missed": ("manqués", "missed"),
    "extra": ("en trop", "extra"),
    "card": ("Pour la fiche du modèle (iageo:quality)", "For the card of the model (iageo:quality)"),
    "measured_on": ("Mesuré sur {0} objets de référence, IoU ≥ {1:g}.", "Measured on {0} reference objects, IoU ≥ {1:g}."),
}  # fmt: skip

COLUMNS = {
    "class": ("Classe", "Class"),
    "reference": ("Objets de référence", "Reference objects"),
    "predicted": ("Objets prédits", "Predicted objects"),
    "found": ("Trouvés", "Found"),
    "missed": ("Manqués", "Missed"),
    "extra": ("En trop", "Extra"),
    "precision": ("Précision", "Precision"),
    "recall": ("Rappel", "Recall"),
    "f1": ("F1", "F1"),
    "mean_iou": ("IoU moyen des objets trouvés", "Mean IoU of objects found"),
    "surface_iou": ("IoU des surfaces", "IoU of surfaces"),
}


class InputError(Exception):
    """Input that cannot be worked on; the sentence says what to do."""


def say(key: str, *values: object) -> str:
    """Return a sentence in the language of the run."""
    return SENTENCES[key][0 if FRENCH else 1].format(*values)


def event(**content: object) -> None:
    """Print one event of Contract 2."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")
    sys.stdout.flush()


# -- reading ------------------------------------------------------------------------------------------------


class Layer(NamedTuple):
    """Polygons of a layer, their class, and its coordinate system; ``scores`` is None when there is no such field."""

    shapes: np.ndarray
    classes: np.ndarray
    crs: Any
    scores: np.ndarray | None
    named: bool

    def take(self, chosen: np.ndarray) -> Layer:
        """Some of its objects."""
        scores = None if self.scores is None else self.scores[chosen]
        return self._replace(shapes=self.shapes[chosen], classes=self.classes[chosen], scores=scores)


def read_layer(source: str, field: str | None) -> Layer:
    """Read a layer, ``path`` or ``path|layername=name``.

    Raises:
        InputError: It cannot be read.
    """
    path, _, name = source.partition("|layername=")
    try:
        meta, _, wkb, values = pyogrio.raw.read(path, layer=name or None, force_2d=True)
    except Exception as error:  # of any driver
        raise InputError(say("unreadable", path, error)) from error
    fields = dict(zip(meta["fields"].tolist(), values))
    shapes = shapely.from_wkb(wkb) if wkb is not None else np.empty(0, object)
    solid = shapely.area(shapes) > 0
    if not solid.all():
        event(warning=say("not_polygon", Path(path).name, int((~solid).sum())))
    bad = ~shapely.is_valid(shapes) & solid
    if bad.any():
        event(warning=say("repaired", Path(path).name, int(bad.sum())))
        shapes = np.where(bad, shapely.make_valid(shapes), shapes)
    named = bool(field) and field in fields
    if field and not named:
        event(warning=say("no_field", Path(path).name, field))
    classes = np.array([str(value) for value in fields[field]] if named else [""] * len(shapes), object)
    scores = np.asarray(fields["score"], float) if "score" in fields else None
    crs = pyproj.CRS.from_user_input(meta["crs"]) if meta.get("crs") else None
    return Layer(shapes, classes, crs, scores, named).take(solid)


def brought_to(layer: Layer, crs: Any, name: str) -> Layer:
    """The layer in another coordinate system."""
    if crs is None or layer.crs is None:
        if layer.crs is not crs:
            event(warning=say("no_crs", name))
        return layer
    if layer.crs == crs:
        return layer
    move = pyproj.Transformer.from_crs(layer.crs, crs, always_xy=True)
    moved = shapely.transform(layer.shapes, lambda xy: np.stack(move.transform(xy[:, 0], xy[:, 1]), axis=1))
    return layer._replace(shapes=moved, crs=crs)


def within(layer: Layer, zone: Any) -> Layer:
    """Objects that have a point of their inside in the zone."""
    if zone is None:
        return layer
    return layer.take(shapely.contains(zone, shapely.point_on_surface(layer.shapes)))


# -- measuring ----------------------------------------------------------------------------------------------


class Pairs(NamedTuple):
    """Overlapping objects: index of the reference, of the prediction, and their IoU, the greatest first."""

    reference: np.ndarray
    predicted: np.ndarray
    iou: np.ndarray


def overlaps(reference: Layer, predicted: Layer, least: float) -> Pairs:
    """Pairs of objects whose IoU reaches ``least``."""
    one, other = shapely.STRtree(reference.shapes).query(predicted.shapes, predicate="intersects")[::-1]
    shared = shapely.area(shapely.intersection(reference.shapes[one], predicted.shapes[other]))
    union = shapely.area(reference.shapes)[one] + shapely.area(predicted.shapes)[other] - shared
    iou = np.minimum(shared / union, 1)  # areas are rounded
    kept = iou >= least - 1e-12
    one, other, iou = one[kept], other[kept], iou[kept]
    order = np.lexsort((other, one, -iou))
    return Pairs(one[order], other[order], iou[order])


def matched(pairs: Pairs, allowed: np.ndarray) -> Pairs:
    """One to one, the greatest IoU first, among the pairs that are allowed."""
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    chosen = []
    for number in np.flatnonzero(allowed).tolist():
        one, other = int(pairs.reference[number]), int(pairs.predicted[number])
        if one not in taken_one and other not in taken_other:
            taken_one.add(one)
            taken_other.add(other)
            chosen.append(number)
    return Pairs(*(part[chosen] for part in pairs))


def ratio(part: float, whole: float) -> float | None:
    """Share, None when there is nothing to share."""
    return part / whole if whole else None


def row_of(name: str, reference: int, predicted: int, ious: np.ndarray, surface: float | None) -> dict[str, Any]:
    """Measures of one class."""
    found = len(ious)
    precision, recall = ratio(found, predicted), ratio(found, reference)
    return {
        "class": name, "reference": reference, "predicted": predicted, "found": found, "missed": reference - found,
        "extra": predicted - found, "precision": precision, "recall": recall,
        "f1": ratio(2 * found, reference + predicted), "mean_iou": float(ious.mean()) if found else None,
        "surface_iou": surface,
    }  # fmt: skip


def surface_iou(reference: np.ndarray, predicted: np.ndarray, zone: Any) -> float | None:
    """IoU of the surfaces that two sets of polygons cover."""
    one, other = shapely.union_all(reference), shapely.union_all(predicted)
    if zone is not None:
        one, other = shapely.intersection(one, zone), shapely.intersection(other, zone)
    shared = float(shapely.area(shapely.intersection(one, other)))
    found = ratio(shared, float(shapely.area(one) + shapely.area(other)) - shared)
    return None if found is None else min(found, 1.0)  # areas are rounded


def measure(reference: Layer, predicted: Layer, zone: Any, least: float) -> tuple[list[dict[str, Any]], Pairs, Pairs]:
    """Measures by class, then of all; matches within the classes, and whatever the class."""
    pairs = overlaps(reference, predicted, least)
    same = reference.classes[pairs.reference] == predicted.classes[pairs.predicted]
    own, any_class = matched(pairs, same), matched(pairs, np.ones(len(pairs.iou), bool))
    names = sorted({*reference.classes.tolist(), *predicted.classes.tolist()})
    rows = []
    for name in names:
        here, there = reference.classes == name, predicted.classes == name
        ious = own.iou[reference.classes[own.reference] == name]
        surface = surface_iou(reference.shapes[here], predicted.shapes[there], zone)
        rows.append(row_of(name, int(here.sum()), int(there.sum()), ious, surface))
    everything = surface_iou(reference.shapes, predicted.shapes, zone)
    rows.append(row_of(ALL, len(reference.shapes), len(predicted.shapes), own.iou, everything))
    return rows, own, any_class


def confusion(reference: Layer, predicted: Layer, pairs: Pairs) -> tuple[list[str], np.ndarray]:
    """Classes, and objects by reference (rows) and predicted class (columns); the last ones are “none”."""
    names = sorted({*reference.classes.tolist(), *predicted.classes.tolist()})
    number = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(names) + 1, len(names) + 1), np.int64)
    rows = np.array([number[name] for name in reference.classes], np.int64)
    columns = np.array([number[name] for name in predicted.classes], np.int64)
    np.add.at(table, (rows[pairs.reference], columns[pairs.predicted]), 1)
    missed, extra = np.ones(len(rows), bool), np.ones(len(columns), bool)
    missed[pairs.reference], extra[pairs.predicted] = False, False
    np.add.at(table, (rows[missed], len(names)), 1)
    np.add.at(table, (len(names), columns[extra]), 1)
    return names, table


# -- writing ------------------------------------------------------------------------------------------------


def shown(value: Any) -> str:
    """A figure in words; a dash when there is none."""
    if value is None:
        return "–"
    text = f"{value:.3f}" if isinstance(value, float) else str(value)
    return text.replace(".", ",") if FRENCH and isinstance(value, float) else text


def as_csv(rows: list[dict[str, Any]], names: list[str], table: np.ndarray) -> bytes:
    """Measures by class, with the columns of the confusion matrix after them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, *(f"as:{name}" for name in names), "as:-"])
    for index, row in enumerate(rows):
        counts = table[index].tolist() if index < len(names) else table.sum(axis=0).tolist()
        figures = [
            "" if value is None else round(value, 6) if isinstance(value, float) else value for value in row.values()
        ]
        writer.writerow([*figures, *counts])
    writer.writerow(["-", *[""] * (len(COLUMNS) - 1), *table[-1].tolist()])
    return text.getvalue().encode()


def quality(rows: list[dict[str, Any]], least: float) -> dict[str, Any]:
    """What goes into the card of the model, as ``iageo:quality``."""
    measures = [
        {"name": key, "class": row["class"], "value": round(row[key], 4)}
        for row in rows
        for key in ("precision", "recall", "f1", "surface_iou")
        if row[key] is not None
    ]
    return {"assessed": True, "measures": measures, "note": say("measured_on", rows[-1]["reference"], least)}


def html_table(head: list[str], body: list[list[str]]) -> str:
    """A table; its first column is made of headings."""
    top = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in head)
    lines = "".join(
        f'<tr><th scope="row">{html.escape(line[0])}</th>'
        + "".join(f"<td>{html.escape(text)}</td>" for text in line[1:])
        + "</tr>"
        for line in body
    )
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"


STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#22303f;background:#fff}"
    "table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #9fb0c0;padding:.3rem .6rem;text-align:right}"
    "th{background:#eef2f6;text-align:left}pre{background:#eef2f6;padding:1rem;overflow:auto}"
)


def as_html(options: argparse.Namespace, rows: list[dict[str, Any]], names: list[str], table: np.ndarray) -> bytes:
    """Evaluation sheet: one page, without script and without anything from elsewhere."""
    which = 0 if FRENCH else 1
    body = [
        [say("all") if row["class"] == ALL else row["class"] or "–", *(shown(row[key]) for key in list(COLUMNS)[1:])]
        for row in rows
    ]
    labels = [name or "–" for name in names]
    matrix = [[name, *map(str, line.tolist())] for name, line in zip([*labels, say("extra")], table)]
    card = json.dumps(quality(rows, options.iou), ensure_ascii=False, indent=1)
    facts = [
        [Path(path.split("|")[0]).name, key]
        for path, key in ((options.predictions, "predictions"), (options.reference, "reference"))
    ]
    title = say("title")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html><html lang="{"fr" if FRENCH else "en"}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{STYLE}</style></head><body><h1>{title}</h1>'
        f"<p>{datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC. {say('measured_on', rows[-1]['reference'], options.iou)} {say('scope')}</p>"
        f"<h2>{say('compared')}</h2>{html_table(['', ''], facts)}"
        f"<h2>{say('by_class')}</h2>{html_table([texts[which] for texts in COLUMNS.values()], body)}"
        f"<h2>{say('confusion')}</h2>{html_table(['', *labels, say('missed')], matrix)}"
        f"<h2>{say('card')}</h2><pre>{html.escape(card)}</pre></body></html>\n"
    ).encode()


def write_matches(path: Path, reference: Layer, predicted: Layer, own: Pairs, any_class: Pairs) -> None:
    """One polygon an object: found, confused with another class, missed (reference), or extra (prediction)."""
    other_class, iou = np.array([""] * len(reference.shapes), object), np.zeros(len(reference.shapes))
    state = np.array(["missed"] * len(reference.shapes), object)
    state[any_class.reference], iou[any_class.reference] = "confused", any_class.iou
    other_class[any_class.reference] = predicted.classes[any_class.predicted]
    state[own.reference], iou[own.reference] = "found", own.iou
    other_class[own.reference] = predicted.classes[own.predicted]
    extra = np.ones(len(predicted.shapes), bool)
    extra[own.predicted], extra[any_class.predicted[state[any_class.reference] == "confused"]] = False, False
    none = np.array([""] * int(extra.sum()), object)
    geometry = np.concatenate([reference.shapes, predicted.shapes[extra]])
    kind = "MultiPolygon"
    many = [
        shapely.multipolygons([part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"])
        for shape in geometry
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a layer without a coordinate system was told
        pyogrio.raw.write(
            path, np.asarray(shapely.to_wkb(np.array(many, object)), object),
            [np.concatenate([state, np.array(["extra"] * len(none), object)]), np.concatenate([reference.classes, none]),
             np.concatenate([other_class, predicted.classes[extra]]), np.concatenate([iou, np.zeros(len(none))])],
            ["status", "reference", "predicted", "iou"],
            layer="matches", driver="GPKG", dataset_options=VERSION, geometry_type=kind, crs=reference.crs.to_wkt() if reference.crs else None,
        )  # fmt: skip


@contextlib.contextmanager
def aside(path: str) -> Any:
    """Give a name beside a file's own; the file takes its own name when all went well."""
    final = Path(path)
    other = final.with_name(f".{final.stem}.{os.getpid()}{final.suffix}")
    try:
        yield other
        other.replace(final)
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                Path(f"{other}{end}").unlink()


# -- the command --------------------------------------------------------------------------------------------


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Read the command line; ``--lang`` chooses the language of the messages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("predictions", "reference"):
        parser.add_argument(f"--{name}", required=True)
        parser.add_argument(f"--{name.rstrip('s')}-field", default="class")
    parser.add_argument("--iou", type=float, default=0.5)
    parser.add_argument("--min-score", type=float, default=0.0)
    for name in ("zone", "measures", "summary", "matches"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--lang", choices=("fr", "en"))
    return parser.parse_args(given)


def checked(options: argparse.Namespace) -> None:
    """Refuse options that make no sense."""
    endings = {"measures": ".csv", "summary": ".html", "matches": ".gpkg"}
    wanted = [name for name in endings if getattr(options, name)]
    if not wanted:
        raise InputError(say("no_output"))
    for name in wanted:
        if not getattr(options, name).lower().endswith(endings[name]):
            raise InputError(say("ending", getattr(options, name), endings[name]))
    for name, low in (("iou", 0.01), ("min_score", 0)):
        if not low <= getattr(options, name) <= 1:
            raise InputError(say("bounds", name, getattr(options, name), low, 1))


def layers(options: argparse.Namespace) -> tuple[Layer, Layer, Any]:
    """Reference, predictions and zone, in one coordinate system, with classes that can be compared."""
    reference = read_layer(options.reference, options.reference_field)
    predicted = read_layer(options.predictions, options.prediction_field)
    predicted = brought_to(predicted, reference.crs, Path(options.predictions).name)
    if options.min_score and predicted.scores is None:
        event(warning=say("no_score"))
    elif options.min_score:
        predicted = predicted.take(predicted.scores >= options.min_score)
    zone = None
    if options.zone:
        shapes = brought_to(read_layer(options.zone, None), reference.crs, Path(options.zone).name).shapes
        if not len(shapes):
            raise InputError(say("no_zone"))
        zone = shapely.union_all(shapes)
        shapely.prepare(zone)
    reference, predicted = within(reference, zone), within(predicted, zone)
    if not len(reference.shapes):
        raise InputError(say("no_reference"))
    if reference.named != predicted.named:
        event(warning=say("one_class"))
        reference, predicted = (
            layer._replace(classes=np.full(len(layer.shapes), "", object)) for layer in (reference, predicted)
        )
    strangers = sorted(set(predicted.classes.tolist()) - set(reference.classes.tolist()))
    if strangers:
        event(warning=say("strangers", ", ".join(strangers)))
    return reference, predicted, zone


def run(options: argparse.Namespace) -> dict[str, object]:
    """Do what the command line asks; return the result.

    Raises:
        InputError: The input cannot be worked on.
    """
    checked(options)
    reference, predicted, zone = layers(options)
    event(progress=0.3)
    rows, own, any_class = measure(reference, predicted, zone, options.iou)
    names, table = confusion(reference, predicted, any_class)
    event(progress=0.8)
    texts = {"measures": as_csv(rows, names, table), "summary": as_html(options, rows, names, table)}
    result: dict[str, object] = {}
    for name, content in texts.items():
        if getattr(options, name):
            with aside(getattr(options, name)) as path:
                path.write_bytes(content)
            result[name] = getattr(options, name)
    if options.matches:
        with aside(options.matches) as path:
            write_matches(path, reference, predicted, own, any_class)
        result["matches"] = options.matches
    total = rows[-1]
    event(
        message=say("done", shown(total["precision"]), shown(total["recall"]), shown(total["f1"]), total["reference"])
    )
    return {**result, "classes": rows, "quality": quality(rows, options.iou)}


def main(given: list[str] | None = None) -> int:
    """Run; 0 when done, 1 when the last event says why not."""
    global FRENCH
    options = arguments(given)
    if options.lang:
        FRENCH = options.lang == "fr"
    try:
        result = run(options)
    except InputError as refusal:
        event(error=str(refusal))
        return 1
    except (OSError, pyogrio.errors.DataSourceError) as error:
        event(error=say("disk", error))
        return 1
    event(progress=1.0)
    event(result=result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
