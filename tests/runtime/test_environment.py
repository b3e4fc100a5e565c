"""The environment of a script: what is there already, or what uv makes from wheels made on the spot."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import making_scripts as scripts
import pytest
import wheelhouse

from crige_ia_plugin.runtime import environment, freezing, job, pins
from crige_ia_plugin.runtime.environment import How, Settings
from crige_ia_plugin.runtime.listener import Silent, Step
from crige_ia_plugin.runtime.problems import Code, RuntimeProblem
from crige_ia_plugin.runtime.script import Script

NEEDS = '["iageo_probe>=1"]'
BODY = "    import iageo_probe, json\n    print(json.dumps({'result': {'version': iageo_probe.VERSION}}))"


class Stopped(Silent):
    def is_cancelled(self) -> bool:
        return True


@pytest.fixture(scope="session")
def uv() -> str:
    found = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if not found:
        pytest.skip("uv is not installed (tools/requirements-test.txt)")
    return found


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    folder = tmp_path / "wheels"
    folder.mkdir()
    wheelhouse.wheel(folder, "iageo_probe", "1.0", requires=("iageo_below",))
    wheelhouse.wheel(folder, "iageo_probe", "1.1", requires=("iageo_below",))
    wheelhouse.wheel(folder, "iageo_below", "3.0")
    return folder


@pytest.fixture
def settings(tmp_path: Path, wheels: Path, uv: str) -> Settings:
    return Settings(uv=uv, wheels=str(wheels), cache=str(tmp_path / "cache"))


def result_of(script: Script, prepared: environment.Prepared, folder: Path) -> object:
    outcome = job.run(script, prepared, {}, folder, Silent())
    assert outcome.status is job.Status.DONE, outcome
    return outcome.result


def refused(script: Script, settings: Settings, **options) -> RuntimeProblem:
    with pytest.raises(RuntimeProblem) as caught:
        environment.prepare(script, settings, **options)
    made = settings.cache_folder / "environments"
    assert not [path for path in made.glob("*") if path.is_dir()]
    assert not list((settings.cache_folder / "making").glob("run-*"))
    return caught.value


def test_a_script_that_needs_nothing_is_ready(tmp_path: Path) -> None:
    script = scripts.make()
    settings = Settings(cache=str(tmp_path))
    plan = environment.plan(script, settings)
    assert (plan.how, plan.is_ready, plan.size) == (How.DIRECT, True, 0)
    prepared = environment.prepare(script, settings)
    assert prepared.python == plan.python
    assert not prepared.is_isolated
    assert prepared.versions == {"python": "{}.{}.{}".format(*sys.version_info[:3])}
    assert list(tmp_path.iterdir()) == []


def test_an_interpreter_that_has_the_packages_serves(tmp_path: Path) -> None:
    script = scripts.make(dependencies='["pytest>=1", "absent; python_version < \'3\'"]')
    prepared = environment.prepare(script, Settings(python=sys.executable, cache=str(tmp_path)))
    assert prepared.how is How.DIRECT
    assert prepared.versions["pytest"] == pytest.__version__


def test_an_environment_is_made_apart_and_serves_again_without_anything(
    settings: Settings, tmp_path: Path, wheels: Path
) -> None:
    script = scripts.make(BODY, dependencies=NEEDS)
    plan = environment.plan(script, settings)
    assert (plan.how, plan.is_ready, plan.installs_uv, plan.downloads) == (How.ENVIRONMENT, False, False, ())
    steps: list[Step] = []
    prepared = environment.prepare(script, settings, on_step=steps.append)
    assert steps == [Step.RESOLVE, Step.INSTALL]
    assert prepared.is_isolated
    assert prepared.versions["iageo-probe"] == "1.1"
    assert prepared.versions["iageo-below"] == "3.0"
    assert "iageo-probe==1.1" in prepared.pins
    assert "http" not in prepared.pins
    assert result_of(script, prepared, tmp_path / "runs") == {"version": "1.1"}
    shutil.rmtree(wheels)
    without = replace(settings, uv=str(tmp_path / "no-uv"), offline=True, wheels="")
    assert environment.plan(script, without).is_ready
    again = environment.prepare(script, without)
    assert (again.python, again.versions) == (prepared.python, prepared.versions)
    with pytest.raises(ImportError):
        __import__("iageo_probe")


def test_the_pinned_list_decides_the_versions(settings: Settings, tmp_path: Path, wheels: Path) -> None:
    lock = "".join(wheelhouse.pin(path) for path in sorted(wheels.glob("*.whl")) if "probe-1.1" not in path.name)
    script = scripts.make(BODY, dependencies=NEEDS, lock=lock)
    steps: list[Step] = []
    prepared = environment.prepare(script, settings, on_step=steps.append)
    assert steps == [Step.INSTALL]
    assert result_of(script, prepared, tmp_path / "runs") == {"version": "1.0"}
    assert prepared.pins == lock


def test_the_same_versions_come_back_once_chosen(settings: Settings, tmp_path: Path, wheels: Path) -> None:
    script = scripts.make(BODY, dependencies=NEEDS)
    environment.prepare(script, settings)
    shutil.rmtree(settings.cache_folder / "environments")
    wheelhouse.wheel(wheels, "iageo_probe", "2.0")
    assert environment.prepare(script, settings).versions["iageo-probe"] == "1.1"


def test_a_changed_byte_in_a_package_is_refused(settings: Settings, wheels: Path) -> None:
    lock = "".join(wheelhouse.pin(path) for path in sorted(wheels.glob("*.whl")) if "probe-1.0" not in path.name)
    path = wheels / "iageo_below-3.0-py3-none-any.whl"
    data = bytearray(path.read_bytes())
    data[data.index(b"VERSION")] ^= 1
    path.write_bytes(data)
    assert refused(scripts.make(BODY, dependencies=NEEDS, lock=lock), settings).code is Code.DIGEST_DIFFERS


@pytest.mark.parametrize(
    "lock",
    [
        "--index-url http://example.org\niageo_probe==1.1\n",
        "iageo_probe==1.1\n",
        "iageo_probe>=1.1 --hash=sha256:" + "0" * 64,
        "iageo_probe @ http://example.org/x.whl --hash=sha256:" + "0" * 64,
        "-r other.txt",
        "iageo_probe==1.1 \\\n  --hash=sha256:" + "0" * 64 + " \\",
        "iageo_probe==1.1 --hash=sha256:xyz",
    ],
)
def test_a_list_that_is_not_pinned_is_refused(lock: str, tmp_path: Path) -> None:
    script = scripts.make(BODY, dependencies=NEEDS, lock="# fine\n\n" + lock)
    with pytest.raises(RuntimeProblem) as caught:
        environment.plan(script, Settings(cache=str(tmp_path)))
    assert (caught.value.code, caught.value.line) == (Code.LOCK_FORM, 3)


def test_a_package_that_does_not_exist_is_said(settings: Settings) -> None:
    problem = refused(scripts.make(dependencies='["iageo_nothing"]'), settings)
    assert problem.code is Code.DEPENDENCY_UNKNOWN
    assert "iageo" in str(problem.params["reason"])


def test_a_version_that_does_not_exist_is_said(settings: Settings) -> None:
    assert refused(scripts.make(dependencies='["iageo_probe>=7"]'), settings).code is Code.DEPENDENCY_UNKNOWN


def test_a_package_that_needs_a_compiler_is_said_and_nothing_is_built(settings: Settings, wheels: Path) -> None:
    wheelhouse.source_only(wheels, "iageo_source")
    assert refused(scripts.make(dependencies='["iageo_source"]'), settings).code is Code.NEEDS_COMPILER


@pytest.mark.parametrize("changes", [{"offline": True}, {"index_url": "http://user:hidden@127.0.0.1:9/simple"}])
def test_no_network_is_said(changes, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    problem = refused(scripts.make(dependencies='["iageo_probe"]'), replace(settings, wheels="", **changes))
    assert problem.code is Code.NETWORK
    assert "hidden" not in str(problem.params)


def test_an_index_is_asked_how_big_things_are_and_serves_them(settings: Settings, wheels: Path, tmp_path: Path) -> None:
    script = scripts.make(BODY, dependencies=NEEDS)
    with wheelhouse.index(wheels) as address:
        from_index = replace(settings, wheels="", index_url=address)
        plan = environment.plan(script, from_index)
        expected = {path.name.split("-")[0]: path.stat().st_size for path in sorted(wheels.iterdir())}
        assert {download.name.replace("-", "_"): download.size for download in plan.downloads} == expected
        assert plan.size == sum(expected.values())
        prepared = environment.prepare(script, from_index)
    assert result_of(script, prepared, tmp_path / "runs") == {"version": "1.1"}


def test_what_a_list_asks_for_is_said_where_the_index_cannot_be_asked(tmp_path: Path, wheels: Path) -> None:
    lock = wheelhouse.pin(wheels / "iageo_probe-1.1-py3-none-any.whl").replace(
        " --hash", " ; sys_platform == 'x' --hash"
    )
    lock += wheelhouse.pin(wheels / "iageo_below-3.0-py3-none-any.whl")
    script = scripts.make(dependencies=NEEDS, lock=lock)
    plan = environment.plan(script, Settings(cache=str(tmp_path), uv=str(tmp_path / "none")))
    assert [(found.name, found.version) for found in plan.downloads[1:]] == [("iageo-below", "3.0")]
    assert plan.downloads[0].name == "uv"
    assert (plan.installs_uv, plan.size) == (True, None)


def test_a_list_says_how_big_its_packages_are(tmp_path: Path, wheels: Path) -> None:
    lock = "# size: 1000\n" + "".join(wheelhouse.pin(path) for path in sorted(wheels.glob("*-3.0-*")))
    script = scripts.make(dependencies=NEEDS, lock=lock)
    plan = environment.plan(script, Settings(cache=str(tmp_path), uv=str(tmp_path / "none")))
    assert plan.size == 1000 + (plan.downloads[0].size or 0)
    assert plan.downloads[0].size


def test_an_author_freezes_the_versions(settings: Settings, wheels: Path, tmp_path: Path) -> None:
    script = scripts.make(BODY, dependencies=NEEDS)
    with wheelhouse.index(wheels) as address:
        list_ = freezing.freeze(script, replace(settings, wheels="", index_url=address))
    expected = sum(path.stat().st_size for path in wheels.iterdir() if "probe-1.0" not in path.name)
    assert list_.decode().splitlines()[0] == f"# size: {expected}"
    assert b"://" not in list_
    assert [pin.name for pin in pins.read(list_)] == ["iageo-below", "iageo-probe"]
    locked = scripts.make(BODY, dependencies=NEEDS, lock=list_.decode())
    prepared = environment.prepare(locked, settings)
    assert result_of(locked, prepared, tmp_path / "runs") == {"version": "1.1"}


def test_freezing_needs_uv(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        freezing.freeze(scripts.make(dependencies=NEEDS), replace(settings, uv=str(tmp_path / "none")))
    assert caught.value.code is Code.UV_ABSENT


def test_freezing_brings_uv_when_one_agreed(
    settings: Settings, wheels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freezing, "find_uv", lambda *_: "")
    script = scripts.make(BODY, dependencies=NEEDS)
    with pytest.raises(RuntimeProblem) as caught:
        freezing.freeze(script, settings)
    assert caught.value.code is Code.UV_ABSENT
    with pytest.raises(RuntimeProblem) as caught:  # the one of the settings is never replaced by another
        freezing.freeze(script, replace(settings, uv=str(tmp_path / "none")), may_install_uv=True)
    assert caught.value.code is Code.UV_ABSENT
    with wheelhouse.index(wheels) as address:
        list_ = freezing.freeze(script, replace(settings, wheels="", index_url=address), may_install_uv=True)
    assert [pin.name for pin in pins.read(list_)] == ["iageo-below", "iageo-probe"]


@pytest.mark.parametrize(
    ("conditions", "oldest"), [(">=3.9", "3.9"), ("<4, >=3.10.2", "3.10"), ("==3.11.*", "3.11"), ("<4", ""), ("", "")]
)
def test_the_oldest_python_is_read(conditions: str, oldest: str) -> None:
    assert freezing.oldest_python(conditions) == oldest


def test_a_preparation_is_cancelled_and_leaves_nothing(settings: Settings) -> None:
    assert refused(scripts.make(dependencies=NEEDS), settings, monitor=Stopped()).code is Code.CANCELLED


def test_two_sessions_may_prepare_the_same_at_once(settings: Settings) -> None:
    script = scripts.make(dependencies=NEEDS)
    made: list[environment.Prepared] = []
    threads = [threading.Thread(target=lambda: made.append(environment.prepare(script, settings))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(made) == 3
    assert len({prepared.python for prepared in made}) == 1


def test_an_environment_whose_interpreter_is_gone_is_made_anew(settings: Settings) -> None:
    script = scripts.make(dependencies=NEEDS)
    prepared = environment.prepare(script, settings)
    Path(prepared.python).unlink()
    assert not environment.plan(script, settings).is_ready
    assert environment.prepare(script, settings).python == prepared.python
    assert Path(prepared.python).exists()


def test_an_unsuitable_python_is_said(tmp_path: Path) -> None:
    with pytest.raises(RuntimeProblem) as caught:
        environment.plan(scripts.make(python=">=4"), Settings(cache=str(tmp_path)))
    assert caught.value.code is Code.PYTHON_UNSUITABLE


@pytest.mark.parametrize("content", [None, "not a program"])
def test_an_interpreter_that_does_not_run_is_said(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "python"
    if content:
        path.write_text(content)
        path.chmod(0o755)
    with pytest.raises(RuntimeProblem) as caught:
        environment.plan(scripts.make(), Settings(python=str(path)))
    assert caught.value.code is Code.PYTHON_ABSENT


def test_uv_is_not_installed_without_agreement(tmp_path: Path) -> None:
    script = scripts.make(dependencies=NEEDS)
    settings = Settings(cache=str(tmp_path), uv=str(tmp_path / "none"))
    assert refused(script, settings).code is Code.UV_ABSENT
    assert refused(script, settings, may_install_uv=True).code is Code.UV_ABSENT  # the one chosen is not replaced


def without_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        environment,
        "find_uv",
        lambda chosen, python, own: next((str(f / "uv") for f in own if (f / "uv").exists()), ""),
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the uv of this test is a shell script")
def test_uv_is_installed_by_pip_in_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wheels: Path, uv: str
) -> None:
    """A wheel stands for uv's: it holds a program that calls the real one."""
    shim = wheelhouse.wheel(wheels, "uv", "9.9", **{"uv-9.9.data/scripts/uv": f'#!/bin/sh\nexec "{uv}" "$@"\n'})
    listed = tmp_path / "uv.txt"
    listed.write_text("# size: 12\n" + wheelhouse.pin(shim))
    monkeypatch.setattr(environment, "UV_PINS", listed)
    without_uv(monkeypatch)
    settings = Settings(cache=str(tmp_path / "cache"), wheels=str(wheels), python=sys.executable)
    script = scripts.make(BODY, dependencies=NEEDS)
    assert environment.plan(script, settings).installs_uv
    steps: list[Step] = []
    prepared = environment.prepare(script, settings, may_install_uv=True, on_step=steps.append)
    assert steps == [Step.RESOLVE, Step.INSTALL_UV, Step.INSTALL] or steps[0] is Step.INSTALL_UV
    assert prepared.versions["iageo-probe"] == "1.1"
    assert (tmp_path / "cache" / "uv" / "9.9" / "bin" / "uv").is_file()
    assert not environment.plan(scripts.make(dependencies='["iageo_below"]'), settings).installs_uv


