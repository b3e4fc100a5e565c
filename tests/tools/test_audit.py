"""The gate: each thing that the plugin site refuses is refused here."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import audit
import pytest

SOUND = {"LICENSE": b"GPL", "metadata.txt": b"[general]\n", "__init__.py": b'"""Nothing."""\n'}


def make_zip(path: Path, files: dict[str, bytes], mode: int = 0o644) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name if "/" in name else f"crige_ia_plugin/{name}")
            entry.external_attr = (stat.S_IFREG | mode) << 16
            archive.writestr(entry, content)
    return path


def audit_with(tmp_path: Path, name: str, content: bytes, mode: int = 0o644) -> list[str]:
    return audit.audit(make_zip(tmp_path / "plugin.zip", {**SOUND, name: content}, mode))


def test_a_sound_zip_passes(tmp_path):
    assert audit.audit(make_zip(tmp_path / "plugin.zip", SOUND)) == []


def test_a_zip_without_licence_is_refused(tmp_path):
    files = {name: content for name, content in SOUND.items() if name != "LICENSE"}
    assert audit.audit(make_zip(tmp_path / "plugin.zip", files)) == ["crige_ia_plugin/LICENSE is missing"]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("crige_ia_plugin/.hidden", b"", "is hidden"),
        ("crige_ia_plugin/fast.pyd", b"", "is compiled"),
        ("crige_ia_plugin/engine/fast.so", b"", "is compiled"),
        ("crige_ia_plugin/__pycache__/a.py", b"", "is a cache"),
        ("crige_ia_plugin/data", b"\x7fELF...", "begins like a program"),
        ("elsewhere/a.py", b"", "is not in the one folder"),
        ("crige_ia_plugin/../../a.py", b"", "leaves its folder"),
    ],
)
def test_contents_are_refused(tmp_path, name, content, problem):
    found = audit_with(tmp_path, name, content)
    assert any(problem in line for line in found), found


def test_an_executable_mode_is_refused(tmp_path):
    assert any("executable mode" in line for line in audit_with(tmp_path, "a.py", b"", mode=0o755))


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        (b"def f(x):\n    assert x\n", "B101"),
        (b"try:\n    x = 1\nexcept Exception:\n    pass\n", "B110"),
        (b"import subprocess\n", "B404"),
    ],
)
def test_bandit_has_no_severity_floor(tmp_path, code, rule):
    found = audit_with(tmp_path, "a.py", code)
    assert any(rule in line for line in found), found


def test_a_secret_is_refused(tmp_path):
    digest = b"3f786850e387550fdab836ed7e6dc881" + b"de23001bde13e3f5a4b6f2a8b1c90d77"
    found = audit_with(tmp_path, "a.json", b'{"checksum": "' + digest + b'"}\n')
    assert any("looks like a secret" in line for line in found), found


@pytest.mark.parametrize(
    ("waiver", "accepted"),
    [
        ("# nosec B404 starts uv, never a shell", True),
        ("# nosec B404, B603 - starts uv, never a shell", True),
        ("# nosec", False),
        ("# nosec B404", False),
        ("# nosec because I say so", False),
        ("# nosec B307 our own expressions", False),
    ],
)
def test_a_waiver_names_its_rule_and_gives_its_reason(tmp_path, waiver, accepted):
    (tmp_path / "a.py").write_text(f"import subprocess  {waiver}\n", encoding="utf-8")
    assert (audit.waiver_problems(tmp_path) == []) == accepted
