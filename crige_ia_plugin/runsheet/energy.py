"""The estimated energy and CO₂ of a run: of its use only, with the formula and every factor on the table.

Method: Lannelongue L., Grealey J., Inouye M. (2021), *Green Algorithms: Quantifying the Carbon Footprint of
Computation*, Advanced Science 8(12), doi:10.1002/advs.202100707, with the measured CPU time of the run in the
place of "cores × usage × runtime" and the measured peak of memory in the place of the memory available.

What it is not: a measurement. Manufacturing of the computer, its screen, its idle consumption, its graphics
processor, disks and network are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

FORMULA = (
    "energy_wh = (core_power × cpu_s + memory_power × peak_memory_bytes / 1e9 × duration_s) × pue / 3600; "
    "co2_g = energy_wh / 1000 × electricity_co2"
)
"""The computation of ``estimate``, in the names of the sheet's JSON and of the factors."""

SECONDS_PER_HOUR = 3600.0
BYTES_PER_GB = 1e9


@dataclass(frozen=True)
class Factor:
    """One number of the estimate that was not measured, and where it comes from."""

    name: str
    label: str
    value: float
    unit: str
    source: str


@dataclass(frozen=True)
class EnergyEstimate:
    """Estimated energy of use (Wh) and greenhouse gases (g CO₂e), with how they were computed."""

    energy_wh: float
    co2_g: float
    formula: str
    factors: tuple[Factor, ...]


@dataclass(frozen=True)
class Factors:
    """The factors of the estimate; a centre that knows its own replaces them with ``dataclasses.replace``.

    By default: a desktop or laptop computer plugged into the French grid.
    """

    core_power: Factor = field(
        default=Factor(
            "core_power",
            "Power of one busy processor core",
            12.0,
            "W",
            "Green Algorithms, value for any processor (Lannelongue et al. 2021, doi:10.1002/advs.202100707)",
        )
    )
    memory_power: Factor = field(
        default=Factor(
            "memory_power",
            "Power of memory",
            0.3725,
            "W/GB",
            "Green Algorithms (Lannelongue et al. 2021, doi:10.1002/advs.202100707)",
        )
    )
    pue: Factor = field(
        default=Factor(
            "pue",
            "Overhead of the premises (PUE)",
            1.0,
            "",
            "Desktop or laptop computer: no data centre to cool",
        )
    )
    electricity_co2: Factor = field(
        default=Factor(
            "electricity_co2",
            "Greenhouse gases of electricity consumed in mainland France",
            46.1,
            "g CO₂e/kWh",
            "ADEME, Base Empreinte, Électricité/2025 – mix moyen/consommation (average of 2022–2025)",
        )
    )


FRENCH_COMPUTER = Factors()


def estimate(
    cpu_s: float,
    duration_s: float,
    memory_bytes: int | None = None,
    factors: Factors = FRENCH_COMPUTER,
) -> EnergyEstimate:
    """Estimate the energy of use of a run and its CO₂.

    Args:
        cpu_s: CPU time, summed over cores, in seconds.
        duration_s: Elapsed time in seconds, during which the memory was held.
        memory_bytes: Peak of memory in bytes; None (unknown) counts for nothing.
        factors: Power, overhead and electricity factors.

    Returns:
        The estimate, with the factors that were used.
    """
    memory_gb = (memory_bytes or 0) / BYTES_PER_GB
    joules = factors.core_power.value * cpu_s + factors.memory_power.value * memory_gb * duration_s
    energy_wh = joules * factors.pue.value / SECONDS_PER_HOUR
    return EnergyEstimate(
        energy_wh=energy_wh,
        co2_g=energy_wh / 1000 * factors.electricity_co2.value,
        formula=FORMULA,
        factors=(factors.core_power, factors.memory_power, factors.pue, factors.electricity_co2),
    )