def test_a_uv_that_is_not_the_one_published_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wheels: Path
) -> None:
    version = environment.uv_version()
    wheelhouse.wheel(wheels, "uv", version)
    without_uv(monkeypatch)
    settings = Settings(cache=str(tmp_path / "cache"), wheels=str(wheels), python=sys.executable)
    problem = refused(scripts.make(dependencies=NEEDS), settings, may_install_uv=True)
    assert problem.code is Code.DIGEST_DIFFERS
    assert not (tmp_path / "cache" / "uv").exists()


def test_an_interpreter_without_pip_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "bare")], check=True)
    folder = "Scripts" if sys.platform == "win32" else "bin"
    without_uv(monkeypatch)
    settings = Settings(cache=str(tmp_path / "cache"), python=str(tmp_path / "bare" / folder / "python"))
    problem = refused(scripts.make(dependencies=NEEDS), settings, may_install_uv=True)
    assert problem.code is Code.PIP_ABSENT


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "file").write_text("")
    problem = refused(scripts.make(dependencies=NEEDS), replace(settings, cache=str(tmp_path / "file" / "cache")))
    assert problem.code is Code.WRITE_FAILED


def test_our_list_for_uv_is_pinned() -> None:
    (pin,) = pins.read(environment.UV_PINS.read_bytes())
    assert pin.name == "uv"
    assert (pins.stated_size(environment.UV_PINS.read_bytes()) or 0) > 1 << 20


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.cache/crige_ia_plugin"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/var/c"}, "/var/c/crige_ia_plugin"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/crige_ia_plugin"),
        ("win32", {"LOCALAPPDATA": "/l", "APPDATA": "/roaming"}, "/l/crige_ia_plugin/cache"),
        ("win32", {"USERPROFILE": "/u", "APPDATA": "/roaming"}, "/u/AppData/Local/crige_ia_plugin/cache"),
    ],
)
def test_the_cache_is_local(platform: str, variables: dict[str, str], expected: str) -> None:
    assert environment.default_cache(platform, variables).as_posix() == expected
