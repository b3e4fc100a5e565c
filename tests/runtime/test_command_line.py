"""The command line, from an empty folder to a script that runs."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import making_scripts as scripts
import pytest

import crige_ia_plugin
from crige_ia_plugin.runtime import authors
from crige_ia_plugin.runtime.__main__ import main


def say(*words: object) -> tuple[int, str]:
    out = io.StringIO()
    status = main([words[0], "--lang", "en", *map(str, words[1:])], out)  # type: ignore[list-item]
    return status, out.getvalue()


@pytest.fixture
def made(tmp_path: Path) -> Path:
    assert say("new", "--folder", tmp_path / "count", "count_rows")[0] == 0
    return tmp_path / "count" / "count_rows.py"


@pytest.fixture(autouse=True)
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the agreements nor the cache of whoever runs the tests."""
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_new_script_works_and_so_does_its_test(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sorted(path.name for path in made.parent.iterdir()) == ["count_rows.py", "sample.csv", "test_count_rows.py"]
    status, said = say("describe", made)
    assert status == 0
    assert "count_rows 0.1.0 — Count by value" in said
    assert "--least  integer  Least count [1]" in said
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(made.parent)]
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    tested = subprocess.run(command, capture_output=True, text=True, check=False, cwd=made.parent)
    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "3 passed" in tested.stdout
    status, said = say("check", made)
    assert status == 0
    assert said == "counts: 45 bytes, of the right type\n"


def test_a_new_script_replaces_nothing(made: Path) -> None:
    before = made.read_bytes()
    status, said = say("new", "--folder", made.parent, "count_rows")
    assert status == 1
    assert "exists already" in said
    assert made.read_bytes() == before
    assert say("new", "--folder", made.parent, "Count")[0] == 1


def test_a_script_runs_once_agreed_to_and_no_longer_once_changed(made: Path, tmp_path: Path) -> None:
    out = tmp_path / "counts.csv"
    words = ("--table", made.parent / "sample.csv", "--column", "nature", "--counts", out)
    status, said = say("run", made, *words)
    assert status == 1
    assert "nobody has agreed yet" in said
    assert not out.exists()
    status, said = say("trust", made)
    assert status == 0
    assert "this is no sandbox" in said
    status, said = say("run", made, *words)
    assert status == 0
    assert json.loads(said) == {"outputs": {"counts": str(out)}, "result": {"rows": 6, "values": 3}}
    assert out.read_text(encoding="utf-8").startswith("nature,effectif")
    assert "count_rows 0.1.0" in say("trust")[1]
    made.write_text(made.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    out.unlink()
    status, said = say("run", made, *words)
    assert status == 1
    assert "has changed since" in said
    assert not out.exists()
    assert say("trust", "--withdraw", made) == (0, "1 agreement(s) taken back\n")


def test_what_goes_wrong_is_said_and_gives_status_one(made: Path, tmp_path: Path, capsys) -> None:
    say("trust", made)
    run = ("run", made, "--table", made.parent / "sample.csv", "--counts", tmp_path / "c.csv")
    assert say(*run, "--column", "x") == (1, "Le tableau n'a pas de colonne « x ».\n")
    status, said = say(*run)
    assert status == 1
    assert "“column” needs a value (--column)" in said
    assert say("run", made, "--colour", "x")[0] == 1
    assert say("describe", tmp_path / "absent.py")[0] == 1
    (tmp_path / "bad.py").write_text("# /// script\n# x\n# ///\n")
    status, said = say("check", tmp_path / "bad.py")
    assert status == 1
    assert said.startswith(f"{tmp_path / 'bad.py'}:2: ")


def test_a_description_is_written_as_json(made: Path) -> None:
    told = json.loads(say("describe", "--json", made)[1])
    assert told["id"] == "count_rows"
    assert [parameter["name"] for parameter in told["parameters"]] == ["table", "column", "least", "counts"]


@pytest.mark.parametrize(
    ("body", "said"),
    [("    pass", "without writing “out”"), ("    raise SystemExit(2)", "status 2"), ("    import absent", "absent")],
)
def test_a_check_tells_what_is_wrong(body: str, said: str, tmp_path: Path) -> None:
    scripts.make(body, tmp_path)
    status, told = say("check", tmp_path / "trial.py")
    assert status == 1
    assert said in told


def test_a_check_needs_a_sample(tmp_path: Path) -> None:
    parameters = '[[tool.iageo.parameters]]\nname = "chm"\ntype = "raster"\ntitle = "C"'
    scripts.make("", tmp_path, parameters=parameters)
    status, told = say("check", tmp_path / "trial.py")
    assert status == 1
    assert "declares no sample" in told


def test_samples_are_beside_the_script(tmp_path: Path) -> None:
    parameters = (
        '[[tool.iageo.parameters]]\nname = "layers"\ntype = "vectors"\ntitle = "C"\n'
        '[[tool.iageo.parameters]]\nname = "note"\ntype = "text"\ntitle = "N"\n'
        + scripts.OUT
        + '[tool.iageo.sample]\nlayers = ["a.gpkg", "b.gpkg|layername=c"]\nnote = "a.gpkg"'
    )
    script = scripts.make("", tmp_path, parameters=parameters)
    assert authors.sample_values(script, tmp_path / "o") == {
        "layers": [str(tmp_path / "a.gpkg"), str(tmp_path / "b.gpkg|layername=c")],
        "note": "a.gpkg",
        "out": str(tmp_path / "o" / "out.txt"),
    }


def test_packs_are_made_and_opened(made: Path, tmp_path: Path) -> None:
    status, said = say("bundle", "--output", tmp_path / "p.zip", made)
    assert (status, said) == (0, f"{tmp_path / 'p.zip'}: 1 files\n")
    status, said = say("unpack", tmp_path / "p.zip", tmp_path / "opened")
    assert status == 0
    assert (tmp_path / "opened" / "count_rows.py").read_bytes() == made.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent as a POSIX signal")
def test_control_c_stops_a_run_and_replaces_nothing(tmp_path: Path) -> None:
    body = '    import json, time\n    print(json.dumps({"message": "running"}), flush=True)\n    time.sleep(600)'
    scripts.make(body, tmp_path)
    say("trust", tmp_path / "trial.py")
    command = [sys.executable, "-m", "crige_ia_plugin.runtime", "run", "--lang", "fr", str(tmp_path / "trial.py")]
    process = subprocess.Popen(
        command,
        cwd=Path(crige_ia_plugin.__file__).parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == b"running\n"
    time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    out, _ = process.communicate(timeout=120)
    assert process.returncode == 1
    assert out.decode() == "annulé ; rien n'a été remplacé\n"


def test_the_language_may_come_before_the_command(made: Path) -> None:
    out = io.StringIO()
    assert main(["--lang", "fr", "check", str(made)], out) == 0
    assert out.getvalue() == "counts : 45 octets, du bon type\n"
