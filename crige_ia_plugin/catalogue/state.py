"""What is known of a catalogue between two refreshes, kept in a small file beside what was fetched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from .problems import CatalogueError, Code, Problem, Severity
from .publish import now, stamp, write
from .sources import Source
from .strictjson import loads, plain, pretty

STATE = "state.json"
MAX_KEPT = 200
"""Problems kept of one catalogue: enough to see what is wrong with it."""


@dataclass(frozen=True)
class State:
    """What is known of a source; dates are UTC, empty when there was none.

    Attributes:
        snapshot: Folder of the records in use, empty before the first success.
        refreshed: Last success.
        failed: Since when refreshing fails, empty when the last one succeeded.
        error: Code of the last failure.
        why: The last failure, whole, as ``problem_to_json`` writes it.
        warnings: What was left out by the last success, as ``problem_to_json`` writes it.
        signed_by: Key that signed, empty when unsigned.
        verified: Whether files were checked against published digests.
    """

    snapshot: str = ""
    refreshed: str = ""
    failed: str = ""
    error: str = ""
    why: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[Mapping[str, Any], ...] = ()
    serial: int = 0
    expires: str = ""
    title: str = ""
    signed_by: str = ""
    verified: bool = False
    etag: str = ""
    last_modified: str = ""
    location: str = ""
    public_key: str = ""

    def is_expired(self, moment: datetime | None = None) -> bool:
        """Whether the catalogue should have been renewed by its publisher."""
        return bool(self.expires) and self.expires < stamp(moment or now())

    @property
    def problem(self) -> Problem | None:
        """The last failure, None when the last refresh succeeded."""
        return problem_from_json(self.why) if self.failed else None

    @property
    def left_out(self) -> tuple[Problem, ...]:
        """What the last success left out."""
        return read_problems(self.warnings)

    def after_success(self, date: str) -> State:
        """The same content, found good again."""
        return replace(self, refreshed=date, failed="", error="", why={})

    def after_failure(self, date: str, problem: Problem) -> State:
        """The same content, which could not be refreshed."""
        return replace(self, failed=self.failed or date, error=problem.code.value, why=problem_to_json(problem))


def read_state(folder: Path, source: Source) -> State:
    """What is known of a source; that of another address under the same name is forgotten.

    What another version of the plugin wrote, or what is damaged, counts as unknown.
    """
    with suppress(OSError, CatalogueError):
        data = loads((folder / STATE).read_bytes())
        kept = data if isinstance(data, dict) else {}
        names = [name for name, example in asdict(State()).items() if _is_like(kept.get(name), example)]
        known = State(**{name: kept[name] for name in names})
        if (known.location, known.public_key) == (source.location, source.public_key):
            return known
    return State(location=source.location, public_key=source.public_key)


def _is_like(value: object, example: object) -> bool:
    """Whether a value that was kept is of the type of an example; JSON has lists for tuples."""
    return type(value) is (list if isinstance(example, tuple) else type(example))


def write_state(folder: Path, state: State) -> None:
    """Keep what is known of a source.

    Raises:
        OSError: it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / STATE, pretty(asdict(state)))


def problem_to_json(problem: Problem) -> dict[str, Any]:
    """A problem as it is kept."""
    params = {
        name: value if isinstance(value, (int, float)) and not isinstance(value, bool) else plain(str(value), 500)
        for name, value in problem.params.items()
    }
    return {
        "code": problem.code.value,
        "params": params,
        "file": problem.file[:500],
        "line": problem.line,
        "severity": problem.severity.value,
    }


def problem_from_json(data: Any) -> Problem | None:
    """A problem that was kept; None when it is one no more."""
    try:
        params = {str(name): value for name, value in data["params"].items()}
        line = data["line"] if isinstance(data["line"], int) else 0
        return Problem(Code(data["code"]), params, plain(data["file"], 500), line, Severity(data["severity"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def read_problems(data: Any) -> tuple[Problem, ...]:
    """Problems that were kept; those that are no more are left out."""
    listed: Iterable[Any] = data if isinstance(data, (list, tuple)) else ()
    return tuple(problem for problem in map(problem_from_json, listed) if problem)
