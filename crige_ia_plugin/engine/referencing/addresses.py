"""Addresses along a route: ``PR12+345`` is 345 metres of ground after the marker 12."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

import numpy as np


class AddressStatus(Enum):
    """What reading an address came to."""

    READ = "read"
    #: Empty, ``-1`` or ``(1)``: whoever wrote it did not know.
    UNKNOWN = "unknown"
    #: Neither ``PR12+345`` nor a number.
    UNREADABLE = "unreadable"
    #: ``12.345`` in a number column: a trailing zero may be lost, so the metres are not to be trusted.
    DECIMAL_NUMBER = "decimal-number"


class Address(NamedTuple):
    """A marker number and the metres after it (negative before the first marker of a route)."""

    pr: int
    offset: float
    status: AddressStatus = AddressStatus.READ


#: Accident tables write these where the place is not known.
UNKNOWN_TEXTS = frozenset({"", "-1", "(1)", "NC", "NR", "NULL", "NONE", "NAN", "?"})

_FULL = re.compile(r"(?:P\.?R\.?)?0*(?P<pr>\d+)(?:(?P<sign>[+-])(?P<offset>\d+(?:[.,]\d+)?)M?)?", re.IGNORECASE)
_POINTED = re.compile(r"(?:P\.?R\.?)?(?P<pr>\d+)[.,](?P<offset>\d{3})", re.IGNORECASE)
_METRES = re.compile(r"(?P<sign>[+-]?)(?P<offset>\d+(?:[.,]\d+)?)M?", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_OTHER_BRACES = re.compile(r"\{(?!(?:pr|sign|offset)\})|(?<!\{pr)(?<!\{sign)(?<!\{offset)\}")


def read_address(value: object) -> Address:
    """Read an address written in one field.

    ``PR12+345``, ``PR 12 + 345``, ``12+345``, ``12+345.6`` and ``PR12`` are read; so is ``12.345``, from a text only
    and with exactly three digits after the point: in a number column 12.300 is 12.3.
    """
    if value is None:
        return Address(-1, math.nan, AddressStatus.UNKNOWN)
    if isinstance(value, (int, np.integer)) and not isinstance(value, bool):
        return Address(int(value), 0.0) if value >= 0 else Address(-1, math.nan, AddressStatus.UNKNOWN)
    if isinstance(value, (float, np.floating)):
        return _read_number(float(value))
    text = _SPACES.sub("", str(value))
    if text.upper() in UNKNOWN_TEXTS:
        return Address(-1, math.nan, AddressStatus.UNKNOWN)
    found = _POINTED.fullmatch(text)
    if found:
        return Address(int(found["pr"]), float(found["offset"]))
    found = _FULL.fullmatch(text)
    if not found:
        return Address(-1, math.nan, AddressStatus.UNREADABLE)
    offset = float((found["offset"] or "0").replace(",", "."))
    return Address(int(found["pr"]), -offset if found["sign"] == "-" else offset)


def _read_number(value: float) -> Address:
    if math.isnan(value) or value < 0:
        return Address(-1, math.nan, AddressStatus.UNKNOWN)
    if not value.is_integer():
        return Address(-1, math.nan, AddressStatus.DECIMAL_NUMBER)
    return Address(int(value), 0.0)


def read_offset(value: object) -> tuple[float, AddressStatus]:
    """Read metres after a marker from a field of their own; empty, ``-1`` and ``(1)`` are unknown."""
    if value is None:
        return math.nan, AddressStatus.UNKNOWN
    if isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool):
        number = float(value)
        if math.isnan(number) or number == -1:
            return math.nan, AddressStatus.UNKNOWN
        return number, AddressStatus.READ
    text = _SPACES.sub("", str(value))
    if text.upper() in UNKNOWN_TEXTS:
        return math.nan, AddressStatus.UNKNOWN
    found = _METRES.fullmatch(text)
    if not found:
        return math.nan, AddressStatus.UNREADABLE
    number = float(found["offset"].replace(",", "."))
    return (-number if found["sign"] == "-" else number), AddressStatus.READ


class Addresses(NamedTuple):
    """A column of addresses.

    Attributes:
        pr: int64 (n,), marker, −1 where not read.
        offset: float64 (n,), ground metres after it, NaN where not read.
        status: object (n,), :class:`AddressStatus` of each.
    """

    pr: np.ndarray
    offset: np.ndarray
    status: np.ndarray


def read_addresses(values: Sequence[object], offsets: Sequence[object] | None = None) -> Addresses:
    """Read a table's addresses.

    Args:
        values: One value a row: the whole address, or the marker alone when there are ``offsets``.
        offsets: Metres after the marker, one a row, when the table has them in a field of their own. A whole address
            in ``values`` keeps its own metres when this field is unknown.
    """
    numbers = None if offsets is None else _read_numbers(np.asarray(values), np.asarray(offsets))
    if numbers is not None:
        return numbers
    n = len(values)
    pr = np.full(n, -1, dtype=np.int64)
    metres = np.full(n, np.nan)
    status = np.empty(n, dtype=object)
    known: dict[object, tuple[int, float, AddressStatus]] = {}
    listed = values.tolist() if isinstance(values, np.ndarray) else list(values)
    seconds: Sequence[object] = [None] * n
    if offsets is not None:
        seconds = offsets.tolist() if isinstance(offsets, np.ndarray) else list(offsets)
    for i, pair in enumerate(zip(listed, seconds)):
        key = (type(pair[0]), pair[0], pair[1])
        read = known.get(key)
        if read is None:
            read = known[key] = _read_pair(pair[0], pair[1], offsets is not None)
        pr[i], metres[i], status[i] = read
    return Addresses(pr, metres, status)


def _read_numbers(markers: np.ndarray, offsets: np.ndarray) -> Addresses | None:
    """Read two columns of numbers at once, None where they hold anything else."""
    if markers.dtype.kind != "i" or offsets.dtype.kind not in "if":
        return None
    metres = offsets.astype(np.float64) + 0.0  # no negative zero
    known = (markers >= 0) & ~np.isnan(metres) & (metres != -1)
    status = np.full(len(known), AddressStatus.UNKNOWN, dtype=object)
    status[known] = AddressStatus.READ
    return Addresses(
        np.where(known, markers, -1).astype(np.int64),
        np.where(known, metres, np.nan),
        status,
    )


def _read_pair(value: object, offset: object, separate: bool) -> tuple[int, float, AddressStatus]:
    address = read_address(value)
    if address.status is not AddressStatus.READ or not separate:
        return address.pr, address.offset, address.status
    metres, status = read_offset(offset)
    if status is AddressStatus.READ:
        return address.pr, address.offset + metres, status
    if status is AddressStatus.UNKNOWN and address.offset != 0:
        return address.pr, address.offset, AddressStatus.READ
    return -1, math.nan, status


#: The one form that is written; ``{pr}``, ``{sign}`` and ``{offset}`` may be laid out otherwise.
DEFAULT_FORM = "PR{pr}{sign}{offset}"


def write_address(pr: int, offset: float, form: str = DEFAULT_FORM, decimals: int = 0, width: int = 0) -> str:
    """Write an address.

    Args:
        pr: Marker.
        offset: Ground metres after it.
        form: Layout, with ``{pr}``, ``{sign}`` and ``{offset}``.
        decimals: Digits after the metre.
        width: Least number of digits of the metres (3: ``PR12+045``).

    Returns:
        The address, empty when it is not known.
    """
    return write_addresses(np.array([pr]), np.array([offset], dtype=np.float64), form, decimals, width)[0]


def write_addresses(
    pr: np.ndarray, offset: np.ndarray, form: str = DEFAULT_FORM, decimals: int = 0, width: int = 0
) -> list[str]:
    """Write a column of addresses; see :func:`write_address`."""
    layout = _OTHER_BRACES.sub(r"\g<0>\g<0>", form).format
    metres = f"0{width + decimals + 1 if decimals else width}.{decimals}f"
    rounded = [round(one, decimals) for one in np.abs(offset).tolist()]
    return [
        "" if p < 0 or o != o else layout(pr=p, sign="-" if o < 0 and r else "+", offset=format(r, metres))
        for p, o, r in zip(pr.tolist(), offset.tolist(), rounded)
    ]
