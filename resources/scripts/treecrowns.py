# /// script
# requires-python = ">=3.9"
# dependencies = [
#     "numpy>=1.22",
#     "scipy>=1.8",
#     "scikit-image>=0.19",
#     "rasterio>=1.3",
#     "shapely>=2.0",
#     "pyogrio>=0.6",
#     "laspy[lazrs]>=2.2",
# ]
#
# [tool.iageo]
# format = 1
# id = "treecrowns"
# version = "1.0.0"
# title = {fr = "Délimiter les houppiers", en = "Delineate tree crowns"}
# group = "vegetation"
# license = "GPL-2.0-or-later"
# publisher = "CRIGE PACA"
# sample = {chm = "sample/treecrowns_fictitious_chm.tif"}
#
# [tool.iageo.help]
# fr = """Trouve la cime de chaque arbre sur un modèle numérique de hauteur, puis délimite son houppier.
# Une cime est la cellule la plus haute dans une fenêtre qui grandit avec la hauteur : rayon = pente × hauteur + base.
# Calcul exact, sans IA. Le résultat ne dépend pas du découpage en dalles."""
# en = """Finds the top of each tree on a canopy height model, then delineates its crown.
# A top is the highest cell in a window that grows with height: radius = slope × height + intercept.
# An exact computation, without AI. The result does not depend on the tiles."""
#
# [[tool.iageo.parameters]]
# name = "chm"
# type = "raster"
# title = {fr = "Modèle numérique de hauteur (MNH)", en = "Canopy height model"}
# optional = true
# [tool.iageo.parameters.help]
# fr = "Hauteurs au-dessus du sol, en mètres, sur des cellules carrées de 0,25 à 1 m. À défaut, donnez un nuage de points."
# en = "Heights above the ground, in metres, on square cells of 0.25 to 1 m. Failing that, give a point cloud."
#
# [[tool.iageo.parameters]]
# name = "cloud"
# type = "file"
# title = {fr = "Nuage de points LAS ou LAZ, à la place du MNH", en = "LAS or LAZ point cloud, in place of the height model"}
# optional = true
# [tool.iageo.parameters.help]
# fr = "Sol classé (classe 2), comme le LiDAR HD de l'IGN ; ou altitudes déjà ramenées au sol."
# en = "With its ground classified (class 2), as in IGN's LiDAR HD; or heights already above the ground."
#
# [[tool.iageo.parameters]]
# name = "min_height"
# type = "number"
# title = {fr = "Hauteur minimale d'un arbre (m)", en = "Minimum height of a tree (m)"}
# default = 2.0
# min = 0.1
# max = 100.0
#
# [[tool.iageo.parameters]]
# name = "crown_height"
# type = "number"
# title = {fr = "Bord d'un houppier : hauteur minimale (m)", en = "Edge of a crown: minimum height (m)"}
# optional = true
# min = 0.05
# max = 100.0
# advanced = true
# [tool.iageo.parameters.help]
# fr = "Au-dessous, une cellule n'est d'aucun houppier. Sans valeur : trois quarts de la hauteur minimale d'un arbre."
# en = "Below, a cell belongs to no crown. Without a value: three quarters of the minimum height of a tree."
#
# [[tool.iageo.parameters]]
# name = "window_slope"
# type = "number"
# title = {fr = "Fenêtre : rayon ajouté par mètre de hauteur", en = "Window: radius added for each metre of height"}
# default = 0.05
# min = 0.0
# max = 1.0
#
# [[tool.iageo.parameters]]
# name = "window_intercept"
# type = "number"
# title = {fr = "Fenêtre : rayon de base (m)", en = "Window: base radius (m)"}
# default = 0.6
# min = 0.0
# max = 20.0
#
# [[tool.iageo.parameters]]
# name = "smoothing"
# type = "number"
# title = {fr = "Lissage : écart-type (m), 0 pour aucun", en = "Smoothing: standard deviation (m), 0 for none"}
# default = 0.0
# min = 0.0
# max = 10.0
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "exclude"
# type = "vector"
# geometry = "polygon"
# title = {fr = "Surfaces à ignorer (bâtiments)", en = "Areas to leave out (buildings)"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "tile_size"
# type = "integer"
# title = {fr = "Côté des dalles (cellules)", en = "Side of the tiles (cells)"}
# default = 1024
# min = 16
# max = 20000
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "cell_size"
# type = "number"
# title = {fr = "Cellule du MNH tiré d'un nuage (m)", en = "Cell of the model made from a cloud (m)"}
# default = 0.5
# min = 0.1
# max = 5.0
# advanced = true
#
# [[tool.iageo.parameters]]
# name = "treetops"
# type = "vector-out"
# geometry = "point"
# style = "treetops"
# title = {fr = "Cimes", en = "Treetops"}
# optional = true
#
# [[tool.iageo.parameters]]
# name = "crowns"
# type = "vector-out"
# geometry = "polygon"
# style = "crowns"
# title = {fr = "Houppiers", en = "Crowns"}
# optional = true
# ///
"""Delineate tree crowns on a canopy height model: ``uv run treecrowns.py --chm in.tif --crowns out.gpkg``.

Treetops are maxima of a window that grows with height (Popescu & Wynne, 2004); crowns are their watersheds.

**Tiles leave no trace.** Ties are broken by the place in the raster, so that the watershed of a set of cells is a
function of the heights alone. A tile is flooded with a margin, whose outer ring is flooded too, as a stranger: what
the stranger does not reach cannot be changed by anything beyond the ring. A tile whose crowns meet the stranger is
done again with a margin twice as wide. Each crown belongs to the tile of its top, and is traced there as a whole.
Memory follows the tile and its margin; a crown wider than its tile widens that margin until it is whole.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import math
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.features import geometry_mask
from rasterio.warp import transform_bounds, transform_geom
from rasterio.windows import Window
from scipy import ndimage
from skimage.segmentation import watershed

FRENCH = os.environ.get("IAGEO_LANG", os.environ.get("LANG", "")).lower().startswith("fr")
"""Whether messages are in French; ``--lang`` has the last word."""
VERSION = {"VERSION": "1.2"}
"""Of GeoPackages: the one that every QGIS from 3.22 on reads without a word."""
TALLEST = 130.0
"""Metres: no tree is taller."""
MARGIN_METRES = 15.0
GROUND, BUILDING, NOISE = 2, 6, (7, 18)
"""Classes of the ASPRS."""

SENTENCES = {
    "no_output": ("Demandez au moins une sortie : --treetops ou --crowns.", "Ask for at least one output: --treetops or --crowns."),
    "one_source": ("Donnez un modèle numérique de hauteur ou un nuage de points : l'un des deux, et un seul.", "Give a canopy height model or a point cloud: one of the two, and only one."),
    "not_cloud": ("{0} n'est pas un nuage de points : son nom doit finir par .las ou .laz. Un raster se donne comme MNH.", "{0} is not a point cloud: its name must end in .las or .laz. A raster is given as the height model."),
    "not_gpkg": ("{0} : la sortie doit être un GeoPackage, un nom qui finit par .gpkg.", "{0}: the output must be a GeoPackage, a name that ends in .gpkg."),
    "unreadable": ("{0} ne s'ouvre pas : {1}", "{0} cannot be opened: {1}"),
    "degrees": ("Le MNH est en degrés : reprojetez-le d'abord en mètres (par exemple EPSG:2154).", "The height model is in degrees: reproject it to metres first (for instance EPSG:2154)."),
    "no_crs": ("Le MNH n'a pas de système de coordonnées : il est supposé en mètres.", "The height model has no coordinate system: metres are assumed."),
    "not_square": ("Les cellules du MNH ne sont pas des carrés alignés sur les axes ({0} × {1}) : rééchantillonnez-le d'abord.", "The cells of the height model are not squares along the axes ({0} × {1}): resample it first."),
    "no_height": ("Le MNH ne contient aucune hauteur : toutes ses cellules sont vides ou exclues.", "The height model holds no height: all its cells are empty or left out."),
    "too_low": ("Rien n'atteint {0:g} m (la plus grande hauteur est {1:.2f} m) : baissez la hauteur minimale.", "Nothing reaches {0:g} m (the greatest height is {1:.2f} m): lower the minimum height."),
    "too_coarse": ("Les cellules ({0:g} m) sont plus larges que la fenêtre des plus grands arbres ({1:.2f} m) : les houppiers ne s'y distinguent pas. Prenez un MNH plus fin, ou élargissez la fenêtre.", "The cells ({0:g} m) are wider than the window of the tallest trees ({1:.2f} m): crowns cannot be told apart. Use a finer model, or widen the window."),
    "surface": ("Ce raster ressemble à un modèle de surface (altitudes de {0:.0f} à {1:.0f} m), pas à des hauteurs : soustrayez-lui d'abord le terrain.", "This raster looks like a surface model (altitudes from {0:.0f} to {1:.0f} m), not heights: subtract the terrain first."),
    "no_gap": ("Presque tout le MNH dépasse {0:.0f} m : vérifiez que ce sont des hauteurs, et non des altitudes.", "Nearly all of the height model is above {0:.0f} m: check that these are heights, not altitudes."),
    "spikes": ("{0} cellule(s) dépassent 130 m, plus qu'aucun arbre : elles sont ignorées.", "{0} cell(s) are above 130 m, taller than any tree: they are left out."),
    "bands": ("Le raster a {0} bandes : la première est prise pour la hauteur.", "The raster has {0} bands: the first one is taken as the height."),
    "exclude_crs": ("Les surfaces à ignorer n'ont pas de système de coordonnées : celui du MNH est supposé.", "The areas to leave out have no coordinate system: that of the height model is assumed."),
    "exclude_empty": ("Aucune surface à ignorer ne touche le MNH.", "None of the areas to leave out touches the height model."),
    "wide": ("Une dalle a un couvert très continu : sa marge passe à {0} cellules.", "One tile has a very continuous canopy: its margin becomes {0} cells."),
    "finding": ("Recherche des cimes", "Finding the treetops"),
    "drawing": ("{0} cimes trouvées ; délimitation des houppiers", "{0} treetops found; delineating the crowns"),
    "cloud": ("Hauteurs tirées du nuage de points : cellules de {0:g} m", "Heights from the point cloud: cells of {0:g} m"),
    "no_ground": ("Le nuage n'a aucun point de sol (classe 2) : ses hauteurs ne peuvent pas être calculées. Classez le sol d'abord.", "The cloud has no ground point (class 2): its heights cannot be computed. Classify the ground first."),
    "normalised": ("Le nuage n'a pas de points de sol ; ses altitudes vont de {0:.1f} à {1:.1f} m et sont prises pour des hauteurs.", "The cloud has no ground points; its altitudes go from {0:.1f} to {1:.1f} m and are taken as heights."),
    "too_many_cells": ("Le nuage couvre {0} cellules : augmentez --cell-size ou découpez-le.", "The cloud covers {0} cells: raise --cell-size or cut it."),
    "bounds": ("{0} : {1:g} n'est pas entre {2:g} et {3:g}.", "{0}: {1:g} is not between {2:g} and {3:g}."),
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


# -- the raster ---------------------------------------------------------------------------------------------


class Settings(NamedTuple):
    """Parameters of a run; lengths in metres, ``tile_size`` in cells."""

    min_height: float
    crown_height: float
    window_slope: float
    window_intercept: float
    smoothing: float
    tile_size: int

    def radius(self, height: Any) -> Any:
        """Radius of the window at a height, in metres."""
        return self.window_slope * height + self.window_intercept

    def cells(self, height: Any, size: float) -> Any:
        """Radius in whole cells of ``size`` metres: the nearest, the smaller when halfway, at least one."""
        return np.maximum(np.ceil(self.radius(height) / size - 0.5 - 1e-9), 1).astype(np.int64)


class Block(NamedTuple):
    """Part of a raster, in cells: rows ``top`` to ``bottom`` excluded, columns ``left`` to ``right`` excluded."""

    top: int
    left: int
    bottom: int
    right: int

    def grown(self, margin: int, height: int, width: int) -> Block:
        """This block and ``margin`` cells around it, within the raster."""
        return Block(
            max(self.top - margin, 0),
            max(self.left - margin, 0),
            min(self.bottom + margin, height),
            min(self.right + margin, width),
        )

    @property
    def window(self) -> Window:
        """The same for rasterio."""
        return Window(self.left, self.top, self.right - self.left, self.bottom - self.top)


class Chm:
    """Canopy height model that is read by blocks: float32 metres, −inf where nothing is known."""

    def __init__(self, source: rasterio.DatasetReader, settings: Settings, exclude: Exclusion | None) -> None:
        self.source, self.settings, self.exclude = source, settings, exclude
        self.height, self.width = source.height, source.width
        self.spiked = False
        self._last: tuple[Block | None, np.ndarray] = (None, np.empty(0))
        crs = source.crs
        if crs is None:
            event(warning=say("no_crs"))
        elif crs.is_geographic:
            raise InputError(say("degrees"))
        factor = crs.linear_units_factor[1] if crs is not None and crs.is_projected else 1.0
        across, down = source.transform.a * factor, -source.transform.e * factor
        rotated = bool(source.transform.b or source.transform.d)
        if rotated or across <= 0 or down <= 0 or abs(across - down) > 1e-3 * across:
            raise InputError(say("not_square", f"{across:g}", f"{down:g}"))
        self.size = round(across, 5)
        if source.count > 1:
            event(warning=say("bands", source.count))
        self._check_heights()

    def _check_heights(self) -> None:
        """Refuse a surface model, on a sample of at most a million cells."""
        step = max(1, math.ceil(math.sqrt(self.height * self.width / 1e6)))
        shape = (max(1, self.height // step), max(1, self.width // step))
        sample = self.source.read(1, out_shape=shape, masked=True).compressed()
        sample = sample[np.isfinite(sample)]
        if not sample.size:
            return
        low, middle, high = np.percentile(sample, (2, 50, 99))
        if middle > TALLEST or (low > 20 and high > 60):
            raise InputError(say("surface", float(sample.min()), float(sample.max())))
        if low > 20:
            event(warning=say("no_gap", float(low)))

    def raw(self, block: Block) -> np.ndarray:
        """Heights of a block as they stand; −inf where there is none, where excluded, and above any tree."""
        found = self.source.read(1, window=block.window, masked=True)
        heights = np.ma.filled(found.astype(np.float32), -np.inf)
        high = heights > TALLEST
        self.spiked |= bool(high.any())
        heights[high | ~np.isfinite(heights)] = -np.inf
        if self.exclude is not None:
            heights[self.exclude.inside(block, self.source.transform)] = -np.inf
        return heights

    def spikes(self, block: Block) -> int:
        """Number of cells that are higher than any tree."""
        found = self.source.read(1, window=block.window, masked=True).compressed()
        return int(np.count_nonzero(np.isfinite(found) & (found > TALLEST)))

    def read(self, block: Block) -> np.ndarray:
        """Heights of a block, smoothed when asked: the same wherever the block begins and ends; not to be changed."""
        if self._last[0] != block:
            self._last = (block, self._smoothed(block) if self.settings.smoothing else self.raw(block))
        return self._last[1]

    def _smoothed(self, block: Block) -> np.ndarray:
        sigma = self.settings.smoothing / self.size
        reach = int(4 * sigma + 0.5)
        outer = block.grown(reach, self.height, self.width)
        heights = self.raw(outer)
        known = np.isfinite(heights)
        blur = {"sigma": sigma, "mode": "constant", "truncate": 4.0}
        total = ndimage.gaussian_filter(np.where(known, heights, 0).astype(np.float64), **blur)
        weight = ndimage.gaussian_filter(known.astype(np.float64), **blur)
        with np.errstate(divide="ignore", invalid="ignore"):
            smooth = np.where(known, total / weight, -np.inf).astype(np.float32)
        top, left = block.top - outer.top, block.left - outer.left
        return smooth[top : top + block.bottom - block.top, left : left + block.right - block.left]

    def tiles(self) -> list[Block]:
        """Tiles of the raster, row by row."""
        side = self.settings.tile_size
        return [
            Block(top, left, min(top + side, self.height), min(left + side, self.width))
            for top in range(0, self.height, side)
            for left in range(0, self.width, side)
        ]


class Exclusion:
    """Polygons to leave out, read tile by tile."""

    def __init__(self, path: str, crs: Any) -> None:
        name, _, layer = path.partition("|layername=")
        try:
            info = pyogrio.read_info(name, layer=layer or None)
        except Exception as error:  # of any driver
            raise InputError(say("unreadable", name, error)) from error
        self.path, self.layer, self.used = name, layer or info.get("layer_name"), False
        self.crs, self.target = info["crs"] or None, crs
        if self.crs is None and crs is not None:
            event(warning=say("exclude_crs"))
            self.crs = crs.to_wkt()

    def inside(self, block: Block, transform: Any) -> np.ndarray:
        """Cells of a block whose centre lies in a polygon: (rows, columns), boolean."""
        shape = (block.bottom - block.top, block.right - block.left)
        moved = transform * transform.translation(block.left, block.top)
        corners = [moved * corner for corner in ((0, 0), (shape[1], 0), (0, shape[0]), (shape[1], shape[0]))]
        bounds = (*np.min(corners, axis=0), *np.max(corners, axis=0))
        known = self.crs is not None and self.target is not None
        other = known and rasterio.crs.CRS.from_user_input(self.crs) != self.target
        box = transform_bounds(self.target, self.crs, *bounds, densify_pts=21) if other else bounds
        wkb = pyogrio.raw.read(self.path, layer=self.layer, bbox=tuple(map(float, box)), columns=[], force_2d=True)[2]
        shapes = [shape_ for shape_ in shapely.from_wkb(wkb) if shape_ is not None and not shape_.is_empty]
        geometries = [shapely.geometry.mapping(shape_) for shape_ in shapes]
        if other and geometries:
            geometries = transform_geom(self.crs, self.target, geometries)
        if not geometries:
            return np.zeros(shape, bool)
        self.used = True
        return geometry_mask(geometries, shape, moved, invert=True)


# -- treetops -----------------------------------------------------------------------------------------------


def disk(radius: int) -> list[tuple[int, int]]:
    """Cells of a window but its centre, the nearest first; the smallest window is the square of 3 × 3."""
    reach = radius * radius if radius > 1 else 2
    around = range(-radius, radius + 1)
    cells = [(row, column) for row in around for column in around if 0 < row * row + column * column <= reach]
    return sorted(cells, key=lambda cell: (cell[0] ** 2 + cell[1] ** 2, cell))


def maxima(heights: np.ndarray, settings: Settings, size: float, block: Block, inner: Block) -> np.ndarray:
    """Rows and columns (n, 2) in the raster of the treetops of ``inner``, in raster order.

    ``heights`` are those of ``block``, which reaches further by the greatest window.
    """
    # One cell of margin at least, so that the windows never leave the array.
    reach = int(settings.cells(max(float(heights.max(initial=0)), 0), size))
    padded = np.pad(heights, reach, constant_values=-np.inf)
    area = np.s_[inner.top - block.top : inner.bottom - block.top, inner.left - block.left : inner.right - block.left]
    core = heights[area]
    candidate = core >= settings.min_height
    line = padded.shape[1]
    rows, columns = core.shape
    first_row, first_column = reach + inner.top - block.top, reach + inner.left - block.left
    for row, column in disk(1):  # every window holds these: done on whole arrays
        other = padded[first_row + row :, first_column + column :][:rows, :columns]
        candidate &= core > other if (row, column) < (0, 0) else core >= other
    places = np.argwhere(candidate)
    flat = padded.ravel()
    index = (places[:, 0] + first_row) * line + places[:, 1] + first_column
    level = flat[index]
    radii = settings.cells(level.astype(np.float64), size)
    done = []
    for radius in range(1, int(radii.max(initial=1)) + 1):
        mine = radii == radius
        kept = index[mine]
        for row, column in disk(radius) if radius > 1 else ():
            other = flat[kept + row * line + column]
            kept = kept[flat[kept] > other] if (row, column) < (0, 0) else kept[flat[kept] >= other]
        done.append(kept)
    index = np.sort(np.concatenate(done))
    return np.stack([index // line - reach + block.top, index % line - reach + block.left], axis=1)


def find_tops(chm: Chm) -> tuple[list[np.ndarray], float]:
    """Treetops of each tile, as int32 rows and columns (8 bytes a tree stay in memory), and the greatest height.

    Raises:
        InputError: There is no height, or none that can be told apart.
    """
    settings, found, tallest, spikes = chm.settings, [], -math.inf, 0
    tiles = chm.tiles()
    for number, tile in enumerate(tiles):
        margin = int(settings.cells(60.0, chm.size))
        block = tile.grown(margin, chm.height, chm.width)
        heights = chm.read(block)
        top = float(heights.max(initial=-math.inf))
        if top > 60:
            block = tile.grown(int(settings.cells(top, chm.size)), chm.height, chm.width)
            heights = chm.read(block)
        tallest = max(tallest, top)
        spikes += chm.spikes(tile) if chm.spiked else 0
        found.append(maxima(heights, settings, chm.size, block, tile).astype(np.int32))
        event(progress=round(0.3 * (number + 1) / len(tiles), 3))
    if spikes:
        event(warning=say("spikes", spikes))
    if tallest == -math.inf:
        raise InputError(say("no_height"))
    if tallest < settings.min_height:
        raise InputError(say("too_low", settings.min_height, tallest))
    if settings.radius(tallest) < chm.size:
        raise InputError(say("too_coarse", chm.size, settings.radius(tallest)))
    return found, tallest


# -- crowns -------------------------------------------------------------------------------------------------


class Trees(NamedTuple):
    """Trees of a tile: arrays of one length, and crowns as WKB."""

    rows: np.ndarray
    columns: np.ndarray
    height: np.ndarray
    cells: np.ndarray
    confidence: np.ndarray
    crowns: list[bytes]


def flood_order(heights: np.ndarray, mask: np.ndarray, lowest: float) -> np.ndarray:
    """Levels for the watershed, float64 and all different: the highest first, then the first in raster order.

    The bits of positive float32 numbers are in the order of the numbers: less those of the lowest one, they take at
    most 28 bits up to 130 m, and the place in the block 25 of the 53 that a float64 holds.
    """
    bits = heights.view(np.int32).astype(np.int64) - int(np.float32(lowest).view(np.int32))
    count = heights.size
    order = bits * count + np.arange(count - 1, -1, -1, dtype=np.int64).reshape(heights.shape)
    if int(bits[mask].max(initial=0) + 1) * count < 2**53:
        return -order.astype(np.float64)
    ranks = np.zeros(count)
    chosen = np.flatnonzero(mask)
    ranks[chosen[np.argsort(-order.ravel()[chosen], kind="stable")]] = np.arange(1, len(chosen) + 1)
    return ranks.reshape(heights.shape)


def delineate(chm: Chm, tile: Block, tops: TopsByTile) -> tuple[np.ndarray, Block, np.ndarray, np.ndarray]:
    """Flood a tile with a margin that is wide enough for its crowns.

    Returns:
        Labels of the crowns (1, 2, … for the tops of the tile, greater for the others), the block they cover, its
        heights, and the tops of the tile.
    """
    settings = chm.settings
    margin = math.ceil(MARGIN_METRES / chm.size)
    while True:
        block = tile.grown(margin, chm.height, chm.width)
        heights = chm.read(block)
        mine, others = tops.of(tile), tops.around(tile, block)
        mask = heights >= settings.crown_height
        markers = np.zeros(heights.shape, np.int32)
        every = np.concatenate([mine, others])
        markers[every[:, 0] - block.top, every[:, 1] - block.left] = np.arange(1, len(every) + 1)
        stranger = len(every) + 1
        _ring(markers, stranger, block, chm)
        order = flood_order(np.ascontiguousarray(heights), mask, settings.crown_height)
        labels = watershed(order, markers, mask=mask)
        if not _touch(labels, len(mine), stranger):
            return labels, block, heights, mine
        margin *= 2
        if margin > 4 * settings.tile_size:
            event(message=say("wide", margin))


def _ring(markers: np.ndarray, stranger: int, block: Block, chm: Chm) -> None:
    """Mark the outer cells of a block, on the sides where the raster goes on."""
    if block.top > 0:
        markers[0] = stranger
    if block.bottom < chm.height:
        markers[-1] = stranger
    if block.left > 0:
        markers[:, 0] = stranger
    if block.right < chm.width:
        markers[:, -1] = stranger


def _touch(labels: np.ndarray, own: int, stranger: int) -> bool:
    """Whether a cell of label 1 to ``own`` has the stranger for neighbour."""
    strange, mine = labels == stranger, (labels > 0) & (labels <= own)
    return bool(
        (strange[1:] & mine[:-1]).any()
        or (strange[:-1] & mine[1:]).any()
        or (strange[:, 1:] & mine[:, :-1]).any()
        or (strange[:, :-1] & mine[:, 1:]).any()
    )


class TopsByTile:
    """The treetops, kept by tile, and the number of each: its rank in raster order whatever the tiles."""

    def __init__(self, tiles: list[Block], found: list[np.ndarray]) -> None:
        self._found = dict(zip(tiles, found))
        self._tiles = tiles
        self.count = sum(map(len, found))

    def of(self, tile: Block) -> np.ndarray:
        """Tops of a tile: int32 (n, 2), row and column."""
        return self._found[tile]

    def around(self, tile: Block, block: Block) -> np.ndarray:
        """Tops that are in a block and not in its tile."""
        parts = [np.empty((0, 2), np.int32)]
        for other in self._tiles:
            meets = other.top < block.bottom and other.bottom > block.top
            if other != tile and meets and other.left < block.right and other.right > block.left:
                tops = self._found[other]
                rows, columns = tops[:, 0], tops[:, 1]
                inside = (rows >= block.top) & (rows < block.bottom) & (columns >= block.left) & (columns < block.right)
                parts.append(tops[inside])
        return np.concatenate(parts)

    def numbers(self) -> Iterator[np.ndarray]:
        """Number of each top of each tile, from 1, in the order of the tiles."""
        found = [self._found[tile] for tile in self._tiles]
        if len(found) == 1:
            yield np.arange(1, self.count + 1)
            return
        every = np.concatenate(found)
        numbers = np.empty(len(every), np.int64)
        numbers[np.lexsort((every[:, 1], every[:, 0]))] = np.arange(1, len(every) + 1)
        ends = np.cumsum([len(tops) for tops in found])
        yield from np.split(numbers, ends[:-1])


def confidences(labels: np.ndarray, heights: np.ndarray, tops: np.ndarray, count: int) -> np.ndarray:
    """Share of a crown's height above its highest contact with a neighbour: 1 when alone, 0 when barely apart."""
    contact = np.zeros(int(labels.max(initial=0)) + 1, np.float32)
    for one, other, low in (
        (labels[1:], labels[:-1], np.minimum(heights[1:], heights[:-1])),
        (labels[:, 1:], labels[:, :-1], np.minimum(heights[:, 1:], heights[:, :-1])),
    ):
        meet = (one != other) & (one > 0) & (other > 0)
        level = low[meet]
        order = np.argsort(level, kind="stable")  # the last one written stays: the highest
        for side in (one[meet], other[meet]):
            best = np.zeros_like(contact)
            best[side[order]] = level[order]
            np.maximum(contact, best, out=contact)
    return 1.0 - contact[1 : count + 1] / tops


