# /// script
# requires-python = ">=3.9"
# dependencies = [
#     "numpy>=1.22",
#     "scipy>=1.8",
#     "rasterio>=1.3",
#     "shapely>=2.0",
#     "pyogrio>=0.6",
#     "onnxruntime>=1.15",
# ]
#
# [tool.iageo]
# format = 1
# id = "applymodel"
# version = "1.0.0"
# title = {fr = "Appliquer un modèle d'IA à une image", en = "Apply an AI model to an image"}
# group = "imagery"
# license = "GPL-2.0-or-later"
# publisher = "CRIGE PACA"
#
# [tool.iageo.help]
# fr = """Applique un modèle ONNX (segmentation, détection ou régression) à une image, tuile par tuile.
# Ce que le fichier du modèle dit de lui-même (classes, résolution, seuils) est repris ; chaque réglage peut être changé.
# Un modèle n'est bon que là où il a été évalué : lisez sa fiche, puis mesurez-le avec « Évaluer un modèle »."""
# en = """Applies an ONNX model (segmentation, detection or regression) to an image, tile by tile.
# What the file of the model says of itself (classes, resolution, thresholds) is taken; each setting can be changed.
# A model is good only where it was evaluated: read its card, then measure it with “Evaluate a model”."""
#
# [[tool.iageo.parameters]]
# name = "image"
# type = "raster"
# title = {fr = "Image", en = "Image"}
#
# [[tool.iageo.parameters]]
# name = "model"
# type = "file"
# extension = "onnx"
# title = {fr = "Modèle (fichier ONNX)", en = "Model (ONNX file)"}
#
# [[tool.iageo.parameters]]
# name = "kind"
# type = "choice"
# title = {fr = "Nature du modèle", en = "Kind of model"}
# default = "auto"
# [[tool.iageo.parameters.choices]]
# value = "auto"
# title = {fr = "Ce que dit le fichier", en = "What the file says"}
# [[tool.iageo.parameters.choices]]
# value = "segmentation"
# title = {fr = "Segmentation : une classe par pixel", en = "Segmentation: one class a pixel"}
# [[tool.iageo.parameters.choices]]
# value = "detection"
# title = {fr = "Détection : des objets dans des boîtes", en = "Detection: objects in boxes"}
# [[tool.iageo.parameters.choices]]
# value = "regression"
# title = {fr = "Régression : une valeur par pixel", en = "Regression: one value a pixel"}
#
# [[tool.iageo.parameters]]
# name = "bands"
# type = "text"
# title = {fr = "Bandes, dans l'ordre du modèle (par exemple 4,1,2)", en = "Bands, in the order of the model (for instance 4,1,2)"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "area"
# type = "extent"
# title = {fr = "Emprise à traiter", en = "Extent to work on"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "mask"
# type = "vector"
# geometry = "polygon"
# title = {fr = "Surfaces à traiter", en = "Areas to work on"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "threshold"
# type = "number"
# title = {fr = "Score minimal, de 0 à 1", en = "Least score, from 0 to 1"}
# optional = true
# min = 0.0
# max = 1.0
#
# [[tool.iageo.parameters]]
# name = "min_area"
# type = "number"
# title = {fr = "Plus petit objet gardé (m²)", en = "Smallest object kept (m²)"}
# optional = true
# min = 0.0
#
# [[tool.iageo.parameters]]
# name = "resolution"
# type = "number"
# title = {fr = "Résolution du modèle (m par pixel), 0 pour celle de l'image", en = "Resolution of the model (m a pixel), 0 for that of the image"}
# optional = true
# min = 0.0
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "tile_size"
# type = "integer"
# title = {fr = "Côté des tuiles (pixels)", en = "Side of the tiles (pixels)"}
# optional = true
# min = 16
# max = 8192
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "overlap"
# type = "number"
# title = {fr = "Recouvrement des tuiles (%)", en = "Overlap of the tiles (%)"}
# optional = true
# min = 0.0
# max = 80.0
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "scale"
# type = "number"
# title = {fr = "Valeur de l'image qui vaut 1 pour le modèle", en = "Value of the image that is 1 for the model"}
# optional = true
# min = 0.000001
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "mean"
# type = "text"
# title = {fr = "Moyenne soustraite, par bande", en = "Mean that is subtracted, by band"}
# optional = true
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "std"
# type = "text"
# title = {fr = "Écart-type qui divise, par bande", en = "Standard deviation that divides, by band"}
# optional = true
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "class_names"
# type = "text"
# title = {fr = "Noms des classes, séparés par des virgules, à partir de la classe 0", en = "Names of the classes, separated by commas, from class 0"}
# optional = true
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "background"
# type = "integer"
# title = {fr = "Numéro de la classe du fond, −1 s'il n'y en a pas", en = "Number of the background class, −1 when there is none"}
# optional = true
# min = -1
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "activation"
# type = "choice"
# title = {fr = "Passage des sorties aux scores", en = "From outputs to scores"}
# default = "auto"
# advanced = true
# [[tool.iageo.parameters.choices]]
# value = "auto"
# title = {fr = "D'après les valeurs", en = "From the values"}
# [[tool.iageo.parameters.choices]]
# value = "none"
# title = {fr = "Aucun : ce sont des scores", en = "None: they are scores"}
# [[tool.iageo.parameters.choices]]
# value = "sigmoid"
# title = {fr = "Sigmoïde", en = "Sigmoid"}
# [[tool.iageo.parameters.choices]]
# value = "softmax"
# title = {fr = "Softmax", en = "Softmax"}
#
# [[tool.iageo.parameters]]
# name = "iou"
# type = "number"
# title = {fr = "Détection : recouvrement à partir duquel deux boîtes n'en font qu'une", en = "Detection: overlap from which two boxes are one"}
# optional = true
# min = 0.0
# max = 1.0
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "output_factor"
# type = "number"
# title = {fr = "Régression : facteur de la valeur", en = "Regression: factor of the value"}
# optional = true
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "device"
# type = "choice"
# title = {fr = "Calcul", en = "Computed on"}
# default = "auto"
# advanced = true
# [[tool.iageo.parameters.choices]]
# value = "auto"
# title = {fr = "Carte graphique si onnxruntime en propose une", en = "Graphics card when onnxruntime offers one"}
# [[tool.iageo.parameters.choices]]
# value = "cpu"
# title = {fr = "Processeur", en = "Processor"}
#
# [[tool.iageo.parameters]]
# name = "objects"
# type = "vector-out"
# geometry = "polygon"
# style = "objects"
# title = {fr = "Objets", en = "Objects"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "scores"
# type = "raster-out"
# title = {fr = "Raster des scores, ou des valeurs", en = "Raster of scores, or values"}
# optional = true
# ///
"""Apply an ONNX model to an image: ``uv run applymodel.py --image in.tif --model m.onnx --objects out.gpkg``.

The image is cut into tiles that overlap. Where two tiles meet, the first quarter of the overlap, on the edge of
each, counts for nothing and the middle half goes smoothly from one to the other: when a quarter of the overlap covers
what a pixel of the model sees, the tiles leave no trace. Memory follows the tile's height times the image's width.

Keys that are read in the model's metadata (those of the Deepness model zoo): model_type, class_names, resolution (cm),
tile_size or tiles_size, tiles_overlap (%), seg_thresh, seg_small_segment, det_conf, det_iou_thresh, det_type,
standardization_mean, standardization_std, reg_output_scaling. What the command line says comes first.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import math
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Callable, NamedTuple

import numpy as np
import onnxruntime
import pyogrio
import rasterio
import shapely
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.features import geometry_mask
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds, transform_geom
from rasterio.windows import Window
from scipy import ndimage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

FRENCH = os.environ.get("IAGEO_LANG", os.environ.get("LANG", "")).lower().startswith("fr")
"""Whether messages are in French; ``--lang`` has the last word."""
VERSION = {"VERSION": "1.2"}
"""Of GeoPackages: the one that every QGIS from 3.22 on reads without a word."""
KINDS = {"Segmentor": "segmentation", "Detector": "detection", "Regressor": "regression"}
METRES_PER_DEGREE = 111_320.0
BLOCK = 1024
"""Side of the blocks that are vectorised, in pixels."""
ENOUGH_BYTES = 256_000_000
"""Outlines that wait in memory before they are written."""

SENTENCES = {
    "no_output": ("Demandez au moins une sortie : --objects ou --scores.", "Ask for at least one output: --objects or --scores."),
    "needs_scores": ("Une régression donne une valeur par pixel : demandez le raster (--scores).", "A regression gives one value a pixel: ask for the raster (--scores)."),
    "needs_objects": ("Une détection donne des objets : demandez la couche (--objects).", "A detection gives objects: ask for the layer (--objects)."),
    "only_values": ("Une régression ne donne pas d'objets : seul le raster est écrit.", "A regression gives no objects: only the raster is written."),
    "only_boxes": ("Une détection ne donne pas de raster de scores : seuls les objets sont écrits.", "A detection gives no raster of scores: only the objects are written."),
    "not_gpkg": ("{0} : la couche doit être un GeoPackage, un nom qui finit par .gpkg.", "{0}: the layer must be a GeoPackage, a name that ends in .gpkg."),
    "not_tif": ("{0} : le raster doit être un GeoTIFF, un nom qui finit par .tif.", "{0}: the raster must be a GeoTIFF, a name that ends in .tif."),
    "unreadable": ("{0} ne s'ouvre pas : {1}", "{0} cannot be opened: {1}"),
    "not_onnx": ("{0} n'est pas un modèle ONNX qu'onnxruntime sait charger : {1}", "{0} is not an ONNX model that onnxruntime can load: {1}"),
    "inputs": ("Ce modèle a {0} entrées ; seuls ceux qui reçoivent une image, et rien d'autre, peuvent être appliqués.", "This model has {0} inputs; only those that receive one image, and nothing else, can be applied."),
    "shape": ("L'entrée du modèle a la forme {0} ; une image (lot, bandes, lignes, colonnes) était attendue.", "The input of the model has the shape {0}; an image (batch, bands, rows, columns) was expected."),
    "type": ("L'entrée du modèle est de type {0}, qui n'est pas pris en charge.", "The input of the model is of type {0}, which is not supported."),
    "kind": ("Le fichier dit que le modèle est de nature {0}, qui n'est pas prise en charge : segmentation, détection ou régression.", "The file says that the model is of kind {0}, which is not supported: segmentation, detection or regression."),
    "guessed": ("Le fichier ne dit pas la nature du modèle : {0}, d'après la forme de sa sortie. Changez-la au besoin (--kind).", "The file does not say the kind of model: {0}, from the shape of its output. Change it if need be (--kind)."),
    "output": ("La sortie du modèle a la forme {0}, qui n'est pas celle d'une {1}.", "The output of the model has the shape {0}, which is not that of a {1}."),
    "det_type": ("Les détections de type {0} ne sont pas prises en charge : YOLO v5 à v11 (boîtes), ou boîtes, classes et scores en trois sorties.", "Detections of type {0} are not supported: YOLO v5 to v11 (boxes), or boxes, classes and scores in three outputs."),
    "bands": ("Le modèle attend {0} bande(s) et l'image en a {1} : dites lesquelles et dans quel ordre (--bands).", "The model expects {0} band(s) and the image has {1}: say which ones and in what order (--bands)."),
    "band_list": ("Bandes « {0} » : écrivez {1} numéro(s) de 1 à {2}, séparés par des virgules.", "Bands “{0}”: write {1} number(s) from 1 to {2}, separated by commas."),
    "numbers": ("{0} : « {1} » n'est pas une liste de {2} nombre(s).", "{0}: “{1}” is not a list of {2} number(s)."),
    "no_crs": ("L'image n'a pas de système de coordonnées : les surfaces sont en unités de l'image.", "The image has no coordinate system: areas are in units of the image."),
    "degrees": ("L'image est en degrés : tailles et surfaces sont estimées à sa latitude moyenne. Une image en mètres est plus sûre.", "The image is in degrees: sizes and areas are estimated at its mean latitude. An image in metres is safer."),
    "sixteen": ("L'image est en {0} : ses valeurs sont divisées par {1:g}. Si le modèle attend autre chose, dites-le (--scale).", "The image is in {0}: its values are divided by {1:g}. If the model expects something else, say so (--scale)."),
    "palette": ("L'image a une palette : ses couleurs sont rendues au modèle.", "The image has a palette: its colours are given to the model."),
    "resampled": ("Image à {0:.3g} m par pixel, modèle à {1:.3g} m : l'image est rééchantillonnée.", "Image at {0:.3g} m a pixel, model at {1:.3g} m: the image is resampled."),
    "too_many_pixels": ("À {0:.3g} m par pixel, l'image ferait {1} pixels : vérifiez la résolution.", "At {0:.3g} m a pixel, the image would have {1} pixels: check the resolution."),
    "tile_fixed": ("Le modèle impose des tuiles de {0} pixels.", "The model imposes tiles of {0} pixels."),
    "outside": ("L'emprise demandée ne touche pas l'image.", "The extent that was asked for does not touch the image."),
    "extent": ("Emprise « {0} » : écrivez xmin,xmax,ymin,ymax, puis le système entre crochets s'il n'est pas celui de l'image.", "Extent “{0}”: write xmin,xmax,ymin,ymax, then the system in brackets when it is not that of the image."),
    "mask_crs": ("Les surfaces à traiter n'ont pas de système de coordonnées : celui de l'image est supposé.", "The areas to work on have no coordinate system: that of the image is assumed."),
    "mask_empty": ("Aucune des surfaces à traiter ne touche l'image.", "None of the areas to work on touches the image."),
    "nothing": ("L'image n'a aucune valeur là où il faut travailler.", "The image has no value where there is work to do."),
    "nan": ("Le modèle a rendu {0} valeur(s) qui ne sont pas des nombres : ces pixels sont laissés vides.", "The model gave {0} value(s) that are not numbers: these pixels are left empty."),
    "all_nan": ("Le modèle n'a rendu que des valeurs qui ne sont pas des nombres : vérifiez bandes, échelle, moyenne et écart-type.", "The model gave nothing but values that are not numbers: check bands, scale, mean and standard deviation."),
    "activation": ("Les sorties du modèle ne restent pas entre 0 et 1 : dites comment en faire des scores (--activation sigmoid ou softmax).", "The outputs of the model do not stay between 0 and 1: say how they become scores (--activation sigmoid or softmax)."),
    "activated": ("Les sorties du modèle ne sont pas des scores : {0} appliquée.", "The outputs of the model are not scores: {0} applied."),
    "failed": ("onnxruntime n'a pas pu appliquer le modèle : {0}", "onnxruntime could not apply the model: {0}"),
    "small": ("Les objets de moins de {0:.4g} m² sont écartés, comme le demande le modèle.", "Objects of less than {0:.4g} m² are left out, as the model asks."),
    "running": ("{0} : {1} tuile(s) de {2} pixels, sur {3}", "{0}: {1} tile(s) of {2} pixels, on {3}"),
    "tracing": ("Tracé des objets", "Tracing the objects"),
    "disk": ("Le résultat n'a pas pu être écrit : {0}", "The result could not be written: {0}"),
}  # fmt: skip


class InputError(Exception):
    """Input that cannot be worked on; the sentence says what to do."""


def say(key: str, *values: object) -> str:
    """Return a sentence in the language of the run."""
    return SENTENCES[key][0 if FRENCH else 1].format(*values)


def event(**content: object) -> None:
    """Print one event of Contract 2."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")
    sys.stdout.flush()


