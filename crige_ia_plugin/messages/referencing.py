"""How an address along a route was read, and why a row of a table has no place."""

from __future__ import annotations

from ..translation import tr


def address_statuses() -> dict[str, str]:
    """Return the sentences of ``AddressStatus``, to be filled with the ``{address}`` as written."""
    return {
        "read": tr("The address “{address}” was read"),
        "unknown": tr("The table does not say where it is: the address is empty, -1 or (1)"),
        "unreadable": tr(
            "The address “{address}” is neither of the form PR12+345 nor a number: correct it, or choose another field"
        ),
        "decimal-number": tr(
            "The address “{address}” comes from a column of numbers, where 12.300 has become 12.3: give it as text, or "
            "the metres in a field of their own"
        ),
    }


def reasons() -> dict[str, str]:
    """Return the sentences of ``Reason``, to be filled with ``{route}`` and ``{address}`` as written."""
    statuses = address_statuses()
    return {
        "placed": tr("Placed"),
        "unknown-route": tr("The network has no route “{route}”"),
        "no-route": tr("The table names no route"),
        "unknown-address": statuses["unknown"],
        "unreadable-address": statuses["unreadable"],
        "decimal-number": statuses["decimal-number"],
        "no-marker-on-route": tr("The route “{route}” has no calibrated marker: its addresses have no place"),
        "unknown-marker": tr(
            "“{address}”: the route “{route}” has no such marker, in this département and network if they are given"
        ),
        "ambiguous-marker": tr(
            "“{address}”: several markers of the route “{route}” have this number: give the département, or the network"
        ),
        "not-measured": tr("The route “{route}” has no measures there"),
        "before-start": tr("“{address}” lies before the start of the route “{route}”"),
        "after-end": tr("“{address}” lies beyond the end of the route “{route}”"),
        "in-gap": tr("“{address}” lies where the route “{route}” is interrupted"),
        "zero-length": tr("“{address}”: the section starts and ends at the same place"),
        "hidden": tr(
            "“{address}” on the route “{route}”: earlier rows of the same table cover all of it, and the first one wins"
        ),
        "off-network": tr("No route lies near enough"),
        "no-geometry": tr("The feature has no point, or one without valid coordinates"),
    }


def reason_names() -> dict[str, str]:
    """Return the short name of each ``Reason``, for tables, legends and the run sheet."""
    return {
        "placed": tr("Placed"),
        "unknown-route": tr("Unknown route"),
        "no-route": tr("No route"),
        "unknown-address": tr("Unknown place"),
        "unreadable-address": tr("Unreadable address"),
        "decimal-number": tr("Address in a column of numbers"),
        "no-marker-on-route": tr("Route without markers"),
        "unknown-marker": tr("Unknown marker"),
        "ambiguous-marker": tr("Ambiguous marker"),
        "not-measured": tr("Route without measures"),
        "before-start": tr("Before the start of the route"),
        "after-end": tr("Beyond the end of the route"),
        "in-gap": tr("In a gap of the route"),
        "zero-length": tr("Section without length"),
        "hidden": tr("Covered by other events"),
        "off-network": tr("Off the network"),
        "no-geometry": tr("No geometry"),
    }
