"""A run of a script, from its values to its outputs; nothing is left behind, whatever the script does."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Callable

import pytest

SAY = """
    import json, os, sys, time
    def say(**event): print(json.dumps(event), flush=True)
    def option(name): return sys.argv[sys.argv.index("--" + name) + 1]
"""
WRITE = (
    SAY
    + """
    open(option("out"), "w").write("written")
"""
)
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what Linux alone promises")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the tests drive runs with POSIX signals")


def wait_until(condition: Callable[[], object], seconds: float = 120) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    return bool(condition())


def is_alive(pid: int) -> bool:
    """Whether a process runs; a zombie does not."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0] not in (b"Z", b"X")
    return False


def of_run(process: Path, folder: Path) -> bool:
    """Whether a process runs a script of a test."""
    with suppress(OSError):
        return str(folder).encode() in (process / "cmdline").read_bytes() and is_alive(int(process.name))
    return False


def test_a_run_gives_events_result_and_output(run) -> None:
    report = run(
        WRITE
        + """
    say(progress=0.5); say(message="bonjour é"); say(warning="attention"); print("plain")
    say(result={"count": 3})
    """
    )
    assert report.status == "done"
    assert report.events == [
        *(("progress", 0.5), ("message", "bonjour é"), ("warning", "attention"), ("message", "plain"))
    ]
    assert report.outcome["result"] == {"count": 3}
    assert report.outcome["outputs"] == {"out": str(report.folder / "out.txt")}
    assert (report.folder / "out.txt").read_text() == "written"
    assert report.outcome["cpu_seconds"] > 0
    assert report.outcome["peak_bytes"] > 1 << 20
    assert 0 < report.outcome["wall_seconds"] <= report.outcome["took"]
    assert report.left == []


def test_nothing_of_the_user_s_secrets_reaches_the_script(run) -> None:
    report = run(
        SAY + "    say(result={'env': dict(os.environ), 'cwd': os.getcwd(), 'flags': sys.flags.isolated})",
        {},
        environment={
            "API_TOKEN": "s3cret",
            "PYTHONPATH": "/s3cret",
            "HTTPS_PROXY": "http://u:s3cret@proxy",
            "QGIS_AUTH_PASSWORD_FILE": "s3cret",
            "SSH_AUTH_SOCK": "s3cret",
            "AWS_SECRET_ACCESS_KEY": "s3cret",
            "LD_PRELOAD": "",
        },
    )
    assert report.status == "done"
    found = report.outcome["result"]
    assert "s3cret" not in json.dumps(found)
    assert set(found["env"]) <= {
        *("PATH", "TMPDIR", "TMP", "TEMP", "HOME", "LANG", "LANGUAGE", "LC_NUMERIC", "LC_CTYPE", "IAGEO_RUN"),
        *("PYTHONUTF8", "PYTHONDONTWRITEBYTECODE"),
    }
    assert found["env"]["LANGUAGE"] == "fr"
    assert found["env"]["HOME"] != str(run.folder)
    assert found["flags"] == 1


@LINUX
def test_the_supervisor_holds_no_secret_either(run) -> None:
    body = (
        SAY
        + """
    supervisor = open(f"/proc/{os.getppid()}/environ").read()
    say(result={"supervisor": supervisor})
    """
    )
    report = run(body, {}, environment={"API_TOKEN": "s3cret"})
    assert report.status == "done"
    assert "PATH=" in report.outcome["result"]["supervisor"]
    assert "s3cret" not in report.outcome["result"]["supervisor"]


def test_an_error_said_by_the_script_is_what_is_read(run) -> None:
    report = run(
        SAY + "    say(error='first'); say(error='La couche est vide.'); print('why', file=sys.stderr); sys.exit(3)"
    )
    assert (report.status, report.code) == ("failed", "script-error")
    assert report.outcome["error"]["text"] == "La couche est vide."
    assert report.outcome["stderr_tail"].strip() == "why"
    assert report.left == []


def test_an_exception_is_told_by_its_last_line(run) -> None:
    report = run("    raise KeyError('height')")
    assert (report.status, report.code) == ("failed", "exit-status")
    assert report.outcome["error"]["reason"] == "KeyError: 'height'"
    assert report.outcome["error"]["status"] == "1"
    assert "Traceback" in report.outcome["stderr_tail"]