# -- the model ----------------------------------------------------------------------------------------------


class Settings(NamedTuple):
    """What a model needs to be applied: the command line first, then the model's file, then the usual.

    ``resolution`` is in metres a pixel, 0 for that of the image; ``overlap`` a share of the tile; ``scale`` 0 for
    that of the image's type; ``background`` −1 for none; ``small`` a side in pixels.
    """

    kind: str
    classes: dict[int, str]
    resolution: float
    tile: int
    overlap: float
    threshold: float
    small: float
    iou: float
    det_type: str
    mean: tuple[float, ...]
    std: tuple[float, ...]
    scale: float
    factor: float
    background: int
    activation: str


def numbers(name: str, value: Any, count: int) -> tuple[float, ...]:
    """Read ``count`` numbers, or one for all, from a text or a list."""
    parts = (
        value.replace(";", ",").split(",") if isinstance(value, str) else value if isinstance(value, list) else [value]
    )
    try:
        found = tuple(float(part) for part in parts)
    except (TypeError, ValueError):
        found = ()
    if len(found) == 1:
        found *= count
    if len(found) != count or not all(map(math.isfinite, found)):
        raise InputError(say("numbers", name, value, count))
    return found


class Model:
    """ONNX model: its one input, what its file says of it, and how it is run."""

    def __init__(self, path: str, options: argparse.Namespace) -> None:
        self.path = Path(path)
        try:
            self.sha256 = hashlib.sha256(self.path.read_bytes()).hexdigest()
        except OSError as error:
            raise InputError(say("unreadable", path, error.strerror)) from error
        quiet = onnxruntime.SessionOptions()
        quiet.log_severity_level = 4
        providers = ["CPUExecutionProvider"]
        if options.device == "auto":
            offered = onnxruntime.get_available_providers()
            known = (
                "CUDAExecutionProvider",
                "ROCMExecutionProvider",
                "DmlExecutionProvider",
                "CoreMLExecutionProvider",
            )
            providers = [name for name in known if name in offered] + providers
        try:
            self.session = onnxruntime.InferenceSession(str(path), quiet, providers=providers)
        except Exception as error:  # onnxruntime has one class of error for each reason
            raise InputError(say("not_onnx", path, str(error).splitlines()[0])) from error
        inputs = self.session.get_inputs()
        if len(inputs) != 1:
            raise InputError(say("inputs", len(inputs)))
        self.input, shape = inputs[0].name, list(inputs[0].shape)
        types = {"tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(uint8)": np.uint8}
        if inputs[0].type not in types:
            raise InputError(say("type", inputs[0].type))
        self.dtype = types[inputs[0].type]
        if len(shape) != 4:
            raise InputError(say("shape", shape))
        self.last = isinstance(shape[3], int) and shape[3] <= 16 and not (isinstance(shape[1], int) and shape[1] <= 16)
        bands, rows, columns = (shape[3], shape[1], shape[2]) if self.last else (shape[1], shape[2], shape[3])
        self.bands = bands if isinstance(bands, int) else 0
        if isinstance(rows, int) and isinstance(columns, int) and rows != columns:
            raise InputError(say("shape", shape))
        self.side = next((side for side in (rows, columns) if isinstance(side, int)), 0)
        self.says = self._metadata()
        self.outputs = [output.name for output in self.session.get_outputs()]

    def _metadata(self) -> dict[str, Any]:
        """Metadata of the file; values are JSON, and kept as text where they are not."""
        found: dict[str, Any] = {}
        for key, text in self.session.get_modelmeta().custom_metadata_map.items():
            found[key] = text
            with contextlib.suppress(ValueError):
                found[key] = json.loads(text)
        return found

    @property
    def device(self) -> str:
        """Where it runs."""
        return str(self.session.get_providers()[0]).replace("ExecutionProvider", "")

    def run(self, pixels: np.ndarray) -> list[np.ndarray]:
        """Outputs for one tile, (bands, rows, columns)."""
        batch = (np.moveaxis(pixels, 0, -1) if self.last else pixels)[None].astype(self.dtype, copy=False)
        try:
            return list(self.session.run(None, {self.input: np.ascontiguousarray(batch)}))
        except Exception as error:  # onnxruntime has one class of error for each reason
            raise InputError(say("failed", str(error).splitlines()[0])) from error

    def settings(self, options: argparse.Namespace, bands: int) -> Settings:
        """Settings of a run on ``bands`` bands.

        Raises:
            InputError: The kind of model is not one of the three, or a list has not as many numbers as bands.
        """

        def first(given: Any, *keys: str, usual: float) -> float:
            if given is not None:
                return float(given)
            said = next((self.says[key] for key in keys if self.says.get(key) is not None), usual)
            return numbers(keys[0], said, 1)[0]

        tile = self.side or int(first(options.tile_size, "tile_size", "tiles_size", usual=512))
        if self.side and options.tile_size not in (None, self.side):
            event(message=say("tile_fixed", self.side))
        kind = self._kind(options, tile, bands)
        threshold = ("det_conf",) if kind == "detection" else ("seg_thresh",)
        resolution = options.resolution
        if resolution is None:
            resolution = first(None, "resolution", usual=0) / 100
        classes = self._classes(options.class_names)
        background = options.background
        if background is None:
            name = classes.get(0, "")
            background = 0 if not name or name.startswith("_") or name.lower() in ("background", "fond") else -1
        return Settings(
            kind=kind,
            classes=classes,
            resolution=resolution,
            tile=tile,
            overlap=min(first(options.overlap, "tiles_overlap", usual=15), 80) / 100,
            threshold=first(options.threshold, *threshold, usual=0.5),
            small=first(None, "seg_small_segment", usual=0) if options.min_area is None else 0,
            iou=first(options.iou, "det_iou_thresh", usual=0.5),
            det_type=str(self.says.get("det_type", "")),
            mean=numbers("mean", options.mean or self.says.get("standardization_mean") or 0, bands),
            std=numbers("std", options.std or self.says.get("standardization_std") or 1, bands),
            scale=options.scale or 0,
            factor=first(options.output_factor, "reg_output_scaling", usual=1),
            background=background,
            activation=options.activation,
        )

    def _kind(self, options: argparse.Namespace, tile: int, bands: int) -> str:
        """Kind of the model: as asked, as its file says, or from the shape of what it gives."""
        if options.kind != "auto":
            return str(options.kind)
        said = self.says.get("model_type")
        if said is not None:
            if said not in KINDS:
                raise InputError(say("kind", said))
            return KINDS[said]
        shape = self.run(np.zeros((bands, tile, tile), np.float32))[0].shape
        kind = "segmentation" if len(shape) == 4 else "detection"
        event(warning=say("guessed", kind))
        return kind

    def _classes(self, given: str | None) -> dict[int, str]:
        """Names of the classes by number."""
        if given:
            return {number: name.strip() for number, name in enumerate(given.split(","))}
        said = self.says.get("class_names", {})
        if isinstance(said, list):
            return {number: str(name) for number, name in enumerate(said)}
        if not isinstance(said, dict):
            return {}
        return {int(number): str(name) for number, name in said.items() if str(number).isdecimal()}


