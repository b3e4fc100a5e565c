"""Numbers, dates and quantities in both languages."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from crige_ia_plugin.runsheet.format import Formatter

FR, EN = Formatter("fr"), Formatter("en")
MOMENT = datetime(2026, 11, 2, 16, 4, 59, tzinfo=timezone(timedelta(hours=1)))


def plain(text: str) -> str:
    """Show no-break spaces: ~ for the wide one, ' for the narrow one."""
    return text.replace("\u00a0", "~").replace("\u202f", "'")


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (0, "0", "0"),
        (1234567, "1'234'567", "1,234,567"),
        (-1234, "−1'234", "−1,234"),
        (1234.5678, "1'234,568", "1,234.568"),
        (2.0, "2", "2"),
        (0.012345, "0,0123", "0.0123"),
        (-0.5, "−0,5", "−0.5"),
        (1.5e-9, "1,5~×~10⁻⁹", "1.5~×~10⁻⁹"),
        (2e20, "2~×~10²⁰", "2~×~10²⁰"),
        (0.99999, "1", "1"),
    ],
)
def test_numbers(value: float, french: str, english: str) -> None:
    assert (plain(FR.number(value)), plain(EN.number(value))) == (french, english)


def test_given_numbers_keep_their_digits() -> None:
    assert (FR.exact(0.123456789), EN.exact(0.123456789)) == ("0,123456789", "0.123456789")
    assert (FR.exact(2154), FR.exact(12.0), FR.exact(1e-10)) == ("2154", "12", "1e-10")


def test_dates() -> None:
    assert plain(FR.moment(MOMENT)) == "02/11/2026 16:04~(UTC+01:00)"
    assert plain(EN.moment(MOMENT)) == "2~Nov~2026, 16:04~(UTC+01:00)"


@pytest.mark.parametrize(
    ("seconds", "french"),
    [
        (0.0004, "0~ms"),
        (0.42, "420~ms"),
        (1, "1~s"),
        (8.44, "8,4~s"),
        (59.96, "1~min~00~s"),
        (185, "3~min~05~s"),
        (3599.7, "1~h~00"),
        (7380, "2~h~03"),
    ],
)
def test_durations(seconds: float, french: str) -> None:
    assert plain(FR.duration(seconds)) == french


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [(12, "12~o", "12~B"), (412_000_000, "412~Mo", "412~MB"), (1_250_000_000, "1,2~Go", "1.2~GB")],
)
def test_sizes(count: int, french: str, english: str) -> None:
    assert (plain(FR.size(count)), plain(EN.size(count))) == (french, english)


@pytest.mark.parametrize(
    ("wh", "french"),
    [(0, "0~mWh"), (0.0333, "33~mWh"), (0.00012, "0,12~mWh"), (1.25, "1,2~Wh"), (1234, "1,2~kWh")],
)
def test_energies(wh: float, french: str) -> None:
    assert plain(FR.energy(wh)) == french


@pytest.mark.parametrize(("grams", "english"), [(0.0015, "1.5~mg~CO₂e"), (3.21, "3.2~g~CO₂e"), (4600, "4.6~kg~CO₂e")])
def test_masses(grams: float, english: str) -> None:
    assert plain(EN.mass(grams)) == english


@pytest.mark.parametrize(("language", "french"), [("fr_CA", True), ("FR-fr", True), ("frr", False), ("", False)])
def test_languages(language: str, french: bool) -> None:
    assert Formatter(language).french is french
