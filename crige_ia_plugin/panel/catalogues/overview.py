"""The catalogues that are on, each with its trust, its freshness and what is wrong, in the place of the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ...catalogue.problems import Problem
from ...messages import catalogue_fact
from ...translation import tr
from .. import icons
from ..centre import CatalogueNote, Centre
from ..colours import ORANGE, readable
from ..labels import bold, faint, fitting, paragraph, tool
from ..wrapping import WrappingButton
from .standing import expiry, freshness, trouble, trouble_details, trust

FEW = 8
"""Problems of a catalogue shown before one asks for all."""


class Overview(QScrollArea):
    """Shows how the catalogues stand; says by signals what the user asks."""

    backAsked = pyqtSignal()  # noqa: N815 - Qt's way
    refreshAsked = pyqtSignal()  # noqa: N815
    optionsAsked = pyqtSignal()  # noqa: N815
    installedAsked = pyqtSignal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("State of the catalogues"))
        self.refresh_button: QPushButton | None = None
        self._unfolded: set[str] = set()
        self._shown: tuple[Centre, datetime, bool, str] | None = None

    def show_catalogues(self, centre: Centre, now: datetime, can_refresh: bool, reason: str = "") -> None:
        """Show how the catalogues stand.

        Args:
            centre: The opened centre.
            now: The time, in the zone of this computer.
            can_refresh: Whether there is a catalogue to refresh.
            reason: What prevented the last refresh as a whole, when something did.
        """
        self._shown = (centre, now, can_refresh, reason)
        place = self.verticalScrollBar().value()
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(4, 4, 8, 8)
        layout.setSpacing(4)
        for widget in self._widgets(*self._shown):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setValue(place)

    def refresh_icons(self) -> None:
        """Draw the icons in the colours of the theme."""
        if self._shown:
            self.show_catalogues(*self._shown)

    def forget(self) -> None:
        """Let go of the centre, which is being closed."""
        self._shown = None

    def text(self) -> str:
        """All that is shown, for tests and for those who copy it."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    # parts

    def _widgets(self, centre: Centre, now: datetime, can_refresh: bool, reason: str) -> Iterator[QWidget]:
        yield self._toolbar()
        if reason:
            yield self._warning(reason)
        self.refresh_button = WrappingButton(tr("Refresh the catalogues"), "refresh")
        self.refresh_button.setEnabled(can_refresh)
        self.refresh_button.clicked.connect(self.refreshAsked)
        yield self.refresh_button
        choose = WrappingButton(tr("Add a catalogue, or choose which are on…"), "filter")
        choose.clicked.connect(self.optionsAsked)
        yield choose
        if centre.holdings:
            yield self._installed(len(centre.holdings), len(centre.holdings.outdated()))
        for identifier, note in centre.catalogues.items():
            yield from self._catalogue(identifier, note, now)

    def _toolbar(self) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        back = tool(tr("Back"), "back", tr("Back to the list (Esc)"))
        back.clicked.connect(self.backAsked)
        layout.addWidget(back)
        layout.addStretch(1)
        return bar

    def _installed(self, count: int, outdated: int) -> QWidget:
        words = tr("%n resource(s) installed on this computer", n=count)
        if outdated:
            words = tr("{installed}; %n update(s) available", n=outdated).format(installed=words)
        button = WrappingButton(words, "install")
        button.setEnabled(count > 0)
        button.clicked.connect(self.installedAsked)
        return button

    def _catalogue(self, identifier: str, note: CatalogueNote, now: datetime) -> Iterator[QWidget]:
        yield bold(note.title)
        yield faint(" · ".join(part for part in (trust(note), freshness(note, now)) if part))
        if expiry(note, now):
            yield self._warning(expiry(note, now))
        if note.state.problem:
            yield self._warning(f"{trouble(note, now)}\n{trouble_details(note)}")
            if note.has_content:
                yield faint(tr("What was read before stays in place."))
        if note.skipped:
            yield from self._skipped(identifier, note.skipped)

    def _skipped(self, identifier: str, problems: Sequence[Problem]) -> Iterator[QWidget]:
        yield paragraph(tr("%n record(s) left out; the others are there:", n=len(problems)))
        shown = problems if identifier in self._unfolded else problems[:FEW]
        for problem in shown:
            yield faint(skipped_line(problem))
        if len(shown) < len(problems):
            more = QPushButton(tr("Show all"))
            more.setFlat(True)
            more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            more.clicked.connect(lambda: self._unfold(identifier))
            yield more

    def _unfold(self, identifier: str) -> None:
        self._unfolded.add(identifier)
        self.refresh_icons()

    def _warning(self, text: str) -> QWidget:
        """A paragraph that stands out by its frame and its sign, not by its colour alone."""
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(6, 6, 6, 6)
        sign = QLabel()
        sign.setAccessibleName(tr("Warning"))
        ink = self.palette().color(self.foregroundRole())
        accent = readable(ORANGE, self.palette().color(self.backgroundRole()), ink)
        sign.setPixmap(icons.pixmap(icons.PANEL / "warning.svg", ink, 16, self.devicePixelRatioF(), accent))
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(fitting(label), 1)
        return frame


def skipped_line(problem: Problem) -> str:
    """Which record was left out, and why."""
    name = str(problem.params.get("id") or "")
    if name:
        return tr("“{id}”: {why}").format(id=name, why=catalogue_fact(problem))
    if problem.line:
        return tr("Line {line}: {why}").format(line=problem.line, why=catalogue_fact(problem))
    return catalogue_fact(problem)
