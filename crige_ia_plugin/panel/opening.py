"""Opening the centre in a task: its index is checked or built, then opened; the GUI thread takes what is ready."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from .. import installs
from ..catalogue.index import Index
from ..catalogue.integrity import SUMS, read_sums
from ..catalogue.problems import CatalogueError, Code, Problem
from ..catalogue.sources import Source, base_of
from ..catalogue.store import Store
from ..catalogue.strictjson import loads, plain
from ..catalogue.sync import Library
from ..messages import catalogue_problem
from ..scripts import algorithm_of
from ..tasks import Ending, Task
from ..translation import tr
from .centre import CatalogueNote, Centre
from .holdings import Holdings


class OpeningTask(Task):
    """Makes sure that the index is there and current, then opens it with all that goes with it.

    Args:
        library: Catalogues kept on this computer.
        sources: Catalogues the user added.
        store: What is installed.
        aside: Folder of interrupted downloads; what is old in it goes.
        language: Language of the resources.

    Attributes:
        centre: The opened centre, once the task has ended well; for whoever takes it to close.
    """

    def __init__(self, library: Library, sources: Sequence[Source], store: Store, aside: Path, language: str) -> None:
        super().__init__(tr("Opening the resource centre"))
        self._library, self._sources, self._store = library, tuple(sources), store
        self._aside, self._language = aside, language
        self.centre: Centre | None = None

    def work(self) -> None:
        """Check, build where it must be, open."""
        installs.discard_old(self._aside)
        vocabulary = self._library.vocabulary(self._sources)
        notes = catalogue_notes(self._library, self._sources)
        if not self._library.is_current(self._sources):
            self._library.rebuild(self._sources, progress=self.report, cancelled=self.isCanceled)
            notes = catalogue_notes(self._library, self._sources)
        path = self._library.index_path()
        if path is None:
            raise CatalogueError(Code.INDEX_INVALID)
        index = Index(path)
        holdings = Holdings(self._store, index)
        centre = Centre(index, vocabulary, self._language, notes, holdings, self._library.pictures, algorithm_of)
        centre.facets  # noqa: B018 - with many publishers it takes a while: here, not in the GUI thread
        self.centre = centre


def catalogue_notes(library: Library, sources: Sequence[Source]) -> dict[str, CatalogueNote]:
    """What is known of each catalogue that is on, whether it was ever read or not.

    Raises:
        CatalogueError: the catalogue that ships with the plugin is damaged.
    """
    skipped: dict[str, list[Problem]] = {}
    for problem in library.skipped():
        skipped.setdefault(str(problem.params.get("catalogue", "")), []).append(problem)
    notes = {
        library.embedded_id: CatalogueNote(
            _title(library.embedded / "catalog.json"),
            ships=True,
            base=str(library.embedded),
            sums=_sums(library.embedded),
            skipped=tuple(skipped.get(library.embedded_id, ())),
        )
    }
    for source in sources:
        if source.enabled:
            state = library.state(source)
            if source.id == library.embedded_id and not state.snapshot:
                continue  # its newer edition did not come yet: the one that ships stands in its place
            notes[source.id] = CatalogueNote(
                source.title or state.title or source.id,
                source=source,
                state=state,
                base=base_of(source),
                skipped=(*state.left_out, *skipped.get(source.id, ())),
            )
    return notes


def _title(path: Path) -> str:
    try:
        return plain(loads(path.read_bytes(), file=str(path)).get("title"), 200)
    except OSError as error:
        raise CatalogueError(Code.READ_FAILED, str(path), reason=error.strerror or str(error)) from None


def _sums(folder: Path) -> dict[str, str]:
    """Digests of the files of the catalogue that ships, which has them apart; none when they cannot be read."""
    with suppress(OSError, ValueError, CatalogueError):
        return read_sums((folder / SUMS).read_text(encoding="utf-8"))
    return {}


def reason_of(ending: Ending) -> str:
    """Why something did not come to its end, and what to do."""
    if ending.problem is None:
        return tr("An unexpected error stopped it; the details are in QGIS's log ({error}).").format(error=ending.crash)
    return catalogue_problem(ending.problem)
