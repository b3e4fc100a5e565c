"""Scripts that their author tries where they lie, outside any catalogue: the list of them, in a file.

To be listed allows nothing: each runs only once its exact bytes were agreed to (``trust``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from .folders import locked, write_aside, writing_problem

_MAX_BYTES = 1 << 20


class LocalScripts:
    """Files of scripts by the scripts' id: two files of one id would be one tool twice.

    Args:
        path: File of the list, which need not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def files(self) -> Mapping[str, Path]:
        """Where each script lies, by its id; none where the list cannot be read."""
        with suppress(OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            if self._path.stat().st_size <= _MAX_BYTES:
                found = json.loads(self._path.read_text(encoding="utf-8"))["scripts"]
                return {str(key): Path(file) for key, file in found.items() if isinstance(file, str)}
        return {}

    def add(self, script_id: str, file: Path) -> None:
        """List a script, in the place of another file of the same id.

        Raises:
            RuntimeProblem: WRITE_FAILED or DISK_FULL.
        """
        self._change(script_id, file.absolute())

    def drop(self, script_id: str) -> None:
        """List a script no longer.

        Raises:
            RuntimeProblem: WRITE_FAILED or DISK_FULL.
        """
        self._change(script_id, None)

    def _change(self, script_id: str, file: Path | None) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with locked(self._path.with_name(self._path.name + ".lock")):
                kept = {key: str(path) for key, path in self.files().items() if key != script_id}
                if file is not None:
                    kept[script_id] = str(file)
                write_aside(self._path, (json.dumps({"format": 1, "scripts": kept}, indent=1) + "\n").encode())
        except OSError as error:
            raise writing_problem(error, self._path) from None
