"""Events are read whatever the pieces they come in, and a flood of them is bounded."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from crige_ia_plugin.runtime import events
from crige_ia_plugin.runtime.events import Events, Tail, plain


class Clock:
    """Time that passes when told."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def read(data: bytes, cuts: tuple[int, ...] = (), step: float = 1.0) -> tuple[Events, list[dict[str, Any]]]:
    sent: list[dict[str, Any]] = []
    found = Events(sent.append, Clock(step))
    start = 0
    for cut in (*sorted(cuts), len(data)):
        found.feed(data[start:cut])
        start = cut
    found.close()
    return found, sent


LINES = (
    b'{"progress": 0.25}\n{"message": "\xc3\xa9t\xc3\xa9"}\nplain\n\n{"warning": "w"}\r\n'
    b'{"result": {"a": 1}}\n{"error": "e"}\n{"progress": 1}\nlast'
)
SENT = [
    {"progress": 0.25},
    {"message": "été"},
    {"message": "plain"},
    {"warning": "w"},
    {"progress": 1.0},
    {"message": "last"},
]


@given(st.lists(st.integers(0, len(LINES)), max_size=12))
def test_pieces_do_not_matter(cuts: list[int]) -> None:
    found, sent = read(LINES, tuple(cuts))
    assert sent == SENT
    assert (found.result, found.error, found.dropped) == ({"a": 1}, "e", 0)


@given(st.binary(max_size=300))
def test_anything_is_read(data: bytes) -> None:
    _, sent = read(data)
    json.dumps(sent).encode("utf-8")
    assert all(set(event) <= {"progress", "message", "warning"} for event in sent)


def test_progress_stays_between_zero_and_one() -> None:
    _, sent = read(b'{"progress": 7}\n{"progress": -3}\n{"progress": NaN}\n{"progress": 1e999}\n{"progress": "x"}\n')
    assert sent[:2] == [{"progress": 1.0}, {"progress": 0.0}]
    assert all("progress" not in event for event in sent[2:])


def test_progress_comes_now_and_then_but_its_end_always() -> None:
    data = b"".join(b'{"progress": %f}\n' % (n / 1000) for n in range(1001))
    _, sent = read(data, step=0.001)
    assert len(sent) < 30
    assert sent[-1] == {"progress": 1.0}


def test_a_flood_is_counted() -> None:
    data = b"flood\n" * (events.MAX_LINES + 500) + b'{"message": "m"}\n{"result": {"kept": true}}\n'
    found, sent = read(data)
    assert len(sent) == events.MAX_LINES
    assert found.dropped == 501
    assert found.result == {"kept": True}


def test_a_line_without_end_is_cut() -> None:
    data = b"x" * (3 * events.MAX_LINE) + b"\nnext\n"
    found, sent = read(data, tuple(range(0, len(data), 65536)))
    assert [len(event["message"]) for event in sent] == [events.MAX_TEXT, 4]
    assert found.dropped == 0


def test_direction_and_control_characters_are_taken_out() -> None:
    assert plain("a\u202eb\x1b[31mc\ud800") == "ab[31mc"


def test_the_tail_keeps_the_end() -> None:
    tail = Tail(4)
    for piece in (b"ab", b"cd", b"\xc3\xa9f"):
        tail.feed(piece)
    assert tail.text() == "déf"
