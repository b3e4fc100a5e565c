"""Refresh catalogues: fetch, verify, keep aside, then swap; on any failure what was there stays.

Each source has a folder of its own, holding numbered snapshots and ``state.json``, which says which snapshot is
the good one and why the last refresh failed if it did. The search index of all catalogues is built aside under a
new name, and ``index.json`` then points to it: on Windows an index that is open cannot be replaced.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Callable

from .check import VOCABULARY
from .download import Session, Validators
from .index import Index
from .indexing import BuildReport, Collection, build
from .problems import CatalogueError, Code, Problem
from .publish import NDJSON, now, stamp, write
from .readers import Cancelled, Progress, Request
from .record import path_name
from .sources import Harvest, Source, harvest
from .state import MAX_KEPT, State, problem_to_json, read_problems, read_state, write_state
from .strictjson import loads, plain, pretty
from .vocabulary import Vocabulary

EMBEDDED_ID = "crige-paca"
"""Catalogue that ships with the plugin."""

_POINTER = "index.json"


class Outcome(str, Enum):
    """How a refresh ended."""

    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True)
class Report:
    """What refreshing one source gave."""

    source: Source
    outcome: Outcome
    state: State
    problems: tuple[Problem, ...] = ()


@dataclass
class Refreshed:
    """What refreshing gave: a report by source, and that of the index when it was built again."""

    reports: list[Report] = field(default_factory=list)
    index: BuildReport | None = None


class Library:
    """Catalogues kept on this computer.

    Args:
        folder: Where they are kept; made when needed.
        embedded: The catalogue that ships with the plugin, always first.
        embedded_id: Its value in the facet ``catalogue``.
    """

    def __init__(self, folder: Path, embedded: Path, embedded_id: str = EMBEDDED_ID) -> None:
        self.folder = folder
        self.embedded = embedded
        self.embedded_id = embedded_id

    # what is there

    def state(self, source: Source) -> State:
        """What is known of a source; that of another address under the same name is forgotten."""
        return read_state(self._home(source), source)

    @property
    def pictures(self) -> Path:
        """Folder of the pictures of resources."""
        return self.folder / "pictures"

    def snapshot(self, source: Source) -> Path | None:
        """Folder of what is in use of a source, None before its first success."""
        state = self.state(source)
        return self._home(source) / path_name(state.snapshot) if state.snapshot else None

    def records(self, source: Source) -> Path | None:
        """Records in use of a source, None before its first success."""
        folder = self.snapshot(source)
        path = folder / NDJSON if folder else None
        return path if path is not None and path.is_file() else None

    def collections(self, sources: Sequence[Source]) -> list[Collection]:
        """What the index is made of: the embedded catalogue, then each source that has been fetched once.

        A source with the embedded catalogue's own id is its newer edition, and stands in its place.
        """
        found = []
        for source in sources:
            path = self.records(source)
            if source.enabled and path is not None:
                found.append(Collection(source.id, path))
        ours = [item for item in found if item.catalogue == self.embedded_id]
        first = ours or [Collection(self.embedded_id, self.embedded / NDJSON)]
        return [*first[:1], *(item for item in found if item.catalogue != self.embedded_id)]

    def vocabulary(self, sources: Sequence[Source] = ()) -> Vocabulary:
        """Our words, completed by those of the sources; an unreadable vocabulary is left aside."""
        merged = Vocabulary.read(self.embedded / VOCABULARY)
        for source in sources:
            state = self.state(source)
            if source.enabled and state.snapshot:
                with suppress(CatalogueError, OSError):
                    words = self._home(source) / path_name(state.snapshot) / VOCABULARY
                    merged = merged.merged(Vocabulary.read(words))
        return merged

    def index_path(self) -> Path | None:
        """The index in use, None before the first one."""
        path = self.folder / path_name(plain(self._pointer().get("index"), 100))
        return path if path.is_file() else None

    def skipped(self) -> tuple[Problem, ...]:
        """Records that the index in use left out, each with its ``catalogue``, and why."""
        return read_problems(self._pointer().get("skipped"))

    def is_current(self, sources: Sequence[Source]) -> bool:
        """Whether the index in use says what the catalogues on this computer say now."""
        path = self.index_path()
        if path is None:
            return False
        try:
            with closing(Index(path)) as index:
                return index.covers(self.collections(sources))
        except CatalogueError:
            return False

    def _pointer(self) -> Mapping[str, Any]:
        with suppress(OSError, CatalogueError):
            data = loads((self.folder / _POINTER).read_bytes())
            return data if isinstance(data, dict) else {}
        return {}

    def _home(self, source: Source) -> Path:
        return self.folder / "sources" / path_name(source.id)

    # refreshing

    def refresh(
        self,
        sources: Sequence[Source],
        session_of: Callable[[Source], Session | None],
        *,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        moment: datetime | None = None,
    ) -> Refreshed:
        """Refresh every source that is on, then the index where it does not say what they hold.

        One source that fails stops neither the others nor the index.

        Raises:
            CatalogueError: CANCELLED, or the index could not be written.
        """
        report = progress or (lambda share: None)
        active = [source for source in sources if source.enabled]
        result = Refreshed()
        for number, source in enumerate(active):
            start, width = 0.6 * number / len(active), 0.6 / len(active)
            result.reports.append(
                self.refresh_one(
                    source,
                    session_of(source),
                    progress=lambda share, start=start, width=width: report(start + width * share),  # type: ignore[misc]
                    cancelled=cancelled,
                    moment=moment,
                )
            )
        if not self.is_current(sources):  # whatever changed, now or before an interruption
            result.index = self.rebuild(sources, progress=lambda share: report(0.6 + 0.4 * share), cancelled=cancelled)
        report(1.0)
        return result

    def refresh_one(
        self,
        source: Source,
        session: Session | None,
        *,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        moment: datetime | None = None,
    ) -> Report:
        """Refresh one source.

        Raises:
            CatalogueError: CANCELLED.
        """
        home, state, date = self._home(source), self.state(source), stamp(moment or now())
        aside = home / ".incoming"
        try:
            shutil.rmtree(aside, ignore_errors=True)
            aside.mkdir(parents=True)
            validators = Validators(state.etag, state.last_modified) if state.snapshot else Validators()
            request = Request(
                aside, session, validators, progress or (lambda share: None), cancelled or (lambda: False)
            )
            found = harvest(source, request)
            if not found.unchanged and found.serial < state.serial:
                raise CatalogueError(Code.SERIAL_OLDER, source.location, known=state.serial, found=found.serial)
            state = self._accept(source, state, found, aside, date)
            write_state(home, state)
        except (CatalogueError, OSError) as error:
            problem = error.problem if isinstance(error, CatalogueError) else _write_problem(error, home)
            if problem.code is Code.CANCELLED:
                raise CatalogueError.of(problem) from None
            state = state.after_failure(date, problem)
            with suppress(OSError):
                write_state(home, state)
            return Report(source, Outcome.FAILED, state, (problem,))
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        problems = found.problems
        if state.is_expired(moment):
            problems = (*problems, Problem(Code.EXPIRED, {"date": state.expires}, source.location))
        return Report(source, Outcome.UNCHANGED if found.unchanged else Outcome.UPDATED, state, problems)

    def _accept(self, source: Source, state: State, found: Harvest, aside: Path, date: str) -> State:
        """Make what came the snapshot in use, and say so."""
        if found.unchanged:
            return state.after_success(date)
        home = self._home(source)
        number = 1 + max((int(path.name) for path in home.glob("[0-9]*") if path.name.isdigit()), default=0)
        aside.replace(home / str(number))
        return State(
            snapshot=str(number),
            refreshed=date,
            warnings=tuple(problem_to_json(problem) for problem in found.problems[:MAX_KEPT]),
            serial=found.serial,
            expires=found.expires,
            title=found.title,
            signed_by=found.trust.key if found.trust else "",
            verified=found.verified,
            etag=found.validators.etag,
            last_modified=found.validators.last_modified,
            location=source.location,
            public_key=source.public_key,
        )

    # the index

    def rebuild(
        self,
        sources: Sequence[Source],
        *,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> BuildReport:
        """Build the index of all catalogues aside, point to it, then clean up what is no longer used.

        Raises:
            CatalogueError: CANCELLED or WRITE_FAILED; the old index then stays in use.
        """
        numbers = [path.stem.split("-")[-1] for path in self.folder.glob("index-*.sqlite")]
        number = 1 + max((int(text) for text in numbers if text.isdigit()), default=0)
        path = self.folder / f"index-{number}.sqlite"
        result = build(
            path, self.collections(sources), self.vocabulary(sources), progress=progress, cancelled=cancelled
        )
        try:
            skipped = [problem_to_json(problem) for problem in result.problems[:MAX_KEPT]]
            write(self.folder / _POINTER, pretty({"index": path.name, "skipped": skipped}))
        except OSError as error:
            raise CatalogueError.of(_write_problem(error, self.folder)) from None
        self.clean(sources)
        return result

    def clean(self, sources: Sequence[Source]) -> None:
        """Remove old indexes and snapshots; what is still open elsewhere goes another time."""
        current = self.index_path()
        for path in self.folder.glob("index-*.sqlite"):
            if path != current:
                with suppress(OSError):
                    path.unlink()
        kept = {self._home(source): self.state(source).snapshot for source in sources}
        homes = self.folder / "sources"
        for home in homes.iterdir() if homes.is_dir() else ():
            if home not in kept:
                shutil.rmtree(home, ignore_errors=True)
                continue
            for snapshot in home.glob("[0-9]*"):
                if snapshot.name != kept[home]:
                    shutil.rmtree(snapshot, ignore_errors=True)
        names = {path_name(source.id) for source in sources}
        for shelf in self.pictures.iterdir() if self.pictures.is_dir() else ():
            if shelf.name not in names:
                shutil.rmtree(shelf, ignore_errors=True)


def _write_problem(error: OSError, path: Path) -> Problem:
    return Problem(Code.WRITE_FAILED, {"reason": error.strerror or str(error)}, str(path))
