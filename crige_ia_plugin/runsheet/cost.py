"""What a run costs: elapsed time, CPU time, peak of memory, on Linux, macOS and Windows.

QGIS is one process that does several things at once, and an operating system counts by process:

* CPU time is that of the whole process during the run, over all its threads (a computation may use several),
  plus that of child processes which ended during the run (not on Windows, which does not add them up). If the
  user moves the map meanwhile, its drawing is counted too: the figure errs on the high side.
* Peak memory is the largest resident set of the whole process. On Linux the system's own peak is set back at
  the start of the run, so the figure is the run's; elsewhere it is the peak since QGIS was started.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import ClassVar

from .energy import FRENCH_COMPUTER, Factors, estimate
from .sheet import Cost

_PEAK_RESET = Path("/proc/self/clear_refs")
_STATUS = Path("/proc/self/status")


if sys.platform == "win32":
    from ctypes import wintypes

    class _MemoryCounters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of the Windows API."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def peak_memory_bytes() -> int | None:
        """Return the largest working set of this process since it started, in bytes; None when unknown."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        read = kernel.K32GetProcessMemoryInfo
        read.argtypes = (wintypes.HANDLE, ctypes.POINTER(_MemoryCounters), wintypes.DWORD)
        read.restype = wintypes.BOOL
        counters = _MemoryCounters()
        counters.cb = ctypes.sizeof(counters)
        done = read(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        return int(counters.PeakWorkingSetSize) if done else None

    def _children_cpu_s() -> float:
        return 0.0

else:
    import resource

    _MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024

    def peak_memory_bytes() -> int | None:
        """Return the largest resident set of this process, in bytes; None when unknown."""
        # Linux: the only figure that follows a reset of the peak; nothing there elsewhere.
        with suppress(OSError):
            for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS_UNIT

    def _children_cpu_s() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime


@dataclass(frozen=True)
class Measure:
    """What a ``Meter`` read: start (with time zone), seconds elapsed and of CPU, peak of memory in bytes."""

    started: datetime
    duration_s: float
    cpu_s: float
    peak_memory_bytes: int | None

    def with_others(self, spent: Iterable[tuple[float, int | None]]) -> Measure:
        """Return the measure with what other processes of the run cost.

        Args:
            spent: CPU time in seconds and peak of memory in bytes (None when unknown) of each. Their CPU time is
                in this process's already, except on Windows; the memory of one that works comes on top.
        """
        others = list(spent)
        cpu = sum(one for one, _ in others) if sys.platform == "win32" else 0.0
        peaks = [peak for _, peak in others if peak is not None]
        memory = self.peak_memory_bytes
        if peaks:
            memory = (memory or 0) + max(peaks)
        return replace(self, cpu_s=self.cpu_s + cpu, peak_memory_bytes=memory)

    def cost(self, factors: Factors = FRENCH_COMPUTER) -> Cost:
        """Return the cost of the run, with its estimated energy."""
        return Cost(
            started=self.started,
            duration_s=self.duration_s,
            cpu_s=self.cpu_s,
            peak_memory_bytes=self.peak_memory_bytes,
            energy=estimate(self.cpu_s, self.duration_s, self.peak_memory_bytes, factors),
        )


class Meter:
    """Measures one run, from ``start`` to ``stop`` or as a context manager; may be read while it runs.

    Several meters may run at once, in threads or one inside another (a model runs its tools): a reset of the
    system's peak of memory never makes another meter forget what it had seen.
    """

    _lock = threading.Lock()
    _running: ClassVar[list[Meter]] = []

    def __init__(self) -> None:
        self._started: datetime | None = None
        self._wall = 0.0
        self._cpu = 0.0
        self._peak = 0
        self._measure: Measure | None = None

    def start(self) -> Meter:
        """Start, or start again, and return the meter itself."""
        self._measure = None
        self._peak = 0
        with self._lock:
            self._remember_peak()
            # 5 sets the peak back to the present size; refused in some containers, absent outside Linux.
            with suppress(OSError):
                _PEAK_RESET.write_text("5", encoding="ascii")
            if self not in self._running:
                self._running.append(self)
        self._started = datetime.now().astimezone()
        self._wall, self._cpu = _clocks()
        return self

    def stop(self) -> Measure:
        """Stop and return what was measured; a second call returns the same."""
        if self._measure is None:
            self._measure = self.read()
            with self._lock:
                self._running.remove(self)
        return self._measure

    def read(self) -> Measure:
        """Return what was measured so far.

        Raises:
            RuntimeError: The meter was never started.
        """
        if self._measure is not None:
            return self._measure
        if self._started is None:
            raise RuntimeError("the meter was not started")
        wall, cpu = _clocks()
        peak = peak_memory_bytes()
        return Measure(
            started=self._started,
            duration_s=wall - self._wall,
            cpu_s=max(0.0, cpu - self._cpu),
            peak_memory_bytes=None if peak is None else max(peak, self._peak),
        )

    @classmethod
    def _remember_peak(cls) -> None:
        peak = peak_memory_bytes() or 0
        for meter in cls._running:
            meter._peak = max(meter._peak, peak)

    def __enter__(self) -> Meter:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _clocks() -> tuple[float, float]:
    """Return the readings of a clock that never goes back and of the CPU clock, in seconds."""
    return time.perf_counter(), time.process_time() + _children_cpu_s()
