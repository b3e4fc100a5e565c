"""The rules that lint holds: metadata, and who may import whom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import import_rules
import metadata_rules
import pytest
import stage

REPOSITORY = Path(__file__).resolve().parents[2]
METADATA = (REPOSITORY / "metadata.txt").read_text(encoding="utf-8")
CHANGELOG = "# Changelog\n\n## [Unreleased]\n"


def metadata_problems(metadata: str, changelog: str = CHANGELOG) -> list[str]:
    return metadata_rules.problems(metadata, changelog, REPOSITORY)


def test_our_metadata_is_sound():
    assert metadata_problems(METADATA) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("version=0.1.0", "version=one", "version is not like"),
        ("version=0.1.0\n", "", "version is missing"),
        ("hasProcessingProvider=yes", "hasProcessingProvider=no", "hasProcessingProvider"),
        ("homepage=https:", "homepage=http:", "homepage is no https address"),
        ("crige_ia.png", "other.png", "icon is no file"),
        ("description=", "description=100 % ", "QGIS cannot read it"),
        ("about=", "about=<b>", "about holds HTML"),
        ("category=Analysis", "category=Roads", "category is none of"),
    ],
)
def test_bad_metadata_is_refused(old, new, problem):
    assert old in METADATA
    found = metadata_problems(METADATA.replace(old, new, 1))
    assert any(problem in line for line in found), found


def test_the_changelog_follows():
    assert metadata_problems(METADATA, "## [0.0.9] - 2020-01-01\n")
    assert metadata_problems(METADATA, "## [0.1.0] - 2020-01-01\n") == []


def test_qgis_plugin_ci_finds_the_staged_plugin_its_changelog_and_its_forge():
    if sys.version_info >= (3, 11):
        import tomllib as toml
    else:
        toml = pytest.importorskip("tomli")
    stage.stage()
    options = toml.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["qgis-plugin-ci"]
    plugin = REPOSITORY / options["plugin_path"]
    assert plugin == stage.STAGED
    assert (plugin / "metadata.txt").read_text(encoding="utf-8") == METADATA
    assert (plugin.parent / options["changelog_path"]).resolve() == REPOSITORY / "CHANGELOG.md"
    forge = f"https://github.com/{options['github_organization_slug']}/{options['project_slug']}"
    assert f"repository={forge}\n" in METADATA
    languages = {options["translation_source_language"], *options["translation_languages"]}
    assert languages == {"en", "fr"}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small repository under our rules, with two pure rooms."""
    for name in ("", "engine", "catalogue"):
        room = tmp_path / "crige_ia_plugin" / name
        room.mkdir(parents=True, exist_ok=True)
        (room / "__init__.py").write_text('"""Room."""\n', encoding="utf-8")
    (tmp_path / "tools").mkdir()
    for name in ("tools/import_rules.py", "pyproject.toml"):
        (tmp_path / name).write_text((REPOSITORY / name).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def import_problems(house: Path) -> str:
    command = [sys.executable, str(house / "tools" / "import_rules.py")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode == 0) == (run.stderr == "")
    return run.stderr


def test_rooms_that_are_not_built_are_left_out(house):
    assert import_problems(house) == ""
    assert import_rules.keep_existing({"source_modules": ["crige_ia_plugin.panel"]}, house) is None


@pytest.mark.parametrize(
    ("name", "code", "problem"),
    [
        ("engine/a.py", "import qgis.core\n", "crige_ia_plugin.engine is not allowed to import qgis"),
        ("engine/a.py", "import shapely\n", "crige_ia_plugin is not allowed to import shapely"),
        ("catalogue/a.py", "from crige_ia_plugin import engine\n", "is not allowed to import"),
        ("attic.py", "", "not listed as layers"),
    ],
)
def test_a_broken_rule_is_told(house, name, code, problem):
    (house / "crige_ia_plugin" / name).write_text(code, encoding="utf-8")
    assert problem in import_problems(house)