def test_a_crash_is_a_message(run) -> None:
    report = run("    import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    assert (report.status, report.code) == ("crashed", "crashed")
    assert report.outcome["error"]["signal"] == "SIGSEGV"


def test_success_without_the_output_is_a_failure(run) -> None:
    report = run(SAY + "    say(progress=1.0)")
    assert (report.status, report.code) == ("failed", "output-missing")
    assert list(report.folder.iterdir()) == []


def test_broken_json_is_only_text(run) -> None:
    lines = ['{"progress": ', '{"progress": "half"}', '{"result": [1]}', "{" * 5000, '{"message": 3}', '{"a": 1}']
    body = SAY + f"    for line in {lines!r}: print(line)\n    sys.stdout.buffer.write(bytes([255, 10]))"
    report = run(body, {})
    assert report.status == "done"
    assert report.said("progress") == []
    assert report.outcome["result"] == {}
    assert '{"progress":' in report.said("message")


GPKG = """
[[tool.iageo.parameters]]
name = "out"
type = "vector-out"
title = "Result"
"""


@pytest.mark.parametrize(
    "body",
    [
        "open(option('out'), 'w').write('not a database')",
        "open(option('out'), 'w')",
        "os.symlink('/etc/passwd', option('out'))",
    ],
    ids=["text", "empty", "link"],
)
def test_an_output_of_the_wrong_type_is_not_loaded(body: str, run) -> None:
    before = run.folder / "final" / "out.gpkg"
    before.write_bytes(b"what was there")
    report = run(SAY + "    " + body, {"out": str(before)}, parameters=GPKG)
    assert report.status == "failed"
    assert report.code in ("output-wrong", "output-missing")
    assert before.read_bytes() == b"what was there"
    assert [path.name for path in report.folder.iterdir()] == ["out.gpkg"]


def test_an_output_replaces_what_was_there_with_what_goes_along(run) -> None:
    target = run.folder / "final" / "out.gpkg"
    target.write_bytes(b"what was there")
    body = (
        SAY
        + """
    import sqlite3
    db = sqlite3.connect(option("out"))
    db.execute("CREATE TABLE gpkg_contents (table_name)")
    db.execute("INSERT INTO gpkg_contents VALUES ('crowns')")
    db.commit(); db.close()
    base = os.path.dirname(option("out"))
    open(os.path.join(base, "out.qml"), "w").write("style")
    open(os.path.join(base, "other.txt"), "w").write("stays out")
    """
    )
    report = run(body, {"out": str(target.with_suffix(""))}, parameters=GPKG)
    assert report.status == "done", report.outcome
    assert report.outcome["outputs"] == {"out": str(target)}
    assert sorted(path.name for path in report.folder.iterdir()) == ["out.gpkg", "out.qml"]
    with closing(sqlite3.connect(target)) as db:
        assert db.execute("SELECT table_name FROM gpkg_contents").fetchall() == [("crowns",)]


def test_an_endless_loop_is_stopped(run) -> None:
    report = run(WRITE + "    while True: pass", limits={"seconds": 1})
    assert (report.status, report.code) == ("timed_out", "timed-out")
    assert report.outcome["cpu_seconds"] > 0
    assert report.left == []
    assert list(report.folder.iterdir()) == []


@LINUX
def test_a_fork_bomb_is_bounded(run) -> None:
    body = (
        SAY
        + """
    while True:
        try:
            os.fork()
        except OSError:
            pass
    """
    )
    report = run(body, limits={"seconds": 300, "processes": 20})
    assert (report.status, report.code) == ("too_many_processes", "too-many-processes")
    assert report.left == []


@LINUX
def test_a_fork_bomb_whose_processes_flee_is_bounded(run) -> None:
    body = (
        SAY
        + """
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            if os.fork() == 0:
                os.setsid()
        except OSError:
            pass
    """
    )
    report = run(body, limits={"seconds": 300, "processes": 20})
    assert (report.status, report.code) == ("too_many_processes", "too-many-processes")
    assert not [pid for pid in Path("/proc").glob("[0-9]*") if of_run(pid, run.folder)]


@LINUX
def test_ten_gigabytes_are_refused(run) -> None:
    body = (
        SAY
        + """
    kept = []
    for _ in range(640):
        kept.append(bytearray(16 << 20))
    """
    )
    report = run(body, limits={"memory_bytes": 150 << 20, "seconds": 300})
    assert (report.status, report.code) == ("out_of_memory", "out-of-memory")
    assert report.outcome["error"]["limit"] == "150"
    assert report.outcome["peak_bytes"] > 100 << 20


def test_a_lack_of_memory_that_python_sees_is_said_so(run) -> None:
    report = run("    raise MemoryError", limits={"memory_bytes": 1 << 30})
    assert (report.status, report.code) == ("out_of_memory", "out-of-memory")


@LINUX
def test_memory_that_processes_share_counts_once(run) -> None:
    body = (
        WRITE
        + """
    kept = bytearray(os.urandom(1 << 20) * 100)
    children = []
    for _ in range(6):
        pid = os.fork()
        if not pid:
            time.sleep(1)
            os._exit(0)
        children.append(pid)
    for pid in children:
        os.waitpid(pid, 0)
    """
    )
    assert run(body, limits={"memory_bytes": 400 << 20, "seconds": 300}).status == "done"


@LINUX
def test_a_script_that_kills_its_parent_dies_too(run) -> None:
    body = (
        SAY
        + """
    import signal
    pid = os.fork()
    if pid == 0:
        os.setsid()
        time.sleep(600)
    say(message=f"{os.getpid()} {pid}")
    time.sleep(0.2)
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(600)
    """
    )
    report = run(body)
    assert (report.status, report.code) == ("failed", "supervisor-lost")
    pids = [int(pid) for pid in report.said("message")[0].split()]
    assert wait_until(lambda: not any(map(is_alive, pids)))
    assert report.left == []


ORPHAN = """
    import subprocess
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True)
    say(message=str(child.pid))
"""


@LINUX
def test_a_child_that_outlives_the_script_is_ended(run) -> None:
    report = run(WRITE + ORPHAN)
    assert report.status == "done"
    assert not is_alive(int(report.said("message")[0]))


@LINUX
def test_a_grandchild_that_flees_twice_is_ended(run) -> None:
    body = (
        WRITE
        + """
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            say(message=str(os.getpid()))
            time.sleep(600)
        os._exit(0)
    time.sleep(0.5)
    """
    )
    report = run(body)
    assert report.status == "done"
    assert not is_alive(int(report.said("message")[0]))


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_flood_is_bounded(stream: str, run) -> None:
    body = (
        WRITE
        + f"""
    for number in range(300_000):
        print("{{}}", "flood", number, file=sys.{stream})
    sys.{stream}.write("x" * 5_000_000)
    say(result={{"told": True}})
    """.replace("{{}}", "{}")
    )
    report = run(body, limits={"seconds": 300})
    assert report.status == "done"
    assert len(report.events) <= 2000
    assert len(report.outcome["stderr_tail"]) <= 64 << 10
    if stream == "stdout":
        assert report.outcome["dropped_lines"] >= 298_000
    else:
        assert report.outcome["result"] == {"told": True}


@pytest.mark.parametrize("cancel_on", ["start", "message", "progress"])
def test_a_run_is_cancelled_at_every_stage(cancel_on: str, run) -> None:
    target = run.folder / "final" / "out.txt"
    target.write_text("what was there")
    body = WRITE + ORPHAN + "\n    time.sleep(0.2)\n    say(progress=0.5)\n    time.sleep(600)"
    report = run(body, cancel_on=cancel_on)
    assert (report.status, report.code) == ("cancelled", "cancelled")
    for text in report.said("message"):
        assert not is_alive(int(text))
    assert target.read_text() == "what was there"
    assert report.left == []


def test_a_run_cancelled_once_done_replaces_nothing(run) -> None:
    report = run(WRITE + "    say(progress=1.0)", cancel_on="progress")
    assert (report.status, report.code) == ("cancelled", "cancelled")
    assert list(report.folder.iterdir()) == []


@LINUX
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_when_qgis_dies_the_run_dies(number: signal.Signals, run) -> None:
    owner = run.start(run.order(WRITE + ORPHAN + "    say(message=str(os.getpid()))\n    time.sleep(600)"))
    assert owner.stdout is not None
    pids = [int(json.loads(owner.stdout.readline())["value"]) for _ in range(2)]
    assert all(map(is_alive, pids))
    owner.send_signal(number)
    owner.wait(120)
    assert wait_until(lambda: not any(map(is_alive, pids)))
    runs = run.folder / "runs"
    assert wait_until(lambda: not [path for path in runs.iterdir() if path.is_dir()])
    owner.stdout.close()
    assert run(WRITE).status == "done"
    assert [path.name for path in runs.iterdir()] == [".lock"]


@LINUX
def test_what_a_dead_owner_and_its_supervisor_left_is_cleaned_by_the_next_run(run) -> None:
    owner = run.start(run.order(WRITE + ORPHAN + "    say(message=str(os.getppid()))\n    time.sleep(600)"))
    assert owner.stdout is not None
    orphan, supervisor = (int(json.loads(owner.stdout.readline())["value"]) for _ in range(2))
    owner.send_signal(signal.SIGSTOP)  # so that it does not clean up itself
    os.kill(supervisor, signal.SIGKILL)
    owner.kill()
    owner.wait(120)
    owner.stdout.close()
    left = [path for path in (run.folder / "runs").iterdir() if path.is_dir()]
    assert len(left) == 1
    inside = left[0] / "closed" / "file"
    inside.parent.mkdir()
    inside.write_text("x")
    inside.parent.chmod(0)
    if run.user is not None:
        os.chown(inside.parent, run.user, run.user)
    assert run(WRITE).status == "done"
    assert not left[0].exists()
    assert wait_until(lambda: not is_alive(orphan))


def test_two_runs_at_once_do_not_see_one_another(run) -> None:
    body = (
        SAY
        + """
    say(message=os.getcwd())
    time.sleep(0.5)
    open(option("out"), "w").write(os.getcwd())
    """
    )
    owners = [run.start(run.order(body, {"out": str(run.folder / "final" / f"{n}.txt")})) for n in range(2)]
    told = [json.loads(owner.communicate(timeout=600)[0].splitlines()[-1])["value"] for owner in owners]
    assert [outcome["status"] for outcome in told] == ["done", "done"]
    assert len({(run.folder / "final" / f"{n}.txt").read_text() for n in range(2)}) == 2


@LINUX
@pytest.mark.parametrize("full", ["final", "runs"])
def test_a_full_disk_is_said_and_replaces_nothing(full: str, run) -> None:
    """On a real disk of 1 MiB: where the result goes, then where the script runs."""
    if shutil.which("unshare") is None or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root and unshare")
    small = run.folder / full
    small.mkdir(exist_ok=True)
    body = (
        SAY
        + """
    try:
        with open(option("out"), "wb") as stream:
            stream.write(bytes(3 << 20))
    except OSError as error:
        say(error=error.strerror)
        sys.exit(1)
    """
    )
    order = json.loads(run.order(body, {"out": str(run.folder / "final" / "out.txt")}))
    mount = 'mount -t tmpfs -o size=1m tmpfs "$0" && echo before > "$1/out.txt" || exit 77; shift; "$@"; cat "$OUT"'
    command = [run.python, "-I", str(run.package / "running.py"), str(run.package)]
    final = str(run.folder / "final")
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", mount, str(small), final, *command],
        input=json.dumps(order).encode() + b"\n",
        env={"PATH": os.environ["PATH"], "HOME": final, "OUT": f"{final}/out.txt"},
        capture_output=True,
        timeout=600,
        check=False,
    )
    if done.returncode == 77 or b"unshare:" in done.stderr:
        pytest.skip("this machine mounts nothing")
    *told, kept = done.stdout.splitlines()
    assert kept == b"before"
    outcome = json.loads(told[-1])["value"]
    assert outcome["status"] == "failed"
    assert outcome["error"]["code"] == ("disk-full" if full == "final" else "script-error")


