"""Runs a shared script the way the plugin does, in a process of its own: ``python running.py PACKAGE_PARENT``.

One JSON object on standard input says what to run; events, then the outcome, come as JSON lines on standard output. It
needs nothing but Python, so that the tests can run it as another user.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path


class Telling:
    """Prints what it is told; asks to stop after some event."""

    def __init__(self, cancel_on: str) -> None:
        self.cancel_on = cancel_on
        self.cancelled = cancel_on == "start"

    def tell(self, kind: str, value: object) -> None:
        print(json.dumps({"event": kind, "value": value}), flush=True)  # noqa: T201
        self.cancelled = self.cancelled or kind == self.cancel_on

    def progress(self, fraction: float) -> None:
        self.tell("progress", fraction)

    def message(self, text: str) -> None:
        self.tell("message", text)

    def warning(self, text: str) -> None:
        self.tell("warning", text)

    def is_cancelled(self) -> bool:
        return self.cancelled


def main() -> None:
    sys.path.insert(0, sys.argv[1])
    from crige_ia_plugin.runtime import environment, job, script
    from crige_ia_plugin.runtime.problems import RuntimeProblem

    order = json.loads(sys.stdin.readline())
    listener = Telling(order.get("cancel_on", ""))
    try:
        read = script.read(order["source"].encode(), "trial.py")
        prepared = environment.Prepared(order["python"])
        limits = job.Limits(**order.get("limits", {}))
        started = time.monotonic()
        outcome = job.run(read, prepared, order["values"], Path(order["folder"]), listener, limits, "fr")
        told = {**vars(outcome), "error": None, "took": time.monotonic() - started}
        problem = outcome.error
    except RuntimeProblem as raised:
        told, problem = {"status": "raised"}, raised
    if problem is not None:
        told["error"] = {"code": problem.code.value, **{name: str(value) for name, value in problem.params.items()}}
    print(json.dumps({"event": "outcome", "value": told}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