def trees_of(chm: Chm, tile: Block, tops: TopsByTile, with_crowns: bool) -> Trees:
    """Trees of a tile, with their crowns traced as a whole."""
    labels, block, heights, mine = delineate(chm, tile, tops)
    count = len(mine)
    rows, columns = mine[:, 0] - block.top, mine[:, 1] - block.left
    level = heights[rows, columns]
    confidence = confidences(labels, heights, level, count)
    if chm.settings.smoothing:
        level = chm.raw(block)[rows, columns]
    own = np.where(labels <= count, labels, 0)
    cells = np.bincount(own.ravel(), minlength=count + 1)[1:]
    crowns: list[bytes] = []
    if with_crowns:
        found = np.flatnonzero(own.any(axis=1)), np.flatnonzero(own.any(axis=0))
        top, left = (int(side[0]) if len(side) else 0 for side in found)
        bottom, right = (int(side[-1]) + 1 if len(side) else 0 for side in found)
        outlines = outline(own[top:bottom, left:right])
        a, _, c, _, e, f = chm.source.transform[:6]
        x = c + a * (outlines.corners[:, 0] + block.left + left)
        y = f + e * (outlines.corners[:, 1] + block.top + top)
        crowns = as_wkb(np.stack([x, y], axis=1), outlines)
    return Trees(mine[:, 0], mine[:, 1], level, cells, confidence, crowns)


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