# -- the image ----------------------------------------------------------------------------------------------


class Image:
    """Image on the grid of the model: the part to work on, read tile by tile.

    Attributes:
        height, width: Size of the part, in pixels of the model.
        transform: From its pixels to the coordinates of the image.
        cell: Ground area of a pixel, in m² (in square units of the image without a coordinate system).
    """

    def __init__(self, source: rasterio.DatasetReader, options: argparse.Namespace, model: Model) -> None:
        self._open = contextlib.ExitStack()
        self.source, self.crs = source, source.crs
        self.palette = self._palette(source, model)
        self.bands = self._bands(source, options.bands, model)
        self.settings = settings = model.settings(options, 3 if self.palette is not None else len(self.bands))
        self.metres = self._metres(source)
        transform, height, width = self._on_grid(source, settings)
        self.row, self.column, self.height, self.width = self._part(transform, height, width, options.area)
        self.transform = transform * transform.translation(self.column, self.row)
        self.full = (height, width)
        self.cell = abs(self.transform.determinant) * self.metres[0] * self.metres[1]
        flags = self.source.mask_flag_enums
        self.has_holes = not all(MaskFlags.all_valid in flags[band - 1] for band in self.bands)
        self.scale = settings.scale or self._usual_scale(source, model)
        self.mask = Mask(options.mask, self.crs) if options.mask else None
        self._mean = np.array(settings.mean, np.float32)[:, None, None]
        self._std = np.array(settings.std, np.float32)[:, None, None]
        self._raw = model.dtype is np.uint8

    def __enter__(self) -> Image:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @staticmethod
    def _palette(source: rasterio.DatasetReader, model: Model) -> np.ndarray | None:
        """Colours (256, 3) of an image that has a palette and a model that wants more than one band."""
        if source.colorinterp[0] != ColorInterp.palette or model.bands == 1:
            return None
        event(message=say("palette"))
        colours = np.zeros((256, 3), np.uint8)
        for value, colour in source.colormap(1).items():
            colours[value] = colour[:3]
        return colours

    def _bands(self, source: rasterio.DatasetReader, given: str | None, model: Model) -> list[int]:
        """Bands to read, in the order of the model."""
        if self.palette is not None:
            if model.bands not in (0, 3):
                raise InputError(say("bands", model.bands, source.count))
            return [1]
        colours = [band for band in source.indexes if source.colorinterp[band - 1] != ColorInterp.alpha]
        wanted = model.bands or len(colours)
        if given:
            parts = [part.strip() for part in given.replace(";", ",").split(",")]
            bands = [int(part) for part in parts if part.isdecimal()]
            right = len(bands) == len(parts) and (not model.bands or len(bands) == model.bands)
            if not right or not all(1 <= band <= source.count for band in bands):
                raise InputError(say("band_list", given, wanted, source.count))
            return bands
        if len(colours) < wanted:
            raise InputError(say("bands", wanted, len(colours)))
        if len(colours) > wanted:
            event(message=say("bands", wanted, len(colours)))
        return colours[:wanted]

    def _metres(self, source: rasterio.DatasetReader) -> tuple[float, float]:
        """Metres of a unit of the image, across and down."""
        if source.crs is None:
            event(warning=say("no_crs"))
            return 1.0, 1.0
        if source.crs.is_geographic:
            event(warning=say("degrees"))
            latitude = (source.bounds.bottom + source.bounds.top) / 2
            return METRES_PER_DEGREE * math.cos(math.radians(latitude)), METRES_PER_DEGREE
        factor = float(source.crs.linear_units_factor[1])
        return factor, factor

    def _on_grid(self, source: rasterio.DatasetReader, settings: Settings) -> tuple[Any, int, int]:
        """Transform, height and width of the whole image at the resolution of the model."""
        transform, height, width = source.transform, source.height, source.width
        across = math.hypot(transform.a, transform.d) * self.metres[0]
        down = math.hypot(transform.b, transform.e) * self.metres[1]
        wanted = settings.resolution
        if not wanted or (abs(across - wanted) < 0.01 * wanted and abs(down - wanted) < 0.01 * wanted):
            return transform, height, width
        event(message=say("resampled", math.sqrt(across * down), wanted))
        columns, rows = max(round(width * across / wanted), 1), max(round(height * down / wanted), 1)
        if rows * columns > 4e10:
            raise InputError(say("too_many_pixels", wanted, rows * columns))
        transform = transform * transform.scale(width / columns, height / rows)
        finer = wanted < math.sqrt(across * down)
        how = Resampling.nearest if self.palette is not None else Resampling.bilinear if finer else Resampling.average
        alpha = all(MaskFlags.all_valid in flags for flags in source.mask_flag_enums)
        crs = source.crs or "EPSG:3857"  # both sides have the same, whichever it is
        grid = {"transform": transform, "height": rows, "width": columns, "crs": crs, "src_crs": crs}
        image = WarpedVRT(source, **grid, resampling=how, add_alpha=alpha)
        self.source = self._open.enter_context(image)
        return transform, rows, columns

    def _part(self, transform: Any, height: int, width: int, area: str | None) -> tuple[int, int, int, int]:
        """First row and column, height and width of what is to be worked on."""
        if not area:
            return 0, 0, height, width
        text, _, crs = area.partition("[")
        try:
            west, east, south, north = (float(part) for part in text.split(","))
        except ValueError as error:
            raise InputError(say("extent", area)) from error
        if crs and self.crs is not None:
            try:
                other = rasterio.crs.CRS.from_user_input(crs.strip(" ]"))
            except rasterio.errors.CRSError as error:
                raise InputError(say("extent", area)) from error
            if other != self.crs:
                west, south, east, north = transform_bounds(other, self.crs, west, south, east, north, densify_pts=21)
        corners = [~transform * corner for corner in ((west, south), (west, north), (east, south), (east, north))]
        (left, top), (right, bottom) = np.min(corners, axis=0), np.max(corners, axis=0)
        left, top = max(math.floor(left + 1e-6), 0), max(math.floor(top + 1e-6), 0)
        right, bottom = min(math.ceil(right - 1e-6), width), min(math.ceil(bottom - 1e-6), height)
        if left >= right or top >= bottom:
            raise InputError(say("outside"))
        return top, left, bottom - top, right - left

    def _usual_scale(self, source: rasterio.DatasetReader, model: Model) -> float:
        """Value that becomes 1: 255 for bytes, the greatest of a wider integer, 1 for real numbers."""
        dtype = np.dtype(source.dtypes[self.bands[0] - 1])
        if model.dtype is np.uint8 or dtype.kind == "f":
            return 1.0
        if self.palette is not None or dtype.itemsize == 1:
            return 255.0
        greatest = float(np.iinfo(dtype).max)
        event(warning=say("sixteen", dtype.name, greatest))
        return greatest

    def read(self, top: int, left: int, side: int) -> tuple[np.ndarray, np.ndarray]:
        """Pixels (bands, side, side) as the model wants them, 0 where unknown, and where they are known.

        The tile may reach beyond the part, and beyond the image: there it is unknown.
        """
        row, column = top + self.row, left + self.column
        first_row, first_column = max(row, 0), max(column, 0)
        last_row, last_column = min(row + side, self.full[0]), min(column + side, self.full[1])
        known = np.zeros((side, side), bool)
        if first_row >= last_row or first_column >= last_column:
            return np.zeros((len(self._mean), side, side), np.float32), known
        window = Window(first_column, first_row, last_column - first_column, last_row - first_row)
        place = np.s_[first_row - row : last_row - row, first_column - column : last_column - column]
        found = self.source.read(self.bands, window=window)
        here = np.isfinite(found).all(axis=0) if found.dtype.kind == "f" else np.ones(found.shape[1:], bool)
        if self.has_holes:
            here &= self.source.dataset_mask(window=window) > 0
        known[place] = here
        if self.palette is not None:
            found = np.moveaxis(self.palette[found[0]], -1, 0)
        if self._raw:
            pixels = np.zeros((len(found), side, side), np.uint8)
            pixels[(slice(None), *place)] = np.where(here, found, 0)
            return pixels, known
        values = np.divide(found, np.float32(self.scale), dtype=np.float32)
        if self._mean.any() or (self._std != 1).any():
            values = (values - self._mean) / self._std
        if not here.all():
            values[:, ~here] = 0
        if values.shape[1:] == (side, side):
            return values, known
        pixels = np.zeros((len(values), side, side), np.float32)
        pixels[(slice(None), *place)] = values
        return pixels, known

    def wanted(self, top: int, left: int, height: int, width: int) -> np.ndarray:
        """Pixels of a window of the part that the mask lets through."""
        if self.mask is None:
            return np.ones((height, width), bool)
        return self.mask.inside(self.transform * self.transform.translation(left, top), (height, width))


