"""What the list says of a resource: made from its summary, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..state import Key


class Tone(Enum):
    """How a badge is meant; the words say it too."""

    PLAIN = "plain"
    GOOD = "good"
    NOTICE = "notice"
    WARNING = "warning"


@dataclass(frozen=True)
class Badge:
    """A short mark on a card.

    Attributes:
        text: One or two words.
        tone: Its colour.
        hint: The same in a sentence, for the tooltip.
    """

    text: str
    tone: Tone = Tone.PLAIN
    hint: str = ""


@dataclass(frozen=True)
class Card:
    """A line of the results.

    Attributes:
        row: Its row in the index.
        key: Its catalogue and id.
        kind: Kind, which names the icon.
        title: At most two lines of it are painted.
        byline: Publisher, kind and level on one line.
        badges: From the most to the least telling.
    """

    row: int
    key: Key
    kind: str
    title: str
    byline: str
    badges: tuple[Badge, ...] = ()

    def spoken(self) -> str:
        """The whole card in one sentence, for screen readers."""
        parts = [self.title, self.byline, ", ".join(badge.text for badge in self.badges)]
        return ". ".join(part for part in parts if part)