# -- point clouds -------------------------------------------------------------------------------------------


def from_cloud(path: Path, size: float, target: Path) -> None:
    """Make a height model from a LAS or LAZ cloud: highest point of a cell above the ground of classes 2.

    Buildings (class 6) and noise (7, 18) are left out; a hole of one cell takes the highest of its neighbours.

    Raises:
        InputError: The cloud has no ground, or cannot be read.
    """
    import laspy  # only where a cloud is given

    try:
        with laspy.open(str(path)) as cloud:
            header = cloud.header
            west, north = math.floor(header.mins[0] / size) * size, math.ceil(header.maxs[1] / size) * size
            shape = (int((north - header.mins[1]) / size) + 1, int((header.maxs[0] - west) / size) + 1)
            if shape[0] * shape[1] > 400_000_000:
                raise InputError(say("too_many_cells", shape[0] * shape[1]))
            event(message=say("cloud", size))
            top, ground = _grids(cloud, shape, west, north, size)
            crs = _crs_of(header)
    except (OSError, laspy.LaspyException, ValueError) as error:
        raise InputError(say("unreadable", path, error)) from error
    heights = _above_ground(top, ground)
    transform = rasterio.transform.from_origin(west, north, size, size)
    options = {"driver": "GTiff", "height": shape[0], "width": shape[1], "count": 1, "dtype": "float32"}
    with rasterio.open(target, "w", crs=crs, transform=transform, nodata=-9999.0, **options) as out:
        out.write(np.where(np.isfinite(heights), heights, -9999).astype(np.float32), 1)