class Mask:
    """Polygons to work on, read window by window."""

    def __init__(self, path: str, crs: Any) -> None:
        name, _, layer = path.partition("|layername=")
        try:
            info = pyogrio.read_info(name, layer=layer or None)
        except Exception as error:  # of any driver
            raise InputError(say("unreadable", name, error)) from error
        self.path, self.layer, self.used = name, layer or info.get("layer_name"), False
        self.crs, self.target = info["crs"] or None, crs
        if self.crs is None and crs is not None:
            event(warning=say("mask_crs"))

    def inside(self, transform: Any, shape: tuple[int, int]) -> np.ndarray:
        """Pixels whose centre lies in a polygon."""
        corners = [transform * corner for corner in ((0, 0), (shape[1], 0), (0, shape[0]), (shape[1], shape[0]))]
        bounds = (*np.min(corners, axis=0), *np.max(corners, axis=0))
        known = self.crs is not None and self.target is not None
        other = known and rasterio.crs.CRS.from_user_input(self.crs) != self.target
        box = transform_bounds(self.target, self.crs, *bounds, densify_pts=21) if other else bounds
        wkb = pyogrio.raw.read(self.path, layer=self.layer, bbox=tuple(map(float, box)), columns=[], force_2d=True)[2]
        geometries = [
            shapely.geometry.mapping(one) for one in shapely.from_wkb(wkb) if one is not None and not one.is_empty
        ]
        if other and geometries:
            geometries = transform_geom(self.crs, self.target, geometries)
        if not geometries:
            return np.zeros(shape, bool)
        self.used = True
        return geometry_mask(geometries, shape, transform, invert=True)


# -- tiles --------------------------------------------------------------------------------------------------


def starts(length: int, tile: int, overlap: int) -> list[int]:
    """Where the tiles begin along one side: the last one ends where the side does."""
    if length <= tile:
        return [0]
    step = max(tile - overlap, 1)
    found = list(range(0, length - tile, step))
    return [*found, length - tile]


def ramp(tile: int, overlap: int, before: bool, after: bool) -> np.ndarray:
    """Weights along one side of a tile: 0 in the first quarter of the overlap, 1 after the third, smooth between.

    Two neighbours sum to 1. ``before`` and ``after`` say on which ends there is a neighbour.
    """
    weights = np.ones(tile, np.float32)
    if overlap:
        place = np.clip(((np.arange(overlap) + 0.5) / overlap - 0.25) * 2, 0, 1)
        rise = (place * place * (3 - 2 * place)).astype(np.float32)
        if before:
            weights[:overlap] = rise
        if after:
            weights[-overlap:] *= rise[::-1]
    return weights


