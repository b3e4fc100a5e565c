"""A pack carries a script to a computer without internet; nothing in it can lead elsewhere or have changed."""

from __future__ import annotations

import hashlib
import shutil
import stat
import sys
import zipfile
from pathlib import Path

import making_scripts as scripts
import pytest
import wheelhouse

from crige_ia_plugin.runtime import environment, job, pack
from crige_ia_plugin.runtime.environment import Settings
from crige_ia_plugin.runtime.listener import Silent
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem

BODY = "    import iageo_probe, json\n    print(json.dumps({'result': {'version': iageo_probe.VERSION}}))"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    wheelhouse.wheel(wheels, "iageo_probe")
    listed = tmp_path / "uv.txt"
    listed.write_text(wheelhouse.pin(wheelhouse.wheel(wheels, "uv", "9.9")))
    monkeypatch.setattr(pack, "UV_PINS", listed)
    return Settings(python=sys.executable, wheels=str(wheels), cache=str(tmp_path / "cache"))


def needing(settings: Settings, folder: Path):
    (folder / "source").mkdir(exist_ok=True)
    lock = wheelhouse.pin(Path(settings.wheels) / "iageo_probe-1.0-py3-none-any.whl")
    return scripts.make(BODY, folder / "source", lock, dependencies='["iageo_probe"]')


def test_a_pack_runs_where_there_is_nothing(settings: Settings, tmp_path: Path) -> None:
    script = needing(settings, tmp_path)
    path = tmp_path / "packs" / "trial.zip"
    names = pack.bundle(script, settings, path)
    assert names == [
        *("trial.lock.txt", "trial.py", "wheels/iageo_probe-1.0-py3-none-any.whl", "wheels/uv-9.9-py3-none-any.whl")
    ]
    opened = pack.unpack(path, tmp_path / "opened")
    assert (opened.script.source, opened.script.lock, opened.script.digest) == (
        script.source,
        script.lock,
        script.digest,
    )
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if not uv:
        pytest.skip("uv is not installed (tools/requirements-test.txt)")
    there = opened.settings(Settings(uv=uv, cache=str(tmp_path / "other"), offline=True))
    prepared = environment.prepare(opened.script, there)
    assert job.run(opened.script, prepared, {}, tmp_path / "runs", Silent()).result == {"version": "1.0"}


def test_a_script_that_needs_nothing_is_packed_alone(settings: Settings, tmp_path: Path) -> None:
    assert pack.bundle(scripts.make(), settings, tmp_path / "a.zip") == ["trial.py"]
    assert pack.unpack(tmp_path / "a.zip", tmp_path / "opened").script.id == "trial"


def test_a_pack_needs_the_list_and_replaces_nothing(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        pack.bundle(scripts.make(dependencies='["iageo_probe"]'), settings, tmp_path / "a.zip")
    assert (caught.value.code, caught.value.params["name"]) == (Code.LOCK_MISSING, "trial.lock.txt")
    (tmp_path / "a.zip").write_text("kept")
    with pytest.raises(RuntimeProblem) as caught:
        pack.bundle(scripts.make(), settings, tmp_path / "a.zip")
    assert caught.value.code is Code.FILE_EXISTS
    assert (tmp_path / "a.zip").read_text() == "kept"


def test_a_package_that_was_changed_is_not_packed(settings: Settings, tmp_path: Path) -> None:
    script = needing(settings, tmp_path)
    path = Path(settings.wheels) / "iageo_probe-1.0-py3-none-any.whl"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(RuntimeProblem) as caught:
        pack.bundle(script, settings, tmp_path / "a.zip")
    assert caught.value.code is Code.DIGEST_DIFFERS
    assert not (tmp_path / "a.zip").exists()


def written(path: Path, files: dict[str, bytes], links: tuple[str, ...] = (), sums: str | None = None) -> Path:
    """A pack made by hand."""
    listed = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            if name in links:
                entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, data)
        archive.writestr("SHA256SUMS", listed if sums is None else sums)
    return path


