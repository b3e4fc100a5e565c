"""What a run costs, measured."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from datetime import timedelta

import pytest

from crige_ia_plugin.runsheet import cost
from crige_ia_plugin.runsheet.cost import Measure, Meter, peak_memory_bytes


def burn(seconds: float) -> None:
    """Keep a core busy for so many seconds of CPU time of this thread."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        sum(range(1000))


def test_a_busy_loop_is_cpu_time_and_sleep_is_not() -> None:
    with Meter() as meter:
        burn(0.3)
        time.sleep(0.3)
    measure = meter.stop()
    assert 0.28 <= measure.cpu_s < 0.55
    assert measure.duration_s >= 0.58
    assert measure.started.utcoffset() is not None


def test_all_threads_count() -> None:
    with Meter() as meter:
        workers = [threading.Thread(target=burn, args=(0.2,)) for _ in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    assert meter.stop().cpu_s >= 0.38


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not add up the time of children")
def test_finished_children_count() -> None:
    code = "import time\nwhile time.process_time() < 0.4: sum(range(1000))"
    with Meter() as meter:
        subprocess.run([sys.executable, "-c", code], check=True)
    assert meter.stop().cpu_s >= 0.38


def test_it_can_be_read_while_it_runs_and_stays_as_it_stopped() -> None:
    meter = Meter().start()
    first = meter.read()
    burn(0.05)
    stopped = meter.stop()
    burn(0.05)
    assert first.cpu_s < stopped.cpu_s
    assert meter.stop() == meter.read() == stopped


def test_a_meter_may_be_used_again() -> None:
    meter = Meter()
    meter.start()
    burn(0.1)
    assert meter.stop().cpu_s >= 0.09
    meter.start()
    assert meter.stop().cpu_s < 0.09


def test_reading_before_the_start_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="not started"):
        Meter().read()


def test_an_exception_stops_it() -> None:
    meter = Meter()
    with pytest.raises(KeyError), meter:
        raise KeyError
    assert meter.stop().duration_s >= 0


def test_peak_memory_sees_an_allocation_that_is_gone() -> None:
    with Meter() as meter:
        before = meter.read().peak_memory_bytes
        block = bytearray(200_000_000)
        del block
    peak = meter.stop().peak_memory_bytes
    assert before is not None
    assert peak is not None
    assert peak >= before + 150_000_000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux sets its peak back")
def test_the_peak_is_that_of_the_run() -> None:
    block = bytearray(300_000_000)
    del block
    highest = peak_memory_bytes()
    with Meter() as meter:
        pass
    if peak_memory_bytes() == highest:
        pytest.skip("this system does not let a process set its peak back")
    assert meter.stop().peak_memory_bytes < highest - 200_000_000


def test_an_inner_run_does_not_make_the_outer_one_forget() -> None:
    with Meter() as outer:
        block = bytearray(200_000_000)
        high = peak_memory_bytes()
        del block
        with Meter():
            pass
    # The system updates its account in batches.
    assert outer.stop().peak_memory_bytes >= high - 5_000_000
    assert not Meter._running


def test_where_the_peak_cannot_be_read_or_set_back_nothing_breaks(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(cost, "_PEAK_RESET", tmp_path / "absent" / "clear_refs")
    monkeypatch.setattr(cost, "_STATUS", tmp_path / "status")
    with Meter() as meter:
        pass
    assert meter.stop().peak_memory_bytes > 1_000_000  # from the system's own account
    monkeypatch.setattr(cost, "peak_memory_bytes", lambda: None)
    with Meter() as meter:
        pass
    assert meter.stop().peak_memory_bytes is None


def test_a_measure_becomes_a_cost_with_its_energy() -> None:
    started = Meter().start().stop().started
    result = Measure(started, 10.0, 3600.0, None).cost()
    assert result.energy.energy_wh == pytest.approx(12)
    assert result.started - started == timedelta(0)
    assert result.peak_memory_bytes is None
