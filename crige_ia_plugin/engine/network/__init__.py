"""Road networks: lines cut where they meet on one level, repaired, looked over.

``noding.split_at_intersections`` is the way in; ``quality.check_network`` looks without changing.
"""
