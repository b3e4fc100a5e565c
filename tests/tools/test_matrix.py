"""The matrix of QGIS versions: nothing mounted is ever removed, nothing unproven is ever called passed."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
TOOLS = REPOSITORY / "tools"
NOT_ROOT = os.geteuid() != 0
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the matrix is Linux's")


def bash(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", "-c", script, "bash", *arguments]
    variables = {**os.environ, **environment}
    return subprocess.run(
        command,
        cwd=REPOSITORY,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A MATRIX_HOME with one root in it."""
    folder = tmp_path / "matrix"
    (folder / "3.44" / "dev" / "deep").mkdir(parents=True)
    (folder / "3.44" / "etc").mkdir()
    (folder / "3.44" / "etc" / "passwd").write_text("root\n", encoding="utf-8")
    return folder


def safe_remove(home: Path, path: object, **environment: str) -> subprocess.CompletedProcess[str]:
    script = '. tools/matrix_root.sh; safe_remove "$1"'
    return bash(script, str(path), MATRIX_HOME=str(home), **environment)


# ---- safe_remove


def test_a_root_without_mounts_is_removed(home):
    done = safe_remove(home, home / "3.44")
    assert done.returncode == 0, done.stderr
    assert not (home / "3.44").exists()
    assert home.is_dir()


def test_what_is_not_there_is_no_error(home):
    assert safe_remove(home, home / "3.40").returncode == 0