def _grids(cloud: Any, shape: tuple[int, int], west: float, north: float, size: float) -> tuple[np.ndarray, np.ndarray]:
    """Highest point and lowest ground of each cell; −inf and inf where there is none."""
    top, ground = np.full(shape, -np.inf, np.float32), np.full(shape, np.inf, np.float32)
    for points in cloud.chunk_iterator(2_000_000):
        x, y, z = (np.asarray(getattr(points, name), np.float64) for name in "xyz")
        kind = np.asarray(points.classification)
        index = np.minimum(((north - y) / size).astype(np.int64), shape[0] - 1) * shape[1]
        index += np.minimum(((x - west) / size).astype(np.int64), shape[1] - 1)
        low = kind == GROUND
        np.minimum.at(ground.ravel(), index[low], z[low].astype(np.float32))
        high = ~np.isin(kind, (BUILDING, *NOISE))
        np.maximum.at(top.ravel(), index[high], z[high].astype(np.float32))
    return top, ground


def _above_ground(top: np.ndarray, ground: np.ndarray) -> np.ndarray:
    """Heights from the highest points, the ground being that of the nearest cell that has one."""
    known = np.isfinite(ground)
    if not known.any():
        found = top[np.isfinite(top)]
        if not found.size or np.percentile(found, 2) > 5 or found.max() > TALLEST:
            raise InputError(say("no_ground"))
        event(warning=say("normalised", float(found.min()), float(found.max())))
        return _filled(top)
    nearest = ndimage.distance_transform_edt(~known, return_distances=False, return_indices=True)
    above = np.maximum(top - ground[tuple(nearest)], 0)
    return _filled(np.where(np.isfinite(top), above, -np.inf))


