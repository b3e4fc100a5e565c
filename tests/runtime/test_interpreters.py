"""Python and uv are found where each system has them; the network's settings reach uv and pip."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from crige_ia_plugin.runtime import interpreters, network, tools
from crige_ia_plugin.runtime.environment import Settings
from crige_ia_plugin.runtime.interpreters import Running, candidates
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem

OSGEO = r"C:\OSGeo4W"


@pytest.mark.parametrize(
    ("running", "among"),
    [
        (Running("linux", "/usr/bin/python3", "/usr", "3.11"), ["/usr/bin/python3"]),
        (Running("linux", "/usr/bin/qgis.bin", "/usr", "3.13"), ["/usr/bin/python3.13", "/usr/bin/python3"]),
        (Running("linux", "", "/usr", "3.13"), ["/usr/bin/python3.13"]),
        (Running("linux", "/usr/bin/qgis", "/home/me/.pyenv/versions/3.13.1", "3.13"), ["/usr/bin/python3.13"]),
        (
            Running("win32", rf"{OSGEO}\bin\qgis-ltr-bin.exe", rf"{OSGEO}\apps\Python312", "3.12"),
            [rf"{OSGEO}\apps\Python312\python.exe", rf"{OSGEO}\bin\python3.exe"],
        ),
        (
            Running(
                "win32", r"C:\Program Files\QGIS 3.40\bin\qgis-bin.exe", r"C:\PROGRA~1\QGIS~1.40\apps\Python312", "3.12"
            ),
            [r"C:\PROGRA~1\QGIS~1.40\apps\Python312\python.exe"],
        ),
        (Running("win32", r"C:\v\Scripts\python.exe", r"C:\v", "3.12"), [r"C:\v\Scripts\python.exe"]),
        (
            Running(
                "darwin", "/Applications/QGIS.app/Contents/MacOS/QGIS", "/Applications/QGIS.app/Contents/MacOS", "3.9"
            ),
            [
                "/Applications/QGIS.app/Contents/MacOS/bin/python3.9",
                "/Applications/QGIS.app/Contents/MacOS/bin/python3",
            ],
        ),
    ],
)
def test_python_is_looked_for_where_each_system_has_it(running: Running, among: list[str]) -> None:
    found = candidates(running)
    assert [path for path in found if path in among] == among
    assert found[0] == among[0]
    assert not any("qgis" in Path(path.replace("\\", "/")).name.lower() for path in found)
    assert running.executable in found or "python" not in running.executable.lower()


def test_a_program_that_embeds_python_is_known_whatever_the_path_has_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "exe").symlink_to("/opt/qgis/bin/qgis")
    monkeypatch.setattr(interpreters, "_PROGRAM", tmp_path / "exe")
    assert Running.here().executable == "/opt/qgis/bin/qgis"
    monkeypatch.setattr(interpreters, "_PROGRAM", tmp_path / "absent")  # another system than Linux
    assert Running.here().executable == sys.executable


def test_this_python_is_found() -> None:
    assert interpreters.probe(interpreters.find_python()).version.startswith("{}.{}".format(*sys.version_info[:2]))


def test_extras_count_only_with_what_they_ask_for(tmp_path: Path) -> None:
    def package(name: str, *requires: str) -> None:
        folder = tmp_path / f"{name}-1.0.dist-info"
        folder.mkdir()
        needs = "".join(f"Requires-Dist: {need}\n" for need in requires)
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{needs}")

    package("iageo_a", 'iageo_b ; extra == "x"', "iageo_c>=1 ; extra == 'y'", "iageo_d; python_version < '3'")
    package("iageo_b")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); sys.argv[0] = ''\n" + interpreters._PROBE
    words = [sys.executable, "-I", "-c", code, "iageo_a", "iageo_b", "iageo_c", "iageo_z"]
    told = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    assert json.loads(told)["packages"] == {"iageo_a": "1.0", "iageo_b": "1.0"}
    for wanted, there in (("iageo_a[x]", True), ("iageo_a[y]", False), ("iageo_a[x,y]", False), ("iageo_a[z]", True)):
        told = subprocess.run([*words[:4], wanted], capture_output=True, check=True, text=True).stdout
        assert ("iageo_a" in json.loads(told)["packages"]) is there


def test_a_python_that_was_chosen_and_is_gone_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        interpreters.find_python(str(tmp_path / "gone"))
    assert caught.value.code is Code.PYTHON_ABSENT
    with pytest.raises(RuntimeProblem):
        interpreters.find_python("", Running("linux", "", str(tmp_path), "9.9")) if not Path(
            "/usr/bin/python3"
        ).exists() else interpreters.find_python(str(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="programs without .exe")
def test_relative_paths_are_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What they name is run from another folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tool").write_text("")
    (tmp_path / "tool").chmod(0o755)
    assert interpreters.find_python("tool") == str(tmp_path / "tool")
    assert interpreters.find_uv("tool", "python", []) == str(tmp_path / "tool")


@pytest.mark.skipif(sys.platform == "win32", reason="programs without .exe")
def test_uv_is_looked_for_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {name: tmp_path / name / "uv" for name in ("chosen", "path", "beside", "own")}
    for path in places.values():
        path.parent.mkdir()
        path.write_text("")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    python = str(tmp_path / "beside" / "python3")
    own = [tmp_path / "own"]
    assert interpreters.find_uv(str(places["chosen"]), python, own) == str(places["chosen"])
    assert interpreters.find_uv(str(tmp_path / "gone"), python, own) == ""
    for name in ("path", "beside", "own"):
        assert interpreters.find_uv("", python, own) == str(places[name])
        places[name].unlink()
    assert interpreters.find_uv("", python, own) == ""


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """No settings of pip or of uv but those of a file."""
    for name in (
        "PIP_INDEX_URL",
        "PIP_CERT",
        "PIP_PROXY",
        "UV_DEFAULT_INDEX",
        "UV_INDEX_URL",
        "SSL_CERT_FILE",
        "HTTPS_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(network, "_pip_files", lambda: [tmp_path / "pip.conf"])
    return tmp_path / "pip.conf"


def test_the_company_s_settings_of_pip_serve_uv(bare: Path) -> None:
    bare.write_text("[global]\nindex-url = https://pkg.example.fr/simple\ncert = /etc/ca.pem\nproxy = http://p:3128\n")
    found = network.for_uv(Settings(), Path("cache"))
    assert found["UV_DEFAULT_INDEX"] == "https://pkg.example.fr/simple"
    assert found["SSL_CERT_FILE"] == "/etc/ca.pem"
    assert found["HTTPS_PROXY"] == "http://p:3128"


def test_uv_s_own_settings_go_before_pip_s_and_the_user_s_before_all(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare.write_text("[global]\nindex-url = https://pip.example.fr/simple\n")
    monkeypatch.setenv("UV_INDEX_URL", "https://uv.example.fr/simple")
    assert "UV_DEFAULT_INDEX" not in network.for_uv(Settings(), Path("cache"))
    found = network.for_uv(Settings(index_url="https://own.example.fr/simple"), Path("cache"))
    assert found["UV_DEFAULT_INDEX"] == "https://own.example.fr/simple"
    assert "UV_INDEX_URL" not in found


def test_no_index_is_named_here(bare: Path) -> None:
    found = network.for_uv(Settings(), Path("cache"))
    assert not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & set(found)
    assert found["UV_PYTHON_DOWNLOADS"] == "never"
    assert "PIP_INDEX_URL" not in network.for_pip(Settings())


def test_settings_reach_uv_and_pip(bare: Path) -> None:
    settings = Settings(
        index_url="https://i.example.fr", certificates="/c.pem", proxy="http://p:1", wheels="/w", offline=True
    )
    uv = network.for_uv(settings, Path("cache"))
    assert uv["SSL_CERT_FILE"] == "/c.pem"
    assert uv["HTTPS_PROXY"] == uv["https_proxy"] == "http://p:1"
    assert (uv["UV_FIND_LINKS"], uv["UV_NO_INDEX"], uv["UV_OFFLINE"]) == ("/w", "1", "1")
    pip = network.for_pip(settings)
    assert (pip["PIP_INDEX_URL"], pip["PIP_CERT"], pip["PIP_PROXY"]) == ("https://i.example.fr", "/c.pem", "http://p:1")
    assert (pip["PIP_FIND_LINKS"], pip["PIP_NO_INDEX"]) == ("/w", "1")


def test_python_s_own_variables_reach_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/x")
    monkeypatch.setenv("VIRTUAL_ENV", "/x")
    assert not {"PYTHONPATH", "VIRTUAL_ENV"} & set(network.for_uv(Settings(), Path("cache")))


def test_a_file_of_pip_that_is_broken_is_left_out(bare: Path) -> None:
    bare.write_bytes(b"\xff\xfenot an ini [")
    assert network.pip_options() == {}


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("error: Failed to write: No space left on device (os error 28)", Code.DISK_FULL),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", Code.DISK_FULL),
        ("  × Failed to download `a==1`\n  ╰─▶ Hash mismatch for `a==1`", Code.DIGEST_DIFFERS),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", Code.DIGEST_DIFFERS),
        ("error: Failed to fetch: `https://u:p@example.org/simple/a/`", Code.NETWORK),
        ("error: client error (Connect): invalid peer certificate: UnknownIssuer", Code.NETWORK),
        ("ERROR: No matching distribution found for a", Code.DEPENDENCY_UNKNOWN),
        ("something else", Code.ENVIRONMENT_FAILED),
        ("", Code.ENVIRONMENT_FAILED),
    ],
)
def test_errors_of_uv_and_pip_are_understood(said: str, code: Code) -> None:
    problem = tools.problem_of(said)
    assert problem.code is code
    assert problem.params["reason"]
    assert "u:p" not in str(problem.params)


def test_a_long_error_is_cut() -> None:
    assert len(str(tools.problem_of("x" * 10_000).params["reason"])) < 1000
