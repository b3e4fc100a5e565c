"""What is wrong in routes and their markers, and what was decided about it."""

from __future__ import annotations

from ..translation import tr


def route_anomalies() -> dict[str, str]:
    """Return the sentences of ``RouteFault``; ``{value}`` is a length in metres or a count, with its unit."""
    return {
        "no-route": tr("The feature names no route"),
        "no-geometry": tr("The line has no length"),
        "duplicate": tr("The line lies exactly on another of the same route"),
        "overlap": tr("A stretch of {value} lies exactly on another line of the same route"),
        "shared-stretch": tr("Several routes share this stretch of {value}"),
        "fork": tr("The route forks here"),
        "loop": tr("The route is a closed loop"),
        "roundabout": tr("The route goes through a roundabout"),
        "gap": tr("The route is interrupted here for {value}"),
        "island": tr("The next part of the route lies {value} away"),
        "parallel": tr("A second line runs beside the route for {value}"),
        "direction-in-doubt": tr("Nothing tells for certain in which direction the route runs"),
        "unknown-z": tr("Heights are unknown (9999, −1000 or NaN) at {value} vertices of the line"),
        "marker-no-route": tr("The marker names no route"),
        "marker-no-pr": tr("The number of the marker is missing or cannot be read"),
        "marker-no-place": tr("The marker has no place, or lies at 0, 0"),
        "marker-unknown-route": tr("The network has no route of the name that the marker gives"),
        "marker-off-network": tr("The marker is farther from its route than the maximum distance"),
        "marker-duplicate-key": tr(
            "Another marker has the same route, network, département, number and side, and is nearer to the route"
        ),
        "marker-duplicate-place": tr("Another marker is at the same place of the route"),
        "marker-decreasing": tr("The number or the cumulated distance of the marker is out of order along the route"),
        "marker-not-a-post": tr("The marker is of a type that is no post on the ground"),
        "markers-too-few": tr("This part of the route has {value} marker(s): its measures rest on its neighbours"),
        "no-marker": tr("The route has no marker"),
    }


def route_anomaly_names() -> dict[str, str]:
    """Return the short name of each ``RouteFault``, for tables, legends and the run sheet."""
    return {
        "no-route": tr("No route name"),
        "no-geometry": tr("Line without length"),
        "duplicate": tr("Duplicate"),
        "overlap": tr("Overlap"),
        "shared-stretch": tr("Shared stretch"),
        "fork": tr("Fork"),
        "loop": tr("Closed loop"),
        "roundabout": tr("Roundabout"),
        "gap": tr("Gap"),
        "island": tr("Island"),
        "parallel": tr("Parallel carriageway"),
        "direction-in-doubt": tr("Direction in doubt"),
        "unknown-z": tr("Unknown height"),
        "marker-no-route": tr("Marker without route"),
        "marker-no-pr": tr("Marker without number"),
        "marker-no-place": tr("Marker without place"),
        "marker-unknown-route": tr("Marker of an unknown route"),
        "marker-off-network": tr("Marker off its route"),
        "marker-duplicate-key": tr("Repeated marker"),
        "marker-duplicate-place": tr("Two markers at one place"),
        "marker-decreasing": tr("Marker out of order"),
        "marker-not-a-post": tr("Marker that is no post"),
        "markers-too-few": tr("Too few markers"),
        "no-marker": tr("Route without marker"),
    }


def route_decisions() -> dict[str, str]:
    """Return the words of ``Decision``: what was done about an anomaly of a route."""
    return {
        "left-out": tr("Left out"),
        "kept-first": tr("The first one is kept"),
        "counted-in-each": tr("Counted in each route"),
        "main-line-chosen": tr("The straightest, then longest, way is the main line; the other is a branch"),
        "starts-at-origin": tr("Starts at its origin"),
        "travelled-arc": tr("The arc that is travelled from entry to exit counts"),
        "gap-counted": tr("Its straight distance counts"),
        "gap-not-counted": tr("Counts nothing"),
        "taken-as-other-side": tr("Taken as the left carriageway"),
        "direction-guessed": tr("Direction guessed"),
        "z-interpolated": tr("Kept, and interpolated for the length"),
        "extrapolated": tr("Extrapolated in metres of ground"),
        "left-uncalibrated": tr("Not calibrated: metres from its start"),
        "kept": tr("Kept as they are"),
        "gap-by-markers": tr("Counts what the markers say"),
    }
