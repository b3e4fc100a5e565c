"""What each shared script says of itself: complete, in two languages, and true to its command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "resources" / "scripts"
NAMES = sorted(path.stem for path in SCRIPTS.glob("*.py"))
TYPES = {
    "vector", "vectors", "raster", "number", "integer", "distance", "boolean", "choice", "text", "field", "file", "crs",
    "extent", "vector-out", "raster-out", "file-out",
}  # fmt: skip
BLOCK = re.compile(r"(?m)^# /// script$\s(?P<content>(^#(| .*)$\s)+)^# ///$")


def description(name: str) -> dict:
    tomllib = pytest.importorskip("tomllib", reason="Python 3.11 or later reads TOML")
    text = (SCRIPTS / f"{name}.py").read_text(encoding="utf-8")
    (block,) = BLOCK.finditer(text)
    lines = block.group("content").splitlines()
    return tomllib.loads("\n".join(line[2:] for line in lines))


def test_the_three_are_there():
    assert NAMES == ["applymodel", "evaluatemodel", "treecrowns"]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_complete_in_two_languages(name):
    tool = description(name)["tool"]["iageo"]
    assert (tool["format"], tool["id"]) == (1, name)
    assert re.fullmatch(r"\d+\.\d+\.\d+", tool["version"])
    assert tool["license"] == "GPL-2.0-or-later"
    for holder in (tool["title"], tool["help"], *(parameter["title"] for parameter in tool["parameters"])):
        assert set(holder) == {"fr", "en"}
        assert holder["fr"] != "" != holder["en"]
    names = [parameter["name"] for parameter in tool["parameters"]]
    assert len(names) == len(set(names))
    for parameter in tool["parameters"]:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", parameter["name"])
        assert parameter["type"] in TYPES
        for choice in parameter.get("choices", []):
            assert set(choice["title"]) == {"fr", "en"}
        if "parent" in parameter:
            assert parameter["parent"] in names
        if "style" in parameter:
            assert (SCRIPTS.parent / "styles" / f"{parameter['style']}.qml").is_file()
    assert all((SCRIPTS / path).is_file() for path in tool.get("sample", {}).values())


@pytest.mark.parametrize("name", NAMES)
def test_the_command_line_knows_each_parameter(run_script, name, scripts_python):
    import subprocess

    told = subprocess.run(
        [str(scripts_python), str(SCRIPTS / f"{name}.py"), "--help"], capture_output=True, text=True, check=True
    )
    for parameter in description(name)["tool"]["iageo"]["parameters"]:
        assert f"--{parameter['name'].replace('_', '-')}" in told.stdout


@pytest.mark.parametrize("name", NAMES)
def test_its_pinned_versions_have_digests_and_no_address(name):
    text = (SCRIPTS / f"{name}.lock.txt").read_text(encoding="utf-8")
    assert "://" not in text
    for dependency in description(name)["dependencies"]:
        package = re.match(r"[a-z-]+", dependency)[0]
        assert re.search(rf"^{package}(\[[a-z]+\])?==\S+", text, re.MULTILINE), package
    pins = re.findall(r"^[a-z0-9-]+(?:\[[a-z,]+\])?==", text, re.MULTILINE)
    assert len(pins) >= len(description(name)["dependencies"])
    for part in re.split(r"^(?=[a-z0-9-]+(?:\[[a-z,]+\])?==)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in part


def test_the_lines_that_two_scripts_share_are_the_same():
    """A shared script is one file: what two of them need stands in both."""
    parts = []
    for name in ("treecrowns", "applymodel"):
        text = (SCRIPTS / f"{name}.py").read_text(encoding="utf-8")
        start = text.index("# -- outlines -")
        parts.append(text[start : text.index("\n# -- ", start + 10)])
    assert parts[0] == parts[1]


def test_the_sample_is_small_and_says_that_it_is_fictitious():
    sample = SCRIPTS / "sample" / "treecrowns_fictitious_chm.tif"
    assert sample.stat().st_size < 200_000
    assert "fictives" in sample.read_bytes().decode("utf-8", "ignore")
