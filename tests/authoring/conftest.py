"""What the tests of drafts share: a finished draft with a file, a run sheet, a catalogue to send to."""

from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest

from crige_ia_plugin.authoring.draft import Author, Draft, Footprint, Licences, LocalFile, Measure, WebLink
from crige_ia_plugin.catalogue import publish
from crige_ia_plugin.paths import RESOURCES
from crige_ia_plugin.runsheet.energy import estimate
from crige_ia_plugin.runsheet.sheet import Check, Cost, Figure, InputLayer, Parameter, RunSheet, Tool


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Mes données é à ç.csv"
    path.write_bytes(b"id;nom\n1;Aix\n")
    return path


@pytest.fixture
def draft(file: Path) -> Draft:
    return Draft(
        key="2026-11-22-abcd",
        kind="script",
        title={"fr": "Détecter les parkings", "en": "Detect car parks"},
        description={"fr": "Un script pour les parkings.", "en": "A script for car parks."},
        to_check={"fr": "Contrôler sur une zone témoin.", "en": "Check on a control area."},
        facets={"theme": ("parkings",), "level": ("novice",), "profession": ("geomaticien",)},
        keywords=("parking", "orthophoto"),
        authors=(Author("Josiah Carberry", "0000-0002-1825-0097", "Brown University"),),
        publisher="CRIGE PACA",
        email="contact@example.org",
        doi="https://doi.org/10.5281/zenodo.1234567",
        edition="BD ORTHO 2023",
        version="1.0.0",
        date="2025",
        licences=Licences(code="GPL-3.0-or-later", weights="CC-BY-4.0"),
        links=(WebLink("https://example.org/parkings"),),
        files=(LocalFile(str(file), "Exemple"),),
        assessed=True,
        measures=(Measure("Rappel", 0.79, threshold=0.75, words="retrouve 79 %"),),
        limits=("Sous les arbres",),
        footprint=Footprint(0.6, 0.03, "estimate", "1 km²"),
        created="2026-11-22T10:00:00Z",
        updated="2026-11-22T11:00:00Z",
    )


@pytest.fixture(scope="session")
def empty_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("receiving") / "catalogue"
    publish.new(folder, "cible", "Cible", "CRIGE", "contact@example.org", RESOURCES / "catalogue" / "vocabulary")
    return folder


@pytest.fixture
def sheet() -> RunSheet:
    return RunSheet(
        tool=Tool("crige_ia:splitatintersections", "Tronçonner les routes", "1.2.0", "ab" * 32),
        parameters=(Parameter("TOLERANCE", "Tolérance", 0.5), Parameter("OUT", "Sortie", "/home/anne/secret/a.gpkg")),
        inputs=(
            InputLayer("INPUT", "Routes", "/home/anne/bdtopo.gpkg", 14213, "EPSG:2154", None, "BD TOPO 2025-06-15"),
        ),
        software=(("QGIS", "3.40.4"),),
        cost=Cost(
            started=datetime(2026, 11, 22, 16, 42, 5, tzinfo=timezone.utc),
            duration_s=11.2,
            cpu_s=9.84,
            peak_memory_bytes=412_000_000,
            energy=estimate(9.84, 11.2, 412_000_000),
        ),
        results=(Figure("SEGMENT_COUNT", "Tronçons", 19874), Figure("LENGTH", "Longueur", 1234.5, "m")),
        checks=(Check("length", "Longueur conservée", True, "écart 0 m"), Check("levels", "Niveaux utilisés", False)),
        warnings=("3 entités sans géométrie",),
        language="fr",
    )
