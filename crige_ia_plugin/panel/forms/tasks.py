"""What takes time in a form: opening it, reading files for their checksums, writing the proposal, sending it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ... import settings
from ...authoring.draft import Draft, Drafts, LocalFile
from ...authoring.experience import from_file
from ...authoring.posting import post
from ...authoring.problems import AuthoringError, Code, Problem
from ...authoring.proposal import Proposal, Stored, measured, record, write_zip
from ...authoring.script import from_script, is_of
from ...catalogue.files import Access
from ...catalogue.problems import CatalogueError
from ...catalogue.problems import Code as CatalogueCode
from ...catalogue.vocabulary import Vocabulary
from ...messages import authoring_problem, run_sheet_errors, script_problem
from ...runsheet import files
from ...runsheet.errors import RunSheetError
from ...runtime.problems import RuntimeProblem
from ...runtime.script import read
from ...tasks import Ending, Task
from ...translation import tr
from .. import places
from ..opening import reason_of
from .addressees import Addressee, addressees


class FormTask(Task):
    """A task of this room; subclasses do their work in ``act``.

    Attributes:
        failure: What prevented it, in this room's terms; None when nothing did.
    """

    def __init__(self, description: str, *, discreet: bool = False) -> None:
        super().__init__(description, discreet=discreet)
        self.failure: Problem | None = None

    def act(self) -> None:
        """Do the work, in another thread.

        Raises:
            AuthoringError: whatever prevents it.
            CatalogueError: likewise.
        """
        raise AuthoringError(Code.CANCELLED)

    def work(self) -> None:
        """Do the work and keep what prevented it."""
        try:
            self.act()
        except AuthoringError as error:
            if error.code is Code.CANCELLED:
                raise CatalogueError(CatalogueCode.CANCELLED) from None
            self.failure = error.problem


def why(task: FormTask, ending: Ending) -> str:
    """Why a task did not do its work, in a sentence; empty when it did."""
    if task.failure is not None:
        return authoring_problem(task.failure.code.value, task.failure.params)
    if ending.cancelled:
        return tr("Cancelled.")
    return "" if ending.is_good else reason_of(ending)


@dataclass(frozen=True)
class Ground:
    """What every form stands on.

    Attributes:
        vocabulary: Kinds and facets.
        addressees: Catalogues that proposals can be sent to.
        drafts: Where drafts are kept.
        language: Language of the author.
    """

    vocabulary: Vocabulary
    addressees: tuple[Addressee, ...]
    drafts: Drafts
    language: str


def drafts() -> Drafts:
    """Drafts of this user."""
    return Drafts(settings.data_folder() / "drafts")


class OpeningFormTask(FormTask):
    """Reads what a form needs, and the run sheet or the script it is to be filled from.

    Args:
        sheet: File of the run sheet, None when there is none.
        words: Sentences to write into the draft that is made, by code.
        script: Script whose record the draft is; what the run sheet tells counts only where it is of this very script.

    Attributes:
        ground: What the form stands on.
        kept: Drafts that can be taken up again, the last one first.
        damaged: Why others cannot.
        made: Draft of the run, or of the script.
        unreadable: Why the run sheet, or the script, cannot be read, empty when it can.
    """

    def __init__(
        self, sheet: Path | None = None, words: Mapping[str, str] | None = None, script: Path | None = None
    ) -> None:
        super().__init__(tr("Opening a form"))
        self._sheet, self._words, self._script = sheet, words or {}, script
        self._sources, self._language = settings.sources(), settings.language()
        self._library, self._drafts = places.library(), drafts()
        self.ground: Ground | None = None
        self.kept: tuple[Draft, ...] = ()
        self.damaged: tuple[Problem, ...] = ()
        self.made: Draft | None = None
        self.unreadable = ""

    def act(self) -> None:
        """Read."""
        if self._script is not None:
            self._read_script(self._script)
        elif self._sheet is not None:
            self._read_sheet(self._sheet)
        vocabulary = self._library.vocabulary(self._sources)
        found = addressees(self._library, self._sources)
        self.kept = self._drafts.list()
        self.damaged = tuple(error.problem for error in self._drafts.problems())
        self.ground = Ground(vocabulary, found, self._drafts, self._language)

    def _read_sheet(self, path: Path) -> None:
        try:
            self.made = from_file(path, self._words)
        except RunSheetError as error:
            self.unreadable = run_sheet_errors()[error.code].format(**error.params)
        except OSError as error:
            reason = error.strerror or str(error)
            self.unreadable = tr("“{name}” cannot be read: {reason}").format(name=path.name, reason=reason)

    def _read_script(self, path: Path) -> None:
        try:
            self.made = from_script(path, self._sheet_of(path), self._words, self._language)
        except RuntimeProblem as problem:
            self.unreadable = script_problem(problem)

    def _sheet_of(self, path: Path) -> Path | None:
        """The run sheet, where it is of this very script."""
        with suppress(OSError, RunSheetError):
            if self._sheet is not None and is_of(read(path), files.read(self._sheet)):
                return self._sheet
        return None


class MeasureTask(FormTask):
    """Reads one file for its size and checksum.

    Attributes:
        stored: What was found; None when the task did not come to its end.
    """

    def __init__(self, path: str) -> None:
        super().__init__(tr("Computing a checksum"))
        self.path = path
        self.stored: Stored | None = None

    def act(self) -> None:
        """Read it."""
        draft = Draft("", files=(LocalFile(self.path),))
        self.stored = measured(draft, self.report, self.isCanceled)[0]


class ZipTask(FormTask):
    """Writes the proposal.

    Attributes:
        proposal: What was written; None when the task did not come to its end.
    """

    def __init__(self, draft: Draft, path: Path, vocabulary: Vocabulary) -> None:
        super().__init__(tr("Writing a proposal"))
        self._draft, self.path, self._vocabulary = draft, path, vocabulary
        self.proposal: Proposal | None = None

    def act(self) -> None:
        """Write it."""
        self.proposal = write_zip(
            self._draft, self.path, self._vocabulary, progress=self.report, cancelled=self.isCanceled
        )


class PostTask(FormTask):
    """Sends the record to a catalogue.

    Args:
        draft: A draft without errors, whose files all stay where they are.
        location: Address of the collection.
        access: How its server is entered.
        vocabulary: What the record's values are titled from.

    Attributes:
        address: Address the record was given, empty when none was told.
    """

    def __init__(self, draft: Draft, location: str, access: Access, vocabulary: Vocabulary) -> None:
        super().__init__(tr("Sending a proposal"))
        self._draft, self._location, self._access, self._vocabulary = draft, location, access, vocabulary
        self.address = ""

    def act(self) -> None:
        """Send it."""
        stored = measured(self._draft, self.report, self.isCanceled)
        made = record(self._draft, stored, self._vocabulary)
        with self.session(self._access.authcfg, self._access.origin) as session:
            self.address = post(session, self._location, made)