def _filled(heights: np.ndarray) -> np.ndarray:
    """Give a hole of one cell the highest of its neighbours."""
    hole = ~np.isfinite(heights)
    alone = hole & (ndimage.uniform_filter(hole.astype(np.float32), 3, mode="constant", cval=1) < 1.5 / 9)
    return np.where(alone, ndimage.maximum_filter(heights, 3, mode="constant", cval=-np.inf), heights)


def _crs_of(header: Any) -> Any:
    """Coordinate system of a cloud, from its WKT or GeoTIFF records; None when it says none."""
    for record in header.vlrs:
        with contextlib.suppress(AttributeError, rasterio.errors.CRSError):
            if record.record_id == 2112:
                return rasterio.crs.CRS.from_wkt(record.string.strip("\0"))
            if record.record_id == 34735:
                keys = {key.id: key.value_offset for key in record.geo_keys}
                if keys.get(3072, 32767) < 32767:
                    return rasterio.crs.CRS.from_epsg(keys[3072])
    return None


# -- writing ------------------------------------------------------------------------------------------------


class Output:
    """GeoPackage that is written aside, tile by tile, and takes its name when all is done."""

    def __init__(self, path: str, layer: str, geometry: str, crs: Any) -> None:
        self.path, self.layer, self.geometry = Path(path), layer, geometry
        self.crs = crs.to_wkt() if crs is not None else None
        self.aside = self.path.with_name(f".{self.path.stem}.{os.getpid()}.gpkg")
        self._begun = False

    def add(self, wkb: list[bytes] | np.ndarray, fields: dict[str, np.ndarray]) -> None:
        """Write features; a tile without any still makes the layer."""
        if not len(wkb) and self._begun:
            return
        geometry = np.empty(len(wkb), object)
        geometry[:] = list(wkb)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "crs was not provided": said already
            pyogrio.raw.write(
                self.aside, geometry, list(fields.values()), list(fields), layer=self.layer, driver="GPKG", dataset_options=VERSION,
                geometry_type=self.geometry, crs=self.crs, append=self.aside.exists(),
            )  # fmt: skip
        self._begun = True

    def finish(self) -> None:
        """Give the file its name, over what was there."""
        if self.aside.exists():  # two layers may share one file
            self.aside.replace(self.path)

    def discard(self) -> None:
        """Remove what was written aside."""
        for name in (self.aside, *(Path(f"{self.aside}{end}") for end in ("-wal", "-shm", "-journal"))):
            with contextlib.suppress(OSError):
                name.unlink()