@pytest.mark.parametrize("mounted", ["", "/dev", "/dev/deep"])
def test_a_tree_with_a_mount_is_never_removed(home, tmp_path, mounted):
    program(tmp_path / "bin", "findmnt", f"echo /; echo '{home}/3.44{mounted}'; echo /proc")
    done = safe_remove(home, home / "3.44", PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert f"{home}/3.44{mounted} is mounted" in done.stderr
    assert (home / "3.44" / "etc" / "passwd").is_file()
    assert (home / "3.44" / "dev" / "deep").is_dir()


def test_a_mount_whose_name_has_a_space_is_seen(home, tmp_path):
    (home / "3.44" / "my disk").mkdir()
    program(tmp_path / "bin", "findmnt", f"echo /; echo '{home}/3.44/my\\x20disk'")
    done = safe_remove(home, home / "3.44", PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert (home / "3.44" / "etc" / "passwd").is_file()


def test_a_neighbour_s_mount_does_not_matter(home, tmp_path):
    program(tmp_path / "bin", "findmnt", f"echo /; echo '{home}/3.44.partial/dev'")
    assert safe_remove(home, home / "3.44", PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}").returncode == 0
    assert not (home / "3.44").exists()


@pytest.mark.parametrize("answer", ["exit 1", "exit 0", "exit 127"])
def test_nothing_is_removed_when_mounts_cannot_be_told(home, tmp_path, answer):
    program(tmp_path / "bin", "findmnt", answer)
    done = safe_remove(home, home / "3.44", PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert "findmnt cannot tell" in done.stderr
    assert (home / "3.44" / "etc" / "passwd").is_file()


@pytest.mark.skipif(NOT_ROOT, reason="mounting needs root")
def test_a_real_mount_stops_it(home):
    script = """
        mount -t tmpfs tmpfs "$1/dev" && touch "$1/dev/null" || exit 77
        . tools/matrix_root.sh
        safe_remove "$1" && exit 1
        test -e "$1/dev/null" && test -f "$1/etc/passwd" || exit 2
        umount "$1/dev" && safe_remove "$1" || exit 3
    """
    command = 'unshare --mount --propagation private -- bash -c "$1" bash "$2" || exit $?'
    done = bash(command, script, str(home / "3.44"), MATRIX_HOME=str(home))
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this machine lets nobody mount")
    assert done.returncode == 0, done.stderr
    assert "is mounted, so this is not removed" in done.stderr
    assert not (home / "3.44").exists()


def test_only_folders_under_the_home_are_removed(home, tmp_path):
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    (home / "link").symlink_to(stranger)
    (home / "3.44" / "up").symlink_to(tmp_path)
    beside = tmp_path / "matrix-of-someone"
    beside.mkdir()
    refused = [
        "",
        "/",
        "3.44",
        home,
        stranger,
        beside,
        home / "link",
        f"{home}/../stranger",
        f"{home}/3.44/up/stranger",
    ]
    for path in refused:
        done = safe_remove(home, path)
        assert done.returncode == 1, path
        assert "not removed" in done.stderr, path
    assert stranger.is_dir()
    assert beside.is_dir()
    assert (home / "3.44" / "etc" / "passwd").is_file()


def test_without_a_home_nothing_is_removed(home):
    assert safe_remove(home / "gone", home / "3.44").returncode == 1
    assert bash('. tools/matrix_root.sh; safe_remove "$1"', str(home / "3.44"), MATRIX_HOME="").returncode == 1
    assert (home / "3.44" / "etc" / "passwd").is_file()


def test_nothing_is_mounted_outside_a_private_namespace(home, tmp_path):
    calls = tmp_path / "calls"
    for name in ("mount", "mknod"):
        program(tmp_path / "bin", name, f"echo {name} >> '{calls}'")
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    script = '. tools/matrix_root.sh; {} mount_system "$1"'
    for before in ("", "MATRIX_OUTSIDE=$(mount_namespace);"):
        done = bash(script.format(before), str(home / "3.44"), PATH=path, MATRIX_OUTSIDE="")
        assert done.returncode == 1
        assert "refusing to mount" in done.stderr
    assert not calls.exists()


# ---- recipes and settings


@pytest.mark.parametrize("name", ["3.22", "3.40", "3.44", "python3.9"])
def test_every_root_has_a_recipe_whose_requirements_exist(name):
    script = '. tools/matrix_root.sh; read_recipe "$1"; echo "$suite $target $requirements"; python_stamp'
    done = bash(script, name)
    assert done.returncode == 0, done.stderr
    first, *stamp = done.stdout.splitlines()
    assert (TOOLS / first.split()[2]).is_file()
    assert any(line.startswith("pytest") for line in stamp)
    assert ("pytest-qgis" in done.stdout) == (name != "python3.9")


def test_an_unknown_root_is_refused():
    done = bash("tools/test_matrix.sh 2.18")
    assert done.returncode == 1
    assert "2.18 is none of 3.22, 3.40, 3.44" in done.stderr


def test_pip_settings_leave_out_what_lies_on_this_disk(tmp_path):
    config = tmp_path / "pip.conf"
    config.write_text(
        "[global]\nindex-url = https://mirror.example/simple\n"
        "extra-index-url = file:///opt/here https://more.example/simple\n"
        "find-links = /opt/wheels\nconstraint = /etc/constraints.txt\ntimeout = 7\n",
        encoding="utf-8",
    )
    clean = {name: "" for name in os.environ if name.startswith("PIP_")}
    settings = {**clean, "PIP_CONFIG_FILE": str(config), "PIP_FIND_LINKS": "/nowhere", "HOME": str(tmp_path)}
    done = bash(". tools/test_matrix.sh; machine_pip", **settings)
    lines = done.stdout.splitlines()
    assert lines[0] == "[global]"
    assert "index-url = https://mirror.example/simple" in lines
    assert "extra-index-url = https://more.example/simple" in lines
    assert "timeout = 7" in lines
    assert "/opt" not in done.stdout
    assert "/nowhere" not in done.stdout
    assert "constraint" not in done.stdout


def test_the_mirror_is_the_machine_s_unless_one_is_given(tmp_path):
    script = ". tools/test_matrix.sh; machine_mirror"
    given = bash(script, MIRROR="http://mirror.example/debian")
    assert given.stdout.strip() == "http://mirror.example/debian"
    sources = "echo http://security.example/debian-security/; echo http://near.example/debian/"
    program(tmp_path / "bin", "apt-get", sources)
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    assert bash(script, MIRROR="", PATH=path).stdout.strip() == "http://near.example/debian/"
    program(tmp_path / "bin", "apt-get", "echo http://archive.example/ubuntu/")
    assert bash(script, MIRROR="", PATH=path).stdout.strip() == "http://deb.debian.org/debian"


# ---- the command


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the tools beside an almost empty staged plugin."""
    folder = tmp_path / "checkout"
    (folder / "build" / "crige_ia_plugin").mkdir(parents=True)
    (folder / "tests").mkdir()
    (folder / "build" / "crige_ia_plugin" / "metadata.txt").write_text("[general]\n", encoding="utf-8")
    shutil.copytree(TOOLS, folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def run_matrix(checkout: Path, *names: str, **environment: str) -> subprocess.CompletedProcess[str]:
    home = checkout.parent / "home"
    variables = {"XDG_CACHE_HOME": str(home), "HOME": str(home), "MATRIX_OPTIONAL": "", **environment}
    return bash('exec "$@"', "bash", str(checkout / "tools" / "test_matrix.sh"), *names, **variables)


def test_an_unstaged_plugin_is_an_error(checkout):
    shutil.rmtree(checkout / "build")
    done = run_matrix(checkout, "3.44")
    assert done.returncode == 1
    assert "make package" in done.stderr


def test_without_the_right_it_says_so_and_fails(checkout, tmp_path):
    program(tmp_path / "bin", "id", "echo 1000")
    program(tmp_path / "bin", "sudo", "exit 1")
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    for optional, last in (("", "not passed on 3.44"), ("1", "nothing was tested")):
        done = run_matrix(checkout, "3.44", PATH=path, MATRIX_OPTIONAL=optional)
        assert done.returncode == 1
        assert "needs root or sudo" in done.stderr
        assert last in done.stderr
        assert "no root" in done.stdout
    runs = tmp_path / "home" / "crige_ia_plugin" / "matrix" / "runs"
    assert list(runs.iterdir()) == [], "its working folder is gone"


@pytest.mark.skipif(NOT_ROOT, reason="making a root needs root")
@pytest.mark.skipif(shutil.which("debootstrap") is None, reason="debootstrap is not installed")
def test_a_root_that_cannot_be_made_is_an_error_and_leaves_no_half(checkout, tmp_path):
    done = run_matrix(checkout, "python3.9", MIRROR="http://127.0.0.1:9/debian")
    assert done.returncode == 1
    assert "the root python3.9 could not be made" in done.stderr
    matrix = tmp_path / "home" / "crige_ia_plugin" / "matrix"
    assert sorted(path.name for path in matrix.iterdir()) == ["python3.9.lock", "python3.9.log", "runs"]
    assert str(matrix) not in Path("/proc/self/mountinfo").read_text(encoding="utf-8")


# ---- the table


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("matrix_report", TOOLS / "matrix_report.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


report = _load()

JUNIT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'


def leave(folder: Path, name: str, status: str, counts: tuple[int, int, int, int] | None) -> None:
    """Write what a suite leaves: tests, failures, errors, skipped."""
    (folder / name).mkdir(parents=True)
    (folder / name / "status").write_text(status, encoding="utf-8")
    if counts:
        (folder / name / "junit.xml").write_text(JUNIT.format(*counts), encoding="utf-8")
        (folder / name / "versions.json").write_text('{"QGIS": "3.44.15", "Python": "3.14.1"}', encoding="utf-8")


@pytest.mark.parametrize(
    ("status", "counts", "state", "good"),
    [
        ("0 12", (10, 0, 0, 2), "passed", True),
        ("1 12", (10, 1, 0, 2), "failed", False),
        ("1 12", (10, 0, 1, 2), "failed", False),
        ("139 12", (10, 0, 0, 2), "failed", False),
        ("124 12", None, "did not run", False),
        ("0 12", None, "did not run", False),
        ("5 12", (0, 0, 0, 0), "ran no test", False),
        ("0 12", (4, 0, 0, 4), "ran no test", False),
        ("absent", None, "no root", False),
    ],
)
def test_only_tests_that_ran_and_passed_count(tmp_path, capsys, monkeypatch, status, counts, state, good):
    monkeypatch.delenv("MATRIX_OPTIONAL", raising=False)
    leave(tmp_path, "3.44", status, counts)
    assert report.main(["table", str(tmp_path), "3.44"]) == (0 if good else 1)
    row = capsys.readouterr().out.splitlines()[-1]
    assert row.startswith("3.44")
    assert row.endswith(state)


def test_the_counts_stand_in_the_table(tmp_path, capsys):
    leave(tmp_path, "3.44", "1 321", (100, 2, 1, 7))
    report.main(["table", str(tmp_path), "3.44"])
    row = capsys.readouterr().out.splitlines()[-1].split()
    assert row == ["3.44", "3.44.15", "3.14.1", "–", "–", "–", "90", "3", "7", "321", "failed"]


def test_an_absent_root_is_let_through_only_when_optional(tmp_path, monkeypatch):
    leave(tmp_path, "3.22", "0 5", (3, 0, 0, 0))
    leave(tmp_path, "3.44", "absent", None)
    monkeypatch.delenv("MATRIX_OPTIONAL", raising=False)
    assert report.main(["table", str(tmp_path), "3.22", "3.44"]) == 1
    monkeypatch.setenv("MATRIX_OPTIONAL", "1")
    assert report.main(["table", str(tmp_path), "3.22", "3.44"]) == 0
    assert report.main(["table", str(tmp_path), "3.44"]) == 1, "nothing was tested"


def test_a_failure_is_never_optional(tmp_path, monkeypatch):
    monkeypatch.setenv("MATRIX_OPTIONAL", "1")
    leave(tmp_path, "3.22", "1 5", (3, 1, 0, 0))
    assert report.main(["table", str(tmp_path), "3.22"]) == 1


def test_the_probe_tells_this_python(capsys):
    assert report.main(["probe"]) == 0
    versions = json.loads(capsys.readouterr().out)
    assert versions["Python"] == ".".join(str(part) for part in sys.version_info[:3])