SOURCE = scripts.text().encode()


@pytest.mark.parametrize(
    "name",
    [
        *("../evil.py", "/evil.py", "wheels/../evil", "a/b/c.whl", "C:evil.py", "wheels\\evil", ".hidden", "wheels/.x"),
        *("other/a.whl", "wheels/", "a\n.py", "TRIAL.py", "\u202ea.py"),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.zip", {"trial.py": SOURCE, name: b"x"})
    with pytest.raises(RuntimeProblem) as caught:
        pack.unpack(path, tmp_path / "in" / "opened")
    assert caught.value.code is Code.ARCHIVE_INVALID
    assert sorted(found.name for found in tmp_path.rglob("*") if found.is_file()) == ["a.zip"]


@pytest.mark.parametrize(
    ("files", "options"),
    [
        ({"trial.py": SOURCE, "wheels/a.whl": b"/etc/passwd"}, {"links": ("wheels/a.whl",)}),
        ({"trial.py": SOURCE}, {"sums": ""}),
        ({"trial.py": SOURCE}, {"sums": "x"}),
        ({"trial.py": SOURCE, "second.py": SOURCE}, {}),
        ({"wheels/a.whl": b""}, {}),
    ],
)
def test_a_pack_that_is_not_one_is_refused(files, options, tmp_path: Path) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        pack.unpack(written(tmp_path / "a.zip", files, **options), tmp_path / "opened")
    assert caught.value.code is Code.ARCHIVE_INVALID
    assert [found.name for found in tmp_path.iterdir()] == ["a.zip"]


def test_a_changed_byte_is_refused(tmp_path: Path) -> None:
    for name in ("trial.py", "wheels/a.whl"):
        files = {"trial.py": SOURCE, "wheels/a.whl": b"abc"}
        sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {key}\n" for key, data in files.items())
        files[name] = bytes([files[name][0] ^ 1]) + files[name][1:]
        with pytest.raises(RuntimeProblem) as caught:
            pack.unpack(written(tmp_path / "a.zip", files, sums=sums), tmp_path / "opened")
        assert (caught.value.code, caught.value.params["reason"]) == (Code.DIGEST_DIFFERS, name)
        assert not (tmp_path / "opened").exists()


def test_a_file_that_is_no_zip_and_a_folder_that_is_there_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK not")
    with pytest.raises(RuntimeProblem) as caught:
        pack.unpack(tmp_path / "a.zip", tmp_path / "opened")
    assert caught.value.code is Code.ARCHIVE_INVALID
    with pytest.raises(RuntimeProblem) as caught:
        pack.unpack(tmp_path / "a.zip", tmp_path)
    assert caught.value.code is Code.FILE_EXISTS


def test_a_description_that_is_wrong_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        pack.unpack(written(tmp_path / "a.zip", {"trial.py": b"print(1)"}), tmp_path / "opened")
    assert caught.value.code is Code.BLOCK_MISSING
    assert not (tmp_path / "opened").exists()


def test_a_pack_for_another_computer_asks_for_its_packages(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(pack, "call", lambda words, *_: asked.append(list(words)) or "")
    target = pack.Target("win_amd64", "3.12")
    pack.bundle(needing(settings, tmp_path), settings, tmp_path / "a.zip", None, target)
    assert len(asked) == 2  # the script's packages, and uv
    for words in asked:
        assert words[words.index("--platform") + 1] == "win_amd64"
        assert words[words.index("--python-version") + 1] == "3.12"


def test_what_runs_inside_qgis_comes_in_no_pack(tmp_path: Path) -> None:
    model = {"zones.model3": b'<Option type="Map"/>'}
    with pytest.raises(RuntimeProblem) as caught:
        pack.unpack(written(tmp_path / "a.zip", model), tmp_path / "opened")
    assert caught.value.code is Code.INSIDE_ONLY
    assert not (tmp_path / "opened").exists()
