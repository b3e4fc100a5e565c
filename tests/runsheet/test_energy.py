"""The estimate of energy, checked by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crige_ia_plugin.runsheet.energy import FORMULA, FRENCH_COMPUTER, Factor, Factors, estimate
from crige_ia_plugin.runsheet.words import ENGLISH


def test_one_core_busy_for_an_hour_is_its_power() -> None:
    result = estimate(cpu_s=3600, duration_s=3600)
    assert result.energy_wh == pytest.approx(12)
    assert result.co2_g == pytest.approx(12 * 0.0461)


def test_memory_counts_by_its_size_and_time() -> None:
    assert estimate(0, 3600, 2_000_000_000).energy_wh == pytest.approx(2 * 0.3725)


def test_a_centre_gives_its_own_factors() -> None:
    own = Factors(
        pue=Factor("pue", "Overhead of our server room", 1.5, "", "our meters"),
        electricity_co2=replace(FRENCH_COMPUTER.electricity_co2, value=0.0, source="our panels"),
    )
    result = estimate(3600, 3600, None, own)
    assert result.energy_wh == pytest.approx(18)
    assert result.co2_g == 0
    assert [factor.source for factor in result.factors][2:] == ["our meters", "our panels"]


def test_every_number_that_was_not_measured_has_its_source() -> None:
    result = estimate(1, 1, 1)
    assert result.formula == FORMULA
    for factor in result.factors:
        assert factor.name in FORMULA
        assert factor.source
        # The page translates them by these codes.
        assert factor.label == ENGLISH[f"factor.{factor.name}"]
        assert factor.source == ENGLISH[f"factor.source.{factor.name}"]


def test_the_formula_is_what_is_computed() -> None:
    names = {factor.name: factor.value for factor in estimate(0, 0).factors}
    names.update(cpu_s=7.0, duration_s=9.0, peak_memory_bytes=3e8)
    energy, co2 = (part.split(" = ")[1].replace("×", "*") for part in FORMULA.split("; "))
    result = estimate(7.0, 9.0, 300_000_000)
    names["energy_wh"] = eval(energy, {}, names)
    assert result.energy_wh == pytest.approx(names["energy_wh"])
    assert result.co2_g == pytest.approx(eval(co2, {}, names))