class Tiling(NamedTuple):
    """Tiles of the part: first rows and columns of what the model gives, its side, the margin it takes, the overlap."""

    rows: list[int]
    columns: list[int]
    side: int
    margin: int
    overlap: int

    @classmethod
    def of(cls, image: Image, tile: int, side: int) -> Tiling:
        """Tiles of ``tile`` pixels from which the model gives ``side``, those of the middle."""
        overlap = min(int(tile * image.settings.overlap), side // 2)
        rows, columns = starts(image.height, side, overlap), starts(image.width, side, overlap)
        return cls(rows, columns, side, (tile - side) // 2, overlap)

    def weights(self, row: int, column: int) -> np.ndarray:
        """Weights of a tile's pixels."""
        down = ramp(self.side, self.overlap, row > self.rows[0], row < self.rows[-1])
        across = ramp(self.side, self.overlap, column > self.columns[0], column < self.columns[-1])
        return down[:, None] * across[None, :]


# -- segmentation and regression ----------------------------------------------------------------------------


class Dense:
    """Scores or values of each pixel, blended from the tiles, given row of tiles after row of tiles."""

    def __init__(self, image: Image, model: Model, tiling: Tiling) -> None:
        self.image, self.model, self.tiling = image, model, tiling
        self.settings = image.settings
        self.activation = self.settings.activation
        self.bad = self.good = self.seen = 0

    def strips(self) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """First row, scores (classes, rows, width), and where they hold, from the top to the bottom."""
        image, tiling = self.image, self.tiling
        side, width = tiling.side, image.width
        total = weight = known = None
        for number, row in enumerate(tiling.rows):
            for rank, column in enumerate(tiling.columns):
                tile = self._tile(row, column)
                if tile is not None:
                    values, here = tile
                    if total is None:
                        total = np.zeros((len(values), side, width), np.float32)
                        weight, known = np.zeros((side, width), np.float32), np.zeros((side, width), bool)
                    self._add(total, weight, known, values, here, row, column)
                done = (number * len(tiling.columns) + rank + 1) / (len(tiling.rows) * len(tiling.columns))
                event(progress=round(0.85 * done, 4))
            below = tiling.rows[number + 1] if number + 1 < len(tiling.rows) else image.height
            if total is not None:
                yield self._strip(total, weight, known, row, below)
                step = below - row
                for part in (*total, weight, known):
                    if step < side:
                        part[: side - step] = part[step:]
                    part[max(side - step, 0) :] = 0

    def _tile(self, row: int, column: int) -> tuple[np.ndarray, np.ndarray] | None:
        """What the model gives for a tile, and where the image is known; None where there is nothing to do."""
        tiling, side = self.tiling, self.tiling.side
        rows, columns = min(side, self.image.height - row), min(side, self.image.width - column)
        if not self.image.wanted(row, column, rows, columns).any():
            return None
        whole = side + 2 * tiling.margin
        pixels, known = self.image.read(row - tiling.margin, column - tiling.margin, whole)
        known = known[tiling.margin : tiling.margin + side, tiling.margin : tiling.margin + side]
        if not known[:rows, :columns].any():
            return None
        self.seen += 1
        values = self.model.run(pixels)[0]
        if values.ndim == 3:
            values = values[:, None]
        if values.ndim != 4 or values.shape[2:] != (side, side):
            raise InputError(say("output", values.shape, self.settings.kind))
        return self._activated(values[0].astype(np.float32, copy=False)), known

    def _activated(self, values: np.ndarray) -> np.ndarray:
        """Turn outputs into scores; what is done for the first tile is done for all."""
        if self.settings.kind == "regression" or self.activation == "none":
            return values
        if self.activation == "auto":
            low, high = np.nanmin(values, initial=0), np.nanmax(values, initial=0)
            if low >= -1e-3 and high <= 1 + 1e-3:
                return values
            if self.seen > 1:
                raise InputError(say("activation"))
            self.activation = "sigmoid" if len(values) == 1 else "softmax"
            event(warning=say("activated", self.activation))
        if self.activation == "sigmoid":
            return 1 / (1 + np.exp(-np.clip(values, -80, 80)))
        values = np.exp(values - values.max(axis=0))
        return values / values.sum(axis=0)

    def _add(
        self, total: Any, weight: Any, known: Any, values: np.ndarray, here: np.ndarray, row: int, column: int
    ) -> None:
        """Add a tile to the sums, but where the model gave no number."""
        side = self.tiling.side
        weights = self.tiling.weights(row, column)
        rows, columns = min(side, self.image.height - row), min(side, self.image.width - column)
        values, weights, here = values[:, :rows, :columns], weights[:rows, :columns], here[:rows, :columns]
        sound = np.isfinite(values).all(axis=0)
        if not sound.all():
            self.bad += int(np.count_nonzero(~sound & here))
            values, weights = np.where(sound, values, 0), weights * sound
        self.good += int(np.count_nonzero(sound & here))
        total[:, :rows, column : column + columns] += values * weights
        weight[:rows, column : column + columns] += weights
        known[:rows, column : column + columns] |= here

    def _strip(self, total: Any, weight: Any, known: Any, row: int, below: int) -> tuple[int, np.ndarray, np.ndarray]:
        """Rows that no other tile reaches any more."""
        rows = below - row
        here = known[:rows] & (weight[:rows] > 0) & self.image.wanted(row, 0, rows, self.image.width)
        with np.errstate(divide="ignore", invalid="ignore"):
            return row, total[:, :rows] / weight[:rows], here

    def close(self) -> None:
        """Say what the model could not give.

        Raises:
            InputError: It gave nothing at all, or there was nothing to give it.
        """
        if not self.seen:
            raise InputError(say("nothing"))
        if self.bad and not self.good:
            raise InputError(say("all_nan"))
        if self.bad:
            event(warning=say("nan", self.bad))


def classed(scores: np.ndarray, here: np.ndarray, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """Class of each pixel plus one (0 for none) as uint8, and its score as uint16 (65535 for 1)."""
    if len(scores) == 1:
        best, chosen = scores[0], np.full(here.shape, 2, np.uint8)
    else:
        number = scores.argmax(axis=0)
        best = np.take_along_axis(scores, number[None], axis=0)[0]
        chosen = (number + 1).astype(np.uint8)
        here = here & (number != settings.background)
    keep = here & (best >= settings.threshold)
    level = np.where(keep, best, 0)
    return np.where(keep, chosen, 0), (np.clip(level, 0, 1) * 65535 + 0.5).astype(np.uint16)


def name_of(number: int, settings: Settings) -> str:
    """Name of a class; a model with one output names it in second place, or alone."""
    usual = settings.classes.get(0) if len(settings.classes) == 1 else None
    return settings.classes.get(number) or usual or f"class {number}"


# -- vectorising --------------------------------------------------------------------------------------------


class Shapes(NamedTuple):
    """Objects: outlines as WKB, class, number of pixels, sum of their scores."""

    wkb: list[bytes]
    classes: np.ndarray
    pixels: np.ndarray
    scores: np.ndarray


def components(classes: np.ndarray) -> tuple[np.ndarray, int]:
    """Number the pixels of one class that touch by their sides, from 1; 0 stays 0."""
    labels, count = np.zeros(classes.shape, np.int32), 0
    for value in np.flatnonzero(np.bincount(classes.ravel(), minlength=256)[1:]) + 1:
        found, more = ndimage.label(classes == value)
        labels += np.where(found, found + count, 0).astype(np.int32) if count else found
        count += more
    return labels, count


class Seams:
    """Objects that lie across blocks: their pieces, which of them belong together, and the ends of their edges."""

    def __init__(self, shape: tuple[int, int]) -> None:
        height, width = shape
        self.line, self.lines = width + 1, height + 1  # vertices of a row, of a column
        self._count = 0
        self._facts: list[np.ndarray] = []
        self._pairs: list[np.ndarray] = []
        self._marks: list[list[np.ndarray]] = [[] for _ in range(8)]
        self._diagonals: list[list[np.ndarray]] = [[] for _ in range(8)]
        # Class and piece of the pixels above the row of blocks, of its own last row, and left of the block; one
        # pixel more on the left and on the right, where nothing is.
        self._above, self._last = (
            np.stack([np.zeros(width + 2, np.int32), np.full(width + 2, -1, np.int32)]) for _ in "12"
        )
        self._left = np.empty((2, 0), np.int32)

    def add(self, classes: np.ndarray, pixels: np.ndarray, scores: np.ndarray) -> np.ndarray:
        """Keep pieces: class, number of pixels, sum of scores of each; return their numbers."""
        self._facts.append(np.stack([classes, pixels, scores]).astype(np.float64))
        self._count += len(classes)
        return np.arange(self._count - len(classes), self._count, dtype=np.int32)

    def join(self, classes: np.ndarray, pieces: np.ndarray, top: int, left: int) -> None:
        """Join the pieces of a block to those above it and on its left, and keep where their edges begin and end.

        ``classes`` (0 for none) and ``pieces`` (−1 for none) are those of the block's pixels, those of whole objects
        left out. The vertices of a block are those above and on the left of its pixels.
        """
        rows, columns = classes.shape
        if not left:
            self._above, self._last = self._last, self._above
            self._left = np.stack([np.zeros(rows, np.int32), np.full(rows, -1, np.int32)])
        down, across = int(top + rows == self.lines - 1), int(left + columns == self.line - 1)
        wide = np.zeros((2, rows + 1 + down, columns + 1 + across), np.int32)
        wide[1] = -1
        wide[:, 0] = self._above[:, left : left + columns + 1 + across]
        wide[:, 1 : rows + 1, 0] = self._left
        wide[:, 1 : rows + 1, 1 : columns + 1] = classes, pieces
        self._last[:, left + 1 : left + columns + 1], self._left = (
            wide[:, rows, 1 : columns + 1],
            wide[:, 1 : rows + 1, columns],
        )
        for one, other in ((wide[:, 0], wide[:, 1]), (wide[:, :, 0], wide[:, :, 1])):
            touch = (one[0] == other[0]) & (one[0] > 0)
            self._pairs.append(np.unique(np.stack([one[1][touch], other[1][touch]], axis=1), axis=0))
        (a, b, c, d), near = ([part[:-1, :-1], part[:-1, 1:], part[1:, :-1], part[1:, 1:]] for part in wide)
        diagonals = {0: (0, 3), 3: (0, 3), 5: (1, 2), 6: (1, 2)}  # pieces across the corner, at the heads
        for number, mark in enumerate(_marks(a, b, c, d)):
            row, column = np.nonzero(mark)
            self._marks[number].append((top + row).astype(np.int64) * self.line + left + column)
            if number in diagonals:
                ends = [near[corner][row, column] for corner in diagonals[number]]
                self._diagonals[number].append(np.stack(ends, axis=1))

    def shapes(self, transform: Any) -> Shapes:
        """The objects that the pieces make, without a trace of the seams."""
        facts, pairs = np.concatenate(self._facts, axis=1), np.concatenate(self._pairs)
        links = coo_matrix((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), (self._count, self._count))
        count, whole = connected_components(links, directed=False)
        ends = [self._sorted(number, whole) for number in range(8)]
        (west_head, west_same, owners), (west_tail, *_) = ends[0], ends[1]
        (east_tail, *_), (east_head, east_same, _), (south_tail, *_) = ends[2], ends[3], ends[4]
        (south_head, south_same, _), (north_head, north_same, _), (north_tail, *_) = ends[5], ends[6], ends[7]
        following = _linked(
            (west_head, east_head, south_head, north_head),
            (west_same, east_same, south_same, north_same),
            (
                *(_finder(west_tail, 0), _finder(east_tail, len(west_tail))),
                *(_finder(south_tail, 0), _finder(north_tail, len(south_tail))),
            ),
        )
        tail, head = np.concatenate([west_tail, east_tail]), np.concatenate([west_head, east_head])
        outlines = _assembled(tail, head, following, owners, self.line)
        classes = np.zeros(count, np.uint8)
        classes[whole] = facts[0]
        pixels = np.bincount(whole, facts[1], count).astype(np.int64)
        return Shapes(
            as_wkb(moved(outlines.corners, transform), outlines), classes, pixels, np.bincount(whole, facts[2], count)
        )

    def _sorted(self, number: int, whole: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Ends of one kind, in the order of their lines; whether the object goes on across the corner; which it is."""
        places = np.concatenate(self._marks[number])
        turned = number >= 4
        order = np.argsort(places % self.line * self.lines + places // self.line if turned else places, kind="stable")
        if not self._diagonals[number]:
            return places[order], places[:0], places[:0]
        near = np.concatenate(self._diagonals[number])[order]
        objects = np.where(near >= 0, whole[near], -1)
        return places[order], (objects[:, 0] == objects[:, 1]) & (objects[:, 0] >= 0), objects[:, 1]


def _finder(tails: np.ndarray, first: int) -> Callable[[np.ndarray], np.ndarray]:
    """Function from vertices to the number of the edge that begins there, those of ``tails`` numbered from ``first``."""
    order = np.argsort(tails)
    known = tails[order]

    def find(places: np.ndarray) -> np.ndarray:
        if not len(known):
            return np.zeros(len(places), np.int64)
        return order[np.minimum(np.searchsorted(known, places), len(known) - 1)] + first

    return find


def moved(xy: np.ndarray, transform: Any) -> np.ndarray:
    """Places in pixels, column and row, as coordinates of the image."""
    a, b, c, d, e, f = transform[:6]
    return np.stack([a * xy[:, 0] + b * xy[:, 1] + c, d * xy[:, 0] + e * xy[:, 1] + f], axis=1)


def vectorise(classes: np.ndarray, scores: np.ndarray, transform: Any, block: int = BLOCK) -> Iterator[Shapes]:
    """Outline the objects of a raster of classes, block by block; those across blocks come last, as a whole.

    Exact: an object of 10 × 10 pixels is a square of 100, and the result does not depend on the blocks. Memory follows
    the block, and the outlines of the objects that lie across blocks.
    """
    height, width = classes.shape
    seams = Seams((height, width))
    for top in range(0, height, block):
        for left in range(0, width, block):
            part = np.s_[top : top + block, left : left + block]
            yield _block(
                np.ascontiguousarray(classes[part]), scores[part], (top, left), seams, (height, width), transform
            )
    yield seams.shapes(transform)


def _block(
    part: Any, scores: Any, start: tuple[int, int], seams: Seams, size: tuple[int, int], transform: Any
) -> Shapes:
    """Objects that lie inside a block; the pieces of the others go to the seams."""
    (top, left), (labels, count) = start, components(part)
    rows, columns = part.shape
    kinds = np.zeros(count + 1, np.uint8)
    kinds[labels.ravel()] = part.ravel()
    pixels = np.bincount(labels.ravel(), minlength=count + 1)
    sums = np.bincount(labels.ravel(), scores.ravel(), minlength=count + 1) / 65535
    across = np.zeros(count + 1, bool)
    sides = (
        (top, labels[0]),
        (left, labels[:, 0]),
        (top + rows < size[0], labels[-1]),
        (left + columns < size[1], labels[:, -1]),
    )
    for goes_on, line in sides:
        if goes_on:
            across[line] = True
    across[0] = False
    numbers = np.full(count + 1, -1, np.int32)
    numbers[across] = seams.add(kinds[across], pixels[across], sums[across])
    seams.join(np.where(across[labels], part, 0), numbers[labels], top, left)
    outlines = outline(np.where(across[labels], 0, labels))
    kept = outlines.labels
    corners = outlines.corners + np.array([left, top], np.int64)
    return Shapes(as_wkb(moved(corners, transform), outlines), kinds[kept], pixels[kept], sums[kept])


# -- outlines -----------------------------------------------------------------------------------------------
# The same lines stand in treecrowns.py and in applymodel.py: a shared script is one file. A test compares them.


class Outlines(NamedTuple):
    """Outlines of labelled cells: corners (n, 2) as column and row, rings closed and grouped by label.

    ``rings`` holds the first corner of each ring and the number of corners; ``polygons`` the first ring of each
    polygon and the number of rings; ``labels`` the label of each polygon, ascending. A polygon begins with its shell.
    """

    corners: np.ndarray
    rings: np.ndarray
    polygons: np.ndarray
    labels: np.ndarray


def _edges(starts: np.ndarray, ends: np.ndarray, line: int, turned: bool) -> tuple[np.ndarray, np.ndarray]:
    """Places of the first and last vertex of straight edges: along a line, the k-th start goes with the k-th end."""
    if not turned:
        return np.flatnonzero(starts), np.flatnonzero(ends)
    rows = starts.shape[0]
    found = []
    for mask in (starts, ends):
        place = np.flatnonzero(np.ascontiguousarray(mask.T))
        found.append(place % rows * line + place // rows)
    return found[0], found[1]


def _table(places: np.ndarray, first: int, size: int) -> np.ndarray:
    """Number of the edge that begins at each vertex, those of ``places`` being numbered from ``first``."""
    table = np.zeros(size, np.int32)
    table[places] = np.arange(first, first + len(places), dtype=np.int32)
    return table


def _marks(a: np.ndarray, b: np.ndarray, c: np.ndarray, d: np.ndarray) -> tuple[np.ndarray, ...]:
    """Vertices where a straight edge ends or begins, from the labels around: above left, above right, below left, right.

    Edges have the inside on their left. In order: head and tail of those that go west, tail and head of those that go
    east, tail and head south, head and tail north.
    """
    ab, cd, ac, bd = a == b, c == d, a == c, b == d
    above_left, above_right = (a > 0) & ~ac, (b > 0) & ~bd  # horizontal edges whose inside is above, by side
    below_left, below_right = (c > 0) & ~ac, (d > 0) & ~bd
    left_up, left_down = (a > 0) & ~ab, (c > 0) & ~cd  # vertical edges whose inside is on the left
    right_up, right_down = (b > 0) & ~ab, (d > 0) & ~cd
    return (
        *(below_right & ~(cd & below_left), below_left & ~(cd & below_right)),
        *(above_right & ~(ab & above_left), above_left & ~(ab & above_right)),
        *(right_down & ~(bd & right_up), right_up & ~(bd & right_down)),
        *(left_down & ~(ac & left_up), left_up & ~(ac & left_down)),
    )


def _linked(heads: tuple[Any, ...], same: tuple[Any, ...], begins: tuple[Any, ...]) -> np.ndarray:
    """The horizontal edge that follows each one, those that go west being numbered first, then those that go east.

    ``heads`` are the vertices where edges end, by way: west, east, south, north; ``same`` says whether the label goes
    on across the corner; ``begins`` gives the number of the edge that begins at vertices, by way. Where a label touches
    itself by a corner, the walk turns so that no ring meets itself: the polygons are valid.
    """
    (to_west, to_east, to_south, to_north), (west, east, south, north) = begins, heads
    after_west = np.where(same[0], to_north(west), to_south(west))
    after_east = np.where(same[1], to_south(east), to_north(east))
    after_south = np.where(same[2], to_west(south), to_east(south))
    after_north = np.where(same[3], to_east(north), to_west(north))
    return np.concatenate([after_south, after_north])[np.concatenate([after_west, after_east])]


def _rings(following: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Edges in the order of their rings, number of edges of each ring, its first edge; every ring goes west once."""
    first = np.arange(count)
    second = following[:count]
    pair = (following[second] == first) & (second >= count)  # a rectangle: two horizontal edges
    after = following.tolist()
    seen = bytearray(len(after))
    path: list[int] = []
    sizes: list[int] = []
    starts: list[int] = []
    for start in np.flatnonzero(~pair).tolist():
        if seen[start]:
            continue
        begun, edge = len(path), start
        while not seen[edge]:
            seen[edge] = 1
            path.append(edge)
            edge = after[edge]
        sizes.append(len(path) - begun)
        starts.append(start)
    simple = first[pair]
    edges = np.concatenate([np.stack([simple, second[pair]], axis=1).ravel(), np.array(path, np.int64)])
    sizes_all = np.concatenate([np.full(len(simple), 2), np.array(sizes, np.int64)])
    return edges, sizes_all, np.concatenate([simple, np.array(starts, np.int64)])


def _ragged(starts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Indexes of the runs ``starts[k] … starts[k] + sizes[k] - 1``, one run after the other."""
    shift = starts - np.concatenate([[0], np.cumsum(sizes)[:-1]]) if len(sizes) else starts
    return np.arange(int(sizes.sum())) + np.repeat(shift, sizes)


def _assembled(tail: np.ndarray, head: np.ndarray, following: np.ndarray, owners: np.ndarray, line: int) -> Outlines:
    """Outlines from horizontal edges: their ends, the next of each, and the labels of those that go west.

    ``line`` is the number of vertices of a row.
    """
    if not len(owners):
        empty = np.empty((0, 2), np.int64)
        return Outlines(empty, empty, empty, empty[:, 0])
    edges, sizes, first = _rings(following, len(owners))
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    order = np.lexsort((first, owners[first]))  # by label, and the shell, which begins highest, first
    edges, sizes = edges[_ragged(starts[order], sizes[order])], sizes[order]
    lengths = 2 * sizes + 1
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    places = np.empty(int(lengths.sum()), np.int64)
    place = 2 * np.arange(len(edges)) + np.repeat(np.arange(len(sizes)), sizes)
    places[place], places[place + 1] = tail[edges], head[edges]
    places[offsets + lengths - 1] = places[offsets]
    found, firsts, rings = np.unique(owners[first][order], return_index=True, return_counts=True)
    corners = np.stack([places % line, places // line], axis=1)
    return Outlines(corners, np.stack([offsets, lengths], axis=1), np.stack([firsts, rings], axis=1), found)


def outline(labels: np.ndarray) -> Outlines:
    """Trace the outline of each label of an array (0 is outside); cells of one label touch by their sides.

    Exact: the outline follows the sides of the cells, with a corner wherever it turns and nowhere else.
    """
    padded = np.pad(labels, 1)
    a, b, c, d = padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]  # around each vertex
    line, size, marks = a.shape[1], a.size, _marks(a, b, c, d)
    west_head, west_tail = _edges(marks[0], marks[1], line, False)
    east_tail, east_head = _edges(marks[2], marks[3], line, False)
    south_tail, south_head = _edges(marks[4], marks[5], line, True)
    north_head, north_tail = _edges(marks[6], marks[7], line, True)
    ad, bc = (a == d).ravel(), (b == c).ravel()
    tables = (
        *(_table(west_tail, 0, size), _table(east_tail, len(west_tail), size)),
        *(_table(south_tail, 0, size), _table(north_tail, len(south_tail), size)),
    )
    following = _linked(
        (west_head, east_head, south_head, north_head),
        (ad[west_head], ad[east_head], bc[south_head], bc[north_head]),
        tuple(table.__getitem__ for table in tables),
    )
    tail, head = np.concatenate([west_tail, east_tail]), np.concatenate([west_head, east_head])
    return _assembled(tail, head, following, np.ascontiguousarray(d).ravel()[west_head], line)


def as_wkb(xy: np.ndarray, outlines: Outlines) -> list[bytes]:
    """Polygons as WKB, their corners at ``xy`` (n, 2): one write into one buffer of 32-bit words, then slices."""
    rings, polygons = outlines.rings, outlines.polygons
    owner = np.repeat(np.arange(len(polygons)), polygons[:, 1])  # polygon of each ring
    # A polygon has three words before its rings: three bytes of filling and the byte order, type, number of rings.
    ring_at = 3 * (owner + 1) + np.arange(len(rings)) + 4 * rings[:, 0]
    words = np.empty(3 * len(polygons) + len(rings) + 4 * len(xy), "<u4")
    polygon_at = ring_at[polygons[:, 0]] - 3 if len(polygons) else np.empty(0, np.int64)
    words[polygon_at], words[polygon_at + 1], words[polygon_at + 2] = 1 << 24, 3, polygons[:, 1]
    words[ring_at] = rings[:, 1]
    at = np.repeat(ring_at + 1 - 4 * rings[:, 0], rings[:, 1]) + 4 * np.arange(len(xy))
    values = np.ascontiguousarray(xy, "<f8").view("<u4").reshape(-1, 4)
    for word in range(4):
        words[at + word] = values[:, word]
    data = words.tobytes()
    begins = (4 * polygon_at + 3).tolist()
    ends = [*(begin - 3 for begin in begins[1:]), len(data)]
    return [data[begin:end] for begin, end in zip(begins, ends)]


# -- detection ----------------------------------------------------------------------------------------------


class Boxes(NamedTuple):
    """Boxes (n, 4) as left, top, right, bottom in pixels; class, score, and whether the tile's edge cuts them."""

    xyxy: np.ndarray
    classes: np.ndarray
    scores: np.ndarray
    cut: np.ndarray

    def take(self, chosen: np.ndarray) -> Boxes:
        """Some of them."""
        return Boxes(*(part[chosen] for part in self))


def decoded(outputs: list[np.ndarray], names: list[str], settings: Settings) -> Boxes:
    """Read what a detector gives for one tile.

    Raises:
        InputError: It is in a form that is not known.
    """
    if len(outputs) >= 3:
        found = {
            key: value
            for name, value in zip(names, outputs)
            for key in ("box", "score", "label", "class")
            if key in name
        }
        if "box" in found and "score" in found:
            xyxy, scores = found["box"].reshape(-1, 4), found["score"].ravel()
            kinds = found.get("label", found.get("class", np.zeros(len(scores)))).ravel()
            return Boxes(
                xyxy.astype(np.float64), kinds.astype(np.int64), scores.astype(np.float64), np.zeros(len(scores), bool)
            )
    kind = settings.det_type.lower()
    if any(word in kind for word in ("segment", "obb", "pose")):
        raise InputError(say("det_type", settings.det_type))
    values = np.asarray(outputs[0])
    if values.ndim == 3 and len(values) == 1:
        values = values[0]
    if values.ndim != 2:
        raise InputError(say("output", outputs[0].shape, settings.kind))
    new = (
        any(word in kind for word in ("ultralytics", "v8", "v9", "v10", "v11"))
        if kind
        else values.shape[0] < values.shape[1]
    )
    values = (values.T if new else values).astype(np.float64)
    if values.shape[1] < (5 if new else 6):
        raise InputError(say("output", outputs[0].shape, settings.kind))
    by_class = values[:, 4:] if new else values[:, 5:] * values[:, 4:5]
    kinds, scores = by_class.argmax(axis=1), by_class.max(axis=1)
    half = values[:, 2:4] / 2
    return Boxes(np.hstack([values[:, :2] - half, values[:, :2] + half]), kinds, scores, np.zeros(len(scores), bool))


def detect(image: Image, model: Model, tiling: Tiling) -> Boxes:
    """Boxes of all tiles in pixels of the part, one for each object."""
    side, settings, parts, seen, bad = tiling.side, image.settings, [], 0, 0
    tiles = [(row, column) for row in tiling.rows for column in tiling.columns]
    for number, (row, column) in enumerate(tiles):
        rows, columns = min(side, image.height - row), min(side, image.width - column)
        wanted = image.wanted(row, column, rows, columns)
        pixels, known = image.read(row, column, side) if wanted.any() else (None, np.zeros((side, side), bool))
        known = known[:rows, :columns] & wanted
        if pixels is not None and known.any():
            seen += 1
            found = decoded(model.run(pixels), model.outputs, settings)
            sound = np.isfinite(found.xyxy).all(axis=1) & np.isfinite(found.scores)
            bad += int(np.count_nonzero(~sound))
            found = found.take(sound & (found.scores >= settings.threshold))
            found = _placed(found, known, tiling, row, column)
            parts.append(found.take(suppressed(found, settings.iou)))
        event(progress=round(0.85 * (number + 1) / len(tiles), 4))
    if not seen:
        raise InputError(say("nothing"))
    if bad:
        event(warning=say("nan", bad))
    every = Boxes(*(np.concatenate(column) for column in zip(*parts)))
    return every.take(suppressed(every, settings.iou))


def _placed(boxes: Boxes, known: np.ndarray, tiling: Tiling, row: int, column: int) -> Boxes:
    """Boxes whose centre is known and wanted, in pixels of the part, cut at the sides of the image."""
    rows, columns = known.shape
    centre = (boxes.xyxy[:, :2] + boxes.xyxy[:, 2:]) / 2
    inside = (centre >= 0).all(axis=1) & (centre[:, 0] < columns) & (centre[:, 1] < rows)
    boxes, centre = boxes.take(inside), centre[inside].astype(np.int64)
    boxes = boxes.take(known[centre[:, 1], centre[:, 0]])
    left, top, right, bottom = boxes.xyxy.T
    cut = ((left < 1) & (column > tiling.columns[0])) | ((right > tiling.side - 1) & (column < tiling.columns[-1]))
    cut |= ((top < 1) & (row > tiling.rows[0])) | ((bottom > tiling.side - 1) & (row < tiling.rows[-1]))
    xyxy = np.clip(boxes.xyxy, 0, (columns, rows, columns, rows)) + np.array([column, row, column, row])
    return boxes._replace(xyxy=xyxy, cut=cut)


def suppressed(boxes: Boxes, iou: float) -> np.ndarray:
    """Boxes that stay, by class: the best first, whole ones before those that an edge cuts.

    A box goes when a better one shares at least ``iou`` of their union, or when it is cut and lies for 70 % in it.
    """
    count = len(boxes.scores)
    if count < 2:
        return np.arange(count)
    left, top, right, bottom = boxes.xyxy.T
    order = np.lexsort((top, left, -boxes.scores, boxes.cut))
    rank = np.empty(count, np.int64)
    rank[order] = np.arange(count)
    shapes = shapely.box(left, top, right, bottom)
    one, other = shapely.STRtree(shapes).query(shapes)
    pairs = (rank[one] < rank[other]) & (boxes.classes[one] == boxes.classes[other])
    one, other = one[pairs], other[pairs]
    width = np.minimum(right[one], right[other]) - np.maximum(left[one], left[other])
    shared = np.clip(width, 0, None) * np.clip(
        np.minimum(bottom[one], bottom[other]) - np.maximum(top[one], top[other]), 0, None
    )
    areas = (right - left) * (bottom - top)
    with np.errstate(divide="ignore", invalid="ignore"):
        same = shared / (areas[one] + areas[other] - shared) >= iou
        same |= boxes.cut[other] & (shared / areas[other] >= 0.7)
    one, other = one[same], other[same]
    by_rank = np.argsort(rank[one], kind="stable")
    gone = np.zeros(count, bool)
    for winner, loser in zip(one[by_rank].tolist(), other[by_rank].tolist()):
        if not gone[winner]:
            gone[loser] = True
    return np.flatnonzero(~gone)


# -- writing ------------------------------------------------------------------------------------------------


class Aside:
    """File that is written under another name beside its own, and takes its own when all is done."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self.aside = self.path.with_name(f".{self.path.stem}.{os.getpid()}{self.path.suffix}")

    def __enter__(self) -> Aside:
        return self

    def finish(self) -> None:
        """Take the name, over what was there."""
        self.aside.replace(self.path)

    def __exit__(self, *_: object) -> None:
        for end in ("", "-wal", "-shm", "-journal", ".aux.xml"):
            with contextlib.suppress(OSError):
                Path(f"{self.aside}{end}").unlink()


class Objects(Aside):
    """GeoPackage of objects."""

    def __init__(self, path: str, image: Image, model: Model) -> None:
        super().__init__(path)
        self.image, self.model = image, model
        self.crs = image.crs.to_wkt() if image.crs is not None else None
        self.count, self.total, self._begun = 0, 0.0, False
        self.least = 0.0
        self._waiting: list[tuple[np.ndarray, ...]] = []
        self._bytes = 0

    def add(self, shapes: Shapes) -> None:
        """Write objects that are large enough."""
        area = shapes.pixels * self.image.cell
        kept = np.flatnonzero(area >= self.least)
        wkb = np.empty(len(kept), object)
        wkb[:] = [shapes.wkb[index] for index in kept.tolist()]
        names = {int(number): name_of(int(number) - 1, self.image.settings) for number in np.unique(shapes.classes)}
        classes = shapes.classes[kept]
        self.write(
            wkb,
            np.array([names[number] for number in classes.tolist()], object),
            classes.astype(np.int32) - 1,
            (shapes.scores / np.maximum(shapes.pixels, 1))[kept],
            area[kept],
        )

    def add_boxes(self, boxes: Boxes) -> None:
        """Write boxes as polygons."""
        sides = boxes.xyxy
        area = (sides[:, 2] - sides[:, 0]) * (sides[:, 3] - sides[:, 1]) * self.image.cell
        kept = np.flatnonzero(area >= self.least)
        names = [name_of(number, self.image.settings) for number in boxes.classes[kept].tolist()]
        shapes = shapely.transform(shapely.box(*sides[kept].T), lambda xy: moved(xy, self.image.transform))
        wkb = np.asarray(shapely.to_wkb(shapes), object)
        self.write(wkb, np.array(names, object), boxes.classes[kept].astype(np.int32), boxes.scores[kept], area[kept])

    def write(self, wkb: np.ndarray, *fields: np.ndarray) -> None:
        """Keep features until there are enough of them: GDAL indexes the first ones it is given at once, the others one by one."""
        self._waiting.append((wkb, *fields))
        self._bytes += sum(map(len, wkb))
        self.count += len(wkb)
        self.total += float(np.sum(fields[-1]))
        if self._bytes > ENOUGH_BYTES:
            self._flush()

    def finish(self) -> None:
        """Write what is left, if only to make the layer, and take the name."""
        if self._waiting or not self._begun:
            self._flush()
        super().finish()

    def _flush(self) -> None:
        wkb, *fields = (np.concatenate(column) for column in zip(*self._waiting))
        model = np.full(len(wkb), self.model.path.name, object)
        digest = np.full(len(wkb), self.model.sha256, object)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "crs was not provided": said already
            pyogrio.raw.write(
                self.aside, wkb, [*fields, model, digest],
                ["class", "class_id", "score", "area", "model", "model_sha256"],
                layer="objects", driver="GPKG", dataset_options=VERSION, geometry_type="Polygon", crs=self.crs, append=self._begun,
            )  # fmt: skip
        self._begun, self._waiting, self._bytes = True, [], 0


class Scores(Aside):
    """GeoTIFF of scores or values, written strip by strip; NaN where there is none."""

    def __init__(self, path: str, image: Image) -> None:
        super().__init__(path)
        self.image, self._raster = image, None

    def add(self, row: int, values: np.ndarray, here: np.ndarray) -> None:
        """Write rows from ``row`` on."""
        if self._raster is None:
            self._raster = rasterio.open(
                self.aside, "w", driver="GTiff", height=self.image.height, width=self.image.width, count=len(values),
                dtype="float32", nodata=math.nan, crs=self.image.crs, transform=self.image.transform,
                tiled=True, compress="deflate", zlevel=1, predictor=3, bigtiff="if_safer",
            )  # fmt: skip
            if self.image.settings.kind == "segmentation":
                first = 1 if len(values) == 1 else 0
                for band in range(len(values)):
                    self._raster.set_band_description(band + 1, name_of(band + first, self.image.settings))
        window = Window(0, row, self.image.width, values.shape[1])
        self._raster.write(np.where(here, values, np.nan).astype(np.float32), window=window)

    def finish(self) -> None:
        """Close the raster and give it its name."""
        if self._raster is not None:
            self._raster.close()
        super().finish()

    def __exit__(self, *details: object) -> None:
        if self._raster is not None:
            self._raster.close()
        super().__exit__(*details)


# -- the command --------------------------------------------------------------------------------------------


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Read the command line; ``--lang`` chooses the language of the messages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("image", "model"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--kind", choices=("auto", "segmentation", "detection", "regression"), default="auto")
    parser.add_argument("--activation", choices=("auto", "none", "sigmoid", "softmax"), default="auto")
    parser.add_argument("--device", choices=("auto", "cpu"), default="auto")
    for name in ("threshold", "min-area", "resolution", "overlap", "scale", "iou", "output-factor"):
        parser.add_argument(f"--{name}", type=float)
    for name in ("tile-size", "background"):
        parser.add_argument(f"--{name}", type=int)
    for name in ("bands", "area", "mask", "mean", "std", "class-names", "objects", "scores"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--lang", choices=("fr", "en"))
    return parser.parse_args(given)


def run(options: argparse.Namespace) -> dict[str, object]:
    """Do what the command line asks; return the result.

    Raises:
        InputError: The input cannot be worked on.
    """
    if not options.objects and not options.scores:
        raise InputError(say("no_output"))
    if options.objects and not options.objects.lower().endswith(".gpkg"):
        raise InputError(say("not_gpkg", options.objects))
    if options.scores and not options.scores.lower().endswith((".tif", ".tiff")):
        raise InputError(say("not_tif", options.scores))
    model = Model(options.model, options)
    try:
        source = rasterio.open(options.image)
    except rasterio.errors.RasterioIOError as error:
        raise InputError(say("unreadable", options.image, error)) from error
    with source, Image(source, options, model) as image:
        settings = image.settings
        tiling = Tiling.of(image, settings.tile, _given_side(model, image))
        event(
            message=say("running", settings.kind, len(tiling.rows) * len(tiling.columns), settings.tile, model.device)
        )
        work = run_detection if settings.kind == "detection" else run_dense
        figures = work(options, image, model, tiling)
        if image.mask is not None and not image.mask.used:
            event(warning=say("mask_empty"))
    return {
        **figures,
        "kind": settings.kind,
        "model": model.path.name,
        "model_sha256": model.sha256,
        "device": model.device,
    }


def _given_side(model: Model, image: Image) -> int:
    """Side of what the model gives for a tile: its own, or less, in the middle."""
    tile = image.settings.tile
    if image.settings.kind == "detection":
        return tile
    shape = model.run(np.zeros((len(image.settings.mean), tile, tile), np.float32))[0].shape
    side = shape[-1]
    if len(shape) not in (3, 4) or shape[-2] != side or side > tile or (tile - side) % 2:
        raise InputError(say("output", shape, image.settings.kind))
    return int(side)


def run_detection(options: argparse.Namespace, image: Image, model: Model, tiling: Tiling) -> dict[str, object]:
    """Find objects in boxes."""
    if not options.objects:
        raise InputError(say("needs_objects"))
    if options.scores:
        event(warning=say("only_boxes"))
    boxes = detect(image, model, tiling)
    with Objects(options.objects, image, model) as objects:
        objects.least = options.min_area or 0
        objects.add_boxes(boxes)
        objects.finish()
    return {"objects": options.objects, "count": objects.count, "area": round(objects.total, 3)}


def run_dense(options: argparse.Namespace, image: Image, model: Model, tiling: Tiling) -> dict[str, object]:
    """Score each pixel, then outline the classes."""
    segments = image.settings.kind == "segmentation"
    if not segments and not options.scores:
        raise InputError(say("needs_scores"))
    if not segments and options.objects:
        event(warning=say("only_values"))
    result: dict[str, object] = {}
    with contextlib.ExitStack() as files:
        folder = Path(files.enter_context(tempfile.TemporaryDirectory(prefix="applymodel-")))
        scores = files.enter_context(Scores(options.scores, image)) if options.scores else None
        objects = files.enter_context(Objects(options.objects, image, model)) if segments and options.objects else None
        shape, maps = (image.height, image.width), []
        if objects is not None:
            for name, dtype in (("classes", np.uint8), ("scores", np.uint16)):
                maps.append(np.memmap(folder / name, dtype, "w+", shape=shape))
        dense = Dense(image, model, tiling)
        for row, values, here in dense.strips():
            values = values if segments else values * np.float32(image.settings.factor)
            if scores is not None:
                scores.add(row, values, here)
            if objects is not None:
                rows = slice(row, row + values.shape[1])
                maps[0][rows], maps[1][rows] = classed(values, here, image.settings)
        dense.close()
        if objects is not None:
            event(message=say("tracing"))
            write_objects(objects, maps, options.min_area)
            objects.finish()
            result = {"objects": options.objects, "count": objects.count, "area": round(objects.total, 3)}
        if scores is not None:
            scores.finish()
            result["scores"] = options.scores
        maps.clear()  # Windows removes no file that is still mapped
    return result


def write_objects(objects: Objects, maps: list[np.ndarray], min_area: float | None) -> None:
    """Outline the raster of classes and write what is large enough."""
    objects.least = min_area or 0
    small = objects.image.settings.small
    if min_area is None and small:
        objects.least = small**2 * objects.image.cell
        event(message=say("small", objects.least))
    blocks = math.ceil(maps[0].shape[0] / BLOCK) * math.ceil(maps[0].shape[1] / BLOCK)
    for number, shapes in enumerate(vectorise(*maps, objects.image.transform)):
        objects.add(shapes)
        event(progress=round(0.85 + 0.14 * min(number / blocks, 1), 4))


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
    except rasterio.errors.RasterioError as error:
        event(error=say("unreadable", options.image, error))
        return 1
    except (OSError, pyogrio.errors.DataSourceError) as error:
        event(error=say("disk", error))
        return 1
    event(progress=1.0)
    event(result=result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
