"""One module a job that is measured; each exposes ``SUITE``."""

from __future__ import annotations

from harness import Suite

from . import (
    catalogue_search,
    desktop_harvest,
    desktop_start,
    roads_measures,
    roads_split,
    scripts_crowns,
    scripts_onnx,
    scripts_overhead,
)

SUITES: tuple[Suite, ...] = (
    roads_split.SUITE,
    roads_measures.SUITE,
    catalogue_search.SUITE,
    desktop_harvest.SUITE,
    desktop_start.SUITE,
    scripts_crowns.SUITE,
    scripts_onnx.SUITE,
    scripts_overhead.SUITE,
)