@pytest.mark.parametrize(
    ("values", "options", "code"),
    [
        ({"outt": "x"}, {}, "parameter-unknown"),
        (
            {"chm": "/nowhere/chm.tif"},
            {"parameters": '[[tool.iageo.parameters]]\nname="chm"\ntype="raster"\ntitle="C"'},
            "input-absent",
        ),
        ({}, {"parameters": '[[tool.iageo.parameters]]\nname="chm"\ntype="raster"\ntitle="C"'}, "value-missing"),
    ],
)
def test_wrong_values_run_nothing(values, options, code, run) -> None:
    report = run(SAY + "    say(message='it was run')", values, **options)
    assert (report.status, report.code) == ("raised", code)
    assert report.events == []


def test_an_interpreter_that_is_gone_is_said(run) -> None:
    run.python, python = str(run.folder / "gone"), run.python
    order = run.order(WRITE)
    run.python = python
    process = run.start(order)
    told = json.loads(process.communicate(timeout=600)[0].splitlines()[-1])["value"]
    assert told["error"]["code"] == "start-failed"


def test_values_reach_the_script_as_they_were_given(run) -> None:
    text = 'été "quoted" $HOME; rm -rf / \\ ü'
    body = SAY + "    say(result={'argv': sys.argv[1:]})"
    parameters = '[[tool.iageo.parameters]]\nname="note"\ntype="text"\ntitle="N"\n'
    report = run(body, {"note": text}, parameters=parameters)
    assert report.outcome["result"] == {"argv": ["--note", text]}


def test_the_supervisor_ends_when_it_is_told_nothing(package: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(package)!r}); from crige_ia_plugin.runtime.supervisor import main; main()"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], stdin=subprocess.DEVNULL, timeout=600, check=False)
    assert done.returncode == 0
