"""Numbers, dates and quantities as a French or an English reader writes them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime

THIN = "\u202f"  # narrow no-break space: thousands in French
NO_BREAK = "\u00a0"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Formatter:
    """Writes values for readers of ``language``: French for ``fr`` and its variants, English otherwise."""

    language: str

    @property
    def french(self) -> bool:
        """Whether French usage applies."""
        return self.language.lower().replace("_", "-").split("-")[0] == "fr"

    def number(self, value: float, grouped: bool = True) -> str:
        """Write a number: integers in full, others with three decimals or three significant digits."""
        if isinstance(value, int):
            return self._localised(f"{value:,d}" if grouped else str(value))
        size = abs(value)
        if value == 0:
            return "0"
        if size >= 1e15 or size < 1e-4:
            mantissa, exponent = f"{value:.2e}".split("e")
            power = str(int(exponent)).translate(_SUPERSCRIPTS)
            return f"{self._localised(_trimmed(mantissa))}{NO_BREAK}×{NO_BREAK}10{power}"
        decimals = 3 if size >= 1 else 2 - math.floor(math.log10(size))
        return self._localised(_trimmed(f"{value:{',' if grouped else ''}.{decimals}f}"))

    def fixed(self, value: float, decimals: int) -> str:
        """Write a number with so many decimals, as in a column of a table."""
        return self._localised(f"{value:,.{decimals}f}")

    def exact(self, value: float) -> str:
        """Write a number that was given, with all its digits and no grouping."""
        text = repr(value)
        text = text[:-2] if text.endswith(".0") else text
        return text.replace(".", ",") if self.french and "e" not in text else text

    def rounded(self, value: float, unit: str) -> str:
        """Write an estimate with its unit, to two significant digits."""
        if value == 0:
            return f"0{NO_BREAK}{unit}"
        decimals = max(0, 1 - math.floor(math.log10(abs(value))))
        return f"{self._localised(f'{value:,.{decimals}f}')}{NO_BREAK}{unit}"

    def moment(self, value: datetime) -> str:
        """Write a date and time, to the minute, with its offset from UTC."""
        clock = f"{value.hour:02d}:{value.minute:02d}"
        offset = value.strftime("%z")
        zone = f"(UTC{offset[:3]}:{offset[3:5]})"
        if self.french:
            day = f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
        else:
            day = f"{value.day}{NO_BREAK}{_MONTHS[value.month - 1]}{NO_BREAK}{value.year:04d},"
        return f"{day} {clock}{NO_BREAK}{zone}"

    def duration(self, seconds: float) -> str:
        """Write a duration in the units in which one would say it."""
        if seconds < 1:
            return f"{round(seconds * 1000)}{NO_BREAK}ms"
        if seconds < 59.95:
            return f"{self._localised(_trimmed(f'{seconds:.1f}'))}{NO_BREAK}s"
        whole = round(seconds)
        if whole < 3600:
            return f"{whole // 60}{NO_BREAK}min{NO_BREAK}{whole % 60:02d}{NO_BREAK}s"
        minutes = round(seconds / 60)
        return f"{minutes // 60}{NO_BREAK}h{NO_BREAK}{minutes % 60:02d}"

    def size(self, count: int) -> str:
        """Write a number of bytes in decimal units: megabytes, *mégaoctets*."""
        byte = "o" if self.french else "B"
        for factor, prefix in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
            if count >= factor:
                value = count / factor
                return f"{self._localised(f'{value:.{1 if value < 10 else 0}f}')}{NO_BREAK}{prefix}{byte}"
        return f"{count}{NO_BREAK}{byte}"

    def energy(self, watt_hours: float) -> str:
        """Write an estimated energy in mWh, Wh or kWh."""
        if watt_hours < 0.1:
            return self.rounded(watt_hours * 1000, "mWh")
        return self.rounded(watt_hours, "Wh") if watt_hours < 1000 else self.rounded(watt_hours / 1000, "kWh")

    def mass(self, grams: float) -> str:
        """Write an estimated mass of greenhouse gases in mg, g or kg of CO₂ equivalent."""
        unit = "CO₂e"
        if grams < 0.1:
            return self.rounded(grams * 1000, f"mg{NO_BREAK}{unit}")
        if grams < 1000:
            return self.rounded(grams, f"g{NO_BREAK}{unit}")
        return self.rounded(grams / 1000, f"kg{NO_BREAK}{unit}")

    def _localised(self, text: str) -> str:
        text = text.replace("-", "−")
        return text.translate({ord(","): THIN, ord("."): ","}) if self.french else text


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
