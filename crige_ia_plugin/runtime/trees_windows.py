"""The processes of a run on Windows, held by a Job Object: it counts them, bounds them and ends them together."""

from __future__ import annotations

import ctypes
import subprocess  # nosec B404 - starting the script is what this is for
import sys
import time
from collections.abc import Mapping, Sequence

from .trees import Usage

KILL_SECONDS = 10.0

if sys.platform == "win32":
    from ctypes import wintypes

    _CREATE_SUSPENDED = 0x4
    _BASIC_AND_IO_ACCOUNTING, _EXTENDED_LIMITS = 8, 9
    _LIMIT_ACTIVE_PROCESS, _DIE_ON_UNHANDLED_EXCEPTION, _KILL_ON_JOB_CLOSE = 0x8, 0x400, 0x2000
    _TICKS_PER_SECOND = 10_000_000

    class _Accounting(ctypes.Structure):
        """JOBOBJECT_BASIC_AND_IO_ACCOUNTING_INFORMATION."""

        _fields_ = (
            ("TotalUserTime", ctypes.c_int64),
            ("TotalKernelTime", ctypes.c_int64),
            ("ThisPeriodTotalUserTime", ctypes.c_int64),
            ("ThisPeriodTotalKernelTime", ctypes.c_int64),
            ("TotalPageFaultCount", wintypes.DWORD),
            ("TotalProcesses", wintypes.DWORD),
            ("ActiveProcesses", wintypes.DWORD),
            ("TotalTerminatedProcesses", wintypes.DWORD),
            ("IoCounters", ctypes.c_uint64 * 6),
        )

    class _Limits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class _ProcessIds(ctypes.Structure):
        """JOBOBJECT_BASIC_PROCESS_ID_LIST, with room for many."""

        _fields_ = (
            ("NumberOfAssignedProcesses", wintypes.DWORD),
            ("NumberOfProcessIdsInList", wintypes.DWORD),
            ("ProcessIdList", ctypes.c_size_t * 1024),
        )

    class _MemoryCounters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("Quotas", ctypes.c_size_t * 4),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    class _MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX."""

        _fields_ = (
            ("dwLength", wintypes.DWORD),
            ("dwMemoryLoad", wintypes.DWORD),
            ("ullTotalPhys", ctypes.c_uint64),
            ("ullAvailPhys", ctypes.c_uint64),
            ("rest", ctypes.c_uint64 * 5),
        )

    def _kernel() -> ctypes.WinDLL:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle, pointer = wintypes.HANDLE, ctypes.c_void_p
        kernel.CreateJobObjectW.restype = handle
        kernel.CreateJobObjectW.argtypes = (pointer, wintypes.LPCWSTR)
        kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, pointer, wintypes.DWORD)
        kernel.QueryInformationJobObject.argtypes = (handle, ctypes.c_int, pointer, wintypes.DWORD, pointer)
        kernel.AssignProcessToJobObject.argtypes = (handle, handle)
        kernel.TerminateJobObject.argtypes = (handle, wintypes.UINT)
        kernel.OpenProcess.restype = handle
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.CloseHandle.argtypes = (handle,)
        kernel.K32GetProcessMemoryInfo.argtypes = (handle, pointer, wintypes.DWORD)
        return kernel

    class WindowsTree:
        """The processes of one Job Object, which ends them when this process ends."""

        def __init__(self, processes: int) -> None:
            self._kernel = _kernel()
            self._job = self._kernel.CreateJobObjectW(None, None)
            limits = _Limits()
            limits.LimitFlags = _LIMIT_ACTIVE_PROCESS | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
            # a little above what the supervisor bears, so that it sees the excess and says so
            limits.ActiveProcessLimit = processes + 16
            self._check(
                self._kernel.SetInformationJobObject(
                    self._job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
                )
            )
            self._child: subprocess.Popen[bytes] | None = None
            self._peak = 0

        @staticmethod
        def _check(done: int) -> None:
            if not done:
                raise ctypes.WinError(ctypes.get_last_error())

        def start(self, command: Sequence[str], folder: str, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
            """Start the first one; it is held by the job before its first instruction."""
            self._child = subprocess.Popen(  # noqa: S603  # nosec B603 - no shell; the user agreed to it
                list(command),
                cwd=folder,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                creationflags=_CREATE_SUSPENDED | subprocess.CREATE_NO_WINDOW,
            )
            handle = wintypes.HANDLE(int(self._child._handle))  # type: ignore[attr-defined]
            try:
                self._check(self._kernel.AssignProcessToJobObject(self._job, handle))
                resume = ctypes.WinDLL("ntdll").NtResumeProcess
                resume.argtypes = (wintypes.HANDLE,)
                if resume(handle) < 0:
                    raise OSError("the process could not be resumed")
            except OSError:
                self._child.kill()
                raise
            return self._child

        def _query(self, kind: int, into: ctypes.Structure) -> None:
            self._kernel.QueryInformationJobObject(self._job, kind, ctypes.byref(into), ctypes.sizeof(into), None)

        def usage(self, exact: bool = False) -> Usage:
            """What they use now: memory in use, as the task manager shows it."""
            ids = _ProcessIds()
            self._query(3, ids)
            memory = sum(self._memory(pid) for pid in ids.ProcessIdList[: ids.NumberOfProcessIdsInList])
            self._peak = max(self._peak, memory)
            return Usage(ids.NumberOfAssignedProcesses, memory)

        def _memory(self, pid: int) -> int:
            handle = self._kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
            if not handle:
                return 0
            counters = _MemoryCounters()
            counters.cb = ctypes.sizeof(counters)
            done = self._kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
            self._kernel.CloseHandle(handle)
            return int(counters.WorkingSetSize) if done else 0

        def ended(self) -> int | None:
            """Exit status of the first one; None while it runs. A crash is an NTSTATUS, made negative."""
            status = self._child.poll() if self._child else None
            return status - (1 << 32) if status is not None and status >= 0xC0000000 else status

        def kill(self) -> None:
            """Kill all of them."""
            end = time.monotonic() + KILL_SECONDS
            self._kernel.TerminateJobObject(self._job, 1)
            while time.monotonic() < end and self.usage().processes:
                time.sleep(0.01)

        def totals(self) -> tuple[float, int]:
            """CPU seconds that they used, and the peak of their memory."""
            accounting = _Accounting()
            self._query(_BASIC_AND_IO_ACCOUNTING, accounting)
            ticks = accounting.TotalUserTime + accounting.TotalKernelTime
            return ticks / _TICKS_PER_SECOND, self._peak

    def available_memory() -> int:
        """Bytes of physical memory that are free; 0 when unknown."""
        status = _MemoryStatus()
        status.dwLength = ctypes.sizeof(status)
        done = ctypes.WinDLL("kernel32").GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.ullAvailPhys) if done else 0