def points_wkb(x: np.ndarray, y: np.ndarray) -> list[bytes]:
    """Points as WKB."""
    record = np.empty(len(x), np.dtype([("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")]))
    record["order"], record["type"], record["x"], record["y"] = 1, 1, x, y
    data, step = record.tobytes(), record.dtype.itemsize
    return [data[start : start + step] for start in range(0, len(data), step)]


def write_trees(chm: Chm, found: list[np.ndarray], outputs: dict[str, Output]) -> dict[str, float]:
    """Delineate and write tile by tile; return counts and means for the run sheet."""
    tiles, totals = chm.tiles(), np.zeros(4)
    tops = TopsByTile(tiles, found)
    for number, (tile, numbers) in enumerate(zip(tiles, tops.numbers())):
        if len(numbers) or number == 0:
            trees = trees_of(chm, tile, tops, "crowns" in outputs)
            area = trees.cells * chm.size**2
            diameter = 2 * np.sqrt(area / math.pi)
            fields = {
                "tree_id": numbers, "height": trees.height.astype(np.float64), "diameter": diameter,
                "area": area, "confidence": trees.confidence.astype(np.float64),
            }  # fmt: skip
            if "treetops" in outputs:
                x, y = chm.source.transform * (trees.columns + 0.5, trees.rows + 0.5)
                outputs["treetops"].add(points_wkb(x, y), fields)
            if "crowns" in outputs:
                outputs["crowns"].add(trees.crowns, fields)
            totals += len(numbers), fields["height"].sum(), diameter.sum(), area.sum()
        event(progress=round(0.3 + 0.69 * (number + 1) / len(tiles), 3))
    count = max(totals[0], 1)
    return {
        "trees": int(totals[0]), "mean_height": round(totals[1] / count, 6),
        "mean_diameter": round(totals[2] / count, 6), "canopy_area": round(totals[3], 3),
    }  # fmt: skip


# -- the command --------------------------------------------------------------------------------------------


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """Read the command line; ``--lang`` chooses the language of the messages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--chm")
    parser.add_argument("--cloud")
    for name, kind, default in (
        ("min-height", float, 2.0), ("window-slope", float, 0.05), ("window-intercept", float, 0.6),
        ("smoothing", float, 0.0), ("tile-size", int, 1024), ("cell-size", float, 0.5),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=kind, default=default)
    parser.add_argument("--crown-height", type=float)
    for name in ("exclude", "treetops", "crowns"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--lang", choices=("fr", "en"))
    return parser.parse_args(given)


LIMITS = {
    "min_height": (0.1, 100), "crown_height": (0.05, 100), "window_slope": (0, 1), "window_intercept": (0, 20), "smoothing": (0, 10),
    "tile_size": (16, 20000), "cell_size": (0.1, 5),
}  # fmt: skip


def run(options: argparse.Namespace) -> dict[str, object]:
    """Do what the command line asks; return the result.

    Raises:
        InputError: The input cannot be worked on.
    """
    for name, (low, high) in LIMITS.items():
        if getattr(options, name) is not None and not low <= getattr(options, name) <= high:
            raise InputError(say("bounds", name, getattr(options, name), low, high))
    wanted = {name: getattr(options, name) for name in ("treetops", "crowns") if getattr(options, name)}
    if not wanted:
        raise InputError(say("no_output"))
    for path in wanted.values():
        if not path.lower().endswith(".gpkg"):
            raise InputError(say("not_gpkg", path))
    edge = 0.75 * options.min_height if options.crown_height is None else options.crown_height
    settings = Settings(
        min_height=options.min_height,
        crown_height=min(edge, options.min_height),
        window_slope=options.window_slope,
        window_intercept=options.window_intercept,
        smoothing=options.smoothing,
        tile_size=options.tile_size,
    )
    with tempfile.TemporaryDirectory(prefix="treecrowns-") as folder:
        source, cloud = _source(options)
        if cloud:
            from_cloud(source, options.cell_size, Path(folder) / "chm.tif")
            source = Path(folder) / "chm.tif"
        return _run_on(str(source), settings, options.exclude, wanted)


def _source(options: argparse.Namespace) -> tuple[Path, bool]:
    """What heights come from, and whether it is a cloud; ``--chm`` takes one too."""
    given = [name for name in ("chm", "cloud") if getattr(options, name)]
    if len(given) != 1:
        raise InputError(say("one_source"))
    source = Path(getattr(options, given[0]))
    cloud = source.suffix.lower() in (".las", ".laz")
    if given == ["cloud"] and not cloud:
        raise InputError(say("not_cloud", source.name))
    return source, cloud


def _run_on(source: str, settings: Settings, exclude: str | None, wanted: dict[str, str]) -> dict[str, object]:
    """Do it on a raster."""
    try:
        raster = rasterio.open(source)
    except rasterio.errors.RasterioIOError as error:
        raise InputError(say("unreadable", source, error)) from error
    with raster:
        areas = Exclusion(exclude, raster.crs) if exclude else None
        chm = Chm(raster, settings, areas)
        event(message=say("finding"))
        found, _ = find_tops(chm)
        if areas is not None and not areas.used:
            event(warning=say("exclude_empty"))
        event(message=say("drawing", sum(map(len, found))))
        kinds = {"treetops": "Point", "crowns": "Polygon"}
        outputs = {name: Output(path, name, kinds[name], raster.crs) for name, path in wanted.items()}
        try:
            figures = write_trees(chm, found, outputs)
            for output in outputs.values():
                output.finish()
        finally:
            for output in outputs.values():
                output.discard()
    return {**figures, **wanted}


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
        event(error=say("unreadable", options.cloud or options.chm, error))
        return 1
    except (OSError, pyogrio.errors.DataSourceError) as error:
        event(error=say("disk", error))
        return 1
    event(progress=1.0)
    event(result=result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
